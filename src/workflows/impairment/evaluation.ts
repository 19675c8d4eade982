import type { Decimal } from "../../core/decimal.ts";
import type { PreTaxRate } from "../../core/discounting/break-even.ts";
import type { SensitivityCell } from "../../core/discounting/sensitivity.ts";
import type { Allocation } from "../../core/impairment/allocation.ts";
import type { Assessment } from "../../core/impairment/assessment.ts";
import type { BackTest } from "../../core/impairment/back-test.ts";
import type { Newness, Scrap } from "../../core/impairment/replacement-cost.ts";
import type { TierFee } from "../../core/impairment/tiered-fee.ts";
import type { ValueInUse, ValueInUseTerms } from "../../core/impairment/value-in-use.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Tie } from "../../core/tie-out/tie.ts";
import type { Finding } from "./finding.ts";
import type { LinkedFigures } from "./linked-figures.ts";
import type { Slot } from "./slot.ts";
import type { FeeSchedule, ForecastRow, ImpairmentTest, Unit } from "./state.ts";

/** The whole derivation of a test from its inputs. What cannot be computed is undefined; the findings say why. */
export interface Evaluation {
  readonly test: ImpairmentTest;
  readonly units: readonly UnitEvaluation[];
  readonly totals: Totals;
  /** The linked blocks as read. */
  readonly figures: LinkedFigures;
  /** Every rule, passed or not, and every fault of an input, in the order of the steps. */
  readonly findings: readonly Finding[];
}

export interface Totals {
  readonly carrying: Decimal | undefined;
  readonly printedCarrying: Decimal | undefined;
  /** Σ of the units' losses; a surplus of one unit never reduces it. */
  readonly loss: Decimal | undefined;
  readonly recognised: Decimal | undefined;
  /** The printed total against the units' losses as recognised. */
  readonly reportedLoss: ReportedFigure | undefined;
}

export interface UnitEvaluation {
  readonly unit: Unit;
  readonly carrying: CarryingAmount | undefined;
  readonly flows: NetFlows | undefined;
  readonly rate: UnitRate | undefined;
  /** Why there is no pre-tax rate, or no value at it. */
  readonly refused: Refusal | undefined;
  readonly valueInUse: MeasuredValueInUse | undefined;
  readonly fairValue: FairValue | undefined;
  /** What the decision tree asks for as things stand. */
  readonly tree: Tree;
  /** On reported figures: carrying amount and measures rounded as the frame says. */
  readonly assessment: Assessment | undefined;
  /** Of the reported figures, negative where the unit is impaired. */
  readonly headroom: Decimal | undefined;
  /** The loss of the unit: of its assets one by one where they are tested so, else of the whole. */
  readonly loss: Decimal | undefined;
  /** The loss as reported where it ties to the one computed, be it with a tail; else the one computed. */
  readonly recognised: Decimal | undefined;
  /** What comes back of losses of earlier years; only under IAS 36, and where the carrying amount without them is linked. */
  readonly reversal: Decimal | undefined;
  readonly allocation: UnitAllocation | undefined;
  readonly reported: readonly ReportedFigure[];
  readonly backTest: readonly BackTestRow[] | undefined;
  readonly bridge: readonly BridgeEntry[];
  /** Computed when first asked for. */
  breakEvens(): readonly BreakEvenFigure[];
  tornado(): readonly TornadoEntry[];
  headroomMap(): HeadroomMap | undefined;
}

/** What is held against the recoverable amount. */
export interface CarryingAmount {
  /** The cells of the link, added up. */
  readonly parts: readonly Decimal[];
  readonly own: Decimal;
  /** Grossed up to the whole unit. */
  readonly goodwill: { readonly parent: Decimal; readonly ownership: Decimal; readonly whole: Decimal } | undefined;
  readonly corporate: { readonly weight: Decimal; readonly share: Decimal } | undefined;
  /** own + goodwill + corporate share. */
  readonly tested: Decimal;
  /** Rounded to the digits of the frame. */
  readonly reported: Decimal;
}

export interface NetFlows {
  readonly years: readonly string[];
  /** Rows that make up the net flow, each with the sign it has in it. */
  readonly rows: readonly { readonly row: ForecastRow; readonly values: readonly Decimal[] }[];
  /** Rows that may not be in it (tax, financing, enhancement, uncommitted restructuring). */
  readonly leftOut: readonly { readonly row: ForecastRow; readonly values: readonly Decimal[] }[];
  readonly net: readonly Decimal[];
  readonly growth: Decimal | undefined;
  readonly benchmark: Decimal | undefined;
  readonly baseWorkingCapital: Decimal;
  readonly recovery: Decimal;
}

