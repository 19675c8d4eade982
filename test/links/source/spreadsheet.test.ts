import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { spreadsheetSheets, spreadsheetTable } from "../../../src/links/source/spreadsheet.ts";

const day = (iso: string) => new Date(`${iso}T00:00:00Z`);
const book = () =>
  writeXlsx({
    sheets: [
      {
        name: "往来",
        rows: [
          ["2024 年往来明细", null, null, null],
          [null, null, null, null],
          [null, "客户", "开票日", "金额"],
          [null, "甲公司", day("2024-12-31"), 1234.5],
          [null, "乙公司", day("2025-01-01"), "1,000.00"],
          [null, "丙公司", day("2025-05-31"), "未披露"],
          [null, "合计", null, "不明"],
        ],
      },
      { name: "隐藏", hidden: true, rows: [["a"]] },
      { name: "空白", rows: [] },
    ],
  });

describe("an .xlsx sheet", () => {
  it("is offered by name unless it is hidden", async () => {
    expect(await spreadsheetSheets(await book())).toEqual(["往来", "空白"]);
  });

  it("is read from its header on: dates as serial numbers, figures as printed too", async () => {
    const table = await spreadsheetTable(await book(), { sheet: "往来", range: "" });
    expect(table.columns).toEqual(["客户", "开票日", "金额"]);
    expect(table.kinds).toEqual(["text", "date", "number"]);
    expect(table.rows).toEqual([["甲公司", 45657, 1234.5], ["乙公司", 45658, 1000], ["丙公司", 45808, "未披露"], ["合计", null, "不明"]]);
    expect(table.unread).toEqual([{ row: 3, column: 2, text: "不明", place: { sheetRow: 7 } }]);
    expect(table.faults).toEqual([{ code: "lines-above", lines: { first: 1, last: 2 } }]);
  });

  it("is read in part by its range", async () => {
    const table = await spreadsheetTable(await book(), { sheet: "往来", range: "B3:D5" });
    expect(table.rows).toEqual([["甲公司", 45657, 1234.5], ["乙公司", 45658, 1000]]);
    expect(table.faults).toEqual([]);
  });

  it("gives the results of formulas, not the formulas", async () => {
    const file = await writeXlsx({ sheets: [{ name: "表", rows: [["项目", "金额"], ["甲", 1], ["乙", 2]], cells: new Map([["2,1", { formula: "B2*2", formulaResult: 2, type: "formula" as const, value: 2 }]]) }] });
    expect((await spreadsheetTable(file, { sheet: "表", range: "" })).rows).toEqual([["甲", 1], ["乙", 2]]);
  });

  it("tells how far it is, also where the file has its sheets before what they need, as Excel writes it", async () => {
    const rows = Array.from({ length: 20_000 }, (_, row) => [`客户${row}`, row / 4]);
    const { "xl/worksheets/sheet1.xml": sheet, ...parts } = unzipSync(await writeXlsx({ sheets: [{ name: "表", rows: [["客户", "金额"], ...rows] }] }));
    if (!sheet) throw new Error("no sheet");
    const shares: number[] = [];
    const table = await spreadsheetTable(zipSync({ "xl/worksheets/sheet1.xml": sheet, ...parts }), { sheet: "表", range: "" }, { onProgress: (share) => shares.push(share) });
    expect(table.rows).toEqual(rows);
    expect(shares.some((share) => share > 0.1 && share < 0.5)).toBe(true);
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
  });

  it("is read also where the file calls its parts by names of its own", async () => {
    const parts = unzipSync(await book());
    const named = Object.entries(parts).map(([path, data]) => [path.replace("sheet1.xml", "tabelle.xml"), path.endsWith(".rels") || path.startsWith("[") ? strToU8(strFromU8(data).replaceAll("sheet1.xml", "tabelle.xml")) : data]);
    expect((await spreadsheetTable(zipSync(Object.fromEntries(named) as Record<string, Uint8Array>), { sheet: "往来", range: "" })).rows).toHaveLength(4);
  });

  it.each([
    ["a sheet it does not have", async () => spreadsheetTable(await book(), { sheet: "别的", range: "" }), { code: "sheet-missing", sheet: "别的" }],
    ["a sheet without cells", async () => spreadsheetTable(await book(), { sheet: "空白", range: "" }), { code: "source-empty" }],
    ["a file cut in the middle", async () => spreadsheetTable((await book()).slice(0, 900), { sheet: "往来", range: "" }), { code: "file-unreadable" }],
  ])("is refused for %s", async (_, read, issue) => {
    await expect(read()).rejects.toMatchObject({ issue });
  });
});
