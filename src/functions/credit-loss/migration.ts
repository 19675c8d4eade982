import { averageMigration, type Averaging, isPlausible, type LastStep, type MigrationStep, migrationSteps } from "../../core/credit-loss/migration.ts";
import { chainsOf, oneByOne } from "../../core/credit-loss/loss-rate.ts";
import { Decimal, ONE } from "../../core/decimal.ts";
import { Refusal, refuse } from "../../core/refusal.ts";
import { at, type Grid } from "../../core/table.ts";
import { block, define, type ResultCell } from "../define.ts";
import { attempted, known } from "../element-wise.ts";
import { choice, defaulted, entries, type Entry, optional } from "../parameter.ts";
import { type Step, step } from "../step.ts";
import { word } from "../term.ts";
import type { Vector } from "../vector.ts";
import { nextBuckets } from "./next-bucket.ts";

const source = "IFRS 9 B5.5.35; CAS 22 art. 63; ageing migration as practised";

const parameters = {
  balances: entries(),
  next: nextBuckets(),
  method: defaulted(choice("mean", "pooled", "max"), "mean"),
  write_offs: optional(entries()),
  last: defaulted(choice("joint", "increase", "plain"), "joint"),
  collected: optional(entries()),
};

const example = [
  [
    [1000, 300, 120, 60],
    [1100, 280, 130, 75],
    [1200, 310, 125, 80],
    [1250, 330, 140, 90],
  ],
  undefined,
  undefined,
  [
    [0, 0, 5, 2],
    [0, 2, 0, 3],
    [0, 0, 4, 1],
  ],
  undefined,
  undefined,
];

interface Given {
  readonly balances: Grid<Entry>;
  readonly next: Vector<(buckets: number) => number> | undefined;
  readonly method: Averaging;
  readonly write_offs: Grid<Entry> | undefined;
  readonly last: LastStep;
  readonly collected: Grid<Entry> | undefined;
}

/** One bucket's steps and the rate they come to; the open last one has no steps and the rate 1. */
interface BucketMigration {
  readonly steps: readonly MigrationStep[] | Refusal | undefined;
  readonly rate: Entry;
}

function migrationOf({ balances, next, method, write_offs, last, collected }: Given): BucketMigration[] {
  const periods = balances.length;
  const buckets = balances[0]?.length ?? 0;
  if (periods < 2) refuse({ code: "too-few-periods", parameter: "balances", given: periods });
  for (const [parameter, grid] of Object.entries({ write_offs, collected })) {
    if (grid && (grid.length !== periods - 1 || grid[0]?.length !== buckets)) {
      refuse({ code: "shapes-differ", parameter, given: `${grid.length} × ${grid[0]?.length ?? 0}`, expected: `${periods - 1} × ${buckets}` });
    }
  }
  if (next && next.values.length !== buckets) {
    refuse({ code: "lengths-differ", parameter: "next", given: next.values.length, other: "balances", expected: buckets, lines: "column" });
  }
  const flows = next ? next.values.map((bucket) => bucket(buckets)) : oneByOne(buckets);
  chainsOf(flows);
  return flows.map((target, bucket) => {
    if (target === bucket) return { steps: undefined, rate: ONE };
    const steps = attempted(() => {
      const wanted = (index: number) => flows[index] === target || index === target;
      const panel = { balances: needed(balances, wanted), next: flows, writeOffs: write_offs && needed(write_offs, wanted), collected: collected && needed(collected, wanted), last };
      return migrationSteps(panel, bucket) ?? [];
    });
    return { steps, rate: attempted(() => averageMigration(known(steps), method, bucket)) };
  });
}

/** The balances of the buckets a rate is made of; what is missing elsewhere does not matter to it. */
function needed(grid: Grid<Entry>, wanted: (bucket: number) => boolean): Grid<Decimal> {
  return grid.map((row) => row.map((entry, bucket) => (wanted(bucket) ? known(entry) : ONE)));
}

export const eclMigration = define({
  id: "ECL.MIGRATION",
  family: "credit-loss",
  source,
  formula: "m(j) = mean of (B(y+1, next j) + W) ÷ ΣB(y)",
  parameters,
  returns: "matrix",
  example,
  compute(given) {
    const found = migrationOf(given);
    return block([found.map(({ rate }) => rate)], () => found.flatMap((bucket, index) => bucketSteps(bucket, given, index)));
  },
});

