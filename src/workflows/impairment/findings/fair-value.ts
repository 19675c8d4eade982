import { type Decimal, rounded } from "../../../core/decimal.ts";
import type { UnitEvaluation } from "../evaluation.ts";
import type { Finding } from "../finding.ts";
import { itemSlot, type Slot, type UnitSlot, unitSlot } from "../slot.ts";
import type { Unit } from "../state.ts";
import { type Derived, finding, missingLink, missingUnitLink, money, needs, type Rule } from "./rule.ts";

/** Fair value less costs of disposal of every unit that needs it, whatever the method: complete, with its costs, and not empty. */
export const fairValueFindings: Rule = (derived): readonly Finding[] =>
  derived.units
    .filter((unit) => needs(unit).fairValue)
    .flatMap((unit) => [...wanted(derived, unit.unit).flatMap((name) => missingUnitLink(derived, unit.unit, name)), ...counts(derived, unit.unit), ...fees(derived, unit.unit), ...costs(derived, unit), ...empty(derived, unit)]);

/** The links the chosen method cannot do without. */
function wanted({ test: { links } }: Derived, { id, fairValue: { method, income } }: Unit): readonly UnitSlot[] {
  const newness: readonly UnitSlot[] = links[unitSlot(id, "newness")] ? [] : ["economic-life", "years-used"];
  switch (method) {
    case "market":
      return ["fair-value"];
    case "income":
      return income === "linked" ? ["fair-value"] : [];
    case "replacement":
      return ["replacement-cost", ...newness, "market-discount"];
    case "in-use-scrap":
      return ["replacement-cost", ...newness, "scrap-tonnes", "scrap-prices"];
  }
}

/** One figure for all assets, or one for each. */
function counts(derived: Derived, unit: Unit): readonly Finding[] {
  const { method } = unit.fairValue;
  const slot = (name: UnitSlot) => unitSlot(unit.id, name);
  const differs = (name: UnitSlot, other: UnitSlot, alsoOne: boolean): readonly Finding[] => {
    const [given, expected] = [derived.figures.entries(slot(name))?.length, derived.figures.entries(slot(other))?.length];
    if (given === undefined || expected === undefined || given === expected || (alsoOne && given === 1)) return [];
    return [finding(derived, { code: "counts-differ", name, given, other, expected }, { outcome: "fail", step: "fair-value", unit, slot: slot(name), about: name })];
  };
  if (method === "market" || method === "income") return [];
  const assets = (["newness", "economic-life", "years-used", "surveyed", "obsolescence"] as const).flatMap((name) => differs(name, "replacement-cost", true));
  const weights = derived.figures.line(slot("newness-weights"));
  return [
    ...assets,
    ...(method === "replacement" ? differs("market-discount", "replacement-cost", true) : differs("scrap-prices", "scrap-tonnes", false)),
    ...(weights && (weights.length !== 2 || !weights.reduce((total, weight) => total.plus(weight)).eq(1)) ? [finding(derived, { code: "weights-not-one", sum: weights.map(String).join(" + ") }, { outcome: "fail", step: "fair-value", unit, slot: slot("newness-weights") })] : []),
    ...zeroLives(derived, unit),
  ];
}

function zeroLives(derived: Derived, unit: Unit): readonly Finding[] {
  const slot = unitSlot(unit.id, "economic-life");
  if (!derived.figures.line(slot)?.some((life) => life.isZero())) return [];
  return [finding(derived, { code: "out-of-range", name: "economic-life", value: "0", minimum: "0", maximum: null }, { outcome: "fail", step: "fair-value", unit, slot })];
}

/** Progressive tiers start at zero, ascend, and have one rate each. */
function fees(derived: Derived, unit: Unit): readonly Finding[] {
  if (unit.fairValue.net) return [];
  return unit.fairValue.schedules.flatMap(({ id, name }) => {
    const [low, rates] = [itemSlot(unit.id, "thresholds", id), itemSlot(unit.id, "rates", id)];
    const missing = ([[low, "thresholds"], [rates, "rates"]] as const).flatMap(([slot, part]) => missingLink(derived, slot, part, unit));
    const [thresholds, percentages] = [derived.figures.line(low), derived.figures.line(rates)];
    if (!thresholds || !percentages || (ascends(thresholds) && thresholds.length === percentages.length)) return missing;
    return [...missing, finding(derived, { code: "fee-tiers", schedule: name, thresholds: thresholds.length, rates: percentages.length }, { outcome: "fail", step: "fair-value", unit, slot: low, about: id })];
  });
}

function ascends(thresholds: readonly Decimal[]): boolean {
  return thresholds.every((threshold, index) => (index === 0 ? threshold.isZero() : threshold.gt(thresholds[index - 1] ?? 0)));
}

function costs(derived: Derived, { unit }: UnitEvaluation): readonly Finding[] {
  const slot: Slot = unitSlot(unit.id, "disposal-costs");
  const given = unit.fairValue.net || derived.test.links[slot] !== undefined || unit.fairValue.schedules.length > 0;
  return [finding(derived, { code: "costs-of-disposal", given, net: unit.fairValue.net }, { outcome: given ? "pass" : "explain", step: "fair-value", unit, slot, clause: "fair-value" }), ...costsOf(derived, unit)];
}

/** Costs said to be of each asset must be as many; as many as there are assets, spread all the same, need a word where it decides the loss. */
function costsOf(derived: Derived, unit: Unit): readonly Finding[] {
  const slot = unitSlot(unit.id, "disposal-costs");
  const measured = unit.fairValue.method === "market" || unit.fairValue.method === "income" ? "fair-value" : "replacement-cost";
  const [given, expected] = [derived.figures.line(slot)?.length, derived.figures.line(unitSlot(unit.id, measured))?.length];
  if (unit.fairValue.net || given === undefined || expected === undefined) return [];
  const judged = { step: "fair-value", unit, slot, about: "costs" } as const;
  if (unit.fairValue.costs === "asset") return given === expected ? [] : [finding(derived, { code: "counts-differ", name: "disposal-costs", given, other: measured, expected }, { ...judged, outcome: "fail" })];
  return unit.allocation === "asset-by-asset" && given === expected && given > 1 ? [finding(derived, { code: "costs-spread", count: given }, { ...judged, outcome: "explain", clause: "fair-value" })] : [];
}

/** A fair value that is the value in use less costs can never be the higher of the two: the second test decides nothing (filing 004, line 795). */
function empty(derived: Derived, { unit, fairValue, valueInUse, tree }: UnitEvaluation): readonly Finding[] {
  if (!fairValue || !valueInUse || tree.measures !== "both") return [];
  const { digits } = derived.test.frame;
  const same = fairValue.fairValue.eq(valueInUse.reported) || rounded(fairValue.fairValue, digits).eq(rounded(valueInUse.unrounded, digits));
  const facts = { code: "fair-value-as-value-in-use", fairValue: money(derived, fairValue.fairValue), valueInUse: money(derived, valueInUse.reported) } as const;
  return [finding(derived, facts, { outcome: same ? "explain" : "pass", step: "fair-value", unit, slot: unitSlot(unit.id, "fair-value"), clause: "fair-value" })];
}
