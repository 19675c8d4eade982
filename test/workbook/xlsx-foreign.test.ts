import { strToU8, unzipSync, zipSync } from "fflate";
import { writeXlsx, type WriteSheet } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import type { ICellData, IWorkbookData } from "../../src/workbook/embedded/engine.ts";
import { snapshotOf } from "../../src/workbook/embedded/xlsx-open.ts";
import { xlsxOf } from "../../src/workbook/embedded/xlsx-save.ts";
import { FileRefusal, type Loss } from "../../src/workbook/file.ts";
import { markFormula } from "../../src/workbook/mark.ts";
import { nothingSpilled } from "../support/sample-book.ts";

const file = (sheet: Partial<WriteSheet>, others: Omit<Parameters<typeof writeXlsx>[0], "sheets"> = {}) => writeXlsx({ sheets: [{ name: "数据", rows: [["月份", "金额"], ["1月", 10], ["2月", 20]], ...sheet }], ...others });
const lossesOf = async (bytes: Uint8Array) => (await snapshotOf(bytes)).notKept;

/** The file with one of its parts written anew, or a part added. */
function withPart(bytes: Uint8Array, path: string, change: (text: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, [path]: strToU8(change(new TextDecoder().decode(parts[path] ?? new Uint8Array()))) });
}

/** The first sheet's cells by "row,column". */
function cellsOf({ sheets, sheetOrder }: IWorkbookData): Record<string, ICellData> {
  const cells = sheets[sheetOrder[0] ?? ""]?.cellData ?? {};
  return Object.fromEntries(Object.entries(cells).flatMap(([row, of]) => Object.entries(of ?? {}).map(([column, data]) => [`${row},${column}`, data as ICellData])));
}

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const from = { row: 5, col: 0 };
const to = { row: 9, col: 3 };
const cell = (of: object) => ({ cells: new Map([["0,0", { value: "月份", ...of }]]) });

describe("what a file holds that cannot be kept is named", () => {
  it.each<[string, Partial<WriteSheet>]>([
    ["charts", { charts: [{ type: "line", series: [{ name: "金额", values: "数据!$B$2:$B$3" }], anchor: { from, to } }] }],
    ["images", { images: [{ data: png, type: "png", anchor: { from, to } }] }],
    ["shapes", { textBoxes: [{ text: "说明", anchor: { from, to } }] }],
    ["comments", cell({ comment: { author: "甲", text: "看这里" } })],
    ["data-validation", { dataValidations: [{ type: "list", values: ["是", "否"], range: "C1:C9" }] }],
    ["conditional-formats", { conditionalRules: [{ type: "cellIs", priority: 1, operator: "greaterThan", formula: "1", range: "B1:B9", style: { font: { bold: true } } }] }],
    ["filters", { autoFilter: { range: "A1:B3" } }],
    ["tables", { tables: [{ name: "Sales", range: "A1:B3", columns: [{ name: "月份" }, { name: "金额" }] }] }],
    ["hyperlinks", cell({ hyperlink: { target: "https://example.com" } })],
    ["sheet-protection", { protection: { sheet: true } }],
    ["outline-groups", { rowDefs: new Map([[1, { outlineLevel: 1 }]]) }],
    ["sparklines", { sparklines: [{ location: "C1", dataRange: "数据!B1:B3" }] }],
    ["pivot-tables", { pivotTables: [{ name: "透视", sourceRange: "A1:B3", targetCell: "E1", rows: ["月份"], values: [{ field: "金额" }] }] }],
    ["page-breaks", { rowBreaks: [1] }],
    ["split-panes", { splitPane: { xSplit: 2000 } }],
    ["print-areas", { pageSetup: { printArea: "$A$1:$B$3" } }],
  ])("%s", async (code, sheet) => {
    const losses = (await lossesOf(await file(sheet))).filter((loss) => loss.code === code);
    expect(losses).toEqual([{ code, sheets: ["数据"] }]);
  });

  it("conditional-formats, but not the marks that this program has shown in Excel", async () => {
    const marked = (formula: string): Partial<WriteSheet> => ({ conditionalRules: [{ type: "expression", priority: 1, formula, range: "B1:B9", style: { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "FFB3AD" } } } }] });
    expect(await lossesOf(await file(marked(markFormula("break").slice(1))))).toEqual([]);
    expect(await lossesOf(await file(marked('B1="headroom"')))).toEqual([{ code: "conditional-formats", sheets: ["数据"] }]);
  });

  it("line-looks", async () => {
    const bytes = withPart(await file({ columns: [{ width: 12 }] }), "xl/worksheets/sheet1.xml", (xml) => xml.replace("<col ", '<col style="1" '));
    expect(await lossesOf(bytes)).toEqual([{ code: "line-looks", sheets: ["数据"] }]);
  });

  it("nothing, where there is nothing", async () => {
    expect(await lossesOf(await file({ pageSetup: { orientation: "landscape" }, view: { zoomScale: 80 } }))).toEqual([]);
  });

  it.each<[Loss, (bytes: Uint8Array) => Uint8Array]>([
    [{ code: "macros" }, (bytes) => withPart(bytes, "xl/_rels/workbook.xml.rels", (xml) => xml.replace("</Relationships>", '<Relationship Id="rIdM" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>'))],
    [{ code: "workbook-protection" }, (bytes) => withPart(bytes, "xl/workbook.xml", (xml) => xml.replace("<bookViews>", '<workbookProtection lockStructure="1"/><bookViews>'))],
    [{ code: "dates-1904" }, (bytes) => withPart(bytes, "xl/workbook.xml", (xml) => xml.replace("<bookViews>", '<workbookPr date1904="1"/><bookViews>'))],
    [{ code: "signatures" }, (bytes) => withPart(bytes, "_xmlsignatures/sig1.xml", () => "<Signature/>")],
    [{ code: "unknown-parts", parts: ["xl/somethingNew/part1.xml"] }, (bytes) => withPart(bytes, "xl/somethingNew/part1.xml", () => "<new/>")],
  ])("%o of the whole file", async (loss, change) => {
    expect(await lossesOf(change(await file({})))).toEqual([loss]);
  });

  it("text with looks of its own inside a cell", async () => {
    const { snapshot, notKept } = await snapshotOf(await file(cell({ richText: [{ text: "月" }, { text: "份", font: { bold: true, color: { rgb: "FF0000" } } }] })));
    expect(cellsOf(snapshot)["0,0"]?.v).toBe("月份");
    expect(notKept).toEqual([{ code: "rich-text", cells: ["数据!A1"], count: 1 }]);
  });

  it("fills of two colours, of which one is kept", async () => {
    const { snapshot, notKept } = await snapshotOf(await file(cell({ style: { fill: { type: "pattern", pattern: "darkGrid", fgColor: { rgb: "FF0000" }, bgColor: { rgb: "FFFFFF" } } } })));
    expect(snapshot.styles).toEqual({ "style-1": { bg: { rgb: "#ff0000" } } });
    expect(notKept).toEqual([{ code: "looks", cells: ["数据!A1"], count: 1 }]);
  });

  it("formulas that lead to another file, of which the last result is kept", async () => {
    const formulas = new Map(Array.from({ length: 7 }, (_, row) => [`${row},3`, { type: "formula" as const, formula: `[1]Sheet1!A${row + 1}*2`, formulaResult: row }]));
    const { snapshot, notKept } = await snapshotOf(await file({ cells: formulas }));
    expect(cellsOf(snapshot)["6,3"]).toEqual({ v: 6, t: 2 });
    expect(notKept).toEqual([{ code: "formulas-as-values", cells: ["D1", "D2", "D3", "D4", "D5"].map((name) => `数据!${name}`), count: 7 }]);
  });

  it("names that lead to another file", async () => {
    expect(await lossesOf(await file({}, { namedRanges: [{ name: "外部", range: "[1]Sheet1!$A$1" }, { name: "本地", range: "数据!$A$1" }] }))).toEqual([{ code: "names-dropped", names: ["外部"] }]);
  });
});

