import { beforeAll, describe, expect, it } from "vitest";
import { argumentOf } from "../../src/functions/cell.ts";
import { constantText } from "../../src/hosts/embedded/functions.ts";
import type { CellPlan, CellValue, SheetPlan } from "../../src/workbook/port.ts";
import { caseMaps } from "../cases/case-maps.ts";
import { publishedCases } from "../cases/published-case.ts";
import { HeadlessWorkbook } from "../support/engine.ts";

const cases = caseMaps.flatMap((map) => publishedCases.flatMap((published) => (map[published.id]?.(published) ?? []).map((formula, index) => ({ published, formula, index }))));

// A spill is looked for among all others of its sheet: a few on each keep that short.
const perSheet = 25;
const apart = 60;

describe("the published cases, typed as formulas into the embedded workbook", () => {
  const results: CellValue[][][] = [];

  beforeAll(async () => {
    const host = new HeadlessWorkbook();
    const plans: SheetPlan[] = [];
    for (let first = 0; first < cases.length; first += perSheet) {
      const rows: (CellPlan | undefined)[][] = [];
      cases.slice(first, first + perSheet).forEach(({ formula: { id, args } }, place) => {
        rows[place * apart] = [{ formula: `=HEADROOM.${id}(${args.map((given) => constantText(argumentOf(given))).join(",")})` }];
      });
      plans.push({ name: `Cases ${first}`, columnWidths: Array<number>(apart).fill(9), rows: Array.from({ length: perSheet * apart }, (_, row) => rows[row] ?? []) });
    }
    const { sheets } = await host.workbook.write({ sheets: plans });
    for (const index of cases.keys()) {
      const sheet = sheets[Math.floor(index / perSheet)] ?? "";
      const block = await host.workbook.read({ sheet, row: (index % perSheet) * apart, column: 0, rows: apart, columns: apart });
      const filled = block.map((row) => row.map(({ value }) => value)).filter((row) => row.some((value) => value !== null));
      const width = Math.max(1, ...filled.map((row) => row.findLastIndex((value) => value !== null) + 1));
      results.push(filled.map((row) => row.slice(0, width)));
    }
    expect(host.faults).toEqual([]);
  }, 120_000);

  it.each(cases.map(({ published, formula, index }, place) => [`${published.id} (${published.source})`, formula.id, index + 1, formula.verdict, formula, place] as const))(
    "%s: %s %d is %s",
    (_name, _id, _index, verdict, { found }, place) => {
      expect(found((results[place] ?? []).map((row) => row.map((cell) => cell ?? "")))).toBe(verdict);
    },
  );
});
