import type { IssueCode } from "../../core/refusal.ts";
import type { TieStatus } from "../../core/tie-out/tie.ts";
import type { RangeAddress } from "../../workbook/address.ts";
import type { Lever, Measures, Tree } from "./evaluation.ts";
import type { Slot, SlotParts, UnitId } from "./slot.ts";
import type { ImpairmentTest, IndicatorName, LikeItem, Standard } from "./state.ts";
import type { StepName } from "./step.ts";
import type { OneByOneBar } from "./unit-allocation.ts";

/**
 * pass: the rule holds. note: worth knowing, nothing to do. explain: allowed with a reason, which a person
 * gives; explained: given. fail: must be mended before the test is final.
 */
export type Outcome = "pass" | "note" | "explain" | "explained" | "fail";

export type SlotName = SlotParts["name"];

/** What was found, as a code with its facts; amounts and fractions are decimals in text. Locales make the sentence. */
export type FindingFacts = CellFacts | RuleFacts;

type CellFacts =
  | { readonly code: "link-missing"; readonly name: SlotName }
  | { readonly code: "range-deleted"; readonly name: SlotName }
  | { readonly code: "cell-unread"; readonly name: SlotName; readonly text: string }
  | { readonly code: "cell-text-number"; readonly name: SlotName; readonly text: string }
  | { readonly code: "cell-error"; readonly name: SlotName; readonly error: string }
  | { readonly code: "cell-not-available"; readonly name: SlotName; readonly text: string }
  | { readonly code: "cell-dash"; readonly name: SlotName; readonly text: string }
  | { readonly code: "cell-blank"; readonly name: SlotName }
  | { readonly code: "not-one-cell"; readonly name: SlotName; readonly rows: number; readonly columns: number }
  | { readonly code: "not-a-line"; readonly name: SlotName; readonly rows: number; readonly columns: number }
  | { readonly code: "counts-differ"; readonly name: SlotName; readonly given: number; readonly other: SlotName; readonly expected: number }
  | { readonly code: "out-of-range"; readonly name: SlotName; readonly value: string; readonly minimum: string | null; readonly maximum: string | null };

type RuleFacts =
  // Frame and indicators.
  | { readonly code: "frame-missing"; readonly field: "name" | "date" | "preparer" | "reviewer" }
  | { readonly code: "date-invalid"; readonly text: string }
  | { readonly code: "same-person" }
  | { readonly code: "digits-order"; readonly digits: number; readonly valueDigits: number }
  | { readonly code: "indicator-unanswered"; readonly indicator: IndicatorName }
  | { readonly code: "indicator-unreasoned"; readonly indicator: IndicatorName }
  | { readonly code: "reason-to-test"; readonly reason: boolean }
  // Units.
  | { readonly code: "no-units" }
  | { readonly code: "unit-unnamed" }
  | { readonly code: "unit-name-twice"; readonly unitName: string }
  | { readonly code: "inflows-reasoned"; readonly given: boolean }
  | { readonly code: "units-tie"; readonly printed: string; readonly sum: string; readonly difference: string; readonly status: TieStatus }
  | { readonly code: "composition-change"; readonly added: readonly string[]; readonly removed: readonly string[] }
  | { readonly code: "like-for-like"; readonly item: LikeItem; readonly carrying: boolean; readonly flows: boolean }
  | { readonly code: "like-unanswered"; readonly items: readonly LikeItem[] }
  | { readonly code: "ownership-range"; readonly value: string }
  | { readonly code: "carrying-negative"; readonly value: string }
  | { readonly code: "goodwill-gross"; readonly ownership: string; readonly said: boolean }
  // Methods.
  | { readonly code: "measures-by-tree"; readonly chosen: Measures; readonly tree: Measures; readonly because: Tree["because"] }
  | { readonly code: "one-measure-enough"; readonly measure: "value-in-use" | "fair-value"; readonly amount: string; readonly carrying: string }
  | { readonly code: "second-measure-needed"; readonly valueInUse: string; readonly carrying: string }
  // Forecast. Where a rule on rows holds, `rowName` is empty; `leftOut` names rows that are kept out of the flows.
  | { readonly code: "no-rows" }
  | { readonly code: "row-unlinked"; readonly rowName: string }
  | { readonly code: "row-length"; readonly rowName: string; readonly given: number; readonly expected: number }
  | { readonly code: "years-not-consecutive"; readonly before: string; readonly after: string }
  | { readonly code: "first-year"; readonly year: string; readonly date: string }
  | { readonly code: "budget-length"; readonly budgetYears: number | null; readonly years: number | null }
  | { readonly code: "growth-tail"; readonly growth: string; readonly benchmark: string | null }
  | { readonly code: "growth-steady"; readonly year: string; readonly before: string; readonly after: string }
  | { readonly code: "no-tax-rows"; readonly rowName: string; readonly leftOut: readonly string[] }
  | { readonly code: "no-financing-rows"; readonly rowName: string; readonly leftOut: readonly string[] }
  | { readonly code: "maintenance-only"; readonly rowName: string; readonly leftOut: readonly string[] }
  | { readonly code: "working-capital-once"; readonly carrying: boolean; readonly opening: boolean; readonly changes: boolean; readonly released: boolean }
  | { readonly code: "capex-against-depreciation"; readonly capex: string; readonly depreciation: string }
  | { readonly code: "sign-of-row"; readonly rowName: string; readonly signed: boolean }
  | { readonly code: "terminal-share"; readonly share: string }
  | { readonly code: "value-derived"; readonly derived: boolean }
  | { readonly code: "prices-like-rate"; readonly prices: "nominal" | "real" }
  // Rate.
  | { readonly code: "rate-pre-tax"; readonly rate: string; readonly postTax: string | null; readonly residual: string | null }
  | { readonly code: "rate-not-found"; readonly reason: IssueCode }
  | { readonly code: "rate-unlikely"; readonly rate: string }
  | { readonly code: "rate-built"; readonly rate: string }
  | { readonly code: "growth-below-rate"; readonly growth: string; readonly rate: string }
  // Fair value.
  | { readonly code: "fair-value-as-value-in-use"; readonly fairValue: string; readonly valueInUse: string }
  | { readonly code: "fee-tiers"; readonly schedule: string; readonly thresholds: number; readonly rates: number }
  | { readonly code: "costs-spread"; readonly count: number }
  | { readonly code: "costs-of-disposal"; readonly given: boolean; readonly net: boolean }
  | { readonly code: "weights-not-one"; readonly sum: string }
  // Result and allocation. `row` counts the rows of a reported figure from 1, null is their sum.
  | { readonly code: "recoverable-known"; readonly known: boolean }
  | { readonly code: "loss-recognised"; readonly loss: string; readonly carrying: string; readonly recoverable: string }
  | { readonly code: "reported-tie"; readonly name: SlotName; readonly row: number | null; readonly printed: string; readonly computed: string; readonly difference: string; readonly status: TieStatus; readonly cause: ReportedCause | null }
  | { readonly code: "one-by-one-unfit"; readonly bar: OneByOneBar }
  | { readonly code: "no-netting"; readonly loss: string; readonly netted: string }
  | { readonly code: "assets-tie"; readonly sum: string; readonly carrying: string; readonly withoutLiabilities: boolean; readonly difference: string; readonly status: TieStatus }
  | { readonly code: "allocated-by-parts" }
  | { readonly code: "parts-negative"; readonly count: number; readonly sum: string }
  | { readonly code: "floor-above-carrying"; readonly asset: string; readonly floor: string; readonly carrying: string }
  | { readonly code: "allocation-order"; readonly goodwill: string; readonly assets: string; readonly unplaced: string }
  // Sensitivity and back-test.
  | { readonly code: "sensitivity-setting"; readonly text: string }
  | { readonly code: "reasonably-possible-change"; readonly lever: Lever; readonly change: string; readonly headroom: string }
  | { readonly code: "back-test"; readonly below: number; readonly within: number; readonly above: number }
  | { readonly code: "back-test-missing" }
  // Report.
  | { readonly code: "earlier-losses"; readonly standard: Standard; readonly headroom: string; readonly reversal: string | null }
  | { readonly code: "report-open"; readonly fails: number; readonly unexplained: number }
  | { readonly code: "report-stale"; readonly at: string };

