import { Decimal, sum } from "../decimal.ts";
import { refuse } from "../refusal.ts";
import { at, consecutive, type Grid } from "../table.ts";

/** How the yearly rates of a bucket become one. */
export type Averaging = "mean" | "pooled" | "max";

/** How the step into the open last bucket is measured. */
export type LastStep = "joint" | "increase" | "plain";

/** One bucket's balance leaving from one period-end to the next; no rate where nothing stood there. */
export interface MigrationStep {
  readonly numerator: Decimal;
  readonly denominator: Decimal;
  readonly rate: Decimal | undefined;
  /** What the numerator and denominator are made of, so that they can be shown. */
  readonly arrived: Decimal;
  readonly writtenOff: Decimal;
  readonly collected: Decimal;
  readonly stayed: Decimal;
  readonly feeding: Decimal;
}

/** Everything a migration study is made from; periods run down, buckets across, the oldest period first. */
export interface MigrationPanel {
  readonly balances: Grid<Decimal>;
  /** The index of the bucket each one flows to; a bucket that flows to itself is the open last one. */
  readonly next: readonly number[];
  /** By the bucket that was left, one row for each step between two periods. */
  readonly writeOffs?: Grid<Decimal> | undefined;
  readonly collected?: Grid<Decimal> | undefined;
  readonly last: LastStep;
}

/**
 * Migration rates of one bucket for every step between two period-ends (迁徙率). Buckets that flow to
 * the same one run in parallel and share its rate: F stands for all of them.
 *
 *     rate = (B(y+1, next) + W(F)) ÷ ΣB(y, F)
 *
 * W are debts written off in the step: they migrated, they were not collected. Into the open
 * last bucket K, which holds what was there before as well:
 *
 *     joint:    (B(y+1, K) + W(F) + W(K)) ÷ (ΣB(y, F) + B(y, K))
 *     increase: (B(y+1, K) + W(F) + W(K) + collected(K) − B(y, K)) ÷ ΣB(y, F)
 *     plain:    B(y+1, K) ÷ ΣB(y, F)
 *
 * Undefined for the last bucket, whose rate is 1. Rates outside 0..1 mean a reclassification, another
 * perimeter or new old debt; they are returned as they are.
 * Source: IFRS 9 B5.5.35, CAS 22 art. 63; the three last steps as found in practice, none prescribed.
 */
export function migrationSteps({ balances, next, writeOffs, collected, last }: MigrationPanel, bucket: number): readonly MigrationStep[] | undefined {
  const target = at(next, bucket);
  if (target === bucket) return undefined;
  const feeders = next.flatMap((to, from) => (to === target && from !== target ? [from] : []));
  const intoLast = at(next, target) === target;
  const zero = new Decimal(0);
  return consecutive(balances).map(([before, after], step) => {
    const of = (grid: Grid<Decimal> | undefined, index: number) => (grid ? at(at(grid, step), index) : zero);
    const arrived = at(after, target);
    const feeding = sum(feeders.map((feeder) => at(before, feeder)));
    const isPlain = intoLast && last === "plain";
    const leaving = intoLast ? [...feeders, target] : feeders;
    const writtenOff = isPlain ? zero : sum(leaving.map((feeder) => of(writeOffs, feeder)));
    const isIncrease = intoLast && last === "increase";
    const received = isIncrease ? of(collected, target) : zero;
    const stayed = intoLast && last !== "plain" ? at(before, target) : zero;
    const numerator = arrived.plus(writtenOff).plus(received).minus(isIncrease ? stayed : zero);
    const denominator = feeding.plus(isIncrease ? zero : stayed);
    const rate = denominator.isZero() ? undefined : numerator.div(denominator);
    return { numerator, denominator, rate, arrived, writtenOff, collected: received, stayed, feeding };
  });
}

/**
 * One migration rate from the steps of several years: the mean of their rates, Σ numerators ÷ Σ denominators,
 * or the largest rate. Steps over nothing have no rate and are left out of mean and maximum;
 * where all are, the rate is refused.
 */
export function averageMigration(steps: readonly MigrationStep[], method: Averaging, bucket: number): Decimal {
  const rates = steps.flatMap(({ rate }) => (rate ? [rate] : []));
  if (rates.length === 0) refuse({ code: "nothing-to-migrate", bucket: bucket + 1 });
  if (method === "mean") return sum(rates).div(rates.length);
  if (method === "max") return Decimal.max(...rates);
  const base = sum(steps.map(({ denominator }) => denominator));
  if (base.isZero()) refuse({ code: "nothing-to-migrate", bucket: bucket + 1 });
  return sum(steps.map(({ numerator }) => numerator)).div(base);
}

/** Whether a rate is one that a balance flowing on can have. */
export function isPlausible(rate: Decimal): boolean {
  return rate.gte(0) && rate.lte(1);
}
