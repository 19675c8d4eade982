import { fillQuantiles, RandomStream } from "./normal.ts";

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

/** Trials drawn at once: few enough for a processor's nearest memory, many enough to keep it busy. */
const DRAWN = 64;

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
  const uniforms = new Float64Array(DRAWN * (years + 1));
  const normals = new Float64Array(uniforms.length);
  const tails = new Int32Array(uniforms.length);
  let used = 0;
  for (let start = 0; start < trials; start += DRAWN) {
    stream.fill(uniforms);
    fillQuantiles(uniforms, normals, tails);
    const drawn = Math.min(DRAWN, trials - start);
    for (let trial = 0; trial < drawn; trial++) {
      const place = trial * (years + 1);
      const rate = rateMean + rateDeviation * (normals[place] as number);
      const v = 1 / (1 + rate);
      let factor = 1;
      let flow = 0;
      let value = 0;
      for (let year = 0; year < years; year++) {
        factor *= v;
        flow = (flowMeans[year] as number) + (flowDeviations[year] as number) * (normals[place + 1 + year] as number);
        value += flow * factor;
      }
      if (growth !== undefined) value += ((flow * (1 + growth)) / (rate - growth)) * factor;
      if (rate > -1 && (growth === undefined || rate > growth)) values[used++] = value;
    }
  }
  return { values: values.subarray(0, used).sort(), leftOut: trials - used };
}
