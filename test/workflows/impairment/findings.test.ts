import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CellValue } from "../../../src/workbook/port.ts";
import { evaluate } from "../../../src/workflows/impairment/evaluate.ts";
import type { Outcome } from "../../../src/workflows/impairment/finding.ts";
import { isDate } from "../../../src/workflows/impairment/findings/frame.ts";
import { clauseChecks, faultsOf, openFindings } from "../../../src/workflows/impairment/findings.ts";
import { type UnitId, unitSlot } from "../../../src/workflows/impairment/slot.ts";
import type { FairValueMethod } from "../../../src/workflows/impairment/state.ts";
import { type StepName, steps } from "../../../src/workflows/impairment/step.ts";
import { cases, complete } from "./finding-cases.ts";
import { there } from "./linked-book.ts";

const worth = (outcome: Outcome) => outcome !== "pass" && outcome !== "explained";

describe("a test with nothing amiss", () => {
  it("has no fault in any step, and is open for nothing", () => {
    const { evaluation } = complete().book;
    expect(steps.flatMap((step) => faultsOf(step, evaluation).map(({ key }) => key))).toEqual([]);
    expect(openFindings(evaluation)).toEqual([]);
  });

  it("is reviewed by paragraph in the order of the standard, every rule passed", () => {
    const checks = clauseChecks(complete().book.evaluation);
    expect(new Set(checks.map(({ outcome }) => outcome))).toEqual(new Set(["pass"]));
    expect([...new Set(checks.map(({ clause }) => clause))]).toEqual([
      "indicators", "recoverable", "one-measure", "fair-value", "idle-unit", "flow-kinds", "budget", "growth", "past-forecasts", "current-condition", "tax-and-financing", "pre-tax-rate", "loss", "no-reversal", "units", "like-for-like", "allocation",
    ]);
  });
});

describe("every mistake is found", () => {
  it.each(cases)("%s: %s", (_what, code, outcome, clause, spoil) => {
    expect(complete().book.findings(code).filter((finding) => worth(finding.outcome))).toEqual([]);
    const prepared = complete();
    spoil(prepared);
    const found = prepared.book.findings(code).filter((finding) => worth(finding.outcome));
    expect(found.map((finding) => [finding.outcome, finding.clause])).toContainEqual([outcome, clause]);
  });

  it("names all of a step at once", () => {
    const { book, unit, short } = complete();
    book.type(unitSlot(unit, "carrying"), [["约两万", "#REF!"]]).delete(unitSlot(short, "carrying")).change(unit, { inflows: "" });
    expect(faultsOf("units", book.evaluation).map(({ facts }) => facts.code)).toEqual(["cell-unread", "cell-error", "range-deleted", "inflows-reasoned"]);
  });

  it("points at the cell, wherever it stands by now", () => {
    const { book, unit } = complete();
    book.type(unitSlot(unit, "carrying"), [[20000, "约一千"]]);
    const range = there(book.inputs.get(there(book.test.links[unitSlot(unit, "carrying")]).pin)).range;
    expect(book.findings("cell-unread")).toMatchObject([{ unit, slot: unitSlot(unit, "carrying"), cell: { ...range, column: range.column + 1, columns: 1 }, facts: { text: "约一千" } }]);
  });

  it("computes nothing from a block of which one cell cannot be read, and reads no deleted block as zero", () => {
    const { book, unit } = complete();
    book.type(unitSlot(unit, "carrying"), [[20000, "约一千"]]);
    expect(book.evaluated(unit).carrying).toBeUndefined();
    book.delete(unitSlot(unit, "carrying"));
    expect([book.evaluated(unit).carrying, book.evaluated(unit).loss, book.evaluation.totals.loss]).toEqual([undefined, undefined, undefined]);
  });
});

