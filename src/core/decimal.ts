import { Decimal as Base } from "decimal.js";

/**
 * The number of every reported figure: 50 significant digits, half away from zero.
 *
 * A private clone, because decimal.js keeps its settings on the constructor: another library
 * that calls Decimal.set() must not change our figures. The exponent range is wide enough that
 * nothing a double can hold overflows on the way.
 */
export const Decimal = Base.clone({ precision: 50, rounding: Base.ROUND_HALF_UP, minE: -9e15, maxE: 9e15 });
export type Decimal = Base;

export const ZERO = new Decimal(0);
export const ONE = new Decimal(1);

/** The sum of the values; 0 where there are none. */
export function sum(values: readonly Decimal[]): Decimal {
  return values.reduce((total, value) => total.plus(value), ZERO);
}

/** The value rounded to `digits` decimals, half away from zero (四舍五入); unrounded where no digits are asked for. */
export function rounded(value: Decimal, digits: number | undefined): Decimal {
  if (digits === undefined) return value;
  // toDecimalPlaces() takes no negative count: tens and hundreds are rounded after shifting the point.
  if (digits >= 0) return value.toDecimalPlaces(digits, Decimal.ROUND_HALF_UP);
  const unit = new Decimal(10).pow(-digits);
  return value.div(unit).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).times(unit);
}

/**
 * The decimal a person sees in a cell: 15 significant digits of the double, Excel's own rule.
 * From here on everything is exact, so 0.1 + 0.2 is 0.3.
 */
export function decimalOfCell(value: number): Decimal {
  return new Decimal(value.toPrecision(15));
}