/** What a figure as reported turns out to be where it does not follow. */
export type ReportedCause = { readonly is: "total-of-units" } | { readonly is: "figure-of-unit"; readonly unitName: string } | { readonly is: "digits-swapped" };

export type FindingCode = FindingFacts["code"];

export interface Finding {
  readonly facts: FindingFacts;
  readonly outcome: Outcome;
  readonly step: StepName;
  /** Which explanation belongs to it: its code, unit and item. */
  readonly key: string;
  readonly unit?: UnitId;
  /** The place of the input to go to. */
  readonly slot?: Slot;
  /** The cell to go to, where it stands now. */
  readonly cell?: RangeAddress;
  readonly clause?: ClauseId;
  /** What a person said to it. */
  readonly explanation?: string;
}

/** The key of the explanation of a finding: its code, unit, and the item or place it is about. */
export function findingKey(code: FindingCode, unit?: UnitId, about?: string): string {
  return [code, unit ?? "", about ?? ""].join(":").replace(/:+$/, "");
}

/** Whether a person has said why. */
export function isExplained(test: ImpairmentTest, code: FindingCode, unit?: UnitId, about?: string): boolean {
  return explanationOf(test, findingKey(code, unit, about)) !== undefined;
}

export function explanationOf({ explanations }: ImpairmentTest, key: string): string | undefined {
  const text = explanations[key]?.trim();
  return text === "" ? undefined : text;
}

/** The paragraphs behind the rules, by standard. */
export const clauses = {
  indicators: { CAS8: "4–5", IAS36: "9–12" },
  recoverable: { CAS8: "6", IAS36: "18" },
  "one-measure": { CAS8: "7", IAS36: "19" },
  "fair-value": { CAS8: "8", IAS36: "20, 28–29" },
  "idle-unit": { CAS8: "8", IAS36: "21" },
  "present-value": { CAS8: "9", IAS36: "30–31" },
  "flow-kinds": { CAS8: "10", IAS36: "39–43" },
  budget: { CAS8: "11", IAS36: "33(b), 35" },
  growth: { CAS8: "11", IAS36: "33(c), 36–37" },
  "past-forecasts": { CAS8: "11", IAS36: "34" },
  "current-condition": { CAS8: "12", IAS36: "44–49" },
  "tax-and-financing": { CAS8: "12", IAS36: "50–51" },
  "pre-tax-rate": { CAS8: "13", IAS36: "55–57, A17–A21" },
  loss: { CAS8: "15", IAS36: "59, 104" },
  "no-reversal": { CAS8: "17", IAS36: "110–124" },
  units: { CAS8: "18", IAS36: "66–73" },
  "like-for-like": { CAS8: "19", IAS36: "75–79" },
  "corporate-assets": { CAS8: "20–21", IAS36: "100–103" },
  allocation: { CAS8: "22", IAS36: "104–108" },
  goodwill: { CAS8: "23–25", IAS36: "80–99, C4" },
  disclosure: { CAS8: "26–31", IAS36: "126–137" },
  sensitivity: { CAS8: "30", IAS36: "134(f)" },
} as const;

export type ClauseId = keyof typeof clauses;
