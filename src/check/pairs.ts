import { constant, divided, type Expression, figureOf, less, multiplied } from "./expression.ts";
import type { Figure } from "./figure.ts";
import type { Line, View } from "./grid.ts";
import { changeWords, likeness, shareWords } from "./label.ts";
import { type PairRelation, powerBetween, quickly } from "./pair-test.ts";
import { inOrder, type Period } from "./period.ts";
import type { Rule } from "./finding.ts";
import { type Family, type Instance, instanceOf, support } from "./relation.ts";
import { undated } from "./series.ts";

/** A line whose figures follow, place by place, from two others. */
export interface Pair {
  readonly relation: PairRelation;
  readonly target: Line;
  readonly first: Line;
  readonly second: Line;
  /** The power of ten between the units. */
  readonly power: number;
  readonly family: Family;
}

const relations: readonly PairRelation[] = ["difference", "product", "quotient", "margin", "growth"];
const farthest = 14;
/** The words of a label that say a relation outright. */
const outright = 12;

/**
 * Lines that are the difference, product or quotient of two others, the margin of one over the other, or its growth.
 * Found by their figures: a relation must hold in several places, so tightly that chance is out of the question, or its
 * label must say it. For each line the one that holds best is kept.
 */
export function pairsIn(view: View): Pair[] {
  const found: Pair[] = [];
  const columns = view.lines.map((line) => view.positions.map((position) => view.at(line.index, position.index)));
  const filled = view.lines.filter((_, at) => columns[at]?.some((figure) => figure !== undefined));
  const figuresOf = (line: Line) => columns[view.lines.indexOf(line)] ?? [];
  for (const target of filled) {
    const t = figuresOf(target);
    let best: Pair | undefined;
    let most = 0;
    for (const first of filled) {
      if (first === target || !comparable(view, target, first)) continue;
      const a = figuresOf(first);
      for (const second of filled) {
        if (second === target || second === first || !comparable(view, target, second)) continue;
        const b = figuresOf(second);
        for (const relation of relations) {
          if (relation === "product" && first.index > second.index) continue;
          const power = relation === "product" || relation === "quotient" ? powerBetween(relation, t, a, b) : 0;
          if (power === undefined) continue;
          const words = wordsFor(relation, target, first, second);
          const { near, far } = quickly(relation, t, a, b, power);
          if (near < (words >= outright ? 1 : 2) || far > near / 2 + (words >= outright ? 0.5 : 0)) continue;
          const family = pairFamily(view, relation, target, first, second, power, words);
          const { held, bits, broken } = support(family);
          // Where two lines say the same, the one with the name of the target is meant: 净利润 for 净利率, not 营业利润.
          const worth = bits + words - 12 * broken + likeness(target.bare, first.bare);
          if (held >= 1 && worth > most) [best, most] = [{ relation, target, first, second, power, family }, worth];
        }
      }
    }
    if (best) found.push(best);
  }
  return found;
}

function comparable(view: View, target: Line, other: Line): boolean {
  if (view.along === "rows" && target.section !== other.section) return false;
  return view.lines.length <= 20 || Math.abs(target.index - other.index) <= farthest;
}

/** One relation between three lines, at every place where all three have figures it takes. */
export function pairFamily(view: View, relation: PairRelation, target: Line, first: Line, second: Line, power: number, words: number): Family {
  const instances: Instance[] = [];
  for (const position of view.positions) {
    const [t, a, b] = [view.at(target.index, position.index), view.at(first.index, position.index), view.at(second.index, position.index)];
    if (!t || !a || !b || !fits(relation, t, a, b)) continue;
    if (relation !== "difference" && (a.dash || b.dash)) continue;
    const expressions = [...expressionsOf(relation, a, b, power), ...annualised(relation, a, b, power, position.period ?? target.period)];
    const instance = expressions.flatMap((expression) => instanceOf(ruleOf(relation, t, b), t, expression) ?? []).sort((one, other) => Number(other.holds) - Number(one.holds))[0];
    // A difference of rates is a rate of nothing: only amounts and shares of one whole can be taken from each other.
    // A mean of ratios is no ratio of means.
    if (!instance || (!instance.holds && /平均|均值|中位/.test(position.text)) || (!instance.holds && !(relation === "difference" ? subtractable(view, position, target, t) : position.measure !== "change"))) continue;
    instances.push(trivial(relation, t, a, b) ? { ...instance, bits: 0 } : instance);
  }
  return { rule: instances[0]?.rule ?? "difference", words, instances };
}

function subtractable(view: View, position: Line, target: Line, t: Figure): boolean {
  if (view.along === "rows") return t.kind === "amount" ? position.measure === "amount" : position.measure === "share";
  return t.kind === "amount" || target.measure === "change" || target.measure === "share";
}

function ruleOf(relation: PairRelation, printed: Figure, base: Figure): Rule {
  if (relation === "growth" && base.value < 0) return "growth-absolute";
  return relation === "difference" && printed.kind !== "amount" ? "change" : relation;
}

