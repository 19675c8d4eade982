import { Decimal, ONE, sum } from "../decimal.ts";
import { refuse } from "../refusal.ts";

/** A straight line fitted to pairs, and how well it fits; undefined where the pairs leave no freedom to say. */
export interface Fit {
  readonly intercept: Decimal;
  readonly slope: Decimal;
  readonly pairs: number;
  readonly rSquared: Decimal | undefined;
  /** Standard error of the slope. */
  readonly standardError: Decimal | undefined;
  readonly t: Decimal | undefined;
  /** Chance of a slope at least this far from zero if there were none: two-sided, Student's t with n − 2 degrees. */
  readonly p: Decimal | undefined;
  /** Σ(x−x̄)², Σ(x−x̄)(y−ȳ), Σ(y−ȳ)², the means, and the residual sum of squares. */
  readonly sums: { readonly xx: Decimal; readonly xy: Decimal; readonly yy: Decimal; readonly meanX: Decimal; readonly meanY: Decimal; readonly residual: Decimal };
}

/**
 * Ordinary least squares of one series on another: the forward-looking factor (前瞻性调整) as filings fit
 * it, a bond loss rate on GDP growth.
 *
 *     slope = Σ(x−x̄)(y−ȳ) ÷ Σ(x−x̄)²    intercept = ȳ − slope × x̄
 *
 * A factor that does not move is refused: every line through the mean would fit.
 * Source: filing 002, lines 3470 and 3483–3485; IFRS 9 5.5.17(c), CAS 22 art. 58.
 */
export function leastSquares(y: readonly Decimal[], x: readonly Decimal[]): Fit {
  const n = y.length;
  const meanX = sum(x).div(n);
  const meanY = sum(y).div(n);
  const dx = x.map((value) => value.minus(meanX));
  const dy = y.map((value) => value.minus(meanY));
  const products = (a: readonly Decimal[], b: readonly Decimal[]) => sum(a.map((value, index) => value.times(b[index] ?? 0)));
  // Constancy is decided on the figures themselves: the mean may not be a decimal of 50 digits.
  if (x.every((value) => value.eq(x[0] ?? 0))) return refuse({ code: "factor-does-not-move", parameter: "macro_history" });
  const [xx, xy, yy] = [products(dx, dx), products(dx, dy), products(dy, dy)];
  const slope = xy.div(xx);
  const intercept = meanY.minus(slope.times(meanX));
  const isFlat = y.every((value) => value.eq(y[0] ?? 0));
  const residual = sum(y.map((value, index) => value.minus(intercept).minus(slope.times(x[index] ?? 0)).pow(2)));
  // Residuals of points on one line are nothing but the last of 50 digits.
  const isExact = residual.lte(yy.times("1e-60"));
  const standardError = n > 2 && !isExact ? residual.div(n - 2).div(xx).sqrt() : undefined;
  const t = standardError && slope.div(standardError);
  return {
    intercept,
    slope,
    pairs: n,
    rSquared: isFlat ? undefined : isExact ? ONE : ONE.minus(residual.div(yy)),
    standardError,
    t,
    p: t && twoSidedChance(t, n - 2),
    sums: { xx, xy, yy, meanX, meanY, residual },
  };
}

/**
 * Two-sided tail of Student's t for a whole number of degrees of freedom, by its finite sum
 * (Abramowitz and Stegun 26.7.3 and 26.7.4), with θ = arctan(|t| ÷ √ν):
 *
 *     ν odd:  1 − (2 ÷ π)(θ + sin θ (cos θ + 2/3 cos³ θ + … ))
 *     ν even: 1 − sin θ (1 + 1/2 cos² θ + 1·3/(2·4) cos⁴ θ + …)
 */
function twoSidedChance(t: Decimal, degrees: number): Decimal {
  const squared = t.pow(2);
  const cosSquared = new Decimal(degrees).div(squared.plus(degrees));
  const sine = ONE.minus(cosSquared).sqrt();
  const isOdd = degrees % 2 === 1;
  let term = isOdd ? cosSquared.sqrt() : ONE;
  let series = degrees === 1 ? new Decimal(0) : term;
  for (let k = isOdd ? 3 : 2; k <= degrees - 2; k += 2) {
    term = term.times(cosSquared).times(k - 1).div(k);
    series = series.plus(term);
  }
  if (!isOdd) return ONE.minus(sine.times(series));
  const angle = Decimal.atan(t.abs().div(new Decimal(degrees).sqrt()));
  const quarterTurn = Decimal.atan(1).times(2);
  return ONE.minus(angle.plus(sine.times(series)).div(quarterTurn));
}
