import { Decimal, sum } from "../decimal.ts";
import { discountFactor } from "../discounting/discount-factor.ts";
import { refuse } from "../refusal.ts";
import { at } from "../table.ts";

/** A flow that is still expected, what it is worth at the reporting date, and how many days away it is. */
export interface ExpectedFlow {
  readonly flow: Decimal;
  readonly days: number;
  readonly factor: Decimal;
  readonly presentValue: Decimal;
}

/**
 * Flows expected from a debtor assessed on its own, at the reporting date:
 *
 *     present value = flow × (1 + rate)^(−days ÷ 365)
 *
 * `rate` is the original effective interest rate, yearly. A flow dated before the reporting date was received
 * or missed by then and is refused, by its place in the list.
 * Source: IFRS 9 B5.5.33 and Appendix A (credit loss), CAS 22 art. 47.
 */
export function expectedFlows(flows: readonly Decimal[], dates: readonly number[], rate: Decimal, asOf: number): ExpectedFlow[] {
  return flows.map((flow, index) => {
    const days = at(dates, index) - asOf;
    if (days < 0) refuse({ code: "flow-before-date", parameter: "dates", index: index + 1 });
    const factor = discountFactor(rate, new Decimal(days).div(365));
    return { flow, days, factor, presentValue: flow.times(factor) };
  });
}

/** The loss allowance of that debtor: what the balance exceeds the present value of its flows by, not below 0. */
export function individualLoss(balance: Decimal, flows: readonly ExpectedFlow[]): Decimal {
  return Decimal.max(0, balance.minus(sum(flows.map(({ presentValue }) => presentValue))));
}
