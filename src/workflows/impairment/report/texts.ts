import type { Lever } from "../evaluation.ts";
import type { ClauseId, Finding, FindingCode, Outcome, SlotName } from "../finding.ts";
import type { AllocationMode, FairValueMethod, IndicatorName, RateSettings, RowKind, Scale, Standard, Use } from "../state.ts";
import type { SheetRole } from "./formula.ts";
import type { DoubtfulInput } from "./paper.ts";

/** Names of rows that are no input. */
export type RowName =
  | "entity" | "test-name" | "standard" | "date" | "scale" | "digits" | "value-digits" | "preparer" | "reviewer" | "written-at" | "conclusion" | "indicators" | "clause-checks" | "checks" | "doubtful-inputs" | "open-checks" | "annual"
  | "goodwill-whole" | "corporate-weight" | "corporate-share" | "carrying-tested" | "carrying-reported" | "units-total" | "tie-difference"
  | "years" | "net-flow" | "left-out" | "time" | "factor" | "present" | "terminal-flow" | "terminal-value" | "terminal-present" | "flows-value" | "working-capital-less" | "recovery-factor" | "recovery-present" | "value-unrounded" | "value-in-use"
  | "pre-tax-rate" | "post-tax-rate" | "post-tax-flow" | "post-tax-factor" | "post-tax-present" | "post-tax-terminal" | "levered-beta" | "cost-of-equity" | "gross-up"
  | "bridge" | "bridge-after" | "bridge-base" | "bridge-up" | "bridge-down" | "bridge-below" | "bridge-total" | "rounding"
  | "theoretical-newness" | "newness-used" | "fair-value-total" | "scrap-net-price" | "scrap-value" | "scrap-undiscounted" | "scrap-present" | "fee-amount" | "fee" | "costs-total" | "asset-costs" | "asset-net" | "fair-value-unrounded" | "fair-value-less-costs"
  | "recoverable" | "headroom" | "headroom-share" | "impaired" | "loss" | "loss-recognised" | "loss-total" | "recognised-total"
  | "asset" | "asset-unrounded" | "floor" | "room" | "ratio" | "capacity" | "at-floor" | "share" | "cut" | "remainder" | "raised" | "asset-loss" | "asset-after" | "goodwill-carrying" | "goodwill-loss" | "goodwill-parent" | "loss-left" | "remainder-loss" | "base" | "unplaced" | "asset-recoverable" | "netted"
  | "tornado" | "step" | "low" | "high" | "critical" | "critical-change" | "headroom-map" | "rate-axis" | "growth-axis" | "flows-axis"
  | "compared" | "forecast-low" | "forecast-high" | "actual" | "gap" | "position" | "against-middle"
  | "measure-basis" | "fair-value-method" | "forecast-years" | "discount-rate" | "break-even-sentence"
  | "journal" | "debit-loss" | "credit-goodwill" | "credit-asset" | "assets-total" | "goodwill-others" | "recognised-tail" | "reversal";

/** How a figure is come by. */
export type MethodName =
  | "count" | "linked" | "goodwill-gross" | "corporate-weight" | "carrying-tested" | "rounded" | "rounded-value" | "asset-sum" | "tie" | "adds" | "takes" | "left-out" | "net-flow" | "end" | "mid" | "factor" | "present" | "terminal" | "terminal-present" | "working-capital" | "recovery" | "build-up" | "capm" | "wacc" | "levered-beta" | "gross-up" | "post-tax" | "iterated" | "after-tax"
  | "bridge" | "replacement" | "theoretical" | "newness" | "scrap" | "fee" | "costs-net" | "costs-spread" | "given" | "by-tree" | "fair-value-only" | "value-in-use-only" | "both" | "loss" | "asset-by-asset" | "headroom" | "recognised" | "allocation-running" | "allocation-capacity" | "allocation-floor" | "allocation-share" | "allocation-rounding" | "goodwill-first" | "netted" | "journal" | "goodwill-share" | "reversal" | "critical" | "map" | "back-test" | "deleted" | "doubtful-inputs" | "open-checks" | "not-estimated";

/** The words of a workpaper in one language. Sentences carry places such as {carrying}. */
export interface WorkpaperTexts {
  readonly sheets: { readonly [R in SheetRole]: string };
  readonly heads: { readonly mark: string; readonly label: string; readonly unit: string; readonly value: string; readonly source: string; readonly method: string; readonly check: string };
  readonly rows: { readonly [R in RowName]: string };
  readonly methods: { readonly [M in MethodName]: string };
  readonly words: { readonly yes: string; readonly no: string; readonly below: string; readonly within: string; readonly above: string; readonly none: string };
  /** What stands between a name and what is said of it, and between things said side by side. */
  readonly marks: { readonly colon: string; readonly semicolon: string };
  /** Something added in brackets. */
  aside(text: string): string;
  /** 2025年12月31日, from an ISO date. */
  date(iso: string): string;
  /** A day and a time, from an ISO date-time. */
  moment(iso: string): string;
  /** Where a value comes from that was found by iteration. */
  foundAt(iso: string): string;
  /** That linked data may be out of date, and when they were read. */
  doubt(why: DoubtfulInput["why"], at: string | null): string;
  budgetYears(years: number): string;
  /** The level of the fair-value hierarchy. */
  level(level: 1 | 2 | 3): string;
  readonly bridge: { readonly [K in "terminal" | "working-capital" | "recovery" | "rounding" | "value-in-use" | "carrying" | "headroom"]: string };
  /** {amount} {scale}: how an amount stands in a sentence. */
  readonly amount: string;
  /** The conclusion on one unit: {date} {unit} {carrying} {recoverable} {basis} {loss} {headroom} {scale} {currency}; on all: {loss}. */
  readonly conclusion: { readonly impaired: string; readonly assets: string; readonly kept: string; readonly total: string; readonly noLoss: string; readonly basisValue: string; readonly basisFair: string };
  /** The sentence of IAS 36.134(f): {unit} {headroom}; by lever {lever} {from} {to}, or {change}. */
  readonly breakEven: { readonly lead: string; readonly rises: string; readonly falls: string; readonly more: string; readonly less: string; readonly between: string; readonly end: string; readonly impaired: string; readonly fairValue: string };
  /** The names and sentences of the test that the wizard shows too. */
  readonly names: TestNames;
}

export interface TestNames {
  readonly standards: { readonly [S in Standard]: string };
  readonly outcomes: { readonly [O in Outcome]: string };
  readonly slots: { readonly [S in SlotName]: string };
  readonly indicators: { readonly [I in IndicatorName]: string };
  readonly uses: { readonly [U in Use]: string };
  readonly rowKinds: { readonly [R in RowKind]: string };
  readonly rateSources: { readonly [S in RateSettings["source"]]: string };
  readonly fairValueMethods: { readonly [M in FairValueMethod]: string };
  readonly allocations: { readonly [A in AllocationMode]: string };
  readonly levers: { readonly [L in Lever]: string };
  readonly scales: { readonly [S in Scale]: string };
  paragraph(standard: Standard, clause: ClauseId): string;
  title(code: FindingCode): string;
  sentence(finding: Finding): string;
}

export type PaperTexts = Readonly<Record<"zh-CN" | "en-US", WorkpaperTexts>>;
