import type { ItemId, Slot, UnitId } from "./slot.ts";
import type { StepName } from "./step.ts";

/** The version of the saved state this program writes and the newest it reads. */
export const impairmentVersion = 1;

/** All impairment tests of a workbook. */
export interface ImpairmentState {
  readonly version: typeof impairmentVersion;
  readonly tests: readonly ImpairmentTest[];
  /** The test that is open; null where the list is shown. */
  readonly open: TestId | null;
  /** The test that was deleted last, kept with its links until another is deleted or a person forgets it. */
  readonly removed: ImpairmentTest | null;
  /** The number the next test takes. */
  readonly next: number;
}

export type TestId = `t${number}`;

/** A figure comes from a block of cells, never from the state: the pin follows the block, the rest says where it is from. */
export interface Link {
  readonly pin: string;
  /** Document, page, contract: what stands behind the figures. */
  readonly source: string;
  readonly note: string;
}

export type Links = Readonly<Partial<Record<Slot, Link>>>;

export interface ImpairmentTest {
  readonly id: TestId;
  readonly step: StepName;
  readonly frame: Frame;
  readonly indicators: Indicators;
  readonly units: readonly Unit[];
  readonly links: Links;
  /** What a person says to a finding that needs an explanation, by its key. */
  readonly explanations: Readonly<Record<string, string>>;
  readonly sensitivity: SensitivitySettings;
  readonly report: Report | null;
  /** What was taken out of it, the last at the end: kept with its links until it comes back or a person lets it go. */
  readonly removed: readonly RemovedPart[];
  /** The test of the year before that this one was started from. */
  readonly previous: TestId | null;
  /** The number the next id of a unit or item takes. */
  readonly next: number;
}

export type Standard = "CAS8" | "IAS36";

/** 元, 千元, 万元, 百万元, 亿元. */
export const scales = ["one", "thousand", "ten-thousand", "million", "hundred-million"] as const;
export type Scale = (typeof scales)[number];

export interface Frame {
  readonly standard: Standard;
  /** What the test is called: 钼业板块资产组 2025. */
  readonly name: string;
  readonly entity: string;
  /** The test date, ISO: 2025-12-31. */
  readonly date: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly scale: Scale;
  /** The language that comes first in the workpaper. */
  readonly language: "zh-CN" | "en-US";
  readonly preparer: string;
  readonly reviewer: string;
  /** Decimals of reported amounts: what decides signs and equalities. */
  readonly digits: number;
  /** Decimals a value in use is rounded to, never more than `digits`; −1 rounds to tens, as valuers do with 万元. */
  readonly valueDigits: number;
}

/** The seven indicators of CAS 8 art. 5 and IAS 36.12, in their order. */
export const indicatorNames = ["market-value", "environment", "market-rates", "obsolescence", "idle", "performance", "other"] as const;
export type IndicatorName = (typeof indicatorNames)[number];

export interface IndicatorAnswer {
  readonly answer: "yes" | "no" | null;
  readonly note: string;
}

export interface Indicators {
  readonly answers: Readonly<Record<IndicatorName, IndicatorAnswer>>;
  /** Tested every year whatever the signs: goodwill, intangibles of indefinite life or not yet in use. */
  readonly annual: boolean;
}

/** How the lines of a unit are used; what is idle or on standby has no value in use worth estimating. */
export const uses = ["own", "leased", "idle"] as const;
export type Use = (typeof uses)[number];

/** What is estimated: by the decision tree, or as a person decides against it with a reason. */
export const measureChoices = ["tree", "both", "value-in-use", "fair-value"] as const;
export type MeasureChoice = (typeof measureChoices)[number];

/** What must be in the carrying amount and in the cash flows, or in neither. */
export const likeItems = ["working-capital", "right-of-use", "lease-liabilities", "restoration", "goodwill", "corporate-assets", "land-use-rights", "debt", "deferred-tax"] as const;
export type LikeItem = (typeof likeItems)[number];

export interface LikeForLike {
  readonly carrying: boolean;
  readonly flows: boolean;
}

