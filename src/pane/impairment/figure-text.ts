import type { Decimal } from "../../core/decimal.ts";
import { sum } from "../../core/decimal.ts";
import { amountDecimals, decimalsOf, isAmount, numberText, percentText } from "../number-format.ts";
import type { BackTestRow, Lever } from "../../workflows/impairment/evaluation.ts";
import type { SlotName } from "../../workflows/impairment/finding.ts";
import type { SlotReading } from "../../workflows/impairment/linked-figures.ts";
import { slotRules } from "../../workflows/impairment/slot-rule.ts";

/** Figures that are printed as percentages. */
const fractions: readonly SlotName[] = ["ownership", "growth", "growth-benchmark", "rate", "rate-parts", "risk-free", "premium", "size", "specific", "cost-debt", "tax-rate", "newness", "surveyed", "obsolescence", "newness-weights", "scrap-recovery", "scrap-vat", "scrap-rate", "rates"];

/** More than these are shown by their count. */
const listed = 6;

export function figureText(name: SlotName, value: Decimal, decimals?: number): string {
  return fractions.includes(name) ? percentText(value) : numberText(value, decimals);
}

const ratio = /率|占比|比重|[%％]|margin|ratio|\brate\b|utili[sz]ation/i;
const noRatio = /汇率|周转率|exchange rate|turnover/i;

/** What is called a rate or a share, and is as small as one, is read as a percentage; its differences are points. */
export function comparedText({ label, low, high, actual }: Pick<BackTestRow, "label" | "low" | "high" | "actual">, points: (points: string) => string): ComparedText {
  const values = [low, high, actual];
  if (ratio.test(label) && !noRatio.test(label) && values.every((value) => value.abs().lte(2))) {
    return { figure: (value) => percentText(value, 2), difference: (gap) => points(numberText(gap.times(100), 2)) };
  }
  const decimals = values.some(isAmount) ? amountDecimals(values) : Math.max(...values.map(decimalsOf));
  const figure = (value: Decimal) => numberText(value, decimals);
  return { figure, difference: figure };
}

/** Levers that are percentages themselves: they move by points. */
export const isRate = (lever: Lever): boolean => lever === "rate" || lever === "growth";

interface ComparedText {
  figure(value: Decimal): string;
  difference(gap: Decimal): string;
}

/** What a linked block says: its figure, its figures in order, its sum, or its texts; and how many there are more. */
export interface ReadValues {
  readonly texts: readonly string[];
  readonly more: number;
  /** The sum of a block that is added up. */
  readonly sum?: string;
}

export function readValues({ parts: { name }, entries, labels }: SlotReading): ReadValues {
  const known = entries.filter((value) => value !== undefined);
  const cents = amountDecimals(known);
  const texts = slotRules[name].shape === "labels" ? labels : entries.map((value) => (value ? figureText(name, value, isAmount(value) ? cents : undefined) : "—"));
  const added = slotRules[name].shape === "sum" && known.length > 1 ? { sum: numberText(sum(known)) } : {};
  return { texts: texts.slice(0, listed), more: Math.max(0, texts.length - listed), ...added };
}
