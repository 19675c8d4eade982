import { describe, expect, it } from "vitest";
import { placeOf } from "../../../src/pane/impairment/finding-place.ts";
import { cases, complete } from "../../workflows/impairment/finding-cases.ts";

/** Findings about a whole test or unit that no single field mends: they are answered by an explanation, or follow from others. */
const answered: readonly string[] = ["no-tax-rows", "no-financing-rows", "maintenance-only", "working-capital-once", "back-test", "back-test-missing", "allocation-order", "recoverable-known", "reason-to-test"];

describe("the way from a finding to where it is mended", () => {
  it.each(cases.filter(([, code, outcome]) => (outcome === "fail" || outcome === "explain") && !answered.includes(code)))("leads to a field or a cell: %s", (_what, code, outcome, _clause, spoil) => {
    const prepared = complete();
    spoil(prepared);
    const found = prepared.book.evaluation.findings.filter((finding) => finding.facts.code === code && finding.outcome === outcome);
    expect(found.length).toBeGreaterThan(0);
    for (const finding of found) expect(finding.cell ?? placeOf(finding)).toBeDefined();
  });
});
