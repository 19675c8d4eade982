import { constant, divided, type Expression, figureOf, less } from "../expression.ts";
import type { Figure } from "../figure.ts";
import type { Grid, Line } from "../grid.ts";
import { samePeriod } from "../period.ts";
import { type Family, type Instance, instanceOf } from "../relation.ts";

const within = 60;

/**
 * Rates of revenue whose revenue stands in a small table before them: 销售费用率 under 销售费用, 毛利率 under 营业成本.
 * The two ends of a printed range are taken in their order (filing 004, lines 410–477).
 */
export function nearbyRatios(grids: readonly Grid[]): Family[] {
  const instances: { rate: Instance[]; margin: Instance[] } = { rate: [], margin: [] };
  for (const grid of grids) {
    for (const row of grid.rows) {
      const label = row.bare;
      const margin = /毛利率$/.test(label);
      const name = /^(.{2,12})率$/.exec(label)?.[1];
      const base = grid.rows.find((other) => other !== row && (margin ? /成本$/.test(other.bare) : name !== undefined && other.bare === name));
      if (!base || grid.rows.some((other) => /营业收入$/.test(other.bare))) continue;
      const revenue = revenueBefore(grids, grid);
      if (!revenue) continue;
      for (const column of grid.columns) {
        const facing = facingColumn(grid, column, revenue.grid);
        if (!facing) continue;
        const [printed, part, whole] = [endsAt(grid, row, column), endsAt(grid, base, column), endsAt(revenue.grid, revenue.line, facing)];
        for (const [at, rate] of printed.entries()) {
          const [of, by] = [part[at] ?? part[0], whole[at] ?? whole[0]];
          if (!of || !by || rate.kind !== "rate" || of.kind !== "amount" || by.kind !== "amount" || of.money !== by.money) continue;
          const quotient: Expression = divided(figureOf(of), figureOf(by));
          const instance = instanceOf(margin ? "margin" : "quotient", rate, margin ? less(constant(1), quotient) : quotient);
          if (instance) instances[margin ? "margin" : "rate"].push(instance);
        }
      }
    }
  }
  return [
    { rule: "quotient", words: 16, instances: instances.rate },
    { rule: "margin", words: 16, instances: instances.margin },
  ];
}

function revenueBefore(grids: readonly Grid[], grid: Grid): { grid: Grid; line: Line } | undefined {
  for (let at = grid.index - 1; at >= 0; at -= 1) {
    const other = grids[at];
    if (!other || grid.table.lines.first - other.table.lines.last > within) return undefined;
    const line = other.rows.find((row) => /^营业收入$/.test(row.bare));
    if (line) return { grid: other, line };
  }
  return undefined;
}

/** The column of another table for the same period, or in the same place where neither names one. */
function facingColumn(grid: Grid, column: Line, other: Grid): Line | undefined {
  const filled = (of: Grid) => of.columns.filter(({ index }) => of.table.columns[index]?.role === "figures");
  const [own, theirs] = [filled(grid), filled(other)];
  if (own.length !== theirs.length) return undefined;
  const facing = theirs[own.indexOf(column)];
  if (!facing) return undefined;
  return column.period || facing.period ? (samePeriod(column.period, facing.period) ? facing : undefined) : facing;
}

function endsAt(grid: Grid, row: Line, column: Line): readonly Figure[] {
  const figure = grid.figures[row.index]?.[column.index];
  if (figure) return figure.dash ? [] : [figure];
  return grid.ranges.find((range) => range.row === row.index && range.column === column.index)?.ends ?? [];
}
