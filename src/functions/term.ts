import type { ChangeTerm } from "./change/term.ts";
import type { ConfirmationTerm } from "./confirmation/term.ts";
import type { CreditLossTerm } from "./credit-loss/term.ts";
import type { FundingTerm } from "./funding/term.ts";
import type { InventoryTerm } from "./inventory/term.ts";
import type { MarginTerm } from "./margin/term.ts";
import type { PricingTerm } from "./pricing/term.ts";
import type { ProjectTerm } from "./project/term.ts";

/**
 * The words of results and derivations, as codes. A locale names every one of them; a header cell
 * of a table and a symbol of a step are both terms. Add a word where its family stands.
 */
export type Term =
  // Every family.
  | "total"
  | "difference"
  | "rate"
  | "item"
  | "period"
  | "digits"
  // Discounting.
  | "cash-flow"
  | "time"
  | "discount-rate"
  | "discount-factor"
  | "present-value"
  | "growth-rate"
  | "last-flow"
  | "terminal-flow"
  | "terminal-value"
  | "terminal-present-value"
  | "value-of-flows"
  | "statistic"
  | "standard-error"
  | "standard-deviation"
  | "probability-below-target"
  | "trials-used"
  | "trials-left-out"
  | "sum-of-values"
  | "values-below-target"
  | "flow-change"
  | "internal-rate"
  | "another-root"
  | "root-count"
  | "root-proof"
  | "residual"
  | "target"
  | "proof-no-sign-change"
  | "proof-one-sign-change"
  | "proof-isolation"
  | "proof-square-free"
  | "proof-undecided"
  | "multiple-root"
  | "not-separated-up-to"
  | "break-even-rate"
  | "break-even-growth"
  | "break-even-change"
  | "scale-of-flows"
  | "pretax-rate"
  | "posttax-value"
  | "discounted-missing"
  | "discounted-last"
  | "debt"
  | "equity-value"
  | "opening-factor"
  | "part-of-period"
  | "expected-flow"
  | "probability"
  | "risk-free-rate"
  | "beta"
  | "market-premium"
  | "size-premium"
  | "specific-risk"
  | "cost-of-equity"
  | "cost-of-debt"
  | "unlevered-beta"
  | "levered-beta"
  | "debt-to-equity"
  | "wacc"
  | "ebit"
  | "capex"
  | "working-capital-increase"
  | "free-cash-flow"
  | "finance-rate"
  | "reinvestment-rate"
  | "paid-present-value"
  | "received-future-value"
  | "years-to-end"
  | "periods"
  | "modified-return"
  | "payback-years"
  | "payback-from-start"
  | "payback-period"
  | "missing-amount"
  | "construction-years"
  // Printed figures.
  | "printed-figure"
  | "recomputed-figure"
  | "outermost-figure"
  | "half-unit"
  | "tolerance"
  | "tie-status"
  | "part"
  | "factor"
  | "scale"
  | "numerator"
  | "denominator"
  | "read-number"
  | "opening-figure"
  | "increase"
  | "decrease"
  | "current-figure"
  | "prior-figure"
  | "lowest-prior"
  | "highest-prior"
  | "lowest-total"
  | "highest-total"
  | "peer-figure"
  | "own-figure"
  | "peer-position"
  | "percentile"
  | "smaller-peers"
  | "peer-below"
  | "peer-above"
  | "count"
  | "mean"
  | "median"
  | "smallest"
  | "largest"
  | "middle-figure"
  | "converted-amount"
  | "unit-from"
  | "unit-to"
  // Impairment.
  | "unit"
  | "whether-impaired"
  | "carrying-amount"
  | "value-in-use"
  | "fair-value-less-costs"
  | "recoverable-amount"
  | "impaired"
  | "not-impaired"
  | "impairment-loss"
  | "amount"
  | "goodwill"
  | "parent-goodwill"
  | "whole-goodwill"
  | "ownership"
  | "tested-amount"
  | "goodwill-loss"
  | "goodwill-loss-parent"
  | "goodwill-loss-minority"
  | "other-assets-loss"
  | "headroom"
  | "reversal"
  | "carrying-without-loss"
  | "base-working-capital"
  | "end-recovery"
  | "recovery-present-value"
  | "floor"
  | "carrying-after"
  | "unplaced-loss"
  | "loss-to-floor"
  | "loss-to-share"
  | "sharing-base"
  | "before-rounding"
  | "rounding-plug"
  | "rounding-mark"
  | "corporate-assets"
  | "corporate-weight"
  | "corporate-share"
  | "remaining-life"
  | "loss-of-unit"
  | "loss-of-corporate"
  | "economic-life"
  | "years-used"
  | "theoretical-newness"
  | "surveyed-newness"
  | "theoretical-weight"
  | "surveyed-weight"
  | "newness"
  | "obsolescence"
  | "actual-capacity"
  | "design-capacity"
  | "scale-exponent"
  | "tonnage"
  | "scrap-price"
  | "net-scrap-price"
  | "salvage-rate"
  | "scrap-value"
  | "scrap-present-value"
  | "tier-amount"
  | "tier-rate"
  | "tier-fee"
  | "fee"
  | "forecast-low"
  | "forecast-high"
  | "actual-figure"
  | "forecast-gap"
  | "below"
  | "within"
  | "above"
  // Families with a file of their own.
  | ChangeTerm
  | ConfirmationTerm
  | CreditLossTerm
  | FundingTerm
  | InventoryTerm
  | MarginTerm
  | PricingTerm
  | ProjectTerm;

/** The languages results can be written in. */
export type ResultLanguage = "zh-CN" | "en-US";

export type Detail = string | readonly (string | Word)[];

/** A header or word in a result, to be named in the language saved in the workbook. */
export class Word {
  readonly term: Term;
  /**
   * What is the same in every language: "+5%" of a shock, "2" of a second period. It follows the name, or stands
   * where the name has {}. Several details, words among them, make a sentence.
   */
  readonly detail: Detail | undefined;
  /** The language an argument asked for; otherwise the one of the workbook. */
  readonly language: ResultLanguage | undefined;

  constructor(term: Term, detail?: Detail, language?: ResultLanguage) {
    this.term = term;
    this.detail = detail;
    this.language = language;
  }
}

export function word(term: Term, detail?: Detail, language?: ResultLanguage): Word {
  return new Word(term, detail, language);
}
