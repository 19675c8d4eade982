import type { RangeAddress } from "../workbook/address.ts";
import type { CellContent, Workbook } from "../workbook/port.ts";
import type { Slices } from "./source/slices.ts";

// As many cells as leave the pane answering, and a request to Excel small.
const cellsAtOnce = 8_000;

/** The contents of a block of any size, read in slices. */
export async function blockContents(workbook: Workbook, range: RangeAddress, slices: Slices): Promise<CellContent[][]> {
  const rows = Math.max(1, Math.floor(cellsAtOnce / Math.max(1, range.columns)));
  if (range.rows <= rows) return workbook.read(range);
  const contents: CellContent[][] = [];
  for (let top = 0; top < range.rows; top += rows) {
    contents.push(...(await workbook.read({ ...range, row: range.row + top, rows: Math.min(rows, range.rows - top) })));
    slices.check();
    await slices.rest(top / range.rows);
  }
  return contents;
}
