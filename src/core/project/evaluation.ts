import { Decimal, ONE, ZERO } from "../decimal.ts";
import { discountFactor } from "../discounting/discount-factor.ts";
import { chosenRate, internalRates } from "../discounting/internal-rate.ts";
import { payback } from "../discounting/measures.ts";
import { presentValue } from "../discounting/present-value.ts";
import { refuse } from "../refusal.ts";

/** What is planned for a year of a project, all amounts positive. */
export interface ProjectYear {
  readonly capex: Decimal;
  readonly revenue: Decimal;
  /** Cash cost, without depreciation and interest (经营成本). */
  readonly cost: Decimal;
  readonly depreciation: Decimal;
  /** Put into working capital in this year; all of it returns in the last. */
  readonly workingCapital: Decimal;
  readonly surtax: Decimal;
}

/** The flows of a year, before and after income tax. */
export interface ProjectFlow {
  readonly ebit: Decimal;
  readonly tax: Decimal;
  readonly pretax: Decimal;
  readonly posttax: Decimal;
  /** Salvage and working capital that come back at the end of the last year. */
  readonly returned: Decimal;
}

/**
 * Yearly flows of a project before financing (项目投资现金流量):
 *
 *     EBIT     = revenue − surtax − cost − depreciation
 *     tax      = max(0, EBIT) × tax rate                     (调整所得税; a loss is not carried forward)
 *     pre-tax  = revenue − surtax − cost − capex − working capital (+ salvage + working capital in year n)
 *     post-tax = pre-tax − tax
 *
 * Flows stand at the ends of years 1 … n. Source: 建设项目经济评价方法与参数 (third edition).
 */
export function projectFlows(years: readonly ProjectYear[], taxRate: Decimal, salvage: Decimal): ProjectFlow[] {
  const invested = years.reduce((total, { workingCapital }) => total.plus(workingCapital), ZERO);
  return years.map(({ capex, revenue, cost, depreciation, workingCapital, surtax }, index) => {
    const operating = revenue.minus(surtax).minus(cost);
    const ebit = operating.minus(depreciation);
    const tax = Decimal.max(0, ebit).times(taxRate);
    const returned = index === years.length - 1 ? salvage.plus(invested) : ZERO;
    const pretax = operating.minus(capex).minus(workingCapital).plus(returned);
    return { ebit, tax, pretax, posttax: pretax.minus(tax), returned };
  });
}

/** Net present value (财务净现值) of flows at the ends of years 1 … n, at the beginning of year 1. */
export function projectNpv(rate: Decimal, flows: readonly Decimal[]): Decimal {
  return presentValue(rate, flows, "end").total;
}

/**
 * Internal rate of return (财务内部收益率) of flows at the ends of years, above −100%: of several the one
 * nearest zero, of +r and −r the positive. Refused where no rate, or every rate, brings the value to nil, and
 * where rates fall so close together that they could not be told apart.
 */
export function internalRate(flows: readonly Decimal[]): Decimal {
  return chosenRate(internalRates(flows), 1).rate;
}

/** How long a project takes to pay back, and the year in which it does. */
export interface ProjectPayback {
  readonly years: Decimal;
  /** The year, from 1, at whose end everything is recovered; what was missing at its beginning, and what it brings. */
  readonly year: number;
  readonly missing: Decimal;
  readonly brought: Decimal;
}

/**
 * Payback period from the start of year 1 (投资回收期，含建设期): (T − 1) + amount missing at the end of
 * year T − 1 ÷ flow of year T, with flows discounted to the start of year 1 where a rate is given (动态).
 * Refused where the flows never recover what was paid.
 */
export function projectPayback(flows: readonly Decimal[], rate: Decimal = ZERO): ProjectPayback {
  const found = payback(flows, rate);
  if (!found) return refuse({ code: "never-recovered" });
  // payback() counts from the first flow; here that one stands at the end of year 1 already.
  const factor = discountFactor(rate, ONE);
  return {
    years: found.period === 0 ? ZERO : found.years.plus(1),
    year: found.period + 1,
    missing: found.missing.times(factor),
    brought: found.brought.times(factor),
  };
}
