import { type Decimal, ONE, ZERO } from "../decimal.ts";
import { quotient } from "../quotient.ts";
import { refuse } from "../refusal.ts";
import { at, consecutive } from "../table.ts";
import { projectFlows, projectNpv, type ProjectYear } from "./evaluation.ts";

/** What a sensitivity analysis of a project varies. */
export type ProjectFactor = "capex" | "revenue" | "cost";

export const projectFactors: readonly ProjectFactor[] = ["capex", "revenue", "cost"];

/** The plan with one of its factors changed by the same fraction in every year; depreciation stays as planned. */
export function changedPlan(years: readonly ProjectYear[], factor: ProjectFactor, change: Decimal): ProjectYear[] {
  return years.map((year) => ({ ...year, [factor]: year[factor].times(ONE.plus(change)) }));
}

/** Flows after tax of a changed plan. */
export function changedFlows(years: readonly ProjectYear[], taxRate: Decimal, factor: ProjectFactor, change: Decimal): Decimal[] {
  return projectFlows(changedPlan(years, factor, change), taxRate, ZERO).map(({ posttax }) => posttax);
}

/**
 * Sensitivity coefficient (敏感度系数): relative change of the internal rate of return ÷ relative change of
 * the factor. Signed. Refused for a rate of zero, and for a change of zero.
 */
export function sensitivityCoefficient(rate: Decimal, baseRate: Decimal, change: Decimal): Decimal {
  return quotient(quotient(rate.minus(baseRate), baseRate, "IRR"), change, "changes");
}

/** Two changes with the values there, between which the value runs on a straight line. */
export interface CriticalPoint {
  readonly change: Decimal;
  readonly low: Decimal;
  readonly high: Decimal;
  readonly lowValue: Decimal;
  readonly highValue: Decimal;
}

/**
 * Critical point (临界点): the change of a factor at which the net present value after tax is zero.
 *
 * Tax is max(0, EBIT) × rate, so the value is a straight line between the changes at which some year's EBIT
 * passes zero; on the piece where the sign changes the zero is found exactly. Refused where no change of
 * −100% or more brings it about.
 */
export function criticalPoint(years: readonly ProjectYear[], taxRate: Decimal, rate: Decimal, factor: ProjectFactor): CriticalPoint {
  const value = (change: Decimal) => projectNpv(rate, changedFlows(years, taxRate, factor, change));
  const bends = bendsOf(years, factor).filter((change) => change.gt(-1));
  const ends = [ONE.negated(), ...bends, (bends.at(-1) ?? ZERO).plus(1)];
  const points = ends.map((change) => ({ change, value: value(change) }));
  const crossing = consecutive(points).find(([low, high]) => low.value.times(high.value).lte(0) && !low.value.eq(high.value));
  const [low, high] = crossing ?? [at(points, points.length - 2), at(points, points.length - 1)];
  const rise = high.value.minus(low.value);
  if (rise.isZero()) return refuse({ code: "no-critical-point" });
  const change = low.change.minus(low.value.times(high.change.minus(low.change)).div(rise));
  // Beyond the last bend the line runs on; backwards it would leave the piece it belongs to.
  if (change.lt(low.change)) return refuse({ code: "no-critical-point" });
  return { change, low: low.change, high: high.change, lowValue: low.value, highValue: high.value };
}

/** The changes of a factor at which some year's EBIT is zero, ascending. */
function bendsOf(years: readonly ProjectYear[], factor: ProjectFactor): Decimal[] {
  if (factor === "capex") return [];
  return years
    .flatMap(({ revenue, cost, depreciation, surtax }) => {
      const moving = factor === "revenue" ? revenue : cost;
      if (moving.isZero()) return [];
      const needed = factor === "revenue" ? cost.plus(depreciation).plus(surtax) : revenue.minus(surtax).minus(depreciation);
      return [needed.div(moving).minus(1)];
    })
    .toSorted((a, b) => a.cmp(b));
}
