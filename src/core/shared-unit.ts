import { Decimal, rounded, sum } from "./decimal.ts";

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

/**
 * Parts of which each was cut on its own, made to add to a total that was cut apart from them: parts without
 * a last digit may miss it by some units, which would show as a total of 1E-46 where there is none. What is
 * missing goes to the largest part that may carry it, one that has no last digit either; of two as large to
 * the positive one.
 */
export function addingTo(total: Decimal, parts: readonly Decimal[], mayCarry: (index: number) => boolean): Decimal[] {
  const missing = total.minus(sum(parts));
  if (missing.isZero()) return [...parts];
  const able = parts.flatMap((part, index) => (mayCarry(index) ? [{ part, index }] : []));
  const carrier = able.toSorted((a, b) => b.part.abs().cmp(a.part.abs()) || b.part.cmp(a.part))[0]?.index;
  return parts.map((part, index) => (index === carrier ? part.plus(missing) : part));
}