describe("what is read in another form", () => {
  it("a reference to a table becomes its cells", async () => {
    const sheet = { tables: [{ name: "Sales", range: "A1:B3", columns: [{ name: "月份" }, { name: "金额" }] }], ...{ cells: new Map([["4,1", { type: "formula" as const, formula: "SUM(Sales[金额])", formulaResult: 30 }]]) } };
    const { snapshot } = await snapshotOf(await file(sheet));
    expect(cellsOf(snapshot)["4,1"]).toEqual({ f: "=SUM($B$2:$B$3)", v: 30, t: 2 });
    const again = cellsOf((await snapshotOf(await xlsxOf(snapshot, nothingSpilled))).snapshot);
    expect(again["4,1"]?.f).toBe("=SUM($B$2:$B$3)");
  });

  it("a formula of old Excel over a whole column takes one cell of it, as it did there", async () => {
    const { snapshot, notKept } = await snapshotOf(await file({ cells: new Map([["1,3", { type: "formula" as const, formula: "B:B*2", formulaResult: 20 }]]) }));
    expect(cellsOf(snapshot)["1,3"]?.f).toBe("=@B:B*2");
    expect(notKept).toEqual([{ code: "implicit-intersection", cells: ["数据!D2"], count: 1 }]);
  });

  it("an array formula spills from its first cell", async () => {
    const cells = new Map([
      ["0,3", { type: "formula" as const, formula: "B2:B3*2", formulaType: "array" as const, formulaRef: "D1:D2", formulaResult: 20 }],
      ["1,3", { value: 40 }],
    ]);
    const { snapshot, notKept } = await snapshotOf(await file({ cells }));
    expect(cellsOf(snapshot)["0,3"]?.f).toBe("=B2:B3*2");
    expect(cellsOf(snapshot)["1,3"]).toBeUndefined();
    expect(notKept).toEqual([{ code: "array-formulas", cells: ["数据!D1"], count: 1 }]);
  });

  it("formulas that cells share are written out for each", async () => {
    const cells = new Map([
      ["1,3", { type: "formula" as const, formula: "B2*$B$2", formulaType: "shared" as const, formulaSharedIndex: 0, formulaRef: "D2:D3", formulaResult: 100 }],
      ["2,3", { type: "formula" as const, formula: "", formulaType: "shared" as const, formulaSharedIndex: 0, formulaResult: 200 }],
    ]);
    expect(cellsOf((await snapshotOf(await file({ cells }))).snapshot)["2,3"]).toEqual({ f: "=B3*$B$2", v: 200, t: 2 });
  });

  it("dates counted from 1904 become the same days", async () => {
    const cells = new Map([["0,3", { value: 44_195, style: { numFmt: "yyyy-mm-dd" } }], ["1,3", { value: 44_195 }]]);
    const bytes = withPart(await file({ cells }), "xl/workbook.xml", (xml) => xml.replace("<bookViews>", '<workbookPr date1904="1"/><bookViews>'));
    const read = cellsOf((await snapshotOf(bytes)).snapshot);
    // 31 December 2024 is day 45657 since 1900 and day 44195 since 1904.
    expect([read["0,3"]?.v, read["1,3"]?.v]).toEqual([45_657, 44_195]);
  });

  it("formats a file names by number only", async () => {
    const bytes = withPart(await file({ cells: new Map([["0,3", { value: 45_657, style: { numFmt: "0.000" } }]]) }), "xl/styles.xml", (xml) => xml.replace(/<numFmts.*<\/numFmts>/, "").replaceAll('numFmtId="164"', 'numFmtId="31"'));
    const { snapshot } = await snapshotOf(bytes);
    expect(snapshot.styles).toEqual({ "style-1": { n: { pattern: 'yyyy"年"m"月"d"日"' } } });
    expect(cellsOf(snapshot)["0,3"]?.v).toBe(45_657);
  });

  it("colours of the theme, light before dark, with their tint", async () => {
    const bytes = await file(cell({ style: { font: { color: { theme: 0 } }, fill: { type: "pattern", pattern: "solid", fgColor: { theme: 1 } } } }));
    expect(Object.values((await snapshotOf(bytes)).snapshot.styles)[0]).toMatchObject({ cl: { rgb: "#ffffff" }, bg: { rgb: "#000000" } });
  });

  it("a look given to a million blank rows does not make the sheet too large", async () => {
    const bytes = withPart(await file({}), "xl/worksheets/sheet1.xml", (xml) => xml.replace("</sheetData>", '<row r="1048576"><c r="Z1048576" s="0"/></row></sheetData>'));
    const { snapshot } = await snapshotOf(bytes);
    expect(cellsOf(snapshot)["2,1"]).toEqual({ v: 20, t: 2 });
    expect(snapshot.sheets[snapshot.sheetOrder[0] ?? ""]?.rowCount).toBe(1_000);
  });

  it("chart sheets are passed over", async () => {
    const bytes = await writeXlsx({ sheets: [{ name: "数据", rows: [[1]] }, { name: "图", rows: [[2]] }] });
    const edited = withPart(bytes, "xl/_rels/workbook.xml.rels", (xml) => xml.replace(/(Id="rId2" Type="[^"]*\/)worksheet/, "$1chartsheet"));
    const { snapshot, notKept } = await snapshotOf(edited);
    expect(snapshot.sheetOrder.map((id) => snapshot.sheets[id]?.name)).toEqual(["数据"]);
    expect(notKept).toEqual([{ code: "chart-sheets", sheets: ["图"] }]);
  });
});

