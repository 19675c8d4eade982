import { a1, type CellBlock } from "../address.ts";

export { checkOnSheet } from "../block-plan.ts";

// What one request may carry: Excel on the web takes 5 MB.
export const cellsPerRequest = 20_000;

/** The block in strips of whole rows, each within what one request carries. */
export function strips(block: CellBlock, perRequest = cellsPerRequest): CellBlock[] {
  const height = Math.max(1, Math.floor(perRequest / block.columns));
  return Array.from({ length: Math.ceil(block.rows / height) }, (_, strip) => ({
    ...block,
    row: block.row + strip * height,
    rows: Math.min(height, block.rows - strip * height),
  }));
}

export function rangeOn(sheet: Excel.Worksheet, block: CellBlock): Excel.Range {
  return sheet.getRange(a1(block));
}

/** Whether the cell lies in the block. */
export function covers(block: CellBlock, row: number, column: number): boolean {
  return row >= block.row && row < block.row + block.rows && column >= block.column && column < block.column + block.columns;
}
