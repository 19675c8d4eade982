import { constant, divided, type Expression, figureOf, less, summed } from "../expression.ts";
import type { Figure } from "../figure.ts";
import type { Rule } from "../finding.ts";
import { type Instance, instanceOf } from "../relation.ts";
import { inUnitOf } from "../series.ts";
import { headOf, listsIn, type Prose, type Quantity } from "./quantities.ts";

const falls = /下降|下滑|下跌|减少|降低|降幅|跌/;
const moves = /(?:同比|环比|同比仅|仅|涨幅|增幅|降幅|上涨幅度|单月涨幅)?(?:增长|增加|上升|上涨|提升|提高|下降|下滑|下跌|减少|降低|涨幅|增幅|降幅)(?:了|为|幅度为|约|约为)?\s*$/;

const noSubject = /[，,（）()\s]|(?:较|比)(?:上年|上期|去年|期初|年初|20\d\d\s*年)?(?:同期|度|末)?|同比|环比|单月|相应|累计|合计|分别|仅|大幅|小幅|略|上涨幅度|增长率|[增降涨跌]幅|增长|增加|上升|上涨|提升|提高|下降|下滑|下跌|减少|降低|幅度|变动|比例|了|约|为|的|达到?|共|年均复合/g;
/** Whether the words before a change name nothing that the words before the figures do not: a change of something else follows. */
const ofTheSame = (words: string, before: string) => {
  const subject = words.replace(noSubject, "");
  return subject.length < 2 || before.replace(/\s/g, "").includes(subject);
};
const reaches = /^\s*(?:至|到)\s*$/;
const inBrackets = /^\s*[（(](?:上年|上期|去年|20\d\d\s*年)[^（）()，,。\d]{0,10}$/;

/**
 * What a sentence computes itself: 由 9.86% 上升至 20.09%，上升 10.23 个百分点; 316,192 万元、348,534 万元，同比增加
 * 32,342 万元; 148.80 万吨，占 203 万吨的比例为 73.30%; 17.74 亿元、361.46 亿元，合计 379.20 亿元.
 */
export function sentenceInstances(prose: Prose): Instance[] {
  const { text } = prose.paragraph;
  const between = (a: Quantity, b: Quantity) => text.slice(a.end, b.start);
  const found: Instance[] = [];
  const add = (rule: Rule, printed: Quantity, expression: Expression | undefined) => {
    const instance = expression && !printed.rough ? instanceOf(rule, printed.figure, expression) : undefined;
    if (instance) found.push(instance);
  };
  const all = prose.quantities;
  for (const [at, third] of all.entries()) {
    const [first, second] = [all[at - 2], all[at - 1]];
    if (!first || !second || /[。；;]/.test(text.slice(first.end, third.start)) || first.rough || second.rough) continue;
    const [gap, next] = [between(first, second), between(second, third)];
    if (/占[^，,。]*$/.test(gap) && /^[^，,。]{0,12}(?:的)?(?:比例|比重)(?:约)?为?\s*$/.test(next) && third.figure.kind === "rate" && alike(first.figure, second.figure)) add("share", third, divided(figureOf(first.figure), inUnitOf(second.figure, first.figure)));
    const from = /(?:从|由|自)[^，,。]*$/.test(text.slice(Math.max(0, first.start - 24), first.start)) && /(?:至|到|为)\s*$/.test(gap) && gap.length < 40;
    const compared = /^[，,]?\s*(?:较|比)[^。]{0,20}$/.test(gap);
    if ((from || compared) && moves.test(next) && next.length < 24 && ofTheSame(next, text.slice(0, first.start)) && alike(first.figure, second.figure)) {
      const [now, then] = from ? [second, first] : [first, second];
      // 较 2023 年增加 26,245.51 万元，同比增长 8.59%: the second figure is the change itself.
      const step = compared ? /(增|升|涨)|(减|降|跌)/.exec(gap) : null;
      if (step) add("growth", third, third.figure.kind === "rate" ? divided(inUnitOf(second.figure, first.figure), step[1] ? less(figureOf(first.figure), inUnitOf(second.figure, first.figure)) : summed(figureOf(first.figure), inUnitOf(second.figure, first.figure))) : undefined);
      else add(ruleFor(third.figure), third, changed(third.figure, now.figure, then.figure, falls.test(next)));
    }
    // 由 A 增长 9.4% 至 B; 增长 9.4% 至 B（上年：A）; B（上年：A），增长 9.4%.
    const rose = second.figure.kind === "rate" && moves.test(gap) && !/[，,]/.test(gap) && reaches.test(next) && /(?:从|由)[^，,。]*$/.test(text.slice(all[at - 3]?.end ?? 0, first.start));
    if (rose && alike(first.figure, third.figure)) add("growth", second, changed(second.figure, third.figure, first.figure, falls.test(gap)));
    const verb = text.slice(all[at - 3]?.end ?? 0, first.start);
    if (first.figure.kind === "rate" && moves.test(verb) && reaches.test(gap) && inBrackets.test(next) && alike(second.figure, third.figure)) add("growth", first, changed(first.figure, second.figure, third.figure, falls.test(moves.exec(verb)?.[0] ?? "")));
    if (inBrackets.test(gap) && /^\s*[）)]\s*[，,]/.test(next) && moves.test(next) && ofTheSame(next, text.slice(0, first.start)) && alike(first.figure, second.figure)) add(ruleFor(third.figure), third, changed(third.figure, first.figure, second.figure, falls.test(next)));
    if (/^[，,]\s*合计[^，,。\d]*$/.test(next) && alike(first.figure, second.figure) && alike(second.figure, third.figure)) add("sum", third, summed(inUnitOf(first.figure, third.figure), inUnitOf(second.figure, third.figure)));
  }
  for (const list of listsIn(prose)) {
    const [then, now] = list.items;
    if (list.items.length !== 2 || !then || !now || then.rough || now.rough) continue;
    if (!/20\d\d.*20\d\d/.test(text.slice(text.lastIndexOf("。", then.start) + 1, then.start)) && !/^\s*(?:20\d\d)/.test(headOf(text, then.start))) continue;
    for (const change of all.filter(({ start }) => start > now.end).slice(0, 2)) {
      const words = text.slice(now.end, change.start);
      const only = all.filter(({ start }) => start > now.end && start < change.start);
      if (/[。；;]/.test(words) || words.length > 40 || !/同比|，\s*(?:增|减|上|下)/.test(words)) break;
      const last = only.length === 0 ? words : text.slice(only.at(-1)?.end ?? now.end, change.start);
      if (moves.test(last) && last.length < 14) add(ruleFor(change.figure), change, changed(change.figure, now.figure, then.figure, falls.test(last)));
    }
  }
  return found;
}

const alike = (a: Figure, b: Figure) => (a.kind === "amount") === (b.kind === "amount") && (a.money === undefined) === (b.money === undefined);
const ruleFor = (printed: Figure): Rule => (printed.kind === "rate" ? "growth" : printed.kind === "points" ? "change" : "difference");

function changed(printed: Figure, now: Figure, then: Figure, falling: boolean): Expression | undefined {
  if (printed.kind === "rate") {
    if (now.kind !== "amount") return undefined;
    const growth = divided(figureOf(now), inUnitOf(then, now));
    // 下降 -2% is a fall as much as 下降 2% is.
    return falling && printed.value >= 0 ? less(constant(1), growth) : less(growth, constant(1));
  }
  if ((printed.kind === "points") !== (now.kind !== "amount")) return undefined;
  const [later, earlier] = falling && printed.value >= 0 ? [then, now] : [now, then];
  return less(inUnitOf(later, printed), inUnitOf(earlier, printed));
}
