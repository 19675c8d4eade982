import { Decimal } from "../../core/decimal.ts";
import { type Simulation, simulation, type Statistic } from "../../core/discounting/simulation.ts";
import { block, define, type ResultCell } from "../define.ts";
import { defaulted, number, optional, vector, whole } from "../parameter.ts";
import { step, type Step } from "../step.ts";
import { type Word, word } from "../term.ts";
import { sameLength, type Vector } from "../vector.ts";
import { growth } from "./valuation.ts";

export const dcfSimulate = define({
  id: "DCF.SIMULATE",
  family: "discounting",
  source: "xoshiro128** and AS 241; IAS 36 A7–A14: expected cash flows",
  formula: "V = Σ CF(t) × (1 + r)^−t, CF(t) ~ N(μ(t), σ(t)), r ~ N(μ, σ)",
  parameters: {
    flows_mean: vector(),
    flows_sd: vector({ minimum: 0 }),
    rate_mean: number(),
    rate_sd: number({ minimum: 0 }),
    growth: growth(),
    trials: defaulted(whole({ minimum: 100, maximum: 1_000_000 }), 10_000),
    seed: defaulted(whole({ minimum: 0, maximum: 4_294_967_295 }), 1),
    target: optional(number()),
  },
  returns: "matrix",
  example: [[["1,050.00", "1,120.00", "1,180.00"]], [[80, 110, 150]], [["10.2%"]], [["0.8%"]], [["2%"]], [[1000]], undefined, [["13,000.00"]]],
  compute({ flows_mean, flows_sd, rate_mean, rate_sd, growth, trials, seed, target }) {
    const deviations = flows_sd.values.length === 1 ? flows_mean.values.map(() => flows_sd.values[0] ?? new Decimal(0)) : flows_sd.values;
    if (flows_sd.values.length !== 1) sameLength({ flows_mean, flows_sd });
    const doubles = (values: Vector<Decimal>["values"]) => Float64Array.from(values, (value) => value.toNumber());
    const found = simulation(
      {
        flowMeans: doubles(flows_mean.values),
        flowDeviations: doubles(deviations),
        rateMean: rate_mean.toNumber(),
        rateDeviation: rate_sd.toNumber(),
        growth: growth?.toNumber(),
        trials,
        seed,
      },
      target?.toNumber(),
    );
    return block(table(found), () => steps(found));
  },
});

function table({ used, leftOut, mean, deviation, percentiles, below }: Simulation): ResultCell[][] {
  const row = (name: Word, { value, error }: Statistic): ResultCell[] => [name, value, error];
  return [
    [word("statistic"), word("amount"), word("standard-error")],
    row(word("mean"), mean),
    row(word("standard-deviation"), deviation),
    ...percentiles.map((found) => row(word("percentile", `${found.percent}%`), found)),
    ...(below ? [row(word("probability-below-target"), below)] : []),
    [word("trials-used"), new Decimal(used), ""],
    [word("trials-left-out"), new Decimal(leftOut), ""],
  ];
}

function steps({ used, sum, mean, deviation, below }: Simulation): Step[] {
  const n = ["trials-used", new Decimal(used)] as const;
  const s = ["standard-deviation", deviation.value] as const;
  return [
    step("mean", "S ÷ n", { S: ["sum-of-values", sum], n }, mean.value),
    step("standard-error", "s ÷ sqrt(n)", { s, n }, mean.error),
    ...(below ? [step("probability-below-target", "k ÷ n", { k: ["values-below-target", new Decimal(below.count)], n }, below.value)] : []),
  ];
}
