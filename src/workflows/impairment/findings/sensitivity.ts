import { Decimal } from "../../../core/decimal.ts";
import { guarded } from "../../../core/discounting/sensitivity.ts";
import { Refusal } from "../../../core/refusal.ts";
import type { Lever, UnitEvaluation } from "../evaluation.ts";
import type { Finding } from "../finding.ts";
import { headroomAt } from "../sensitivity.ts";
import { type Derived, finding, type Rule } from "./rule.ts";

/** Settings that can be tried, and units whose headroom a reasonably possible change of one assumption uses up (IAS 36.134(f), CAS 8 art. 30). */
export const sensitivityFindings: Rule = (derived): readonly Finding[] => {
  const { rates, growths, flows, lever, points } = derived.test.sensitivity;
  const wrong = [...rates, ...growths, ...flows, lever, points].filter((text) => !isChange(text));
  if (wrong.length > 0) return wrong.map((text) => finding(derived, { code: "sensitivity-setting", text }, { outcome: "fail", step: "sensitivity", about: text }));
  return derived.units.flatMap((unit) => usedUp(derived, unit));
};

export function isChange(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text) && new Decimal(text).abs().lt(10);
}

function usedUp(derived: Derived, { unit, valueInUse, flows, carrying, headroom }: UnitEvaluation): readonly Finding[] {
  if (!valueInUse?.terms || !flows || !carrying || !headroom?.gte(0)) return [];
  const { lever: step, points } = derived.test.sensitivity;
  const value = { terms: valueInUse.terms, flows, carrying: carrying.reported };
  const adverse: readonly (readonly [Lever, Decimal])[] = [["rate", new Decimal(points)], ["flows", new Decimal(step).negated()]];
  return adverse.flatMap(([lever, change]) => {
    const left = guarded(() => headroomAt(value, lever, change));
    if (left instanceof Refusal || left.gte(0)) return [];
    const facts = { code: "reasonably-possible-change", lever, change: change.toFixed(), headroom: left.toFixed() } as const;
    return [finding(derived, facts, { outcome: "note", step: "sensitivity", unit, clause: "sensitivity", about: lever })];
  });
}
