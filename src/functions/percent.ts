import type { Decimal } from "../core/decimal.ts";

/** A signed change as text, the same in every language: +5%, -10%, 0%. */
export function signedPercent(fraction: Decimal): string {
  const percent = fraction.times(100).toFixed();
  return `${fraction.gt(0) ? "+" : ""}${percent === "-0" ? "0" : percent}%`;
}
