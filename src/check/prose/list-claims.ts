import type { Break } from "../break.ts";
import type { Figure } from "../figure.ts";
import { inOrder, type Period, samePeriod } from "../period.ts";
import { type Family, type Instance, instanceOf } from "../relation.ts";
import { agree, inUnitOf, type Series } from "../series.ts";
import type { List } from "./quantities.ts";
import { about, subjectIn } from "./subject.ts";

/** What the sentences claim of the tables: what holds, and what does not. */
export interface Claims {
  readonly families: readonly Family[];
  readonly breaks: readonly Break[];
}

const surely = 0.55;
const beyondDoubt = 0.85;
/** Bits beyond which figures that agree need no words to name them. */
const unmistakable = 36;
/** How far two versions of one figure may be apart and still be taken for one figure. */
const versions = 0.03;

/**
 * A list of figures (分别为 1.05、1.12 和 1.26) against the series of the tables, oldest first or as the sentence orders its
 * periods. Where a series agrees in full it is the one meant; where one agrees but for a figure, or in
 * another order, and the words name it, the list breaks there.
 */
export function listClaim(list: List, all: readonly Series[]): Claims {
  const subject = subjectIn(list.head);
  const printed = list.items.map(({ figure }) => figure);
  if (list.items.some(({ rough }) => rough)) return { families: [], breaks: [] };
  let best: { chosen: readonly Figure[]; held: number; name: number; order: number } | undefined;
  for (const series of all) {
    if (series.entries.length < printed.length || !printed.some((figure) => series.entries.some((entry) => nearly(figure, entry.figure)))) continue;
    let name: number | undefined;
    for (const [order, chosen] of alignments(series, printed.length, subject.periods).entries()) {
      const held = printed.filter((figure, at) => chosen[at] !== undefined && agree(figure, chosen[at])).length;
      const shuffled = held < printed.length && permuted(printed, chosen);
      if (held < printed.length - (printed.length > 2 ? 1 : 0) && !shuffled && (subject.share || printed.length > 3 || !printed.every((figure, at) => nearly(figure, chosen[at])))) continue;
      name ??= about(subject, series);
      if (held < printed.length && name < (held > 1 && shared(printed, chosen) >= unmistakable ? 0 : surely)) continue;
      const candidate = { chosen, held, name, order };
      if (!best || held > best.held || (held === best.held && (name > best.name || (name === best.name && order < best.order)))) best = candidate;
    }
  }
  if (!best) return { families: [], breaks: [] };
  const { chosen, held, name } = best;
  const instances = printed.flatMap((figure, at): Instance[] => {
    const meant = chosen[at];
    const instance = meant && instanceOf("claim", figure, inUnitOf(meant, figure));
    return instance ? [instance] : [];
  });
  const family: Family = { rule: "claim", words: Math.round(20 * name), instances };
  const telling = instances.reduce((bits, { holds, bits: own }) => bits + (holds ? own : 0), 0);
  if (held === printed.length) return { families: telling >= 8 ? [family] : [], breaks: [] };
  // Several figures of one period are of several things, and no series.
  if (subject.periods.length === 1) return { families: [], breaks: [] };
  const swapped = permuted(printed, chosen);
  const needed = held === 0 && !swapped ? beyondDoubt : held > 1 && shared(printed, chosen) >= unmistakable ? 0 : surely;
  if (name < needed) return { families: [], breaks: [] };
  const broken = instances.filter(({ holds }) => !holds);
  return {
    families: [{ ...family, instances: instances.filter(({ holds }) => holds) }],
    breaks: (swapped ? broken.slice(0, 1) : broken).map((instance) => ({ instance, family, held, ...(swapped ? { cause: "swapped" as const } : {}) })),
  };
}

/** How unlikely it is that so many figures agree by chance. */
function shared(printed: readonly Figure[], chosen: readonly (Figure | undefined)[]): number {
  return printed.reduce((bits, figure, at) => {
    const meant = chosen[at];
    return bits + (meant && agree(figure, meant) ? Math.log2(Math.max(1, Math.abs(figure.value) / (figure.high - figure.low))) : 0);
  }, 0);
}

/** The figures of a series that a list of so many may mean: by the periods it names, or oldest first and newest first. */
function alignments(series: Series, count: number, periods: readonly Period[]): (readonly Figure[])[] {
  const entries = series.entries;
  if (periods.length === count) {
    const chosen = periods.flatMap((period) => entries.find((entry) => samePeriod(entry.period, period) || (entry.period.year === period.year && (entry.period.month === 12) === (period.month === 12)))?.figure ?? []);
    if (chosen.length === count) return [chosen];
  }
  const windows = Array.from({ length: entries.length - count + 1 }, (_, from) => entries.slice(from, from + count).map(({ figure }) => figure));
  const inTime = [...entries].sort((a, b) => inOrder(a.period, b.period));
  const whole = count === entries.length ? [inTime.map(({ figure }) => figure)] : windows;
  return [...whole, ...whole.map((window) => [...window].reverse())];
}

function nearly(printed: Figure, figure: Figure | undefined): boolean {
  if (!figure || (printed.kind === "amount") !== (figure.kind === "amount") || printed.value === 0) return false;
  const scale = printed.kind === "amount" && printed.money !== undefined ? (figure.money ?? 1e4) / printed.money : 1;
  return Math.abs((figure.value * scale) / printed.value - 1) < versions;
}

/** The same figures in another order. */
function permuted(printed: readonly Figure[], chosen: readonly Figure[]): boolean {
  if (printed.length < 2 || printed.length !== chosen.length) return false;
  const left = [...chosen];
  for (const figure of printed) {
    const at = left.findIndex((other) => agree(figure, other));
    if (at === -1) return false;
    left.splice(at, 1);
  }
  return printed.some((figure, at) => chosen[at] !== undefined && !agree(figure, chosen[at]));
}
