import type { FindingCode, Outcome } from "../../../src/workflows/impairment/finding.ts";
import { itemSlot, type UnitId, unitSlot } from "../../../src/workflows/impairment/slot.ts";
import { fingerprintOf } from "../../../src/workflows/impairment/fingerprint.ts";
import { likeItems } from "../../../src/workflows/impairment/state.ts";
import { LinkedBook, there } from "./linked-book.ts";

export interface Prepared {
  readonly book: LinkedBook;
  /** In use, with rows, a perpetuity and a rate that is built up; its value in use exceeds. */
  readonly unit: UnitId;
  /** In use and impaired; fair value estimated. */
  readonly short: UnitId;
  /** Idle, asset by asset. */
  readonly idle: UnitId;
}

/** A test to which no rule has anything to say. */
export function complete(): Prepared {
  const book = new LinkedBook();
  const used = (name: string, carrying: readonly number[]) => {
    const unit = book.unit(name);
    book.figure(unit, "carrying", carrying).figure(unit, "years", ["2026 年度", "2027 年度", "2028 年度", "2029 年度", "2030 年度", "2031 年度", "2032 年度"]);
    book.row(unit, "revenue", "营业收入", [9000, 9500, 9800, 10000, 10100, 10201, 10303.01]);
    book.row(unit, "cost", "营业成本", [6000, 6300, 6500, 6600, 6650, 6700, 6750]);
    book.row(unit, "depreciation", "折旧和摊销", [500, 500, 500, 500, 500, 500, 500]);
    book.row(unit, "maintenance-capex", "资本性支出", [400, 400, 400, 400, 500, 500, 500]);
    book.row(unit, "working-capital", "营运资金追加额", [20, 20, 10, 10, 10, 10, 10]);
    book.play({ type: "forecast-changed", unit, forecast: { budgetYears: 5, perpetuity: true } });
    book.figure(unit, "growth", 0.01).figure(unit, "growth-benchmark", 0.02).figure(unit, "base-working-capital", 800).figure(unit, "recovery", 0);
    book.figure(unit, "rate-labels", ["无风险报酬率", "风险报酬率"]).figure(unit, "rate-parts", [0.02, 0.082]);
    book.figure(unit, "back-labels", ["营业收入"]).figure(unit, "back-low", [8800]).figure(unit, "back-high", [9200]).figure(unit, "back-actual", [9000]);
    for (const like of likeItems) book.play({ type: "like-answered", unit, item: like, answer: { carrying: false, flows: like === "working-capital" } });
    return unit;
  };
  const [unit, short] = [used("资产组 1", [20000, 1000]), used("资产组 2", [40000])];
  book.figure(short, "fair-value", 35000).figure(short, "disposal-costs", [400, 100]).figure(short, "asset-labels", ["房屋", "设备"]).figure(short, "asset-carrying", [15000, 25000]);
  const idle = book.unit("资产组 3", { use: "idle", allocation: "asset-by-asset" });
  book.figure(idle, "carrying", 300).figure(idle, "asset-carrying", [100, 200]).figure(idle, "fair-value", [150, 90]).figure(idle, "disposal-costs", [5, 5]);
  book.play({ type: "fair-value-changed", unit: idle, fairValue: { costs: "asset" } });
  book.total("carrying-total", 61300);
  return { book, unit, short, idle };
}

type Case = readonly [what: string, code: FindingCode, outcome: Outcome, clause: string | undefined, spoil: (prepared: Prepared) => unknown];

