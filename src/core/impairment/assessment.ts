import { Decimal, ZERO } from "../decimal.ts";
import { refuse } from "../refusal.ts";

/** Two measures of what an asset brings in; undefined where one was not estimated. */
export interface Measures {
  readonly valueInUse?: Decimal | undefined;
  readonly fairValueLessCosts?: Decimal | undefined;
}

/** A unit held against what can be recovered from it. */
export interface Assessment extends Measures {
  readonly carrying: Decimal;
  readonly recoverable: Decimal;
  readonly loss: Decimal;
  readonly impaired: boolean;
}

/**
 * Recoverable amount (可收回金额): the higher of value in use and fair value less costs of disposal.
 *
 * One of the two may be missing: where the other already exceeds the carrying amount it need not be
 * estimated (CAS 8 art. 7, IAS 36.19), and an idle unit has no value in use worth estimating
 * (filing 004, lines 721–735). Refused where both are missing.
 * Source: CAS 8 art. 6; IAS 36.18.
 */
export function recoverableAmount({ valueInUse, fairValueLessCosts }: Measures): Decimal {
  if (valueInUse && fairValueLessCosts) return Decimal.max(valueInUse, fairValueLessCosts);
  return valueInUse ?? fairValueLessCosts ?? refuse({ code: "recoverable-amount-unknown" });
}

/**
 * Impairment loss of one asset or unit (资产减值损失).
 *
 *     loss = max(0, carrying amount − max(0, recoverable amount))
 *
 * All in the same unit of money. A recoverable amount below zero counts as none: an asset loses no
 * more than it stands for (IAS 36.62, a liability only where another standard requires one).
 * Source: CAS 8 art. 15; IAS 36.59; as practised in filing 004, lines 789–816.
 */
export function assessment(carrying: Decimal, measures: Measures): Assessment {
  const recoverable = recoverableAmount(measures);
  const loss = Decimal.max(0, carrying.minus(Decimal.max(0, recoverable)));
  return { ...measures, carrying, recoverable, loss, impaired: loss.gt(ZERO) };
}
