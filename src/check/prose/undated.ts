import type { Grid } from "../grid.ts";
import { type Series, undated } from "../series.ts";

/** The period of what a table prints without one. */
export const never = { year: 0, month: 0 };

/** The figures of tables that name no period, each a series of its own: 注册资本, 国债利率, parameters of a valuation. */
export function undatedSeries(grids: readonly Grid[]): Series[] {
  return grids.flatMap((grid) =>
    grid.rows.flatMap((row) =>
      grid.columns.flatMap((column): Series[] => {
        const figure = grid.figures[row.index]?.[column.index];
        if (!figure || figure.dash || (column.period ?? row.period ?? grid.period)) return [];
        const { first, last } = grid.table.lines;
        return [{ label: undated(row.bare), group: row.group, column: undated(column.text), caption: grid.caption, parts: [], texts: [], nameless: false, grids: [grid], edges: [first, last], entries: [{ period: never, figure }] }];
      }),
    ),
  );
}
