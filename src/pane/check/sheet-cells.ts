import type { SheetCells } from "../../check/sheet-document.ts";
import type { RangeAddress } from "../../workbook/address.ts";
import type { CellValue, Workbook } from "../../workbook/port.ts";

/** Cells read at once: a host answers these in well under half a second. */
const slice = 20_000;

/** Beyond these a sheet is a ledger, and no part of a filing. */
export const mostCells = 400_000;

/** The part of the block that is in use; undefined where that is empty. */
export async function usedBlock(workbook: Workbook, block: RangeAddress | { readonly sheet: string }): Promise<RangeAddress | undefined> {
  const sheet = (await workbook.sheets()).find(({ name }) => name === block.sheet);
  if (!sheet) return undefined;
  const { row, column, rows, columns } = "row" in block ? block : { row: 0, column: 0, rows: sheet.rows, columns: sheet.columns };
  const used = { sheet: block.sheet, row, column, rows: Math.min(rows, sheet.rows - row), columns: Math.min(columns, sheet.columns - column) };
  return used.rows > 0 && used.columns > 0 ? used : undefined;
}

/** The values of a block, read in slices. Rejects with the signal's reason once it is aborted. */
export async function cellsOf(workbook: Workbook, block: RangeAddress, signal: AbortSignal): Promise<SheetCells> {
  const values: CellValue[][] = [];
  const rowsAtOnce = Math.max(1, Math.floor(slice / block.columns));
  for (let done = 0; done < block.rows; done += rowsAtOnce) {
    signal.throwIfAborted();
    const read = await workbook.read({ ...block, row: block.row + done, rows: Math.min(rowsAtOnce, block.rows - done) });
    values.push(...read.map((cells) => cells.map(({ value }) => value)));
  }
  return { row: block.row, column: block.column, values };
}
