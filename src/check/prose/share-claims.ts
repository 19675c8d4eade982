import { divided, figureOf } from "../expression.ts";
import type { Figure } from "../figure.ts";
import { type Period, periodsOf, samePeriod } from "../period.ts";
import { type Family, type Instance, instanceOf } from "../relation.ts";
import { inUnitOf, type Series } from "../series.ts";
import type { Claims } from "./list-claims.ts";
import { headOf, type List, type Prose, type Quantity } from "./quantities.ts";
import { cored } from "./subject.ts";

const within = 400;
const words = 12;
/** A share of less than three digits says too little of its whole. */
const telling = 5;

/** Amounts with their shares of a whole that stands in a table: 关联采购金额分别为 A、B 和 C，占营业成本的比例分别为 a、b 和 c. */
export function shareClaims(prose: Prose, lists: readonly List[], all: readonly Series[]): Claims {
  const claims = prose.quantities.flatMap((rate, at): Claims[] => {
    const list = lists.find(({ items }) => items[0]?.start === rate.start);
    if (rate.figure.kind !== "rate" || rate.rough || (!list && lists.some(({ items }) => items.some(({ start }) => start === rate.start)))) return [];
    const shares = list?.items ?? [rate];
    const before = prose.quantities.slice(Math.max(0, at - shares.length), at);
    const [first, last] = [before[0], before.at(-1)];
    if (!first || !last || before.length < shares.length || before.some(({ figure, rough }) => rough || figure.kind !== "amount" || figure.money === undefined)) return [];
    const whole = /^[，,、；;]?\s*(?:合计|分别)?占(?:公司|标的公司|发行人|当期|同期|各期|报告期各期|对应)*(?:的)?([^，,。；;\d]{2,16}?)的?(?:比例|比重|比)?(?:分别)?(?:约)?为?\s*$/.exec(prose.paragraph.text.slice(last.end, rate.start))?.[1];
    const name = whole === undefined ? "" : cored(whole);
    return name.length < 2 ? [] : [claimOf(name, before, shares, periodsOf(headOf(prose.paragraph.text, first.start)), prose.line, all)];
  });
  return { families: claims.flatMap(({ families }) => families), breaks: claims.flatMap(({ breaks }) => breaks) };
}

function claimOf(name: string, amounts: readonly Quantity[], shares: readonly Quantity[], periods: readonly Period[], line: number, all: readonly Series[]): Claims {
  let best: { instances: readonly Instance[]; held: number } | undefined;
  for (const series of all) {
    if (series.entries.length < shares.length || ![series.label, `${series.group}${series.label}`].some((own) => cored(own) === name) || Math.min(...series.edges.map((edge) => Math.abs(edge - line))) > within) continue;
    for (const wholes of wholesOf(series, shares.length, periods)) {
      const instances = shares.flatMap(({ figure }, at): Instance[] => {
        const [amount, whole] = [amounts[at]?.figure, wholes[at]];
        const instance = amount && whole && whole.kind === "amount" && whole.money !== undefined ? instanceOf("share", figure, divided(inUnitOf(amount, whole), figureOf(whole))) : undefined;
        return instance ? [instance] : [];
      });
      const held = instances.filter(({ holds, bits }) => holds && bits >= telling).length;
      if (instances.length === shares.length && (!best || held > best.held)) best = { instances, held };
    }
  }
  if (!best) return { families: [], breaks: [] };
  const broken = best.instances.filter(({ holds }) => !holds);
  const family: Family = { rule: "share", words, instances: best.instances.filter(({ holds }) => holds) };
  if (broken.length === 0) return { families: best.held > 0 ? [family] : [], breaks: [] };
  // Which whole is meant is only sure where all others of the list are shares of it.
  const [only] = broken;
  const meant = only && broken.length === 1 && best.held >= 2 && best.held === shares.length - 1;
  return { families: best.held > 0 && meant ? [family] : [], breaks: meant ? [{ instance: only, family, held: best.held }] : [] };
}

/** The wholes that a list of so many shares may be of: in the periods it names, or oldest first and newest first. */
function wholesOf({ entries }: Series, count: number, periods: readonly Period[]): (readonly Figure[])[] {
  const named = periods.slice(-count).flatMap((period) => entries.find((entry) => samePeriod(entry.period, period))?.figure ?? []);
  if (named.length === count) return [named];
  if (count === 1) return [];
  const windows = Array.from({ length: entries.length - count + 1 }, (_, from) => entries.slice(from, from + count).map(({ figure }) => figure));
  return [...windows, ...windows.map((window) => [...window].reverse())];
}
