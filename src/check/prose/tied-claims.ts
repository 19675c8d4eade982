import { slipBetween } from "../digits.ts";
import { constant, type Expression, exactValue, less } from "../expression.ts";
import type { Figure } from "../figure.ts";
import type { Rule } from "../finding.ts";
import { type Period, samePeriod } from "../period.ts";
import { type Family, type Instance, instanceOf } from "../relation.ts";
import { inUnitOf } from "../series.ts";
import { type Answer, answersTo, changeOf, comparable, inFull, type Near, printedChanges } from "./answers.ts";
import { type Asked, askedIn } from "./asked.ts";
import type { Claims } from "./list-claims.ts";
import type { Prose } from "./quantities.ts";
import { never } from "./undated.ts";
import { slippedHere } from "./single-claims.ts";

const words = 12;
const close = 25;
const telling = 5;

/** What an answer makes of all figures of a clause. */
interface Reading {
  readonly answer: Answer;
  readonly instances: readonly Instance[];
  readonly held: number;
}

/** The figures of sentences that no other claim speaks of, each against what the tables near by make of its words. */
export function tiedClaims(prose: Prose, known: ReadonlySet<number>, near: readonly Near[]): Claims {
  const asked = askedIn(prose).filter(({ items }) => items.every(({ figure, rough }) => !rough && !known.has(figure.id)));
  const readings = asked.map((question) => ({ question, all: readingsOf(question, near) }));
  const held = readings.flatMap(({ question, all }) => {
    const [best] = all.filter(({ held, instances }) => held === question.items.length && instances.some(({ bits }) => bits >= telling)).sort(better);
    return best ? [{ question, best }] : [];
  });
  const tables = new Set(held.map(({ best }) => best.answer.table));
  const open = readings.filter(({ question }) => !held.some((each) => each.question === question));
  const broken = open.flatMap(({ question, all }) => {
    const broken = brokenOf(question, all, tables);
    return broken ? [broken] : [];
  });
  return {
    families: [...held.map(({ best }) => familyOf(best)), ...broken.filter(({ held }) => held > 0).map(familyOf)],
    breaks: broken.flatMap((reading) => reading.instances.filter(({ holds }) => !holds).map((instance) => ({ instance, family: { ...familyOf(reading), ...(slippedHere(instance) ? { blames: "result" as const } : {}) }, held: reading.held }))),
  };
}

const better = (a: Reading, b: Reading) => b.answer.score - a.answer.score || b.answer.explicit - a.answer.explicit || a.answer.far - b.answer.far;

function familyOf({ answer, instances }: Reading): Family {
  // What a sentence computes from a table says nothing new of the table's own figures.
  const vouching = answer.rule === "claim" && answer.score >= inFull && instances.every(({ rule }) => rule === "claim");
  return { rule: instances[0]?.rule ?? answer.rule, words, instances: instances.filter(({ holds }) => holds).map((instance) => (vouching ? instance : { ...instance, bits: 0 })) };
}

function readingsOf(question: Asked, near: readonly Near[]): Reading[] {
  const [first] = question.items;
  if (!first) return [];
  const { kind } = first.figure;
  const wanted = question.form === "change" ? (kind === "points" ? "rate" : "amount") : kind === "amount" ? "amount" : kind === "rate" ? "rate" : undefined;
  if (!wanted) return [];
  for (const subject of question.subjects) {
    const found = [
      ...answersTo(subject, wanted, near).flatMap((answer) => alignmentsOf(question, answer).flatMap((made) => readingOf(question, answer, made))),
      ...severalOf(question, subject, wanted, near),
      ...(question.form === "change" && kind === "rate" ? printedChanges(subject, near).flatMap((answer) => printedChange(question, answer)) : []),
    ];
    if (found.length > 0) return found;
  }
  return [];
}

function readingOf({ items }: Asked, answer: Answer, made: Made): Reading[] {
  const instances = items.flatMap(({ figure }, at) => {
    const own = made(figure, at);
    const instance = own && instanceOf(own.rule, figure, own.expression);
    return instance ? [instance] : [];
  });
  return instances.length === items.length ? [{ answer, instances, held: instances.filter(({ holds }) => holds).length }] : [];
}

/** 下降 26.26% against the -26.26% that the table prints for the same period. */
function printedChange(question: Asked, answer: Answer): Reading[] {
  const { when, falling, items } = question;
  const entry = items.length === 1 && when.length === 1 ? answer.entries.find(({ period }) => samePeriod(period, when[0])) : undefined;
  return entry ? readingOf(question, answer, (printed) => ({ rule: "claim", expression: falling && printed.value >= 0 ? less(constant(0), entry.expression) : entry.expression })) : [];
}

