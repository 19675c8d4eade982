import { Decimal, ONE, sum, ZERO } from "../decimal.ts";
import { refuse } from "../refusal.ts";
import { at } from "../table.ts";
import { discountFactor, growthOf } from "./discount-factor.ts";

export interface ModifiedReturn {
  /** The present value of what is paid, at the finance rate; negative. */
  readonly paid: Decimal;
  /** The value at the end of what is received, at the reinvestment rate. */
  readonly received: Decimal;
  readonly periods: number;
  readonly rate: Decimal;
}

/**
 * Modified internal rate of return (修正内部收益率): what is paid is financed at one rate, what is received is
 * reinvested at another until the end.
 *
 *     MIRR = (Σ positive flow × (1 + reinvest)^(n − t) ÷ −Σ negative flow × (1 + finance)^−t)^(1 ÷ n) − 1
 *
 * Flows stand at times 0 … n. Always one answer where the internal rate of return has several or none.
 * Refused: no negative flow (nothing was paid); a single flow.
 */
export function modifiedReturn(flows: readonly Decimal[], financeRate: Decimal, reinvestRate: Decimal): ModifiedReturn {
  const periods = flows.length - 1;
  if (periods < 1) refuse({ code: "too-few-flows", parameter: "flows", minimum: 2 });
  const paid = sum(flows.map((flow, t) => (flow.isNegative() ? flow.times(discountFactor(financeRate, new Decimal(t))) : ZERO)));
  const received = sum(flows.map((flow, t) => (flow.gt(0) ? flow.times(growthOf(reinvestRate).pow(periods - t)) : ZERO)));
  if (paid.isZero()) refuse({ code: "nothing-paid", parameter: "flows" });
  const rate = received.div(paid.negated()).pow(ONE.div(periods)).minus(1);
  return { paid, received, periods, rate };
}

export interface Payback {
  /** The first period whose end finds everything recovered; 0 where nothing was ever owed. */
  readonly period: number;
  /** What was still missing at its beginning, and what it brings. */
  readonly missing: Decimal;
  readonly brought: Decimal;
  readonly years: Decimal;
}

/**
 * Payback period (投资回收期): the years until the flows have returned what was paid.
 *
 *     years = (T − 1) + amount missing at the end of year T − 1 ÷ flow of year T
 *
 * T is the first year at whose end the running total is no longer negative; inside it the flow is taken
 * as even. Flows stand at times 0 … n and are discounted first where a rate is given (动态投资回收期).
 * Source: 建设项目经济评价方法与参数 (third edition); filing 001, lines 2717–2731.
 * Undefined where the flows never recover what was paid.
 */
export function payback(flows: readonly Decimal[], rate: Decimal): Payback | undefined {
  let total = ZERO;
  for (let period = 0; period < flows.length; period++) {
    const brought = at(flows, period).times(discountFactor(rate, new Decimal(period)));
    const missing = total.negated();
    total = total.plus(brought);
    if (total.isNegative()) continue;
    const years = period === 0 ? ZERO : new Decimal(period - 1).plus(brought.isZero() ? 0 : missing.div(brought));
    return { period, missing, brought, years };
  }
  return undefined;
}
