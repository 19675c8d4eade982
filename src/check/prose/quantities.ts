import { normalised, reading } from "../../core/tie-out/printed-number.ts";
import { placesOf } from "../../reading/paragraph.ts";
import type { Paragraph } from "../../reading/printed-document.ts";
import { type Figure, moneyOf, placed, type ReadFigure } from "../figure.ts";

/** A figure in a sentence. */
export interface Quantity {
  readonly figure: Figure;
  /** Characters of the paragraph, its unit included. */
  readonly start: number;
  readonly end: number;
  /** 约, 左右, 近, 超过, 以上: said roughly, or as a bound. */
  readonly rough: boolean;
}

/** One paragraph with the figures in it. */
export interface Prose {
  readonly paragraph: Paragraph;
  readonly index: number;
  readonly line: number;
  readonly quantities: readonly Quantity[];
}

const number = "[-－−]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?";
const unit = "个百分点|%|％|‰|(?:万亿|百万|千万|亿|万|千)?(?:美元|港元|元|吨度|吨|千瓦时|度|平方米|立方米|㎡|m²|股|倍|次|兆瓦|千克|克)(?:/(?:千瓦时|平方米|㎡|m²|吨度|兆瓦|基吨|吨|度|股|年|月|天|米|亩|克))*|亿|万";
const englishUnit = "percentage points?|ppts?|pp|thousand|million|billion";
/** The signs of currencies that stand before a figure. */
export const currency = "RMB|CNY|HKD|USD|EUR|HK\\$|US\\$|\\$|€|£|¥";
const pattern = new RegExp(`(?<![\\d.,A-Za-z/\\[【])((?:${currency})\\s?)?(${number})(?![\\d]|,\\d|\\.\\d)\\s*((?:${englishUnit})\\b|${unit})?`, "g");
const englishMoney: Readonly<Record<string, number>> = { "": 1, thousand: 1e3, million: 1e6, billion: 1e9 };
/** What makes a number one of a date, a clause, a law or a count of things. */
const counted = /^\s*(?:年|月|日|号|条|款|项|届|楼|层|个月|名|人|期|类|家|点|时|分(?!别)|级|周|天|岁|位|台|套|种|类|户|份|个(?!百分点)|[-~至—]\s*\d+\s*(?:年|月|日|号|个月|层))/;
const ordered = /(?:第|注|附件|表|图|问题|之|〔|\[|【|（|\()\s*$/;
/** The number of a section: 5.1 报告期内. */
const section = /^\d{1,2}\.\d{1,2}(?!\d)\s*[^\d\s]/;
const roughBefore = /(?:约|近|超过|超|不足|不到|大约|高达|仅|至少|不低于|不超过|未超过|达到了?|about|approximately|around|roughly|nearly|almost|over|(?:more|less) than|at least|up to)(?:为)?\s*(?:RMB|HK\$|US\$|\$)?\s*$/;
/** 约 before so many digits is a manner of speaking: 约为 3,502.56 元/吨. */
const exactly = /约(?:为)?\s*$/;
const tellingDigits = 5;
const roughAfter = /^\s*(?:左右|以上|以下|以内|多|余|上下|之间)/;

/** The figures of a paragraph: numbers with a unit, or printed with separators or decimals. */
export function quantitiesIn(paragraph: Paragraph, index: number, firstId: number): Prose {
  const quantities: Quantity[] = [];
  let id = firstId;
  for (const match of paragraph.text.matchAll(pattern)) {
    const [whole, prefix = "", digits = "", mark = ""] = match;
    const [start, end] = [match.index + prefix.length, match.index + whole.trimEnd().length];
    const [before, after] = [paragraph.text.slice(Math.max(0, start - 20), start), paragraph.text.slice(end, end + 12)];
    if (mark === "" && prefix === "" && (counted.test(after) || !/[.,]/.test(digits))) continue;
    if (mark === "" && (ordered.test(before) || (start === 0 && section.test(paragraph.text)))) continue;
    const read = readQuantity(digits, mark);
    if (!read) continue;
    const figure = placed(id++, paragraph.text.slice(start, end), read, { money: moneyOf(mark) ?? (prefix !== "" || /illion|thousand/.test(mark) ? englishMoney[mark] : undefined), unit: mark, places: placesOf(paragraph, start, end), cell: undefined, words: { paragraph: index, start, end } });
    quantities.push({ figure, start, end, rough: (roughBefore.test(before) && !(exactly.test(before) && digits.replace(/\D/g, "").length >= tellingDigits)) || roughAfter.test(after) });
  }
  return { paragraph, index, line: paragraph.pieces[0]?.place.line ?? 0, quantities };
}

function readQuantity(digits: string, mark: string): ReadFigure | undefined {
  const percent = /[%％]/.test(mark);
  const points = /^(?:个百分点|percentage points?|ppts?|pp)$/.test(mark);
  const cell = reading(`${normalised(digits)}${percent || points ? "%" : mark === "‰" ? "‰" : ""}`);
  return cell.kind === "number" ? { printed: { value: cell.value, unit: cell.unit }, kind: points ? "points" : percent || mark === "‰" ? "rate" : "amount", dash: false } : undefined;
}

/** Figures that stand in a row: 1.05 倍、1.12 倍和 1.26 倍. */
export interface List {
  readonly prose: Prose;
  readonly items: readonly Quantity[];
  /** The words before it, back to the end of the sentence before. */
  readonly head: string;
}

const joint = /^\s*(?:、|,|，|和|及|与|以及|;|；|and(?= ))\s*(?:和|及|and )?\s*(?:RMB|HK\$|US\$|\$)?\s*$/;

export function listsIn(prose: Prose): List[] {
  const lists: List[] = [];
  let run: Quantity[] = [];
  const close = () => {
    const [first] = run;
    if (first && run.length >= 2) lists.push({ prose, items: run, head: headOf(prose.paragraph.text, first.start) });
    run = [];
  };
  for (const quantity of prose.quantities) {
    const last = run.at(-1);
    if (last && (!joint.test(prose.paragraph.text.slice(last.end, quantity.start)) || last.figure.kind !== quantity.figure.kind)) close();
    run.push(quantity);
  }
  close();
  return lists.map((list) => ({ ...list, items: withUnits(list.items) }));
}

/** Where only the last figure of a list carries the unit, it is meant for all. */
function withUnits(items: readonly Quantity[]): readonly Quantity[] {
  const last = items.at(-1)?.figure;
  if (!last) return items;
  return items.map((item) => (item.figure.unit === "" && last.unit !== "" ? { ...item, figure: { ...item.figure, unit: last.unit, money: last.money } } : item));
}

/** The words before a place, back to the end of the last sentence. */
export function headOf(text: string, at: number): string {
  const before = text.slice(0, at);
  return before.slice(Math.max(before.lastIndexOf("。"), before.lastIndexOf("；"), before.lastIndexOf(";")) + 1);
}
