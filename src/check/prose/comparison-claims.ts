import { figureOf } from "../expression.ts";
import type { Figure } from "../figure.ts";
import { type Period, periodsOf, samePeriod } from "../period.ts";
import type { Family, Instance } from "../relation.ts";
import { type Answer, answersTo, inFull, type Near } from "./answers.ts";
import { subjectWords } from "./asked.ts";
import type { Claims } from "./list-claims.ts";
import { headOf, type Prose } from "./quantities.ts";
import { hedged } from "./worded-bounds.ts";

const words = 12;
const close = 25;
const compared = /([^，,。；;：:]*?)(?:均|都|始终)?(?<![未不非])(?:略|远|明显|显著|大幅)?(?:(?<less>低于|小于|少于|不及)|(?<more>高于|大于|多于))([^，,。；;：:]+)$/;
const every = /报告期|各期|各年|均|都|始终/;
const measure = /(?:毛利率|净利率|周转率|费用率|计提比例|占比|比例|比重|单价|价格|收入|成本|金额|余额|产量|销量|(?:资产负债|流动比|速动比|费用|回款|收益)率)$/;
/** Changes are compared too, and are in no row or column of these names. */
const changes = /增|升|涨|降|减|跌|变动|波动|差/;

/** Whether a paragraph compares anything in words. */
export const compares = ({ paragraph }: Prose): boolean => /高于|大于|多于|低于|小于|少于|不及/.test(paragraph.text);

/** 产品 A 毛利率高于产品 C 毛利率: two rows, or two columns, of one table near by, in every period the sentence speaks of. */
export function comparisonClaims(prose: Prose, near: () => readonly Near[]): Claims {
  const { text } = prose.paragraph;
  const instances = [...text.matchAll(/[^，,。；;：:]*(?:高于|大于|多于|低于|小于|少于|不及)[^，,。；;：:]+(?=[，,。；;]|$)/g)].flatMap(({ 0: clause, index }) => {
    const head = headOf(text, index);
    if (/\d(?:[.,]\d|%)|[（(]/.test(clause) || changes.test(clause) || hedged.test(`${head}${clause}`)) return [];
    return compare(clause, head, near());
  });
  const held = instances.filter(({ holds }) => holds);
  const family: Family = { rule: "comparison", words, instances: held };
  return { families: held.length > 0 ? [family] : [], breaks: instances.filter(({ holds }) => !holds).map((instance) => ({ instance, family, held: held.length })) };
}

function compare(clause: string, head: string, near: readonly Near[]): Instance[] {
  const match = compared.exec(clause);
  const [first, second] = [subjectWords(match?.[1] ?? ""), (match?.[4] ?? "").replace(/\s/g, "")];
  if (!match) return [];
  const said = measure.exec(second)?.[0] ?? measure.exec(first)?.[0];
  if (!said || first.length < 2 || second.length < 2) return [];
  const named = (subject: string) => answersNamed(subject.endsWith(said) ? subject : `${subject}${said}`, near);
  const pairs = named(first).flatMap((one) => named(second).filter((other) => other.table === one.table && other.kind === one.kind && (other.row === one.row) !== (other.column === one.column)).map((other) => [one, other] as const));
  const [pair] = pairs;
  if (!pair || pairs.length > 1) return [];
  const [one, other] = pair;
  const periods = periodsOf(clause).length > 0 ? periodsOf(clause) : periodsOf(head);
  const asked = periods.length > 0 ? periods : every.test(`${head}${clause}`) ? one.entries.map(({ period }) => period) : [];
  return asked.flatMap((period) => ordered(one, other, period, match.groups?.["more"] !== undefined));
}

function answersNamed(subject: string, near: readonly Near[]): Answer[] {
  const own = near.filter(({ far }) => far <= close);
  const found = [...answersTo(subject, "rate", own), ...answersTo(subject, "amount", own)].filter(({ score, explicit, rule }) => score >= inFull && explicit > 0 && rule === "claim");
  const most = Math.max(...found.map(({ explicit }) => explicit));
  return found.filter(({ explicit }) => explicit === most);
}

/** Against the words only where no rounding hides it. */
function ordered(one: Answer, other: Answer, period: Period, more: boolean): Instance[] {
  const [a, b] = [one, other].map(({ entries }) => entries.find((entry) => samePeriod(entry.period, period))?.figure);
  if (!a || !b || a.money !== b.money || a.unit !== b.unit) return [];
  const above = (upper: Figure, lower: Figure) => upper.high > lower.low;
  return [{ rule: "comparison", printed: a, expression: figureOf(b), holds: more ? above(a, b) : above(b, a), bits: 0 }];
}