describe("whatever stands in the cells", () => {
  const cell = fc.oneof(fc.constantFrom<CellValue>(null, "", "—", "/", "abc", "1.0", "#DIV/0!", false, 0, 1, -1, 0.02, 5, 1e-9, 1e12, -40000), fc.integer({ min: -50000, max: 50000 }));

  it("a test is evaluated, and no loss is ever negative or more than the carrying amount", () => {
    const { book } = complete();
    const blocks = [...book.inputs];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(), cell), { minLength: 1, maxLength: 4 }), (typed) => {
        const inputs = new Map(blocks);
        for (const [which, where, value] of typed) {
          const [pin, block] = there(blocks[which % blocks.length]);
          const now = inputs.get(pin) ?? there(block);
          const flat = now.cells.flat();
          const place = where % flat.length;
          inputs.set(pin, { ...now, cells: now.cells.map((row, r) => row.map((old, c) => (r * row.length + c === place ? value : old))) });
        }
        const { units } = evaluate(book.test, inputs);
        for (const unit of units) {
          expect(unit.tornado()).toHaveLength(unit.breakEvens().length);
          expect(unit.headroomMap() === undefined).toBe(unit.breakEvens().length === 0);
          expect(unit.loss?.isNegative() && !unit.loss.isZero()).not.toBe(true);
          if (unit.allocation?.mode === "pro-rata" && unit.carrying) expect(unit.loss?.lte(unit.carrying.reported)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("a date", () => {
  it.each([["2024-02-29", true], ["2025-02-29", false], ["2100-02-29", false], ["2000-02-29", true], ["2025-04-31", false], ["2025-12-31", true], ["2025-00-10", false], ["2025/12/31", false]] as const)("%s is a day of the calendar: %s", (date, valid) => {
    expect(isDate(date)).toBe(valid);
  });
});

describe("what a person explains", () => {
  it("is no fault any more, and stays with its finding", () => {
    const { book, unit } = complete();
    book.play({ type: "forecast-changed", unit, forecast: { budgetYears: 6 } });
    const [finding] = book.findings("budget-length").filter(({ outcome }) => outcome === "explain");
    book.play({ type: "explained", key: there(finding).key, text: "经营权到 2031 年" });
    expect(book.findings("budget-length").find((found) => found.unit === unit)).toMatchObject({ outcome: "explained", explanation: "经营权到 2031 年" });
    expect(faultsOf("forecast", book.evaluation)).toEqual([]);
  });

  it("never makes up for a rule that fails", () => {
    const { book, unit } = complete();
    book.play({ type: "forecast-changed", unit, forecast: { budgetYears: null } });
    const [finding] = book.findings("budget-length").filter(({ outcome }) => outcome === "fail");
    book.play({ type: "explained", key: there(finding).key, text: "没有预算" });
    expect(openFindings(book.evaluation).map(({ outcome }) => outcome)).toEqual(["fail"]);
  });

  it("lets value in use stand alone where fair value cannot be estimated (CAS 8 art. 8)", () => {
    const { book, short } = complete();
    book.play({ type: "unlinked", slot: unitSlot(short, "fair-value") });
    expect(book.evaluated(short).assessment).toBeUndefined();
    book.play({ type: "explained", key: `second-measure-needed:${short}`, text: "没有可比交易，亦无法可靠估计" });
    const { assessment, valueInUse } = book.evaluated(short);
    expect(assessment?.recoverable.eq(there(valueInUse).reported)).toBe(true);
  });
});

describe("what a method cannot do without", () => {
  type Prepared = ReturnType<typeof complete>;
  const missing = ({ book }: Prepared, unit?: UnitId) => book.findings("link-missing").filter((found) => found.unit === unit).map(({ facts, outcome, step }) => [facts.code === "link-missing" && facts.name, outcome, step]);
  const replaced = (method: FairValueMethod) => ({ book, idle }: Prepared) => book.play({ type: "fair-value-changed", unit: idle, fairValue: { method } });

  it.each<readonly [string, (prepared: Prepared) => unknown, StepName, readonly string[]]>([
    ["a rate that is given", ({ book, unit }) => book.play({ type: "rate-changed", unit, rate: { source: "given" } }), "rate", ["rate"]],
    ["a rate that is built up", ({ book, unit }) => book.play({ type: "unlinked", slot: unitSlot(unit, "rate-parts") }), "rate", ["rate-parts"]],
    ["a cost of capital, which is after tax", ({ book, unit }) => book.play({ type: "rate-changed", unit, rate: { source: "cost-of-capital" } }), "rate", ["risk-free", "beta", "premium", "debt-equity", "cost-debt", "tax-rate", "taxes"]],
    ["a perpetuity and its years", ({ book, unit }) => book.play({ type: "unlinked", slot: unitSlot(unit, "growth") }, { type: "unlinked", slot: unitSlot(unit, "years") }), "forecast", ["years", "growth"]],
    ["a value in use from a valuer", ({ book, unit }) => book.play({ type: "forecast-changed", unit, forecast: { basis: "given" } }), "forecast", ["value-in-use"]],
    ["a share of corporate assets", ({ book }) => book.total("corporate-assets", 10), "units", ["remaining-life"]],
    ["half a back-test", ({ book, unit }) => book.play({ type: "unlinked", slot: unitSlot(unit, "back-low") }), "back-test", ["back-low"]],
    ["a row of the last forecast", ({ book, unit }) => book.play({ type: "past-row-added", unit, kind: "revenue", name: "营业收入" }), "back-test", ["past", "actual"]],
  ])("%s", (_what, take, step, names) => {
    const prepared = complete();
    expect(missing(prepared, prepared.unit)).toEqual([]);
    take(prepared);
    expect(missing(prepared, prepared.unit)).toEqual(names.map((name) => [name, "fail", step]));
  });

  it.each<readonly [string, (prepared: Prepared) => unknown, StepName, readonly string[]]>([
    ["a price on the market", ({ book, idle }) => book.play({ type: "unlinked", slot: unitSlot(idle, "fair-value") }), "fair-value", ["fair-value"]],
    ["replacement cost, newness and discount", replaced("replacement"), "fair-value", ["replacement-cost", "economic-life", "years-used", "market-discount"]],
    ["replacement cost with the newness given", (prepared) => [replaced("replacement")(prepared), prepared.book.figure(prepared.idle, "newness", 0.5)], "fair-value", ["replacement-cost", "market-discount"]],
    ["in-use value and scrap", replaced("in-use-scrap"), "fair-value", ["replacement-cost", "economic-life", "years-used", "scrap-tonnes", "scrap-prices"]],
    ["a fee by tiers", ({ book, idle }) => book.play({ type: "schedule-added", unit: idle, name: "评估服务费" }), "fair-value", ["thresholds", "rates"]],
    ["a test asset by asset", ({ book, idle }) => book.play({ type: "unlinked", slot: unitSlot(idle, "asset-carrying") }), "allocation", ["asset-carrying"]],
  ])("%s, for an idle unit", (_what, take, step, names) => {
    const prepared = complete();
    take(prepared);
    expect(missing(prepared, prepared.idle)).toEqual(names.map((name) => [name, "fail", step]));
  });

  it("nothing, where an income approach takes the value in use as it is", () => {
    const { book, short } = complete();
    book.play({ type: "unlinked", slot: unitSlot(short, "fair-value") }, { type: "fair-value-changed", unit: short, fairValue: { method: "income", income: "value-in-use" } });
    expect(book.findings("link-missing")).toEqual([]);
    expect(book.evaluated(short).fairValue?.fairValue.eq(there(book.evaluated(short).valueInUse).reported)).toBe(true);
  });

  it("the total that the units must add to", () => {
    const prepared = complete();
    prepared.book.play({ type: "unlinked", slot: "carrying-total" });
    expect(missing(prepared)).toEqual([["carrying-total", "fail", "units"]]);
  });
});

describe("places that the settings leave unused", () => {
  it("keep their links, and nothing is asked of them until they are used again", () => {
    const { book, unit } = complete();
    book.figure(unit, "rate", "约百分之十").delete(unitSlot(unit, "rate"));
    expect(openFindings(book.evaluation)).toEqual([]);
    book.play({ type: "rate-changed", unit, rate: { source: "given" } });
    expect(book.findings("range-deleted")).toMatchObject([{ slot: unitSlot(unit, "rate"), outcome: "fail" }]);
  });

  it("do not stop the forecast: a growth rate that cannot be read matters only to a perpetuity", () => {
    const { book, unit } = complete();
    book.type(unitSlot(unit, "growth"), [["待定"]]);
    expect(book.evaluated(unit).flows).toBeUndefined();
    book.play({ type: "forecast-changed", unit, forecast: { perpetuity: false } });
    expect(book.evaluated(unit).flows?.growth).toBeUndefined();
    expect(book.evaluated(unit).flows?.net).toHaveLength(7);
    expect(faultsOf("forecast", book.evaluation)).toEqual([]);
  });
});

describe("a decision against the tree", () => {
  it("is none where both measures are estimated though one would do, but is one for an idle unit", () => {
    const { book, unit, idle } = complete();
    book.change(unit, { measures: "both" }).change(idle, { measures: "both" });
    const outcomeOf = (id: UnitId) => book.findings("measures-by-tree").find((found) => found.unit === id)?.outcome;
    expect([outcomeOf(unit), outcomeOf(idle)]).toEqual(["pass", "explain"]);
  });
});

describe("reasons given with a setting", () => {
  it("explain a decision against the tree where it was taken", () => {
    const { book, idle } = complete();
    book.change(idle, { measures: "value-in-use", measuresReason: "明年复产" });
    expect(book.findings("measures-by-tree").find(({ unit }) => unit === idle)).toMatchObject({ outcome: "explained", explanation: "明年复产" });
  });
});

describe("surpluses", () => {
  it("never net: a unit far above its carrying amount leaves the loss of another as it is", () => {
    const { book, unit, short } = complete();
    const before = book.evaluation.totals.loss;
    book.type(unitSlot(unit, "carrying"), [[1, 1]]);
    expect(book.evaluation.totals.loss?.eq(there(before))).toBe(true);
    expect(book.evaluated(short).loss?.gt(0)).toBe(true);
  });
});
