import { describe, expect, it } from "vitest";
import { kindByName, rowsInBlock } from "../../../src/pane/impairment/step/rows-in-block.ts";
import type { CellValue } from "../../../src/workbook/port.ts";

const contents = (cells: readonly (readonly CellValue[])[]) => cells.map((row) => row.map((value) => ({ value, formula: null })));
const range = { sheet: "预测", row: 4, column: 1, rows: 4, columns: 4 };

describe("rows found in a selected table", () => {
  it("are those of figures under a name, each with the range of its figures; a heading of years is none", () => {
    const found = rowsInBlock(range, contents([["项目", 2026, 2027, 2028], ["营业收入", 10, 11, 12], ["（单位：万元）", null, null, null], ["折旧和摊销", 1, 1, "-"]]));
    expect(found).toEqual([
      { name: "营业收入", kind: "revenue", range: { sheet: "预测", row: 5, column: 2, rows: 1, columns: 3 } },
      { name: "折旧和摊销", kind: "depreciation", range: { sheet: "预测", row: 7, column: 2, rows: 1, columns: 3 } },
    ]);
  });

  it.each([
    ["营业收入", "revenue"],
    ["主营业务成本", "cost"],
    ["税金及附加", "surtax"],
    ["管理费用", "expense"],
    ["折旧及摊销", "depreciation"],
    ["资本性支出", "maintenance-capex"],
    ["营运资金追加额", "working-capital"],
    ["现金净流量", "net-flow"],
    ["所得税费用", "income-tax"],
    ["利息支出", "financing"],
    ["Cost of sales", "cost"],
    ["Revenue", "revenue"],
    ["Income tax", "income-tax"],
    ["政府补助", "other-inflow"],
  ] as const)("take %s for %s", (name, kind) => {
    expect(kindByName(name)).toBe(kind);
  });
});
