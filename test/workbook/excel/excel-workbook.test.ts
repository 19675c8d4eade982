import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type SheetPlan, WorkbookRefusal } from "../../../src/workbook/port.ts";
import { ExcelWorkbook } from "../../../src/workbook/excel/excel-workbook.ts";
import { recalculated, reenteredFormulas } from "../../../src/workbook/excel/recalculation.ts";
import { stateSheet } from "../../../src/workbook/state.ts";
import { OfficeDouble } from "../../support/office-double.ts";
import { lookOf } from "../../support/office-looks.ts";
import { personAt } from "../../support/office-person.ts";

let office: OfficeDouble;
let workbook: ExcelWorkbook;
let person: ReturnType<typeof personAt>;

beforeEach(() => {
  office = new OfficeDouble();
  for (const [name, value] of Object.entries(office.globals)) vi.stubGlobal(name, value);
  workbook = new ExcelWorkbook();
  person = personAt(office);
});
afterEach(() => vi.unstubAllGlobals());

const A1 = { sheet: "Sheet1", row: 0, column: 0, rows: 1, columns: 1 };
const names = () => office.book.sheets.map(({ name }) => name);
const refusal = (act: Promise<unknown>) => act.then(() => undefined, (error: unknown) => (error instanceof WorkbookRefusal ? error.issue : error));
const plan = (name: string, rows: SheetPlan["rows"]): SheetPlan => ({ name, columnWidths: [], rows });
/** Lets the n-th of something fail with a code of Office. */
const failing = (what: string, nth: number, code: string) => {
  let count = 0;
  office.obstacle = (asked) => (asked === what && ++count === nth ? code : undefined);
};

