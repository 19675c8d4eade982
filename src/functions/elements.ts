import type { Decimal } from "../core/decimal.ts";
import { Refusal } from "../core/refusal.ts";
import { at, type Grid } from "../core/table.ts";
import { block, type Outcome, type ResultCell } from "./define.ts";
import { aligned, attempted, known } from "./element-wise.ts";
import type { Entry } from "./parameter.ts";
import type { Step, Which } from "./step.ts";

type Grids = Readonly<Record<string, Grid<Entry> | undefined>>;
type Elements<G extends Grids> = { readonly [K in keyof G]: undefined extends G[K] ? Entry | undefined : Entry };

/** Which element of several it is, counted from 1 along the rows; undefined where there is but one. */
export type Element = number | undefined;

/** Computes a record for every element of arguments that go together, by their names; an omitted argument is undefined in each. */
export function elements<G extends Grids, T>(grids: G, calculation: (values: Elements<G>, element: Element) => T): Grid<T | Refusal> {
  const given = Object.entries(grids).flatMap(([name, grid]) => (grid ? [[name, grid] as const] : []));
  const groups = aligned(Object.fromEntries(given));
  const elementAt = counted(groups);
  return groups.map((row, r) =>
    row.map((entries, c) => {
      // The one cast: what was given is here by its name, and what was omitted reads as undefined.
      const values = Object.fromEntries(given.map(([name], index) => [name, at(entries, index)])) as Elements<G>;
      return attempted(() => calculation(values, elementAt(r, c)));
    }),
  );
}

/** A block of results of which some may have been refused, and the steps of the others. */
export function elementBlock<T>(found: Grid<T | Refusal>, figure: (result: T) => ResultCell, steps: (result: T, which: Which | undefined) => Step[]): Outcome {
  const elementAt = counted(found);
  // Of a block an element is known by its row and column.
  const whichAt = found.length > 1 && at(found, 0).length > 1 ? (row: number, column: number) => `${row + 1}, ${column + 1}` : elementAt;
  const cells = found.map((row) => row.map((result) => (result instanceof Refusal ? result : figure(result))));
  return block(cells, () => found.flatMap((row, r) => row.flatMap((result, c) => (result instanceof Refusal ? [] : steps(result, whichAt(r, c))))));
}

/**
 * The block of one figure for every element of arguments that are all given and all needed. Of several
 * elements an impossible one is an error in its cell; a single answer is refused.
 */
export function eachElement<K extends string>(
  given: Readonly<Record<K, Grid<Entry>>>,
  calculation: (values: Readonly<Record<K, Decimal>>, element: Element) => Decimal,
  derivation: (values: Readonly<Record<K, Decimal>>, result: Decimal, which: Which | undefined) => Step[],
): Outcome {
  const found = elements(given, (entries, element) => {
    const values = decimalsOf(entries);
    return { values, result: calculation(values, element) };
  });
  if (isSingle(found)) known(at(at(found, 0), 0));
  return elementBlock(found, ({ result }) => result, ({ values, result }, which) => derivation(values, result, which));
}

function decimalsOf<K extends string>(entries: Readonly<Record<K, Entry>>): Readonly<Record<K, Decimal>> {
  // A cast again: fromEntries() forgets that the names are K.
  return Object.fromEntries(Object.entries<Entry>(entries).map(([name, entry]) => [name, known(entry)])) as Record<K, Decimal>;
}

function counted(grid: Grid<unknown>): (row: number, column: number) => Element {
  const columns = grid[0]?.length ?? 0;
  return isSingle(grid) ? () => undefined : (row, column) => row * columns + column + 1;
}

function isSingle(grid: Grid<unknown>): boolean {
  return grid.length === 1 && grid[0]?.length === 1;
}
