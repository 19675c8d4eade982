import { describe, expect, it } from "vitest";
import { a1OnSheet } from "../../src/workbook/address.ts";
import { referencesIn } from "../../src/workbook/formula-references.ts";

const names = [{ name: "账面", range: { sheet: "数据", row: 0, column: 0, rows: 3, columns: 1 }, kind: "name" as const }];

describe("the cells a formula names", () => {
  it.each([
    ["=A1+$B$2", ["表!A1", "表!B2"]],
    ["=SUM(B2:C9, 数据!D4)", ["表!B2:C9", "数据!D4"]],
    ["='收入 2025'!$A$1:B3*2", ["'收入 2025'!A1:B3"]],
    ["=SUM('It''s'!A1)", ["'It''s'!A1"]],
    ["=SUM(B:B)+SUM(2:2)", ["表!B1:B1048576", "表!A2:XFD2"]],
    ["=SUM(账面)+账面2", ["数据!A1:A3"]],
    ['=IF(A1="B2","C3",LOG10(5))', ["表!A1"]],
    ["=ABC+2", []],
    ["=HEADROOM.DCF.NPV(A1:A3,0.1)", ["表!A1:A3"]],
    ["=#REF!+A1", ["表!A1"]],
  ])("%s", (formula, expected) => {
    expect(referencesIn(formula, "表", names).map(a1OnSheet)).toEqual(expected);
  });
});
