import { type Decimal, ONE, sum } from "../decimal.ts";
import { quotient } from "../quotient.ts";

/** A year of a percentage-of-sales forecast, in money. */
export interface WorkingCapitalYear {
  readonly growth: Decimal | undefined;
  readonly revenue: Decimal;
  readonly assets: Decimal;
  readonly liabilities: Decimal;
  /** Operating assets less operating liabilities (营运资金占用). */
  readonly occupied: Decimal;
  /** What is needed more than the year before. */
  readonly need: Decimal | undefined;
}

/**
 * Working capital by percentage of sales (销售百分比法): operating current assets and liabilities keep
 * their ratio to revenue, and revenue grows year by year.
 *
 *     occupied(t) = revenue(t) × (assets − liabilities) ÷ base revenue, need(t) = occupied(t) − occupied(t−1)
 *
 * The first year is the base; growths are signed fractions, compounding. The needs add to the last
 * year's occupation less the base year's. Refused for a base revenue of zero.
 */
export function workingCapital(revenue: Decimal, assets: readonly Decimal[], liabilities: readonly Decimal[], growths: readonly Decimal[]): WorkingCapitalYear[] {
  const [baseAssets, baseLiabilities] = [sum(assets), sum(liabilities)];
  quotient(baseAssets, revenue, "revenue_base");
  const base = { growth: undefined, revenue, assets: baseAssets, liabilities: baseLiabilities, occupied: baseAssets.minus(baseLiabilities), need: undefined };
  let prior: WorkingCapitalYear = base;
  const years = growths.map((growth): WorkingCapitalYear => {
    const factor = ONE.plus(growth);
    const grown = { revenue: prior.revenue.times(factor), assets: prior.assets.times(factor), liabilities: prior.liabilities.times(factor) };
    const occupied = grown.assets.minus(grown.liabilities);
    prior = { growth, ...grown, occupied, need: occupied.minus(prior.occupied) };
    return prior;
  });
  return [base, ...years];
}
