import { describe, expect, it, vi } from "vitest";
import { lookOf } from "../../support/office-looks.ts";
import { excelHost, A1, refusal } from "../../support/excel-host.ts";

const excel = excelHost();

describe("writing into a sheet that stands in Excel", () => {
  const cells = (count: number) => Array.from({ length: count }, (_, row) => [{ value: row }, { value: `第 ${row} 行` }]);
  const block = (count: number) => ({ sheet: "Sheet1", row: 0, column: 0, cells: cells(count) });

  it("takes a request to look and one to write for every twenty thousand cells", async () => {
    await excel.workbook.write({ blocks: [block(10_000)] });
    // The sheets, what stands there, and the writing.
    expect(excel.office.syncs).toBe(3);
    excel.office.syncs = 0;
    await excel.workbook.write({ blocks: [block(30_000)] });
    expect(excel.office.syncs).toBe(7);
  });

  it("gives looks and number formats, and leaves exactly the old ones when it is undone", async () => {
    const sheet = excel.office.book.active;
    sheet.formats.set("A1", "#,##0.00");
    await excel.workbook.write({ blocks: [{ sheet: "Sheet1", row: 0, column: 1, cells: [[{ value: 1, style: "input" }]] }] });
    const before = ["A1", "B1", "C1"].map((cell) => lookOf(sheet, cell));
    const written = await excel.workbook.write({ blocks: [{ sheet: "Sheet1", row: 0, column: 0, cells: [[{ value: 2, style: "total", format: "0.00%" }, { value: 3, style: "header", wrap: true }, { value: "x", align: "right" }]] }] });
    expect(lookOf(sheet, "A1")).toMatchObject({ font: { bold: true }, borders: { bottom: { style: "Double" } } });
    expect(lookOf(sheet, "B1")).toMatchObject({ fill: { color: "#dbe7f3" }, wrapText: true, horizontalAlignment: "Center" });
    expect(sheet.formats.get("A1")).toBe("0.00%");
    expect(await written.undo()).toBe(true);
    expect(["A1", "B1", "C1"].map((cell) => lookOf(sheet, cell))).toEqual(before);
    expect(["A1", "B1"].map((cell) => sheet.formats.get(cell))).toEqual(["#,##0.00", "General"]);
  });

  it.each([
    ["a request is not answered", "sync", 5],
    ["a number format is not taken", "range.numberFormat", 2],
  ])("puts back what was there where %s", async (_, what, nth) => {
    await excel.person.types("Sheet1", "A1", 42);
    excel.office.syncs = 0;
    excel.failing(what, nth, "GeneralException");
    expect(await refusal(excel.workbook.write({ blocks: [block(30_000)] }))).toEqual({ code: "host-failed", detail: "GeneralException" });
    expect(excel.office.book.used(excel.office.book.active)).toEqual({ row: 0, column: 0, rows: 1, columns: 1 });
    expect((await excel.workbook.read(A1))[0]?.[0]?.value).toBe(42);
  });

  it("tries again to put back what was there, and says where it cannot", async () => {
    let count = 0;
    excel.office.obstacle = (asked) => (asked === "range.formulas" && ++count > 1 && count < 4 ? "ServiceNotAvailable" : undefined);
    expect(await refusal(excel.workbook.write({ blocks: [block(30_000)] }))).toEqual({ code: "host-busy" });
    expect(excel.office.book.used(excel.office.book.active)).toBeUndefined();
    excel.office.obstacle = (asked) => (asked === "range.formulas" && ++count > 6 ? "ServiceNotAvailable" : undefined);
    expect(await refusal(excel.workbook.write({ blocks: [block(30_000)] }))).toEqual({ code: "half-written", sheets: "Sheet1" });
  });

  it("waits with the next request while a person is typing", async () => {
    // Typing begins after each request, and ends a little later.
    const typing = () => {
      excel.office.editing = true;
      setTimeout(() => (excel.office.editing = false), 20);
    };
    await excel.workbook.write({ blocks: [block(30_000)] }, { onProgress: typing });
    await vi.waitFor(() => expect(excel.office.editing).toBe(false));
    expect(await excel.workbook.read({ ...A1, row: 29_999 })).toEqual([[{ value: 29_999, formula: null }]]);
  });

  it("takes cells of a protected sheet that are left open for typing", async () => {
    await excel.person.protectsSheet("Sheet1");
    for (const cell of ["A1", "B1"]) excel.office.book.active.unlocked.add(cell);
    await excel.workbook.write({ blocks: [block(1)] });
    expect(await excel.workbook.read({ ...A1, columns: 2 })).toEqual([[{ value: 0, formula: null }, { value: "第 0 行", formula: null }]]);
    expect(await refusal(excel.workbook.write({ blocks: [block(2)] }))).toEqual({ code: "sheet-protected", sheet: "Sheet1" });
  });
});
