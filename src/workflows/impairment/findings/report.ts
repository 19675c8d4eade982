import type { Finding } from "../finding.ts";
import { fingerprintOf } from "../fingerprint.ts";
import type { Inputs } from "../input.ts";
import { type Derived, finding } from "./rule.ts";

/** Whether a report could be final as things stand, and whether the one that was written still says what the cells say. */
export function reportFindings(derived: Derived, inputs: Inputs, found: readonly Finding[]): readonly Finding[] {
  const count = (outcome: Finding["outcome"]) => found.filter((other) => other.outcome === outcome).length;
  const open = { fails: count("fail"), unexplained: count("explain") };
  const { report } = derived.test;
  const stale = report !== null && report.fingerprint !== fingerprintOf(derived.test, inputs);
  const judged = { step: "report", outcome: "note" } as const;
  return [
    ...(open.fails + open.unexplained > 0 ? [finding(derived, { code: "report-open", ...open }, judged)] : []),
    ...(stale ? [finding(derived, { code: "report-stale", at: report.at }, judged)] : []),
  ];
}
