import { bucketProvision, type BucketProvision, totalProvision } from "../../core/credit-loss/provision.ts";
import { Decimal, ZERO } from "../../core/decimal.ts";
import { quotient } from "../../core/quotient.ts";
import { Refusal } from "../../core/refusal.ts";
import { at } from "../../core/table.ts";
import { block, define, type ResultCell } from "../define.ts";
import { attempted, known } from "../element-wise.ts";
import { defaulted, digits, type Entry, entryVector, labels, number } from "../parameter.ts";
import { type Operand, type Step, step, type Which } from "../step.ts";
import { type Term, word } from "../term.ts";
import { laidOut, sameLength } from "../vector.ts";

const source = "IFRS 9 B5.5.35; CAS 22 art. 63; filing 002, lines 3414–3468";

interface Rounding {
  readonly rate_digits: number | undefined;
  readonly amount_digits: number | undefined;
  readonly de_minimis: Decimal;
}

export const eclProvision = define({
  id: "ECL.PROVISION",
  family: "credit-loss",
  source,
  formula: "A = B × r",
  parameters: {
    balances: entryVector(),
    rates: entryVector(),
    rate_digits: digits(),
    amount_digits: digits(),
    de_minimis: defaulted(number({ minimum: 0 }), ZERO),
  },
  returns: "matrix",
  example: [
    [["76,979.98"], ["7.45"], ["0.03"], ["-"], ["727.80"]],
    [["0.1021%"], ["0.6299%"], ["26.9448%"], ["26.9448%"], ["100.0000%"]],
    [[6]],
    [[2]],
    [[0.01]],
  ],
  compute({ balances, rates, ...rounding }) {
    sameLength({ balances, rates });
    const buckets = balances.values.map((balance, index) => provisionOf(balance, at(rates.values, index), rounding));
    return block(laidOut(buckets.map((bucket) => (bucket instanceof Refusal ? bucket : bucket.provision)), balances), () =>
      buckets.flatMap((bucket, index) => (bucket instanceof Refusal ? [] : provisionSteps(bucket, at(rates.values, index), rounding, index + 1))),
    );
  },
});

export const eclTable = define({
  id: "ECL.TABLE",
  family: "credit-loss",
  source,
  formula: "A = B × r; A(total) = Σ(A)",
  parameters: {
    labels: labels(),
    balances: entryVector(),
    rates: entryVector(),
    rate_digits: digits(),
    amount_digits: digits(),
    de_minimis: defaulted(number({ minimum: 0 }), ZERO),
  },
  returns: "matrix",
  example: [
    [["3 个月以内"], ["3 个月-1 年"], ["1-2 年"], ["2-3 年"], ["3 年以上"]],
    [["229,447.39"], ["56,481.52"], ["4,403.93"], ["-"], ["-"]],
    [["0.000030070275%"], ["0.000040144333%"], ["0.001355768939%"], ["0.077380813208%"], ["100.00%"]],
    [[6]],
    [[2]],
    undefined,
  ],
  compute({ labels, balances, rates, ...rounding }) {
    sameLength({ labels, balances, rates });
    const buckets = balances.values.map((balance, index) => provisionOf(balance, at(rates.values, index), rounding));
    const total = attempted(() => totalProvision(buckets.map((bucket) => known(bucket)), rounding.amount_digits));
    const totalBalance = attempted(() => balances.values.map((balance) => known(balance)).reduce((sum, balance) => sum.plus(balance), ZERO));
    const share = (balance: Entry) => attempted(() => quotient(known(balance), known(totalBalance), "Σ balances"));
    const shares = balances.values.map(share);
    const totalRate = attempted(() => quotient(known(total).unrounded, known(total).balance, "Σ balances"));
    const rows = buckets.map((bucket, index): ResultCell[] => {
      const row = [at(labels.values, index), at(balances.values, index), at(shares, index)];
      return bucket instanceof Refusal ? [...row, bucket, bucket] : [...row, bucket.provision, bucket.rate];
    });
    return block(
      [
        [word("ageing-bucket"), word("balance"), word("share"), word("provision"), word("loss-rate")],
        ...rows,
        [word("total"), totalBalance, share(totalBalance), total instanceof Refusal ? total : total.provision, totalRate],
      ],
      () => [
        ...buckets.flatMap((bucket, index) => {
          const label = at(labels.values, index) || index + 1;
          const part = at(shares, index);
          if (bucket instanceof Refusal) return [];
          const steps = provisionSteps(bucket, at(rates.values, index), rounding, label);
          if (part instanceof Refusal || totalBalance instanceof Refusal) return steps;
          return [step("share", "B ÷ T", { B: ["balance", bucket.balance], T: ["total", totalBalance] }, part, label), ...steps];
        }),
        ...totalSteps(buckets, total, totalRate, rounding),
      ],
    );
  },
});

function provisionOf(balance: Entry, rate: Entry, { rate_digits, amount_digits, de_minimis }: Rounding): BucketProvision | Refusal {
  return attempted(() => bucketProvision(known(balance), known(rate), { rateDigits: rate_digits, amountDigits: amount_digits, deMinimis: de_minimis }));
}

function provisionSteps(bucket: BucketProvision, rate: Entry, { rate_digits, amount_digits, de_minimis }: Rounding, which: Which): Step[] {
  if (rate instanceof Refusal) return [];
  const steps: Step[] = [];
  if (rate_digits !== undefined) {
    steps.push(step("loss-rate", "round(r, n)", { r: ["loss-rate", rate], n: ["digits", new Decimal(rate_digits)] }, bucket.rate, which));
  }
  if (bucket.waived) {
    const figure = bucket.balance.times(bucket.rate);
    steps.push(
      step("before-threshold", "B × r", { B: ["balance", bucket.balance], r: ["loss-rate", bucket.rate] }, figure, which),
      step("provision", "0", { A: ["before-threshold", figure], M: ["de-minimis", de_minimis] }, bucket.provision, which),
    );
    return steps;
  }
  const symbols: Record<string, readonly [Term, Operand]> = { B: ["balance", bucket.balance], r: ["loss-rate", bucket.rate] };
  if (amount_digits === undefined) steps.push(step("provision", "B × r", symbols, bucket.provision, which));
  else steps.push(step("provision", "round(B × r, n)", { ...symbols, n: ["digits", new Decimal(amount_digits)] }, bucket.provision, which));
  return steps;
}

function totalSteps(
  buckets: readonly (BucketProvision | Refusal)[],
  total: ReturnType<typeof totalProvision> | Refusal,
  rate: Entry,
  { amount_digits }: Rounding,
): Step[] {
  if (total instanceof Refusal) return [];
  const A: readonly [Term, Operand] = ["provision", buckets.map((bucket) => known(bucket).unrounded)];
  const steps =
    amount_digits === undefined
      ? [step("total", "Σ(A)", { A }, total.provision)]
      : [step("total", "round(Σ(A), n)", { A, n: ["digits", new Decimal(amount_digits)] }, total.provision)];
  if (!(rate instanceof Refusal)) steps.push(step("loss-rate", "Σ(A) ÷ T", { A, T: ["balance", total.balance] }, rate));
  return steps;
}
