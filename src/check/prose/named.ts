import { plainLabel } from "../label.ts";
import { type Series, undated } from "../series.ts";

const everyone = /标的?公司|标的?资产|发行人|本公司|公司|申请人|合并口径|报告期各期末|报告期|各期末|主要|截至|其中|实现|以下简称/g;
const joints = /[及和与、，,：:“”"（）()的等/]/g;
/** Words that every figure may carry. */
const free = /综合|整体|总体|合计数?|总计|总额|金额|账面余额|余额|期末|情况|规模|水平|当期|本期|各类|分别|为/g;
const generic = /^(?:金额|余额|账面余额|期末余额|期末金额|年末余额|期末数|数值|合计|本期|期末|本期金额|)$/;
const nobody = /^(?:合计数?|总计|小计|共计|金额|余额|账面余额|)$/;
const suffix = /(?:收入|业务|产品|销售|地区|客户|类|板块)$/;

/** Words as they are compared: without dates, joints and names of the company. */
export const essence = (text: string): string => undated(plainLabel(text.replace(/[（(][^（）()]*[)）]/g, ""))).replace(everyone, "").replace(joints, "").replace(/单价|(?<!平)均价|售价/g, "价格");

/** What a series is called, once for all sentences. */
export interface Name {
  readonly row: string;
  readonly column: string;
  readonly group: string;
  readonly about: string;
  /** Whether the row is the total of its table, or its column the only kind of amount. */
  readonly nameless: boolean;
  readonly plain: boolean;
}

export function nameOf({ label, column, group, caption }: Series): Name {
  const [row, head] = [essence(label), essence(column)];
  return { row, column: head, group: essence(group), about: essence(caption.split("\n").join("，")), nameless: nobody.test(row), plain: generic.test(head) };
}

/** How fully words name a series, 0 to 1, and how many of them do so by its own row and column. */
export interface Naming {
  readonly score: number;
  readonly explicit: number;
}

/** Words against the names of a series; undefined where they are of another row, or leave open which column they mean. */
export function namingOf(words: string, { row, column, group, about, nameless, plain }: Name): Naming | undefined {
  let rest = words;
  let [explicit, penalty] = [0, 0];
  const take = (part: string) => {
    rest = rest.replace(part, "\u25a1");
    explicit += part.length;
  };
  if (!nameless) {
    const stem = row.replace(suffix, "");
    if (rest.includes(row)) take(row);
    else if (stem.length >= 2 && rest.includes(stem)) take(stem);
    else if (words.length >= 4 && row.includes(words)) {
      take(words);
      penalty = 1 - words.length / row.length;
    } else return undefined;
  }
  if (group !== "" && !nobody.test(group) && group !== row) {
    if (rest.includes(group)) take(group);
    else if (!group.startsWith(row) && !about.includes(group)) penalty = Math.max(penalty, 0.3);
  }
  if (!plain) {
    if (rest.includes(column)) take(column);
    else if (uncovered(column, `${words}\u25a1${about}`) > 0) return undefined;
    // The caption speaks of several columns at once; the words must say which.
    else if (uncovered(column, words) > column.length / 2) penalty = Math.max(penalty, 0.2);
  }
  const open = rest.replace(free, "").replace(/\u25a1/g, "\u25a1");
  const left = open.split("\u25a1").reduce((sum, part) => sum + uncovered(part, `${about}\u25a1${column}\u25a1${group}\u25a1${row}`), 0);
  const score = 1 - left / Math.max(1, words.length) - penalty;
  // A total is only named by words that speak of its table.
  return nameless && words.replace(free, "").length < 2 ? undefined : { score, explicit };
}

/** How many characters of a text stand in no two neighbouring ones of another. */
export function uncovered(text: string, by: string): number {
  if (text === "" || by.includes(text)) return 0;
  const covered = new Set<number>();
  for (let at = 0; at + 1 < text.length; at += 1) {
    if (by.includes(text.slice(at, at + 2))) covered.add(at).add(at + 1);
  }
  return text.length - covered.size;
}
