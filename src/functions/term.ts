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
  // Expected credit losses.
  | "ageing-bucket"
  | "balance"
  | "share"
  | "provision"
  | "loss-rate"
  | "migration-rate"
  | "recovery-rate"
  | "forward-adjustment"
  | "terminal-loss"
  | "before-threshold"
  | "de-minimis"
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
  // Margins.
  | "revenue"
  | "cost"
  | "gross-profit"
  | "margin"
  | "input-cost"
  | "shock"
  | "pass-through"
  | "revenue-after"
  | "cost-after"
  | "cost-change"
  | "gross-profit-change"
  | "margin-change";

/** A header or word in a result, to be named in the language saved in the workbook. */
export class Word {
  readonly term: Term;
  /** What the same in every language follows it: "+5%" of a shock, "2" of a second period. */
  readonly detail: string | undefined;

  constructor(term: Term, detail?: string) {
    this.term = term;
    this.detail = detail;
  }
}

export function word(term: Term, detail?: string): Word {
  return new Word(term, detail);
}
