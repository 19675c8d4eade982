import type { Decimal } from "../../../core/decimal.ts";
import type { RangeAddress } from "../../../workbook/address.ts";
import type { Evaluation, UnitEvaluation } from "../evaluation.ts";
import { type ClauseId, explanationOf, type Finding, type FindingFacts, findingKey, type Outcome } from "../finding.ts";
import { type Slot, type UnitSlot, unitSlot } from "../slot.ts";
import { slotRules } from "../slot-rule.ts";
import type { ImpairmentTest } from "../state.ts";
import type { StepName } from "../step.ts";

/** What rules judge: a derivation without its findings. */
export type Derived = Omit<Evaluation, "findings">;

/** One subject's rules. */
export type Rule = (derived: Derived, previous: ImpairmentTest | undefined) => readonly Finding[];

export interface Judged {
  /** "explain" becomes "explained" where a person has said why. */
  readonly outcome: Exclude<Outcome, "explained">;
  readonly step: StepName;
  readonly unit?: UnitEvaluation["unit"] | undefined;
  readonly slot?: Slot | undefined;
  readonly cell?: RangeAddress | undefined;
  readonly clause?: ClauseId | undefined;
  /** Why it is so, where a person has said it elsewhere. */
  readonly reason?: string | undefined;
  /** Tells findings of one code and unit apart. */
  readonly about?: string | undefined;
}

/** A finding with its key, its explanation, and the cell to go to. */
export function finding({ test, figures }: Derived, facts: FindingFacts, { outcome, step, unit, slot, cell, clause, reason = "", about }: Judged): Finding {
  const key = findingKey(facts.code, unit?.id, about);
  const explanation = explanationOf(test, key) ?? (reason.trim() === "" ? undefined : reason);
  const place = cell ?? (slot && figures.readings.get(slot)?.range);
  return {
    facts,
    step,
    key,
    outcome: outcome === "explain" && explanation !== undefined ? "explained" : outcome,
    ...(unit && { unit: unit.id }),
    ...(slot && { slot }),
    ...(place && { cell: place }),
    ...(clause && { clause }),
    ...(explanation !== undefined && { explanation }),
  };
}

/** An amount with the decimals of the frame: 22330.00. One that has more keeps them: it is no reported figure. */
export function money({ test: { frame } }: Derived, value: Decimal): string {
  const digits = Math.max(0, frame.digits);
  return value.decimalPlaces() > digits ? value.toFixed() : value.toFixed(digits);
}

/** A link that the chosen method cannot do without. */
export function missingLink(derived: Derived, slot: Slot, name: Extract<FindingFacts, { code: "link-missing" }>["name"], unit?: UnitEvaluation["unit"]): readonly Finding[] {
  if (derived.test.links[slot]) return [];
  return [finding(derived, { code: "link-missing", name }, { outcome: "fail", step: slotRules[name].step, unit, slot, about: slot })];
}

/** The same for a figure of a unit. */
export function missingUnitLink(derived: Derived, unit: UnitEvaluation["unit"], name: Parameters<typeof unitSlot>[1]): readonly Finding[] {
  return missingLink(derived, unitSlot(unit.id, name), name, unit);
}

/** Names that do not go with their figures one by one. */
export function labelCounts(derived: Derived, unit: UnitEvaluation["unit"], name: UnitSlot, other: UnitSlot): readonly Finding[] {
  const slot = unitSlot(unit.id, name);
  const [given, expected] = [derived.figures.labels(slot)?.length, derived.figures.entries(unitSlot(unit.id, other))?.length];
  if (given === undefined || expected === undefined || given === expected) return [];
  return [finding(derived, { code: "counts-differ", name, given, other, expected }, { outcome: "fail", step: slotRules[name].step, unit, slot, about: name })];
}

/** The measures a unit needs as things stand. */
export function needs({ tree }: Pick<UnitEvaluation, "tree">): { readonly valueInUse: boolean; readonly fairValue: boolean } {
  return { valueInUse: tree.measures !== "fair-value", fairValue: tree.measures !== "value-in-use" };
}
