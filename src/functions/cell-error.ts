import type { ErrorLiteral, Issue, IssueCode } from "../core/refusal.ts";

/** The errors a function may return. */
export type ReturnedError = Exclude<ErrorLiteral, "#REF!" | "#NAME?">;

/**
 * The error value each refusal shows in its cell: #VALUE! for the wrong kind, shape, word or domain,
 * #NUM! for a well-posed question without an answer, #DIV/0! for a zero base, #N/A for what is not available.
 */
const shown: Record<Exclude<IssueCode, "error-in-cell">, ReturnedError> = {
  "argument-missing": "#VALUE!",
  "not-a-number": "#VALUE!",
  "not-available": "#N/A",
  "not-a-date": "#VALUE!",
  "not-a-label": "#VALUE!",
  "unknown-word": "#VALUE!",
  "not-a-whole-number": "#VALUE!",
  "below-minimum": "#VALUE!",
  "above-maximum": "#VALUE!",
  "not-one-cell": "#VALUE!",
  "not-a-vector": "#VALUE!",
  "lengths-differ": "#VALUE!",
  "shapes-differ": "#VALUE!",
  "buckets-in-a-loop": "#VALUE!",
  "no-such-bucket": "#VALUE!",
  "negative-gross-profit": "#VALUE!",
  "no-such-margin": "#NUM!",
  "zero-factor": "#VALUE!",
  "no-earlier-period": "#N/A",
  "too-few-pairs": "#N/A",
  "series-does-not-move": "#DIV/0!",
  "columns-differ": "#VALUE!",
  "no-critical-point": "#NUM!",
  "nothing-earned": "#NUM!",
  "rate-too-low": "#NUM!",
  "growth-too-high": "#NUM!",
  "recoverable-amount-unknown": "#N/A",
  "floor-above-carrying": "#VALUE!",
  "reversal-not-allowed": "#N/A",
  "thresholds-not-ascending": "#VALUE!",
  "range-upside-down": "#VALUE!",
  "wrong-count": "#VALUE!",
  "probabilities-above-one": "#VALUE!",
  "weights-not-one": "#VALUE!",
  "nothing-available": "#N/A",
  "not-a-mark": "#VALUE!",
  "no-finite-total": "#NUM!",
  "rate-undoes-base": "#NUM!",
  "times-not-ascending": "#VALUE!",
  "too-few-flows": "#VALUE!",
  "never-recovered": "#N/A",
  "default-not-kept": "#VALUE!",
  "no-such-grade": "#VALUE!",
  "flow-before-date": "#VALUE!",
  "nothing-to-migrate": "#DIV/0!",
  "factor-does-not-move": "#DIV/0!",
  "fit-undetermined": "#DIV/0!",
  "too-few-periods": "#VALUE!",
  "every-rate-solves": "#NUM!",
  "no-root": "#NUM!",
  "no-such-root": "#NUM!",
  "roots-not-separated": "#NUM!",
  "no-break-even": "#NUM!",
  "no-break-even-growth": "#NUM!",
  "no-break-even-flows": "#NUM!",
  "no-circular-cost": "#NUM!",
  "range-empty": "#VALUE!",
  "date-after-as-of": "#VALUE!",
  "edges-not-ascending": "#VALUE!",
  "times-too-fine": "#VALUE!",
  "too-many-left-out": "#NUM!",
  "zero-base": "#DIV/0!",
  "change-of-change": "#VALUE!",
  "too-large": "#NUM!",
};

export function cellErrorOf(issue: Issue): ReturnedError {
  if (issue.code !== "error-in-cell") return shown[issue.code];
  // Excel lets no function return these two; as #VALUE! the sentence can still name cell and error.
  return issue.error === "#REF!" || issue.error === "#NAME?" ? "#VALUE!" : issue.error;
}
