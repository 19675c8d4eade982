import { constant, divided, type Expression, figureOf, less } from "../expression.ts";
import type { Figure } from "../figure.ts";
import type { Rule } from "../finding.ts";
import { type Period, samePeriod } from "../period.ts";
import { inUnitOf, type Series } from "../series.ts";
import { essence, type Name, nameOf, type Naming, namingOf, uncovered } from "./named.ts";
import type { Reached } from "./reach.ts";

/** A measure of something that tables near a sentence print, or that two of their figures make. */
export interface Answer extends Naming {
  readonly rule: Rule;
  readonly kind: "amount" | "rate";
  /** Oldest first. */
  readonly entries: readonly { readonly period: Period; readonly expression: Expression; readonly figure: Figure }[];
  /** Lines between its table and the sentence. */
  readonly far: number;
  readonly table: number;
  readonly row: string;
  readonly column: string;
}

/** A series of a table near a sentence, with what it is called. */
export interface Near {
  readonly series: Series;
  readonly name: Name;
  readonly far: number;
  readonly table: number;
}

const before = 80;
const after = 30;
const least = 0.7;
/** How fully the words must name what a table prints to be sure of it. */
export const inFull = 0.95;
const share = /^(.*?)(?:占((?!比).{2,20}?)(?:比例|比重|比率|比)|占比|比例|比重)$/;
const shareHead = /占|比例|比重/;

/** The series near enough for a sentence to speak of; what they are called is worked out once. The words that introduce a table below are not its name where they are the sentence itself. */
export function nearOf(names: Map<Series, Name>, reached: readonly Reached[], sentence: string): Near[] {
  return reached.flatMap(({ series, far, table, above }): Near[] => {
    if (far > (above ? before : after)) return [];
    const introductions = above ? [] : series.caption.split("\n").filter((part) => !sentence.endsWith(part));
    if (!above && introductions.length < series.caption.split("\n").length) return [{ series, name: nameOf({ ...series, caption: introductions.join("\n") }), far, table }];
    let name = names.get(series);
    if (!name) names.set(series, (name = nameOf(series)));
    return [{ series, name, far, table }];
  });
}

/** All that the words may mean in the tables near by, of the kind of the figures they stand before. */
export function answersTo(words: string, kind: "amount" | "rate", near: readonly Near[]): Answer[] {
  const subject = essence(words);
  if (subject.length < 2) return [];
  const shared = kind === "rate" ? share.exec(subject) : null;
  const printed = near.flatMap((each): Answer[] => {
    const isShare = shareHead.test(each.name.column);
    if (kind === "rate" && isShare !== (shared !== null)) return [];
    const naming = shared ? shareNaming(shared[1] ?? "", shared[2] ?? "", each.name) : namingOf(subject, each.name);
    return naming && naming.score >= least ? [answerOf(each, naming, kind)] : [];
  });
  // What a column prints is what a sentence repeats; only without it does the sentence compute.
  if (printed.some(({ score, entries }) => score >= inFull && entries.length > 0)) return printed;
  return [...printed, ...(shared ? sharesOf(shared[1] ?? "", shared[2], near) : []), ...(kind === "rate" ? [...provisionsOf(subject, near), ...marginsOf(subject, near)] : [])].filter(({ entries }) => entries.length > 0);
}

const changeHead = /变动|增长|增减|同比|增幅|变化/;

/** Changes in per cent that a column of their own prints, of what the words name. */
export function printedChanges(words: string, near: readonly Near[]): Answer[] {
  const subject = essence(words);
  return near.flatMap((each): Answer[] => {
    if (!changeHead.test(each.name.column)) return [];
    const naming = subject.length < 2 ? undefined : namingOf(subject, { ...each.name, column: "", plain: true });
    return naming && naming.score >= inFull ? [answerOf(each, naming, "rate")] : [];
  });
}

/** Whose share, and of what: a column that says only 占比 is of the whole that its caption names. */
function shareNaming(part: string, whole: string, name: Name): Naming | undefined {
  const own = name.column.replace(/占比|比例|比重|占/g, "");
  if (uncovered(own, `${part}\u25a1${whole}\u25a1${name.about}`) > 0) return undefined;
  const naming = namingOf(part, { ...name, column: "", plain: true });
  const open = whole === "" || uncovered(whole, `${own}\u25a1${name.about}`) === 0;
  return naming && (open ? naming : { ...naming, score: naming.score - 0.25 });
}

function answerOf({ series, name, far, table }: Near, naming: Naming, kind: "amount" | "rate"): Answer {
  const entries = series.entries.filter(({ figure }) => (figure.kind === "amount") === (kind === "amount"));
  return { ...naming, rule: "claim", kind, far, table, row: name.row, column: name.column, entries: entries.map(({ period, figure }) => ({ period, figure, expression: figureOf(figure) })) };
}

