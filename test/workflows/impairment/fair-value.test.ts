import { describe, expect, it } from "vitest";
import type { Decimal } from "../../../src/core/decimal.ts";
import { LinkedBook, unitInUse, there } from "./linked-book.ts";

const text = (value: Decimal | undefined) => value?.toString();

describe("fair value less costs of disposal", () => {
  it("is replacement cost × newness × market discount (filing 004, lines 727, 864–881), with progressive fees", () => {
    const book = new LinkedBook();
    const unit = book.unit("资产组 3", { use: "idle" });
    book.figure(unit, "carrying", 500).play({ type: "fair-value-changed", unit, fairValue: { method: "replacement" } });
    book.figure(unit, "replacement-cost", [1000, 400]).figure(unit, "economic-life", [20, 10]).figure(unit, "years-used", [5, 4]).figure(unit, "surveyed", [0.7, "/"]).figure(unit, "obsolescence", 0.1).figure(unit, "market-discount", 0.5);
    book.schedule(unit, "评估服务费", [0, 100], [0.01, 0.005]);
    const { fairValue } = book.evaluated(unit);
    // (75% × 40% + 70% × 60%) × 90% = 64.8%; 60% × 90% = 54%
    expect(fairValue?.assets.map((asset) => [text(asset.newness?.newness), text(asset.fairValue)])).toEqual([["0.648", "324"], ["0.54", "108"]]);
    expect([text(fairValue?.fairValue), text(fairValue?.costs), text(fairValue?.reported)]).toEqual(["432", "2.66", "429.34"]);
    expect(text(fairValue?.assets.reduce((sum, { net }) => sum.plus(net), fairValue.costs.times(0)))).toBe("429.34");
  });

  it("keeps the theoretical newness of an asset beside which no survey stands, be its cell blank or a dash", () => {
    const book = new LinkedBook();
    const unit = book.unit("资产组 3", { use: "idle" });
    book.figure(unit, "carrying", 500).play({ type: "fair-value-changed", unit, fairValue: { method: "replacement" } });
    book.figure(unit, "replacement-cost", [100, 100, 100]).figure(unit, "economic-life", 10).figure(unit, "years-used", 2).figure(unit, "surveyed", [0.7, null, "—"]);
    // 80% × 40% + 70% × 60% = 74%
    expect(book.evaluated(unit).fairValue?.assets.map(({ fairValue }) => text(fairValue))).toEqual(["74", "80", "80"]);
    expect([book.outcomes("cell-blank"), book.outcomes("cell-dash")]).toEqual([[], []]);
  });

  it("leaves costs that are given asset by asset with their assets, and spreads a fee by fair value", () => {
    const book = new LinkedBook();
    const unit = book.unit("资产组 3", { use: "idle", allocation: "asset-by-asset" });
    book.figure(unit, "carrying", 500).figure(unit, "asset-carrying", [300, 200]).figure(unit, "fair-value", [300, 100]).figure(unit, "disposal-costs", [10, 30]);
    book.schedule(unit, "评估服务费", [0], [0.01]);
    book.play({ type: "fair-value-changed", unit, fairValue: { costs: "asset" } });
    const { fairValue, loss } = book.evaluated(unit);
    expect(fairValue?.assets.map(({ costs, net }) => [text(costs), text(net)])).toEqual([["13", "287"], ["31", "69"]]);
    expect([text(fairValue?.reported), text(loss)]).toEqual(["356", "144"]);
    book.play({ type: "fair-value-changed", unit, fairValue: { net: true } });
    expect(text(book.evaluated(unit).fairValue?.costs)).toBe("0");
  });

  it("takes costs for those of the assets only where a person says so, never by their number", () => {
    const book = new LinkedBook();
    const unit = book.unit("资产组 3", { use: "idle", allocation: "asset-by-asset" });
    book.figure(unit, "carrying", 500).figure(unit, "asset-carrying", [300, 200]).figure(unit, "fair-value", [300, 100]).figure(unit, "disposal-costs", [10, 30]);
    const costs = () => book.evaluated(unit).fairValue?.assets.map((asset) => text(asset.costs));
    expect([costs(), book.outcomes("costs-spread")]).toEqual([["30", "10"], ["explain"]]);
    book.play({ type: "fair-value-changed", unit, fairValue: { costs: "asset" } });
    expect([costs(), book.outcomes("costs-spread")]).toEqual([["10", "30"], []]);
    book.figure(unit, "disposal-costs", [10, 20, 10]);
    expect([book.evaluated(unit).fairValue, book.outcomes("counts-differ")]).toEqual([undefined, ["fail"]]);
    book.play({ type: "fair-value-changed", unit, fairValue: { costs: "unit" } });
    expect([costs(), book.outcomes("counts-differ"), book.outcomes("costs-spread")]).toEqual([["30", "10"], [], []]);
  });

  it("counts asset by asset only where nothing belongs to the unit as a whole", () => {
    const tested = (change: (book: LinkedBook, unit: ReturnType<LinkedBook["unit"]>) => void) => {
      const book = new LinkedBook();
      const unit = book.unit("资产组 3", { use: "idle", allocation: "asset-by-asset" });
      book.figure(unit, "carrying", 100).figure(unit, "asset-carrying", [60, 40]).figure(unit, "fair-value", [55, 60]).figure(unit, "disposal-costs", 0);
      change(book, unit);
      return [text(book.evaluated(unit).loss), ...book.findings("one-by-one-unfit").map(({ facts }) => (facts.code === "one-by-one-unfit" ? facts.bar : ""))];
    };
    expect(tested(() => {})).toEqual(["5"]);
    expect(tested((book, unit) => book.figure(unit, "goodwill", 50))).toEqual([undefined, "goodwill"]);
    expect(tested((book, unit) => book.play({ type: "unit-changed", unit, unitWords: { use: "own" } }))).toEqual([undefined, "value-in-use"]);
    expect(tested((book, unit) => book.play({ type: "fair-value-changed", unit, fairValue: { method: "in-use-scrap" } }))).toEqual([undefined, "scrap"]);
  });

  it("is known to be the value in use, rounded or not", () => {
    const book = new LinkedBook({ valueDigits: -1 });
    const unit = unitInUse(book, "资产组 1", 13000);
    book.figure(unit, "disposal-costs", 100).figure(unit, "fair-value", 12390);
    const { unrounded, reported } = there(book.evaluated(unit).valueInUse);
    expect([unrounded.toFixed(2), text(reported)]).toEqual(["12450.59", "12450"]);
    const outcomeAt = (fairValue: number) => {
      book.figure(unit, "fair-value", fairValue);
      return book.outcomes("fair-value-as-value-in-use");
    };
    expect([outcomeAt(12390), outcomeAt(12450), outcomeAt(12450.59), outcomeAt(12448)]).toEqual([["pass"], ["explain"], ["explain"], ["pass"]]);
  });

  it("is in-use value and discounted scrap for what will be stopped (filing 002, lines 170–193)", () => {
    const book = new LinkedBook();
    const unit = book.unit("主车间", { use: "idle" });
    book.figure(unit, "carrying", 30000000).play({ type: "fair-value-changed", unit, fairValue: { method: "in-use-scrap", net: true } });
    book.figure(unit, "replacement-cost", 2800 * 117921.16).figure(unit, "newness", 0.04).figure(unit, "scrap-tonnes", 7664.8754).figure(unit, "scrap-recovery", 0.95).figure(unit, "scrap-prices", 1903).figure(unit, "scrap-rate", 0.0323).figure(unit, "scrap-years", 2);
    const { fairValue } = book.evaluated(unit);
    expect([fairValue?.assets[0]?.fairValue, fairValue?.scrap?.total, fairValue?.reported].map((amount) => amount?.toFixed(2))).toEqual(["13207169.92", "13003361.56", "26210531.48"]);
  });
});
