import { Decimal } from "../core/decimal.ts";

/** How many decimals a figure needs to be read: all of a printed one, cents of a computed amount, six digits of what is small. */
export function decimalsOf(value: Decimal): number {
  const size = value.abs();
  if (size.gte(1) && size.decimalPlaces() <= 4) return size.decimalPlaces();
  const enough = isAmount(size) ? 2 : size.gte(1) ? 4 : size.isZero() ? 0 : 5 - size.e;
  return value.toDecimalPlaces(enough, Decimal.ROUND_HALF_UP).decimalPlaces();
}

/** The decimals that amounts standing together are printed with, cents or none; small figures keep their own. */
export function amountDecimals(values: readonly Decimal[]): number {
  return Math.max(0, ...values.filter(isAmount).map(decimalsOf));
}

/** Whether a figure is large enough to be printed like the amounts beside it. */
export function isAmount(value: Decimal): boolean {
  return value.abs().gte(100);
}

/** A figure with thousands separators, the same in every language: 24,235.61; a negative one with a true minus. */
export function numberText(value: Decimal | number, decimals = decimalsOf(new Decimal(value))): string {
  const [whole = "", fraction] = new Decimal(value).abs().toFixed(decimals, Decimal.ROUND_HALF_UP).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return new Decimal(value).isNegative() && /[1-9]/.test(text) ? `−${text}` : text;
}

/** A fraction as a percentage, with two decimals or as many as a small one needs: 0.0222 is 2.22%. A derivation shows up to four. */
export function percentText(value: Decimal | number, most = 4): string {
  const points = new Decimal(value).times(100);
  const decimals = points.abs().gte("0.01") ? points.toDecimalPlaces(most, Decimal.ROUND_HALF_UP).decimalPlaces() : decimalsOf(points);
  return `${numberText(points, Math.max(2, decimals))}%`;
}
