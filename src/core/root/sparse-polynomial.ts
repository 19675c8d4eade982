import { Decimal, ZERO } from "../decimal.ts";
import { refuse } from "../refusal.ts";
import { at } from "../table.ts";

/** Exponents are counted in doubles, doubled and halved: all of that stays exact below this. */
const LARGEST_EXPONENT = 2 ** 51;

/** A term of an exponential sum: coefficient × (1 + rate)^−time. */
export interface ExponentialTerm {
  readonly coefficient: Decimal;
  readonly time: Decimal;
}

/**
 * An exponential sum as a polynomial with whole coefficients: Σ coefficient × u^exponent in
 * u = (1 + rate)^(−1 ÷ unitsPerYear). Exponents ascend from 0, no coefficient is zero.
 */
export interface SparsePolynomial {
  readonly coefficients: readonly bigint[];
  readonly exponents: readonly number[];
  /** Steps of the exponent in a year: 1 for yearly flows, 2 for mid-year ones, 365 for dates. */
  readonly unitsPerYear: number;
}

/**
 * Σ coefficient × (1 + rate)^−time as a polynomial. Terms of the same time are added, zeros left out,
 * times shifted so that the first is 0: none of that moves a root above −100%.
 * Empty where every term is zero. Refused: times with so many decimals that they lie more than 2^51 steps apart.
 */
export function polynomialOf(terms: readonly ExponentialTerm[], unitsPerYear: number): SparsePolynomial {
  const byExponent = new Map<string, { exponent: Decimal; coefficient: Decimal }>();
  for (const { coefficient, time } of terms) {
    const exponent = time.times(unitsPerYear);
    const key = exponent.toString();
    byExponent.set(key, { exponent, coefficient: (byExponent.get(key)?.coefficient ?? ZERO).plus(coefficient) });
  }
  const kept = [...byExponent.values()].filter(({ coefficient }) => !coefficient.isZero()).toSorted((a, b) => a.exponent.cmp(b.exponent));
  const [first, last] = [kept[0], kept.at(-1)];
  if (!first || !last) return { coefficients: [], exponents: [], unitsPerYear };
  const degree = last.exponent.minus(first.exponent);
  if (degree.gt(LARGEST_EXPONENT)) refuseTimes(terms, degree.div(unitsPerYear));
  const decimals = Math.max(0, ...kept.map(({ coefficient }) => coefficient.decimalPlaces()));
  return {
    coefficients: kept.map(({ coefficient }) => BigInt(coefficient.toFixed(decimals).replace(".", ""))),
    exponents: kept.map(({ exponent }) => exponent.minus(first.exponent).toNumber()),
    unitsPerYear,
  };
}

/** Says how many decimals the times have, and how many they may have over such a span. */
function refuseTimes(terms: readonly ExponentialTerm[], span: Decimal): never {
  let most = 15;
  while (most > 0 && span.times(new Decimal(10).pow(most)).gt(LARGEST_EXPONENT)) most--;
  return refuse({ code: "times-too-fine", decimals: Math.max(...terms.map(({ time }) => time.decimalPlaces())), span: span.toSignificantDigits(6).toString(), most });
}

/** The least whole number of steps a year in which all times are whole numbers of steps. */
export function commonUnit(times: readonly Decimal[]): number {
  const decimals = Math.max(0, ...times.map((time) => time.decimalPlaces()));
  const scale = new Decimal(10).pow(decimals);
  const whole = times.map((time) => BigInt(time.times(scale).toFixed(0))).reduce(greatestCommonDivisor, BigInt(scale.toFixed(0)));
  return Number(BigInt(scale.toFixed(0)) / whole);
}

export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}

/** How often the coefficients change sign; by Descartes' rule no fewer than the positive roots, and of the same parity. */
export function signChanges({ coefficients }: Pick<SparsePolynomial, "coefficients">): number {
  return coefficients.filter((coefficient, index) => index > 0 && coefficient > 0n !== at(coefficients, index - 1) > 0n).length;
}

/** Coefficients of the derivative of polynomial × u^(−shift ÷ 2), times 2u^(shift ÷ 2 + 1): the same exponents, another sign pattern. */
export function derivative({ coefficients, exponents, unitsPerYear }: SparsePolynomial, shift: number): SparsePolynomial {
  return { coefficients: coefficients.map((coefficient, index) => coefficient * BigInt(2 * at(exponents, index) - shift)), exponents, unitsPerYear };
}
