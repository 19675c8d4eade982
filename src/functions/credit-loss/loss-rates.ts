import { chainsOf, lossRate, oneByOne } from "../../core/credit-loss/loss-rate.ts";
import { recoveryMigration } from "../../core/credit-loss/recovery-migration.ts";
import { Decimal, ONE, rounded } from "../../core/decimal.ts";
import { Refusal } from "../../core/refusal.ts";
import { at } from "../../core/table.ts";
import { block, define } from "../define.ts";
import { attempted, known } from "../element-wise.ts";
import { defaulted, digits, entryVector, number } from "../parameter.ts";
import { type Operand, type Step, step } from "../step.ts";
import type { Term } from "../term.ts";
import { laidOut, sameLength } from "../vector.ts";
import { nextBuckets } from "./next-bucket.ts";

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
        if (bucket === last) return [step("migration-rate", "1", {}, ONE, bucket + 1)];
        if (A instanceof Refusal || B instanceof Refusal || rate instanceof Refusal) return [];
        return [step("migration-rate", "1 − max(0, A − B)", { A: ["recovery-rate", A], B: ["forward-adjustment", B] }, rate, bucket + 1)];
      }),
    );
  },
});

export const eclRates = define({
  id: "ECL.RATES",
  family: "credit-loss",
  source,
  formula: "E(j) = m(j) × m(next j) × … × m(last) × L",
  parameters: {
    migration: entryVector(),
    next: nextBuckets(),
    terminal_loss: defaulted(number(), ONE),
    digits: digits(),
  },
  returns: "matrix",
  example: [[["2.22%", "2.96%", "1.75%", "0.08%", "100.00%"]], [[3, 3, 4, 5, 5]], undefined, undefined],
  compute({ migration, next, terminal_loss, digits }) {
    const buckets = migration.values.length;
    if (next) sameLength({ migration, next });
    const chains = chainsOf(next ? next.values.map((bucket) => bucket(buckets)) : oneByOne(buckets));
    const found = chains.map((chain) =>
      attempted(() => {
        const rates = chain.map((bucket) => known(at(migration.values, bucket)));
        return { rates, rate: rounded(lossRate(rates, terminal_loss), digits) };
      }),
    );
    return block(laidOut(found.map((bucket) => (bucket instanceof Refusal ? bucket : bucket.rate)), migration), () =>
      found.flatMap((bucket, index) => (bucket instanceof Refusal ? [] : [rateStep(bucket, terminal_loss, digits, index + 1)])),
    );
  },
});

function rateStep({ rates, rate }: { rates: readonly Decimal[]; rate: Decimal }, terminalLoss: Decimal, digits: number | undefined, bucket: number): Step {
  const factors = rates.map((value, index) => [`m${index + 1}`, ["migration-rate", value]] as const);
  const product = [...factors.map(([symbol]) => symbol), "L"].join(" × ");
  const symbols: Record<string, readonly [Term, Operand]> = { ...Object.fromEntries(factors), L: ["terminal-loss", terminalLoss] };
  if (digits === undefined) return step("loss-rate", product, symbols, rate, bucket);
  return step("loss-rate", `round(${product}, n)`, { ...symbols, n: ["digits", new Decimal(digits)] }, rate, bucket);
}
