import { at } from "../table.ts";
import { greatestCommonDivisor, type SparsePolynomial } from "./sparse-polynomial.ts";

/** Coefficients of a polynomial from the constant up, none left out. */
type Dense = readonly bigint[];

/** A factor all of whose roots have this multiplicity in the whole. */
export interface Factor {
  readonly polynomial: SparsePolynomial;
  readonly multiplicity: number;
}

/** The largest degree that is factorised exactly; the work grows with its third power. */
const LARGEST_DEGREE = 200;

/**
 * A polynomial as a product of square-free factors, Π factor^multiplicity (Yun), exactly: roots that fall
 * together are told from roots that lie close. Undefined where its degree, after exponents are divided
 * by their common divisor, is too large for that.
 */
export function squareFreeFactors({ coefficients, exponents, unitsPerYear }: SparsePolynomial): Factor[] | undefined {
  const stride = Number(exponents.map(BigInt).reduce(greatestCommonDivisor, 0n)) || 1;
  const degree = at(exponents, exponents.length - 1) / stride;
  if (degree > LARGEST_DEGREE) return undefined;
  const whole: bigint[] = Array.from({ length: degree + 1 }, () => 0n);
  exponents.forEach((exponent, index) => (whole[exponent / stride] = at(coefficients, index)));
  const sparse = (dense: Dense): SparsePolynomial => {
    const kept = dense.flatMap((coefficient, power) => (coefficient === 0n ? [] : [{ coefficient, exponent: power * stride }]));
    return { coefficients: kept.map(({ coefficient }) => coefficient), exponents: kept.map(({ exponent }) => exponent), unitsPerYear };
  };
  const factors: Factor[] = [];
  let common = divisor(whole, differentiated(whole));
  let rest = quotient(whole, common);
  for (let multiplicity = 1; rest.length > 1; multiplicity++) {
    const next = divisor(rest, common);
    const factor = quotient(rest, next);
    if (factor.length > 1) factors.push({ polynomial: sparse(factor), multiplicity });
    common = quotient(common, next);
    rest = next;
  }
  return factors;
}

function differentiated(polynomial: Dense): Dense {
  return polynomial.slice(1).map((coefficient, index) => coefficient * BigInt(index + 1));
}

/** The greatest common divisor, primitive: by remainders freed of their common factors. */
function divisor(a: Dense, b: Dense): Dense {
  let [x, y] = [primitive(a), primitive(b)];
  while (y.length > 0) [x, y] = [y, primitive(pseudoRemainder(x, y))];
  return x;
}

function primitive(polynomial: Dense): Dense {
  const trimmed = polynomial.slice(0, polynomial.findLastIndex((coefficient) => coefficient !== 0n) + 1);
  const content = trimmed.reduce(greatestCommonDivisor, 0n);
  return content === 0n ? [] : trimmed.map((coefficient) => coefficient / content);
}

/** The remainder of a multiple of a by b. */
function pseudoRemainder(a: Dense, b: Dense): Dense {
  let left = [...a];
  const lead = at(b, b.length - 1);
  while (left.length >= b.length) {
    const head = at(left, left.length - 1);
    const offset = left.length - b.length;
    left = left.map((coefficient, index) => coefficient * lead - (index >= offset ? head * at(b, index - offset) : 0n)).slice(0, -1);
    const content = left.reduce(greatestCommonDivisor, 0n);
    if (content > 1n) left = left.map((coefficient) => coefficient / content);
  }
  return left;
}

/** a ÷ b where b divides a up to a constant, primitive. */
function quotient(a: Dense, b: Dense): Dense {
  let left = [...a];
  const lead = at(b, b.length - 1);
  const found: bigint[] = [];
  while (left.length >= b.length) {
    const head = at(left, left.length - 1);
    const common = greatestCommonDivisor(head, lead) || 1n;
    const [times, by] = [lead / common, head / common];
    const offset = left.length - b.length;
    left = left.map((coefficient, index) => coefficient * times - (index >= offset ? by * at(b, index - offset) : 0n)).slice(0, -1);
    found.forEach((coefficient, index) => (found[index] = coefficient * times));
    found.push(by);
  }
  return primitive(found.toReversed());
}
