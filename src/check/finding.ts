import type { Place } from "../reading/printed-document.ts";

/** How a figure follows from others. */
export type Rule =
  | "sum"
  | "difference"
  | "product"
  | "quotient"
  | "margin"
  | "growth"
  | "growth-absolute"
  | "change"
  | "share"
  | "mean"
  | "median"
  | "weighted-average"
  | "weighted-price"
  | "roll-forward"
  | "printed-rule"
  | "same-figure"
  | "claim"
  | "bound"
  | "approximate"
  | "trend"
  | "comparison";

/** What became of a figure that does not follow from the others. */
export type Difference =
  | "rounded-intermediate"
  | "wrong-base"
  | "digit-slip"
  | "transposition"
  | "sign"
  | "column-shift"
  | "duplicate"
  | "stale"
  | "swapped"
  | "missing-row"
  | "unit-slip"
  | "two-versions"
  | "unexplained";

/** A figure of the document, by what it says and where it stands. */
export interface FigureRef {
  readonly text: string;
  readonly places: readonly Place[];
  /** Its cell; undefined for a figure in a sentence. */
  readonly cell: { readonly table: number; readonly row: number; readonly column: number } | undefined;
  /** Its row and column by name, or the words before it. */
  readonly name: string;
}

/** A figure that does not follow from the others, beyond what print rounding allows. Codes and facts; the sentences are in locales. */
export interface Finding {
  readonly difference: Difference;
  readonly rule: Rule;
  readonly confidence: "high" | "medium";
  /** The figure that is most likely wrong. */
  readonly figure: FigureRef;
  /** What it should say by the rule, with its own digits and in its own unit. */
  readonly expected: string;
  /** The result the rule was tested on, where that is not the suspected figure itself. */
  readonly result: FigureRef | undefined;
  /** What the result is computed from, at most a dozen. */
  readonly from: readonly FigureRef[];
  /** The other figure of a duplicate, a swap, a missing row; undefined for the rest. */
  readonly other: FigureRef | undefined;
  /** In how many other places the same rule holds. */
  readonly held: number;
  /** Further rules that break on the same figure. */
  readonly also: readonly Rule[];
}

/** A result that is off by no more than the printed digits allow. No error. */
export interface Tail {
  readonly figure: FigureRef;
  readonly expected: string;
  readonly rule: Rule;
}

/** Which of the figures took part in a check, and which lines were left out. */
export interface Coverage {
  /** Figures in tables and sentences. */
  readonly figures: number;
  /** Of these, the ones that took part in at least one check. */
  readonly checked: number;
  readonly leftOut: readonly { readonly line: number; readonly figures: number; readonly why: "unread" | "no-relation" | "not-matched" }[];
}

export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly tails: readonly Tail[];
  readonly coverage: Coverage;
}
