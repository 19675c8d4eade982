import { performance } from "node:perf_hooks";

export interface Measured {
  readonly job: string;
  /** Median time of one call, in milliseconds. */
  readonly milliseconds: number;
  /** Median over the rounds of this job's time to the first job's in the same round. */
  readonly ratio: number;
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Runs jobs in turn, in another order each round, each for at least a while; ratios are to the first job. */
export function compared(jobs: Readonly<Record<string, () => unknown>>, rounds = 7, leastMilliseconds = 25): Measured[] {
  const names = Object.keys(jobs);
  const times = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = -1; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(turn + round + names.length) % names.length] ?? "";
      const calls: number[] = [];
      const start = performance.now();
      do {
        const begun = performance.now();
        jobs[name]?.();
        calls.push(performance.now() - begun);
      } while (performance.now() - start < leastMilliseconds);
      if (round >= 0) times.get(name)?.push(median(calls));
    }
  }
  const reference = times.get(names[0] ?? "") ?? [];
  return names.map((job) => {
    const own = times.get(job) ?? [];
    return { job, milliseconds: median(own), ratio: median(own.map((time, round) => time / (reference[round] ?? Number.NaN))) };
  });
}

/** Numbers between 0 and 1 that are the same in every run. */
export function uniformStream(seed = 12_345): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export const shown = (value: number) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
