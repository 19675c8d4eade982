import fc from "fast-check";
import { readXlsx } from "hucre/xlsx";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { IWorkbookData } from "../../src/workbook/embedded/engine.ts";
import { shownSheet, withShownSheet } from "../../src/workbook/embedded/shown-sheet.ts";
import { snapshotOf } from "../../src/workbook/embedded/xlsx-open.ts";
import { xlsxOf } from "../../src/workbook/embedded/xlsx-save.ts";
import { FileRefusal } from "../../src/workbook/file.ts";
import { stateSheet, withState, savedState } from "../../src/workbook/state.ts";
import { nothingSpilled, sampleBook, sampleSpill, withoutIds } from "../support/sample-book.ts";

const text = (bytes: Uint8Array, part: string) => new TextDecoder().decode(unzipSync(bytes)[part]);
const saved = () => xlsxOf(sampleBook(), sampleSpill);
const opened = async () => (await snapshotOf(await saved())).snapshot;
const firstSheet = ({ sheets, sheetOrder }: IWorkbookData) => sheets[sheetOrder[0] ?? ""]?.cellData ?? {};

/** A workbook of one sheet with one cell. */
const oneCell = (cell: object, name = "Sheet1"): IWorkbookData => ({ ...sampleBook(), resources: [], sheetOrder: ["a"], sheets: { a: { id: "a", name, cellData: { 0: { 0: cell } } } } });

async function issueOf(act: Promise<unknown>) {
  try {
    await act;
  } catch (error) {
    if (error instanceof FileRefusal) return error.issue;
    throw error;
  }
  return undefined;
}

