import type { UnitEvaluation } from "../evaluation.ts";
import type { Finding } from "../finding.ts";
import { itemSlot, type UnitSlot, unitSlot } from "../slot.ts";
import { type Derived, finding, labelCounts, missingLink, missingUnitLink, needs, type Rule } from "./rule.ts";

/** How past forecasts turned out, before new ones are relied on (IAS 36.34). */
export const backTestFindings: Rule = (derived): readonly Finding[] => derived.units.filter((unit) => needs(unit).valueInUse).flatMap((unit) => [...incomplete(derived, unit), ...outcome(derived, unit)]);

function incomplete(derived: Derived, { unit }: UnitEvaluation): readonly Finding[] {
  const { links } = derived.test;
  const has = (name: UnitSlot) => links[unitSlot(unit.id, name)] !== undefined;
  const ranges = has("back-low") || has("back-high") || has("back-actual") ? (["back-low", "back-actual"] as const).flatMap((name) => missingUnitLink(derived, unit, name)) : [];
  const actual = derived.figures.entries(unitSlot(unit.id, "back-actual"));
  const lengths = (["back-low", "back-high"] as const).flatMap((name): Finding[] => {
    const given = derived.figures.entries(unitSlot(unit.id, name));
    if (!given || !actual || given.length === actual.length) return [];
    return [finding(derived, { code: "counts-differ", name, given: given.length, other: "back-actual", expected: actual.length }, { outcome: "fail", step: "back-test", unit, slot: unitSlot(unit.id, name), about: name })];
  });
  const past = unit.past.flatMap(({ id }) => (["past", "actual"] as const).flatMap((name) => missingLink(derived, itemSlot(unit.id, name, id), name, unit)));
  return [...ranges, ...lengths, ...labelCounts(derived, unit, "back-labels", "back-actual"), ...past];
}

function outcome(derived: Derived, { unit, backTest }: UnitEvaluation): readonly Finding[] {
  const judged = { step: "back-test", unit, clause: "past-forecasts" } as const;
  if (!backTest) return [finding(derived, { code: "back-test-missing" }, { ...judged, outcome: "explain" })];
  const count = (position: "below" | "within" | "above") => backTest.filter((row) => row.position === position).length;
  const facts = { code: "back-test", below: count("below"), within: count("within"), above: count("above") } as const;
  return [finding(derived, facts, { ...judged, outcome: facts.below + facts.above > 0 ? "explain" : "pass" })];
}
