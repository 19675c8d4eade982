import { lossRates, oneByOne } from "../../core/credit-loss/loss-rate.ts";
import { recoveryMigration } from "../../core/credit-loss/recovery-migration.ts";
import { Decimal, ONE, rounded } from "../../core/decimal.ts";
import { Refusal, refuse } from "../../core/refusal.ts";
import { at } from "../../core/table.ts";
import type { Argument } from "../cell.ts";
import { block, define } from "../define.ts";
import { attempted } from "../element-wise.ts";
import { defaulted, digits, entryVector, number, numberIn, optional, oneVector, required, vector } from "../parameter.ts";
import { step } from "../step.ts";
import { laidOut, sameLength, type Vector } from "../vector.ts";

const source = "IFRS 9 B5.5.35; CAS 22 art. 63; filing 002, lines 3414–3444";

export const eclRecoveryMigration = define({
  id: "ECL.RECOVERYMIGRATION",
  family: "credit-loss",
  source,
  formula: "m = 1 − max(0, A − B); m(last) = 1",
  parameters: { recovery: entryVector(), adjustment: entryVector() },
  returns: "matrix",
  example: [[["97.86%", "97.12%", "98.33%", "100.00%", "0.00%"]], [["0.08%"]]],
  compute({ recovery, adjustment }) {
    const single = adjustment.values.length === 1;
    if (!single) sameLength({ recovery, adjustment });
    const last = recovery.values.length - 1;
    const buckets = recovery.values.map((A, bucket) => {
      const B = at(adjustment.values, single ? 0 : bucket);
      return { A, B, rate: bucket === last ? ONE : attempted(() => recoveryMigration(known(A), known(B))) };
    });
    return block(laidOut(buckets.map(({ rate }) => rate), recovery), () =>
      buckets.flatMap(({ A, B, rate }, bucket) => {
        if (A instanceof Refusal || B instanceof Refusal || rate instanceof Refusal) return [];
        const formula = bucket === last ? "1" : "1 − max(0, A − B)";
        return [step("migration-rate", formula, { A: ["recovery-rate", A], B: ["forward-adjustment", B] }, rate, bucket + 1)];
      }),
    );
  },
});

/** The value of an entry that is needed; throws the reason where it is missing. */
function known(entry: Decimal | Refusal): Decimal {
  if (entry instanceof Refusal) throw entry;
  return entry;
}

export const eclRates = define({
  id: "ECL.RATES",
  family: "credit-loss",
  source,
  formula: "E(j) = m(j) × m(next j) × … × m(last) × L",
  parameters: {
    migration: vector(),
    next: nextBuckets(),
    terminal_loss: defaulted(number(), ONE),
    digits: digits(),
  },
  returns: "matrix",
  example: [[["2.22%", "2.96%", "1.75%", "0.08%", "100.00%"]], [[3, 3, 4, 5, 5]], undefined, undefined],
  compute({ migration, next, terminal_loss, digits }) {
    const buckets = migration.values.length;
    if (next) sameLength({ migration, next });
    const flows = next ? next.values.map((bucket) => bucket(buckets)) : oneByOne(buckets);
    const found = lossRates(migration.values, flows, terminal_loss);
    return block(laidOut(found.map(({ rate }) => rounded(rate, digits)), migration), () =>
      found.map(({ chain, rate }, bucket) => {
        const product = chain.map((_, index) => `m${index + 1}`).join(" × ");
        const symbols = chain.map((index, position) => [`m${position + 1}`, ["migration-rate", at(migration.values, index)]] as const);
        const L = ["terminal-loss", terminal_loss] as const;
        if (digits === undefined) {
          return step("loss-rate", `${product} × L`, { ...Object.fromEntries(symbols), L }, rate, bucket + 1);
        }
        const n = ["digits", new Decimal(digits)] as const;
        return step("loss-rate", `round(${product} × L, n)`, { ...Object.fromEntries(symbols), L, n }, rounded(rate, digits), bucket + 1);
      }),
    );
  },
});

/** Indices of buckets, 1-based as users count; read as a function of how many buckets there are. */
function nextBuckets() {
  return optional(
    required("indices", (argument: Argument, name): Vector<(buckets: number) => number> =>
      oneVector(argument, name, (cell, place) => {
        const value = numberIn(cell, place);
        return (buckets) => {
          if (value.isInteger() && value.gte(1) && value.lte(buckets)) return value.toNumber() - 1;
          return refuse({ code: "no-such-bucket", place, value: value.toString(), buckets });
        };
      }),
    ),
  );
}
