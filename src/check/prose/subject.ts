import { likeness, plainLabel, subjectOf } from "../label.ts";
import { type Period, periodsOf } from "../period.ts";
import { type Series, undated } from "../series.ts";

const everyone = /标的?公司|标的?资产|发行人|本公司|公司|申请人|合并|报告期(?:各期|内)?(?:各期末|期末|末)?|各期末|各期|各年(?:度|末)?|当期|本期|对应|主要|截至|其中|分别|依次|实现了?|达到|余额为|金额为|期末|同比|均?为|是|的|约|及|和|与|、|，|,|：|:|“|”/g;
const ends = /[，,：:（(）)]/;

/** What a claim is about, in the words before its figures. */
export interface Subject {
  /** The clause right before the figures, without dates and without words that fit everything. */
  readonly core: string;
  /** The clause as printed, and with the one before it. */
  readonly clause: string;
  readonly wider: string;
  /** The periods it names, in their order. */
  readonly periods: readonly Period[];
  /** 占营业收入的比例: what it is a share of stands in it, what it is about before it. */
  readonly share: boolean;
}

export function subjectIn(head: string): Subject {
  const clauses = head.replace(/[（(][^（）()]*[)）]/g, "").split(ends).filter((clause) => clause.trim() !== "");
  let clause = clauses.at(-1) ?? "";
  let before = clauses.at(-2) ?? "";
  // 报告期各期末，流动比率，分别为: a clause of connecting words only is part of the one before.
  if (cored(clause).length < 2) [clause, before] = [`${before}${clause}`, clauses.at(-3) ?? ""];
  const own = periodsOf(clause);
  return { core: cored(clause), clause: plainLabel(clause), wider: plainLabel(`${before}${clause}`), periods: own.length > 0 ? own : periodsOf(before), share: /^\s*占/.test(clause) };
}

/** A clause or a label without dates, totals and words that fit everything. */
export function cored(clause: string): string {
  return subjectOf(undated(plainLabel(clause)).replace(everyone, ""));
}

const company = /^(?:标|发行人|公司|本公司)/;

/** How surely a claim is about a series: 1 where its words name the series in full, 0 where nothing does. */
export function about(subject: Subject, { parts, texts, label: row, nameless }: Series): number {
  const names = [...parts, parts.join(""), [...parts].reverse().join("")].filter((name) => name.length >= 2);
  let best = 0;
  for (const name of names) best = Math.max(best, likeness(subject.core, name.replace(everyone, "")));
  const [label] = parts;
  if (label && label.length >= 2 && subject.clause.includes(label)) {
    const rest = cored(subject.clause.replace(label, ""));
    if (rest.length < 2) best = Math.max(best, 0.95);
    else if ([...parts.slice(1), texts[2] ?? ""].some((other) => contained(rest, other))) best = Math.max(best, 0.9);
    else if ([...parts.slice(1), ...texts].some((other) => other.includes(rest.slice(-3)) && rest.length >= 3)) best = Math.max(best, 0.7);
  }
  // The row is the company itself: what it is about stands in its group or over the table.
  if (nameless && subject.core.length >= 4 && texts.some((text) => contained(subject.core, text))) best = Math.max(best, company.test(row) ? 0.9 : 0.7);
  return best;
}

/** Whether the words stand in a text, a word or two between them allowed. */
function contained(words: string, text: string): boolean {
  if (text.includes(words)) return true;
  let at = 0;
  for (const letter of words) {
    const next = text.indexOf(letter, at);
    if (next === -1 || (at > 0 && next - at > 4)) return false;
    at = next + 1;
  }
  return words.length >= 4;
}
