import type { Break } from "../break.ts";
import { constant, divided, type Expression, figureOf, summed } from "../expression.ts";
import type { Figure } from "../figure.ts";
import { inOrder, type Period } from "../period.ts";
import { type Family, type Instance, instanceOf, support } from "../relation.ts";
import type { Series } from "../series.ts";
import type { CrossRelations } from "./cross-relations.ts";

/**
 * Balances of a project carried from year to year through its cumulative cost: closing = last closing + what was added to
 * the cumulative input − what was transferred (filing 002, lines 3824–3880). One family for all projects of a table.
 */
export function cumulativeRolls(all: readonly Series[]): Family[] {
  const found = new Map<string, Instance[]>();
  for (const cumulative of all.filter(({ column }) => /累计(?:投入|发生|支出|已)|累计$/.test(column) && !/比例|占/.test(column))) {
    const own = all.filter((series) => series.label === cumulative.label && series.group === cumulative.group && series !== cumulative && series.grids.some((grid) => cumulative.grids.includes(grid)));
    for (const closing of own.filter(({ column }) => /余额|期末|账面/.test(column))) {
      for (const out of [undefined, ...own.filter((series) => series !== closing && !/预算|总额|比例|占/.test(series.column))]) {
        for (const [at, { period, figure }] of closing.entries.entries()) {
          const before = closing.entries[at - 1];
          const [added, had] = [entryAt(cumulative, period), before && entryAt(cumulative, before.period)];
          if (!before || !added || !had) continue;
          const gone = out && entryAt(out, period);
          const terms: { sign: 1 | -1; of: Expression }[] = [
            { sign: 1, of: figureOf(before.figure) },
            { sign: 1, of: figureOf(added) },
            { sign: -1, of: figureOf(had) },
            ...(gone ? [{ sign: -1 as const, of: figureOf(gone) }] : []),
          ];
          const instance = instanceOf("roll-forward", figure, { op: "sum", terms });
          const key = `${closing.column}|${cumulative.column}|${out?.column ?? out?.label ?? ""}`;
          if (instance) found.set(key, [...(found.get(key) ?? []), instance]);
        }
      }
    }
  }
  let best: Family | undefined;
  let most = 0;
  for (const instances of found.values()) {
    const family: Family = { rule: "roll-forward", words: 10, instances, blames: "result" };
    const { bits, broken } = support(family);
    if (bits - 12 * broken > most) [best, most] = [family, bits - 12 * broken];
  }
  return best ? [best] : [];
}

const sameBalance = 0.005;

/**
 * Average balances (平均余额) as the mean of the balances at two year-ends that another table prints. Where one row of
 * a table is such a mean, its neighbours are held against the balances they are close to in the same tables.
 */
export function meanBalances(all: readonly Series[]): CrossRelations {
  const averages = all.filter(({ label, column }) => /平均(?:余额|值|净额|账面)/.test(label + column) && !/行业/.test(label));
  const found: { of: Series; family: Family }[] = [];
  for (const of of averages) {
    for (const from of all) {
      if (from === of || from.entries.length < 2) continue;
      const instances = of.entries.flatMap(({ period, figure }): Instance[] => {
        const at = from.entries.findIndex((entry) => inOrder(entry.period, period) === 0);
        const [now, then] = [from.entries[at]?.figure, from.entries[at - 1]?.figure];
        if (!now || !then || now.kind !== "amount" || figure.kind !== "amount" || Math.abs((now.value + then.value) / 2 / figure.value - 1) > sameBalance) return [];
        const instance = instanceOf("mean", figure, divided(summed(figureOf(now), figureOf(then)), constant(2)));
        return instance ? [instance] : [];
      });
      if (instances.length >= 2) found.push({ of, family: { rule: "mean", words: 10, instances, blames: "result" } });
    }
  }
  const whole = found.filter(({ family }) => family.instances.every(({ holds }) => holds));
  const breaks = averages.flatMap((of): Break[] => {
    const own = found.find((each) => each.of === of);
    const beside = whole.find((each) => each.of !== of && each.of.grids.some((grid) => of.grids.includes(grid)));
    if (!own || !beside || whole.some((each) => each.of === of)) return [];
    return own.family.instances.flatMap((instance) => (instance.holds ? [] : [{ instance, family: own.family, held: support(beside.family).held }]));
  });
  return { families: whole.map(({ family }) => family), breaks };
}

function entryAt(series: Series, period: Period): Figure | undefined {
  return series.entries.find((entry) => inOrder(entry.period, period) === 0)?.figure;
}
