import { shiftedFormula } from "../workbook/formula-shift.ts";
import type { CellContent } from "../workbook/port.ts";
import { plain } from "./cell-print.ts";
import type { PlannedRow } from "./refresh-plan.ts";

/** Where the rows of the linked block begin on their sheet. */
export interface OwnColumns {
  readonly width: number;
  readonly top: number;
  readonly standing: readonly (readonly CellContent[])[];
}

/**
 * The planned rows with the formulas of the person's own columns written for where they will stand: a formula goes on
 * speaking of its row, and a column of one formula throughout is extended to the rows that are added.
 */
export function withOwnColumns(rows: readonly PlannedRow[], { width, top, standing }: OwnColumns): PlannedRow[] {
  const columns = standing.reduce((widest, row) => Math.max(widest, row.length), width);
  if (columns === width) return [...rows];
  const own = Array.from({ length: columns - width }, (_, index) => ownColumn(standing.map((row) => row[width + index] ?? plain(null)), top));
  return rows.map((row, to) => ({ ...row, cells: [...row.cells.slice(0, width), ...own.map((contentAt) => contentAt(row.from, to))] }));
}

/** What a column holds in a row that came from a standing one, or is new. */
function ownColumn(cells: readonly CellContent[], top: number): (from: number | undefined, to: number) => CellContent {
  const bottom = top + cells.length - 1;
  const along = (formula: string, rows: number) => shiftedFormula(formula, rows, 0);
  // A cell beside the table, such as a rate for all rows, is not of the row.
  const within = (formula: string, rows: number) => shiftedFormula(formula, rows, 0, (row, elsewhere) => !elsewhere && row >= top && row <= bottom);
  const first = cells[0]?.formula ?? null;
  const throughout = (moved: typeof along) => first !== null && cells.every(({ formula }, row) => formula === equals(moved(body(first), row)));
  const moved = cells.length > 1 && throughout(along) ? along : within;
  const extended = throughout(moved);
  return (from, to) => {
    if (from === undefined) return extended && first !== null ? { value: null, formula: equals(moved(body(first), to)) } : plain(null);
    const cell = cells[from] ?? plain(null);
    return cell.formula === null || from === to ? cell : { value: null, formula: equals(moved(body(cell.formula), to - from)) };
  };
}

const body = (formula: string) => formula.slice(1);
const equals = (body: string) => `=${body}`;
