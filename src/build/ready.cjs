"use strict";
// Runs before anything is installed, perhaps on a Node that is too old: no modern syntax here.
var fs = require("fs");
var path = require("path");
var childProcess = require("child_process");

var root = path.join(__dirname, "..", "..");

function refuse(sentence) {
  console.error("\n" + sentence + "\n");
  process.exit(1);
}

/** Node 20.19 is the first that the tools of this build accept. */
function checkNode() {
  var version = process.versions.node.split(".").map(Number);
  var recent = version[0] > 20 || (version[0] === 20 && version[1] >= 19);
  if (!recent) refuse("Headroom needs Node.js 20.19 or newer; this is " + process.versions.node + ". Install a current Node.js from https://nodejs.org and run the same command again.");
}

function modifiedAt(file) {
  try {
    return fs.statSync(path.join(root, file)).mtimeMs;
  } catch (error) {
    return 0;
  }
}

/** Installs exactly what the lock file says, unless that is what stands there already. */
function install() {
  var installed = modifiedAt("node_modules/.package-lock.json");
  if (installed > 0 && installed >= modifiedAt("package-lock.json")) return;
  console.log("Installing what package-lock.json lists (about 0.9 GB, two minutes, once) …");
  var npm = process.env.npm_execpath;
  var command = npm && /\.c?js$/.test(npm) ? [process.execPath, [npm]] : [process.platform === "win32" ? "npm.cmd" : "npm", []];
  var result = childProcess.spawnSync(command[0], command[1].concat(["ci", "--no-audit", "--no-fund", "--loglevel=error"]), {
    cwd: root,
    stdio: "inherit",
    shell: command[1].length === 0 && process.platform === "win32",
  });
  if (result.status !== 0) refuse("The installation did not finish. The lines above say why; a lost connection or a full disk are the usual reasons. Run the same command again.");
}

checkNode();
install();
