import { type Decimal, ZERO } from "../decimal.ts";
import { discountFactor } from "../discounting/discount-factor.ts";
import { endOf, type Valuation, type ValuationTerms, valuation } from "../discounting/valuation.ts";

export interface ValueInUseTerms extends ValuationTerms {
  /** Working capital at the test date, not part of the carrying amount. */
  readonly baseWorkingCapital?: Decimal;
  /** What is recovered when use ends: disposal proceeds, working capital set free. */
  readonly recovery?: Decimal;
}

export interface ValueInUse {
  readonly flows: Valuation;
  readonly baseWorkingCapital: Decimal;
  readonly recovery: Decimal;
  /** When the recovery is due, in years from the test date. */
  readonly recoveryTime: Decimal;
  readonly recoveryFactor: Decimal;
  readonly recoveryPresentValue: Decimal;
  readonly total: Decimal;
}

/**
 * Value in use (预计未来现金流量的现值) of an asset or unit.
 *
 *     value in use = PV(flows, perpetuity) − working capital at the base date + recovery × (1 + r)^−n
 *
 * Flows are before tax and financing, `rate` is the pre-tax rate. Working capital is deducted whole
 * because the unit that is tested does not contain it; where the carrying amount contains it, leave it
 * out here. The recovery falls due when the n periods have passed, whatever the timing of the flows;
 * with times given in years, at the last of them.
 * Source: CAS 8 art. 9–13; IAS 36.30–57; as practised in filing 004, lines 357–379.
 * Refused: a rate at or below −100%; a perpetuity whose growth is not below the rate.
 */
export function valueInUse({ baseWorkingCapital = ZERO, recovery = ZERO, ...terms }: ValueInUseTerms): ValueInUse {
  const flows = valuation(terms);
  const recoveryTime = endOf(terms);
  const recoveryFactor = discountFactor(terms.rate, recoveryTime);
  const recoveryPresentValue = recovery.times(recoveryFactor);
  const total = flows.total.minus(baseWorkingCapital).plus(recoveryPresentValue);
  return { flows, baseWorkingCapital, recovery, recoveryTime, recoveryFactor, recoveryPresentValue, total };
}
