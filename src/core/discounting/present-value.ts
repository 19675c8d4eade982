import { Decimal, sum } from "../decimal.ts";
import { refuse } from "../refusal.ts";
import { at } from "../table.ts";
import { discountFactor, growthOf, type Timing, timesOf } from "./discount-factor.ts";
import type { DiscountedFlow } from "./valuation.ts";

export interface PresentValue {
  readonly flows: readonly DiscountedFlow[];
  readonly total: Decimal;
}

/** A flow discounted at forward rates: the factor of the period before it, and the length of its own. */
export interface ForwardFlow extends DiscountedFlow {
  readonly rate: Decimal;
  /** The factor at the beginning of its period. */
  readonly opening: Decimal;
  /** How far into its period it falls, in years. */
  readonly into: Decimal;
}

/**
 * Net present value (净现值) of flows 1 … n at one rate a year.
 *
 *     NPV = Σ flow(t) × (1 + r)^−t
 *
 * No flow stands at time 0: an outlay today is added outside, as with Excel's NPV. A flow of 0 is a
 * year without a flow; Excel skips blanks and closes the years up, this does not.
 * Refused: a rate at or below −100%.
 */
export function presentValue(rate: Decimal, flows: readonly Decimal[], timing: Timing): PresentValue {
  const times = timesOf(timing, flows.length);
  return discounted(flows, times, times.map((time) => discountFactor(rate, time)));
}

/**
 * Net present value at forward rates, one a period, whose factors multiply.
 *
 *     factor(t) = Π(k < t) (1 + r(k))^−1 × (1 + r(t))^−(part of period t until the flow)
 *
 * Periods are years for flows at the end (part 1), in the middle (½) or at the beginning (0) of theirs.
 * With times in years a period runs from the flow before to the flow itself, the first from 0; the
 * times must then ascend.
 */
export function forwardValue(rates: readonly Decimal[], flows: readonly Decimal[], timing: Timing): { readonly flows: readonly ForwardFlow[]; readonly total: Decimal } {
  const times = timesOf(timing, flows.length);
  const found: ForwardFlow[] = [];
  let opening = new Decimal(1);
  flows.forEach((flow, index) => {
    const rate = at(rates, index);
    const time = at(times, index);
    const begun = typeof timing === "string" ? new Decimal(index) : (times[index - 1] ?? new Decimal(0));
    if (time.lt(begun)) refuse({ code: "times-not-ascending", parameter: "timing", index: index + 1, value: time.toString() });
    const into = time.minus(begun);
    const factor = opening.times(growthOf(rate).pow(into.negated()));
    found.push({ flow, time, factor, value: flow.times(factor), rate, opening, into });
    opening = typeof timing === "string" ? opening.div(growthOf(rate)) : factor;
  });
  return { flows: found, total: sum(found.map(({ value }) => value)) };
}

/** Days in a year of a dated discount: actual/365, as in Excel's XNPV and XIRR. */
export const YEAR_OF_DAYS = 365;

/**
 * Net present value of dated flows.
 *
 *     XNPV = Σ flow × (1 + r)^−((date − base) ÷ 365)
 *
 * `dates` and `base` are serials; dates may stand in any order and before the base, where the flow is
 * compounded instead. Refused: a rate at or below −100%.
 */
export function datedValue(rate: Decimal, flows: readonly Decimal[], dates: readonly number[], base: number): PresentValue {
  const times = dates.map((date) => new Decimal(date - base).div(YEAR_OF_DAYS));
  return discounted(flows, times, times.map((time) => discountFactor(rate, time)));
}

function discounted(flows: readonly Decimal[], times: readonly Decimal[], factors: readonly Decimal[]): PresentValue {
  const found = flows.map((flow, index) => ({ flow, time: at(times, index), factor: at(factors, index), value: flow.times(at(factors, index)) }));
  return { flows: found, total: sum(found.map(({ value }) => value)) };
}

/**
 * The flows of several scenarios weighted by their probabilities (期望现金流量法).
 *
 *     expected flow(t) = Σ probability(s) × flow(s, t)
 *
 * Risk is in the probabilities, so the rate that discounts the result must not count it again
 * (IAS 36.55–56, A7). Refused where the probabilities do not add to 1 within 1e-9.
 */
export function expectedFlows(scenarios: readonly (readonly Decimal[])[], probabilities: readonly Decimal[]): Decimal[] {
  const whole = sum(probabilities);
  if (whole.minus(1).abs().gt("1e-9")) refuse({ code: "weights-not-one", parameter: "probabilities", sum: whole.toString() });
  return at(scenarios, 0).map((_, period) => sum(scenarios.map((flows, scenario) => at(flows, period).times(at(probabilities, scenario)))));
}
