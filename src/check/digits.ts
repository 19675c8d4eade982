import { Decimal } from "../core/decimal.ts";
import type { Figure } from "./figure.ts";

/** A value with the digits and the marks of a figure: 0.21651713 as 21.65% beside 21.34%, 5.464045 as 5.46 beside 5.47 亿元. */
export function likePrinted(value: Decimal, figure: Figure): string {
  const per = figure.kind === "amount" ? 1 : 100;
  const last = figure.printed.unit.times(per);
  const decimals = last.isZero() ? 2 : Math.max(0, last.decimalPlaces());
  const digits = value.times(per).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP).toFixed(decimals);
  const [whole = "", fraction] = digits.split(".");
  const grouped = figure.text.includes(",") || whole.replace("-", "").length > 3 ? whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",") : whole;
  const unit = figure.kind === "rate" ? "%" : figure.words && figure.unit !== "" ? ` ${figure.unit}` : figure.kind === "points" ? " 个百分点" : "";
  return `${grouped}${fraction === undefined ? "" : `.${fraction}`}${unit}`;
}

/** How two prints of the same length differ: by one digit, by two neighbours exchanged, by one digit more or less, or otherwise. */
export function slipBetween(printed: Decimal, expected: Decimal, unit: Decimal): "digit-slip" | "transposition" | undefined {
  if (unit.isZero()) return undefined;
  const plain = (value: Decimal) => value.abs().div(unit).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toFixed();
  const [a, b] = [plain(printed), plain(expected)];
  if (Math.max(a.length, b.length) < 3 || printed.isNegative() !== expected.isNegative()) return undefined;
  if (a.length === b.length) {
    const off = [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]));
    const [first, second] = off;
    if (off.length === 1) return "digit-slip";
    return off.length === 2 && first !== undefined && second === first + 1 && a[first] === b[second] && a[second] === b[first] ? "transposition" : undefined;
  }
  const [longer, shorter] = a.length > b.length ? [a, b] : [b, a];
  if (longer.length !== shorter.length + 1 || shorter.length < 4) return undefined;
  return Array.from(longer, (_, at) => longer.slice(0, at) + longer.slice(at + 1)).includes(shorter) ? "digit-slip" : undefined;
}
