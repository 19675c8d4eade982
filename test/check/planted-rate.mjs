import { readFileSync } from "node:fs";
import { fromTypeScript } from "../../src/build/from-typescript.mjs";

const { plantedOutcomes } = await fromTypeScript("test/check/planted-rate.ts");
const { plantKinds } = await fromTypeScript("test/check/plants.ts");
const [file, ...options] = process.argv.slice(2);
const option = (name, otherwise) => Number(options.find((each) => each.startsWith(`--${name}=`))?.split("=")[1] ?? otherwise);
const [count, seed, from, to] = [option("count", 120), option("seed", 1), option("from", 1), option("to", Infinity)];
const text = readFileSync(file, "utf8").split(/\r?\n/).slice(from - 1, to).join("\n");
const outcomes = await plantedOutcomes(text, count, seed);
const share = (part, whole) => `${part.length} of ${whole.length} (${whole.length === 0 ? "–" : Math.round((100 * part.length) / whole.length)}%)`;
for (const [title, own] of [...plantKinds.map((kind) => [kind, outcomes.filter(({ plant }) => plant.kind === kind)]), ["all", outcomes], ["all on lines whose figures all take part", outcomes.filter(({ tied }) => tied)]]) {
  const noticed = own.filter((each) => each.noticed);
  console.log(`${title}: noticed ${share(noticed, own)}; of these pointed at ${share(noticed.filter((each) => each.pointed), noticed)}, righted ${share(noticed.filter((each) => each.righted), noticed)}, named ${share(noticed.filter((each) => each.named), noticed)}`);
}
console.log("\nhow those that are pointed at are called:");
for (const kind of plantKinds) {
  const called = outcomes.flatMap((each) => (each.plant.kind === kind && each.pointed ? [each.called] : []));
  const counts = [...new Set(called)].map((name) => [name, called.filter((other) => other === name).length]).sort((a, b) => b[1] - a[1]);
  console.log(`${kind} (${called.length}): ${counts.map(([name, times]) => `${name} ${times}`).join(", ")}`);
}
if (options.includes("--missed")) for (const { plant, tied, noticed, pointed, named } of outcomes) if (!named || !pointed) console.log(`${plant.line + from - 1} @${plant.start}: ${plant.kind}: ${plant.was} as ${plant.now}${tied ? ", tied" : ""}${noticed ? ", noticed" : ""}${pointed ? ", pointed at" : ""}`);
