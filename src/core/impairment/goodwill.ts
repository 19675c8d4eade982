import { Decimal } from "../decimal.ts";
import { refuse } from "../refusal.ts";

export interface GoodwillTest {
  readonly goodwill: Decimal;
  readonly tested: Decimal;
  readonly loss: Decimal;
  /** The loss goodwill takes, the minority's part of it included. */
  readonly ofGoodwill: Decimal;
  /** What the consolidated statements recognise of it. */
  readonly ofParent: Decimal;
  readonly ofMinority: Decimal;
  readonly ofOtherAssets: Decimal;
}

/**
 * Impairment test of a unit with goodwill (包含商誉的资产组减值测试).
 *
 *     goodwill (whole) = goodwill of the parent ÷ ownership
 *     tested amount = carrying amount of the other assets + goodwill (whole)
 *     loss = max(0, tested amount − max(0, recoverable amount))
 *     loss of goodwill = min(loss, goodwill (whole)), of which the parent × ownership
 *
 * Goodwill is grossed up because the recoverable amount is that of the whole unit, while the
 * consolidated statements carry only the parent's goodwill. `ownership` is the share at the acquisition
 * that created the goodwill, not today's. CAS 8 always grosses up; IAS 36 only where the
 * non-controlling interest was measured at its proportionate share: measured at fair value, its
 * goodwill is already recognised and the ownership to give is 1.
 * Source: CAS 8 art. 23–25 and its guide; IAS 36 C4–C8.
 *
 * `carrying` is the whole unit without goodwill, 100% of it. Ownership is above 0 and at most 1.
 */
export function goodwillTest(parentGoodwill: Decimal, ownership: Decimal, carrying: Decimal, recoverable: Decimal): GoodwillTest {
  if (ownership.isZero()) refuse({ code: "zero-base", parameter: "ownership" });
  const goodwill = parentGoodwill.div(ownership);
  const tested = carrying.plus(goodwill);
  // Without the division by the ownership, whose last digit would show as a loss of other assets where there is none.
  const missing = carrying.minus(Decimal.max(0, recoverable));
  const ofOtherAssets = Decimal.max(0, missing);
  const ofParent = ofOtherAssets.gt(0) ? parentGoodwill : Decimal.max(0, missing.times(ownership).plus(parentGoodwill));
  const ofGoodwill = ofParent.div(ownership);
  return { goodwill, tested, loss: ofGoodwill.plus(ofOtherAssets), ofGoodwill, ofParent, ofMinority: ofGoodwill.minus(ofParent), ofOtherAssets };
}
