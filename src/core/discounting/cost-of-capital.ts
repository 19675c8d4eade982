import { type Decimal, ONE } from "../decimal.ts";

/** What a cost of equity is built from; all fractions, beta a number. */
export interface CapmTerms {
  readonly riskFree: Decimal;
  readonly beta: Decimal;
  readonly premium: Decimal;
  readonly size: Decimal;
  readonly specific: Decimal;
}

/**
 * Cost of equity by the capital asset pricing model (资本资产定价模型).
 *
 *     cost of equity = risk-free rate + beta × market premium + size premium + specific risk
 *
 * Source: filing 001, lines 3615–3618 and 3694–3702 (3.96% + 1.0532 × 6.99% + 3.00% = 14.32%).
 */
export function costOfEquity({ riskFree, beta, premium, size, specific }: CapmTerms): Decimal {
  return riskFree.plus(beta.times(premium)).plus(size).plus(specific);
}

/** 1 + (1 − tax) × debt ÷ equity: what debt makes of a beta. */
export function leverage(debtToEquity: Decimal, taxRate: Decimal): Decimal {
  return ONE.plus(ONE.minus(taxRate).times(debtToEquity));
}

/**
 * Beta with the debt of the company (Hamada): beta(levered) = beta(unlevered) × (1 + (1 − T) × D/E).
 * Source: filing 001, lines 3653–3672 (0.9100 at D/E 20.98% and 25% tax gives 1.0532).
 */
export function leveredBeta(unlevered: Decimal, debtToEquity: Decimal, taxRate: Decimal): Decimal {
  return unlevered.times(leverage(debtToEquity, taxRate));
}

/** Beta without debt, the inverse: beta(unlevered) = beta(levered) ÷ (1 + (1 − T) × D/E). */
export function unleveredBeta(levered: Decimal, debtToEquity: Decimal, taxRate: Decimal): Decimal {
  return levered.div(leverage(debtToEquity, taxRate));
}

/**
 * Weighted average cost of capital (加权平均资本成本), after tax.
 *
 *     WACC = Ke × E/(D + E) + Kd × (1 − T) × D/(D + E),  E/(D + E) = 1 ÷ (1 + D/E)
 *
 * Source: filing 001, lines 3694–3709 (12.75%).
 */
export function weightedCost(costEquity: Decimal, costDebt: Decimal, taxRate: Decimal, debtToEquity: Decimal): Decimal {
  const whole = ONE.plus(debtToEquity);
  return costEquity.plus(costDebt.times(ONE.minus(taxRate)).times(debtToEquity)).div(whole);
}

/** The lines of a free cash flow to the firm of one period. */
export interface FreeCashFlowTerms {
  readonly ebit: Decimal;
  readonly taxRate: Decimal;
  readonly depreciation: Decimal;
  readonly capex: Decimal;
  readonly changeInWorkingCapital: Decimal;
}

/**
 * Free cash flow to the firm (企业自由现金流量).
 *
 *     FCFF = EBIT × (1 − T) + depreciation and amortisation − capital expenditure − increase of working capital
 *
 * Tax is taken on the signed EBIT: a loss brings its tax back in the same period, because the firm is
 * valued as a going concern. Source: filing 001, lines 3358–3370 (net profit + interest × (1 − T) there, the same figure).
 */
export function freeCashFlow({ ebit, taxRate, depreciation, capex, changeInWorkingCapital }: FreeCashFlowTerms): Decimal {
  return ebit.times(ONE.minus(taxRate)).plus(depreciation).minus(capex).minus(changeInWorkingCapital);
}