/** Which kinds of figures a relation takes. */
function fits(relation: PairRelation, t: Figure, a: Figure, b: Figure): boolean {
  const plain = (figure: Figure) => figure.kind === "amount";
  if (relation === "difference") return (a.dash || b.dash || plain(a) === plain(b)) && (plain(t) === plain(a) || a.dash) && (plain(t) === plain(b) || b.dash);
  if (relation === "margin" || relation === "growth") return t.kind === "rate" && plain(a) && plain(b);
  if (relation === "product") return plain(t) && (plain(a) || plain(b));
  return (plain(a) || plain(t)) && plain(b);
}

/** What holds whatever the relation is: 0 = 0, 5 = 5 × 100%. */
export function trivial(relation: PairRelation, t: Figure, a: Figure, b: Figure): boolean {
  if (a.value === 0 || b.value === 0) return true;
  if (relation === "product") return Math.abs(a.value) === 1 || Math.abs(b.value) === 1;
  return relation === "quotient" ? t.value === 1 || Math.abs(b.value) === 1 : false;
}

/** The expression of a relation; growth over a loss may be measured on its sign or on its size. */
function expressionsOf(relation: PairRelation, a: Figure, b: Figure, power: number): Expression[] {
  const scaled = (of: Expression) => (power === 0 ? of : power > 0 ? multiplied(of, constant(10 ** power)) : divided(of, constant(10 ** -power)));
  const [first, second] = [figureOf(a), figureOf(b)];
  switch (relation) {
    case "difference":
      return [less(first, second)];
    case "product":
      return [scaled(multiplied(first, second))];
    case "quotient":
      return [scaled(divided(first, second))];
    case "margin":
      return [less(constant(1), divided(second, first))];
    case "growth":
      return [less(divided(first, second), constant(1)), ...(b.value < 0 ? [less(constant(1), divided(first, second))] : [])];
  }
}

/** An interim flow over a stock, or its stock times a yearly rate, may have been brought to a year. */
function annualised(relation: PairRelation, a: Figure, b: Figure, power: number, period: Period | undefined): Expression[] {
  if ((relation !== "product" && relation !== "quotient") || period === undefined || period.month === 12) return [];
  const [year, part] = [constant(12), constant(period.month)];
  return expressionsOf(relation, a, b, power).map((of) => (relation === "product" ? divided(multiplied(of, part), year) : divided(multiplied(of, year), part)));
}

/** What accounts make of each other by definition: one less another is the third. */
const identities: readonly (readonly [RegExp, RegExp, RegExp])[] = [
  [/资产(?:总额|总计|合计)|总资产/, /负债(?:总额|总计|合计)|总负债/, /权益|净资产/],
  [/利润总额|税前利润/, /所得税/, /净利润|税后利润/],
  [/评估|市场价值/, /账面|帐面/, /增值额?$|增减值?$|增值金额/],
];

/** What the labels say: 短期借款/营业收入, 毛利率 beside 收入 and 成本, 变动比例 beside this year and the last. */
export function wordsFor(relation: PairRelation, target: Line, first: Line, second: Line): number {
  const [t, a, b] = [target.bare, first.bare, second.bare];
  if (relation === "quotient" && t.includes("/")) {
    const [over = "", under = ""] = t.split("/");
    if (likeness(over, a) > 0.7 && likeness(under, b) > 0.7) return 20;
  }
  if (relation === "margin" && /毛利率/.test(t) && /收入/.test(a) && /成本/.test(b)) return 20;
  if (relation === "difference" && ((/账面价值|净值|净额/.test(t) && /原值|余额|金额/.test(a) && /准备|减值|折旧|摊销/.test(b)) || (/毛利$/.test(t) && /收入/.test(a) && /成本/.test(b)))) return 16;
  if (relation === "difference" && second.minus && !second.ratio && second.index > first.index && target.index > second.index) return 14;
  if (relation === "difference" && identities.some(([left, right, result]) => left.test(a) && right.test(b) && result.test(t))) return 16;
  if (relation === "quotient" && /负债率$/.test(t) && /负债/.test(a) && /资产/.test(b)) return 16;
  const of = /^(.{2,}?)占(.{2,}?)(?:比例|比重|比)$/.exec(t);
  if (relation === "quotient" && of && likeness(of[1] ?? "", a) > 0.6 && likeness(of[2] ?? "", b) > 0.6) return 16;
  const consecutive = first.period !== undefined && second.period !== undefined && inOrder(first.period, second.period) > 0 && changeWords.test(target.text) && undated(a) === undated(b);
  if ((relation === "growth" || relation === "difference") && consecutive) return 14;
  if (relation === "growth" && /(?:差异|变动|增长|增减|偏离)[率幅]/.test(t)) return 8;
  if (relation === "product" && /金额|收入|成本|准备|总价/.test(t) && /数量|余额|销量/.test(a + b) && /单价|价格|率/.test(a + b)) return 10;
  if (relation === "quotient" && ((/率$|比例$/.test(t) && !changeWords.test(t)) || shareWords.test(t))) return 6;
  return 0;
}
