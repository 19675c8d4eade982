import type { CellValue } from "../port.ts";
import { damagedHead, documentCells, isDamaged, keyOf, savedState, stateSheet } from "../state.ts";
import { Turns } from "../turns.ts";
import { rangeOn } from "./cell-block.ts";
import { inExcel, inExcelLater } from "./excel-batch.ts";
import { standingNames } from "./written-sheets.ts";

// Excel on the web takes 5 MB a request, and a piece of Chinese text is up to 96 KB.
const piecesPerRequest = 30;

/** What the sheet of the documents holds, without the documents themselves. */
interface DocumentSheet {
  /** The first cell of each row. */
  readonly heads: readonly CellValue[];
  readonly width: number;
}

/** The documents saved in the file, a row each, one saving after the other. */
export class SavedDocuments {
  private readonly turns = new Turns();
  /** The keys of documents this program has read or written whole. */
  private readonly whole = new Set<string>();

  load(key: string): Promise<unknown> {
    return this.turns.next(() =>
      inExcel(async (context) => {
        const sheet = await documentSheet(context);
        const row = sheet?.heads.findIndex((head) => keyOf(head) === key) ?? -1;
        if (!sheet || row < 0) return null;
        this.whole.delete(key);
        const document = savedState([await rowCells(context, row, sheet.width)], key);
        this.whole.add(key);
        return document;
      }),
    );
  }

  /** Writes a document beside the one that stands, piece by piece, and puts it in its place by one last request: the file holds the one or the other. */
  save(key: string, value: unknown): Promise<void> {
    return this.turns.next(async () => {
      const found = await inExcel(async (context) => {
        const sheet = await documentSheet(context);
        if (sheet) return { ...sheet, damaged: await this.damagedRow(context, sheet, key) };
        if (value === null) return undefined;
        await standingNames(context);
        context.workbook.worksheets.add(stateSheet).visibility = "VeryHidden";
        await context.sync();
        return { heads: [], width: 1, damaged: undefined };
      });
      if (!found) return;
      const { heads, width, damaged } = found;
      const cells = value === null ? [] : documentCells(key, value);
      const free = heads.findIndex((head) => head === "");
      const row = free < 0 ? heads.length : free;
      const pieces = cells.slice(1);
      for (let from = 0; pieces.length - from > piecesPerRequest; from += piecesPerRequest) {
        await inExcelLater((context) => {
          const sheet = context.workbook.worksheets.getItem(stateSheet);
          if (from === 0) blank(sheet, row, width);
          put(sheet, row, from + 1, pieces.slice(from, from + piecesPerRequest));
          // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one request carries no more than these pieces
          return context.sync();
        });
      }
      const last = pieces.length - (pieces.length % piecesPerRequest || Math.min(pieces.length, piecesPerRequest));
      const finish = last > 0 ? inExcelLater : inExcel;
      await finish((context) => {
        const sheet = context.workbook.worksheets.getItem(stateSheet);
        if (last === 0 && row < heads.length) blank(sheet, row, width);
        if (cells.length > 0) {
          put(sheet, row, last + 1, pieces.slice(last));
          put(sheet, row, 0, cells.slice(0, 1));
        }
        heads.forEach((head, old) => {
          if (keyOf(head) !== key) return;
          if (old === damaged) put(sheet, old, 0, [damagedHead(head)]);
          else blank(sheet, old, width);
        });
        return context.sync();
      });
      this.whole.add(key);
    });
  }

  /** The row of a document that cannot be read, which is kept aside. Refuses where a newer program wrote it. */
  private async damagedRow(context: Excel.RequestContext, { heads, width }: DocumentSheet, key: string): Promise<number | undefined> {
    const row = heads.findIndex((head) => keyOf(head) === key);
    if (row < 0) return undefined;
    const known = this.whole.has(key) ? piecesPerRequest : Infinity;
    const cells = await rowCells(context, row, Math.min(width, known + 2));
    // One that this program has read is not read again to its end.
    return cells.length > known + 1 || !isDamaged(cells, key) ? undefined : row;
  }
}

/** Undefined where there is no such sheet. */
async function documentSheet(context: Excel.RequestContext): Promise<DocumentSheet | undefined> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(stateSheet);
  sheet.load("id");
  await context.sync();
  if (sheet.isNullObject) return undefined;
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("rowIndex,columnIndex,rowCount,columnCount");
  await context.sync();
  if (used.isNullObject) return { heads: [], width: 1 };
  const heads = rangeOn(sheet, { row: 0, column: 0, rows: used.rowIndex + used.rowCount, columns: 1 });
  heads.load("values");
  await context.sync();
  return { heads: (heads.values as CellValue[][]).map(([head = ""]) => head), width: used.columnIndex + used.columnCount };
}

/** The cells of a row up to the last that is filled. */
async function rowCells(context: Excel.RequestContext, row: number, width: number): Promise<CellValue[]> {
  const sheet = context.workbook.worksheets.getItem(stateSheet);
  const cells: CellValue[] = [];
  for (let column = 0; column < width; column += piecesPerRequest) {
    const range = rangeOn(sheet, { row, column, rows: 1, columns: Math.min(piecesPerRequest, width - column) });
    range.load("values");
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one answer carries no more than these pieces
    await context.sync();
    const [read = []] = range.values as CellValue[][];
    if (read.every((cell) => cell === "")) break;
    cells.push(...read);
  }
  return cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1);
}

function put(sheet: Excel.Worksheet, row: number, column: number, cells: readonly string[]): void {
  if (cells.length > 0) rangeOn(sheet, { row, column, rows: 1, columns: cells.length }).values = [[...cells]];
}

const blank = (sheet: Excel.Worksheet, row: number, width: number): void => put(sheet, row, 0, Array.from({ length: width }, () => ""));
