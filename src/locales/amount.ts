import { Decimal } from "../core/decimal.ts";

/** An amount in groups of thousands with a true minus: −24,235.60; with the digits it is written with, or rounded to some. */
export function amount(text: string, decimals?: number): string {
  const written = decimals === undefined ? text : new Decimal(text).toFixed(decimals, Decimal.ROUND_HALF_UP);
  const [, sign = "", whole = "", fraction = ""] = /^(-?)(\d+)(\.\d+)?$/.exec(written) ?? [];
  const minus = sign === "-" && /[1-9]/.test(written) ? "−" : "";
  return `${minus}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${fraction}`;
}
