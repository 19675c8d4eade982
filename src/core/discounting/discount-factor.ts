import { Decimal, ONE } from "../decimal.ts";
import { refuse } from "../refusal.ts";

/** When in its period a flow falls: at its end, in its middle, at its beginning; or a time in years for each flow. */
export type Timing = "end" | "mid" | "begin" | readonly Decimal[];

export const timingWords = ["end", "mid", "begin"] as const;

/**
 * The time of each flow in years from the valuation date.
 *
 *     end: t = 1, 2, … n      mid: t = 0.5, 1.5, … n − 0.5      begin: t = 0, 1, … n − 1
 *
 * One flow a year; other spacings are given as a list of n times.
 */
export function timesOf(timing: Timing, flows: number): readonly Decimal[] {
  if (typeof timing !== "string") return timing;
  const shift = { end: 1, mid: 0.5, begin: 0 }[timing];
  return Array.from({ length: flows }, (_, index) => new Decimal(index).plus(shift));
}

/**
 * Discount factor (折现系数): what one unit due in `time` years is worth today.
 *
 *     factor = (1 + rate)^(−time)
 *
 * `rate` is a fraction a year, compounded yearly; at or below −100% there is no factor.
 */
export function discountFactor(rate: Decimal, time: Decimal): Decimal {
  return growthOf(rate).pow(time.negated());
}

/** 1 + rate, where that is above zero. */
export function growthOf(rate: Decimal): Decimal {
  if (rate.lte(-1)) refuse({ code: "rate-too-low", parameter: "rate", rate: rate.toString() });
  return ONE.plus(rate);
}
