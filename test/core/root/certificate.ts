import { Decimal } from "../../../src/core/decimal.ts";
import type { RootSet } from "../../../src/core/root/roots.ts";

export interface TimedFlow {
  readonly flow: number;
  /** In years. */
  readonly time: Decimal;
}

// Another number of digits than the product's, and powers instead of its polynomials.
const Own = Decimal.clone({ precision: 120 });

/** The value of the flows at a rate, by plain powers in 120 digits. */
export function valueAt(flows: readonly TimedFlow[], rate: Decimal): Decimal {
  const growth = new Own(1).plus(rate);
  return flows.reduce((total, { flow, time }) => total.plus(new Own(flow).times(growth.pow(new Own(time).negated()))), new Own(0));
}

/**
 * Holds a certificate against independent arithmetic: a simple root changes the sign of the value inside
 * its interval, one that touches does not; the signs between the roots agree from end to end; and a
 * count of roots has the parity of the changes of sign. Returns what is wrong with it.
 */
export function flaws(flows: readonly TimedFlow[], { roots, signChanges, clusters }: RootSet): string[] {
  const found: string[] = [];
  const near = (rate: Decimal, side: 1 | -1) => rate.plus(new Own(1).plus(rate).times(side).times("1e-25"));
  roots.forEach(({ rate, low, high, multiplicity }, index) => {
    const lastDigits = new Own(1).plus(rate.abs()).times("1e-48"); // the rate is handed on with 50 digits
    if (rate.lt(low.minus(lastDigits)) || rate.gt(high.plus(lastDigits))) found.push(`root ${index + 1} lies outside its interval`);
    const [before, after] = [valueAt(flows, near(rate, -1)).isNegative(), valueAt(flows, near(rate, 1)).isNegative()];
    if ((before !== after) !== (multiplicity % 2 === 1)) found.push(`root ${index + 1} does not cross zero as it should`);
  });
  // Between two roots, and outside them all, the sign stays what it is at one point.
  const points = [new Own("-0.9999999999"), ...roots.map(({ rate }) => rate), new Own("1e12")];
  for (let index = 1; index < points.length; index++) {
    const [left, right] = [points[index - 1], points[index]];
    if (!left || !right) continue;
    const signs = new Set(between(left, right).map((rate) => valueAt(flows, rate).isNegative()));
    if (signs.size > 1 && clusters.length === 0) found.push(`a sign changes between ${left.toFixed(6)} and ${right.toFixed(6)} where no root was named`);
  }
  const counted = roots.reduce((total, { multiplicity }) => total + multiplicity, 0);
  if (clusters.length === 0 && (counted - signChanges) % 2 !== 0) found.push(`${counted} roots, but ${signChanges} changes of sign`);
  if (counted > signChanges) found.push(`more roots than changes of sign`);
  return found;
}

/** Rates between two others, even in ln(1 + rate), the ends left out. */
function between(left: Decimal, right: Decimal): Decimal[] {
  const [a, b] = [new Own(1).plus(left).ln(), new Own(1).plus(right).ln()];
  return Array.from({ length: 23 }, (_, k) => a.plus(b.minus(a).times(k + 1).div(24)).exp().minus(1));
}
