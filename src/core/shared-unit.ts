import { Decimal, rounded } from "./decimal.ts";

/**
 * Cuts figures to one unit, so far under the first digit of the largest that all of them can be added
 * and subtracted exactly in 50 digits: the parts of a decomposition then add to their total with nothing
 * left over. Some 45 digits of the largest figure remain.
 */
export function sharedUnit(figures: readonly Decimal[]): (figure: Decimal) => Decimal {
  const largest = figures.reduce((greatest, figure) => Decimal.max(greatest, figure.abs()), new Decimal(0));
  const kept = 48 - String(figures.length).length;
  const digits = largest.isZero() ? 0 : kept - largest.e;
  return (figure) => rounded(figure, digits);
}
