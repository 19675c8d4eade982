import { describe, expect, it } from "vitest";
import { excelHost, A1, plan, refusal } from "../../support/excel-host.ts";

const excel = excelHost();

describe("one request to Excel", () => {
  it.each<[string, number, () => Promise<unknown>]>([
    ["reading a block", 1, () => excel.workbook.read(A1)],
    ["asking for the selection", 1, () => excel.workbook.selection()],
    ["selecting", 1, () => excel.workbook.select(A1)],
    ["listing the sheets", 2, () => excel.workbook.sheets()],
    ["writing a formula after looking at what stands there", 2, () => excel.workbook.writeFormula(A1, "=SUM(1,2)")],
    ["adding sheets after looking at the names", 3, () => excel.workbook.write({ sheets: [plan("ECL", [[{ value: 1 }]])] })],
  ])("%s takes %i", async (_, syncs, act) => {
    await act();
    expect(excel.office.syncs).toBe(syncs);
  });

  it("carries at most twenty thousand cells", async () => {
    await excel.person.types("Sheet1", "C20000", 7);
    const rows = await excel.workbook.read({ ...A1, rows: 20_000, columns: 3 });
    expect(excel.office.syncs).toBe(4);
    expect(rows).toHaveLength(20_000);
    expect(rows[19_999]).toEqual([{ value: null, formula: null }, { value: null, formula: null }, { value: 7, formula: null }]);
  });

  it.each([
    ["is busy", "ActivityLimitReached", { code: "host-busy" }],
    ["has a picture selected instead of cells", "InvalidSelection", { code: "range-missing" }],
    ["fails for a reason of its own", "GeneralException", { code: "host-failed", detail: "GeneralException" }],
  ])("is refused in words where Excel %s", async (_, code, issue) => {
    excel.office.obstacle = () => code;
    expect(await refusal(excel.workbook.selection())).toEqual(issue);
  });

  it("that meets a bug of ours is no refusal", async () => {
    excel.office.obstacle = () => {
      throw new TypeError("a bug");
    };
    expect(await refusal(excel.workbook.read(A1))).toBeInstanceOf(TypeError);
  });
});

it("a formula whose result is an empty text is not a blank cell", async () => {
  excel.office.book.functions.set("CONCAT", () => [[""]]);
  await excel.person.types("Sheet1", "A1", "=CONCAT(B1)");
  expect(await excel.workbook.read({ ...A1, columns: 2 })).toEqual([[{ value: "", formula: "=CONCAT(B1)" }, { value: null, formula: null }]]);
});

describe("a formula that is undone", () => {
  it("leaves the number format that was there, though Excel took that of the cells it refers to", async () => {
    const { formats } = excel.office.book.active;
    formats.set("A1", "#,##0.00");
    excel.office.obstacle = (asked) => (asked === "range.formulas" && formats.set("A1", "0.00%"), undefined);
    const written = await excel.workbook.writeFormula(A1, "=SUM(B1,B2)");
    excel.office.obstacle = () => undefined;
    expect(formats.get("A1")).toBe("0.00%");
    await written.undo();
    expect(formats.get("A1")).toBe("#,##0.00");
  });
});

describe("a protected sheet", () => {
  it("takes a formula in a cell that is left open for typing", async () => {
    await excel.person.protectsSheet("Sheet1");
    excel.office.book.find("Sheet1")?.unlocked.add("A1");
    await excel.workbook.writeFormula(A1, "=SUM(1,2)");
    expect(await excel.workbook.read(A1)).toEqual([[{ value: 3, formula: "=SUM(1,2)" }]]);
  });
});

describe("tables in Excel", () => {
  it("are offered by their names, with their headers", async () => {
    const { active } = excel.office.book;
    excel.office.book.tables.push({ name: "表1", sheet: active, block: { row: 1, column: 1, rows: 5, columns: 3 }, visible: true });
    expect(await excel.workbook.namedRanges()).toEqual([{ name: "表1", kind: "table", range: { sheet: "Sheet1", row: 1, column: 1, rows: 5, columns: 3 } }]);
  });
});
