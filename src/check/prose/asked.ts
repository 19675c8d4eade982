import { type Period, periodsOf } from "../period.ts";
import { listsIn, type Prose, type Quantity } from "./quantities.ts";

/** What a clause asks of the tables: what its figures are said to be, of what, and when. */
export interface Asked {
  /** One figure, or those of a list. */
  readonly items: readonly Quantity[];
  readonly form: "value" | "change";
  /** Whether the change is said to be a fall. */
  readonly falling: boolean;
  /** What it is about, the likelier reading first: the clause's own words, with those of the clause before it, or those alone. */
  readonly subjects: readonly string[];
  /** The periods of the figures; none where the sentence names none. */
  readonly when: readonly Period[];
  /** The period a change is against. */
  readonly base: Period | undefined;
  /** Whether this very sentence says when, and sets no condition under which its figures would be others. */
  readonly sure: boolean;
}

const rise = "增长|增加|上升|上涨|提升|提高|增幅|涨幅|增长率|增速|增加额|增长额|增至";
const fall = "下降|下滑|下跌|减少|降低|降幅|跌幅|回落";
const filler = "(?:了|额|率|幅度|比例|金额)?(?:均|分别|依次)?(?:约|为|达到|达)*\\s*$";
const change = new RegExp(`(?<rise>${rise})${filler}|(?<fall>${fall})${filler}`);
const reaching = new RegExp(`(?:${rise}|${fall}|增|升|降|减|涨)?(?:至|到)[^至到]{0,16}$`);
const leaving = /(?:由(?!于)|从(?!事|而))([^由从]{0,24})$/;
const journey = /(?:由(?!于)|从(?!事|而))(?=.*(?:至|到))/;
/** Where the words on what a clause is about come to their end. */
const verb = new RegExp(`(?:相比|相较|相对|较|比(?=上|20|年|期|同期)|同比|环比|由(?!于)|从(?!事|而)|大幅|小幅|略有|继续|进一步|逐步|变[动化]?(?=至|到|为)|[升降涨增减](?=至|到)|分别|依次|${rise}|${fall}|达到|达|为|是|仅|(?<!平)均|约|有望|将|不到|不足|超过|高于|低于|已)`);
const lastYear = /(?:上年|去年|上期|上一年|前一年|同比|年初|期初)/;
/** Words that lead on to what a clause is about. */
const opening = /^.*(?:主要系|主要是|系因|由于|因为|其中|系|导致|使得|同时|此外|而|但|且|并|即|经测算|经统计)[:：]?/;
const measureOnly = /^(?:占比|比例|比重|金额|余额|毛利率|增长率|增幅|降幅|计提比例|坏账准备计提比例|跌价准备计提比例|坏账计提比例|跌价计提比例|单价|数量|销量|占.+(?:比例|比重))$/;
/** What makes figures others than those of the table: 剔除运费影响后, 按同口径测算; of a quarter, a month or the beginning of a year, which are read as years. */
export const conditional = /季度|年初|期初|年\s*\d{1,2}\s*月(?!\s*(?:[末底\d]|份?\s*[-~至—到]))|若|如果|假设|假定|预计|预测|预期|未来|剔除|扣除|不考虑|还原|模拟|测算|口径|年化|折算|调整后|重述|追溯|除[^，,。]*外/;
/** Changes against another base than a period of the table, or over several. */
const elsewise = /环比|复合|年均|上季|上月|上半年末|单月|倍/;
const mask = "\u25a1";

