import { type Decimal, ZERO } from "../decimal.ts";
import { quotient } from "../quotient.ts";
import { refuse } from "../refusal.ts";

/** What a period sold for, what that cost, and how much of the cost is the input whose price moves. */
export interface TradingPeriod {
  readonly revenue: Decimal;
  readonly cost: Decimal;
  readonly inputCost: Decimal;
}

/** A period before and after a change of the price of its input. */
export interface ShockedPeriod {
  readonly revenue: Decimal;
  readonly cost: Decimal;
}

/**
 * Revenue and cost after the price of an input has changed, all quantities unchanged:
 *
 *     cost after    = cost + input cost × shock
 *     revenue after = revenue + pass-through × input cost × shock
 *
 * `shock` and `passThrough` are signed fractions; a pass-through of 1 hands the whole change of
 * cost on to the customer. Source: filing 003, lines 262–276 (其他条件不变，仅相关原材料价格变动).
 */
export function shocked({ revenue, cost, inputCost }: TradingPeriod, shock: Decimal, passThrough: Decimal = ZERO): ShockedPeriod {
  const change = inputCost.times(shock);
  return { revenue: revenue.plus(passThrough.times(change)), cost: cost.plus(change) };
}

/**
 * Change of cost as a share of the cost (营业成本变动): input cost × shock ÷ cost.
 *
 * A signed fraction. `index` counts periods from 1 for the refusal of a zero cost.
 * Source: filing 003, lines 270 and 273.
 */
export function costChange({ cost, inputCost }: Pick<TradingPeriod, "cost" | "inputCost">, shock: Decimal, index: number): Decimal {
  return quotient(inputCost.times(shock), cost, "cost", index);
}

/**
 * Change of gross profit as a share of the gross profit (毛利变动):
 *
 *     (pass-through − 1) × input cost × shock ÷ (revenue − cost)
 *
 * A signed fraction: a fall is negative. Refused for a gross profit of zero, and for a loss, of
 * which no share can be taken without turning the sign. Source: filing 003, lines 271 and 274.
 */
export function grossProfitChange({ revenue, cost, inputCost }: TradingPeriod, shock: Decimal, passThrough: Decimal, index: number): Decimal {
  const grossProfit = revenue.minus(cost);
  if (grossProfit.lt(0)) refuse({ code: "negative-gross-profit", parameter: "revenue", index, grossProfit: grossProfit.toFixed() });
  return quotient(passThrough.minus(1).times(inputCost).times(shock), grossProfit, "revenue − cost", index);
}

/**
 * Change of the gross margin in percentage points, as a fraction (毛利率变动):
 *
 *     (revenue after − cost after) ÷ revenue after − (revenue − cost) ÷ revenue
 *
 * Taken from unrounded figures and put on one denominator, input cost × shock ×
 * (pass-through × cost − revenue) ÷ (revenue × revenue after), so that a shock of zero gives
 * exactly zero. Without pass-through it is −input cost × shock ÷ revenue. Refused where revenue is
 * zero before or after. Source: filing 003, lines 272, 275 and 276 (printed with %, meaning points).
 */
export function marginChange(period: TradingPeriod, shock: Decimal, passThrough: Decimal, index: number): Decimal {
  const { revenue, cost, inputCost } = period;
  const after = shocked(period, shock, passThrough).revenue;
  const change = quotient(inputCost.times(shock).times(passThrough.times(cost).minus(revenue)), revenue, "revenue", index);
  return quotient(change, after, "revenue + pass_through × input_cost × shock", index);
}
