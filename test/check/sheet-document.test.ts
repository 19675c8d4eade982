import { describe, expect, it } from "vitest";
import { checked } from "../../src/check/checked.ts";
import { sheetCellAt, sheetDocument } from "../../src/check/sheet-document.ts";
import { namings } from "../../src/pane/pane-context.ts";
import { samples } from "../../src/samples/sample.ts";
import { a1 } from "../../src/workbook/address.ts";
import type { CellValue, SheetPlan } from "../../src/workbook/port.ts";
import { valuesOf } from "../support/sheet-values.ts";

/** The cells of a laid-out sheet with its formulas worked out. */
function cellsOf(plan: SheetPlan): CellValue[][] {
  const value = valuesOf(plan, namings["zh-CN"]);
  const width = Math.max(...plan.rows.map((cells) => cells.length)) + 12;
  return Array.from({ length: plan.rows.length + 30 }, (_, row) => Array.from({ length: width }, (_, column) => value(row, column)));
}

describe("the sheets of the samples", () => {
  it.each(samples.flatMap((sample) => sample.sheets().map((plan) => ({ name: plan.name, plan }))))("$name", async ({ plan }) => {
    const { findings, coverage, tails } = await checked(sheetDocument({ row: 0, column: 0, values: cellsOf(plan) }));
    console.log(plan.name, coverage.figures, coverage.checked, tails.length);
    expect(findings.map((f) => `${a1(sheetCellAt(f.figure.places[0] ?? { line: 0, start: 0, end: 0 }))} ${f.figure.text} ${f.figure.name} ${f.rule} ${f.difference} ${f.expected} from ${f.from.map((x) => x.text + "@" + x.places.map((p) => a1(sheetCellAt(p))).join()).join(";")} held ${f.held}`)).toEqual([]);
  });
});
