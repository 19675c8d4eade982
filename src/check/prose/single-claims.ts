import { slipBetween } from "../digits.ts";
import type { Figure } from "../figure.ts";
import { type Period, periodsOf } from "../period.ts";
import { type Family, instanceOf, type Instance } from "../relation.ts";
import { agree, inUnitOf, type Series } from "../series.ts";
import { constant, divided, exactValue, type Expression, figureOf, less } from "../expression.ts";
import { conditional } from "./asked.ts";
import type { Claims } from "./list-claims.ts";
import { headOf, type Prose, type Quantity } from "./quantities.ts";
import type { Reached } from "./reach.ts";
import { about, type Subject, subjectIn } from "./subject.ts";

const beyondDoubt = 0.85;
const inFull = 0.95;
/** How far from a table, in lines, a sentence may stand and be read against it without naming a period. */
const near = 12;
const verb = /(增长|增加|上升|上涨|提升|提高|下降|下滑|下跌|减少|降低)(?:了|幅度为|幅度约为)?\s*$/;
const against = /同比|较上年|较去年|相对|相比|较/;

/** Figures that a sentence states one by one, each against the series it names: 中国铝业存货跌价计提比例为 2.25%. */
export function singleClaims(prose: Prose, reached: readonly Reached[], listed: ReadonlySet<number>): Claims {
  const families: Family[] = [];
  const breaks: Claims["breaks"][number][] = [];
  for (const quantity of prose.quantities) {
    if (quantity.rough || listed.has(quantity.figure.id) || quantity.figure.printed.unit.isZero()) continue;
    const head = headOf(prose.paragraph.text, quantity.start);
    const change = verb.exec(head);
    const claim = change ? growthClaim(quantity, head.slice(0, change.index), /下|减|降/.test(change[1] ?? ""), reached) : valueClaim(prose, quantity, head, reached);
    if (!claim) continue;
    const family: Family = { rule: claim.rule, words: 12, instances: [claim], ...(slippedHere(claim) ? { blames: "result" } : {}) };
    if (claim.holds) families.push(family);
    else if (!conditional.test(sentenceBefore(prose, quantity.start))) breaks.push({ instance: claim, family, held: 0 });
  }
  return { families, breaks };
}

/** What is computed from a table and looks like a slip of the result was slipped in the sentence. */
export function slippedHere({ rule, printed, expression }: Instance): boolean {
  return rule !== "claim" && slipBetween(printed.printed.value, exactValue(expression).value, printed.printed.unit) !== undefined;
}

function valueClaim(prose: Prose, { figure, start }: Quantity, head: string, reached: readonly Reached[]): Instance | undefined {
  if (!/(?:为|是|达|达到|余额|合计|共计|[\p{Script=Han}）)])\s*$/u.test(head)) return undefined;
  const subject = subjectIn(head);
  // In brackets after a name the figure is of that name, not of what the clause before is about.
  if (subject.core.length < 2 || subject.share || /[（(][^（）()]*$/.test(head)) return undefined;
  const period = subject.periods.at(-1) ?? periodsOf(head).at(-1) ?? periodsOf(sentenceBefore(prose, start)).at(-1);
  let held: Figure | undefined;
  const differing: { meant: Figure; name: number; far: number }[] = [];
  for (const { series, far } of reached) {
    const entry = period ? entryAt(series, period) : undated(series, figure, prose.line);
    if (!entry || (entry.figure.kind === "amount") !== (figure.kind === "amount")) continue;
    const same = agree(figure, entry.figure);
    if (!same && far > near && !slipped(figure, entry.figure)) continue;
    const name = about(subject, series);
    if (name < (same ? 0.5 : beyondDoubt)) continue;
    if (same) held = entry.figure;
    else differing.push({ meant: entry.figure, name, far });
  }
  if (held) return instanceOf("claim", figure, inUnitOf(held, figure));
  const best = differing.filter(({ meant, name, far }) => (name >= inFull && far <= near) || slipped(figure, meant)).sort((a, b) => b.name - a.name || a.far - b.far)[0];
  return best && instanceOf("claim", figure, inUnitOf(best.meant, figure));
}