export interface UnitRate {
  /** What value in use is discounted at. */
  readonly preTax: Decimal;
  readonly buildUp: { readonly labels: readonly string[]; readonly parts: readonly Decimal[] } | undefined;
  readonly capital: CostOfCapital | undefined;
  /** The post-tax rate, where there is one. */
  readonly postTax: Decimal | undefined;
  /** How the pre-tax rate was found from it. */
  readonly iteration: (PreTaxRate & { readonly taxes: readonly Decimal[]; readonly postTaxFlows: readonly Decimal[] }) | undefined;
  /** post-tax rate ÷ (1 − tax), for comparison only. */
  readonly grossUp: Decimal | undefined;
}

export interface CostOfCapital {
  readonly riskFree: Decimal;
  /** As linked. */
  readonly beta: Decimal;
  readonly leveredBeta: Decimal;
  readonly premium: Decimal;
  readonly size: Decimal;
  readonly specific: Decimal;
  readonly costOfEquity: Decimal;
  readonly debtToEquity: Decimal;
  readonly costDebt: Decimal;
  readonly taxRate: Decimal;
  readonly wacc: Decimal;
}

export interface MeasuredValueInUse {
  /** Absent where a valuer's figure was given. */
  readonly terms: ValueInUseTerms | undefined;
  readonly exact: ValueInUse | undefined;
  readonly unrounded: Decimal;
  /** Rounded to the digits of valuation results. */
  readonly reported: Decimal;
}

export interface FairValue {
  /** Asset by asset where it was measured so, else one entry. */
  readonly assets: readonly FairValueAsset[];
  readonly scrap: Scrap | undefined;
  readonly fairValue: Decimal;
  readonly fees: readonly { readonly schedule: FeeSchedule; readonly tiers: readonly TierFee[]; readonly fee: Decimal }[];
  /** Linked costs and fees; none where the fair value is already net of them. */
  readonly costs: Decimal;
  readonly unrounded: Decimal;
  /** Rounded to the digits of amounts; asset by asset the sum of the rounded assets. */
  readonly reported: Decimal;
}

export interface FairValueAsset {
  readonly label: string;
  readonly replacementCost: Decimal | undefined;
  readonly newness: Newness | undefined;
  readonly discount: Decimal | undefined;
  readonly fairValue: Decimal;
  /** Its own costs of disposal and its share, by fair value, of those of the whole. */
  readonly costs: Decimal;
  readonly net: Decimal;
}

export type Measures = "value-in-use" | "fair-value" | "both";

export interface Tree {
  readonly measures: Measures;
  readonly because: "idle" | "value-in-use-first" | "value-in-use-exceeds" | "value-in-use-falls-short" | "chosen";
}

export type UnitAllocation =
  | { readonly mode: "pro-rata"; /** Of `result.assets`; the share of corporate assets, where there is one, comes last and has none. */ readonly labels: readonly string[]; readonly result: Allocation; /** What the consolidated statements take of the loss on goodwill. */ readonly goodwillOfParent: Decimal }
  | { readonly mode: "asset-by-asset"; readonly assets: readonly TestedAsset[]; readonly loss: Decimal; /** What netting would give, which is not allowed. */ readonly netted: Decimal };

export interface TestedAsset {
  readonly label: string;
  readonly carrying: Decimal;
  readonly recoverable: Decimal;
  readonly loss: Decimal;
}

/** A figure as reported elsewhere, held against the computed one. */
export interface ReportedFigure {
  readonly slot: Slot;
  /** As printed; of several cells their sum. */
  readonly printed: Decimal;
  readonly computed: Decimal;
  readonly tie: Tie;
  /** Cell by cell, where both have several. */
  readonly rows: readonly Tie[];
}

export interface BackTestRow extends BackTest {
  readonly label: string;
  readonly low: Decimal;
  readonly high: Decimal;
  readonly actual: Decimal;
}

export interface BridgeEntry {
  readonly kind: "year" | "terminal" | "working-capital" | "recovery" | "rounding" | "value-in-use" | "carrying" | "headroom";
  readonly label: string;
  readonly value: Decimal;
}

/** The value of a lever at which headroom is zero, one lever at a time. */
export interface BreakEvenFigure {
  readonly lever: Lever;
  /** The present rate or growth; 0 for changes. */
  readonly present: Decimal;
  readonly found: Decimal | Refusal;
  /** found − present. */
  readonly change: Decimal | undefined;
  /** Value in use there less carrying amount. */
  readonly residual: Decimal | undefined;
}

export type Lever = "rate" | "growth" | "flows" | "revenue" | "cost";

export interface TornadoEntry {
  readonly lever: Lever;
  readonly step: Decimal;
  readonly low: Decimal | Refusal;
  readonly high: Decimal | Refusal;
  readonly base: Decimal;
  readonly critical: Decimal | Refusal;
}

/** Headroom over rates (down) and growths or changes of the flows (across). */
export interface HeadroomMap {
  readonly across: "growth" | "flows";
  readonly rates: readonly Decimal[];
  readonly columns: readonly Decimal[];
  readonly cells: readonly (readonly SensitivityCell[])[];
}
