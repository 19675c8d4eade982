import { hasContent } from "../block-plan.ts";
import type { CellPlan } from "../port.ts";
import { type ICellData, type Sheet } from "./engine.ts";
import { lookData, valueData } from "./sheet-data.ts";
import { cellNow, entryOf } from "./undoing.ts";

/** Planned rows of a standing sheet, and where their first cell stands. */
export interface PlannedRows {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly (CellPlan | undefined)[])[];
}

/** Cells by row and column, as the engine takes them; null takes a cell away with all it has. */
export type CellRows = Record<number, Record<number, ICellData | null>>;

/** What rows hold that are about to be written: the cells that are not blank. */
export function cellsBefore(sheet: Sheet, { row, column, cells }: PlannedRows): CellRows {
  const before: CellRows = {};
  cells.forEach((line, r) =>
    line.forEach((plan, c) => {
      const standing = plan && sheet.getCellRaw(row + r, column + c);
      // The engine writes into the very cell it holds.
      if (standing) (before[row + r] ??= {})[column + c] = standing.p ? structuredClone(standing) : { ...standing };
    }),
  );
  return before;
}

/** What the plan puts into the cells, over what they hold. */
export function cellsOfPlan({ row, column, cells }: PlannedRows, before: CellRows): CellRows {
  return eachPlanned(row, column, cells, (plan, r, c) => {
    const standing = before[r]?.[c];
    if (!hasContent(plan)) return lookData(plan);
    const content: ICellData = plan.formula === undefined ? valueData(plan.value ?? null) : { f: plan.formula };
    // Only what the cell has is taken from it: the engine is slower, and larger, with a blank cell that names all it has not.
    return standing ? { v: null, f: null, si: null, p: null, ...content, ...lookData(plan) } : { ...content, ...lookData(plan) };
  });
}

/** Takes the planned cells away. */
export const cellsAway = ({ row, column, cells }: PlannedRows): CellRows => eachPlanned(row, column, cells, () => null);

function eachPlanned(row: number, column: number, cells: PlannedRows["cells"], data: (plan: CellPlan, row: number, column: number) => ICellData | null): CellRows {
  const rows: CellRows = {};
  cells.forEach((line, r) => {
    const written: Record<number, ICellData | null> = {};
    line.forEach((plan, c) => {
      if (plan) written[column + c] = data(plan, row + r, column + c);
    });
    rows[row + r] = written;
  });
  return rows;
}

/** Whether formulas come or go with the plan. */
export function touchFormulas(plan: PlannedRows, before: CellRows): boolean {
  return plan.cells.some((line) => line.some((cell) => cell?.formula !== undefined)) || Object.values(before).some((line) => Object.values(line).some((cell) => cell?.f || cell?.si));
}

/** Whether every cell holds what was planned for it. */
export const asPlanned = (sheet: Sheet, { row, column, cells }: PlannedRows): boolean =>
  cells.every((line, r) => line.every((plan, c) => !hasContent(plan) || entryOf(cellNow(sheet, row + r, column + c)) === entryOf(plan.formula === undefined ? valueData(plan.value ?? null) : { f: plan.formula })));

/** Whether every planned cell holds what it held before. */
export const asBefore = (sheet: Sheet, { row, column, cells }: PlannedRows, before: CellRows): boolean =>
  cells.every((line, r) => line.every((plan, c) => !hasContent(plan) || entryOf(cellNow(sheet, row + r, column + c)) === entryOf(before[row + r]?.[column + c] ?? {})));
