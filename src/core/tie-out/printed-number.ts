import { Decimal, ONE } from "../decimal.ts";

/** A number as a filing prints it. */
export interface PrintedNumber {
  readonly value: Decimal;
  /** One unit of the last printed digit: 0.01 for 1,234.56, 0.0001 for 12.34%. */
  readonly unit: Decimal;
}

/** What a printed cell says. A dash is a nil amount; "absent" is a word for a figure that was not given. */
export type Reading =
  | ({ readonly kind: "number" } & PrintedNumber)
  | { readonly kind: "blank" }
  | { readonly kind: "dash" }
  | { readonly kind: "absent" }
  | { readonly kind: "text" };

const dashes = /^[-—–－―−‐‑]+$/;
const absentWords = new Set(["/", "//", "未披露", "不适用", "无余额", "N/A", "n/a", "NA", "n.a.", "不适用/未披露"]);

/**
 * The text of one printed cell: 1,234.56, （1,234.56）, 12.3%, －5, full-width digits, a dash, or a
 * word such as 未披露. Brackets are a minus. A bare one- or two-digit whole number in brackets, (1),
 * is the number of a note, not a figure, and stays text.
 *
 * Thousands separators must stand where thousands are, so that 1,23 is not silently 123.
 */
export function reading(printed: string): Reading {
  const text = normalised(printed);
  if (text === "") return { kind: "blank" };
  if (dashes.test(text)) return { kind: "dash" };
  if (absentWords.has(text)) return { kind: "absent" };
  const bracketed = /^\((.+)\)$/.exec(text);
  const inner = bracketed?.[1] ?? text;
  if (bracketed && /^\d{1,2}$/.test(inner)) return { kind: "text" };
  const number = plainNumber(inner);
  if (!number) return { kind: "text" };
  if (!bracketed) return { kind: "number", ...number };
  // A minus inside brackets would be a minus twice over; nobody prints that and means it.
  return number.value.isNegative() ? { kind: "text" } : { kind: "number", value: number.value.negated(), unit: number.unit };
}

/** Half-width digits and signs, no spaces: how a printed cell is compared and read. */
export function normalised(printed: string): string {
  return printed
    .normalize("NFKC")
    .replace(/[\s\u200b\ufeff]+/g, "")
    .replace(/，/g, ",")
    .replace(/[−–—―‐‑](?=[\d.])/g, "-");
}

const number = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d*))?(%|‰)?$/;

function plainNumber(text: string): PrintedNumber | undefined {
  const match = number.exec(text);
  const [, sign = "", whole = "", fraction = "", scale = ""] = match ?? [];
  if (!match || whole + fraction === "") return undefined;
  const per = scale === "%" ? 100 : scale === "‰" ? 1000 : 1;
  const digits = new Decimal(`${sign}${whole.replaceAll(",", "") || "0"}.${fraction || "0"}`);
  return { value: digits.div(per), unit: ONE.div(new Decimal(10).pow(fraction.length)).div(per) };
}
