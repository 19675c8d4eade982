import { describe, expect, it } from "vitest";
import { plain } from "../../src/links/cell-print.ts";
import { withOwnColumns } from "../../src/links/own-columns.ts";
import type { CellContent } from "../../src/workbook/port.ts";

const formula = (text: string): CellContent => ({ value: 0, formula: text });

/** Own columns of rows 2 and 3 of the sheet, and what they hold once those rows are the second and the third of three. */
function afterOneAbove(...own: [string | null, string | null]): (string | null)[] {
  const standing = own.map((text) => [plain("甲"), text?.startsWith("=") ? formula(text) : plain(text)]);
  const rows = [undefined, 0, 1].map((from) => ({ from, source: 0, cells: [plain("甲")] }));
  return withOwnColumns(rows, { width: 1, top: 1, standing }).map(({ cells }) => cells[1]?.formula ?? (cells[1]?.value as string | null));
}

describe("own columns beside what a link writes", () => {
  it("extend one formula to the rows that are added", () => {
    expect(afterOneAbove("=B2*C2", "=B3*C3")).toEqual(["=B2*C2", "=B3*C3", "=B4*C4"]);
  });

  it("go on reading the cell beside the table that all rows read", () => {
    expect(afterOneAbove("=B2*F1", "=B3*F1")).toEqual(["=B2*F1", "=B3*F1", "=B4*F1"]);
    expect(afterOneAbove("=B2*汇率!A1", "=B3*汇率!A1")).toEqual(["=B2*汇率!A1", "=B3*汇率!A1", "=B4*汇率!A1"]);
  });

  it("go on reading the row of another sheet that each row reads", () => {
    expect(afterOneAbove("=汇率!A2", "=汇率!A3")).toEqual(["=汇率!A2", "=汇率!A3", "=汇率!A4"]);
  });

  it("stay blank in an added row where no formula stands throughout", () => {
    expect(afterOneAbove("=B2*C2", "=B3+C3")).toEqual([null, "=B3*C3", "=B4+C4"]);
    expect(afterOneAbove("已回函", null)).toEqual([null, "已回函", null]);
  });
});
