import { type Decimal, rounded, sum, ZERO } from "../decimal.ts";

/** How a provision is rounded: decimals of the rate (a fraction), decimals of the amount, and the figure below which none is booked. */
export interface ProvisionRounding {
  readonly rateDigits: number | undefined;
  readonly amountDigits: number | undefined;
  readonly deMinimis: Decimal;
}

export interface BucketProvision {
  readonly balance: Decimal;
  /** The loss rate that was applied: rounded where that was asked for. */
  readonly rate: Decimal;
  /** Balance × rate before rounding, 0 where it is under the threshold. */
  readonly unrounded: Decimal;
  readonly provision: Decimal;
  /** Whether the figure was under the threshold. */
  readonly waived: boolean;
}

/**
 * Loss allowance of one ageing bucket (坏账准备) from its gross carrying amount and its loss rate:
 *
 *     provision = round(balance × round(rate, rate digits), amount digits)
 *
 * A figure smaller than `deMinimis`, before rounding and without its sign, is not booked: credit
 * balances are not waived for being negative. Rates are fractions, so 4 decimals of a percent are
 * 6 rate digits.
 *
 * Convention: the rate is rounded before it is multiplied only where that is asked for. Filing 002 does so
 * at 6 decimals and waives 70 yuan (lines 3466–3468).
 * Source: IFRS 9 B5.5.35, CAS 22 art. 63.
 */
export function bucketProvision(balance: Decimal, lossRate: Decimal, { rateDigits, amountDigits, deMinimis }: ProvisionRounding): BucketProvision {
  const rate = rounded(lossRate, rateDigits);
  const figure = balance.times(rate);
  const waived = figure.abs().lt(deMinimis);
  const unrounded = waived ? ZERO : figure;
  return { balance, rate, unrounded, provision: rounded(unrounded, amountDigits), waived };
}

/** The last row of the disclosure table: the total is the rounded sum of unrounded rows, so that it is not a sum of tails. */
export function totalProvision(buckets: readonly BucketProvision[], amountDigits: number | undefined) {
  const unrounded = sum(buckets.map((bucket) => bucket.unrounded));
  return { balance: sum(buckets.map(({ balance }) => balance)), unrounded, provision: rounded(unrounded, amountDigits) };
}
