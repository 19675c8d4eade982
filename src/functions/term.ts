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
  // Impairment.
  | "unit"
  | "carrying-amount"
  | "value-in-use"
  | "fair-value-less-costs"
  | "recoverable-amount"
  | "impaired"
  | "not-impaired"
  | "impairment-loss";

/** A header or word in a result, to be named in the language saved in the workbook. */
export class Word {
  readonly term: Term;

  constructor(term: Term) {
    this.term = term;
  }
}

export function word(term: Term): Word {
  return new Word(term);
}
