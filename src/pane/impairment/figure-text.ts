import type { Decimal } from "../../core/decimal.ts";
import { sum } from "../../core/decimal.ts";
import { numberText, percentText } from "../number-format.ts";
import type { SlotName } from "../../workflows/impairment/finding.ts";
import type { SlotReading } from "../../workflows/impairment/linked-figures.ts";
import { slotRules } from "../../workflows/impairment/slot-rule.ts";

/** Figures that are printed as percentages. */
const fractions: readonly SlotName[] = ["ownership", "growth", "growth-benchmark", "rate", "rate-parts", "risk-free", "premium", "size", "specific", "cost-debt", "tax-rate", "newness", "surveyed", "obsolescence", "newness-weights", "scrap-recovery", "scrap-vat", "scrap-rate", "rates"];

/** More than these are shown by their count. */
const listed = 6;

export function figureText(name: SlotName, value: Decimal): string {
  return fractions.includes(name) ? percentText(value) : numberText(value);
}

/** What a linked block says: its figure, its figures in order, its sum, or its texts; and how many there are more. */
export interface ReadValues {
  readonly texts: readonly string[];
  readonly more: number;
  /** The sum of a block that is added up. */
  readonly sum?: string;
}

export function readValues({ parts: { name }, entries, labels }: SlotReading): ReadValues {
  const texts = slotRules[name].shape === "labels" ? labels : entries.map((value) => (value ? figureText(name, value) : "—"));
  const known = entries.filter((value) => value !== undefined);
  const added = slotRules[name].shape === "sum" && known.length > 1 ? { sum: numberText(sum(known)) } : {};
  return { texts: texts.slice(0, listed), more: Math.max(0, texts.length - listed), ...added };
}
