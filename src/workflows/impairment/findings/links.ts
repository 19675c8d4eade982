import type { Finding } from "../finding.ts";
import { slotRules } from "../slot-rule.ts";
import { slotsInUse } from "../slot-use.ts";
import { finding, type Rule } from "./rule.ts";

/** What is wrong with linked blocks of which the test makes use: a block that is gone, cells that say no number. */
export const linkFindings: Rule = (derived) => {
  const inUse = new Map(derived.units.map((unit) => [unit.unit.id, slotsInUse(unit)]));
  return [...derived.figures.readings.values()].flatMap((read): Finding[] => {
    const unit = derived.test.units.find(({ id }) => id === read.parts.unit);
    if (unit && !inUse.get(unit.id)?.has(read.parts.name)) return [];
    const { step } = slotRules[read.parts.name];
    return read.faults.map(({ facts, outcome, cell }) => finding(derived, facts, { outcome, step, unit, slot: read.slot, cell, about: cell ? `${read.slot}@${cell.row},${cell.column}` : read.slot }));
  });
};
