import { type Decimal, ONE, ZERO } from "../decimal.ts";
import type { ExponentialTerm } from "../root/sparse-polynomial.ts";
import { at } from "../table.ts";
import { timesOf } from "./discount-factor.ts";
import { terminalTimeOf, type ValuationTerms } from "./valuation.ts";

/**
 * The equation value(rate) = target as an exponential sum in the rate.
 *
 *     Σ flow × (1 + r)^−t + further terms − target = 0, without a perpetuity
 *     (r − g) × (Σ flow × (1 + r)^−t + further terms − target) + terminal flow × (1 + r)^−t(n) = 0, with one
 *
 * Multiplying by r − g = (1 + r) − (1 + g) clears the fraction; of the roots only those above g are rates
 * at which the perpetuity has a value. t(n) is the time from which it is discounted.
 */
export function rateEquation({ flows, growth, timing = "end", terminalFlow, terminalAt }: Omit<ValuationTerms, "rate">, target: Decimal, further: readonly ExponentialTerm[] = []): ExponentialTerm[] {
  const times = timesOf(timing, flows.length);
  const sum = [...flows.map((coefficient, index) => ({ coefficient, time: at(times, index) })), ...further, { coefficient: target.negated(), time: ZERO }];
  if (growth === undefined && terminalFlow === undefined) return sum;
  const g = growth ?? ZERO;
  const last = terminalFlow ?? at(flows, flows.length - 1).times(ONE.plus(g));
  // Nothing follows a last flow of zero; multiplied by r − g the equation would have g itself for a root.
  if (last.isZero()) return sum;
  return [...timesLinear(sum, g), { coefficient: last, time: terminalTimeOf({ flows, timing, terminalAt }) }];
}

/** The sum times (1 + r) − (1 + shift): a factor 1 + r brings every term a year nearer. */
export function timesLinear(terms: readonly ExponentialTerm[], shift: Decimal): ExponentialTerm[] {
  const factor = ONE.plus(shift).negated();
  return terms.flatMap(({ coefficient, time }) => [
    { coefficient, time: time.minus(1) },
    { coefficient: coefficient.times(factor), time },
  ]);
}
