import { divided, figureOf } from "../expression.ts";
import type { Figure } from "../figure.ts";
import { type Family, type Instance, instanceOf } from "../relation.ts";
import type { Series } from "../series.ts";
import type { Shares } from "../shares.ts";

/** How far a whole may lie outside of what the shares allow and still be taken for theirs. */
const close = 0.002;

/**
 * Shares of a whole that their own table does not print: the five largest debtors as shares of all receivables. What
 * whole the shares allow is known within limits; a series that has a figure within them for several such tables
 * is the whole, and each share is then held against it.
 */
export function linkedShares(shares: readonly Shares[], all: readonly Series[]): Family[] {
  const open = shares.filter(({ whole, view }) => whole === undefined && view.along === "columns");
  const groups = new Map<string, Shares[]>();
  for (const each of open) {
    const key = `${each.target.label}|${each.amounts.label}|${each.view.grid.columns.length}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].flatMap((group) => {
    if (group.length < 2) return [];
    const wholes = group.map((each) => ({ each, limits: limitsOf(each) }));
    let best: { each: Shares; whole: Figure }[] = [];
    for (const series of all) {
      const fitting = wholes.flatMap(({ each, limits }) => {
        const entry = limits && series.entries.find(({ figure }) => figure.kind === "amount" && figure.value >= limits.low && figure.value <= limits.high);
        return entry ? [{ each, whole: entry.figure }] : [];
      });
      if (new Set(fitting.map(({ whole }) => whole.id)).size < 2) continue;
      const rest = wholes.flatMap(({ each, limits }) => {
        if (fitting.some((known) => known.each === each) || !limits) return [];
        const middle = (limits.low + limits.high) / 2;
        const entry = series.entries.find(({ figure }) => Math.abs(figure.value / middle - 1) < close);
        return entry ? [{ each, whole: entry.figure }] : [];
      });
      if (fitting.length + rest.length > best.length) best = [...fitting, ...rest];
    }
    const instances = best.flatMap(({ each, whole }) =>
      each.pairs.flatMap(({ share, amount }): Instance[] => {
        const instance = instanceOf("share", share, divided(figureOf(amount), figureOf(whole)));
        return instance ? [instance] : [];
      }),
    );
    return instances.length === 0 ? [] : [{ rule: "share" as const, words: 10, instances }];
  });
}

/** The wholes that most of the shares allow. */
function limitsOf({ pairs }: Shares): { low: number; high: number } | undefined {
  const each = pairs.filter(({ share }) => share.low > 0).map(({ share, amount }) => ({ low: amount.low / share.high, high: amount.high / share.low }));
  let best: { low: number; high: number; count: number } | undefined;
  for (const { low } of each) {
    const within = each.filter((other) => other.low <= low && other.high >= low);
    const high = Math.min(...within.map((other) => other.high));
    if (!best || within.length > best.count) best = { low, high, count: within.length };
  }
  return best && best.count >= 2 && best.count >= pairs.length * 0.6 ? best : undefined;
}
