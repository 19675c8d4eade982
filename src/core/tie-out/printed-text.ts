import { Decimal } from "../decimal.ts";
import { normalised, reading } from "./printed-number.ts";

/** One number of a printed text: value = digits ÷ per. */
export interface ReadNumber {
  readonly value: Decimal;
  /** The digits as printed, with the sign that belongs to them. */
  readonly digits: Decimal;
  /** 1 for an amount, 100 for percent and percentage points, 1000 for per mille, 10000 for basis points. */
  readonly per: number;
}

/** What a text cell says: one number, the two ends of a range, a figure that was not given, or words. */
export type TextReading = { readonly kind: "numbers"; readonly ends: readonly ReadNumber[] } | { readonly kind: "absent" } | { readonly kind: "words" };

const down = "下降|下跌|下滑|降低|减少|减|降|跌";
const up = "上升|上涨|回升|增加|增长|提升|提高|增|升|涨";
const opening = new RegExp(`^(?:同比|环比|较(?:上年|上期|年初|期初)(?:同期|末)?)?(?:(${down})|${up})(?:了|幅度为|约)?`);
const label = /^\p{L}[\p{L}()]*:/u;
const currency = /^(?:人民币|RMB|CNY|USD|US\$|HK\$|¥|￥|\$|€|约为?)(?=[\d+-])/;
const note = /(?:\^?\(?注\d{0,2}\)?|[*※]+|(?<=[\d%])(?:[\u2460-\u2473¹²³\u2074-\u2079]+|\[\d{1,2}\]|\(\d{1,2}\)))$/;

const scale = "(?:万亿|千万|百万|十万|亿|万|千|百)";
const kind = "美元|港元|欧元|日元|元人民币|元|吨度|吨|公斤|千克|克|股|份|户|家|人|台|套|条|件|个月|个|次|倍|千瓦时|千瓦|兆瓦|吉瓦|度|平方米|立方米|㎡|m²|m³|亩|公顷|公里|米|升|天|GWh|MWh|kWh|GW|MW|kW|kg|t";
const unit = new RegExp(`^(?:${scale}|${scale}?(?:${kind})(?:/${scale}?(?:${kind}|年|月|日))*)(?:不?含税)?$`);
const points = /^(?:个?百分点|pct|pp)$/i;
const basisPoints = /^(?:个?基点|bps?)$/i;

/**
 * The number that a text cell of a filing prints (取数), read as its reader would:
 *
 *     63,212.00万元 is 63212: the unit is read over, not applied
 *     12.3% is 0.123, 下降 2.58 个百分点 is −0.0258, 增加 754,158.22 万元 is 754158.22
 *     65.22%- 60.88% and 10%~15% are the two ends of a range
 *
 * A word of falling makes a number negative and leaves a minus that is already there: 减少 −5 is −5.
 * A label before a colon and the mark of a footnote after the number are left out. Where only the
 * second end of a range carries % or points, both are meant.
 *
 * Words, not numbers: the number of a note such as (1), dates and spans of years, ageing buckets
 * such as 1-2 年 and 1-3 个月 (with 年, only a number with decimals is a length of time: 5.58 年), and anything else that
 * is left over, so that no part of a text is silently dropped.
 */
export function textReading(printed: string): TextReading {
  const cell = reading(printed);
  if (cell.kind === "absent") return { kind: "absent" };
  if (cell.kind === "blank" || cell.kind === "dash") return { kind: "numbers", ends: [{ value: new Decimal(0), digits: new Decimal(0), per: 1 }] };
  if (cell.kind === "number") return { kind: "numbers", ends: [alone(cell.value, printed)] };
  const text = normalised(printed).replace(label, "").replace(note, "");
  const [sign, falling] = opening.exec(text) ?? [""];
  const body = text.slice(sign.length).replace(currency, "");
  const ends = endsOf(body);
  return ends ? { kind: "numbers", ends: falling ? ends.map(fallen) : ends } : { kind: "words" };
}

const one = "([+-]?[\\d.,]+|\\([\\d.,]+\\))([%‰]?)";
const body = new RegExp(`^${one}(?:(?:-|~|至|到)${one})?([^\\d%‰]*[²³]?)$`);

function endsOf(text: string): readonly ReadNumber[] | undefined {
  const [, first = "", firstScale = "", second = "", secondScale = "", rest = ""] = body.exec(text) ?? [];
  const low = reading(first);
  const high = reading(second);
  if (low.kind !== "number" || (second !== "" && high.kind !== "number")) return undefined;
  const perUnit = perOf(rest.replace(/\(([^()]*)\)/g, "$1"), second === "" ? [first] : [first, second]);
  if (perUnit === undefined || (rest !== "" && firstScale + secondScale !== "")) return undefined;
  const per = (own: string) => (own === "%" ? 100 : own === "‰" ? 1000 : perUnit);
  if (high.kind !== "number") return [readNumber(low.value, per(firstScale))];
  if (isSpanOfTime(first, second, firstScale + secondScale + rest)) return undefined;
  return [readNumber(low.value, per(firstScale || secondScale)), readNumber(high.value, per(secondScale))];
}

/** What the words after a number divide it by; undefined where they are no unit. */
function perOf(words: string, numbers: readonly string[]): number | undefined {
  if (points.test(words)) return 100;
  if (basisPoints.test(words)) return 10_000;
  const isLength = words === "年" && numbers.every((number) => number.includes("."));
  return words === "" || isLength || unit.test(words) ? 1 : undefined;
}

/**
 * 2017-2018 and 2025-5 are years and a month; with a unit, a separator or decimals they would be figures.
 * 1-3 个月 is an ageing bucket.
 */
function isSpanOfTime(first: string, second: string, marks: string): boolean {
  return /(?:个月|天)$/.test(marks) || (marks === "" && /^(?:19|20)\d\d$/.test(first) && /^\d{1,4}$/.test(second));
}

function readNumber(digits: Decimal, per: number): ReadNumber {
  return { value: digits.div(per), digits, per };
}

/** The number that is the whole cell; percent and per mille are already divided out of its value. */
function alone(value: Decimal, printed: string): ReadNumber {
  const scale = normalised(printed).match(/[%‰]/)?.[0];
  const per = scale === "%" ? 100 : scale === "‰" ? 1000 : 1;
  return { value, digits: value.times(per), per };
}

function fallen({ value, digits, per }: ReadNumber): ReadNumber {
  return { value: value.abs().negated(), digits: digits.abs().negated(), per };
}
