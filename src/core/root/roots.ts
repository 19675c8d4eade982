import { Decimal, ONE } from "../decimal.ts";
import { refuse } from "../refusal.ts";
import { between, type Dyadic } from "./binary-float.ts";
import { type Bracket, type Effort, type Isolation, isolation, narrowed } from "./isolation.ts";
import { isInside, refined, soleRootBracket } from "./near-root.ts";
import { commonUnit, type ExponentialTerm, polynomialOf, signChanges, type SparsePolynomial } from "./sparse-polynomial.ts";
import { squareFreeFactors } from "./square-free.ts";

/** A rate at which the sum is zero, and the interval that was proved to hold it and no other. */
export interface Root {
  readonly rate: Decimal;
  readonly low: Decimal;
  readonly high: Decimal;
  /** How often it counts; an even one touches zero without crossing it. */
  readonly multiplicity: number;
}

/** How the number of roots was established. */
export type Proof =
  /** No change of sign: by Descartes' rule no root. */
  | "no-sign-change"
  /** One change of sign: exactly one root. */
  | "one-sign-change"
  /** Every interval above −100% either cannot hold a root or holds exactly one. */
  | "isolation"
  /** The same, after roots that fall together were separated exactly. */
  | "square-free"
  /** Some interval could not be decided: the count is that of the roots that were proved. */
  | "undecided";

/** Every rate above −100% that solves an equation, and how it is known that there is no other. */
export interface RootSet {
  readonly roots: readonly Root[];
  /** Intervals of rates that may hold two roots, a double one or none. */
  readonly clusters: readonly { readonly low: Decimal; readonly high: Decimal }[];
  readonly proof: Proof;
  readonly signChanges: number;
}

const quick: Effort = { precision: 256, sharedBits: 120 };
const thorough: Effort = { precision: 1024, sharedBits: 480 };
/** How close a bracket is drawn before Newton's steps are tried from its middle. */
const drawn: readonly Effort[] = [2, 12, 40].map((sharedBits) => ({ precision: 128, sharedBits }));
/** Rates are handed on with about 55 digits, so that 50 stand after the last step. */
const fine: Effort = { precision: 448, sharedBits: 190 };
const Wide = Decimal.clone({ precision: 90 });

/**
 * Every rate above −100% at which Σ coefficient × (1 + rate)^−time is zero.
 *
 * The sum is a polynomial with whole coefficients in a power of the discount factor (the daily factor for
 * dates), so signs on points and intervals are decided by exact arithmetic and no rate is guessed.
 * Times are whole numbers of 1 ÷ unitsPerTime; a year is unitsPerYear such units, which is the same where
 * times are in years.
 * Roots that fall together are found exactly for up to 200 periods; a cluster that stays undecided
 * beyond that is reported as an interval.
 * Refused: every coefficient zero, which every rate solves.
 */
export function rootsOf(terms: readonly ExponentialTerm[], unitsPerTime = commonUnit(terms.map(({ time }) => time)), unitsPerYear = unitsPerTime): RootSet {
  const polynomial = { ...polynomialOf(terms, unitsPerTime), unitsPerYear };
  if (polynomial.coefficients.length === 0) refuse({ code: "every-rate-solves" });
  const changes = signChanges(polynomial);
  const sole = changes === 1 ? soleRootBracket(polynomial) : undefined;
  if (sole) return { roots: [{ ...rootIn(polynomial, sole), multiplicity: 1 }], clusters: [], proof: "one-sign-change", signChanges: changes };
  const found = isolation(polynomial, quick);
  if (found.clusters.length === 0) {
    return { ...rootSet(polynomial, found, 1), clusters: [], proof: changes === 0 ? "no-sign-change" : changes === 1 ? "one-sign-change" : "isolation", signChanges: changes };
  }
  const factors = squareFreeFactors(polynomial);
  if (!factors) return { ...undecided(polynomial), signChanges: changes };
  const parts = factors.map((factor) => ({ ...factor, found: isolation(factor.polynomial, thorough) }));
  const roots = parts.flatMap(({ polynomial: factor, found: own, multiplicity }) => rootSet(factor, own, multiplicity).roots);
  const clusters = parts.flatMap(({ found: own }) => own.clusters.map((cluster) => rateInterval(cluster, unitsPerYear)));
  const proof = clusters.length > 0 ? "undecided" : factors.some(({ multiplicity }) => multiplicity > 1) ? "square-free" : "isolation";
  return { roots: ascending(roots), clusters, proof, signChanges: changes };
}

function undecided(polynomial: SparsePolynomial): Omit<RootSet, "signChanges"> {
  const found = isolation(polynomial, thorough);
  const clusters = found.clusters.map((cluster) => rateInterval(cluster, polynomial.unitsPerYear));
  return { ...rootSet(polynomial, found, 1), clusters, proof: clusters.length > 0 ? "undecided" : "isolation" };
}

function rootSet(polynomial: SparsePolynomial, { brackets }: Isolation, multiplicity: number): Pick<RootSet, "roots"> {
  return { roots: ascending(brackets.map((bracket) => ({ ...polished(polynomial, bracket), multiplicity }))) };
}

const ascending = (roots: readonly Root[]) => roots.toSorted((a, b) => a.rate.cmp(b.rate));

/** The root of a bracket with all the digits that are handed on. */
function polished(polynomial: SparsePolynomial, bracket: Bracket): Omit<Root, "multiplicity"> {
  let near = bracket;
  for (const effort of drawn) {
    near = narrowed(polynomial, near, effort);
    const close = refined(polynomial, between(near.low, near.high));
    if (close && isInside(close, bracket)) return rootIn(polynomial, close);
  }
  return rootIn(polynomial, narrowed(polynomial, near, fine));
}

/** The rate in the middle of a close bracket; a root at a rate of zero is exactly that. */
function rootIn(polynomial: SparsePolynomial, bracket: Bracket): Omit<Root, "multiplicity"> {
  const { low, high } = rateInterval(bracket, polynomial.unitsPerYear);
  const atZero = low.lte(0) && high.gte(0) && polynomial.coefficients.reduce((total, coefficient) => total + coefficient, 0n) === 0n;
  return { rate: atZero ? new Decimal(0) : low.plus(high).div(2).toSignificantDigits(50), low, high };
}

/** The rates of an interval of u = (1 + rate)^(−1 ÷ units): a larger u is a lower rate. */
function rateInterval({ low, high }: Bracket, unitsPerYear: number): { readonly low: Decimal; readonly high: Decimal } {
  return { low: rateAt(high, unitsPerYear), high: rateAt(low, unitsPerYear) };
}

function rateAt(point: Dyadic, unitsPerYear: number): Decimal {
  return new Wide(valueOf(point)).pow(-unitsPerYear).minus(ONE);
}

function valueOf({ mantissa, exponent }: Dyadic): Decimal {
  return new Wide(mantissa.toString()).times(new Wide(2).pow(exponent));
}
