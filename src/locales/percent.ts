import { Decimal } from "../core/decimal.ts";

/** A figure with the minus sign of printed text. */
export const minus = (figure: string): string => figure.replace("-", "−");

/** A fraction as both languages print it: 0.125 is 12.5%, with every digit it has. */
export function percent(fraction: string): string {
  return `${minus(new Decimal(fraction).times(100).toString())}%`;
}

/** The same, rounded to four decimals of a percent: 0.10234567 is 10.2346%. */
export function shortPercent(fraction: string): string {
  return percent(new Decimal(fraction).toDecimalPlaces(6, Decimal.ROUND_HALF_UP).toString());
}
