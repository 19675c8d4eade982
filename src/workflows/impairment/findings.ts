import type { Evaluation } from "./evaluation.ts";
import { clauses, type ClauseId, type Finding } from "./finding.ts";
import { allocationFindings } from "./findings/allocation.ts";
import { backTestFindings } from "./findings/back-test.ts";
import { fairValueFindings } from "./findings/fair-value.ts";
import { forecastFindings } from "./findings/forecast.ts";
import { frameFindings } from "./findings/frame.ts";
import { indicatorFindings } from "./findings/indicators.ts";
import { linkFindings } from "./findings/links.ts";
import { methodFindings } from "./findings/methods.ts";
import { rateFindings } from "./findings/rate.ts";
import { reportFindings } from "./findings/report.ts";
import { resultFindings } from "./findings/result.ts";
import type { Derived } from "./findings/rule.ts";
import { sensitivityFindings } from "./findings/sensitivity.ts";
import { unitFindings } from "./findings/units.ts";
import type { Inputs } from "./input.ts";
import type { ImpairmentTest } from "./state.ts";
import { type StepName, steps } from "./step.ts";

const rules = [
  linkFindings,
  frameFindings,
  indicatorFindings,
  unitFindings,
  methodFindings,
  forecastFindings,
  rateFindings,
  fairValueFindings,
  resultFindings,
  allocationFindings,
  sensitivityFindings,
  backTestFindings,
];

/** Every rule of a test, passed or not, and every fault of its inputs, in the order of the steps. */
export function findingsOf(derived: Derived, inputs: Inputs, previous: ImpairmentTest | undefined): readonly Finding[] {
  const judged = rules.flatMap((rule) => rule(derived, previous));
  const found = [...judged, ...reportFindings(derived, inputs, judged)];
  return found.toSorted((a, b) => steps.indexOf(a.step) - steps.indexOf(b.step));
}

/** All faults of a step at once: what a person should mend, explain or know of. */
export function faultsOf(step: StepName, { findings }: Pick<Evaluation, "findings">): readonly Finding[] {
  return findings.filter((finding) => finding.step === step && finding.outcome !== "pass" && finding.outcome !== "explained");
}

/** What stands between a test and being final: rules that fail, and what nobody has explained yet. */
export function openFindings({ findings }: Pick<Evaluation, "findings">): readonly Finding[] {
  return findings.filter(({ outcome }) => outcome === "fail" || outcome === "explain");
}

/** The review by paragraph of the standard: every finding that has one, in the order of the paragraphs. */
export function clauseChecks({ findings }: Pick<Evaluation, "findings">): readonly (Finding & { readonly clause: ClauseId })[] {
  const order = Object.keys(clauses);
  return findings
    .flatMap((finding) => (finding.clause ? [{ ...finding, clause: finding.clause }] : []))
    .toSorted((a, b) => order.indexOf(a.clause) - order.indexOf(b.clause));
}
