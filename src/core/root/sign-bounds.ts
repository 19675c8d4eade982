import { at } from "../table.ts";
import { type BinaryFloat, bitLength, type Dyadic, floatOf, type Precision, product, shifted } from "./binary-float.ts";
import { sharedPowers } from "./shared-powers.ts";
import type { SparsePolynomial } from "./sparse-polynomial.ts";

/** A point with the powers of it that a polynomial needs. */
export interface Sampled {
  readonly point: Dyadic;
  readonly powers: readonly BinaryFloat[];
  readonly precision: Precision;
}

/** Bounds of the positive and of the negative terms of a polynomial, in units of 2^exponent. */
interface Bounds {
  readonly positiveLow: bigint;
  readonly positiveHigh: bigint;
  readonly negativeLow: bigint;
  readonly negativeHigh: bigint;
  readonly exponent: number;
}

export type Sign = -1 | 0 | 1;

/** The powers of a point, each from the one before it. */
export function sampled({ exponents }: SparsePolynomial, point: Dyadic, precision: Precision): Sampled {
  const power = sharedPowers(floatOf(point, precision), (a, b) => product(a, b, precision));
  let current: BinaryFloat = { mantissa: 1n, exponent: 0, slack: 0 };
  let reached = 0;
  const powers = exponents.map((exponent) => {
    const gap = exponent - reached;
    reached = exponent;
    return gap === 0 ? current : (current = product(current, power(gap), precision));
  });
  return { point, powers, precision };
}

/** Sums of the positive and the negative terms, each as a lower and an upper bound. */
function bounds({ coefficients }: SparsePolynomial, { powers, precision }: Sampled): Bounds {
  const top = Math.max(...powers.map(({ mantissa, exponent }, index) => bitLength(mantissa) + exponent + bitLength(absolute(at(coefficients, index)))));
  const exponent = top - precision - 64;
  const sums = { positiveLow: 0n, positiveHigh: 0n, negativeLow: 0n, negativeHigh: 0n };
  powers.forEach(({ mantissa, exponent: own, slack }, index) => {
    const coefficient = at(coefficients, index);
    if (coefficient === 0n) return;
    const low = shifted(absolute(coefficient) * mantissa, own - exponent);
    // One unit for what the shift cut off, one for the rounding of the slack itself.
    const high = low + (slack === 0 && own >= exponent ? 0n : ((low * BigInt(slack)) >> BigInt(precision - 1)) + 2n);
    if (coefficient > 0n) {
      sums.positiveLow += low;
      sums.positiveHigh += high;
    } else {
      sums.negativeLow += low;
      sums.negativeHigh += high;
    }
  });
  return { ...sums, exponent };
}

const absolute = (value: bigint) => (value < 0n ? -value : value);

/** The sign of a polynomial at a point; 0 where the bounds do not decide it. */
export function signAt(polynomial: SparsePolynomial, at: Sampled): Sign {
  const found = bounds(polynomial, at);
  return signBetween(found, found);
}

/**
 * The sign of a polynomial on all of [low, high]: every term grows with u, so it lies between its values
 * at the ends. 0 where that does not decide it.
 */
export function signOver(polynomial: SparsePolynomial, low: Sampled, high: Sampled): Sign {
  return signBetween(bounds(polynomial, low), bounds(polynomial, high));
}

function signBetween(low: Bounds, high: Bounds): Sign {
  const exponent = Math.min(low.exponent, high.exponent);
  const scaled = (value: bigint, own: number) => shifted(value, own - exponent);
  if (scaled(low.positiveLow, low.exponent) > scaled(high.negativeHigh, high.exponent)) return 1;
  if (scaled(low.negativeLow, low.exponent) > scaled(high.positiveHigh, high.exponent)) return -1;
  return 0;
}

/** How large a polynomial is at a point: at least and at most, and the sum of the sizes of its terms, in units of 2^exponent. */
export function magnitudeAt(polynomial: SparsePolynomial, at: Sampled): { readonly least: bigint; readonly most: bigint; readonly terms: bigint; readonly exponent: number } {
  const { positiveLow, positiveHigh, negativeLow, negativeHigh, exponent } = bounds(polynomial, at);
  const [low, high] = [positiveLow - negativeHigh, positiveHigh - negativeLow];
  const least = low > 0n ? low : high < 0n ? -high : 0n;
  return { least, most: absolute(low) > absolute(high) ? absolute(low) : absolute(high), terms: positiveHigh + negativeHigh, exponent };
}

/** The mean exponent of the terms at a point, weighted by their size: where the sum's mass lies. */
export function meanExponent({ coefficients, exponents }: SparsePolynomial, { powers }: Sampled): number {
  const sizes = powers.map(({ mantissa, exponent }, index) => ({ mantissa: absolute(at(coefficients, index)) * mantissa, exponent }));
  const top = Math.max(...sizes.map(({ mantissa, exponent }) => bitLength(mantissa) + exponent));
  const weights = sizes.map(({ mantissa, exponent }) => Number(shifted(mantissa, exponent - top + 53)));
  const whole = weights.reduce((total, weight) => total + weight, 0);
  return weights.reduce((total, weight, index) => total + weight * at(exponents, index), 0) / whole;
}
