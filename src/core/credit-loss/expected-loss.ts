import { Decimal, ONE, sum, ZERO } from "../decimal.ts";
import { discountFactor } from "../discounting/discount-factor.ts";
import { refuse } from "../refusal.ts";
import { at, type Grid } from "../table.ts";

/** Weights and probabilities may miss 1 by no more than this. */
const weightTolerance = new Decimal("1e-9");

/** Refuses weights that do not add to 1; `row` counts from 1 where they are one row of several. */
export function checkWeights(weights: readonly Decimal[], parameter: string, row?: number): void {
  const total = sum(weights);
  if (total.minus(1).abs().gt(weightTolerance)) refuse({ code: "weights-not-one", parameter, sum: total.toString(), ...(row === undefined ? {} : { row }) });
}

/**
 * Loss rate with a forward-looking overlay (前瞻性调整):
 *
 *     multiply: rate × (1 + factor)    add: rate + factor
 *
 * held between 0 and 1, since no more than the balance can be lost.
 * Source: IFRS 9 B5.5.51–52, CAS 22 art. 58.
 */
export function overlaidRate(rate: Decimal, factor: Decimal, mode: "multiply" | "add"): Decimal {
  const adjusted = mode === "multiply" ? rate.times(factor.plus(1)) : rate.plus(factor);
  return Decimal.max(0, Decimal.min(1, adjusted));
}

/** Probability-weighted rates by bucket, Σ weight × rate over the scenarios: never the rate of the mean scenario (IFRS 9 5.5.17(a), CAS 22 art. 58). */
export function weightedRates(rates: Grid<Decimal>, weights: readonly Decimal[]): Decimal[] {
  checkWeights(weights, "weights");
  return at(rates, 0).map((_, bucket) => sum(rates.map((scenario, index) => at(scenario, bucket).times(at(weights, index)))));
}

/**
 * Stage of a receivable by its days past due (三阶段): 3 from `defaulted` days on, 2 above `significant`,
 * otherwise 1. Both limits are the rebuttable ones of IFRS 9 5.5.11 and B5.5.37 (30 and 90 days) unless given.
 */
export function stageOf(daysPastDue: Decimal, significant: Decimal, defaulted: Decimal): 1 | 2 | 3 {
  if (daysPastDue.gte(defaulted)) return 3;
  return daysPastDue.gt(significant) ? 2 : 1;
}

/** A period's part of the loss. */
export interface PeriodLoss {
  readonly exposure: Decimal;
  readonly defaultRate: Decimal;
  readonly lossGivenDefault: Decimal;
  readonly time: Decimal;
  readonly factor: Decimal;
  readonly loss: Decimal;
}

/**
 * Discounted expected loss of the general approach (一般方法):
 *
 *     Σ EAD(t) × PD(t) × LGD(t) × (1 + EIR)^(−time)
 *
 * PD are marginal and unconditional: the chance of defaulting in that very period, seen from today; refused
 * where they add to more than 1. Times are in years. Source: IFRS 9 5.5.17, B5.5.28–29 and B5.5.44; CAS 22 art. 47, 48 and 58.
 */
export function periodLosses(
  exposures: readonly Decimal[],
  defaultRates: readonly Decimal[],
  lossesGivenDefault: readonly Decimal[],
  times: readonly Decimal[],
  rate: Decimal,
): PeriodLoss[] {
  const everDefaulted = sum(defaultRates);
  if (everDefaulted.minus(1).gt(weightTolerance)) refuse({ code: "probabilities-above-one", parameter: "pd", sum: everDefaulted.toString() });
  return defaultRates.map((defaultRate, period) => {
    const [exposure, lossGivenDefault, time] = [at(exposures, period), at(lossesGivenDefault, period), at(times, period)];
    const factor = discountFactor(rate, time);
    return { exposure, defaultRate, lossGivenDefault, time, factor, loss: exposure.times(defaultRate).times(lossGivenDefault).times(factor) };
  });
}

/**
 * Chance of default by year from a yearly transition matrix whose last state is default:
 *
 *     cumulative(t) = [Pᵗ] from the grade to default;  marginal(t) = cumulative(t) − cumulative(t−1)
 *
 * Rows must add to 1, and default must be kept: no way leads out of it.
 */
export function defaultTerm(matrix: Grid<Decimal>, grade: number, years: number): { cumulative: Decimal; marginal: Decimal }[] {
  const last = matrix.length - 1;
  matrix.forEach((row, index) => checkWeights(row, "matrix", index + 1));
  if (!at(at(matrix, last), last).eq(1)) refuse({ code: "default-not-kept" });
  let state = matrix.map((_, index) => (index === grade ? ONE : ZERO));
  let before = at(state, last);
  return Array.from({ length: years }, () => {
    state = matrix.map((_, to) => sum(state.map((share, from) => share.times(at(at(matrix, from), to)))));
    const cumulative = at(state, last);
    const marginal = cumulative.minus(before);
    before = cumulative;
    return { cumulative, marginal };
  });
}

/**
 * Receivable turnover (应收账款周转率) of a period of `months`, annualised, and the days it takes:
 *
 *     times = revenue × 12 ÷ months ÷ ((opening + closing) ÷ 2);  days = days of the year ÷ times
 *
 * Convention: filing 002, lines 3547–3556 and 3588–3600.
 */
export function turnover(revenue: Decimal, opening: Decimal, closing: Decimal, months: Decimal, index?: number): Decimal {
  const mean = opening.plus(closing).div(2);
  if (mean.isZero()) refuse({ code: "zero-base", parameter: "opening + closing", index });
  return revenue.times(12).div(months).div(mean);
}
