import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import esbuild from "esbuild";

const root = join(import.meta.dirname, "../..");

/** Loads one of our TypeScript modules into a script of the build; Node 20 cannot read TypeScript. */
export async function fromTypeScript(file) {
  const cache = join(root, "node_modules/.cache/headroom");
  mkdirSync(cache, { recursive: true });
  const outfile = join(cache, `${file.replaceAll("/", "-")}-${process.pid}.mjs`);
  await esbuild.build({ entryPoints: [join(root, file)], outfile, bundle: true, platform: "node", format: "esm", packages: "external", logLevel: "warning" });
  const module = await import(pathToFileURL(outfile).href);
  rmSync(outfile);
  return module;
}
