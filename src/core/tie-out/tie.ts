import { Decimal, ZERO } from "../decimal.ts";
import { at } from "../table.ts";
import { dividedBy, exactly, type Interval, meet, plus, signed, times, trueValues } from "./interval.ts";
import type { PrintedNumber } from "./printed-number.ts";

/** OK: the recomputed figure prints as the printed one. TAIL: within what print rounding allows. BREAK: neither. */
export type TieStatus = "OK" | "TAIL" | "BREAK";

/** ± figure ÷ scale, or ± figure × times ÷ scale, or ± figure ÷ over: one summand of the figure that is recomputed. */
export interface TieTerm {
  readonly sign: 1 | -1;
  readonly figure: PrintedNumber;
  readonly times?: PrintedNumber;
  readonly over?: PrintedNumber;
  /** An exact divisor, such as 10,000 from 元 to 万元. */
  readonly scale?: Decimal;
}

/** The values that the figures of one term take at some point of what they may be. */
export interface TermPoint {
  readonly figure: Decimal;
  /** The second factor or the divisor, where the term has one. */
  readonly other: Decimal;
}

/** A printed figure held against what its inputs, as printed, give. */
export interface Tie {
  readonly status: TieStatus;
  readonly recomputed: Decimal;
  /** Printed − recomputed. */
  readonly difference: Decimal;
  /** How far the printed figure may lie from the recomputed one, on the side where it lies. */
  readonly tolerance: Decimal;
  /** The outermost figure that true inputs can give on that side, and, on request, the inputs that give it. */
  readonly outermost: Decimal;
  outermostAt(): readonly TermPoint[];
}

/**
 * Whether a printed figure follows from printed inputs (勾稽), judged by interval: is the print
 * reachable from any true values that print as these inputs?
 *
 *     recomputed  = constant + Σ ± figure [× times | ÷ over] ÷ scale, from the inputs as printed
 *     difference  = printed − recomputed
 *     tolerance   = half a unit of the print + |outermost − recomputed|
 *
 * OK where the recomputed figure, rounded half away from zero to the digits of the print, is the
 * printed figure; TAIL (尾差) where it is not, but |difference| < tolerance; BREAK otherwise. At
 * |difference| = tolerance the print is reached only if both outermost values belong to what prints
 * as these figures: 0.995 prints as 1.00, 1.005 does not. A total 6 over the single part 5 is a break.
 *
 * Every figure must stand in one place of the formula; only then is what the terms reach one by one
 * what they reach together. A divisor must not be zero.
 * Convention: tails of printed totals, filing 002, lines 3223 and 3414–3464.
 */
export function tieOf(printed: PrintedNumber, terms: readonly TieTerm[], constant: Decimal = ZERO): Tie {
  const nominal = terms.map(({ figure, times, over }) => ({ figure: figure.value, other: (times ?? over)?.value ?? ZERO }));
  const recomputed = terms.reduce((total, term, index) => total.plus(valueAt(term, at(nominal, index))), constant);
  const difference = printed.value.minus(recomputed);
  const side = difference.isNegative() ? "low" : "high";
  const within = terms.map(reach).reduce(plus, exactly(constant));
  const outermost = within[side].at;
  return {
    status: prints(recomputed, printed) ? "OK" : meet(trueValues(printed), within) ? "TAIL" : "BREAK",
    recomputed,
    difference,
    tolerance: printed.unit.div(2).plus(outermost.minus(recomputed).abs()),
    outermost,
    outermostAt: () => terms.map((term) => pointAt(term, side)),
  };
}

/** Whether a value, rounded half away from zero to the digits of the print, is the printed figure. */
function prints(value: Decimal, { value: printed, unit }: PrintedNumber): boolean {
  if (unit.isZero()) return value.eq(printed);
  return value.div(unit).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).eq(printed.div(unit));
}

function valueAt({ sign, times, over, scale }: TieTerm, { figure, other }: TermPoint): Decimal {
  const value = times ? figure.times(other) : over ? figure.div(other) : figure;
  return (scale ? value.div(scale) : value).times(sign);
}

function reach({ sign, figure, times: factor, over, scale }: TieTerm): Interval {
  const own = trueValues(figure);
  const value = factor ? times(own, trueValues(factor)) : over ? dividedBy(own, trueValues(over)) : own;
  return signed(scale ? dividedBy(value, exactly(scale)) : value, sign);
}

/** The ends of the term's figures at which it is largest, or smallest. */
function pointAt(term: TieTerm, side: "low" | "high"): TermPoint {
  const ends = (printed: PrintedNumber | undefined) => {
    if (!printed) return [ZERO];
    const { low, high } = trueValues(printed);
    return [low.at, high.at];
  };
  const points = ends(term.figure).flatMap((figure) => ends(term.times ?? term.over).map((other) => ({ figure, other })));
  return points.reduce((best, point) => {
    const gain = valueAt(term, point).minus(valueAt(term, best));
    return (side === "high" ? gain.gt(0) : gain.lt(0)) ? point : best;
  });
}
