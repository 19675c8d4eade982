import { Decimal } from "../decimal.ts";
import { type SimulationTerms, simulatedValues } from "../kernel/simulation.ts";
import { refuse } from "../refusal.ts";

/** A statistic of the simulated values with its standard error. */
export interface Statistic {
  readonly value: Decimal;
  readonly error: Decimal;
}

export interface Simulation {
  readonly used: number;
  readonly leftOut: number;
  readonly sum: Decimal;
  readonly mean: Statistic;
  readonly deviation: Statistic;
  readonly percentiles: readonly (Statistic & { readonly percent: number })[];
  /** How many values lie below the target, where one was given. */
  readonly below?: Statistic & { readonly count: number };
}

export const PERCENTS = [5, 25, 50, 75, 95] as const;

/** Trials without a value, as a fraction of all, beyond which the rest no longer stands for the model. */
const MOST_LEFT_OUT = 0.01;

/**
 * Monte Carlo simulation of a discounted value (蒙特卡洛模拟).
 *
 * Flows are normal and independent by year, the rate is normal, drawn once a trial, year-end flows, and
 * where growth is given a perpetuity on the last flow drawn. Percentiles are inclusive (as Excel's
 * PERCENTILE.INC). Standard errors: of the mean s ÷ √n; of the deviation s ÷ √(2(n − 1)), as for a normal
 * sample; of a percentile half the distance of the percentiles one standard error of its rank to either
 * side; of a probability √(p(1 − p) ÷ n).
 * Statistics are as exact as doubles are; the sampling error stated beside them is far larger.
 * Refused: more than 1% of the trials without a value.
 */
export function simulation(terms: SimulationTerms, target: number | undefined): Simulation {
  const { values, leftOut } = simulatedValues(terms);
  const used = values.length;
  if (leftOut > terms.trials * MOST_LEFT_OUT || used < 2) refuse({ code: "too-many-left-out", leftOut, trials: terms.trials });
  const sum = values.reduce((total, value) => total + value, 0);
  const mean = sum / used;
  const variance = values.reduce((total, value) => total + (value - mean) * (value - mean), 0) / (used - 1);
  const deviation = new Decimal(Math.sqrt(variance));
  const exactSum = new Decimal(sum);
  const percentiles = PERCENTS.map((percent) => {
    const p = percent / 100;
    const spread = Math.sqrt((p * (1 - p)) / used);
    const half = (percentile(values, Math.min(1, p + spread)) - percentile(values, Math.max(0, p - spread))) / 2;
    return { percent, value: new Decimal(percentile(values, p)), error: new Decimal(half) };
  });
  return {
    used,
    leftOut,
    sum: exactSum,
    mean: { value: exactSum.div(used), error: deviation.div(new Decimal(used).sqrt()) },
    deviation: { value: deviation, error: deviation.div(new Decimal(2 * (used - 1)).sqrt()) },
    percentiles,
    ...(target === undefined ? {} : { below: belowTarget(values, target) }),
  };
}

function belowTarget(values: Float64Array, target: number): Statistic & { readonly count: number } {
  const count = values.reduce((total, value) => total + (value < target ? 1 : 0), 0);
  const p = new Decimal(count).div(values.length);
  return { count, value: p, error: p.times(new Decimal(1).minus(p)).div(values.length).sqrt() };
}

/** The inclusive percentile of ascending values: linear between the ranks 0 and n − 1. */
function percentile(values: Float64Array, p: number): number {
  const rank = p * (values.length - 1);
  const below = Math.floor(rank);
  const [low, high] = [values[below] as number, values[Math.min(below + 1, values.length - 1)] as number];
  return low + (high - low) * (rank - below);
}
