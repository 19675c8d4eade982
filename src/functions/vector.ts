import { refuse } from "../core/refusal.ts";
import { at, type Grid, transposed } from "../core/table.ts";

/** A row or a column of values, and which of the two it was. */
export interface Vector<T> {
  readonly values: readonly T[];
  readonly direction: "row" | "column";
}

/** The values as a block, laid out as the vector they belong to. */
export function laidOut<T>(values: readonly T[], { direction }: Pick<Vector<unknown>, "direction">): Grid<T> {
  return direction === "row" ? [values] : values.map((value) => [value]);
}

/** Several figures of each value: beside a column, below a row; of a single value always side by side. */
export function laidOutEach<T>(rows: Grid<T>, { direction, values }: Vector<unknown>): Grid<T> {
  return direction === "row" && values.length > 1 ? transposed(rows) : rows;
}

/** Refuses vectors of which one is longer than another; the first given names the length. */
export function sameLength(vectors: Readonly<Record<string, Vector<unknown> | undefined>>): void {
  const given = Object.entries(vectors).flatMap(([name, vector]) => (vector ? [{ name, length: vector.values.length }] : []));
  const first = at(given, 0);
  for (const { name, length } of given) {
    if (length !== first.length) {
      refuse({ code: "lengths-differ", parameter: name, given: length, other: first.name, expected: first.length });
    }
  }
}