/** Where the sentence says no period: the entry that agrees, or the only one near by. */
function undated({ entries }: Series, figure: Figure, line: number) {
  const reached = entries.filter(({ figure: { places } }) => Math.abs((places[0]?.line ?? Infinity) - line) <= near);
  return reached.find((entry) => agree(figure, entry.figure)) ?? (reached.length === 1 ? reached[0] : undefined);
}

/** The whole sentence so far, its clauses after ； included. */
function sentenceBefore(prose: Prose, at: number): string {
  const before = prose.paragraph.text.slice(0, at);
  return before.slice(before.lastIndexOf("。") + 1);
}

/** 同比增长 21.34% against the growth of the series that the words before it name. */
function growthClaim({ figure }: Quantity, head: string, falling: boolean, reached: readonly Reached[]): Instance | undefined {
  if (!against.test(head)) return undefined;
  const subject: Subject = subjectIn(head.replace(/(?:同比|较上年同期|较上年末?|较去年同期)[^，,]*$/, ""));
  const period = subject.periods.at(0) ?? periodsOf(head)[0];
  if (!period || subject.core.length < 2) return undefined;
  const direction = falling ? -1 : 1;
  const differing: { instance: Instance; name: number; far: number }[] = [];
  for (const { series, far } of reached) {
    const at = series.entries.findIndex((entry) => sameTime(entry.period, period));
    const [now, then] = [series.entries[at]?.figure, series.entries[at - 1]?.figure];
    if (!now || !then || series.entries[at - 1]?.period.year !== period.year - 1) continue;
    const name = about(subject, series);
    if (name < 0.5) continue;
    const expression = changeOf(figure, now, then, direction);
    const instance = expression && instanceOf(figure.kind === "amount" ? "difference" : figure.kind === "points" ? "change" : "growth", figure, expression);
    if (!instance) continue;
    if (instance.holds) return instance;
    differing.push({ instance, name, far });
  }
  return differing.filter(({ name, far }) => name >= inFull && far <= 60).sort((a, b) => a.far - b.far)[0]?.instance;
}

function changeOf(printed: Figure, now: Figure, then: Figure, direction: 1 | -1): Expression | undefined {
  const [later, earlier] = direction === 1 ? [now, then] : [then, now];
  if (printed.kind === "rate") {
    if (now.kind !== "amount" || then.kind !== "amount") return undefined;
    const growth = divided(figureOf(now), figureOf(then));
    return direction === 1 ? less(growth, constant(1)) : less(constant(1), growth);
  }
  if ((printed.kind === "amount") !== (now.kind === "amount")) return undefined;
  return less(inUnitOf(later, printed), inUnitOf(earlier, printed));
}

function entryAt(series: Series, period: Period) {
  return series.entries.find((entry) => sameTime(entry.period, period));
}

function sameTime(a: Period, b: Period): boolean {
  return a.year === b.year && (a.month === 12) === (b.month === 12);
}

/** One digit apart, or two digits exchanged: 2.55% for 2.25%. */
export function slipped(printed: Figure, meant: Figure): boolean {
  if (printed.money !== undefined && meant.money !== undefined && printed.money !== meant.money) return Math.abs(printed.value * printed.money / (meant.value * meant.money) - 1) < 0.03;
  const [a, b] = [printed.printed.value.toString(), meant.printed.value.toString()];
  if (a.length !== b.length || a.replace(/\D/g, "").length < 3) return false;
  const off = [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]));
  const [first, second] = off;
  if (off.length === 1) return true;
  return off.length === 2 && first !== undefined && second === first + 1 && a[first] === b[second] && a[second] === b[first];
}
