import { Decimal } from "../decimal.ts";

/** A period of a funding plan, in money. */
export interface FundedPeriod {
  readonly opening: Decimal;
  readonly inflow: Decimal;
  readonly outflow: Decimal;
  readonly closing: Decimal;
  /** What is missing at the end of the period to hold the minimum. */
  readonly gap: Decimal;
}

/**
 * Funding gap by period (资金缺口):
 *
 *     closing = opening + inflow − outflow, gap = max(0, minimum cash − closing)
 *
 * The first opening is what can be drawn on: cash less what is restricted, plus unused credit lines.
 * The balance runs on as it is, below the minimum and below zero too, so the last gap is what all periods
 * together lack. Source: filing 004, lines 1068–1082.
 */
export function fundingPeriods(available: Decimal, flows: readonly (readonly [inflow: Decimal, outflow: Decimal])[], minimum: Decimal): FundedPeriod[] {
  let opening = available;
  return flows.map(([inflow, outflow]) => {
    const closing = opening.plus(inflow).minus(outflow);
    const period = { opening, inflow, outflow, closing, gap: Decimal.max(0, minimum.minus(closing)) };
    opening = closing;
    return period;
  });
}
