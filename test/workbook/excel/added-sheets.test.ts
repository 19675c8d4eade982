import { describe, expect, it } from "vitest";
import { excelHost, plan, refusal } from "../../support/excel-host.ts";

const excel = excelHost();

describe("adding sheets to Excel", () => {
  const plans = [plan("ECL", [[{ value: 1, style: "header" }]]), plan("MARGIN", [[{ value: 2, style: "header" }]])];

  it.each([
    ["the second sheet is written", "range.formulas", 2],
    ["the last look is given", "format.font.bold", 2],
    ["Excel answers for the last time", "sync", 3],
  ])("leaves none of them where it fails when %s", async (_, what, nth) => {
    excel.failing(what, nth, "GeneralException");
    expect(await refusal(excel.workbook.write({ sheets: plans }))).toEqual({ code: "host-failed", detail: "GeneralException" });
    expect(excel.sheetNames()).toEqual(["Sheet1"]);
  });

  it("is refused in a workbook whose structure is protected, and cannot be undone there", async () => {
    const written = await excel.workbook.write({ sheets: plans });
    excel.office.book.structureProtected = true;
    expect(await refusal(excel.workbook.write({ sheets: plans }))).toEqual({ code: "workbook-protected" });
    expect(await refusal(written.undo())).toEqual({ code: "workbook-protected" });
    expect(excel.sheetNames()).toEqual(["Sheet1", "ECL", "MARGIN"]);
  });

  it("is not undone where nothing else would be left to show", async () => {
    const written = await excel.workbook.write({ sheets: plans });
    await excel.person.deletesSheet("Sheet1");
    expect(await written.undo()).toBe(false);
    expect(excel.sheetNames()).toEqual(["ECL", "MARGIN"]);
  });

  it("writes large sheets in several requests, every cell in its place", async () => {
    const rows = Array.from({ length: 25_000 }, (_, row) => [{ value: row }, { value: `第 ${row} 行` }]);
    await excel.workbook.write({ sheets: [plan("Ledger", rows)] });
    expect(await excel.workbook.read({ sheet: "Ledger", row: 24_998, column: 0, rows: 2, columns: 2 })).toEqual(
      [24_998, 24_999].map((row) => [{ value: row, formula: null }, { value: `第 ${row} 行`, formula: null }]),
    );
  });

  it("gives the looks, widths, formats, merged cells and frozen rows of the plan", async () => {
    await excel.workbook.write({ sheets: [
      {
        name: "ECL",
        columnWidths: [20],
        frozenRows: 2,
        merged: [{ row: 0, column: 0, rows: 1, columns: 2 }],
        rows: [
          [{ value: "账龄", style: "header" }, { style: "header" }, { value: "note", wrap: true, style: "header" }, { wrap: true }, undefined, { wrap: true, style: "header" }],
          [undefined, { value: 0.5, style: "total", format: "0.00%" }],
        ],
      },
    ] });
    const { looks, formats, page } = excel.office.book.find("ECL") ?? {};
    expect(page?.get("frozen")).toEqual([2, 0]);
    expect(Object.fromEntries(looks ?? [])).toMatchObject({
      "A1 format.columnWidth": 108.75,
      "A1:B1 format.font.bold": true,
      "A1:B1 format.horizontalAlignment": "Center",
      "A1:B1 format.borders.EdgeBottom.style": "Continuous",
      "A1:B1 merged": true,
      "C1 format.wrapText": true,
      "D1 format.wrapText": true,
      "F1 format.font.bold": true,
      "B2 format.borders.EdgeBottom.style": "Double",
    });
    expect(Object.fromEntries(formats ?? [])).toEqual({ B2: "0.00%" });
  });
});

describe("a sheet added to Excel", () => {
  const block = (row: number, column: number, rows: number, columns: number) => ({ row, column, rows, columns });

  it.each<[number | undefined, number | undefined, number[] | undefined]>([
    [2, 1, [2, 1]],
    [undefined, 3, [0, 3]],
    [4, undefined, [4, 0]],
    [undefined, undefined, undefined],
  ])("has %s rows and %s columns frozen as planned", async (frozenRows, frozenColumns, frozen) => {
    await excel.workbook.write({ sheets: [{ ...plan("ECL", [[{ value: 1 }]]), ...(frozenRows && { frozenRows }), ...(frozenColumns && { frozenColumns }) }] });
    expect(excel.office.book.find("ECL")?.page.get("frozen")).toEqual(frozen);
  });

  it("prints in landscape, one page wide, with its title rows on every page", async () => {
    await excel.workbook.write({ sheets: [{ ...plan("ECL", [[{ value: 1 }]]), printTitleRows: 3 }] });
    expect(Object.fromEntries(excel.office.book.find("ECL")?.page ?? [])).toEqual({ orientation: "Landscape", zoom: { horizontalFitToPages: 1, verticalFitToPages: 0 }, "title rows": "$1:$3" });
  });

  it("has its charts over its cells, the base of a waterfall taking room without being seen", async () => {
    const rows = [["期间", "基数", "现值"], ["2026", 0, 1905.61], ["2027", 1905.61, 1193.96]].map((row) => row.map((value) => ({ value })));
    await excel.workbook.write({ sheets: [
      {
        ...plan("ECL", rows),
        charts: [
          {
            kind: "column-stacked",
            title: "使用价值",
            categories: block(1, 0, 2, 1),
            series: [{ name: "基数", values: block(1, 1, 2, 1), hidden: true }, { name: "现值", values: block(1, 2, 2, 1) }],
            place: block(4, 0, 12, 6),
          },
          { kind: "bar", title: "敏感性", categories: block(0, 1, 1, 2), series: [{ name: "变动", values: block(1, 1, 1, 2) }, { name: "再变动", values: block(2, 1, 1, 2) }], place: block(4, 7, 8, 3) },
        ],
      },
    ] });
    expect(excel.office.book.find("ECL")?.charts).toEqual([
      {
        type: "ColumnStacked",
        name: "Headroom 1",
        title: "使用价值",
        place: "A5:F16",
        legend: "",
        reversed: false,
        series: [
          { name: "基数", values: "B2:B3", categories: "A2:A3", filled: false, lined: false, inLegend: true },
          { name: "现值", values: "C2:C3", categories: "A2:A3", filled: true, lined: true, inLegend: true },
        ],
      },
      {
        type: "BarClustered",
        name: "Headroom 2",
        title: "敏感性",
        place: "H5:J12",
        legend: "Bottom",
        reversed: true,
        series: [
          { name: "变动", values: "B2:C2", categories: "B1:C1", filled: true, lined: true, inLegend: true },
          { name: "再变动", values: "B3:C3", categories: "B1:C1", filled: true, lined: true, inLegend: true },
        ],
      },
    ]);
  });

  it("is not left behind where a chart cannot be drawn", async () => {
    excel.failing("charts.add", 1, "GeneralException");
    const charts = [{ kind: "line" as const, title: "", categories: block(0, 0, 1, 1), series: [{ name: "a", values: block(0, 0, 1, 1) }], place: block(1, 0, 1, 1) }];
    expect(await refusal(excel.workbook.write({ sheets: [{ ...plan("ECL", [[{ value: 1 }]]), charts }] }))).toEqual({ code: "host-failed", detail: "GeneralException" });
    expect(excel.sheetNames()).toEqual(["Sheet1"]);
  });
});
