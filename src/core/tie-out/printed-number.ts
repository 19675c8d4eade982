import { Decimal, ONE } from "../decimal.ts";

/** A number as a filing prints it. */
export interface PrintedNumber {
  readonly value: Decimal;
  /** One unit of the last printed digit: 0.01 for 1,234.56, 0.0001 for 12.34%; 0 for a figure without print rounding. */
  readonly unit: Decimal;
}

/** What a printed cell says. A dash is a nil amount; "absent" is a word for a figure that was not given. */
export type Reading =
  | ({ readonly kind: "number"; readonly percent: boolean } & PrintedNumber)
  | { readonly kind: "blank" }
  | { readonly kind: "dash" }
  | { readonly kind: "absent" }
  | { readonly kind: "text" };

// Three and more are the rule under a table's header, not a nil amount.
const dashes = /^[-—]{1,2}$/;
const absentWords = new Set(["/", "//", "未披露", "未公开", "未提供", "不适用", "无余额", "n/a", "na", "n.a.", "不适用/未披露"]);

/**
 * The text of one printed cell: 1,234.56, （1,234.56）, 12.3%, －5, full-width digits, a dash, or a
 * word such as 未披露. Brackets are a minus. A bare one- or two-digit whole number in brackets, (1),
 * is the number of a note, not a figure, and stays text.
 *
 * Thousands separators are optional, but where there are any they must stand where thousands are, so
 * that 1,23 is not silently 123. Two numbers parted by a space are not one number: filings glue
 * neighbouring cells that way.
 */
export function reading(printed: string): Reading {
  const text = normalised(printed);
  if (text === "") return { kind: "blank" };
  if (dashes.test(text)) return { kind: "dash" };
  if (absentWords.has(text.toLowerCase())) return { kind: "absent" };
  const [, inner, scaleOutside = ""] = /^\((.+)\)([%‰]?)$/.exec(text) ?? [];
  if (inner === undefined) return numberReading(plainNumber(text));
  if (scaleOutside === "" && /^\d{1,2}$/.test(inner)) return { kind: "text" };
  const number = plainNumber(inner + scaleOutside);
  // A minus inside brackets would be a minus twice over; nobody prints that and means it.
  if (!number || number.signed) return { kind: "text" };
  return numberReading({ ...number, value: number.value.negated() });
}

function numberReading(number: ReturnType<typeof plainNumber>): Reading {
  return number ? { kind: "number", value: number.value, unit: number.unit, percent: number.percent } : { kind: "text" };
}

/**
 * How a printed cell is compared and read: half-width digits and signs, one kind of minus and of dash,
 * no spaces except between digits. Compatibility forms are left alone, since ① is the mark of a
 * note and ² an exponent, not digits.
 */
export function normalised(printed: string): string {
  return printed
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[−–―‐‑﹣]/g, "-")
    .replace(/[\s\u200b\ufeff]+/g, " ")
    .replace(/(?<![\d.,]) | (?![\d.,])/g, "");
}

const pattern = /^([+-]?)([1-9]\d{0,2}(?:,\d{3})+|\d+)?(?:\.(\d+))?([%‰]?)$/;

/** An unsigned or signed decimal, with or without %, in normalised text; undefined for anything else. */
function plainNumber(text: string): (PrintedNumber & { readonly percent: boolean; readonly signed: boolean }) | undefined {
  const match = pattern.exec(text);
  const [, sign = "", whole = "", fraction = "", scale = ""] = match ?? [];
  if (!match || whole + fraction === "") return undefined;
  const per = scale === "%" ? 100 : scale === "‰" ? 1000 : 1;
  const digits = new Decimal(`${sign}${whole.replaceAll(",", "") || "0"}.${fraction || "0"}`);
  const unit = ONE.div(new Decimal(10).pow(fraction.length)).div(per);
  return { value: digits.div(per), unit, percent: per !== 1, signed: sign !== "" };
}
