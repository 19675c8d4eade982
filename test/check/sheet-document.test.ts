import { describe, expect, it } from "vitest";
import { checked } from "../../src/check/checked.ts";
import { sheetCellAt, sheetDocument } from "../../src/check/sheet-document.ts";
import { namings } from "../../src/pane/pane-context.ts";
import { samples } from "../../src/samples/sample.ts";
import { a1 } from "../../src/workbook/address.ts";
import type { CellValue, SheetPlan } from "../../src/workbook/port.ts";
import { valuesOf } from "../support/sheet-values.ts";

type Cells = readonly (readonly CellValue[])[];

const documentOf = (values: Cells, row = 0, column = 0) => sheetDocument({ row, column, values });

/** What is found on cells: where, what is printed, and what it should be. */
async function found(values: Cells, row = 0, column = 0): Promise<string[]> {
  const { findings } = await checked(documentOf(values, row, column));
  return findings.map(({ figure, expected }) => `${figure.places.map((place) => a1(sheetCellAt(place))).join()} ${figure.text} → ${expected}`);
}

/** The cells of a laid-out sheet with its formulas worked out, and what they spill. */
function cellsOf(plan: SheetPlan): Cells {
  const value = valuesOf(plan, namings["zh-CN"]);
  const width = Math.max(...plan.rows.map((cells) => cells.length)) + 12;
  return Array.from({ length: plan.rows.length + 30 }, (_, row) => Array.from({ length: width }, (_, column) => value(row, column)));
}

const receivables: Cells = [
  ["应收账款账龄", null, null, null],
  ["单位：万元", null, null, null],
  ["账龄", "2025年5月31日", "2024年12月31日", "2023年12月31日"],
  ["1年以内", 68_405.12, 63_450.55, 61_118.4],
  ["1至2年", 1_204.5, 980.25, 1_466.03],
  ["2至3年", 356.77, 402.1, 390.66],
  ["合计", 69_966.39, 64_832.9, 62_975.09],
];

describe("the sheets of the samples", () => {
  it.each(samples.flatMap((sample) => sample.sheets().map((plan) => ({ name: plan.name, plan }))))("$name: nothing is found wrong", async ({ plan }) => {
    expect(await found(cellsOf(plan))).toEqual([]);
  });
});

describe("a table on a sheet", () => {
  it("is read with its unit, its header and the cell of each figure", () => {
    const [table] = documentOf(receivables, 10, 2).tables;
    expect(table?.unit?.text).toBe("万元");
    expect(table?.columns.map(({ name, role }) => `${name} ${role}`)).toEqual(["账龄 label", "2025年5月31日 figures", "2024年12月31日 figures", "2023年12月31日 figures"]);
    expect(table?.rows.map(({ kind }) => kind)).toEqual(["item", "item", "item", "total"]);
    const [place] = table?.rows[0]?.cells[1]?.places ?? [];
    expect(place && a1(sheetCellAt(place))).toBe("D14");
  });

  it("prints figures with the decimals of their row and column, rates in percent, and no year as a figure", () => {
    const [table] = documentOf([
      ["项目", 2025, 2024],
      ["营业收入", 1200, 980.5],
      ["营业成本", 900.25, 700.75],
      ["税金及附加", 12.36, 10.17],
      ["毛利率", 0.2498, 0.2853],
    ]).tables;
    expect(table?.columns.map(({ name }) => name)).toEqual(["项目", "2025", "2024"]);
    expect(table?.rows.map(({ cells }) => cells.map(({ text }) => text).join(" "))).toEqual(["营业收入 1,200.0 980.5", "营业成本 900.25 700.75", "税金及附加 12.36 10.17", "毛利率 24.98% 28.53%"]);
  });

  it("leaves whole quantities whole beside prices and amounts", () => {
    const [table] = documentOf([
      ["产品", "数量（吨）", "单价（元/吨）", "金额（元）"],
      ["甲", 12_345, 3.21, 39_627.45],
      ["乙", 10_020, 4.5, 45_090],
      ["丙", 8_011, 2.75, 22_030.25],
    ]).tables;
    expect(table?.rows.map(({ cells }) => cells.map(({ text }) => text).join(" "))).toEqual(["甲 12,345 3.21 39,627.45", "乙 10,020 4.5 45,090.0", "丙 8,011 2.75 22,030.25"]);
  });

  it("holds where it adds up, computed doubles included", async () => {
    const [first, ...rest] = receivables.slice(3, 6).map(([, value]) => Number(value));
    const computed = receivables.map((cells, row) => (row === 6 ? ["合计", rest.reduce((sum, value) => sum + value, first ?? 0), ...cells.slice(2)] : cells));
    expect(await found(computed)).toEqual([]);
  });

  it("is found wrong at the very cell, wherever on the sheet it stands", async () => {
    const wrong = receivables.map((cells, row) => (row === 6 ? ["合计", 69_966.39, 64_382.9, 62_975.09] : cells));
    expect(await found(wrong, 4, 3)).toEqual(["F11 64,382.90 → 64,832.90"]);
  });

  it("is found wrong beside another table and above one", async () => {
    const wrong = receivables.map((cells, row) => (row === 6 ? ["合计", 69_966.39, 64_832.9, 62_957.09] : cells));
    const both = receivables.map((cells, row) => [...cells, null, ...(wrong[row] ?? [])]);
    expect(await found([...both, [], [], ...receivables])).toEqual(["I7 62,957.09 → 62,975.09"]);
  });

  it("goes on over a blank row above its total", async () => {
    const [title, unit, header, ...rows] = receivables;
    const values = [title, unit, header, ...rows.slice(0, 3), [null, null, null, null], ["合计", 69_966.39, 64_832.9, 62_975.9]].map((cells) => cells ?? []);
    expect(await found(values)).toEqual(["D8 62,975.90 → 62,975.09"]);
  });

  it("leaves out columns that number lines, days and cells in error", () => {
    const [table] = documentOf([
      ["行次", "项目", "签约日期", "金额"],
      [1, "甲", 45_657, 120.5],
      [2, "乙", 45_688, "#DIV/0!"],
      [3, "丙", 45_716, 99.25],
    ]).tables;
    expect(table?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ["", "甲", "2024-12-31", "120.5"],
      ["", "乙", "2025-01-31", "n/a"],
      ["", "丙", "2025-02-28", "99.25"],
    ]);
  });

  it("is held against the sentence below it, and the sentence's cell is found", async () => {
    const values = [...receivables, [], ["2025年5月末，公司应收账款账龄在1年以内的金额为68,450.12万元，占比较高，回款情况良好。", null, null, null]];
    const { paragraphs } = documentOf(values);
    const sentence = paragraphs.find(({ text }) => text.includes("68,450.12"));
    expect(sentence?.pieces.map(({ place }) => a1(sheetCellAt(place)))).toEqual(["A9"]);
  });
});
