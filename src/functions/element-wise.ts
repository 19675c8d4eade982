import { Refusal, refuse } from "../core/refusal.ts";
import { at, type Grid } from "../core/table.ts";
import type { Entry } from "./parameter.ts";

const rowsOf = (grid: Grid<unknown>) => grid.length;
const columnsOf = (grid: Grid<unknown>) => grid[0]?.length ?? 0;
const shapeOf = (grid: Grid<unknown>) => `${rowsOf(grid)} × ${columnsOf(grid)}`;
const isSingle = (grid: Grid<unknown>) => rowsOf(grid) === 1 && columnsOf(grid) === 1;
const isVector = (grid: Grid<unknown>) => rowsOf(grid) === 1 || columnsOf(grid) === 1;

/**
 * The elements that go together: each cell holds one entry of every argument, in their order. A single
 * cell goes with every element; a row goes with a column of the same length; the result has the shape
 * of the first argument that is not single.
 */
export function aligned(arguments_: Readonly<Record<string, Grid<Entry>>>): Grid<readonly Entry[]> {
  const named = Object.entries(arguments_);
  const [leadName, lead] = named.find(([, grid]) => !isSingle(grid)) ?? at(named, 0);
  const picks = named.map(([name, grid]) => {
    if (isSingle(grid)) return () => at(at(grid, 0), 0);
    if (shapeOf(grid) === shapeOf(lead)) return (row: number, column: number) => at(at(grid, row), column);
    if (isVector(grid) && isVector(lead) && rowsOf(grid) * columnsOf(grid) === rowsOf(lead) * columnsOf(lead)) {
      const flat = grid.flat();
      return (row: number, column: number) => at(flat, row + column);
    }
    return refuse({ code: "shapes-differ", parameter: name, given: shapeOf(grid), other: leadName, expected: shapeOf(lead) });
  });
  return lead.map((cells, row) => cells.map((_, column) => picks.map((pick) => pick(row, column))));
}

/** The value, or the refusal as the value of its cell. */
export function attempted<T>(calculation: () => T): T | Refusal {
  try {
    return calculation();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** The value of an entry that is needed; throws the reason where it is missing. */
export function known<T>(entry: T | Refusal): T {
  if (entry instanceof Refusal) throw entry;
  return entry;
}
