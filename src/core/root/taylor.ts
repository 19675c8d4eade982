import { at } from "../table.ts";
import { type Dyadic, shifted } from "./binary-float.ts";
import { magnitudeAt, meanExponent, type Sampled } from "./sign-bounds.ts";
import { derivative, type SparsePolynomial } from "./sparse-polynomial.ts";

/** Terms of the expansion before the remainder. Nine tell apart roots that crowd together by as many. */
const ORDER = 9;
/** Bits of the half width as a fixed-point number. */
const BITS = 256n;

/**
 * What the Taylor expansion around a point in the middle proves of a polynomial on an interval: that it
 * has no zero there, or that (times u^−λ) it is monotone there.
 *
 * With x = ln u the function Σ c × e^((m − λ)x) has derivatives Σ c × (m − λ)^i × e^((m − λ)x). Its value
 * outweighs all later terms, or its slope does, or nothing is said. The remainder is bounded by the sum
 * of the sizes of its terms times e, as far as every |m − λ| × half width is at most 1.
 */
export function provedAround(polynomial: SparsePolynomial, low: Dyadic, middle: Sampled, high: Dyadic): "no-root" | "monotone" | undefined {
  const shift = 2 * Math.round(meanExponent(polynomial, middle)) + 1;
  const half = halfWidth(low, middle.point, high);
  const { exponents } = polynomial;
  const reach = BigInt(Math.max(shift, 2 * at(exponents, exponents.length - 1) - shift));
  // Exponents are doubled by derivative(); so is what the half width is multiplied with.
  if (half * reach > 2n << BITS) return undefined;
  const derivatives: SparsePolynomial[] = [polynomial];
  while (derivatives.length <= ORDER + 1) derivatives.push(derivative(at(derivatives, derivatives.length - 1), shift));
  const sizes = derivatives.map((one) => magnitudeAt(one, middle));
  const exponent = Math.min(...sizes.map((size) => size.exponent));
  const units = sizes.map((size, order) => ({
    least: shifted(size.least, size.exponent - exponent),
    most: shifted(order > ORDER ? 3n * size.terms : size.most, size.exponent - exponent),
  }));
  if (outweighs(units, 0, half)) return "no-root";
  return outweighs(units, 1, half) ? "monotone" : undefined;
}

/** Whether the derivative of one order is larger than all that the later ones add on the interval. */
function outweighs(units: readonly { readonly least: bigint; readonly most: bigint }[], order: number, half: bigint): boolean {
  let power = 1n << BITS;
  let later = 0n;
  for (let next = order + 1; next < units.length; next++) {
    // (half ÷ 2)^i ÷ i!, rounded up; the 2 undoes the doubling of the exponents.
    power = (power * half) / (BigInt(next - order) << (BITS + 1n)) + 1n;
    later += ((at(units, next).most * power) >> BITS) + 1n;
  }
  return at(units, order).least > later;
}

/** An upper bound of |ln u − ln middle| on the interval, in units of 2^−256: ln x ≤ x − 1 on either side. */
function halfWidth(low: Dyadic, middle: Dyadic, high: Dyadic): bigint {
  const exponent = Math.min(low.exponent, middle.exponent, high.exponent);
  const [a, b, c] = [low, middle, high].map((point) => shifted(point.mantissa, point.exponent - exponent));
  if (a === undefined || b === undefined || c === undefined) throw new RangeError("three points");
  const [left, right] = [((b - a) << BITS) / a + 1n, ((c - b) << BITS) / b + 1n];
  return left > right ? left : right;
}
