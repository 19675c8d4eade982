import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build, isBuilt } from "./build.mjs";
import { serve } from "./serve.mjs";

const root = join(import.meta.dirname, "../..");
const manifest = join(root, "dist/manifest.xml");
const debuggingPackage = createRequire(import.meta.url).resolve("office-addin-debugging/package.json");
const debugging = join(dirname(debuggingPackage), "cli.js");
// The certificates come with that tool, wherever npm has put them.
const { getHttpsServerOptions } = createRequire(debuggingPackage)("office-addin-dev-certs");
const onTheWeb = process.argv.includes("web");
const document = process.argv.map((word) => /^--document=(.+)$/.exec(word)?.[1]).find(Boolean);

/** Runs Microsoft's tool. It ends with 0 even where it failed, so what it says decides. */
function debug(...words) {
  return new Promise((resolve) => {
    const tool = spawn(process.execPath, [debugging, ...words], { cwd: root, env: { ...process.env, OFFICE_ADDIN_TELEMETRY: "0" }, stdio: ["inherit", "pipe", "pipe"] });
    let said = "";
    for (const stream of [tool.stdout, tool.stderr]) {
      stream.on("data", (part) => {
        said += part;
        process.stdout.write(part);
      });
    }
    tool.on("close", (code) => resolve(code === 0 && !/^(Error|Unable)\b/m.test(said)));
  });
}

function fail(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}

async function start() {
  if (process.platform === "linux" && !document && !onTheWeb) {
    fail("There is no Excel for Linux: use `npm start` for the built-in workbook, or `npm run excel -- web` for Excel in the browser.");
  }
  if (!isBuilt()) {
    console.log("Building dist/ (half a minute the first time) …");
    await build();
  }
  // The manifest names this port, so another one will not do.
  const certificate = await getHttpsServerOptions();
  const { address } = await serve({ port: 3000, certificate, mayMove: false });
  console.log(`Headroom is served at ${address} until you press Ctrl+C.`);
  if (onTheWeb && !document) {
    console.log("In Excel on the web choose Home › Add-ins › More Add-ins › Upload My Add-in, and there dist/manifest.xml.");
    return;
  }
  const started = await debug("start", manifest, ...(document ? ["web", "--document", document] : ["desktop"]), "--app", "excel");
  if (!started) fail("Excel was not started; the lines above say why. docs/excel-acceptance.md tells how to load dist/manifest.xml by hand.");
}

async function stop() {
  if (process.platform === "linux") fail("There is no Excel for Linux, so nothing is registered that could be removed.");
  if (!(await debug("stop", manifest))) fail("The add-in was not removed from Excel; the lines above say why.");
}

try {
  await (process.argv.includes("stop") ? stop() : start());
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