/** Parts of a total, or of what the words name, that no column prints: 1 年以内余额 ÷ 合计. */
function sharesOf(part: string, whole: string | undefined, near: readonly Near[]): Answer[] {
  return near.flatMap((each): Answer[] => {
    if (each.name.nameless || shareHead.test(each.name.column)) return [];
    const naming = namingOf(part, each.name);
    if (!naming || naming.score < least) return [];
    const wholes = near.filter((other) => other !== each && other.table === each.table && other.name.column === each.name.column && (other.name.nameless ? whole === undefined || whole.length < 2 || other.name.about.includes(whole) : whole !== undefined && whole.length >= 2 && other.name.row === whole));
    const [only] = wholes;
    return only && wholes.length === 1 ? [quotientOf("share", each, only, naming, (a, b) => divided(figureOf(a), inUnitOf(b, a)))] : [];
  });
}

const provision = /^(.*?)((?:坏账|跌价|减值)(?:准备)?)(?:综合)?计提(?:比例|比率)$/;
const provided = /坏账准备|跌价准备|减值准备/;

/** What is provided for in per cent of the balance: row under row, or column beside column. */
function provisionsOf(subject: string, near: readonly Near[]): Answer[] {
  const found = provision.exec(subject);
  if (!found) return [];
  const of = found[1] ?? "";
  return near.flatMap((each): Answer[] => {
    const { row, column } = each.name;
    if (provided.test(row) && /坏账|跌价|减值/.exec(row)?.[0] === found[2]?.slice(0, 2)) {
      const naming = namingOf(`${of}${row}`, each.name);
      const balance = near.find((other) => other.table === each.table && other.name.column === column && (other.name.nameless || /^(?:账面)?余额/.test(other.name.row)));
      return naming && balance && naming.score >= least ? [quotientOf("quotient", each, balance, naming, (a, b) => divided(figureOf(a), figureOf(b)))] : [];
    }
    if (!provided.test(column) || shareHead.test(column)) return [];
    const naming = namingOf(`${of}${column}`, each.name);
    const balance = near.find((other) => other.table === each.table && other.series.label === each.series.label && other.series.group === each.series.group && (other.name.plain || /余额/.test(other.name.column)));
    return naming && balance && naming.score >= least ? [quotientOf("quotient", each, balance, naming, (a, b) => divided(figureOf(a), figureOf(b)))] : [];
  });
}

/** Margins that no column prints: 1 − 成本 ÷ 收入, or 毛利 ÷ 收入, of one row. */
function marginsOf(subject: string, near: readonly Near[]): Answer[] {
  const of = /^(.*)毛利率$/.exec(subject)?.[1];
  if (of === undefined) return [];
  return near.flatMap((each): Answer[] => {
    const measure = /成本$|毛利$/.exec(each.name.column)?.[0];
    if (!measure) return [];
    const naming = namingOf(`${of}${each.name.column}`, each.name);
    const revenue = near.find((other) => other.table === each.table && other.series.label === each.series.label && other.series.group === each.series.group && /收入$|金额$/.test(other.name.column));
    if (!naming || !revenue || naming.score < least) return [];
    return [quotientOf("margin", each, revenue, naming, (a, b) => (measure === "成本" ? less(constant(1), divided(figureOf(a), figureOf(b))) : divided(figureOf(a), figureOf(b))))];
  });
}

function quotientOf(rule: Rule, each: Near, whole: Near, naming: Naming, expressionOf: (part: Figure, whole: Figure) => Expression): Answer {
  const entries = each.series.entries.flatMap(({ period, figure }) => {
    const by = whole.series.entries.find((entry) => samePeriod(entry.period, period))?.figure;
    return by && figure.kind === "amount" && by.kind === "amount" && by.value !== 0 ? [{ period, figure, expression: expressionOf(figure, by) }] : [];
  });
  return { ...naming, rule, kind: "rate", far: each.far, table: each.table, row: each.name.row, column: each.name.column, entries };
}

/** Whether two amounts are in units of one kind: sums of money, or the same unit. */
export const comparable = (printed: Figure, figure: Figure): boolean => (printed.money !== undefined ? figure.money !== undefined || figure.unit === "" : figure.money === undefined && (figure.unit === printed.unit || figure.unit === ""));

/** The change of an answer from one period to another, as the printed figure says it: in per cent, in points, or as an amount. */
export function changeOf(printed: Figure, { kind, entries }: Answer, now: Period, then: Period, falling: boolean): { rule: Rule; expression: Expression } | undefined {
  const [later, earlier] = [now, then].map((period) => entries.find((entry) => samePeriod(entry.period, period)));
  if (!later || !earlier || (printed.kind === "points") !== (kind === "rate")) return undefined;
  const turned = falling && printed.value >= 0;
  if (printed.kind === "rate") {
    if (earlier.figure.value <= 0) return undefined;
    const growth = divided(later.expression, earlier.expression);
    return { rule: "growth", expression: turned ? less(constant(1), growth) : less(growth, constant(1)) };
  }
  if (kind === "amount" && !comparable(printed, later.figure)) return undefined;
  const [a, b] = kind === "rate" ? [later.expression, earlier.expression] : [inUnitOf(later.figure, printed), inUnitOf(earlier.figure, printed)];
  return { rule: printed.kind === "points" ? "change" : "difference", expression: turned ? less(b, a) : less(a, b) };
}
