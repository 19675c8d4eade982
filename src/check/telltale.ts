import { Decimal } from "../core/decimal.ts";
import { slipBetween } from "./digits.ts";
import { approximation } from "./expression.ts";
import type { Figure } from "./figure.ts";
import type { Grid } from "./grid.ts";
import type { Instance } from "./relation.ts";
import { replaced } from "./solve.ts";

/** The power of ten between what is printed and what should be, 0 where it is no power of ten; 12,345.00 for 1.23 is 4. */
export function powerOff(printed: Decimal, expected: Decimal): number {
  if (printed.isZero() || expected.isZero()) return 0;
  const power = Math.round(Math.log10(Math.abs(expected.div(printed).toNumber())));
  return power !== 0 && Math.abs(expected.div(printed).toNumber() / 10 ** power - 1) < 0.005 ? power : 0;
}

/** A slack beyond which a value says too little of the digits behind it. */
const vague = 0.002;

/** Whether only the sign is wrong: the value that would mend a break is known no closer than its slack. */
export function signLost({ printed: { value, unit } }: Figure, mended: Decimal, slack: number): boolean {
  return !value.isZero() && slack < Math.abs(value.toNumber()) * 0.1 && mended.plus(value).abs().lte(Decimal.max(unit, slack));
}

/** Whether two neighbouring digits exchanged make the value that would mend a break, as closely as it is known. */
export function transposed({ printed: { value, unit } }: Figure, mended: Decimal, slack: number): boolean {
  if (slipBetween(value, mended, unit) === "transposition") return true;
  if (unit.isZero() || !(slack < vague * Math.abs(value.toNumber()))) return false;
  const digits = value.abs().div(unit).toFixed(0);
  const reach = Decimal.max(slack, unit).div(unit);
  const wanted = mended.abs().div(unit);
  return Array.from({ length: digits.length - 1 }, (_, at) => digits.slice(0, at) + (digits[at + 1] ?? "") + (digits[at] ?? "") + digits.slice(at + 2)).some((other) => other !== digits && wanted.minus(other).abs().lte(reach) && !wanted.minus(digits).abs().lte(reach.times(3)));
}

/** How much the value that would mend a break makes the figure look like a slip that people make: a lost sign, another unit, two digits exchanged. */
export function telltale(figure: Figure, mended: Decimal, slack: number): number {
  if (signLost(figure, mended, slack) || powerOff(figure.printed.value, mended) !== 0) return 3;
  return transposed(figure, mended, slack) ? 1.5 : 0;
}

/** How far off the value that would mend a break may be, through the rounding of everything else in it. */
export function mendingSlack({ printed, expression }: Instance, figure: Figure): number {
  const reach = approximation(expression);
  if (!reach) return Infinity;
  const width = reach.high - reach.low + printed.high - printed.low;
  if (figure === printed) return width;
  const step = figure.value === 0 ? 1 : figure.value / 1000;
  const moved = approximation(replaced(expression, figure, figure.printed.value.plus(step)))?.value ?? reach.value;
  return (width * Math.abs(step)) / Math.abs(moved - reach.value);
}

/** Whether the value that would mend a break stands in the next column of the same row: the row was shifted. */
export function printedBeside({ cell, text, value }: Figure, mended: number, slack: number, grids: readonly Grid[]): boolean {
  const row = cell && grids[cell.table]?.figures[cell.row];
  if (!cell || !row || text.replace(/\D/g, "").length < 3 || slack > vague * Math.abs(value)) return false;
  return [-1, 1].some((step) => {
    const other = row[cell.column + step];
    return other !== undefined && !other.dash && other.text !== text && Math.abs(other.value - mended) <= slack;
  });
}
