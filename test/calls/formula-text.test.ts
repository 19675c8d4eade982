import { describe, expect, it } from "vitest";
import { argumentText, callOf, callsHeadroom } from "../../src/calls/formula-text.ts";

describe("the text of a formula", () => {
  it("is read as a call of a function with its ranges, left-out arguments and constants", () => {
    expect(callOf("=HEADROOM.ECL.TABLE(A2:A6,'ECL 2024'!$B$2:$B$6,,4)")).toEqual({
      id: "ECL.TABLE",
      arguments: [
        { kind: "range", block: { row: 1, column: 0, rows: 5, columns: 1 } },
        { kind: "range", sheet: "ECL 2024", block: { row: 1, column: 1, rows: 5, columns: 1 } },
        { kind: "omitted" },
        { kind: "constant", cells: [[4]] },
      ],
    });
  });

  it("keeps commas and brackets inside quotes, sheet names and array constants where they are", () => {
    expect(callOf(`=headroom.tie.sum("1,234.56",{1,"a)";2,"b"},'a,(b''c'!A1)`)?.arguments).toEqual([
      { kind: "constant", cells: [["1,234.56"]] },
      { kind: "constant", cells: [[1, "a)"], [2, "b"]] },
      { kind: "range", sheet: "a,(b'c", block: { row: 0, column: 0, rows: 1, columns: 1 } },
    ]);
  });

  it.each(["SUM(A1:A2)", "A1+1", "rate_2024", "{1,A1}", "{1,2;3}", "A:A", "A1#"])("leaves %s to the workbook", (text) => {
    expect(argumentText(text)).toEqual({ kind: "expression" });
  });

  it("reads a percentage as it is printed, and an error as an error", () => {
    expect(argumentText("97.86%")).toEqual({ kind: "constant", cells: [["97.86%"]] });
    expect(argumentText("#N/A")).toEqual({ kind: "constant", cells: [[{ error: "#N/A" }]] });
  });

  it.each(["=HEADROOM.ECL.RATES(A1)+1", "=SUM(HEADROOM.ECL.RATES(A1))", "=HEADROOM.ECL.RATES(A1)*HEADROOM.ECL.RATES(A2)"])("knows that %s is more than one call, yet calls us", (formula) => {
    expect(callOf(formula)).toBeUndefined();
    expect(callsHeadroom(formula)).toBe(true);
  });

  it("does not take another function for ours", () => {
    expect(callsHeadroom("=SUM(A1)")).toBe(false);
    expect(callsHeadroom("=MYHEADROOM.ECL(A1)")).toBe(false);
  });
});
