import type { IWorkbookData, IWorksheetData } from "./engine.ts";

/** What some rows of a sheet hold, from its first row on. */
export interface RowPiece extends Pick<IWorksheetData, "cellData" | "rowData"> {
  readonly sheetId: string;
  readonly row: number;
}

// So many cells are copied within a few milliseconds.
const cellsPerPiece = 4_096;

/** How many rows make a piece of a sheet: a power of two. */
export const rowsPerPiece = ({ columnCount = 1 }: Partial<IWorksheetData>): number => 2 ** Math.max(0, Math.floor(Math.log2(cellsPerPiece / Math.max(1, columnCount))));

/** Where the pieces begin that hold anything. */
export function pieceStarts({ cellData = {}, rowData = {} }: Partial<IWorksheetData>, span: number): Set<number> {
  const starts = new Set<number>();
  for (const rows of [cellData, rowData]) {
    let end = 0;
    // The rows come in their order.
    for (const row of Object.keys(rows).map(Number)) {
      if (row < end) continue;
      starts.add(row - (row % span));
      end = row - (row % span) + span;
    }
  }
  return starts;
}

/** The rows themselves, not copied. */
export function pieceAt(sheetId: string, { cellData = {}, rowData = {} }: Partial<IWorksheetData>, row: number, span: number): RowPiece {
  const piece: RowPiece = { sheetId, row, cellData: {}, rowData: {} };
  for (let at = row; at < row + span; at++) {
    const [cells, line] = [cellData[at], rowData[at]];
    if (cells !== undefined) piece.cellData[at] = cells;
    if (line !== undefined) piece.rowData[at] = line;
  }
  return piece;
}

/** The workbook without what its rows hold. */
export const frameOf = (book: IWorkbookData): IWorkbookData => ({
  ...book,
  sheets: Object.fromEntries(Object.entries(book.sheets).map(([id, sheet]) => [id, { ...sheet, cellData: {}, rowData: {} }])),
});

/** Puts a piece into its place in the workbook. */
export function fillIn({ sheets }: Partial<IWorkbookData>, { sheetId, cellData, rowData }: RowPiece): void {
  const sheet = sheets?.[sheetId];
  if (!sheet) return;
  Object.assign((sheet.cellData ??= {}), cellData);
  Object.assign((sheet.rowData ??= {}), rowData);
}
