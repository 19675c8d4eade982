import { Decimal, sum } from "../decimal.ts";
import { refuse } from "../refusal.ts";
import { at } from "../table.ts";

/** The part of an amount that falls into one tier, and the fee on it. */
export interface TierFee {
  readonly amount: Decimal;
  readonly rate: Decimal;
  readonly fee: Decimal;
}

/**
 * Fee by progressive tiers (差额定率累进): each part of the base is charged at the rate of the tier it falls into.
 *
 *     fee = Σ rate(i) × max(0, min(base, threshold(i + 1)) − threshold(i))
 *
 * Appraisal and exchange fees, the larger part of costs of disposal, are charged this way
 * (filing 004, lines 797–799). `thresholds` are the lower bounds of the tiers, the first 0, ascending;
 * `rates` are fractions, one a tier.
 */
export function tieredFee(base: Decimal, thresholds: readonly Decimal[], rates: readonly Decimal[]): { readonly tiers: readonly TierFee[]; readonly fee: Decimal } {
  checkAscendingFromZero(thresholds);
  const tiers = thresholds.map((lower, index) => {
    const upper = thresholds[index + 1];
    const amount = Decimal.max(0, (upper ? Decimal.min(base, upper) : base).minus(lower));
    const rate = at(rates, index);
    return { amount, rate, fee: amount.times(rate) };
  });
  return { tiers, fee: sum(tiers.map(({ fee }) => fee)) };
}

function checkAscendingFromZero(thresholds: readonly Decimal[]): void {
  thresholds.forEach((threshold, index) => {
    const before = thresholds[index - 1];
    if (before ? threshold.lte(before) : !threshold.isZero()) {
      refuse({ code: "thresholds-not-ascending", parameter: "thresholds", index: index + 1, value: threshold.toString() });
    }
  });
}