/** For every rule that can be broken one way to break it. */
export const cases: readonly Case[] = [
  // Frame.
  ["a test without a name", "frame-missing", "fail", undefined, ({ book }) => book.play({ type: "frame-changed", frame: { name: " " } })],
  ["a test without a reviewer", "frame-missing", "fail", undefined, ({ book }) => book.play({ type: "frame-changed", frame: { reviewer: "" } })],
  ["a day that does not exist", "date-invalid", "fail", undefined, ({ book }) => book.play({ type: "frame-changed", frame: { date: "2025-02-29" } })],
  ["a preparer who reviews", "same-person", "explain", undefined, ({ book }) => book.play({ type: "frame-changed", frame: { reviewer: "甲" } })],
  ["values with more digits than amounts", "digits-order", "fail", undefined, ({ book }) => book.play({ type: "frame-changed", frame: { valueDigits: 3 } })],
  // Indicators.
  ["an indicator nobody answered", "indicator-unanswered", "fail", "indicators", ({ book }) => book.play({ type: "indicator-answered", indicator: "idle", answer: null, note: "" })],
  ["an indicator without evidence", "indicator-unreasoned", "fail", "indicators", ({ book }) => book.play({ type: "indicator-answered", indicator: "idle", answer: "yes", note: " " })],
  ["a test for which there is no reason", "reason-to-test", "explain", "indicators", ({ book }) => book.play({ type: "indicator-answered", indicator: "performance", answer: "no", note: "" })],
  // Units.
  ["a test without units", "no-units", "fail", "units", ({ book, unit, short, idle }) => [unit, short, idle].forEach((one) => book.play({ type: "unit-removed", unit: one }))],
  ["a unit without a name", "unit-unnamed", "fail", "units", ({ book, unit }) => book.change(unit, { name: "" })],
  ["two units of one name", "unit-name-twice", "fail", "units", ({ book, short }) => book.change(short, { name: "资产组 1" })],
  ["inflows nobody argued to be independent", "inflows-reasoned", "fail", "units", ({ book, unit }) => book.change(unit, { inflows: "" })],
  ["units that do not add to their total", "units-tie", "fail", "units", ({ book }) => book.type("carrying-total", [[61400]])],
  ["units that miss their total by a tail", "units-tie", "note", "units", ({ book }) => book.type("carrying-total", [[61300.01]])],
  ["land in the flows but not in the carrying amount", "like-for-like", "explain", "like-for-like", ({ book, unit }) => book.play({ type: "like-answered", unit, item: "land-use-rights", answer: { carrying: false, flows: true } })],
  ["a like-for-like matrix with a hole", "like-unanswered", "note", "like-for-like", ({ book, unit }) => book.play({ type: "like-answered", unit, item: "restoration", answer: null })],
  ["goodwill without the share of the parent", "goodwill-gross", "explain", "goodwill", ({ book, unit }) => book.figure(unit, "goodwill", 10)],
  ["goodwill of a parent that holds nothing", "ownership-range", "fail", "goodwill", ({ book, unit }) => book.figure(unit, "goodwill", 10).figure(unit, "ownership", 0)],
  ["a carrying amount below zero", "carrying-negative", "fail", "like-for-like", ({ book, unit }) => book.type(unitSlot(unit, "carrying"), [[-1, 0]])],
  // Methods.
  ["an idle unit with a value in use", "measures-by-tree", "explain", "idle-unit", ({ book, idle }) => book.change(idle, { measures: "value-in-use" })],
  ["a second measure that was left out", "second-measure-needed", "explain", "recoverable", ({ book, short }) => book.play({ type: "unlinked", slot: unitSlot(short, "fair-value") })],
  // Forecast.
  ["a forecast without rows", "no-rows", "fail", "flow-kinds", ({ book, unit }) => book.unitOf(unit).forecast.rows.forEach((row) => book.play({ type: "row-removed", unit, row: row.id }))],
  ["a row without a range", "row-unlinked", "fail", "flow-kinds", ({ book, unit }) => book.play({ type: "row-added", unit, kind: "expense", name: "管理费用" })],
  ["a row that is shorter than the years", "row-length", "fail", undefined, ({ book, unit }) => book.row(unit, "expense", "管理费用", [1, 2, 3])],
  ["years with a gap", "years-not-consecutive", "fail", undefined, ({ book, unit }) => book.type(unitSlot(unit, "years"), [["2026", "2027", "2028", "2029", "2031", "2032", "2033"]])],
  ["a forecast that starts two years after the test", "first-year", "explain", undefined, ({ book, unit }) => book.type(unitSlot(unit, "years"), [["2027", "2028", "2029", "2030", "2031", "2032", "2033"]])],
  ["a budget of six years", "budget-length", "explain", "budget", ({ book, unit }) => book.play({ type: "forecast-changed", unit, forecast: { budgetYears: 6 } })],
  ["a budget of no said length", "budget-length", "fail", "budget", ({ book, unit }) => book.play({ type: "forecast-changed", unit, forecast: { budgetYears: null } })],
  ["a budget longer than the forecast", "budget-length", "fail", "budget", ({ book, unit }) => book.play({ type: "forecast-changed", unit, forecast: { budgetYears: 8 } })],
  ["growth above the average of the market", "growth-tail", "explain", "growth", ({ book, unit }) => book.type(unitSlot(unit, "growth-benchmark"), [[0.005]])],
  ["growth nobody compared with the market", "growth-tail", "explain", "growth", ({ book, unit }) => book.play({ type: "unlinked", slot: unitSlot(unit, "growth-benchmark") })],
  ["growth that rises after the budget", "growth-steady", "explain", "growth", ({ book, unit }) => book.type(itemSlot(unit, "row", there(book.unitOf(unit).forecast.rows[0]).id), [[9000, 9500, 9800, 10000, 10100, 10201, 10405.02]])],
  ["a value that lies mostly after the forecast", "terminal-share", "explain", undefined, ({ book, unit }) => book.type(unitSlot(unit, "growth"), [[0.08]])],
  ["a row of income tax counted as an expense", "no-tax-rows", "explain", "tax-and-financing", ({ book, unit }) => book.row(unit, "expense", "所得税费用", [1, 1, 1, 1, 1, 1, 1])],
  ["a row of interest counted as an expense", "no-financing-rows", "explain", "tax-and-financing", ({ book, unit }) => book.row(unit, "expense", "利息支出", [1, 1, 1, 1, 1, 1, 1])],
  ["an expansion counted as maintenance", "maintenance-only", "explain", "current-condition", ({ book, unit }) => book.row(unit, "maintenance-capex", "二期扩产支出", [1, 1, 1, 1, 1, 1, 1])],
  ["costs that stand as negative amounts", "sign-of-row", "explain", undefined, ({ book, unit }) => book.row(unit, "expense", "管理费用", [-1, -1, -1, -1, -1, -1, -1])],
  ["working capital in the carrying amount and deducted again", "working-capital-once", "fail", "like-for-like", ({ book, unit }) => book.play({ type: "like-answered", unit, item: "working-capital", answer: { carrying: true, flows: true } })],
  ["working capital that is neither carried nor deducted", "working-capital-once", "explain", "like-for-like", ({ book, unit }) => book.play({ type: "unlinked", slot: unitSlot(unit, "base-working-capital") })],
  ["a perpetuity that renews less than wears out", "capex-against-depreciation", "explain", "flow-kinds", ({ book, unit }) => book.type(itemSlot(unit, "row", there(book.unitOf(unit).forecast.rows[3]).id), [[400, 400, 400, 400, 500, 500, 499]])],
  ["flows without inflation", "prices-like-rate", "explain", "flow-kinds", ({ book, unit }) => book.play({ type: "forecast-changed", unit, forecast: { prices: "real" } })],
  ["a value in use from a valuer", "value-derived", "explain", "present-value", ({ book, unit }) => book.play({ type: "forecast-changed", unit, forecast: { basis: "given" } }).figure(unit, "value-in-use", 30000)],
  // Rate.
  ["a rate nobody built", "rate-built", "explain", "pre-tax-rate", ({ book, unit }) => book.play({ type: "rate-changed", unit, rate: { source: "given" } }).figure(unit, "rate", 0.102)],
  ["a rate of 60%", "rate-unlikely", "explain", "pre-tax-rate", ({ book, unit }) => book.type(unitSlot(unit, "rate-parts"), [[0.02, 0.58]])],
  ["a rate not above the growth", "growth-below-rate", "fail", "growth", ({ book, unit }) => book.type(unitSlot(unit, "rate-parts"), [[0.005, 0.005]])],
  ["a value in use that does not exist", "rate-not-found", "fail", "pre-tax-rate", ({ book, unit }) => book.type(unitSlot(unit, "rate-parts"), [[0.005, 0.005]])],
  ["taxes for fewer years than flows", "counts-differ", "fail", undefined, ({ book, unit }) => book.play({ type: "rate-changed", unit, rate: { basis: "post-tax" } }).figure(unit, "taxes", [1, 2])],
  // Fair value.
  ["a fair value that is the value in use", "fair-value-as-value-in-use", "explain", "fair-value", ({ book, short }) => book.type(unitSlot(short, "fair-value"), [[there(book.evaluated(short).valueInUse).reported.toNumber()]])],
  ["a disposal that costs nothing", "costs-of-disposal", "explain", "fair-value", ({ book, short }) => book.play({ type: "unlinked", slot: unitSlot(short, "disposal-costs") })],
  ["fee tiers that do not ascend", "fee-tiers", "fail", undefined, ({ book, short }) => book.schedule(short, "评估服务费", [0, 100, 100], [0.01, 0.02, 0.03])],
  ["fee tiers that do not start at zero", "fee-tiers", "fail", undefined, ({ book, short }) => book.schedule(short, "评估服务费", [10, 100], [0.01, 0.02])],
  ["weights of newness that do not add to one", "weights-not-one", "fail", undefined, ({ book, idle }) => book.play({ type: "fair-value-changed", unit: idle, fairValue: { method: "replacement" } }).figure(idle, "newness-weights", [0.4, 0.5])],
  // Result and allocation.
  ["headroom under IAS 36, where an earlier loss may come back", "earlier-losses", "note", "no-reversal", ({ book }) => book.play({ type: "frame-changed", frame: { standard: "IAS36" } })],
  ["names for fewer assets than there are", "counts-differ", "fail", undefined, ({ book, short }) => book.figure(short, "asset-labels", ["房屋"])],
  ["names for fewer components than there are", "counts-differ", "fail", undefined, ({ book, unit }) => book.figure(unit, "rate-labels", ["无风险报酬率"])],
  ["a unit without a recoverable amount", "recoverable-known", "fail", "recoverable", ({ book, idle }) => book.delete(unitSlot(idle, "fair-value"))],
  ["a reported figure that does not follow", "reported-tie", "explain", undefined, ({ book, unit }) => book.figure(unit, "reported-carrying", 21100)],
  ["a reported figure that follows with a tail", "reported-tie", "note", undefined, ({ book, idle }) => book.figure(idle, "reported-loss", 115.01)],
  ["assets that do not add to their unit", "assets-tie", "fail", "allocation", ({ book, short }) => book.type(unitSlot(short, "asset-carrying"), [[15000, 26000]])],
  ["a loss spread over parts, not assets", "allocated-by-parts", "note", "allocation", ({ book, short }) => book.play({ type: "unlinked", slot: unitSlot(short, "asset-carrying") })],
  ["a floor above the carrying amount", "floor-above-carrying", "note", undefined, ({ book, short }) => book.figure(short, "asset-floors", [15001, "/"])],
  ["a loss for which no asset has room", "allocation-order", "explain", "allocation", ({ book, short }) => book.figure(short, "asset-floors", [15000, 25000])],
  ["parts of a carrying amount that are no assets", "parts-negative", "fail", "allocation", ({ book, short }) => book.play({ type: "unlinked", slot: unitSlot(short, "asset-carrying") }, { type: "unlinked", slot: unitSlot(short, "asset-labels") }).figure(short, "carrying", [45000, -5000])],
  ["as many costs as assets, spread by fair value", "costs-spread", "explain", "fair-value", ({ book, idle }) => book.play({ type: "fair-value-changed", unit: idle, fairValue: { costs: "unit" } })],
  // Sensitivity and back-test.
  ["a step of the sensitivity that is no number", "sensitivity-setting", "fail", undefined, ({ book }) => book.play({ type: "sensitivity-changed", sensitivity: { lever: "5%" } })],
  ["headroom that a small change uses up", "reasonably-possible-change", "note", "sensitivity", ({ book, unit }) => book.type(unitSlot(unit, "carrying"), [[there(book.evaluated(unit).valueInUse).reported.toNumber() - 10, 0]])],
  ["forecasts that were missed", "back-test", "explain", "past-forecasts", ({ book, unit }) => book.type(unitSlot(unit, "back-actual"), [[8000]])],
  ["forecasts nobody looked back on", "back-test-missing", "explain", "past-forecasts", ({ book, unit }) => (["back-low", "back-high", "back-actual"] as const).forEach((name) => book.play({ type: "unlinked", slot: unitSlot(unit, name) }))],
  // Report.
  ["a test with an open matter", "report-open", "note", undefined, ({ book, unit }) => book.play({ type: "forecast-changed", unit, forecast: { budgetYears: 6 } })],
  ["a workpaper older than its inputs", "report-stale", "note", undefined, ({ book, unit }) => book.play({ type: "report-written", report: { at: "2026-03-31T09:30:00Z", fingerprint: fingerprintOf(book.test, book.inputs), blocks: {} } }).type(unitSlot(unit, "carrying"), [[20000, 999]])],
  // Links and cells.
  ["a carrying amount nobody linked", "link-missing", "fail", undefined, ({ book, unit }) => book.play({ type: "unlinked", slot: unitSlot(unit, "carrying") })],
  ["a block that was deleted", "range-deleted", "fail", undefined, ({ book, unit }) => book.delete(unitSlot(unit, "carrying"))],
  ["words where an amount should be", "cell-unread", "fail", undefined, ({ book, unit }) => book.type(unitSlot(unit, "carrying"), [["约两万", 1000]])],
  ["an amount kept as text", "cell-text-number", "fail", undefined, ({ book, unit }) => book.type(unitSlot(unit, "carrying"), [["20,000.00", 1000]])],
  ["an error in a cell", "cell-error", "fail", undefined, ({ book, unit }) => book.type(unitSlot(unit, "carrying"), [["#REF!", 1000]])],
  ["an amount that is not disclosed", "cell-not-available", "fail", undefined, ({ book, unit }) => book.type(unitSlot(unit, "carrying"), [["未披露", 1000]])],
  ["a dash for nil", "cell-dash", "note", undefined, ({ book, unit }) => book.type(unitSlot(unit, "rate-parts"), [["—", 0.102]])],
  ["a blank in a forecast", "cell-blank", "note", undefined, ({ book, unit }) => book.type(unitSlot(unit, "rate-parts"), [[null, 0.102]])],
  ["a rate of two cells", "not-one-cell", "fail", undefined, ({ book, unit }) => book.figure(unit, "growth", [0.01, 0.02])],
  ["a line that is a block", "not-a-line", "fail", undefined, ({ book, unit }) => book.figure(unit, "rate-parts", [[0.01, 0.02], [0.03, 0.042]])],
  ["an ownership of 150%", "out-of-range", "fail", undefined, ({ book, unit }) => book.figure(unit, "goodwill", 10).figure(unit, "ownership", 1.5)],
];
