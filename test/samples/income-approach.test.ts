import { describe, expect, it } from "vitest";
import { incomeApproach } from "../../src/samples/income-approach.ts";
import { valuesOf } from "../support/sheet-values.ts";

describe("the income approach of filing 001", () => {
  it.each(incomeApproach.sheets().map((plan) => [plan.name, plan] as const))("%s: every tie is OK or a tail, and no formula answers with an error", (_, plan) => {
    const value = valuesOf(plan);
    const shown = plan.rows.flatMap((cells, row) => cells.map((_cell, column) => value(row, column)));
    expect(shown.filter((cell) => typeof cell === "string" && /^#|NaN|^BREAK$/.test(cell))).toEqual([]);
    expect(shown.filter((cell) => cell === "OK" || cell === "TAIL").length).toBeGreaterThanOrEqual(6);
  });

  it("values equity at 15,400.93, 51.34 above the print, which leaves out what is not operating", () => {
    const plan = incomeApproach.sheets()[1];
    if (!plan) throw new Error("no second sheet");
    const value = valuesOf(plan);
    const row = plan.rows.findIndex((cells) => String(cells[0]?.value).startsWith("减：付息债务后"));
    expect(Number(value(row, 2)).toFixed(2)).toBe("15400.93");
    expect(Number(value(row + 1, 2)).toFixed(2)).toBe("51.34");
  });
});