describe("a file that is no .xlsx workbook is refused by what it is", () => {
  const issueOf = async (bytes: Uint8Array) => {
    try {
      await snapshotOf(bytes);
    } catch (error) {
      if (error instanceof FileRefusal) return error.issue.code;
      throw error;
    }
    return undefined;
  };
  const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const utf16 = (text: string) => [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);

  it.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
    ["file-empty", () => new Uint8Array()],
    ["file-old-excel", () => new Uint8Array([...ole, ...utf16("Workbook")])],
    ["file-protected", () => writeXlsx({ sheets: [{ name: "a", rows: [[1]] }], encryption: { password: "密码", spinCount: 1000 } })],
    ["file-text", () => strToU8("月份,金额\n1月,10\n")],
    ["file-text", () => new Uint8Array([0xd4, 0xc2, 0xb7, 0xdd, 0x2c, 0x0d, 0x0a])],
    ["file-no-workbook", () => new Uint8Array([0, 1, 2, 3, 4, 5])],
    ["file-no-workbook", () => zipSync({ "a.txt": strToU8("a") })],
    ["file-open-document", () => zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet") })],
    ["file-binary-excel", () => zipSync({ "[Content_Types].xml": strToU8('<Types><Override PartName="/xl/workbook.bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>') })],
    ["file-no-workbook", () => zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8("<document/>") })],
    ["file-damaged", async () => (await file({})).slice(0, 900)],
    ["file-damaged", async () => withPart(await file({}), "xl/worksheets/sheet1.xml", (xml) => xml.slice(0, 300))],
  ])("%s", async (code, bytes) => {
    expect(await issueOf(await bytes())).toBe(code);
  });
});
