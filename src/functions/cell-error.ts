import type { ErrorLiteral, Issue, IssueCode } from "../core/refusal.ts";

/** The errors a function may return. */
export type ReturnedError = Exclude<ErrorLiteral, "#REF!" | "#NAME?">;

/**
 * The error value of refusals that are not #VALUE!, the wrong kind, shape, word or domain: #NUM! for a well-posed
 * question without an answer, #DIV/0! for a zero base, #N/A for what is not available.
 */
const shown: { readonly [Code in IssueCode]?: ReturnedError } = {
  "not-available": "#N/A",
  "no-such-margin": "#NUM!",
  "no-earlier-period": "#N/A",
  "too-few-pairs": "#N/A",
  "series-does-not-move": "#DIV/0!",
  "no-critical-point": "#NUM!",
  "nothing-earned": "#NUM!",
  "rate-too-low": "#NUM!",
  "growth-too-high": "#NUM!",
  "recoverable-amount-unknown": "#N/A",
  "reversal-not-allowed": "#N/A",
  "nothing-available": "#N/A",
  "no-finite-total": "#NUM!",
  "rate-undoes-base": "#NUM!",
  "never-recovered": "#N/A",
  "nothing-to-migrate": "#DIV/0!",
  "factor-does-not-move": "#DIV/0!",
  "fit-undetermined": "#DIV/0!",
  "every-rate-solves": "#NUM!",
  "nothing-paid": "#DIV/0!",
  "no-root": "#NUM!",
  "no-such-root": "#NUM!",
  "roots-not-separated": "#NUM!",
  "no-break-even": "#NUM!",
  "no-break-even-growth": "#NUM!",
  "no-break-even-flows": "#NUM!",
  "no-circular-cost": "#NUM!",
  "too-many-left-out": "#NUM!",
  "zero-base": "#DIV/0!",
  "too-large": "#NUM!",
};

export function cellErrorOf(issue: Issue): ReturnedError {
  if (issue.code !== "error-in-cell") return shown[issue.code] ?? "#VALUE!";
  // Excel lets no function return these two; as #VALUE! the sentence can still name cell and error.
  return issue.error === "#REF!" || issue.error === "#NAME?" ? "#VALUE!" : issue.error;
}