export const eclMigrationTable = define({
  id: "ECL.MIGRATIONTABLE",
  family: "credit-loss",
  source,
  formula: "n(y, j) ÷ d(y, j) = m(y, j)",
  parameters,
  returns: "matrix",
  example,
  compute(given) {
    const found = migrationOf(given);
    const count = given.balances.length - 1;
    const stepsOf = (index: number) => found.map(({ steps }) => (steps instanceof Refusal || !steps ? steps : at(steps, index)));
    const cell = (step: MigrationStep | Refusal | undefined, figure: (step: MigrationStep) => ResultCell): ResultCell => (step instanceof Refusal ? step : step ? figure(step) : "");
    const rows = Array.from({ length: count }, (_, index): ResultCell[][] => {
      const steps = stepsOf(index);
      const label = `${index + 1}→${index + 2}`;
      const empty = bucketsWhere(steps, (step) => step.denominator.isZero());
      const outside = bucketsWhere(steps, ({ rate }) => rate !== undefined && !isPlausible(rate));
      return [
        [label, word("numerator"), ...steps.map((step) => cell(step, ({ numerator }) => numerator)), ""],
        [label, word("denominator"), ...steps.map((step) => cell(step, ({ denominator }) => denominator)), marked("empty-denominator", empty)],
        [label, word("migration-rate"), ...steps.map((step) => (step ? cell(step, ({ rate }) => rate ?? "/") : ONE)), marked("outside-range", outside)],
      ];
    }).flat();
    const outside = found.flatMap(({ rate }, index) => (rate instanceof Refusal || isPlausible(rate) ? [] : [index + 1]));
    return block(
      [
        [word("period"), word("item"), ...found.map((_, index) => word("bucket", String(index + 1))), word("mark")],
        ...rows,
        [word("average"), word("migration-rate"), ...found.map(({ rate }) => rate), marked("outside-range", outside)],
      ],
      () => found.flatMap((bucket, index) => bucketSteps(bucket, given, index)),
    );
  },
});

function bucketsWhere(steps: readonly (MigrationStep | Refusal | undefined)[], isSo: (step: MigrationStep) => boolean): number[] {
  return steps.flatMap((step, index) => (step === undefined || step instanceof Refusal || !isSo(step) ? [] : [index + 1]));
}

function marked(term: "empty-denominator" | "outside-range", buckets: readonly number[]): ResultCell {
  return buckets.length === 0 ? "" : word(term, buckets.join(", "));
}

function bucketSteps({ steps, rate }: BucketMigration, { last, method }: Given, bucket: number): Step[] {
  if (rate instanceof Refusal || steps instanceof Refusal) return [];
  if (!steps) return [step("migration-rate", "1", {}, rate, bucket + 1)];
  const yearly = steps.flatMap((found, index): Step[] => {
    const { arrived, writtenOff, collected, stayed, feeding } = found;
    const symbols = { B: ["arrived-balance", arrived], W: ["written-off", writtenOff], C: ["collected", collected], K: ["stayed-balance", stayed], F: ["feeding-balance", feeding] } as const;
    if (!found.rate) return [];
    const formula = last === "increase" ? "(B + W + C − K) ÷ F" : "(B + W) ÷ (F + K)";
    return [step("yearly-rate", formula, symbols, found.rate, `${bucket + 1}, ${index + 1}→${index + 2}`)];
  });
  const rates = steps.flatMap((found) => (found.rate ? [found.rate] : []));
  if (method === "mean") return [...yearly, step("migration-rate", "Σ(m) ÷ n", { m: ["yearly-rate", rates], n: ["count", new Decimal(rates.length)] }, rate, bucket + 1)];
  if (method === "max") return [...yearly, step("migration-rate", rates.map((_, index) => `m${index + 1}`).join(", ").replace(/^(.*)$/, "max($1)"), Object.fromEntries(rates.map((value, index) => [`m${index + 1}`, ["yearly-rate", value] as const])), rate, bucket + 1)];
  const pooled = { N: ["numerator", steps.map(({ numerator }) => numerator)], D: ["denominator", steps.map(({ denominator }) => denominator)] } as const;
  return [...yearly, step("migration-rate", "Σ(N) ÷ Σ(D)", pooled, rate, bucket + 1)];
}
