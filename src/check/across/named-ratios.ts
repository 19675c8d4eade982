import { constant, divided, type Expression, figureOf, multiplied } from "../expression.ts";
import type { Figure } from "../figure.ts";
import type { Grid, Line } from "../grid.ts";
import { likeness, plainLabel } from "../label.ts";
import { type Period, samePeriod } from "../period.ts";
import { type Family, type Instance, instanceOf, support } from "../relation.ts";
import type { Series } from "../series.ts";

const words = 14;
const alike = 0.7;
const same = 0.95;

/**
 * Rows whose name is a ratio, 短期借款/营业收入, and whose divisor stands in another table: a flow of a part of a year may have been brought to a
 * year (filing 002, lines 2962 and 3073). Of all that carries the name of the divisor, the one that holds most often is meant.
 */
export function namedRatios(grids: readonly Grid[], all: readonly Series[]): Family[] {
  return grids.flatMap((grid) =>
    grid.rows.flatMap((row) => {
      const [over, under, more] = plainLabel(row.text).split("/");
      if (!over || !under || more !== undefined || under.length < 3) return [];
      const [numerator] = grid.rows.filter((other) => other !== row && likeness(other.bare, over) > alike).sort((a, b) => likeness(b.bare, over) - likeness(a.bare, over));
      if (!numerator || grid.rows.some((other) => likeness(other.bare, under) > alike && other !== row)) return [];
      const families = all.filter(({ label, group }) => group === "" && likeness(plainLabel(label), under) >= same).map((series): Family => ({ rule: "quotient", words, instances: instancesOf(grid, row, numerator, series) }));
      const [best] = families.map((family) => ({ family, ...support(family) })).sort((a, b) => b.held - a.held || a.broken - b.broken);
      return best && best.held >= 2 ? [best.family] : [];
    }),
  );
}

function instancesOf(grid: Grid, row: Line, numerator: Line, { entries }: Series): Instance[] {
  return grid.columns.flatMap((column): Instance[] => {
    const { period } = column;
    const [printed, part] = [grid.figures[row.index]?.[column.index], grid.figures[numerator.index]?.[column.index]];
    const whole = period && entries.find((entry) => samePeriod(entry.period, period))?.figure;
    if (!period || !printed || printed.dash || printed.kind === "points" || !part || part.dash || part.kind !== "amount" || !whole || whole.kind !== "amount" || part.money === undefined || part.money !== whole.money) return [];
    return [...ratios(part, whole, period)].flatMap((expression) => instanceOf("quotient", printed, expression) ?? []).sort((a, b) => Number(b.holds) - Number(a.holds)).slice(0, 1);
  });
}

function ratios(part: Figure, whole: Figure, { month }: Period): Expression[] {
  const plain = divided(figureOf(part), figureOf(whole));
  return month === 12 ? [plain] : [plain, divided(multiplied(plain, constant(month)), constant(12))];
}
