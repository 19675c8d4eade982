import { describe, expect, it } from "vitest";
import { placeOf } from "../../../src/pane/impairment/finding-place.ts";
import { faultsOf } from "../../../src/workflows/impairment/findings.ts";
import { unitSlot } from "../../../src/workflows/impairment/slot.ts";
import { type StepName, steps } from "../../../src/workflows/impairment/step.ts";
import { cases, complete } from "../../workflows/impairment/finding-cases.ts";

/** Mistakes made at once in a faultless test, by the step they belong to. */
const mistakes: Readonly<Record<Exclude<StepName, "clauses" | "report">, readonly string[]>> = {
  frame: ["a test without a name", "a test without a reviewer", "a day that does not exist", "values with more digits than amounts"],
  indicators: ["an indicator nobody answered", "another indicator without evidence"],
  units: ["a unit without a name", "inflows nobody argued to be independent", "units that do not add to their total", "land in the flows but not in the carrying amount", "goodwill without the share of the parent"],
  methods: ["an idle unit with a value in use", "a used unit without one"],
  forecast: ["a row without a range", "a row that is shorter than the years", "a budget of six years", "a row of income tax counted as an expense", "flows without inflation"],
  rate: ["a rate not above the growth", "a value in use that does not exist", "names for fewer components than there are"],
  "fair-value": ["fee tiers that do not ascend", "fee tiers that do not start at zero", "weights of newness that do not add to one"],
  result: ["a unit without a recoverable amount", "a reported figure that does not follow"],
  allocation: ["names for fewer assets than there are", "a loss for which no asset has room"],
  sensitivity: ["a step of the sensitivity that is no number", "a rate of the map that is no number"],
  "back-test": ["forecasts that were missed", "forecasts of another unit nobody looked back on"],
};

/** Mistakes that the list of one for each rule does not have. */
const second: typeof cases = [
  ["another indicator without evidence", "indicator-unreasoned", "fail", "indicators", ({ book }) => book.play({ type: "indicator-answered", indicator: "environment", answer: "yes", note: "" })],
  ["a used unit without one", "measures-by-tree", "explain", "recoverable", ({ book, unit }) => book.change(unit, { measures: "fair-value" })],
  ["a rate of the map that is no number", "sensitivity-setting", "fail", undefined, ({ book }) => book.play({ type: "sensitivity-changed", sensitivity: { rates: ["abc"] } })],
  ["forecasts of another unit nobody looked back on", "back-test-missing", "explain", "past-forecasts", ({ book, short }) => (["back-low", "back-high", "back-actual"] as const).forEach((name) => book.play({ type: "unlinked", slot: unitSlot(short, name) }))],
];

const known = new Map([...cases, ...second].map(([what, code, outcome, clause, spoil]) => [what, { code, outcome, clause, spoil }]));

const madeIn = (whats: readonly string[]) => whats.map((what) => {
  const found = known.get(what);
  if (!found) throw new Error(`no such mistake: ${what}`);
  return found;
});

describe("a step with several mistakes", () => {
  it.each(Object.entries(mistakes))("tells of all of them at once, each with its paragraph: %s", (step, whats) => {
    const prepared = complete();
    for (const { spoil } of madeIn(whats)) spoil(prepared);
    const faults = faultsOf(step as StepName, prepared.book.evaluation);
    for (const { code, outcome, clause } of madeIn(whats)) {
      const found = faults.filter((fault) => fault.facts.code === code && fault.outcome === outcome);
      expect(found.map((fault) => fault.clause), code).toContain(clause);
    }
    expect(new Set(faults.map(({ key, slot, cell }) => JSON.stringify([key, slot, cell]))).size).toBeGreaterThanOrEqual(whats.length);
  });

  it("is every step before the review, which collects what the others found", () => {
    expect([...Object.keys(mistakes), "clauses", "report"]).toEqual(steps);
  });

  it("leads from each to where it is mended, or has it explained", () => {
    const prepared = complete();
    for (const { spoil } of madeIn(Object.entries(mistakes).flatMap(([step, whats]) => (step === "rate" || step === "fair-value" ? [] : whats)))) spoil(prepared);
    const open = prepared.book.evaluation.findings.filter(({ outcome }) => outcome === "fail");
    expect(open.length).toBeGreaterThan(10);
    const lost = open.filter((finding) => (finding.cell ?? placeOf(finding)) === undefined).map(({ facts }) => facts.code);
    expect([...new Set(lost)]).toEqual(["recoverable-known"]);
  });
});
