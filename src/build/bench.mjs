import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import esbuild from "esbuild";

const root = join(import.meta.dirname, "../..");
const cache = join(root, "node_modules/.cache/bench");
const wanted = process.argv.slice(2);

// Each test/bench/NAME.bench.ts exports `name` and `run()`, which answers a section of Markdown;
// its last report stands in docs/bench/NAME.md.
const files = readdirSync(join(root, "test/bench")).filter((file) => file.endsWith(".bench.ts"));
mkdirSync(cache, { recursive: true });
mkdirSync(join(root, "docs/bench"), { recursive: true });
for (const file of files) {
  const name = basename(file, ".bench.ts");
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const outfile = join(cache, `${name}.mjs`);
  await esbuild.build({ entryPoints: [join(root, "test/bench", file)], outfile, bundle: true, platform: "node", format: "esm", packages: "external", logLevel: "warning" });
  const bench = await import(pathToFileURL(outfile).href);
  console.log(`${bench.name} …`);
  const section = await bench.run();
  const machine = `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown"}`;
  writeFileSync(join(root, "docs/bench", `${name}.md`), `# ${bench.name}\n\n${machine}. Ratios within one run are the result; times are orientation.\n\n${section.trim()}\n`);
  console.log(section);
}
