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
 * (filing 004, lines 718–735). Refused where both are missing.
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

/**
 * Headroom (可收回金额高于账面价值的差额): how far the recoverable amount lies above the carrying amount,
 * negative where it falls short.
 *
 *     headroom = recoverable amount − carrying amount
 */
export function headroom(carrying: Decimal, measures: Measures): { readonly recoverable: Decimal; readonly headroom: Decimal } {
  const recoverable = recoverableAmount(measures);
  return { recoverable, headroom: recoverable.minus(carrying) };
}

/**
 * Reversal of an earlier impairment loss (资产减值损失的转回), goodwill excepted.
 *
 *     reversal = max(0, min(recoverable amount, carrying amount without the loss) − carrying amount)
 *
 * `withoutLoss` is what the carrying amount would be today, after depreciation, had no loss been
 * recognised. Source: IAS 36.114–117, IAS 36 only: CAS 8 art. 17 forbids the reversal of losses on
 * long-lived assets.
 */
export function reversal(carrying: Decimal, withoutLoss: Decimal, recoverable: Decimal): Decimal {
  return Decimal.max(0, Decimal.min(recoverable, withoutLoss).minus(carrying));
}
