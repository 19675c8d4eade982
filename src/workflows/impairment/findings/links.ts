import type { Finding } from "../finding.ts";
import { slotRules } from "../slot-rule.ts";
import { finding, type Rule } from "./rule.ts";

/** What is wrong with linked blocks, whether the figure is used or not: a block that is gone, cells that say no number. */
export const linkFindings: Rule = (derived) =>
  [...derived.figures.readings.values()].flatMap((read): Finding[] => {
    const unit = derived.test.units.find(({ id }) => id === read.parts.unit);
    const { step } = slotRules[read.parts.name];
    return read.faults.map(({ facts, outcome, cell }) => finding(derived, facts, { outcome, step, unit, slot: read.slot, cell, about: cell ? `${read.slot}@${cell.row},${cell.column}` : read.slot }));
  });
