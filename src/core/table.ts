/** A rectangular block: rows run down the sheet, columns across it. */
export type Grid<T> = readonly (readonly T[])[];

/** The value at an index the caller has already bounded; anything else is a bug, not bad input. */
export function at<T>(values: readonly T[], index: number): T {
  const value = values[index];
  if (value === undefined) throw new RangeError(`index ${index} outside 0..${values.length - 1}`);
  return value;
}

/** [a, b, c] becomes [[a, b], [b, c]]: each reporting date with the one after it. */
export function consecutive<T>(values: readonly T[]): [T, T][] {
  return values.slice(1).map((next, index) => [at(values, index), next]);
}

/** Rows become columns. */
export function transposed<T>(grid: Grid<T>): T[][] {
  return (grid[0] ?? []).map((_, column) => grid.map((row) => at(row, column)));
}
