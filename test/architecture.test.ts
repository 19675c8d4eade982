import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { describe, expect, it } from "vitest";

interface Layer {
  /** The layers it may import besides itself. */
  readonly knows: readonly string[];
  /** The packages it may import, with everything below them. */
  readonly packages?: readonly string[];
}

/** The dependency rule of docs/architecture.md as data. The most particular path wins. */
const layers: Record<string, Layer> = {
  core: { knows: [] },
  "core/decimal.ts": { knows: ["core"], packages: ["decimal.js"] },
  reading: { knows: ["core"] },
  "reading/html-cells.ts": { knows: ["reading", "core"], packages: ["htmlparser2"] },
  "reading/docx.ts": { knows: ["reading"], packages: ["htmlparser2", "fflate"] },
  functions: { knows: ["core"] },
  locales: { knows: ["core", "functions", "workflows", "check/finding.ts", "workbook/port.ts", "workbook/file.ts", "links/link-refusal.ts", "links/source/source-table.ts"] },
  "workbook/address.ts": { knows: [] },
  // Formulas as text: what a copy of one reads elsewhere.
  "workbook/formula-tokens.ts": { knows: ["workbook/address.ts"] },
  "workbook/formula-references.ts": { knows: ["workbook/address.ts", "workbook/formula-tokens.ts", "workbook/port.ts"] },
  "workbook/formula-shift.ts": { knows: ["workbook/address.ts", "workbook/formula-tokens.ts"] },
  // Reading a document that was saved in a workbook, part by part.
  "workbook/document.ts": { knows: [] },
  "workbook/port.ts": { knows: ["workbook/address.ts"] },
  "workbook/look.ts": { knows: ["workbook/port.ts"] },
  "workbook/row-height.ts": { knows: ["workbook/port.ts", "workbook/look.ts"] },
  "workbook/state.ts": { knows: ["workbook/port.ts"] },
  "workbook/file.ts": { knows: [] },
  "workbook/mark.ts": { knows: ["workbook/port.ts"] },
  "workbook/pin-name.ts": { knows: [] },
  // What both adapters write by: how a plan is counted, how far a writing is, and that one waits for the other.
  "workbook/block-plan.ts": { knows: ["workbook/port.ts", "workbook/address.ts"] },
  "workbook/pace.ts": { knows: ["workbook/port.ts"] },
  "workbook/turns.ts": { knows: [] },
  "workbook/range-name.ts": { knows: [] },
  "workbook/sheet-name.ts": { knows: ["workbook/state.ts"] },
  "workbook/excel": { knows: ["workbook/port.ts", "workbook/address.ts", "workbook/look.ts", "workbook/row-height.ts", "workbook/state.ts", "workbook/sheet-name.ts", "workbook/range-name.ts", "workbook/pin-name.ts", "workbook/block-plan.ts", "workbook/pace.ts", "workbook/turns.ts", "workbook/mark.ts"] },
  "workbook/embedded": { knows: ["workbook/port.ts", "workbook/address.ts", "workbook/formula-tokens.ts", "workbook/formula-shift.ts", "workbook/look.ts", "workbook/row-height.ts", "workbook/state.ts", "workbook/sheet-name.ts", "workbook/range-name.ts", "workbook/pin-name.ts", "workbook/block-plan.ts", "workbook/pace.ts", "workbook/turns.ts", "workbook/mark.ts", "workbook/file.ts", "functions", "core"], packages: ["hucre", "fflate"] },
  "workbook/embedded/engine.ts": {
    knows: ["workbook", "functions", "core"],
    packages: ["@univerjs", "rxjs"],
  },
  "workbook/embedded/engine-terms.ts": { knows: [], packages: ["@univerjs"] },
  // What a person sees of the engine needs a page; engine.ts calculates without one, in tests.
  "workbook/embedded/engine-view.ts": { knows: ["workbook/embedded/engine.ts"], packages: ["@univerjs"] },
  // A formula that is one call of our functions, read and computed with the cells as they are.
  calls: { knows: ["functions", "core", "workbook/port.ts", "workbook/address.ts"] },
  check: { knows: ["reading", "functions", "core", "workbook/port.ts", "workbook/address.ts", "workbook/document.ts"] },
  links: { knows: ["calls", "reading", "functions", "core", "workbook/port.ts", "workbook/address.ts", "workbook/document.ts", "workbook/formula-tokens.ts", "workbook/formula-shift.ts", "workbook/formula-references.ts"] },
  "links/source/delimited.ts": { knows: ["links/source"], packages: ["papaparse"] },
  "links/source/archive-pieces.ts": { knows: ["links/source"], packages: ["fflate"] },
  "links/source/sheet-rows.ts": { knows: ["links/source"], packages: ["hucre"] },
  workflows: { knows: ["functions", "core", "workbook/port.ts", "workbook/address.ts", "workbook/document.ts"] },
  // Formulas of one sheet name others that come in the same writing, so the names are chosen before.
  "workflows/impairment/report/placement.ts": { knows: ["workflows", "workbook/port.ts", "workbook/address.ts", "workbook/sheet-name.ts"] },
  samples: { knows: ["functions", "core", "workbook/port.ts", "workbook/address.ts"] },
  pane: {
    knows: ["links", "calls", "samples", "workflows", "check", "locales", "functions", "core", "workbook/port.ts", "workbook/address.ts"],
    packages: ["react", "react-dom", "@fluentui/react-components"],
  },
  hosts: { knows: ["pane", "samples", "locales", "functions", "core", "workbook"], packages: ["react", "react-dom", "@fluentui/react-components"] },
  build: { knows: ["check", "reading", "samples", "locales", "functions", "core", "workbook/port.ts"], packages: ["webpack", "node:", "esbuild", "sirv", "fast-xml-parser", "office-addin-debugging", "office-addin-dev-certs"] },
};

