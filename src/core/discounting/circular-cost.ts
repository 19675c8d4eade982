import { type Decimal, ONE, ZERO } from "../decimal.ts";
import { refuse } from "../refusal.ts";
import { rootsOf, type RootSet } from "../root/roots.ts";
import { at } from "../table.ts";
import { costOfEquity, leveredBeta, weightedCost } from "./cost-of-capital.ts";
import { timesOf } from "./discount-factor.ts";
import { timesLinear } from "./rate-equation.ts";
import { type TerminalAt, terminalTimeOf, valuation, type ValuationTerms } from "./valuation.ts";

export interface CircularTerms {
  readonly flows: readonly Decimal[];
  readonly growth: Decimal;
  readonly timing: NonNullable<ValuationTerms["timing"]>;
  readonly unleveredBeta: Decimal;
  readonly riskFree: Decimal;
  readonly premium: Decimal;
  readonly costDebt: Decimal;
  readonly taxRate: Decimal;
  readonly debt: Decimal;
  readonly specific: Decimal;
  readonly terminalAt?: TerminalAt | undefined;
}

export interface CircularCost {
  readonly wacc: Decimal;
  readonly beta: Decimal;
  readonly costEquity: Decimal;
  readonly debtToEquity: Decimal;
  readonly value: Decimal;
  /** The cost of capital computed from that value less the one it was discounted at. */
  readonly residual: Decimal;
  readonly roots: RootSet;
}

/**
 * The cost of capital at which the debt-to-equity ratio is that of the valuation itself (循环迭代):
 * equity = value − debt, and the value is discounted at the cost of capital that this ratio gives.
 *
 *     WACC = a + b × debt ÷ value(WACC),  a = Rf + α + βU × premium,  b = Kd × (1 − T) − Rf − α − T × βU × premium
 *
 * follows from CAPM, Hamada and the weighted mean. Solved as one equation, not by repeating until it
 * stands still; of several solutions with positive equity the one nearest to the unlevered cost a.
 * Source: filing 001, lines 3568–3571 and 3709: the printed D/E of 20.98% is 3,220 over the appraised
 * equity, not over book net assets.
 */
export function circularCost(terms: CircularTerms): CircularCost {
  const { flows, growth, timing, unleveredBeta, riskFree, premium, costDebt, taxRate, debt, specific, terminalAt } = terms;
  const base = riskFree.plus(specific);
  const a = base.plus(unleveredBeta.times(premium));
  const b = costDebt.times(ONE.minus(taxRate)).minus(base).minus(taxRate.times(unleveredBeta).times(premium));
  const times = timesOf(timing, flows.length);
  const explicit = flows.map((coefficient, index) => ({ coefficient, time: at(times, index) }));
  const terminal = { coefficient: at(flows, flows.length - 1).times(ONE.plus(growth)), time: terminalTimeOf(terms) };
  // (w − a) × (w − g) × value(w) − b × debt × (w − g) = 0.
  const valued = timesLinear([...timesLinear(explicit, growth), terminal], a);
  const owed = timesLinear([{ coefficient: b.times(debt).negated(), time: ZERO }], growth);
  const roots = rootsOf([...valued, ...owed]);
  const valueAt = (rate: Decimal) => valuation({ flows, rate, growth, timing, terminalAt }).total;
  const fitting = roots.roots.map(({ rate }) => rate).filter((rate) => rate.gt(growth) && valueAt(rate).gt(debt));
  const wacc = fitting.toSorted((x, y) => x.minus(a).abs().cmp(y.minus(a).abs()))[0] ?? refuse({ code: "no-circular-cost" });
  const value = valueAt(wacc);
  const debtToEquity = debt.div(value.minus(debt));
  const beta = leveredBeta(unleveredBeta, debtToEquity, taxRate);
  const costEquity = costOfEquity({ riskFree, beta, premium, size: ZERO, specific });
  return { wacc, beta, costEquity, debtToEquity, value, residual: weightedCost(costEquity, costDebt, taxRate, debtToEquity).minus(wacc), roots };
}

