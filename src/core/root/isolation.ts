import { between, compared, type Dyadic, dyadic, type Precision, sharedBits } from "./binary-float.ts";
import { provedAround } from "./taylor.ts";
import { derivative, signChanges, type SparsePolynomial } from "./sparse-polynomial.ts";
import { meanExponent, type Sampled, sampled, signAt, signOver } from "./sign-bounds.ts";

/** Two points between which a polynomial is monotone and changes sign: exactly one root, and a simple one. */
export interface Bracket {
  readonly low: Dyadic;
  readonly high: Dyadic;
}

export interface Isolation {
  readonly brackets: readonly Bracket[];
  /** Intervals so narrow that the precision does not tell whether they hold two roots, a double one or none. */
  readonly clusters: readonly Bracket[];
}

/** How finely an interval is split before it counts as a cluster, and the bits its signs are taken with. */
export interface Effort {
  readonly precision: Precision;
  readonly sharedBits: number;
}

/**
 * Isolates every positive root of a polynomial.
 *
 * Below and above the outermost roots one term outweighs all others together, which bounds the search.
 * An interval is dropped where the polynomial cannot be zero on it, kept as a bracket where the
 * derivative (of polynomial × u^−λ, which has the same roots) cannot be zero and the signs at its ends
 * differ, and split otherwise. All of it is decided by exact bounds, so a root is neither missed nor invented.
 */
export function isolation(polynomial: SparsePolynomial, effort: Effort): Isolation {
  if (signChanges(polynomial) === 0) return { brackets: [], clusters: [] };
  const sample = (point: Dyadic) => sampled(polynomial, point, effort.precision);
  const [low, high] = [sample(dominated(polynomial, "first", effort)), sample(dominated(polynomial, "last", effort))];
  if (signChanges(polynomial) === 1) return { brackets: [{ low: low.point, high: high.point }], clusters: [] };
  const brackets: Bracket[] = [];
  const clusters: Bracket[] = [];
  const open: [Sampled, Sampled][] = [[low, high]];
  for (let node = open.pop(); node; node = open.pop()) {
    const [a, b] = node;
    if (signOver(polynomial, a, b) !== 0) continue;
    const interval = { low: a.point, high: b.point };
    const middle = decidedBetween(polynomial, a.point, b.point, sample);
    const proved = middle && provedAround(polynomial, a.point, middle, b.point);
    if (proved === "no-root") continue;
    if (proved === "monotone" || isMonotone(polynomial, a, b)) {
      if (signAt(polynomial, a) !== signAt(polynomial, b)) brackets.push(interval);
    } else if (!middle || sharedBits(a.point, b.point) > effort.sharedBits) {
      clusters.push(interval);
    } else {
      open.push([a, middle], [middle, b]);
    }
  }
  return { brackets: brackets.toSorted((a, b) => compared(a.low, b.low)), clusters: joined(clusters) };
}

/** A point on the far side of which one term outweighs the sum of all others. */
function dominated({ coefficients, ...shape }: SparsePolynomial, which: "first" | "last", { precision }: Effort): Dyadic {
  const chosen = which === "first" ? 0 : coefficients.length - 1;
  const majorant = { ...shape, coefficients: coefficients.map((coefficient, index) => (index === chosen ? magnitude(coefficient) : -magnitude(coefficient))) };
  for (let step = -16; ; step++) {
    // 1 ± 2^−16 … 1 ± ½, then 2^±1, 2^±2, 2^±4: rates close to zero need no wide search, others double their exponent.
    const point = step < 0 ? dyadic((1n << BigInt(-step)) + (which === "first" ? -1n : 1n), step) : dyadic(1n, (which === "first" ? -1 : 1) * 2 ** step);
    if (signAt(majorant, sampled(majorant, point, precision)) === 1) return point;
  }
}

const magnitude = (value: bigint) => (value < 0n ? -value : value);

/** Whether the derivative, shifted to where the mass of the terms lies, keeps one sign between two points. */
function isMonotone(polynomial: SparsePolynomial, low: Sampled, high: Sampled): boolean {
  const shift = 2 * Math.round((meanExponent(polynomial, low) + meanExponent(polynomial, high)) / 2) + 1;
  return signOver(derivative(polynomial, shift), low, high) !== 0;
}

/** A point between two others at which the sign is certain; undefined where the precision finds none. */
function decidedBetween(polynomial: SparsePolynomial, low: Dyadic, high: Dyadic, sample: (point: Dyadic) => Sampled): Sampled | undefined {
  for (const part of [8, 7, 9, 5, 11]) {
    const middle = sample(between(low, high, part));
    if (signAt(polynomial, middle) !== 0) return middle;
  }
  return undefined;
}

/** Clusters that touch become one. */
function joined(clusters: readonly Bracket[]): Bracket[] {
  const result: Bracket[] = [];
  for (const cluster of clusters.toSorted((a, b) => compared(a.low, b.low))) {
    const last = result.at(-1);
    if (last && compared(last.high, cluster.low) >= 0) result[result.length - 1] = { low: last.low, high: cluster.high };
    else result.push(cluster);
  }
  return result;
}

/** The bracket of the one root halved until its ends share so many leading bits, or no sign in between is certain. */
export function narrowed(polynomial: SparsePolynomial, bracket: Bracket, { precision, sharedBits: wanted }: Effort): Bracket {
  const sample = (point: Dyadic) => sampled(polynomial, point, precision);
  const below = signAt(polynomial, sample(bracket.low));
  let { low, high } = bracket;
  while (sharedBits(low, high) < wanted) {
    const middle = decidedBetween(polynomial, low, high, sample);
    if (!middle) return { low, high };
    if (signAt(polynomial, middle) === below) low = middle.point;
    else high = middle.point;
  }
  return { low, high };
}
