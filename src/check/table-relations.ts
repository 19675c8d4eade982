import { averagesIn, type Weighted, weightedIn } from "./averages.ts";
import type { Break } from "./break.ts";
import { figuresIn } from "./expression.ts";
import { type Grid, type View, viewsOf } from "./grid.ts";
import { groupView } from "./groups.ts";
import { lagsIn } from "./lags.ts";
import { outlineSums } from "./outline.ts";
import { type Pair, pairFamily, pairsIn, wordsFor } from "./pairs.ts";
import { partedRates } from "./parted-rates.ts";
import { letteredRulesIn, notedRulesIn } from "./printed-rules.ts";
import { established, type Family, type Instance, support } from "./relation.ts";
import { rollsIn } from "./rolls.ts";
import { type Shares, sharesIn } from "./shares.ts";
import { type Sum, sumsIn } from "./sums.ts";

/** All that was found to hold within one table. */
export interface TableRelations {
  readonly grid: Grid;
  /** Its heads without their dates: tables of several years that look alike have the same. */
  readonly heads: string;
  readonly sums: readonly { readonly view: View; readonly sum: Sum }[];
  readonly pairs: readonly { readonly view: View; readonly pair: Pair; readonly grouped: boolean }[];
  readonly weighted: readonly Weighted[];
  readonly shares: readonly Shares[];
  readonly others: readonly Family[];
}

export function relationsIn(grid: Grid): TableRelations {
  const views = viewsOf(grid);
  const notes = grid.table.notes.map(({ text }) => text);
  const sums = views.flatMap((view) => sumsIn(view).map((sum) => ({ view, sum })));
  const groups = groupView(grid);
  const pairs = [...views.map((view) => ({ view, grouped: false })), ...(groups ? [{ view: groups, grouped: true }] : [])].flatMap(({ view, grouped }) =>
    pairsIn(view).map((pair) => ({ view, pair, grouped })),
  );
  return {
    grid,
    heads: grid.columns.map(({ text }) => text.replace(/[\d\s年月日末度至/.-]/g, "")).join("|"),
    sums,
    pairs,
    weighted: views.flatMap((view) => weightedIn(view, sums.filter((found) => found.view === view).map(({ sum }) => sum))),
    shares: views.flatMap(sharesIn),
    others: views.flatMap((view) => [
      ...lagsIn(view).map(({ family }) => family),
      ...averagesIn(view),
      ...partedRates(view),
      ...outlineSums(view),
      ...rollsIn(view).map(({ family }) => family),
      ...letteredRulesIn(view),
      ...notedRulesIn(view, notes),
    ]),
  };
}

/**
 * Tables with the same heads bear each other out: what one year's table adds or divides, the next year's does too. A
 * relation found in one of them is therefore asked of all.
 */
export function pooled(all: readonly TableRelations[]): Family[] {
  const pools = new Map<string, Family[]>();
  const add = (key: string, family: Family) => pools.set(key, [...(pools.get(key) ?? []), family]);
  for (const { heads, sums, weighted, shares } of all) {
    for (const { view, target, amounts, family, whole } of shares) {
      // Shares of a whole that the table prints, under the same words beside the same amounts: those of another year.
      if (whole) add(`share ${heads} ${view.along} ${target.label} ${amounts.label} ${target.index - amounts.index}`, family);
      else add(`share ${heads} ${pools.size}`, family);
    }
    for (const { view, sum } of sums) add(`sum ${heads} ${view.along} ${sum.total.label} ${view.along === "columns" ? sum.total.index : ""}`, sum.family);
    for (const { key, family } of weighted) add(`weighted ${heads} ${key}`, family);
  }
  for (const key of new Set(all.map(({ heads }) => heads))) {
    const tables = all.filter(({ heads }) => heads === key);
    const asked = new Set<string>();
    for (const { pairs } of tables) {
      for (const { view, pair, grouped } of pairs) {
        const name = `pair ${key} ${grouped} ${view.along} ${pair.relation} ${pair.power} ${pair.target.index} ${pair.target.label} ${pair.first.label} ${pair.second.label} ${pair.target.index - pair.first.index} ${pair.target.index - pair.second.index}`;
        if (asked.has(name)) continue;
        asked.add(name);
        for (const table of tables) {
          const own = table.pairs.find((other) => other.view.along === view.along && other.grouped === grouped)?.view ?? (grouped ? groupView(table.grid) : viewsOf(table.grid).find(({ along }) => along === view.along));
          if (!own) continue;
          const [target, first, second] = [pair.target, pair.first, pair.second].map((line) => own.lines[line.index]);
          if (!target || !first || !second || target.label !== pair.target.label || first.label !== pair.first.label || second.label !== pair.second.label) continue;
          add(name, pairFamily(own, pair.relation, target, first, second, pair.power, wordsFor(pair.relation, target, first, second)));
        }
      }
    }
  }
  return [...pools.values()].flatMap(together);
}