describe("a workbook saved and opened again", () => {
  it("has every value, formula, look, size, name and hidden sheet it had", async () => {
    const { snapshot, notKept } = await snapshotOf(await saved());
    const before = withoutIds(sampleBook()) as { sheets: { [key: string]: unknown }[] };
    const after = withoutIds(snapshot) as typeof before;
    // What a snapshot may leave out is written out when it is read.
    const full = { hidden: 0, tabColor: undefined, freeze: { xSplit: 0, ySplit: 0, startRow: -1, startColumn: -1 }, defaultColumnWidth: 88, defaultRowHeight: 24, zoomRatio: 1, showGridlines: 1, rightToLeft: 0, mergeData: [], rowData: {}, columnData: {} };
    expect(after).toEqual({ ...before, sheets: before.sheets.map((sheet) => ({ ...full, ...sheet })) });
    expect(notKept).toEqual([]);
  });

  it("stays the same however often", async () => {
    const once = await opened();
    const twice = (await snapshotOf(await xlsxOf(once, sampleSpill))).snapshot;
    expect(withoutIds(twice)).toEqual(withoutIds(once));
  });

  const again = async (cell: object) => firstSheet((await snapshotOf(await xlsxOf(oneCell(cell), nothingSpilled))).snapshot)[0]?.[0];

  it("keeps any text and any number", async () => {
    const anyText = fc.oneof(fc.string({ unit: "grapheme", minLength: 1 }), fc.constantFrom("_x000D_", "_X0041_b", "a\rb", "a\r\nb", "\t x ", "\u0001", "]]>", "&amp;", "'x", "TRUE", "1e5", " ", "\ufffe"));
    const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true }).map((v) => (v === 0 ? 0 : v));
    const isKept = async (cell: { v: string | number; t: number }) => {
      expect(await again(cell)).toEqual(cell);
    };
    await fc.assert(fc.asyncProperty(anyText, (v) => isKept({ v, t: 1 })));
    await fc.assert(fc.asyncProperty(anyNumber, (v) => isKept({ v, t: 2 })));
  });

  it("keeps the text a formula gives", async () => {
    expect(await again({ f: '="_x000D_"&A2', v: "_x000D_", t: 1 })).toEqual({ f: '="_x000D_"&A2', v: "_x000D_", t: 1 });
  });

  it("leaves a sheet shown that a person has shown, however deep it was hidden", async () => {
    const book = sampleBook();
    Object.assign(book.sheets["c"] ?? {}, { hidden: 0 });
    const { snapshot } = await snapshotOf(await xlsxOf(book, sampleSpill));
    expect(Object.values(snapshot.sheets).find(({ name }) => name === "很深")).toMatchObject({ hidden: 0, custom: {} });
  });

  it("keeps numbers to the last bit", async () => {
    const cells = firstSheet(await opened());
    expect(cells[7]?.[4]?.v).toBe(0.1 + 0.2);
    expect(cells[4]?.[2]?.v).toBe(45657.123456789);
  });

  it("leaves text that begins with = a text", async () => {
    expect(firstSheet(await opened())[2]?.[4]).toEqual({ v: "=SUM(A1) 不是公式", t: 1 });
  });

  it("has the looks of whole rows and columns in every used cell", async () => {
    const book = oneCell({ v: 1, t: 2 });
    Object.assign(book.sheets["a"] ?? {}, { cellData: { 0: { 0: { v: 1, t: 2 } }, 2: { 2: { v: 2, t: 2, s: "header" } } }, columnData: { 1: { s: "rate" } }, rowData: { 1: { s: { bl: 1 } } } });
    const { snapshot } = await snapshotOf(await xlsxOf(book, nothingSpilled));
    const look = (row: number, column: number) => snapshot.styles[String(firstSheet(snapshot)[row]?.[column]?.s)];
    expect(look(0, 1)).toEqual({ n: { pattern: "0.00%" }, it: 1 });
    expect(look(1, 1)).toEqual({ n: { pattern: "0.00%" }, it: 1, bl: 1 });
    expect(look(1, 0)).toEqual({ bl: 1 });
    expect(look(0, 0)).toBeUndefined();
  });

  it("has texts of several lines, and texts with looks of their own", async () => {
    const typed = (dataStream: string, textRuns: object[]) => oneCell({ p: { id: "d", documentStyle: {}, body: { dataStream, textRuns } }, t: 1 });
    const lines = await snapshotOf(await xlsxOf(typed("第一行\r第二行\r\n", [{ st: 0, ed: 3, ts: {} }]), nothingSpilled));
    expect(firstSheet(lines.snapshot)[0]?.[0]).toEqual({ v: "第一行\n第二行", t: 1 });
    expect(lines.notKept).toEqual([]);
    const marked = await xlsxOf(typed("净值率\r\n", [{ st: 1, ed: 2, ts: { bl: 1, cl: { rgb: "#ff0000" } } }]), nothingSpilled);
    expect((await readXlsx(marked)).sheets[0]?.cells?.get("0,0")?.richText?.map(({ text: piece, font }) => [piece, font?.bold === true])).toEqual([["净", false], ["值", true], ["率", false]]);
  });

  it("shows the sheet that was shown, or the first that can be", async () => {
    const shownAfter = async (id: string) => {
      const { snapshot } = await snapshotOf(await xlsxOf(withShownSheet(sampleBook(), id), sampleSpill));
      return snapshot.sheets[shownSheet(snapshot) ?? ""]?.name;
    };
    expect(await shownAfter("d")).toBe("空表");
    expect(await shownAfter("b")).toBe("减值测试 2024");
  });

  it("keeps the printed page of a sheet", async () => {
    const bytes = await saved();
    const page = '<pageSetup paperSize="9" orientation="landscape"/><headerFooter><oddFooter>第 &amp;P 页</oddFooter></headerFooter>';
    const edited = await rezipped(bytes, "xl/worksheets/sheet1.xml", (xml) => xml.replace(/<pageMargins[^>]*\/>/, `$&${page}`));
    const again = text(await xlsxOf((await snapshotOf(edited)).snapshot, sampleSpill), "xl/worksheets/sheet1.xml");
    expect(again).toContain('paperSize="9" orientation="landscape"');
    expect(again).toContain("<oddFooter>第 &amp;P 页</oddFooter>");
  });
});

