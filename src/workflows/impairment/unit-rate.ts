import { Decimal, ONE, sum, ZERO } from "../../core/decimal.ts";
import { preTaxRate } from "../../core/discounting/break-even.ts";
import { costOfEquity, leveredBeta, weightedCost } from "../../core/discounting/cost-of-capital.ts";
import { timesOf } from "../../core/discounting/discount-factor.ts";
import { Refusal } from "../../core/refusal.ts";
import { at } from "../../core/table.ts";
import type { CostOfCapital, NetFlows, UnitRate } from "./evaluation.ts";
import type { LinkedFigures } from "./linked-figures.ts";
import { type UnitSlot, unitSlot } from "./slot.ts";
import type { ImpairmentTest, Unit } from "./state.ts";

/** The discount rate of a unit; undefined where an input is missing, a refusal where no pre-tax rate exists. */
export function unitRate(test: ImpairmentTest, unit: Unit, figures: LinkedFigures, flows: NetFlows | undefined): UnitRate | Refusal | undefined {
  const { source } = unit.rate;
  const buildUp = source === "build-up" ? buildUpOf(unit, figures) : undefined;
  const capital = source === "cost-of-capital" ? capitalOf(test, unit, figures) : undefined;
  const found = buildUp ? sum(buildUp.parts) : (capital?.wacc ?? (source === "given" ? figures.one(unitSlot(unit.id, "rate")) : undefined));
  if (!found) return undefined;
  const parts = { buildUp, capital };
  if (isPreTax(unit)) return { ...parts, preTax: found, postTax: undefined, iteration: undefined, grossUp: undefined };
  const taxes = figures.line(unitSlot(unit.id, "taxes"));
  if (!flows || !taxes || taxes.length !== flows.net.length) return undefined;
  try {
    const iteration = iterated(unit, flows, taxes, found);
    const taxRate = figures.one(unitSlot(unit.id, "tax-rate"));
    const grossUp = taxRate?.lt(1) ? found.div(ONE.minus(taxRate)) : undefined;
    return { ...parts, preTax: iteration.rate, postTax: found, iteration, grossUp };
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** A cost of capital is what investors ask after tax; the other sources are as a person says. */
export function isPreTax({ rate }: Unit): boolean {
  return rate.source !== "cost-of-capital" && rate.basis === "pre-tax";
}

function buildUpOf(unit: Unit, figures: LinkedFigures): UnitRate["buildUp"] {
  const parts = figures.line(unitSlot(unit.id, "rate-parts"));
  if (!parts) return undefined;
  const labels = figures.labels(unitSlot(unit.id, "rate-labels"));
  return { parts, labels: parts.map((_, index) => labels?.[index] ?? "") };
}

function capitalOf(test: ImpairmentTest, unit: Unit, figures: LinkedFigures): CostOfCapital | undefined {
  const one = (name: UnitSlot) => figures.one(unitSlot(unit.id, name));
  const orNone = (name: UnitSlot) => (test.links[unitSlot(unit.id, name)] ? one(name) : ZERO);
  const [riskFree, beta, premium, debtToEquity, costDebt, taxRate] = [one("risk-free"), one("beta"), one("premium"), one("debt-equity"), one("cost-debt"), one("tax-rate")];
  const [size, specific] = [orNone("size"), orNone("specific")];
  if (!riskFree || !beta || !premium || !debtToEquity || !costDebt || !taxRate || !size || !specific) return undefined;
  const levered = unit.rate.betaUnlevered ? leveredBeta(beta, debtToEquity, taxRate) : beta;
  const equity = costOfEquity({ riskFree, beta: levered, premium, size, specific });
  const wacc = weightedCost(equity, costDebt, taxRate, debtToEquity);
  return { riskFree, beta, leveredBeta: levered, premium, size, specific, costOfEquity: equity, debtToEquity, costDebt, taxRate, wacc };
}

/**
 * The pre-tax rate that gives the flows before tax the value they have after tax at the post-tax rate. What is
 * recovered at the end is in both values; working capital deducted today is worth the same at every rate.
 */
function iterated(unit: Unit, flows: NetFlows, taxes: readonly Decimal[], rate: Decimal): NonNullable<UnitRate["iteration"]> {
  const postTaxFlows = flows.net.map((flow, year) => flow.minus(at(taxes, year)));
  const { timing } = unit.forecast;
  const years = flows.net.length;
  // The recovery comes first in the list, for a perpetuity goes on from the last flow of it.
  const times = [new Decimal(years), ...timesOf(timing, years)];
  const found = preTaxRate([flows.recovery, ...flows.net], { flows: [flows.recovery, ...postTaxFlows], rate, growth: flows.growth, timing: times });
  return { ...found, taxes, postTaxFlows };
}
