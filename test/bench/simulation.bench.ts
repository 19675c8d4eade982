import { spawnSync } from "node:child_process";
import { simulatedValues } from "../../src/core/kernel/simulation.ts";
import { compared, shown } from "./compare.ts";

export const name = "DCF.SIMULATE, 100,000 trials of 20 flows and a rate";

const TRIALS = 100_000;
const flowMeans = Float64Array.from({ length: 20 }, (_, year) => 100 + 3 * year);
const flowDeviations = flowMeans.map((mean) => mean * 0.12);

const ours = () => simulatedValues({ flowMeans, flowDeviations, rateMean: 0.1, rateDeviation: 0.008, growth: 0.02, trials: TRIALS, seed: 1 });

/** The same model vectorised, percentiles by a sort as ours; the median of some runs, in milliseconds. */
const script = `
import numpy, time
means = numpy.array([100 + 3 * year for year in range(20)], dtype=float)
times = []
for run in range(15):
    begun = time.perf_counter()
    random = numpy.random.default_rng(1)
    rate = random.normal(0.1, 0.008, ${TRIALS})
    flows = random.normal(means, means * 0.12, (${TRIALS}, 20))
    factors = numpy.cumprod(numpy.broadcast_to((1 / (1 + rate))[:, None], (${TRIALS}, 20)), axis=1)
    value = (flows * factors).sum(axis=1) + flows[:, -1] * 1.02 / (rate - 0.02) * factors[:, -1]
    value = numpy.sort(value[rate > 0.02])
    times.append((time.perf_counter() - begun) * 1000)
print(numpy.__version__, sorted(times)[len(times) // 2], value.mean())
`;

export async function run(): Promise<string> {
  const [measured] = compared({ ours }, 9, 200);
  const { values } = ours();
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  const own = measured?.milliseconds ?? Number.NaN;
  const lines = ["| simulator | time | ratio | mean |", "|---|---|---|---|", `| ours, the same bits on every engine | ${shown(own)} ms | 1 | ${mean.toFixed(2)} |`];
  const numpy = spawnSync("/usr/bin/python3", ["-c", script], { encoding: "utf8" });
  if (numpy.status !== 0) return [...lines, "", "python3-numpy is not on this machine, so nothing to compare with."].join("\n");
  const [version = "", time = "", theirs = ""] = numpy.stdout.trim().split(" ");
  return [...lines, `| numpy ${version}, vectorised | ${shown(Number(time))} ms | ${shown(Number(time) / own)} | ${Number(theirs).toFixed(2)} |`, "", `Ours takes ${shown(own / Number(time))} times numpy's time. Both sort the values; the streams differ, so the means differ by chance.`].join("\n");
}
