import { normalised } from "../core/tie-out/printed-number.ts";

const unitsInBrackets = /[([【](?:单位[:：])?[人民币美港万亿千百十元吨度股倍次天个%％‰/年月日㎡米平方立瓦时基亩不含税:：,，、]+[)\]】]/g;
const opening = /^(?:其中|减(?![值少免持速])|加(?![工权速计])|注\d*)[:：]?|^(?:\d{1,2}|[一二三四五六七八九十]+)[、.]/;

/** A label as it is compared: no spaces, units, 其中：, 减：, numbering or 的. */
export function plainLabel(text: string): string {
  return normalised(text).replace(/\s+/g, "").replace(unitsInBrackets, "").replace(opening, "").replaceAll("的", "");
}

/** A label without the rule or letter printed after it: 发函比例（C=B/A） is 发函比例. */
export function bareLabel(text: string): string {
  return plainLabel(text).replace(/[([]?(?:[A-Z]|[①-⑳])(?:=[^)\]]*)?[)\]]$|[①-⑳](?:=.*)?$/u, "");
}

const totals = /合计数?$|总计$|共计$|小计$|总额$|余额$|金额$|总和$/;

/** What a label is about without the word of totalling: 有息负债合计 and 有息负债余额 are both about 有息负债. */
export function subjectOf(text: string): string {
  const label = bareLabel(text);
  const shorter = label.replace(totals, "");
  return shorter.length >= 2 ? shorter : label;
}

function pairsOf(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
}

/** How much of the shorter label stands in the longer one, by neighbouring characters: 0 to 1. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const [first, second] = [pairsOf(a), pairsOf(b)];
  if (first.size === 0 || second.size === 0) return 0;
  const both = [...first].filter((pair) => second.has(pair)).length;
  return (2 * both) / (first.size + second.size);
}

/** Words that make figures no part of a sum: prices, rates, multiples, times. */
export const unsummable = /(?:单价|价格|均价|报价|售价|电价|地价|单位成本|成本单价|率|比例|比率|倍数?|周转率|次数|天数|系数|折扣|增幅|涨幅|降幅|百分点|每股收益)(?:[(（][^()（）]*[)）])?$|元\/|次\/年/;
/** Words of a share of a whole. */
export const shareWords = /占比|比重|占.*(?:比例|比重)|结构比|构成比/;
/** Words of a change against an earlier period, or of a difference in per cent. */
export const changeWords = /变动|增长|增减|同比|环比|增幅|涨幅|降幅|变化|差异|差额|偏离/;