describe("adding sheets to Excel", () => {
  const plans = [plan("ECL", [[{ value: 1, style: "header" }]]), plan("MARGIN", [[{ value: 2, style: "header" }]])];

  it.each([
    ["the second sheet is written", "range.formulas", 2],
    ["the last look is given", "format.font.bold", 2],
    ["Excel answers for the last time", "sync", 3],
  ])("leaves none of them where it fails when %s", async (_, what, nth) => {
    failing(what, nth, "GeneralException");
    expect(await refusal(workbook.write({ sheets: plans }))).toEqual({ code: "host-failed", detail: "GeneralException" });
    expect(names()).toEqual(["Sheet1"]);
  });

  it("is refused in a workbook whose structure is protected, and cannot be undone there", async () => {
    const written = await workbook.write({ sheets: plans });
    office.book.structureProtected = true;
    expect(await refusal(workbook.write({ sheets: plans }))).toEqual({ code: "workbook-protected" });
    expect(await refusal(written.undo())).toEqual({ code: "workbook-protected" });
    expect(names()).toEqual(["Sheet1", "ECL", "MARGIN"]);
  });

  it("is not undone where nothing else would be left to show", async () => {
    const written = await workbook.write({ sheets: plans });
    await person.deletesSheet("Sheet1");
    expect(await written.undo()).toBe(false);
    expect(names()).toEqual(["ECL", "MARGIN"]);
  });

  it("writes large sheets in several requests, every cell in its place", async () => {
    const rows = Array.from({ length: 25_000 }, (_, row) => [{ value: row }, { value: `第 ${row} 行` }]);
    await workbook.write({ sheets: [plan("Ledger", rows)] });
    expect(await workbook.read({ sheet: "Ledger", row: 24_998, column: 0, rows: 2, columns: 2 })).toEqual(
      [24_998, 24_999].map((row) => [{ value: row, formula: null }, { value: `第 ${row} 行`, formula: null }]),
    );
  });

  it("gives the looks, widths, formats, merged cells and frozen rows of the plan", async () => {
    await workbook.write({ sheets: [
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
    const { looks, formats, page } = office.book.find("ECL") ?? {};
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
    await workbook.write({ sheets: [{ ...plan("ECL", [[{ value: 1 }]]), ...(frozenRows && { frozenRows }), ...(frozenColumns && { frozenColumns }) }] });
    expect(office.book.find("ECL")?.page.get("frozen")).toEqual(frozen);
  });

  it("prints in landscape, one page wide, with its title rows on every page", async () => {
    await workbook.write({ sheets: [{ ...plan("ECL", [[{ value: 1 }]]), printTitleRows: 3 }] });
    expect(Object.fromEntries(office.book.find("ECL")?.page ?? [])).toEqual({ orientation: "Landscape", zoom: { horizontalFitToPages: 1, verticalFitToPages: 0 }, "title rows": "$1:$3" });
  });

  it("has its charts over its cells, the base of a waterfall taking room without being seen", async () => {
    const rows = [["期间", "基数", "现值"], ["2026", 0, 1905.61], ["2027", 1905.61, 1193.96]].map((row) => row.map((value) => ({ value })));
    await workbook.write({ sheets: [
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
    expect(office.book.find("ECL")?.charts).toEqual([
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
    failing("charts.add", 1, "GeneralException");
    const charts = [{ kind: "line" as const, title: "", categories: block(0, 0, 1, 1), series: [{ name: "a", values: block(0, 0, 1, 1) }], place: block(1, 0, 1, 1) }];
    expect(await refusal(workbook.write({ sheets: [{ ...plan("ECL", [[{ value: 1 }]]), charts }] }))).toEqual({ code: "host-failed", detail: "GeneralException" });
    expect(names()).toEqual(["Sheet1"]);
  });
});

describe("one request to Excel", () => {
  it.each<[string, number, () => Promise<unknown>]>([
    ["reading a block", 1, () => workbook.read(A1)],
    ["asking for the selection", 1, () => workbook.selection()],
    ["selecting", 1, () => workbook.select(A1)],
    ["listing the sheets", 2, () => workbook.sheets()],
    ["writing a formula after looking at what stands there", 2, () => workbook.writeFormula(A1, "=SUM(1,2)")],
    ["adding sheets after looking at the names", 3, () => workbook.write({ sheets: [plan("ECL", [[{ value: 1 }]])] })],
  ])("%s takes %i", async (_, syncs, act) => {
    await act();
    expect(office.syncs).toBe(syncs);
  });

  it("carries at most twenty thousand cells", async () => {
    await person.types("Sheet1", "C20000", 7);
    const rows = await workbook.read({ ...A1, rows: 20_000, columns: 3 });
    expect(office.syncs).toBe(4);
    expect(rows).toHaveLength(20_000);
    expect(rows[19_999]).toEqual([{ value: null, formula: null }, { value: null, formula: null }, { value: 7, formula: null }]);
  });

  it.each([
    ["is busy", "ActivityLimitReached", { code: "host-busy" }],
    ["has a picture selected instead of cells", "InvalidSelection", { code: "range-missing" }],
    ["fails for a reason of its own", "GeneralException", { code: "host-failed", detail: "GeneralException" }],
  ])("is refused in words where Excel %s", async (_, code, issue) => {
    office.obstacle = () => code;
    expect(await refusal(workbook.selection())).toEqual(issue);
  });

  it("that meets a bug of ours is no refusal", async () => {
    office.obstacle = () => {
      throw new TypeError("a bug");
    };
    expect(await refusal(workbook.read(A1))).toBeInstanceOf(TypeError);
  });
});

it("a formula whose result is an empty text is not a blank cell", async () => {
  office.book.functions.set("CONCAT", () => [[""]]);
  await person.types("Sheet1", "A1", "=CONCAT(B1)");
  expect(await workbook.read({ ...A1, columns: 2 })).toEqual([[{ value: "", formula: "=CONCAT(B1)" }, { value: null, formula: null }]]);
});

describe("a formula that is undone", () => {
  it("leaves the number format that was there, though Excel took that of the cells it refers to", async () => {
    const { formats } = office.book.active;
    formats.set("A1", "#,##0.00");
    office.obstacle = (asked) => (asked === "range.formulas" && formats.set("A1", "0.00%"), undefined);
    const written = await workbook.writeFormula(A1, "=SUM(B1,B2)");
    office.obstacle = () => undefined;
    expect(formats.get("A1")).toBe("0.00%");
    await written.undo();
    expect(formats.get("A1")).toBe("#,##0.00");
  });
});

describe("a protected sheet", () => {
  it("takes a formula in a cell that is left open for typing", async () => {
    await person.protectsSheet("Sheet1");
    office.book.find("Sheet1")?.unlocked.add("A1");
    await workbook.writeFormula(A1, "=SUM(1,2)");
    expect(await workbook.read(A1)).toEqual([[{ value: 3, formula: "=SUM(1,2)" }]]);
  });
});

describe("documents saved in Excel", () => {
  it("stand on a sheet that only a program can show", async () => {
    await workbook.saveState("settings", 1);
    expect(office.book.find(stateSheet)?.visibility).toBe("VeryHidden");
    await workbook.saveState("settings", 2);
    expect(names()).toEqual(["Sheet1", stateSheet]);
  });

  // In UTF-8 a Chinese character takes three bytes.
  const long = (character: string) => ({ journal: character.repeat(2_400_000) });

  it("of any length are written and read by requests that Excel on the web takes", async () => {
    const sizes: number[] = [];
    office.obstacle = (asked) => {
      if (asked === "sync") sizes.push(0);
      return undefined;
    };
    const enter = office.book.enter.bind(office.book);
    vi.spyOn(office.book, "enter").mockImplementation((sheet, row, column, entry) => {
      sizes[sizes.length - 1] = (sizes.at(-1) ?? 0) + Buffer.byteLength(JSON.stringify(entry));
      enter(sheet, row, column, entry);
    });
    await workbook.saveState("journal", long("余"));
    await workbook.saveState("journal", long("额"));
    expect(sizes.reduce((sum, size) => sum + size)).toBeGreaterThan(14_400_000);
    expect(Math.max(...sizes)).toBeLessThan(4_000_000);
    expect(await workbook.loadState("journal")).toEqual(long("额"));
  });

  it("are the former one whole, wherever the saving of a long one fails, and can be saved again", async () => {
    await workbook.saveState("other", "stays");
    await workbook.saveState("journal", long("余"));
    let nth = 0;
    for (let failed = true; failed; ) {
      failing("sync", ++nth, "GeneralException");
      failed = (await refusal(workbook.saveState("journal", long("额")))) !== undefined;
      office.obstacle = () => undefined;
      expect(await new ExcelWorkbook().loadState("journal")).toEqual(long(failed ? "余" : "额"));
    }
    expect(nth).toBeGreaterThan(5);
    await workbook.saveState("journal", null);
    expect(await workbook.loadState("journal")).toBeNull();
    expect(await workbook.loadState("other")).toBe("stays");
    expect(office.book.used(office.book.find(stateSheet) ?? office.book.active)).toMatchObject({ rows: 1, columns: 2 });
  });

  it("need a workbook that takes a new sheet", async () => {
    office.book.structureProtected = true;
    expect(await refusal(workbook.saveState("settings", 1))).toEqual({ code: "workbook-protected" });
    office.book.structureProtected = false;
    await workbook.saveState("settings", 1);
    expect(await workbook.loadState("settings")).toBe(1);
  });
});

describe("listeners in Excel", () => {
  it("are taken notice of once a person has finished typing, and hear of added and deleted sheets", async () => {
    const listener = vi.fn();
    office.editing = true;
    workbook.onChanged(listener);
    await new Promise((resolve) => setTimeout(resolve, 20));
    office.editing = false;
    await vi.waitFor(() => expect(office.listeners.size).toBe(4));
    await person.addsSheet("ECL");
    await vi.waitFor(() => expect(listener).toHaveBeenCalledTimes(1));
    await person.deletesSheet("ECL");
    await vi.waitFor(() => expect(listener).toHaveBeenCalledTimes(2));
  });

  it("leave nothing behind in Excel", async () => {
    const leave = workbook.onChanged(() => undefined);
    await vi.waitFor(() => expect(office.listeners.size).toBe(4));
    leave();
    await vi.waitFor(() => expect(office.listeners.size).toBe(0));
  });

  it("hear nothing between leaving and Excel's taking notice of it", async () => {
    const listener = vi.fn();
    const leave = workbook.onChanged(listener);
    await vi.waitFor(() => expect(office.listeners.size).toBe(4));
    leave();
    office.tell("changed");
    await vi.waitFor(() => expect(office.listeners.size).toBe(0));
    expect(listener).not.toHaveBeenCalled();
  });
});

describe("formulas that Excel must look at again", () => {
  it("are entered again where they show #NAME?, and nowhere else", async () => {
    await person.types("Sheet1", "A1", "=HEADROOM.ECL.RATES(1)");
    await person.types("Sheet1", "A2", "=OTHER.RATES(1)");
    await person.types("Sheet1", "A3", "=1/0");
    office.book.functions.set("HEADROOM.ECL.TABLE", () => [["#VALUE!"]]);
    await person.types("Sheet1", "B1", "=HEADROOM.ECL.TABLE(1)");
    await person.addsSheet("Locked");
    await person.types("Locked", "A1", "=HEADROOM.ECL.RATES(1)");
    await person.protectsSheet("Locked");
    office.book.functions.set("HEADROOM.ECL.RATES", () => [[0.0222]]);
    office.book.functions.set("OTHER.RATES", () => [[1]]);
    expect(await reenteredFormulas((formula) => (formula.includes("HEADROOM.") ? formula : undefined))).toBe(1);
    expect((await workbook.read({ ...A1, rows: 3 })).flat().map(({ value }) => value)).toEqual([0.0222, "#NAME?", "#DIV/0!"]);
    expect((await workbook.read({ ...A1, sheet: "Locked" })).flat()).toEqual([{ value: "#NAME?", formula: "=HEADROOM.ECL.RATES(1)" }]);
  });

  it("are none in a workbook without errors", async () => {
    expect(await reenteredFormulas((formula) => formula)).toBe(0);
  });

  it("are all calculated again, once no cell is being edited", async () => {
    office.editing = true;
    const done = recalculated();
    expect(office.calculations).toEqual([]);
    office.editing = false;
    await done;
    expect(office.calculations).toEqual(["Full"]);
  });
});

describe("writing into a sheet that stands in Excel", () => {
  const cells = (count: number) => Array.from({ length: count }, (_, row) => [{ value: row }, { value: `第 ${row} 行` }]);
  const block = (count: number) => ({ sheet: "Sheet1", row: 0, column: 0, cells: cells(count) });

  it("takes a request to look and one to write for every twenty thousand cells", async () => {
    await workbook.write({ blocks: [block(10_000)] });
    // The sheets, what stands there, and the writing.
    expect(office.syncs).toBe(3);
    office.syncs = 0;
    await workbook.write({ blocks: [block(30_000)] });
    expect(office.syncs).toBe(7);
  });

  it("gives looks and number formats, and leaves exactly the old ones when it is undone", async () => {
    const sheet = office.book.active;
    sheet.formats.set("A1", "#,##0.00");
    await workbook.write({ blocks: [{ sheet: "Sheet1", row: 0, column: 1, cells: [[{ value: 1, style: "input" }]] }] });
    const before = ["A1", "B1", "C1"].map((cell) => lookOf(sheet, cell));
    const written = await workbook.write({ blocks: [{ sheet: "Sheet1", row: 0, column: 0, cells: [[{ value: 2, style: "total", format: "0.00%" }, { value: 3, style: "header", wrap: true }, { value: "x", align: "right" }]] }] });
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
    await person.types("Sheet1", "A1", 42);
    office.syncs = 0;
    failing(what, nth, "GeneralException");
    expect(await refusal(workbook.write({ blocks: [block(30_000)] }))).toEqual({ code: "host-failed", detail: "GeneralException" });
    expect(office.book.used(office.book.active)).toEqual({ row: 0, column: 0, rows: 1, columns: 1 });
    expect((await workbook.read(A1))[0]?.[0]?.value).toBe(42);
  });

  it("tries again to put back what was there, and says where it cannot", async () => {
    let count = 0;
    office.obstacle = (asked) => (asked === "range.formulas" && ++count > 1 && count < 4 ? "ServiceNotAvailable" : undefined);
    expect(await refusal(workbook.write({ blocks: [block(30_000)] }))).toEqual({ code: "host-busy" });
    expect(office.book.used(office.book.active)).toBeUndefined();
    office.obstacle = (asked) => (asked === "range.formulas" && ++count > 6 ? "ServiceNotAvailable" : undefined);
    expect(await refusal(workbook.write({ blocks: [block(30_000)] }))).toEqual({ code: "half-written", sheets: "Sheet1" });
  });

  it("waits with the next request while a person is typing", async () => {
    // Typing begins after each request, and ends a little later.
    const typing = () => {
      office.editing = true;
      setTimeout(() => (office.editing = false), 20);
    };
    await workbook.write({ blocks: [block(30_000)] }, { onProgress: typing });
    await vi.waitFor(() => expect(office.editing).toBe(false));
    expect(await workbook.read({ ...A1, row: 29_999 })).toEqual([[{ value: 29_999, formula: null }]]);
  });

  it("takes cells of a protected sheet that are left open for typing", async () => {
    await person.protectsSheet("Sheet1");
    for (const cell of ["A1", "B1"]) office.book.active.unlocked.add(cell);
    await workbook.write({ blocks: [block(1)] });
    expect(await workbook.read({ ...A1, columns: 2 })).toEqual([[{ value: 0, formula: null }, { value: "第 0 行", formula: null }]]);
    expect(await refusal(workbook.write({ blocks: [block(2)] }))).toEqual({ code: "sheet-protected", sheet: "Sheet1" });
  });
});

describe("what Excel tells of changes", () => {
  const heard = async (act: () => Promise<unknown>) => {
    const calls: unknown[] = [];
    const leave = workbook.onChanged((changed) => calls.push(changed));
    await vi.waitFor(() => expect(office.listeners.size).toBe(4));
    await act();
    await vi.waitFor(() => expect(calls).not.toEqual([]));
    leave();
    office.obstacle = () => undefined;
    await vi.waitFor(() => expect(office.listeners.size).toBe(0));
    return calls;
  };

  it("comes under the name of its sheet, whole rows in full, with the row before deleted ones", async () => {
    expect(await heard(() => person.insertsRows("Sheet1", 2, 2))).toEqual([[{ sheet: "Sheet1", row: 2, column: 0, rows: 2, columns: 16_384 }]]);
    expect(await heard(() => person.deletesRows("Sheet1", 2, 2))).toEqual([[{ sheet: "Sheet1", row: 1, column: 0, rows: 3, columns: 16_384 }]]);
    expect(await heard(() => person.deletesColumns("Sheet1", 0, 1))).toEqual([[{ sheet: "Sheet1", row: 0, column: 0, rows: 1_048_576, columns: 1 }]]);
  });

  it("is anything where sheets come and go", async () => {
    expect(await heard(() => person.addsSheet("ECL"))).toEqual([null]);
  });

  it("is anything where Excel cannot be asked for the sheet", async () => {
    office.obstacle = (asked) => (asked === "sync" && office.book.active.cells.size > 0 ? "GeneralException" : undefined);
    expect(await heard(() => person.types("Sheet1", "A1", 1))).toEqual([null]);
  });
});

describe("tables in Excel", () => {
  it("are offered by their names, with their headers", async () => {
    const { active } = office.book;
    office.book.tables.push({ name: "表1", sheet: active, block: { row: 1, column: 1, rows: 5, columns: 3 }, visible: true });
    expect(await workbook.namedRanges()).toEqual([{ name: "表1", kind: "table", range: { sheet: "Sheet1", row: 1, column: 1, rows: 5, columns: 3 } }]);
  });
});