export interface Unit {
  readonly id: UnitId;
  readonly name: string;
  /** Which assets belong to it. */
  readonly assets: string;
  readonly use: Use;
  /** Why its cash inflows are largely independent. */
  readonly inflows: string;
  /** What changed in its composition since the last test; empty where nothing did. */
  readonly change: string;
  readonly measures: MeasureChoice;
  readonly measuresReason: string;
  readonly like: Readonly<Partial<Record<LikeItem, LikeForLike>>>;
  readonly forecast: Forecast;
  readonly rate: RateSettings;
  readonly fairValue: FairValueSettings;
  readonly allocation: AllocationMode;
  /** The rows of the last test's forecast, kept to be held against what came. */
  readonly past: readonly ForecastRow[];
}

/** Inflows add to the net flow, outflows are taken from it; the last four may not be in it at all. */
export const rowKinds = [
  "revenue",
  "other-inflow",
  "cost",
  "surtax",
  "expense",
  "depreciation",
  "maintenance-capex",
  "working-capital",
  "other-outflow",
  "net-flow",
  "income-tax",
  "financing",
  "enhancing-capex",
  "restructuring",
] as const;
export type RowKind = (typeof rowKinds)[number];

export interface ForecastRow {
  readonly id: ItemId;
  readonly kind: RowKind;
  readonly name: string;
  /** Whether outflows stand in the cells as negative figures already. */
  readonly signed: boolean;
}

export interface Forecast {
  /** Derived from rows, or given as one cell by a valuer. */
  readonly basis: "rows" | "given";
  readonly rows: readonly ForecastRow[];
  /** How many of the years rest on an approved budget. */
  readonly budgetYears: number | null;
  readonly timing: "end" | "mid";
  /** Whether a perpetuity follows the last year. */
  readonly perpetuity: boolean;
  readonly prices: "nominal" | "real";
}

export interface RateSettings {
  /** Risk-free rate and premia added up; cost of capital; or one cell. */
  readonly source: "build-up" | "cost-of-capital" | "given";
  /** A post-tax rate is turned into a pre-tax one by iteration. */
  readonly basis: "pre-tax" | "post-tax";
  /** Whether beta is that of a company without debt. */
  readonly betaUnlevered: boolean;
}

export const fairValueMethods = ["market", "replacement", "in-use-scrap", "income"] as const;
export type FairValueMethod = (typeof fairValueMethods)[number];

export const costsOfChoices = ["unit", "asset"] as const;
export type CostsOf = (typeof costsOfChoices)[number];

export interface FairValueSettings {
  readonly method: FairValueMethod;
  /** Level of the fair-value hierarchy. */
  readonly level: 1 | 2 | 3;
  /** Where the income approach takes its figure from: its own cell, or the value in use as it is. */
  readonly income: "linked" | "value-in-use";
  /** Whether the fair value in the cells is already net of costs of disposal. */
  readonly net: boolean;
  /** Whose the linked costs of disposal are: of the unit, spread over its assets by fair value, or one of each asset. */
  readonly costs: CostsOf;
  readonly schedules: readonly FeeSchedule[];
}

/** A fee by progressive tiers on the fair value: appraisal, exchange. */
export interface FeeSchedule {
  readonly id: ItemId;
  readonly name: string;
}

/** The loss of the unit spread over its assets, or every asset with a loss of its own. */
export type AllocationMode = "pro-rata" | "asset-by-asset";

/** Changes to be tried, as decimal fractions in text; they choose what is shown and touch no result. */
export interface SensitivitySettings {
  readonly rates: readonly string[];
  readonly growths: readonly string[];
  readonly flows: readonly string[];
  /** The change each lever of the tornado takes in both directions. */
  readonly lever: string;
  /** The same for the discount rate and the growth rate, in points. */
  readonly points: string;
}

/** A unit, or one entry of a list inside a unit, as it was when it was taken out; `at` is the place it had in its list. */
export type RemovedPart = RemovedUnit | RemovedItem;

export interface RemovedUnit {
  readonly part: "unit";
  readonly unit: Unit;
  readonly at: number;
  readonly links: Links;
  readonly explanations: ImpairmentTest["explanations"];
}

export type RemovedItem = (
  | { readonly part: "row" | "past"; readonly item: ForecastRow }
  | { readonly part: "schedule"; readonly item: FeeSchedule }
) & { readonly of: UnitId; readonly at: number; readonly links: Links };

/** The workpaper as last written: blocks are pinned, so that it is found again where a person moved it. */
export interface Report {
  /** ISO date and time. */
  readonly at: string;
  /** What the figures were made from. */
  readonly fingerprint: string;
  readonly blocks: Readonly<Record<string, string>>;
}
