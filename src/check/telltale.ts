import type { Decimal } from "../core/decimal.ts";
import { slipBetween } from "./digits.ts";
import { approximation } from "./expression.ts";
import type { Figure } from "./figure.ts";
import type { Instance } from "./relation.ts";
import { replaced } from "./solve.ts";

/** The power of ten between what is printed and what should be, 0 where it is no power of ten; 12,345.00 for 1.23 is 4. */
export function powerOff(printed: Decimal, expected: Decimal): number {
  if (printed.isZero() || expected.isZero()) return 0;
  const power = Math.round(Math.log10(Math.abs(expected.div(printed).toNumber())));
  return power !== 0 && Math.abs(expected.div(printed).toNumber() / 10 ** power - 1) < 0.005 ? power : 0;
}

/** How much the value that would mend a break makes the figure look like a slip that people make: a lost sign, another unit, two digits exchanged. */
export function telltale({ printed: { value, unit } }: Figure, mended: Decimal): number {
  if (!value.isZero() && mended.plus(value).abs().lte(unit)) return 3;
  if (powerOff(value, mended) !== 0) return 3;
  return slipBetween(value, mended, unit) === "transposition" ? 1.5 : 0;
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
