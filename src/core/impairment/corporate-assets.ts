import { Decimal, sum, ZERO } from "../decimal.ts";
import { refuse } from "../refusal.ts";
import { at } from "../table.ts";

/** A unit's part in the corporate assets. */
export interface CorporateShare {
  readonly weight: Decimal;
  readonly share: Decimal;
  readonly tested: Decimal;
}

/** The unit tested together with its share, and the loss split between them. */
export interface CorporateTest {
  readonly loss: Decimal;
  readonly ofCorporate: Decimal;
  readonly ofUnit: Decimal;
}

/**
 * Corporate assets (总部资产) shared among the units that use them.
 *
 *     weight = carrying amount × remaining life;  share = corporate assets × weight ÷ Σ weights
 *     tested amount = carrying amount + share
 *
 * Weighing by remaining life gives a unit that will use the headquarters for longer more of it; taking
 * the lives relative to the shortest, as the guide does, gives the same shares.
 * Source: CAS 8 art. 20–21 and its guide; IAS 36.102 and illustrative example 8.
 *
 * Amounts in one unit of money, lives in years, none negative. Refused where all weights are zero.
 */
export function corporateShares(carrying: readonly Decimal[], lives: readonly Decimal[], corporate: Decimal): CorporateShare[] {
  const weights = carrying.map((amount, index) => amount.times(at(lives, index)));
  const whole = sum(weights);
  if (whole.isZero()) refuse({ code: "zero-base", parameter: "Σ(carrying × lives)" });
  return weights.map((weight, index) => {
    const share = corporate.times(weight).div(whole);
    return { weight, share, tested: at(carrying, index).plus(share) };
  });
}

/**
 * The loss of a unit tested together with its share of corporate assets, split in proportion to what
 * each carries.
 *
 *     loss = max(0, tested amount − max(0, recoverable amount));  of the share: loss × share ÷ tested amount
 */
export function corporateTest({ share, tested }: CorporateShare, recoverable: Decimal): CorporateTest {
  const loss = Decimal.max(0, tested.minus(Decimal.max(0, recoverable)));
  const ofCorporate = loss.isZero() ? ZERO : loss.times(share).div(tested);
  return { loss, ofCorporate, ofUnit: loss.minus(ofCorporate) };
}