/** What is asked clause by clause, each going on with the subject and the period of the one before it. */
export function askedIn(prose: Prose): Asked[] {
  const { text } = prose.paragraph;
  const masked = [...prose.quantities].reduce((words, { start, end }) => words.slice(0, start) + mask.repeat(end - start) + words.slice(end), text.replace(/[（(][^（）()\u25a1]*[)）]/g, (brackets) => (/\d[.,%\d]*\d|%/.test(brackets) ? brackets : " ".repeat(brackets.length))));
  const lists = listsIn(prose);
  const inLists = new Set(lists.flatMap(({ items }) => items.map(({ figure }) => figure.id)));
  const runs = [...lists.map(({ items }) => items), ...prose.quantities.filter(({ figure }) => !inLists.has(figure.id)).map((quantity) => [quantity])].sort((a, b) => (a[0]?.start ?? 0) - (b[0]?.start ?? 0));
  const asked: Asked[] = [];
  let subject = "";
  let last: { when: readonly Period[]; base: Period | undefined; compared: boolean } = { when: [], base: undefined, compared: false };
  let dated = false;
  let at = 0;
  for (const sentence of masked.split(/(?<=[。；;！？])/)) {
    if ((/[。！？]\s*$/.test(masked.slice(0, at)) && !/^\s*其中/.test(sentence)) || at === 0) [subject, dated, last] = ["", false, { ...last, base: undefined, compared: false }];
    let clauseAt = at;
    for (const clause of sentence.split(/(?<=[，,：:])/)) {
      const end = clauseAt + clause.length;
      const words = clause.replaceAll(mask, " ");
      const own = periodsOf(words);
      const [then, now] = comparedIn(words);
      const compared = then !== undefined || lastYear.test(words);
      const start = journey.exec(words)?.index;
      // 2018 年毛利率从 2017 年的 a 下降至 b; 由 2023 年的 a 提高至 2024 年的 b.
      const [ends, starts] = start === undefined ? [[], []] : [periodsOf(words.slice(0, start)), periodsOf(words.slice(start))];
      const when = start !== undefined ? (ends.length > 0 ? ends : starts.length > 1 ? starts.slice(1) : last.when) : /20\d\d\s*年?\s*(?:至|-|~|—)\s*20\d\d/.test(words) ? [] : now.length > 0 ? now : own.length > 0 && then === undefined ? own : last.when;
      if (own.length > 0) dated = true;
      const base = (start === undefined ? then : (starts[0] ?? before(when))) ?? (lastYear.test(words) ? before(when, /(?:上年|去年|上一年|前一年)\s*(?:度)?末|年初|期初/.test(words)) : own.length > 0 && !compared ? undefined : last.base);
      last = { when, base, compared: compared || last.compared };
      let from = clauseAt;
      for (const items of runs.filter(([first]) => first && first.start >= clauseAt && first.start < end)) {
        const [first, final] = [items[0], items.at(-1)];
        if (!first || !final) continue;
        const tail = masked.slice(from, first.start).replaceAll(mask, " ");
        const whole = masked.slice(clauseAt, first.start).replaceAll(mask, " ");
        const bare = subjectWords(from > clauseAt && subjectWords(tail) !== "" ? tail : whole);
        from = final.end;
        const said = sayingOf(tail, when, base);
        if (/[（(][^（）()]*$/.test(whole)) continue;
        const subjects = [...new Set(bare === "" ? [subject] : measureOnly.test(bare) ? [`${subject}${bare}`, bare] : [bare, ...(subject === "" || bare.includes(subject) ? [] : [`${subject}${bare}`])])].filter((each) => each.length >= 2);
        if (said && subjects.length > 0) asked.push({ items, subjects, sure: dated && !conditional.test(masked.slice(at, first.start)), ...said });
      }
      const bare = subjectWords(words);
      if (bare !== "" && !measureOnly.test(bare)) subject = bare;
      clauseAt = end;
    }
    at += sentence.length;
  }
  return asked;
}

/** What a clause is about: its words up to the verb, without what leads on to them and without dates. */
export function subjectWords(clause: string): string {
  const plain = clause.replace(/\s+/g, "").replace(opening, "").replace(/(?:\d{4}年?(?:\d{1,2}[-~至—])?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:年?度|年?末|年?底)?[、和及与至]?)+/g, "").replace(/(?:报告期|最近三年|近三年)(?:内|各期|各年)*(?:末|度)?|各期末?|各年(?:度|末)?|上年末?|本年末?|本期末?|当期|期末(?=应|存)|[，,。；;：:]/g, "");
  const stop = verb.exec(plain);
  return (stop ? plain.slice(0, stop.index) : plain).replace(/[的在]$/, "");
}

/** The period compared against (较 2023 年度), and those named before it. */
function comparedIn(words: string): readonly [Period | undefined, readonly Period[]] {
  const found = /(?:相比|相较|相对|较|比)(?:于)?\s*(?=(?:19|20)\d\d)/.exec(words);
  if (!found) return [undefined, []];
  return [periodsOf(words.slice(found.index + found[0].length))[0], periodsOf(words.slice(0, found.index))];
}

/** The same period a year before, or the end of that year. */
function before(when: readonly Period[], end = false): Period | undefined {
  const [first] = when;
  return first && when.length === 1 ? { year: first.year - 1, month: end ? 12 : first.month } : undefined;
}

function sayingOf(tail: string, when: readonly Period[], base: Period | undefined): Pick<Asked, "form" | "falling" | "when" | "base"> | undefined {
  const moved = change.exec(tail);
  if (moved && elsewise.test(tail)) return undefined;
  if (moved) return { form: "change", falling: moved.groups?.["fall"] !== undefined, when, base };
  const value = (of: readonly Period[]) => ({ form: "value" as const, falling: false, when: of, base: undefined });
  const from = leaving.exec(tail);
  if (from) {
    const named = periodsOf(from[1] ?? "");
    return named.length === 1 ? value(named) : base && named.length === 0 ? value([base]) : undefined;
  }
  const own = periodsOf(tail);
  if (reaching.test(tail)) return own.length === 1 ? value(own) : when.length === 1 ? value(when) : undefined;
  return value(when);
}
