import { type Decimal, sum } from "../decimal.ts";
import { dayOf } from "../day-count.ts";
import { refuse } from "../refusal.ts";

/**
 * Break-even output (盈亏平衡产量): fixed cost ÷ (price − variable cost − tax), in units.
 *
 * Price, variable cost and tax are amounts for one unit. Refused where a unit earns nothing: no output
 * pays the fixed cost then. Source: 建设项目经济评价方法与参数 (third edition).
 */
export function breakEvenOutput(fixedCost: Decimal, price: Decimal, variableCost: Decimal, tax: Decimal): Decimal {
  const earned = price.minus(variableCost).minus(tax);
  if (earned.lte(0)) return refuse({ code: "nothing-earned", amount: earned.toString() });
  return fixedCost.div(earned);
}

/** Months of a year, 0 to 12, for which a plant that starts on a day is in service; the month of the start counts in full. */
export function monthsInService(start: number, year: number): number {
  const { year: startYear, month } = dayOf(start);
  if (startYear > year) return 0;
  return startYear < year ? 12 : 13 - month;
}

/**
 * Capacity of a year weighted by months in service (按投产月份加权的产能): Σ capacity × months ÷ 12.
 * Source: filing 001, lines 2440–2469 (86 + 16 + 30 × 8 ÷ 12 + 60 × 5 ÷ 12 = 147).
 */
export function weightedCapacity(plants: readonly { readonly capacity: Decimal; readonly start: number }[], year: number): Decimal {
  return sum(plants.map(({ capacity, start }) => capacity.times(monthsInService(start, year)))).div(12);
}
