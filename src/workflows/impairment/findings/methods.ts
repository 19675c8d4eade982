import type { UnitEvaluation } from "../evaluation.ts";
import type { Finding } from "../finding.ts";
import { unitSlot } from "../slot.ts";
import { byTree } from "../unit-evaluation.ts";
import { type Derived, finding, money, type Rule } from "./rule.ts";

/** Which measures are estimated, and whether a person decided against the decision tree. */
export const methodFindings: Rule = (derived): readonly Finding[] => derived.units.flatMap((unit) => [...chosenMeasures(derived, unit), ...enough(derived, unit)]);

function chosenMeasures(derived: Derived, { unit, carrying, valueInUse, tree }: UnitEvaluation): readonly Finding[] {
  const own = byTree(unit, carrying, valueInUse);
  const clause = unit.use === "idle" ? "idle-unit" : "recoverable";
  const against = tree.because === "chosen" && tree.measures !== own.measures && !(tree.measures === "both" && unit.use !== "idle");
  const facts = { code: "measures-by-tree", chosen: tree.measures, tree: own.measures, because: own.because } as const;
  return [finding(derived, facts, { outcome: against ? "explain" : "pass", step: "methods", unit, clause, reason: unit.measuresReason })];
}

/** One measure above the carrying amount is enough; one that falls short calls for the second. */
function enough(derived: Derived, { unit, carrying, valueInUse, fairValue, tree }: UnitEvaluation): readonly Finding[] {
  if (!carrying || !valueInUse || tree.measures === "fair-value") return [];
  const [amount, held] = [money(derived, valueInUse.reported), money(derived, carrying.reported)];
  if (valueInUse.reported.gte(carrying.reported)) {
    return [finding(derived, { code: "one-measure-enough", measure: "value-in-use", amount, carrying: held }, { outcome: "pass", step: "methods", unit, clause: "one-measure" })];
  }
  const outcome = fairValue && tree.measures === "both" ? "pass" : "explain";
  return [finding(derived, { code: "second-measure-needed", valueInUse: amount, carrying: held }, { outcome, step: "fair-value", unit, slot: unitSlot(unit.id, "fair-value"), clause: "recoverable" })];
}
