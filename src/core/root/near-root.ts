import { factorNear } from "../kernel/internal-rate.ts";
import { at } from "../table.ts";
import { bitLength, compared, type Dyadic, dyadic } from "./binary-float.ts";
import type { Bracket } from "./isolation.ts";
import { sharedPowers } from "./shared-powers.ts";
import type { SparsePolynomial } from "./sparse-polynomial.ts";

/** Fractional bits of the points and sums: at first, from where a step doubles the bits that are right, and for signs. */
const ROUGH = 128;
const FINER = [256, 448] as const;
const CERTAIN = 448;
/** Newton's steps until half of the first bits are right. */
const ROUNDS = 12;
/** Bits that the ends of a bracket share. */
const WANTED = 230;
/** The highest degree that doubles are asked about: their tables grow with the gaps between exponents. */
const HIGHEST_DEGREE = 2 ** 20;

/**
 * A bracket around the one positive root of a polynomial with one change of sign, found by doubles,
 * refined by Newton's steps and proved by the signs at its two ends. Undefined where that fails.
 */
export function soleRootBracket(polynomial: SparsePolynomial): Bracket | undefined {
  const { coefficients, exponents } = polynomial;
  if (at(exponents, exponents.length - 1) > HIGHEST_DEGREE) return undefined;
  const factor = factorNear(Float64Array.from(coefficients, Number), Int32Array.from(exponents));
  // A double in units of 2^−128 is exact from 2^−75 on; a smaller one keeps what matters of it.
  return factor > 2 ** -64 && factor < 2 ** 64 ? refined(polynomial, { mantissa: BigInt(factor * 2 ** 64 * 2 ** 64), exponent: -128 }) : undefined;
}

/** A bracket around a root that a point is near to, by Newton's steps, the signs at its ends proved to differ; undefined where that fails. */
export function refined(polynomial: SparsePolynomial, near: Dyadic): Bracket | undefined {
  let mantissa = fixed(near, ROUGH);
  for (let round = 0; round < ROUNDS; round++) {
    const before = mantissa;
    if (!isInReach(polynomial, before, ROUGH)) return undefined;
    mantissa = afterStep(polynomial, before, ROUGH);
    if (absolute(mantissa - before) < mantissa >> 45n) break;
  }
  let bits = ROUGH;
  for (const finer of FINER) {
    mantissa <<= BigInt(finer - bits);
    if (!isInReach(polynomial, mantissa, finer)) return undefined;
    mantissa = afterStep(polynomial, mantissa, finer);
    bits = finer;
  }
  if (!isInReach(polynomial, mantissa, CERTAIN)) return undefined;
  const room = mantissa >> BigInt(WANTED + 1);
  if (room <= 0n) return undefined;
  const bracket = { low: dyadic(mantissa - room, -CERTAIN), high: dyadic(mantissa + room, -CERTAIN) };
  const below = certainSign(polynomial, bracket.low.mantissa);
  return below !== 0 && certainSign(polynomial, bracket.high.mantissa) === -below ? bracket : undefined;
}

/** Whether one bracket lies strictly inside another. */
export const isInside = (inner: Bracket, outer: Bracket): boolean => compared(inner.low, outer.low) > 0 && compared(inner.high, outer.high) < 0;

const absolute = (value: bigint) => (value < 0n ? -value : value);

/** A point in units of 2^−bits, cut off. */
function fixed({ mantissa, exponent }: Dyadic, bits: number): bigint {
  const shift = exponent + bits;
  return shift >= 0 ? mantissa << BigInt(shift) : mantissa >> BigInt(-shift);
}

/** Whether a point is positive, and its highest power below 2^3000: a fixed-point number holds that, but not 2^(10^14). */
function isInReach({ exponents }: SparsePolynomial, point: bigint, bits: number): boolean {
  const degree = at(exponents, exponents.length - 1);
  const one = 1n << BigInt(bits);
  if (point >= 2n * one) return (bitLength(point) - bits) * degree < 3000;
  // log2 x ≤ 1.5 × (x − 1).
  return point > 0n && (3n * (point - one) * BigInt(degree)) >> BigInt(bits + 1) < 3000n;
}

/** The point of Newton's next step, points and sums in units of 2^−bits; 0 where the slope is none. */
function afterStep({ coefficients, exponents }: SparsePolynomial, point: bigint, bits: number): bigint {
  const shift = BigInt(bits);
  const power = sharedPowers(point, (a, b) => (a * b) >> shift);
  let value = at(coefficients, coefficients.length - 1) << shift;
  let slope = 0n;
  for (let index = coefficients.length - 2; index >= 0; index--) {
    const gap = at(exponents, index + 1) - at(exponents, index);
    const factor = power(gap);
    slope = ((slope + BigInt(gap) * value) * factor) >> shift;
    value = ((value * factor) >> shift) + (at(coefficients, index) << shift);
  }
  return slope === 0n ? 0n : point - (point * value) / slope;
}

/**
 * The sign of a polynomial at a point in units of 2^−448, 0 where rounding could change it.
 *
 * Every product is cut off by less than one unit. A power of k factors is therefore wrong by at most k
 * units, times itself where it exceeds 1; and the sum by (degree + terms) × Σ |coefficient| units, times
 * the highest power where that exceeds 1.
 */
function certainSign({ coefficients, exponents }: SparsePolynomial, point: bigint): -1 | 0 | 1 {
  const shift = BigInt(CERTAIN);
  const power = sharedPowers(point, (a, b) => (a * b) >> shift);
  const degree = at(exponents, exponents.length - 1);
  let value = 0n;
  let size = 0n;
  coefficients.forEach((_, reversed) => {
    const index = coefficients.length - 1 - reversed;
    const coefficient = at(coefficients, index);
    if (reversed > 0) value = (value * power(at(exponents, index + 1) - at(exponents, index))) >> shift;
    value += coefficient << shift;
    size += absolute(coefficient);
  });
  const highest = point >> shift === 0n ? 1n : (power(degree) >> shift) + 2n;
  const error = 2n * BigInt(degree + coefficients.length) * size * highest;
  return value > error ? 1 : value < -error ? -1 : 0;
}
