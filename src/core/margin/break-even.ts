import { type Decimal, ONE } from "../decimal.ts";
import { quotient } from "../quotient.ts";
import { refuse } from "../refusal.ts";
import { grossMargin } from "./gross-margin.ts";
import type { TradingPeriod } from "./sensitivity.ts";

/**
 * Revenue, cost and margin after a change of the selling price and of the price of an input, all
 * quantities unchanged:
 *
 *     revenue × (1 + price shock), cost + input cost × input shock
 *
 * Shocks are signed fractions. The margin is refused where the revenue after the shock is zero; `index` counts
 * the price shocks from 1.
 */
export function afterShocks({ revenue, cost, inputCost }: TradingPeriod, priceShock: Decimal, inputShock: Decimal, index?: number) {
  const after = { revenue: revenue.times(ONE.plus(priceShock)), cost: cost.plus(inputCost.times(inputShock)) };
  const profit = after.revenue.minus(after.cost);
  const margin = () => {
    if (revenue.isZero()) return grossMargin(after);
    return quotient(profit, after.revenue, "revenue × (1 + price_shocks)", index);
  };
  return { ...after, profit, margin };
}

/**
 * The change of the input's price at which the gross margin equals the target (盈亏平衡原材料涨幅):
 *
 *     s = (R − C − t × R) ÷ I
 *
 * A signed fraction; with a target of 0 it is gross profit ÷ input cost. Refused for an input cost of
 * zero, and for a revenue of zero, which has no margin.
 */
export function inputBreakEven({ revenue, cost, inputCost }: TradingPeriod, target: Decimal, index?: number): Decimal {
  quotient(cost, revenue, "revenue", index);
  return quotient(revenue.minus(cost).minus(target.times(revenue)), inputCost, "input_cost", index);
}

/**
 * The change of the selling price at which the gross margin equals the target, cost unchanged:
 *
 *     R × (1 + p) = C ÷ (1 − t), p = C ÷ (R × (1 − t)) − 1
 *
 * Refused where no positive price gives that margin: a target of 100% or more while there is a cost.
 */
export function priceBreakEven({ revenue, cost }: Pick<TradingPeriod, "revenue" | "cost">, target: Decimal, index?: number): Decimal {
  quotient(cost, revenue, "revenue", index);
  const kept = ONE.minus(target);
  const priced = kept.isZero() ? undefined : cost.div(kept).div(revenue);
  if (priced === undefined || priced.lte(0)) return refuse({ code: "no-such-margin", parameter: "revenue", index, target: target.toString() });
  return cost.minus(revenue.times(kept)).div(revenue.times(kept));
}

/**
 * The change of the selling price that makes good a change of the input's price (成本转嫁所需售价变动):
 *
 *     to keep the gross margin p = I × s ÷ C, to keep the gross profit p = I × s ÷ R
 *
 * Signed fractions. Refused where what it is divided by is zero.
 */
export function passThroughPrice({ revenue, cost, inputCost }: TradingPeriod, shock: Decimal, keep: "margin" | "profit", index?: number): Decimal {
  const change = inputCost.times(shock);
  const base = quotient(change, revenue, "revenue", index);
  return keep === "profit" ? base : quotient(change, cost, "cost", index);
}
