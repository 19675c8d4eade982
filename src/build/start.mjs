import { spawn } from "node:child_process";
import { build, isBuilt } from "./build.mjs";
import { serve } from "./serve.mjs";

if (!isBuilt()) {
  console.log("Building the page (half a minute the first time) …");
  await build();
}
const wanted = Number(process.env.PORT ?? 3000);
const { port, address } = await serve({ port: wanted });
if (port !== wanted) console.log(`Port ${wanted} is taken by another program, so Headroom uses ${port}.`);
console.log(`\nHeadroom is open at ${address}   (Ctrl+C ends it)\n`);
if (mayOpen()) openBrowser(address);

// npm keeps an option of its own name for itself and hands it on in the environment.
function mayOpen() {
  const npmOption = process.env.npm_config_open;
  return !process.argv.includes("--no-open") && npmOption !== "" && npmOption !== "false";
}

function openBrowser(url) {
  const [command, ...words] = { win32: ["cmd", "/c", "start", "", url], darwin: ["open", url] }[process.platform] ?? ["xdg-open", url];
  const browser = spawn(command, words, { stdio: "ignore", detached: true });
  browser.on("error", () => console.log("No browser was found to open; visit the address above."));
  browser.unref();
}
