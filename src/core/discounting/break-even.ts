import { type Decimal, ONE } from "../decimal.ts";
import { refuse } from "../refusal.ts";
import { rootsOf, type RootSet } from "../root/roots.ts";
import { at } from "../table.ts";
import { discountFactor } from "./discount-factor.ts";
import { nearestRate } from "./internal-rate.ts";
import { rateEquation } from "./rate-equation.ts";
import { terminalTimeOf, type Valuation, valuation, type ValuationTerms } from "./valuation.ts";

/** What is moved until the value reaches the target. */
export type Lever = "rate" | "growth" | "flows";

export interface BreakEven {
  readonly lever: Lever;
  readonly found: Decimal;
  /** The valuation at the break-even. */
  readonly valuation: Valuation;
  /** Value less target there: what the last digits of the answer leave. */
  readonly residual: Decimal;
  /** All rates that solve the equation, where the lever is the rate. */
  readonly roots?: RootSet;
}

/**
 * The rate, growth, or uniform change of all flows at which DCF.VALUE equals a target (盈亏平衡点).
 *
 *     rate: value(r) = target; of several rates the one nearest to the present rate
 *     growth: g = (X × r − CF(n) × DF(n)) ÷ (X + CF(n) × DF(n)), X = target − PV of the explicit flows, DF(n) the perpetuity's;
 *             with a terminal flow TF, g = r − TF × DF(n) ÷ X
 *     flows: change = target ÷ value − 1, as a fraction, of the explicit flows and the perpetuity alike
 *
 * Refused: no such rate, which is said only where it is proved; no growth below the rate and from −100%
 * on, or a last flow of zero, which none moves; a value of zero, which no change of flows moves.
 */
export function breakEven(terms: ValuationTerms, target: Decimal, lever: Lever): BreakEven {
  if (lever === "rate") {
    const roots = rootsOf(rateEquation(terms, target));
    const perpetual = terms.growth !== undefined || terms.terminalFlow !== undefined;
    const rate = nearestRate(roots, terms.rate, target, (candidate) => !perpetual || candidate.gt(terms.growth ?? 0));
    return { ...reached({ ...terms, rate }, target), lever, found: rate, roots };
  }
  if (lever === "growth") {
    const growth = breakEvenGrowth(terms, target);
    return { ...reached({ ...terms, growth }, target), lever, found: growth };
  }
  const { total } = valuation(terms);
  if (total.isZero()) refuse({ code: "no-break-even-flows" });
  const change = target.div(total).minus(1);
  const scale = ONE.plus(change);
  const scaled = { ...terms, flows: terms.flows.map((flow) => flow.times(scale)), terminalFlow: terms.terminalFlow?.times(scale) };
  return { ...reached(scaled, target), lever, found: change };
}

function reached(terms: ValuationTerms, target: Decimal): Pick<BreakEven, "valuation" | "residual"> {
  const found = valuation(terms);
  return { valuation: found, residual: found.total.minus(target) };
}

function breakEvenGrowth(terms: ValuationTerms, target: Decimal): Decimal {
  const { total } = valuation({ ...terms, growth: undefined, terminalFlow: undefined });
  const missing = target.minus(total);
  const weight = (terms.terminalFlow ?? at(terms.flows, terms.flows.length - 1)).times(discountFactor(terms.rate, terminalTimeOf(terms)));
  // A perpetuity of nothing is worth nothing at any growth.
  if (weight.isZero()) refuse({ code: "no-break-even-growth", rate: terms.rate.toString() });
  const divisor = terms.terminalFlow ? missing : missing.plus(weight);
  if (divisor.isZero()) refuse({ code: "no-break-even-growth", rate: terms.rate.toString() });
  const growth = terms.terminalFlow ? terms.rate.minus(weight.div(divisor)) : missing.times(terms.rate).minus(weight).div(divisor);
  if (growth.gte(terms.rate) || growth.lt(-1)) refuse({ code: "no-break-even-growth", rate: terms.rate.toString() });
  return growth;
}

export interface PreTaxRate {
  readonly posttaxValue: Decimal;
  readonly rate: Decimal;
  readonly pretax: Valuation;
  readonly residual: Decimal;
  readonly roots: RootSet;
}

/**
 * The pre-tax rate that gives pre-tax flows the value post-tax flows have at the post-tax rate (税前折现率).
 *
 *     value(pre-tax flows, r) = value(post-tax flows, post-tax rate)
 *
 * Both are valued with the same growth and timing. Grossing the rate up by 1 − tax is exact only for a
 * level perpetuity and can miss the value by a tenth. Of several solutions the one nearest to the
 * post-tax rate. Source: IAS 36.55, BCZ85; CAS 8 art. 13.
 * Refused: no rate (above the growth) gives that value, which is said only where it is proved.
 */
export function preTaxRate(pretaxFlows: readonly Decimal[], posttax: ValuationTerms): PreTaxRate {
  const { total } = valuation(posttax);
  const pretaxTerms = { flows: pretaxFlows, growth: posttax.growth, timing: posttax.timing ?? "end", terminalAt: posttax.terminalAt };
  const roots = rootsOf(rateEquation(pretaxTerms, total));
  const rate = nearestRate(roots, posttax.rate, total, (candidate) => posttax.growth === undefined || candidate.gt(posttax.growth));
  const pretax = valuation({ ...pretaxTerms, rate });
  return { posttaxValue: total, rate, pretax, residual: pretax.total.minus(total), roots };
}
