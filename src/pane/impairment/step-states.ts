import type { Evaluation } from "../../workflows/impairment/evaluation.ts";
import { faultsOf, openFindings } from "../../workflows/impairment/findings.ts";
import { type StepName, steps } from "../../workflows/impairment/step.ts";

/** How far a step is: nothing to judge yet, open findings, done, or done with explanations. */
export type StepState =
  | { readonly kind: "waiting" }
  | { readonly kind: "open"; readonly count: number }
  | { readonly kind: "explained"; readonly count: number }
  | { readonly kind: "done" };

/** Steps that say something before there is a unit. */
const withoutUnits: readonly StepName[] = ["frame", "indicators", "units"];

/** The review by paragraph collects what the other steps found. */
export function stepState(step: StepName, evaluation: Evaluation): StepState {
  const { units, report } = evaluation.test;
  const waiting = (units.length === 0 && !withoutUnits.includes(step)) || (step === "report" && !report);
  if (waiting) return { kind: "waiting" };
  const open = step === "clauses" ? openFindings(evaluation).filter(({ clause }) => clause).length : faultsOf(step, evaluation).filter(({ outcome }) => outcome !== "note").length;
  if (open > 0) return { kind: "open", count: open };
  const explained = evaluation.findings.filter((finding) => finding.outcome === "explained" && (finding.step === step || (step === "clauses" && finding.clause))).length;
  return explained > 0 ? { kind: "explained", count: explained } : { kind: "done" };
}

/** The steps before and after one. */
export function neighbours(step: StepName, shown: readonly StepName[] = steps): { readonly before: StepName | undefined; readonly after: StepName | undefined } {
  const place = shown.indexOf(step);
  return { before: shown[place - 1], after: shown[place + 1] };
}
