import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import webpack from "webpack";
import configuration from "../../webpack.config.js";

const root = join(import.meta.dirname, "../..");

function newest(path) {
  const status = statSync(join(root, path), { throwIfNoEntry: false });
  if (!status) return 0;
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(status.mtimeMs, ...readdirSync(join(root, path)).map((name) => newest(join(path, name))));
}

/** Whether dist/ was made, with no options, from what stands in the tree now. */
export function isBuilt() {
  const made = statSync(join(root, "dist/index.html"), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return ["src", "assets", "manifest.xml", "webpack.config.js", "package-lock.json"].every((path) => newest(path) < made);
}

/** Writes dist/, ready for any static host. */
export async function build(options = {}) {
  const compiler = webpack(await configuration(options));
  const stats = await new Promise((resolve, reject) => compiler.run((error, result) => (error ? reject(error) : resolve(result))));
  await new Promise((resolve) => compiler.close(resolve));
  if (stats.hasErrors()) throw new Error(stats.toString({ preset: "errors-only" }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const given = process.argv.slice(2).map((word) => /^--(address|officeJs|allowedOrigins)=(.+)$/.exec(word)?.slice(1) ?? refuse(word));
  console.log("Building dist/ …");
  await build(Object.fromEntries(given));
  console.log("dist/ is ready for any static host.");
}

function refuse(word) {
  console.error(`'${word}' is not known. Use --address=https://… for where the add-in will be served, --officeJs=https://… for where Office.js comes from, --allowedOrigins=https://… for the origins that links may read from.`);
  process.exit(1);
}
