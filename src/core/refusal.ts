/** Where in an argument a fault lies: 0-based row and column inside the range that was passed. */
export interface Place {
  readonly parameter: string;
  readonly row: number;
  readonly column: number;
  /** Whether the argument was a single cell, so that row and column need no mention. */
  readonly single: boolean;
}

/**
 * One value of an argument, by its number along the rows from 1; without a number the argument as a whole. A figure
 * that is made of several arguments is named by its formula.
 */
export interface Value {
  readonly parameter: string;
  readonly index?: number | undefined;
  /** Where it stands, once the shape of the argument is known. */
  readonly place?: Place;
}

/** The errors a cell can show. A function may return the first five only. */
export type ErrorLiteral = "#VALUE!" | "#NUM!" | "#DIV/0!" | "#N/A" | "#NULL!" | "#REF!" | "#NAME?";

/** Why a calculation was refused: a stable code and the facts a sentence needs, never a sentence. */
export type Issue =
  // Reading arguments.
  | { code: "argument-missing"; parameter: string }
  | { code: "not-a-number"; place: Place; text: string }
  | { code: "not-available"; place: Place; text: string }
  | { code: "error-in-cell"; place: Place; error: ErrorLiteral }
  | { code: "not-a-date"; place: Place; text: string }
  | { code: "not-a-label"; place: Place; text: string }
  | { code: "unknown-word"; place: Place; text: string; allowed: readonly string[] }
  | { code: "not-a-whole-number"; place: Place; value: string }
  | { code: "below-minimum"; place: Place; value: string; minimum: string }
  | { code: "above-maximum"; place: Place; value: string; maximum: string }
  | { code: "not-one-cell"; parameter: string; rows: number; columns: number }
  | { code: "not-a-vector"; parameter: string; rows: number; columns: number }
  | { code: "lengths-differ"; parameter: string; given: number; other: string; expected: number; lines?: "row" | "column" }
  | { code: "shapes-differ"; parameter: string; given: string; other?: string; expected: string }
  // Expected credit losses.
  | { code: "buckets-in-a-loop"; bucket: number }
  | { code: "no-such-bucket"; place: Place; value: string; buckets: number }
  // Discounting.
  | ({ code: "rate-too-low"; rate: string } & Value)
  | { code: "growth-too-high"; growth: string; rate: string }
  | { code: "too-many-left-out"; leftOut: number; trials: number }
  | { code: "times-too-fine"; decimals: number; span: string; most: number }
  | { code: "no-root"; proof: string; signChanges: number }
  | { code: "no-such-root"; which: number; count: number }
  | { code: "roots-not-separated"; low: string; high: string }
  | { code: "no-break-even"; target: string }
  | { code: "no-break-even-growth"; rate: string }
  | { code: "no-break-even-flows" }
  | { code: "no-circular-cost" }
  | { code: "every-rate-solves" }
  | ({ code: "times-not-ascending"; value: string } & Value)
  | { code: "too-few-flows"; parameter: string; minimum: number }
  | { code: "nothing-paid"; parameter: string }
  | { code: "never-recovered" }
  // Impairment.
  | { code: "recoverable-amount-unknown" }
  | ({ code: "floor-above-carrying"; floor: string; carrying: string } & Value)
  | { code: "reversal-not-allowed" }
  | ({ code: "thresholds-not-ascending"; value: string } & Value)
  | ({ code: "range-upside-down"; low: string; other: string; high: string } & Value)
  | { code: "wrong-count"; parameter: string; given: number; expected: number; most?: true }
  | { code: "probabilities-above-one"; parameter: string; sum: string }
  | { code: "weights-not-one"; parameter: string; sum: string; row?: number }
  // Margins.
  | ({ code: "negative-gross-profit"; grossProfit: string } & Value)
  | ({ code: "no-such-margin"; target: string } & Value)
  | ({ code: "zero-factor" } & Value)
  | { code: "no-earlier-period"; index: number; lag: number }
  | { code: "too-few-pairs"; pairs: number }
  | { code: "series-does-not-move"; parameter: string }
  | { code: "columns-differ"; parameter: string; given: number; expected: number }
  | { code: "no-outlay"; parameter: string }
  | { code: "no-critical-point" }
  | { code: "nothing-earned"; amount: string }
  | { code: "nothing-available"; parameter: string }
  | { code: "not-a-mark"; place: Place; text: string }
  | { code: "no-finite-total" }
  | { code: "rate-undoes-base"; parameter: string; rate: string }
  | { code: "default-not-kept" }
  | { code: "no-such-grade"; parameter: string; grade: string; grades: number }
  | ({ code: "flow-before-date" } & Value)
  | { code: "nothing-to-migrate"; bucket: number }
  | { code: "factor-does-not-move"; parameter: string }
  | { code: "fit-undetermined"; pairs: number }
  | { code: "too-few-periods"; parameter: string; given: number }
  | { code: "range-empty"; parameter: string }
  | { code: "date-after-as-of"; place: Place; row: number }
  | { code: "edges-not-ascending"; place: Place; value: string }
  // Results.
  | ({ code: "zero-base" } & Value)
  | { code: "change-of-change"; value: string }
  | { code: "too-large" };

export type IssueCode = Issue["code"];

/** A calculation that was refused for a reason its user can act on. Everything else that is thrown is a bug. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly issue: Issue;

  constructor(issue: Issue) {
    super(issue.code);
    this.issue = issue;
  }
}

export function refuse(issue: Issue): never {
  throw new Refusal(issue);
}
