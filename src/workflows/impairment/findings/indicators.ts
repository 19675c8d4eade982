import type { Finding } from "../finding.ts";
import { indicatorNames } from "../state.ts";
import { finding, type Rule } from "./rule.ts";

/** Whether the seven indicators were answered, those that hold with their evidence, and whether there is a reason to test. */
export const indicatorFindings: Rule = (derived): readonly Finding[] => {
  const { answers, annual } = derived.test.indicators;
  const judged = { step: "indicators", clause: "indicators" } as const;
  const unanswered = indicatorNames.filter((indicator) => answers[indicator].answer === null);
  const unreasoned = indicatorNames.filter((indicator) => answers[indicator].answer === "yes" && answers[indicator].note.trim() === "");
  const reason = annual || indicatorNames.some((indicator) => answers[indicator].answer === "yes");
  return [
    ...unanswered.map((indicator) => finding(derived, { code: "indicator-unanswered", indicator }, { ...judged, outcome: "fail", about: indicator })),
    ...unreasoned.map((indicator) => finding(derived, { code: "indicator-unreasoned", indicator }, { ...judged, outcome: "fail", about: indicator })),
    // Testing without a sign is allowed; that there is none is then the finding.
    ...(unanswered.length === 0 ? [finding(derived, { code: "reason-to-test", reason }, { ...judged, outcome: reason ? "pass" : "explain" })] : []),
  ];
};
