import type { CellBlock } from "./address.ts";
import { type BlockPlan, type CellPlan, type Changes, WorkbookRefusal } from "./port.ts";

// Excel's, kept in every host so that a file saved in one opens in the other.
const rowsOfSheet = 1_048_576;
const columnsOfSheet = 16_384;

/** Refuses cells that no sheet has. */
export function checkOnSheet({ row, column, rows, columns }: CellBlock): void {
  const onSheet = row >= 0 && column >= 0 && rows > 0 && columns > 0 && row + rows <= rowsOfSheet && column + columns <= columnsOfSheet;
  if (!onSheet) throw new WorkbookRefusal({ code: "range-missing" });
}

/** The block around the planned cells; undefined where none is planned. */
export function blockOfPlan({ row, column, cells }: Pick<BlockPlan, "row" | "column" | "cells">): CellBlock | undefined {
  const columns = cells.reduce((widest, line) => Math.max(widest, line.length), 0);
  return columns === 0 ? undefined : { row, column, rows: cells.length, columns };
}

/** Whether the plan of a cell in a standing sheet says what it holds, rather than only how it looks. */
export const hasContent = (cell: CellPlan | undefined): cell is CellPlan => cell !== undefined && (cell.value !== undefined || cell.formula !== undefined);

/** Whether the plan says how the cell looks, its number format aside. */
export const hasLook = (cell: CellPlan | undefined): cell is CellPlan => cell !== undefined && (cell.style !== undefined || cell.wrap === true || cell.align !== undefined);

/** How many cells are planned. */
export function plannedCells({ sheets = [], blocks = [] }: Changes): number {
  return [...sheets.map(({ rows }) => rows), ...blocks.map(({ cells }) => cells)].reduce((sum, rows) => sum + countOf(rows, 0, rows.length), 0);
}

/** How many cells are planned in the rows from one to another. */
export function countOf(rows: readonly (readonly (CellPlan | undefined)[])[], from: number, to: number): number {
  let count = 0;
  for (let r = from; r < to; r += 1) for (const cell of rows[r] ?? []) if (cell) count += 1;
  return count;
}
