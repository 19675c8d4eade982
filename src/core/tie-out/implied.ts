import { Decimal } from "../decimal.ts";
import { refuse } from "../refusal.ts";
import { contains, dividedBy, type Interval, intersection, trueValues } from "./interval.ts";
import type { PrintedNumber } from "./printed-number.ts";
import type { ChangeBase } from "./change.ts";

/** An amount and the share of an undisclosed total that is printed for it. */
export interface SharePair {
  readonly amount: PrintedNumber;
  readonly share: PrintedNumber;
}

/** The pair that sets an end, and the true values that give it. */
export interface Bound {
  readonly value: Decimal;
  readonly pair: number;
  readonly amount: Decimal;
  readonly share: Decimal;
}

/**
 * The totals that fit all printed pairs of amount and share (隐含分母反推): each pair allows
 *
 *     amount ÷ share, over all true values that print as these two,
 *
 * and the total must lie in all of these intervals. Undefined where they have nothing in common: then
 * one of the printed figures is wrong, or the shares have different bases. A share that prints as
 * zero allows every total beyond |amount| ÷ half a unit; it only narrows what other pairs allow, so a
 * call of such pairs alone is refused.
 * Convention: filing 002, lines 3977–3992 (two shares of input VAT must point to one total).
 */
export function impliedTotals(pairs: readonly SharePair[]): { readonly low: Bound; readonly high: Bound } | undefined {
  const bounded = pairs.flatMap(({ amount, share }, pair) => {
    const of = trueValues(share);
    return contains(of, new Decimal(0)) ? [] : [{ pair, allowed: dividedBy(trueValues(amount), of) }];
  });
  const [first, ...others] = bounded;
  if (!first) return refuse({ code: "no-finite-total" });
  let common: Interval | undefined = first.allowed;
  for (const { allowed } of others) common = common && intersection(common, allowed);
  for (const pair of pairs) common = common && beyondZeroShare(common, pair);
  if (!common) return undefined;
  return { low: boundAt(common.low.at, pairs), high: boundAt(common.high.at, pairs) };
}

/** What is left of the totals where a share prints as zero. */
function beyondZeroShare(totals: Interval, { amount, share }: SharePair): Interval | undefined {
  const shares = trueValues(share);
  const amounts = trueValues(amount);
  const zero = new Decimal(0);
  if (!contains(shares, zero) || contains(amounts, zero)) return totals;
  const largestShare = Decimal.max(shares.low.at.abs(), shares.high.at.abs());
  if (largestShare.isZero()) return undefined;
  const least = Decimal.min(amounts.low.at.abs(), amounts.high.at.abs()).div(largestShare);
  const infinite = { at: new Decimal(Infinity), closed: false };
  const above = intersection(totals, { low: { at: least, closed: false }, high: infinite });
  const below = intersection(totals, { low: { at: infinite.at.negated(), closed: false }, high: { at: least.negated(), closed: false } });
  return above ?? below;
}

function boundAt(value: Decimal, pairs: readonly SharePair[]): Bound {
  for (const [pair, { amount, share }] of pairs.entries()) {
    for (const a of endsOf(amount)) {
      for (const s of endsOf(share)) {
        if (!s.isZero() && a.div(s).eq(value)) return { value, pair, amount: a, share: s };
      }
    }
  }
  throw new RangeError("an end of the totals belongs to no pair");
}

function endsOf(printed: PrintedNumber): Decimal[] {
  const { low, high } = trueValues(printed);
  return [low.at, high.at];
}

/** The undisclosed prior figure behind a current figure and a printed rate of change. */
export interface ImpliedPrior {
  readonly low: Decimal;
  readonly mid: Decimal;
  readonly high: Decimal;
  /** The true values that give the two ends. */
  readonly lowAt: { readonly current: Decimal; readonly rate: Decimal };
  readonly highAt: { readonly current: Decimal; readonly rate: Decimal };
  /** 1 where prior = current ÷ (1 + rate), −1 where prior = current ÷ (1 − rate), a loss on its absolute base. */
  readonly side: 1 | -1;
}

/**
 * The prior figure that a printed change implies (隐含上期数反推):
 *
 *     signed base:   prior = current ÷ (1 + rate)
 *     absolute base: prior = current ÷ (1 − rate) where that is a loss, as the base differs only there; otherwise as signed
 *
 * `mid` takes the figures as printed, `low` and `high` are the ends over all true values that print as
 * these. A rate of −100% (or 100% on the absolute base), within its print rounding, is refused: nothing,
 * or anything, could have stood there.
 * Convention: filing 001, lines 267–269 and 307–308.
 */
export function impliedPrior(current: PrintedNumber, rate: PrintedNumber, base: ChangeBase): ImpliedPrior {
  const one = new Decimal(1);
  const lossBase = base === "absolute" && !one.minus(rate.value).isZero() && current.value.div(one.minus(rate.value)).isNegative();
  const side = lossBase ? -1 : 1;
  const divisor = (value: Decimal) => one.plus(value.times(side));
  const rates = trueValues(rate);
  const [first, second] = [divisor(rates.low.at), divisor(rates.high.at)];
  if (divisor(rate.value).isZero() || first.isNegative() !== second.isNegative() || first.isZero() || second.isZero()) {
    return refuse({ code: "rate-undoes-base", parameter: "printed_rate", rate: rate.value.toString() });
  }
  const points = endsOf(current).flatMap((c) => endsOf(rate).map((r) => ({ current: c, rate: r, prior: c.div(divisor(r)) })));
  const outermost = (better: (a: Decimal, b: Decimal) => boolean) => points.reduce((best, point) => (better(point.prior, best.prior) ? point : best));
  const lowAt = outermost((a, b) => a.lt(b));
  const highAt = outermost((a, b) => a.gt(b));
  return { low: lowAt.prior, mid: current.value.div(divisor(rate.value)), high: highAt.prior, lowAt, highAt, side };
}
