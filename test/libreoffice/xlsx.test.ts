import { beforeAll, describe, expect, it } from "vitest";
import type { ICellData, IStyleData, IWorkbookData } from "../../src/workbook/embedded/engine.ts";
import { snapshotOf } from "../../src/workbook/embedded/xlsx-open.ts";
import { type Contents, xlsxOf } from "../../src/workbook/embedded/xlsx-save.ts";
import { throughLibreOffice } from "../support/libre-office.ts";
import { sampleBook, sampleSpill } from "../support/sample-book.ts";

const before = sampleBook();
const cellsOf = (book: IWorkbookData, sheet: number) => Object.entries(book.sheets[book.sheetOrder[sheet] ?? ""]?.cellData ?? {}).flatMap(([row, of]) => Object.entries(of ?? {}).map(([column, data]): [string, ICellData] => [`${row},${column}`, data as ICellData]));
const lookOf = (book: IWorkbookData, { s }: ICellData): IStyleData => (typeof s === "string" ? book.styles[s] : s) ?? {};

/** LibreOffice keeps a number format's meaning and writes its text its own way. */
const pattern = (look: IStyleData) => look.n?.pattern.replace(/[\\"]/g, "").replace("[RED]", "[Red]");

async function throughOffice(contents: Contents) {
  const { snapshot } = await snapshotOf(throughLibreOffice(await xlsxOf(sampleBook(), sampleSpill, contents)));
  return snapshot;
}

describe("a workbook opened and saved by LibreOffice", () => {
  let after: IWorkbookData;
  beforeAll(async () => {
    after = await throughOffice("formulas");
  }, 120_000);

  const ours = new Set(["8,0", "8,1", "9,0", "9,1"]);
  const afterAt = (sheet: number) => new Map(cellsOf(after, sheet));
  const plain = [0, 1, 2].flatMap((sheet) => cellsOf(before, sheet).flatMap(([cell, data]) => (sheet === 0 && ours.has(cell) ? [] : [{ sheet, cell, data }])));

  it("has the same sheets, hidden ones too", () => {
    const listed = (book: IWorkbookData) => book.sheetOrder.map((id) => [book.sheets[id]?.name, book.sheets[id]?.hidden ?? 0]);
    expect(listed(after)).toEqual(listed(before));
  });

  it.each(plain.filter(({ data }) => data.v !== undefined))("has the same value in $cell of sheet $sheet", ({ sheet, cell, data }) => {
    const value = afterAt(sheet).get(cell)?.v;
    // LibreOffice writes 15 digits of a number: 0.1 + 0.2 becomes 0.3.
    expect(typeof value === "number" ? Number(value.toPrecision(15)) : value).toBe(typeof data.v === "number" ? Number(data.v.toPrecision(15)) : data.v);
  });

  it.each(plain.filter(({ data }) => data.f))("has the same formula in $cell of sheet $sheet", ({ sheet, cell, data }) => {
    expect(afterAt(sheet).get(cell)?.f).toBe(data.f);
  });

  it.each(plain.filter(({ data }) => data.s))("has the same look in $cell of sheet $sheet", ({ sheet, cell, data }) => {
    const [was, is] = [lookOf(before, data), lookOf(after, afterAt(sheet).get(cell) ?? {})];
    expect(pattern(is)).toBe(pattern(was));
    expect({ bl: is.bl, it: is.it, bg: is.bg, bd: is.bd, cl: is.cl, tb: is.tb, ul: is.ul, st: is.st }).toEqual({ bl: was.bl, it: was.it, bg: was.bg, bd: was.bd, cl: was.cl, tb: was.tb, ul: was.ul, st: was.st });
  });

  it("has the same merged cells, widths and heights", () => {
    const grid = (book: IWorkbookData) => book.sheets[book.sheetOrder[0] ?? ""];
    expect(grid(after)?.mergeData).toEqual(grid(before)?.mergeData);
    expect(grid(after)?.columnData?.[0]?.w).toBe(203);
    expect(grid(after)?.columnData?.[2]?.w).toBe(91);
    expect(grid(after)?.columnData?.[3]?.hd).toBe(1);
    expect(grid(after)?.rowData?.[0]?.h).toBe(36);
    expect(grid(after)?.rowData?.[5]?.hd).toBe(1);
  });

  it("has the same defined names", () => {
    const names = (book: IWorkbookData) => {
      const data = book.resources?.find(({ name }) => name === "SHEET_DEFINED_NAME_PLUGIN")?.data ?? "{}";
      return Object.values(JSON.parse(data) as Record<string, { name: string; formulaOrRefString: string }>).map(({ name, formulaOrRefString }) => `${name} ${formulaOrRefString}`).sort();
    };
    expect(names(after)).toEqual(names(before));
  });

  it("still holds our function, for when it comes back", () => {
    expect(afterAt(0).get("8,0")?.f).toBe("=HEADROOM.ECL.RATES(B3:C4)");
  });
});

describe("figures alone, opened by LibreOffice", () => {
  it("show what our functions have filled", async () => {
    const cells = new Map(cellsOf(await throughOffice("values"), 0));
    expect(["8,0", "8,1", "9,0"].map((cell) => cells.get(cell)?.v)).toEqual(["账龄", 0.25, "1年以内"]);
    expect(cells.get("3,1")).toMatchObject({ v: 1377.935 });
  }, 120_000);
});