const measures = /(?:的|(?=毛利率|(?:平均)?(?:销售|采购)?(?:单价|价格|收入|金额|成本|数量)|产能|产量|销量|余额|占比|(?:计提)?比例))(.*)$/;

/** 山东地区和云南地区的产能分别为 a 和 b: as many things as figures, each a row of the same column of one table. */
function severalOf(question: Asked, subject: string, kind: "amount" | "rate", near: readonly Near[]): Reading[] {
  const parts = subject.split(/[、和及与]/);
  const last = parts.at(-1) ?? "";
  if (parts.length !== question.items.length || parts.length < 2 || question.when.length > 1) return [];
  const measure = measures.exec(last)?.[1] ?? "";
  const members = parts.map((part, at) => answersTo(at === parts.length - 1 ? last : `${part}${measure}`, kind, near));
  return (members[0] ?? []).flatMap((first): Reading[] => {
    const answers = members.map((own) => own.filter(({ table, row, column, rule }) => table === first.table && (column === first.column || row === first.row) && rule === first.rule).sort((a, b) => b.score - a.score || b.explicit - a.explicit)[0]);
    if (answers.some((answer) => answer === undefined || answer.explicit === 0)) return [];
    const score = Math.min(...answers.map((answer) => answer?.score ?? 0));
    return readingOf(question, { ...first, score }, (printed, at) => {
      const [made] = answers[at] ? alignmentsOf({ ...question, items: question.items.slice(at, at + 1) }, answers[at]) : [];
      return made?.(printed, 0);
    });
  });
}

type Made = (printed: Figure, at: number) => { readonly rule: Rule; readonly expression: Expression } | undefined;

/** What an answer makes of the figures, in the periods they are said to be of; in either order where only 报告期各期 says when. */
function alignmentsOf({ items, form, falling, when, base }: Asked, answer: Answer): Made[] {
  const count = items.length;
  if (form === "change") {
    const [now] = when;
    if (count > 1 || when.length > 1) return [];
    const nows = now ? [now] : answer.entries.map(({ period }) => period);
    return nows.map((now) => (printed) => changeOf(printed, answer, now, base ?? { year: now.year - 1, month: now.month }, falling));
  }
  const value = (periods: readonly Period[]): Made => (printed, at) => {
    const entry = answer.entries.find(({ period }) => samePeriod(period, periods[at]) || period === never);
    if (!entry || (printed.kind === "amount" && !comparable(printed, entry.figure))) return undefined;
    return { rule: answer.rule, expression: answer.rule === "claim" ? inUnitOf(entry.figure, printed) : entry.expression };
  };
  if (when.length === count) return [value(when)];
  if (when.length > 0 && count === 1) return [];
  const periods = answer.entries.map(({ period }) => period);
  if (count === 1) return periods.map((period) => value([period]));
  return Array.from({ length: Math.max(0, periods.length - count + 1) }, (_, from) => periods.slice(from, from + count)).flatMap((window) => [value(window), value([...window].reverse())]);
}

/**
 * The reading that the words mean although it does not hold throughout: named in full, in the periods the sentence gives, by one
 * table near by; and where the rest of the list or of the sentence holds there, or the figure is a slip of the one meant.
 */
function brokenOf(question: Asked, all: readonly Reading[], tables: ReadonlySet<number>): Reading | undefined {
  const count = question.items.length;
  const named = [...all].filter(({ answer }) => answer.score >= inFull && answer.entries[0]?.period !== never && answer.far <= close).sort((a, b) => b.held - a.held || better(a, b));
  if (count === 1 && (question.when.length === 0 || !question.sure)) return undefined;
  const slipped = count === 1 ? named.filter(({ instances }) => instances.every(slips)) : [];
  const [best, ...others] = slipped.length > 0 ? slipped : named;
  if (!best) return undefined;
  const rival = others.find((other) => other.held === best.held && other.answer.explicit >= best.answer.explicit && !alike(best, other));
  if (rival) return undefined;
  if (!question.sure && question.when.length > 0) return undefined;
  if (count > 1) return best.held >= count - 1 && (count > 2 || tables.has(best.answer.table)) ? best : undefined;
  return slipped.length > 0 || tables.has(best.answer.table) ? best : undefined;
}

/** Whether two readings make the same of the figures. */
function alike(one: Reading, other: Reading): boolean {
  return one.instances.every(({ expression }, at) => {
    const twin = other.instances[at];
    return twin !== undefined && exactValue(expression).value.eq(exactValue(twin.expression).value);
  });
}

function slips({ printed, expression }: Instance): boolean {
  return slipBetween(printed.printed.value, exactValue(expression).value, printed.printed.unit) !== undefined;
}
