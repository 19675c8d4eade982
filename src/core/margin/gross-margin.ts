import { type Decimal, sum } from "../decimal.ts";
import { quotient } from "../quotient.ts";
import { at } from "../table.ts";

/** What was sold and what it cost. */
export interface Sales {
  readonly revenue: Decimal;
  readonly cost: Decimal;
}

/**
 * Gross margin (毛利率): (revenue − cost) ÷ revenue, a fraction. Refused for a revenue of zero.
 * Source: filing 003, lines 10, 33 and 268.
 */
export function grossMargin({ revenue, cost }: Sales, index?: number): Decimal {
  return quotient(revenue.minus(cost), revenue, "revenue", index);
}

/**
 * Change of the gross margin in percentage points (毛利率变动百分点), as a fraction:
 *
 *     (R1 − C1) ÷ R1 − (R0 − C0) ÷ R0 = C0 ÷ R0 − C1 ÷ R1
 *
 * From unrounded margins, as filings do: 19.68% − 17.02% prints as 2.65 points, not 2.66
 * (filing 003, line 34). Put on one denominator, so that equal margins differ by exactly zero.
 */
export function marginDifference(current: Sales, prior: Sales, index?: number): Decimal {
  quotient(current.cost, current.revenue, "revenue1", index);
  quotient(prior.cost, prior.revenue, "revenue0", index);
  const numerator = prior.cost.times(current.revenue).minus(current.cost.times(prior.revenue));
  return numerator.div(prior.revenue.times(current.revenue));
}

/**
 * Contribution of each product to the total gross margin (毛利率贡献率): its gross profit ÷ the
 * revenue of all products. The contributions add to the total margin. Source: filing 003, lines 20–34.
 */
export function marginContributions(products: readonly Sales[]): Decimal[] {
  const total = sum(products.map(({ revenue }) => revenue));
  return products.map(({ revenue, cost }) => quotient(revenue.minus(cost), total, "Σ revenues"));
}

/**
 * Margin without certain items (模拟毛利率), such as the loss of a shutdown that was booked as cost:
 *
 *     1 − (cost − adjustments) ÷ revenue
 *
 * Adjustments are taken out of the cost, so a positive one raises the margin. Source: filing 003, lines 131–137.
 */
export function proformaMargin({ revenue, cost }: Sales, adjustments: Decimal, index?: number): Decimal {
  return grossMargin({ revenue, cost: cost.minus(adjustments) }, index);
}

/** Pairs revenues with costs, product by product. */
export function salesOf(revenues: readonly Decimal[], costs: readonly Decimal[]): Sales[] {
  return revenues.map((revenue, index) => ({ revenue, cost: at(costs, index) }));
}
