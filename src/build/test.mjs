import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build, isBuilt } from "./build.mjs";
import { browser, libreOffice } from "./programs.mjs";

const root = join(import.meta.dirname, "../..");
const reports = join(root, "node_modules/.cache/reports");
const bin = (name, ...words) => spawnSync(process.execPath, [join(root, "node_modules", name), ...words], { cwd: root, stdio: "inherit", env });

let env;
try {
  const office = libreOffice();
  env = { ...process.env, CHROMIUM: browser(), ...(office && { SOFFICE: office }) };
} catch (error) {
  console.error(`\n${error.message}\n`);
  process.exit(1);
}

const totals = [];
const heading = (text) => console.log(`\n== ${text}`);

/** A check that passes or fails as a whole. */
function check(name, commands) {
  heading(name);
  const failed = commands.filter(([tool, ...words]) => bin(tool, ...words).status !== 0).length;
  totals.push({ name, passed: commands.length - failed, failed });
}

/** A vitest project; what is skipped or left to do counts as failed. */
function suite(name) {
  heading(name);
  mkdirSync(reports, { recursive: true });
  const report = join(reports, `${name}.json`);
  rmSync(report, { force: true });
  const { status } = bin("vitest/vitest.mjs", "run", "--project", name, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`);
  const { numPassedTests: passed, numTotalTests: total } = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : { numPassedTests: 0, numTotalTests: 0 };
  // A run that ended badly has failed, even where no single test says so; so has one without a test.
  totals.push({ name, passed, failed: Math.max(total - passed, status === 0 && total > 0 ? 0 : 1) });
}

check("types", [["typescript/bin/tsc", "-p", "."], ["typescript/bin/tsc", "-p", "src/core"]]);
check("lint", [["eslint/bin/eslint.js", "src", "test"]]);
suite("unit");
if (env.SOFFICE || process.env.CI) suite("libreoffice");
heading("build");
try {
  if (!isBuilt()) await build();
  totals.push({ name: "build", passed: 1, failed: 0 });
  suite("browser");
} catch (error) {
  console.error(error.message);
  totals.push({ name: "build", passed: 0, failed: 1 });
}

console.log("");
if (!env.SOFFICE && !process.env.CI) console.log("LibreOffice is not on this machine, so what it reads of our files was not checked.");
for (const { name, passed, failed } of totals) console.log(`${name}: ${passed} passed, ${failed} failed`);
const sum = (key) => totals.reduce((total, suite) => total + suite[key], 0);
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") === 0 ? 0 : 1;
