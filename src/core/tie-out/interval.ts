import { Decimal } from "../decimal.ts";
import type { PrintedNumber } from "./printed-number.ts";

/** One end of an interval, and whether the end itself belongs to it. */
export interface End {
  readonly at: Decimal;
  readonly closed: boolean;
}

/** All true values between two ends. */
export interface Interval {
  readonly low: End;
  readonly high: End;
}

/**
 * The true values that print as this figure when they are rounded half away from zero (四舍五入):
 *
 *     1.00 prints for 0.995 ≤ x < 1.005,  −1.00 for −1.005 < x ≤ −0.995,  0.00 for −0.005 < x < 0.005
 *
 * A figure with unit 0 has no print rounding and stands for itself alone.
 */
export function trueValues({ value, unit }: PrintedNumber): Interval {
  const half = unit.div(2);
  const exact = unit.isZero();
  return {
    low: { at: value.minus(half), closed: exact || value.gt(0) },
    high: { at: value.plus(half), closed: exact || value.lt(0) },
  };
}

/** Whether a value lies in the interval. */
export function contains({ low, high }: Interval, value: Decimal): boolean {
  return (low.closed ? value.gte(low.at) : value.gt(low.at)) && (high.closed ? value.lte(high.at) : value.lt(high.at));
}

/** Whether the intervals share a value: ends that only touch do so where both belong to their interval. */
export function meet(a: Interval, b: Interval): boolean {
  return notBeyond(a.low, b.high) && notBeyond(b.low, a.high);
}

function notBeyond(low: End, high: End): boolean {
  return low.closed && high.closed ? low.at.lte(high.at) : low.at.lt(high.at);
}

/** The values both intervals hold; undefined where there are none. */
export function intersection(a: Interval, b: Interval): Interval | undefined {
  if (!meet(a, b)) return undefined;
  return { low: further(a.low, b.low, 1), high: further(a.high, b.high, -1) };
}

function further(a: End, b: End, sign: 1 | -1): End {
  if (a.at.eq(b.at)) return a.closed ? b : a;
  return a.at.minus(b.at).times(sign).gt(0) ? a : b;
}

/** One value alone. */
export function exactly(value: Decimal): Interval {
  return { low: { at: value, closed: true }, high: { at: value, closed: true } };
}

/** The interval, or its mirror image. */
export function signed({ low, high }: Interval, sign: 1 | -1): Interval {
  const opposite = ({ at, closed }: End): End => ({ at: at.negated(), closed });
  return sign === 1 ? { low, high } : { low: opposite(high), high: opposite(low) };
}

/** The sums of one value of each: an end is reached where both ends are. */
export function plus(a: Interval, b: Interval): Interval {
  const sum = (x: End, y: End): End => ({ at: x.at.plus(y.at), closed: x.closed && y.closed });
  return { low: sum(a.low, b.low), high: sum(a.high, b.high) };
}

/** The products of one value of each. */
export function times(a: Interval, b: Interval): Interval {
  const product = (x: End, y: End): End => ({
    at: x.at.times(y.at),
    // Zero times anything is zero, whether or not the other end is reached.
    closed: (x.closed && y.closed) || (x.closed && x.at.isZero()) || (y.closed && y.at.isZero()),
  });
  return hull([product(a.low, b.low), product(a.low, b.high), product(a.high, b.low), product(a.high, b.high)]);
}

/** The quotients of one value of each. The divisor must hold no zero, nor end at one. */
export function dividedBy(a: Interval, b: Interval): Interval {
  const quotient = (x: End, y: End): End => ({ at: x.at.div(y.at), closed: x.closed && (y.closed || x.at.isZero()) });
  return hull([quotient(a.low, b.low), quotient(a.low, b.high), quotient(a.high, b.low), quotient(a.high, b.high)]);
}

function hull(ends: readonly End[]): Interval {
  const outermost = (sign: 1 | -1): End => {
    const at = Decimal.max(...ends.map((end) => end.at.times(sign))).times(sign);
    return { at, closed: ends.some((end) => end.closed && end.at.eq(at)) };
  };
  return { low: outermost(-1), high: outermost(1) };
}