/**
 * The same relation of several tables as one. Where that comes to nothing for a total, the tables in which it mostly
 * breaks add something else under the same words, and are left to themselves.
 */
function together(families: readonly Family[]): Family[] {
  const [first] = families;
  if (!first || families.length === 1) return [...families];
  const joined = (own: readonly Family[]): Family => ({ rule: first.rule, words: Math.max(...own.map(({ words }) => words)), instances: own.flatMap(({ instances }) => instances) });
  const all = joined(families);
  const fitting = families.filter((family) => {
    const { held, broken } = support(family);
    return broken <= Math.max(1, held);
  });
  if (first.rule !== "sum" || established(all) || fitting.length === 0 || fitting.length === families.length) return [all];
  return [joined(fitting), ...families.filter((family) => !fitting.includes(family))];
}

/**
 * What breaks in families that are in use. Where little but figures speaks for a relation, a result that another

 * relation makes as closely is left alone, and so is a break whose
 * figures stand together in another one that holds.
 */
export function breaksOf(families: readonly Family[]): Break[] {
  const used = families.filter((family) => established(family));
  const made = new Map<number, number>();
  const holding = new Map<number, Set<number>[]>();
  for (const instance of used.flatMap(({ instances }) => instances)) {
    if (!instance.holds || instance.bits < 6) continue;
    made.set(instance.printed.id, Math.max(instance.bits, made.get(instance.printed.id) ?? 0));
    const figures = new Set([instance.printed, ...figuresIn(instance.expression)].map(({ id }) => id));
    for (const id of figures) holding.set(id, [...(holding.get(id) ?? []), figures]);
  }
  const within = ({ rule, printed, expression }: Instance) => {
    if (rule !== "difference" && rule !== "change") return false;
    const own = [printed, ...figuresIn(expression)].filter(({ dash }) => !dash).map(({ id }) => id);
    return own.length <= 3 && own.some((one) => holding.get(one)?.some((figures) => own.filter((id) => figures.has(id)).length >= (figures.size <= 3 ? 2 : own.length)));
  };
  return used.flatMap((family) =>
    family.instances.flatMap((instance): Break[] => {
      if (instance.holds || (family.words < stated && ((made.get(instance.printed.id) ?? 0) >= instance.bits - about || (!beyondChance(family) && within(instance))))) return [];
      return [{ instance, family, held: support(family).held }];
    }),
  );
}

/** Held so often and so closely that what breaks is no other thing. */
function beyondChance(family: Family): boolean {
  const { held, bits, broken } = support(family);
  return broken === 1 && held >= 3 && bits >= 48;
}

const stated = 10;
/** How much looser, in bits, a relation may be that makes a figure and still excuses it from another. */
const about = 2;

/** Totals that say they are totals and do not add, without another place where they do. Where more than two of them fail, the table was not understood. */
export function unsupported(families: readonly Family[]): Break[] {
  return families.flatMap((family) => {
    if (family.rule !== "sum" || family.words < 10 || established(family)) return [];
    const { held, broken } = support(family);
    if (broken > 2) return [];
    return family.instances.flatMap((instance): Break[] => (instance.holds ? [] : [{ instance, family, held }]));
  });
}
