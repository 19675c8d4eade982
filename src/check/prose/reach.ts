import type { Series } from "../series.ts";

/** A series with the nearest of its tables, and how many lines that stands from a sentence. */
export interface Reached {
  readonly series: Series;
  readonly far: number;
  readonly table: number;
  /** Whether the table stands above the sentence. */
  readonly above: boolean;
}

/** Finds the series with a table so many lines around a line, without asking all tables of a document each time. */
export function reachOf(all: readonly Series[], within: number): (line: number) => readonly Reached[] {
  const order = new Map(all.map((series, at) => [series, at]));
  const tables = new Map<number, { readonly first: number; readonly last: number; readonly series: Series[] }>();
  for (const series of all) {
    for (const { index, table } of series.grids) {
      const known = tables.get(index) ?? { ...table.lines, series: [] };
      known.series.push(series);
      tables.set(index, known);
    }
  }
  return (line) => {
    const found = new Map<Series, Reached>();
    for (const [table, { first, last, series }] of tables) {
      const far = last < line ? line - last : Math.max(0, first - line);
      if (far > within) continue;
      for (const each of series) if ((found.get(each)?.far ?? Infinity) > far) found.set(each, { series: each, far, table, above: last < line });
    }
    return [...found.values()].sort((a, b) => (order.get(a.series) ?? 0) - (order.get(b.series) ?? 0));
  };
}