const within = (path: string, layer: string) => path === layer || path.startsWith(`${layer}/`);
const layerOf = (path: string) =>
  Object.keys(layers).filter((layer) => within(path, layer)).sort((a, b) => b.length - a.length)[0] ?? "(none)";
const importsOf = (source: string) =>
  [...source.matchAll(/^(?:import|export)\s[\w\s{},*$]*?from\s*"([^"]+)"|^import\s*"([^"]+)"|\bimport\(\s*(?:\/\*.*?\*\/\s*)?"([^"]+)"/gm)]
    .map(([, named, effect, lazy]) => named ?? effect ?? lazy ?? "");

/** What a file imports against the rule. */
function trespasses(file: string, source: string): string[] {
  const own = layerOf(file);
  const rule = layers[own] ?? { knows: [] };
  return importsOf(source).filter((target) => {
    if (!target.startsWith(".")) return !(rule.packages ?? []).some((name) => target === name || target.startsWith(name.endsWith(":") ? name : `${name}/`));
    const path = join(dirname(file), target.replace(/\?.*$/, ""));
    return layerOf(path) !== own && !rule.knows.some((layer) => within(path, layer)) && !within(path, own);
  });
}

/** What a file's name or text has against the house rules. */
function faults(file: string, source: string): string[] {
  const lines = source.split("\n").length;
  const data = /^(locales|samples)\//.test(file);
  return [
    ...(lines > 251 && !data ? [`${lines} lines: split by subject`] : []),
    ...(/(^|\/)(index|utils?|helpers?|common|misc|manager|service)\b/.test(file) ? ["named for nothing"] : []),
    ...(/[A-Z]/.test(file.split("/").at(-1) ?? "") ? ["not in kebab-case"] : []),
    ...(/@ts-(ignore|nocheck|expect-error)|\bTODO\b|\bFIXME\b/.test(source) ? ["unfinished or silenced"] : []),
    ...(layerOf(file) !== "workbook/embedded/engine.ts" && /\bas any\b|: any\b|<any>|as unknown as/.test(source) ? ["untyped"] : []),
    ...(file.startsWith("core/") && /\bDate\.now|new Date\(|Math\.(random|exp|log|pow|expm1|log1p|sin|cos|tan)\b|Intl\./.test(source) ? ["a clock, randomness, locale, or a function that differs between engines"] : []),
  ];
}

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /\.tsx?$/.test(file));
const textOf = (file: string) => readFileSync(`src/${file}`, "utf8");

describe("the dependency rule", () => {
  it.each(files)("%s imports only what its layer may import", (file) => {
    expect(trespasses(file, textOf(file))).toEqual([]);
  });

  it.each([
    ["core/a.ts", 'import { x } from "../functions/define.ts";'],
    ["core/a.ts", 'import Decimal from "decimal.js";'],
    ["core/a.ts", 'const later = import("react");'],
    ["functions/a.ts", 'import "../pane/room.tsx";'],
    ["workbook/excel/a.ts", 'import { x } from "../embedded/engine.ts";'],
    ["workbook/embedded/a.ts", 'import { Univer } from "@univerjs/core";'],
    ["pane/a.tsx", 'export { x } from "../workbook/excel/excel-workbook.ts";'],
    ["pane/a.tsx", 'import type { x } from "../hosts/excel/pane.tsx";'],
  ])("catches %s with %s", (file, source) => {
    expect(trespasses(file, source)).toHaveLength(1);
  });
});

describe("the house rules", () => {
  it.each(files)("%s is small, named for its subject and fully typed", (file) => {
    expect(faults(file, textOf(file))).toEqual([]);
  });
});
