import type { UnitEvaluation } from "./evaluation.ts";
import { type UnitSlot, unitSlots } from "./slot.ts";
import { slotRules } from "./slot-rule.ts";
import type { Unit } from "./state.ts";
import { isPreTax } from "./unit-rate.ts";

const fairValueSlots: Readonly<Record<Unit["fairValue"]["method"], readonly UnitSlot[]>> = {
  market: ["fair-value"],
  income: ["fair-value"],
  replacement: ["replacement-cost", "newness", "economic-life", "years-used", "surveyed", "obsolescence", "newness-weights", "market-discount"],
  "in-use-scrap": ["replacement-cost", "newness", "economic-life", "years-used", "surveyed", "obsolescence", "newness-weights", "scrap-tonnes", "scrap-prices", "scrap-recovery", "scrap-vat", "scrap-rate", "scrap-years"],
};

const rateSlots: Readonly<Record<Unit["rate"]["source"], readonly UnitSlot[]>> = {
  "build-up": ["rate-parts", "rate-labels"],
  "cost-of-capital": ["risk-free", "beta", "premium", "size", "specific", "debt-equity", "cost-debt", "tax-rate"],
  given: ["rate"],
};

/** The places of a unit that its settings make use of: the others keep their links, but nothing is asked of them. */
export function slotsInUse({ unit, tree }: Pick<UnitEvaluation, "unit" | "tree">): ReadonlySet<string> {
  const valueInUse = tree.measures !== "fair-value";
  const derived = valueInUse && unit.forecast.basis === "rows";
  const byStep = (step: string) => unitSlots.filter((name) => slotRules[name].step === step);
  return new Set<string>([
    ...byStep("units"),
    ...byStep("result"),
    ...byStep("allocation").filter((name) => name !== "asset-floors" || unit.allocation === "pro-rata"),
    ...(valueInUse ? byStep("back-test") : []),
    ...(valueInUse && !derived ? ["value-in-use"] : []),
    ...(derived ? byStep("forecast").filter((name) => name !== "value-in-use" && (name !== "growth" || unit.forecast.perpetuity)) : []),
    ...(derived ? [...rateSlots[unit.rate.source], ...(isPreTax(unit) ? [] : ["taxes", "tax-rate"])] : []),
    ...(tree.measures === "value-in-use" ? [] : [...fairValueSlots[unit.fairValue.method], ...(unit.fairValue.net ? [] : ["disposal-costs"])]),
    ...(derived ? ["row"] : []),
    ...(valueInUse ? ["past", "actual"] : []),
    ...(tree.measures === "value-in-use" || unit.fairValue.net ? [] : ["thresholds", "rates"]),
  ]);
}
