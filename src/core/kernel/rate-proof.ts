import { restOfProduct } from "./double-double.ts";
import { EARLIER, LATER, moments, residual } from "./flow-moments.ts";

/** What the last isProved() found: the rate, and its step in the logarithm of the factor. */
export const provedRate = (): number => proved[0] as number;
export const provedStep = (): number => proved[1] as number;

const proved = new Float64Array(2);

/** Smaller and larger powers leave no room for the errors of their products. */
const LEAST = 2 ** -300;
const MOST = 2 ** 300;

/**
 * Whether one step from a discount factor decides which double is nearest to the rate of a set of flows
 * with one change of sign; provedRate() has it then. Wanted: the residual at the factor, the moments at
 * one that differs by less than a tenth over the whole span, the span and the number of flows, the
 * factor of a year with its rest and of how many units of time it consists, the factor of the last flow.
 *
 * The residual is wrong by at most 8 × (span + 2 × flows + 8)² × 2^−106 of the sum of the sizes of the
 * terms, its slope by (span + 2 × flows + 8) × 2^−52 × span of that sum; the second derivative that the
 * step leaves out is at most span² of it.
 */
export function isProved(span: number, flowCount: number, power: number, powerRest: number, unitsPerYear: number, reach: number): boolean {
  const inverse = 1 / (residual[1] as number);
  const step = -(residual[0] as number) * inverse;
  const width = Math.abs(step);
  proved[1] = step;
  const size = 1.3 * (Math.abs(moments[EARLIER] as number) + Math.abs(moments[LATER] as number));
  const lever = Math.abs(size * inverse);
  const roundings = span + 2 * flowCount + 8;
  const stepError = lever * (8 * roundings * roundings * 2 ** -106 + width * span * roundings * 2 ** -52 + 4 * width * width * span * span);
  const bounded = span * (width + stepError) * (1 + lever * span) < 2 ** -4;
  if (!(bounded && size > LEAST && reach > LEAST && reach < MOST && power > LEAST && power < MOST)) return false;
  // 1 ÷ power × (1 − units × step) − 1, the quotient with its remainder.
  const growth = 1 / power;
  const back = power * growth;
  const left = 1 - back - restOfProduct(power, growth, back) - powerRest * growth;
  const annual = unitsPerYear * step;
  const rate = growth - 1;
  const part = rate - growth;
  const rest = growth - (rate - part) + (-1 - part) + growth * (left - annual);
  const missed = left * left + 2 * annual * annual + 8 * unitsPerYear * unitsPerYear * 2 ** -106 + (Math.abs(left) + Math.abs(annual)) * 2 ** -50;
  const error = growth * (2 * unitsPerYear * stepError + missed) + Math.abs(rest) * 2 ** -50;
  proved[0] = rate + rest;
  return rate + (rest - error) === rate + (rest + error);
}
