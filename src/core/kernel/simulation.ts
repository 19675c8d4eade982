import { normalQuantile, RandomStream } from "./normal.ts";

export interface SimulationTerms {
  readonly flowMeans: Float64Array;
  readonly flowDeviations: Float64Array;
  readonly rateMean: number;
  readonly rateDeviation: number;
  /** Growth of the perpetuity after the last flow; undefined where none follows. */
  readonly growth: number | undefined;
  readonly trials: number;
  readonly seed: number;
}

/** The values of the trials that have one, ascending, and how many have none. */
export interface Simulated {
  readonly values: Float64Array;
  readonly leftOut: number;
}

/**
 * Values of flows drawn year by year from independent normal distributions, at a rate drawn once a trial.
 *
 * Each trial draws its rate first, then its flows. One whose rate does not exceed −100%, or the growth of
 * a perpetuity, has no value and is left out. Only operations that every engine rounds alike are used,
 * so a seed gives the same bits everywhere.
 */
export function simulatedValues({ flowMeans, flowDeviations, rateMean, rateDeviation, growth, trials, seed }: SimulationTerms): Simulated {
  const stream = new RandomStream(seed);
  const values = new Float64Array(trials);
  const years = flowMeans.length;
  const draws = new Float64Array(years + 1);
  let used = 0;
  for (let trial = 0; trial < trials; trial++) {
    stream.fill(draws);
    const rate = rateMean + rateDeviation * normalQuantile(draws[0] as number);
    const v = 1 / (1 + rate);
    let factor = 1;
    let flow = 0;
    let value = 0;
    for (let year = 0; year < years; year++) {
      factor *= v;
      flow = (flowMeans[year] as number) + (flowDeviations[year] as number) * normalQuantile(draws[year + 1] as number);
      value += flow * factor;
    }
    if (growth !== undefined) value += ((flow * (1 + growth)) / (rate - growth)) * factor;
    if (rate > -1 && (growth === undefined || rate > growth)) values[used++] = value;
  }
  return { values: values.subarray(0, used).sort(), leftOut: trials - used };
}
