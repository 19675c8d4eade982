import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { basename, join } from "node:path";
import { build, isBuilt } from "./build.mjs";
import { fromTypeScript } from "./from-typescript.mjs";

const root = join(import.meta.dirname, "../..");
const wanted = process.argv.slice(2);

// Between jobs that make and let go much, memory is cleared; the engine would throw away what it compiled with
// it and begin every job anew, which no workbook makes it do: `npm run bench` keeps it by --no-flush-bytecode.

// Each test/bench/NAME.bench.ts exports `name`, `drivesPage` where it needs one that is built, and `run()`, which answers a section of Markdown;
// its last report stands in docs/bench/NAME.md.
const files = readdirSync(join(root, "test/bench")).filter((file) => file.endsWith(".bench.ts"));
mkdirSync(join(root, "docs/bench"), { recursive: true });
for (const file of files) {
  const name = basename(file, ".bench.ts");
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const bench = await fromTypeScript(`test/bench/${file}`);
  if (bench.drivesPage && !isBuilt()) await build();
  console.log(`${bench.name} …`);
  const section = await bench.run();
  const machine = `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown"}`;
  writeFileSync(join(root, "docs/bench", `${name}.md`), `# ${bench.name}\n\n${machine}. Ratios within one run are the result; times are orientation.\n\n${section.trim()}\n`);
  console.log(section);
}
