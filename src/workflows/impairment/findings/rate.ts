import { ONE, ZERO } from "../../../core/decimal.ts";
import type { UnitEvaluation } from "../evaluation.ts";
import type { Finding } from "../finding.ts";
import { type UnitSlot, unitSlot } from "../slot.ts";
import type { Unit } from "../state.ts";
import { isPreTax } from "../unit-rate.ts";
import { type Derived, finding, labelCounts, missingUnitLink, needs, type Rule } from "./rule.ts";

/** The discount rate of every unit whose value in use is derived: complete, pre-tax with its residual, plausible. */
export const rateFindings: Rule = (derived): readonly Finding[] =>
  derived.units.filter((unit) => needs(unit).valueInUse && unit.unit.forecast.basis === "rows").flatMap((unit) => [...wanted(unit.unit).flatMap((name) => missingUnitLink(derived, unit.unit, name)), ...labelCounts(derived, unit.unit, "rate-labels", "rate-parts"), ...lengthOfTaxes(derived, unit), ...preTax(derived, unit), ...plausible(derived, unit)]);

/** The links the chosen source cannot do without. */
function wanted(unit: Unit): readonly UnitSlot[] {
  const own: Readonly<Record<Unit["rate"]["source"], readonly UnitSlot[]>> = {
    given: ["rate"],
    "build-up": ["rate-parts"],
    "cost-of-capital": ["risk-free", "beta", "premium", "debt-equity", "cost-debt", "tax-rate"],
  };
  return [...own[unit.rate.source], ...(isPreTax(unit) ? [] : (["taxes"] as const))];
}

function lengthOfTaxes(derived: Derived, { unit, flows }: UnitEvaluation): readonly Finding[] {
  const slot = unitSlot(unit.id, "taxes");
  const taxes = isPreTax(unit) ? undefined : derived.figures.line(slot);
  if (!flows || !taxes || taxes.length === flows.net.length) return [];
  return [finding(derived, { code: "counts-differ", name: "taxes", given: taxes.length, other: "years", expected: flows.net.length }, { outcome: "fail", step: "rate", unit, slot })];
}

function preTax(derived: Derived, { unit, rate, refused }: UnitEvaluation): readonly Finding[] {
  const judged = { step: "rate", unit, clause: "pre-tax-rate" } as const;
  if (refused) {
    const { code } = refused.issue;
    return [finding(derived, { code: "rate-not-found", reason: code }, { ...judged, outcome: "fail", slot: unitSlot(unit.id, code === "growth-too-high" ? "growth" : "rate") })];
  }
  if (!rate) return [];
  const { iteration } = rate;
  const facts = { code: "rate-pre-tax", rate: rate.preTax.toString(), postTax: rate.postTax?.toString() ?? null, residual: iteration ? iteration.residual.toString() : null } as const;
  return [
    finding(derived, facts, { ...judged, outcome: "pass" }),
    ...(unit.rate.source === "given" ? [finding(derived, { code: "rate-built", rate: rate.preTax.toString() }, { ...judged, outcome: "explain", slot: unitSlot(unit.id, "rate") })] : []),
  ];
}

function plausible(derived: Derived, { unit, rate, flows }: UnitEvaluation): readonly Finding[] {
  if (!rate) return [];
  const { preTax: found } = rate;
  const likely = found.gt(ZERO) && found.lt(ONE.div(2));
  const growth = flows?.growth;
  return [
    ...(likely ? [] : [finding(derived, { code: "rate-unlikely", rate: found.toString() }, { outcome: "explain", step: "rate", unit, clause: "pre-tax-rate" })]),
    ...(growth?.gte(found) ? [finding(derived, { code: "growth-below-rate", growth: growth.toString(), rate: found.toString() }, { outcome: "fail", step: "rate", unit, slot: unitSlot(unit.id, "growth"), clause: "growth" })] : []),
  ];
}
