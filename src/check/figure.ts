import { Decimal, ZERO } from "../core/decimal.ts";
import { normalised, type PrintedNumber, reading } from "../core/tie-out/printed-number.ts";
import { textReading } from "../core/tie-out/printed-text.ts";
import type { Place } from "../reading/printed-document.ts";

/** One printed number: what it says, how exactly, and where. */
export interface Figure {
  /** Its position among all figures of the document. */
  readonly id: number;
  readonly text: string;
  readonly printed: PrintedNumber;
  /** The printed value in doubles, and the ends of the true values behind it. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** An amount, a rate printed with % (its value is the fraction), or percentage points (a fraction too). */
  readonly kind: "amount" | "rate" | "points";
  /** A dash: nil, or what rounds to nil. */
  readonly dash: boolean;
  /** 元 in one of its unit (万元: 10,000); undefined where it is no sum of money, or its unit is not printed. */
  readonly money: number | undefined;
  /** 吨, 元/吨, 万元 as printed after the figure, over its column or over its table; "" where none is. */
  readonly unit: string;
  readonly places: readonly Place[];
  readonly cell: { readonly table: number; readonly row: number; readonly column: number } | undefined;
  /** The paragraph of the document and the characters in it. */
  readonly words: { readonly paragraph: number; readonly start: number; readonly end: number } | undefined;
}

/** What a text says as one figure, before it has a place. */
export interface ReadFigure {
  readonly printed: PrintedNumber;
  readonly kind: Figure["kind"];
  readonly dash: boolean;
}

const nil: ReadFigure = { printed: { value: ZERO, unit: ZERO }, kind: "amount", dash: true };
const trailing = /^(.*?)([\d.,]+)([^\d.,]*)$/;

/** The figure in a cell: 1,234.56, 12.3%, a dash, 减少 6.04 个百分点, 增加 754,158.22 万元; undefined for words, ranges and what was not given. */
export function cellFigure(text: string): ReadFigure | undefined {
  const cell = reading(text);
  if (cell.kind === "dash") return nil;
  if (cell.kind === "number") return { printed: { value: cell.value, unit: cell.unit }, kind: cell.percent ? "rate" : "amount", dash: false };
  if (cell.kind !== "text" || text.length > 40) return undefined;
  const words = textReading(text);
  if (words.kind !== "numbers" || words.ends.length !== 1) return undefined;
  const [end] = words.ends;
  const digits = trailing.exec(normalised(text))?.[2] ?? "";
  if (!end || !/\d/.test(digits)) return undefined;
  const unit = new Decimal(10).pow(-(digits.split(".")[1]?.length ?? 0)).div(end.per);
  return { printed: { value: end.value, unit }, kind: /百分点|pct|pp/i.test(text) ? "points" : end.per === 1 ? "amount" : "rate", dash: false };
}

/** The two ends of a range such as 2.05%-2.47%, in the order they are printed. */
export function rangeFigures(text: string): readonly [ReadFigure, ReadFigure] | undefined {
  const parts = /^(\S+?)\s*[-~–—]\s*(\S+)$/.exec(text.trim());
  const [first, second] = [parts?.[1], parts?.[2]].map((part) => (part === undefined ? undefined : cellFigure(part)));
  return first && second && !first.dash && !second.dash && first.kind === second.kind && textReading(text).kind === "numbers" ? [first, second] : undefined;
}

/** A figure from what was read and where it stands. */
export function placed(id: number, text: string, read: ReadFigure, rest: Pick<Figure, "money" | "unit" | "places" | "cell" | "words">): Figure {
  const [value, half] = [read.printed.value.toNumber(), read.printed.unit.toNumber() / 2];
  return { id, text, ...read, value, low: value - half, high: value + half, ...rest };
}

const money: readonly (readonly [RegExp, number])[] = [
  [/^(?:人民币)?亿元?$/, 1e8],
  [/^(?:人民币)?百万元$/, 1e6],
  [/^(?:人民币)?万元?(?:人民币)?$/, 1e4],
  [/^(?:人民币)?千元$/, 1e3],
  [/^(?:人民币)?元$/, 1],
];

/** How many 元 one of a unit is: 万元 is 10,000. Undefined for 元/吨, 吨 and for several sums of money at once. */
export function moneyOf(unit: string): number | undefined {
  const found = unit.split(/[、，,;；\s]+/).flatMap((part) => money.flatMap(([pattern, size]) => (pattern.test(part) ? [size] : [])));
  return found.length === 1 ? found[0] : undefined;
}