describe("formulas in the file", () => {
  it("stores ours with their results over the block they fill, spilled cells with theirs", async () => {
    const { cells } = (await readXlsx(await saved(), { readStyles: true })).sheets[0] ?? {};
    expect(cells?.get("8,0")).toMatchObject({ formula: "_xldudf_HEADROOM_ECL_RATES(B3:C4)", formulaType: "array", formulaRef: "A9:B10", formulaDynamic: true, value: "账龄" });
    expect((await readXlsx(await saved())).sheets[0]?.rows[9]?.slice(0, 2)).toEqual(["1年以内", 1 / 3]);
  });

  it("stores a single figure as a plain formula with its result", async () => {
    expect(text(await saved(), "xl/worksheets/sheet1.xml")).toMatch(/<c r="B4" s="\d+"><f>B3-C3<\/f><v>1377.935<\/v><\/c>/);
  });

  it("stores errors as errors", async () => {
    const xml = text(await saved(), "xl/worksheets/sheet1.xml");
    expect(xml).toContain('<c r="A7" t="e"><f>1/0</f><v>#DIV/0!</v></c>');
    expect(xml).toContain('<c r="B7" t="e"><f>NA()</f><v>#N/A</v></c>');
  });

  it("reads a spill back as one live formula", async () => {
    const cells = firstSheet(await opened());
    expect(cells[8]?.[0]?.f).toBe("=HEADROOM.ECL.RATES(B3:C4)");
    expect(cells[9]?.[0]).toBeUndefined();
  });

  it("keeps formulas that were filled down, each with its own references", async () => {
    const book = oneCell({ f: "=B1*$C$1", si: "q", v: 1, t: 2 });
    Object.assign(book.sheets["a"]?.cellData ?? {}, { 1: { 0: { si: "q", v: 2, t: 2 } } });
    expect(text(await xlsxOf(book, nothingSpilled), "xl/worksheets/sheet1.xml")).toContain("<f>B2*$C$1</f><v>2</v>");
  });

  it("trusts the results it stores, and has Excel calculate only what is missing", async () => {
    expect(text(await saved(), "xl/workbook.xml")).not.toContain("fullCalcOnLoad");
    const missing = await xlsxOf(oneCell({ f: "=CUBEVALUE(1)", v: "#NAME?", t: 1 }), nothingSpilled);
    expect(text(missing, "xl/workbook.xml")).toContain('fullCalcOnLoad="1"');
    expect(text(missing, "xl/worksheets/sheet1.xml")).toContain("<f>CUBEVALUE(1)</f></c>");
  });

  it("writes figures alone where that is asked for", async () => {
    const bytes = await xlsxOf(sampleBook(), sampleSpill, "values");
    expect(text(bytes, "xl/worksheets/sheet1.xml")).not.toContain("<f");
    const [sheet] = (await readXlsx(bytes)).sheets;
    expect(sheet?.rows[3]?.[1]).toBe(1377.935);
    expect(sheet?.rows[8]?.slice(0, 2)).toEqual(["账龄", 0.25]);
    expect(sheet?.rows[6]?.[0]).toBe("#DIV/0!");
    expect(text(bytes, "xl/workbook.xml")).not.toContain("_xldudf");
  });
});

describe("the saved state", () => {
  it("travels in a very hidden sheet", async () => {
    const document = { step: "rate", note: "折现率".repeat(20_000) };
    const cells = withState([], "impairment", document);
    const book = sampleBook();
    const cellData = Object.fromEntries(cells.map((row, r) => [r, Object.fromEntries(row.map((v, c) => [c, { v: String(v ?? ""), t: 1 }]))]));
    const bytes = await xlsxOf({ ...book, sheetOrder: [...book.sheetOrder, "s"], sheets: { ...book.sheets, s: { id: "s", name: stateSheet, hidden: 1, cellData } } }, sampleSpill);
    expect(text(bytes, "xl/workbook.xml")).toMatch(new RegExp(`<sheet name="${stateSheet}"[^>]* state="veryHidden"/>`));
    const { snapshot } = await snapshotOf(bytes);
    const data = Object.values(snapshot.sheets).find(({ name }) => name === stateSheet)?.cellData ?? {};
    const read = Object.values(data).map((row) => Object.values(row ?? {}).map((cell) => (cell as { v: string }).v));
    expect(savedState(read, "impairment")).toEqual(document);
  });
});

describe("what the format cannot hold", () => {
  it("is a text of more than 32,767 characters", async () => {
    expect(await issueOf(xlsxOf(oneCell({ v: "长".repeat(32_768), t: 1 }), nothingSpilled))).toEqual({ code: "text-too-long", cell: "Sheet1!A1", length: 32_768, limit: 32_767 });
  });

  it("is a formula of more than 8,192 characters", async () => {
    const f = `=1${"+1".repeat(4_096)}`;
    expect(await issueOf(xlsxOf(oneCell({ f, v: 4_097, t: 2 }), nothingSpilled))).toMatchObject({ code: "formula-too-long", cell: "Sheet1!A1", length: 8_193 });
  });

  it.each(["a".repeat(32), "2023/2024", "'甲'"])("is a sheet named %s", async (name) => {
    expect(await issueOf(xlsxOf(oneCell({ v: 1, t: 2 }, name), nothingSpilled))).toEqual({ code: "sheet-name-unfit", sheet: name });
  });
});

async function rezipped(bytes: Uint8Array, part: string, change: (xml: string) => string): Promise<Uint8Array> {
  const { zipSync, strToU8 } = await import("fflate");
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, [part]: strToU8(change(new TextDecoder().decode(parts[part]))) });
}
