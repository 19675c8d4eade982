import type { ItemSlot, TestSlot, UnitSlot } from "./slot.ts";
import type { StepName } from "./step.ts";

/** one: a single cell. line: a row or column, in order. sum: a block of cells, added up. labels: a row or column of texts. */
export type SlotShape = "one" | "line" | "sum" | "labels";

/** How the block of a slot is read, and in which step it is chosen. */
export interface SlotRule {
  readonly step: StepName;
  readonly shape: SlotShape;
  readonly minimum?: string;
  readonly maximum?: string;
  /** Whether a word such as / or 未披露 says that there is no figure, instead of being a fault. */
  readonly mayBeAbsent?: true;
  /** Whether a blank or a dash says so too: an asset nobody inspected, a year that has not come. */
  readonly nilIsAbsent?: true;
}

const amount = (step: StepName) => ({ step, shape: "sum" }) as const;
const fraction = { minimum: "0", maximum: "1" } as const;
const positive = { minimum: "0" } as const;
const reported = { step: "result", shape: "line", mayBeAbsent: true } as const;
const optional = { mayBeAbsent: true, nilIsAbsent: true } as const;
const rate = { step: "rate", shape: "one" } as const;

export const slotRules: Readonly<Record<TestSlot | UnitSlot | ItemSlot, SlotRule>> = {
  "carrying-total": amount("units"),
  "corporate-assets": { ...amount("units"), ...positive },
  "reported-total-loss": { step: "result", shape: "one" },
  carrying: amount("units"),
  goodwill: { ...amount("units"), ...positive },
  ownership: { step: "units", shape: "one", ...fraction },
  "remaining-life": { step: "units", shape: "one", ...positive },
  "value-in-use": { step: "forecast", shape: "one" },
  years: { step: "forecast", shape: "labels" },
  growth: { step: "forecast", shape: "one" },
  "growth-benchmark": { step: "forecast", shape: "one" },
  "base-working-capital": amount("forecast"),
  recovery: amount("forecast"),
  rate,
  "rate-parts": { step: "rate", shape: "line" },
  "rate-labels": { step: "rate", shape: "labels" },
  "risk-free": rate,
  beta: rate,
  premium: rate,
  size: rate,
  specific: rate,
  "debt-equity": { ...rate, ...positive },
  "cost-debt": rate,
  "tax-rate": { ...rate, ...fraction },
  taxes: { step: "rate", shape: "line" },
  "fair-value": { step: "fair-value", shape: "line", ...positive },
  "disposal-costs": { step: "fair-value", shape: "line", ...positive },
  "replacement-cost": { step: "fair-value", shape: "line", ...positive },
  newness: { step: "fair-value", shape: "line", ...fraction },
  "economic-life": { step: "fair-value", shape: "line", ...positive },
  "years-used": { step: "fair-value", shape: "line", ...positive },
  surveyed: { step: "fair-value", shape: "line", ...fraction, ...optional },
  obsolescence: { step: "fair-value", shape: "line", maximum: "1" },
  "newness-weights": { step: "fair-value", shape: "line", ...fraction },
  "market-discount": { step: "fair-value", shape: "line", ...positive },
  "scrap-tonnes": { step: "fair-value", shape: "line", ...positive },
  "scrap-prices": { step: "fair-value", shape: "line", ...positive },
  "scrap-recovery": { step: "fair-value", shape: "one", ...positive },
  "scrap-vat": { step: "fair-value", shape: "one", ...fraction },
  "scrap-rate": { step: "fair-value", shape: "one" },
  "scrap-years": { step: "fair-value", shape: "one", ...positive },
  "asset-labels": { step: "allocation", shape: "labels" },
  "asset-carrying": { step: "allocation", shape: "line", ...positive },
  "asset-floors": { step: "allocation", shape: "line", ...positive, mayBeAbsent: true },
  "reported-carrying": reported,
  "reported-value-in-use": reported,
  "reported-fair-value": reported,
  "reported-recoverable": reported,
  "reported-loss": reported,
  "carrying-without-loss": { ...amount("result"), ...positive },
  "back-labels": { step: "back-test", shape: "labels" },
  "back-low": { step: "back-test", shape: "line", ...optional },
  "back-high": { step: "back-test", shape: "line", ...optional },
  "back-actual": { step: "back-test", shape: "line", ...optional },
  row: { step: "forecast", shape: "line" },
  thresholds: { step: "fair-value", shape: "line", ...positive },
  rates: { step: "fair-value", shape: "line", ...fraction },
  past: { step: "back-test", shape: "line" },
  actual: { step: "back-test", shape: "line" },
};
