/**
 * When a heading is about, so that 2024 年度, 2024 年末 and 2024年12月31日 are the same column: the year, and the
 * month it ends in where that is not December. An interim period and the balance at its end count as one.
 */
export interface Period {
  readonly year: number;
  readonly month: number;
}

const digits = (text: string) => text.replace(/[０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(/\s+/g, "");
const dated = /(?<!\d)((?:19|20)\d\d)(?:年|[./-](?=\d))?(?:(\d{1,2})(?:[-~至—](\d{1,2}))?月|[./-]?(\d{1,2})[./-]\d{1,2}(?!\d)|第?([一二三四1-4])季度|上半年|半年度)?/g;
const quarter: Record<string, number> = { 一: 3, 二: 6, 三: 9, 四: 12 };

/** All periods a heading names, in their order. */
export function periodsOf(heading: string): Period[] {
  const text = digits(heading);
  return [...text.matchAll(dated)].flatMap(([whole, year = "", from, to, month, season]) => {
    // 2023 in the middle of a code or a plain number is no year.
    if (!/年|[./-]|季度/.test(whole) && text !== whole && !/^(?:末|初|年)/.test(text.slice(text.indexOf(whole) + whole.length))) return [];
    const last = to ?? from ?? month ?? (season === undefined ? undefined : String(quarter[season] ?? Number(season) * 3));
    return [{ year: Number(year), month: /半年/.test(whole) ? 6 : last === undefined ? 12 : Number(last) }];
  });
}

/** The one period of a heading; undefined where it names none, or several that differ in more than the month. */
export function periodOf(heading: string): Period | undefined {
  const all = periodsOf(heading);
  const [first] = all;
  return first && all.every(({ year }) => year === first.year) ? first : undefined;
}

/** A change of one period against another (2024 年相对 2023 年变动) names two. */
export function samePeriod(a: Period | undefined, b: Period | undefined): boolean {
  return a !== undefined && b !== undefined && a.year === b.year && a.month === b.month;
}

/** Earlier first. */
export function inOrder(a: Period, b: Period): number {
  return a.year * 12 + a.month - (b.year * 12 + b.month);
}
