import type { CellBlock } from "../address.ts";
import { rangeOn } from "./cell-block.ts";

interface SpilledCell {
  readonly row: number;
  readonly column: number;
  /** The cell whose formula fills it. */
  readonly parent: { readonly row: number; readonly column: number };
}

/** The cells of a block that formulas have spilled into, those of the formulas themselves left out. */
export async function spilledInto(context: Excel.RequestContext, sheet: Excel.Worksheet, area: CellBlock): Promise<SpilledCell[]> {
  // Row by row first: Excel tells of single cells only whose spill they are.
  const rows = Array.from({ length: area.rows }, (_, r) => rangeOn(sheet, { ...area, row: area.row + r, rows: 1 }));
  for (const row of rows) row.load("hasSpill");
  await context.sync();
  const cells = rows.flatMap((row, r) => (row.hasSpill === false ? [] : Array.from({ length: area.columns }, (_, c) => ({ row: area.row + r, column: area.column + c }))));
  const parents = cells.map((cell) => rangeOn(sheet, { ...cell, rows: 1, columns: 1 }).getSpillParentOrNullObject());
  for (const parent of parents) parent.load("rowIndex,columnIndex");
  await context.sync();
  return cells.flatMap((cell, index) => {
    const parent = parents[index];
    if (!parent || parent.isNullObject || (parent.rowIndex === cell.row && parent.columnIndex === cell.column)) return [];
    return [{ ...cell, parent: { row: parent.rowIndex, column: parent.columnIndex } }];
  });
}
