import { meet, trueValues } from "../core/tie-out/interval.ts";
import { approximation, constant, divided, exactValue, type Expression, figureOf, figuresIn, less, summed } from "./expression.ts";
import type { Figure } from "./figure.ts";
import type { Grid } from "./grid.ts";
import type { Instance } from "./relation.ts";
import { replaced } from "./solve.ts";

/** At most one in so many wrong values may hold on one of the bases that are tried. */
const oneIn = 10;

/**
 * Whether the print holds on another base that the document offers: the other end of a printed range, the other way round, the same line in another
 * period, another total, the mean of two periods for the end of one. The more bases are tried before one fits, and
 * the nearer they come to the right value, the less that says: beyond one chance in ten it says nothing.
 */
export function holdsOnOtherBase({ rule, printed, expression }: Instance, grids: readonly Grid[]): boolean {
  const right = approximation(expression);
  if (!right || printed.text.replace(/\D/g, "").replace(/^0+/, "").length < 2) return false;
  const unit = printed.high - printed.low;
  const sizes = Math.log(Math.max(Math.abs(printed.value), Math.abs(right.value), 2 * unit) / unit);
  let chance = 0;
  for (const other of basesOf(rule, expression, grids)) {
    const reached = approximation(other);
    if (!reached || !Number.isFinite(reached.value)) continue;
    const width = reached.high - reached.low + unit;
    if (Math.abs(reached.value - right.value) < width) continue;
    chance += width / (2 * Math.abs(reached.value - right.value) * Math.max(1, sizes));
    if (chance > 1 / oneIn) return false;
    if (meet(trueValues(printed.printed), exactValue(other).range)) return true;
  }
  return false;
}

/** The likeliest first. */
function basesOf(rule: Instance["rule"], expression: Expression, grids: readonly Grid[]): Expression[] {
  const [a, b] = figuresIn(expression).filter(({ value }) => value !== 0);
  if (!a || !b) return [];
  const grid = b.cell && grids[b.cell.table];
  const ends = (grid?.ranges ?? []).filter(({ row, column }) => row === b.cell?.row && column === b.cell.column).flatMap((range) => range.ends.filter((end) => end !== b));
  const [first, second] = [figureOf(a), figureOf(b)];
  const turned: Expression[] = rule === "growth" ? [less(constant(1), divided(second, first)), less(divided(second, first), constant(1)), divided(first, second)] : rule === "margin" ? [less(divided(second, first), constant(1)), less(divided(first, second), constant(1))] : [];
  if (rule !== "share" && rule !== "quotient" && rule !== "growth" && rule !== "margin") return [];
  const bases = [...ends, ...otherBases(b, a, grid)].map((base) => replaced(expression, b, base.printed.value));
  return [...bases.slice(0, ends.length), ...turned, ...bases.slice(ends.length), ...(rule === "quotient" ? meansOf(a, b, grid) : [])];
}

const usable = (figure: Figure | undefined): figure is Figure => figure !== undefined && figure.kind === "amount" && figure.value !== 0 && !figure.dash && figure.low * figure.high > 0;

/** The other figures of the base's row, and the totals of its table. */
function otherBases(b: Figure, a: Figure, grid: Grid | undefined): Figure[] {
  return (grid?.figures ?? []).flatMap((cells, row) => (row === b.cell?.row || grid?.rows[row]?.kind !== "item" ? cells.filter(usable) : [])).filter((other) => other !== b && other !== a);
}

/** The mean of the base and of the period before or after it. */
function meansOf(a: Figure, b: Figure, grid: Grid | undefined): Expression[] {
  const { row = -1, column = -1 } = b.cell ?? {};
  return [1, -1].flatMap((step) => {
    const other = grid?.figures[row]?.[column + step];
    return usable(other) && other !== a ? [divided(figureOf(a), divided(summed(figureOf(b), figureOf(other)), constant(2)))] : [];
  });
}
