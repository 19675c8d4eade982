import type { UnitId } from "../../../../src/workflows/impairment/slot.ts";
import type { Frame } from "../../../../src/workflows/impairment/state.ts";
import { LinkedBook } from "../linked-book.ts";

/** Numbers that are the same for a seed on every machine: a linear congruence. */
function drawing(seed: number) {
  let state = (seed * 2_654_435_761) >>> 0;
  const below = (bound: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
  const hundredths = (least: number, most: number) => Math.round((least + below(Math.round((most - least) * 100) + 1) / 100) * 100) / 100;
  return { below, hundredths, either: () => below(2) === 1, several: (count: number, least: number, most: number) => Array.from({ length: count }, () => hundredths(least, most)) };
}

type Drawing = ReturnType<typeof drawing>;

/** A test with four units whose figures and settings follow from a seed: every source of rates, every method of fair value, both allocations. */
export function randomBook(seed: number, frame: Partial<Frame> = {}): LinkedBook {
  const draw = drawing(seed);
  const book = new LinkedBook({ digits: 2, valueDigits: draw.either() ? 2 : -1, language: draw.either() ? "zh-CN" : "en-US", ...frame });
  const [first, second, idleUnit, last] = [builtUp(book, draw), afterTax(book, draw), idle(book, draw), given(book, draw)];
  const units = [first, second, idleUnit, last];
  if (draw.either()) {
    // A share of corporate assets belongs to the unit, whose assets can then not be tested one by one.
    book.play({ type: "unit-changed", unit: idleUnit, unitWords: { allocation: "pro-rata" } });
    book.total("corporate-assets", [draw.hundredths(100, 3000), draw.hundredths(0, 500)]);
    for (const unit of units) book.figure(unit, "remaining-life", draw.hundredths(3, 20));
  }
  book.total("carrying-total", draw.hundredths(10000, 50000));
  return book;
}

/** A vector lies in a row or stands in a column. */
const laid = <T,>(draw: Drawing, values: readonly T[]): readonly (readonly T[])[] => (draw.either() ? [values] : values.map((value) => [value]));

function flows(book: LinkedBook, draw: Drawing, unit: UnitId): number {
  const years = 4 + draw.below(5);
  const revenue = draw.several(years, 5000, 9000);
  book.figure(unit, "years", laid(draw, revenue.map((_, year) => 2026 + year)));
  book.row(unit, "revenue", "营业收入", laid(draw, revenue));
  book.row(unit, "cost", "营业成本", laid(draw, draw.several(years, 2000, 4500)));
  // A dash is nil, and so is a blank.
  book.row(unit, "expense", "管理费用", laid(draw, draw.several(years, 100, 400).map((value, year) => (year === 1 ? "—" : year === 2 ? null : value))));
  book.row(unit, "depreciation", "折旧", laid(draw, draw.several(years, 100, 300)));
  const capex = book.row(unit, "maintenance-capex", "资本性支出", laid(draw, draw.several(years, -300, -100)));
  book.play({ type: "row-changed", unit, row: capex, change: { signed: true } });
  book.row(unit, "financing", "利息", laid(draw, draw.several(years, 10, 20)));
  const perpetuity = draw.either();
  book.play({ type: "forecast-changed", unit, forecast: { perpetuity, timing: draw.either() ? "end" : "mid", budgetYears: 5 } });
  if (perpetuity) book.figure(unit, "growth", draw.below(20) / 1000);
  if (draw.either()) book.figure(unit, "base-working-capital", draw.several(2, 100, 400));
  if (draw.either()) book.figure(unit, "recovery", laid(draw, draw.several(2, 100, 900)));
  book.figure(unit, "back-labels", ["收入", "成本"]).figure(unit, "back-low", [1, 2]).figure(unit, "back-high", [3, 2]).figure(unit, "back-actual", draw.several(2, 0, 4));
  return years;
}

function builtUp(book: LinkedBook, draw: Drawing): UnitId {
  const unit = book.unit("资产组 1");
  const assets = draw.several(4, 500, 9000);
  flows(book, draw, unit);
  book.figure(unit, "carrying", laid(draw, assets)).figure(unit, "rate-parts", laid(draw, [0.02 + draw.below(30) / 1000, 0.05, draw.below(30) / 1000])).figure(unit, "rate-labels", laid(draw, ["无风险", "市场", "个别"]));
  book.figure(unit, "goodwill", draw.hundredths(0, 800)).figure(unit, "ownership", 0.5 + draw.below(50) / 100);
  const ofAssets = draw.either();
  book.figure(unit, "fair-value", draw.several(3, 1000, 9000)).figure(unit, "disposal-costs", draw.several(ofAssets ? 3 : 2, 10, 90));
  if (ofAssets) book.play({ type: "fair-value-changed", unit, fairValue: { costs: "asset" } });
  book.schedule(unit, "产权交易费", laid(draw, [0, 1000, 5000]), laid(draw, [0.01, 0.006, 0.002]));
  book.figure(unit, "asset-carrying", laid(draw, assets)).figure(unit, "asset-labels", ["房屋", "设备", "土地", "专利"]).figure(unit, "asset-floors", laid(draw, assets.map((amount, index) => (index === 3 ? "/" : Math.round(amount * draw.below(100)) / 100))));
  return unit;
}

function afterTax(book: LinkedBook, draw: Drawing): UnitId {
  const unit = book.unit("资产组 2", { measures: draw.either() ? "both" : "tree" });
  const years = flows(book, draw, unit);
  book.figure(unit, "carrying", draw.several(2, 4000, 30000));
  book.play({ type: "rate-changed", unit, rate: { source: "cost-of-capital", betaUnlevered: draw.either() } });
  book.figure(unit, "risk-free", 0.02).figure(unit, "beta", 0.8 + draw.below(60) / 100).figure(unit, "premium", 0.065).figure(unit, "size", draw.below(20) / 1000).figure(unit, "debt-equity", draw.below(80) / 100).figure(unit, "cost-debt", 0.04).figure(unit, "tax-rate", 0.25);
  book.figure(unit, "taxes", laid(draw, draw.several(years, 100, 500)));
  book.figure(unit, "fair-value", draw.hundredths(3000, 30000)).figure(unit, "disposal-costs", draw.hundredths(10, 500));
  return unit;
}

function idle(book: LinkedBook, draw: Drawing): UnitId {
  const unit = book.unit("资产组 3", { use: "idle", allocation: "asset-by-asset" });
  const count = 2 + draw.below(3);
  const carrying = draw.several(count, 10, 900);
  book.figure(unit, "carrying", carrying).figure(unit, "asset-carrying", laid(draw, carrying));
  book.play({ type: "fair-value-changed", unit, fairValue: { method: "replacement", net: draw.below(4) === 0 } });
  book.figure(unit, "replacement-cost", laid(draw, draw.several(count, 100, 2000)));
  book.figure(unit, "economic-life", draw.either() ? 20 : draw.several(count, 10, 30)).figure(unit, "years-used", laid(draw, draw.several(count, 1, 15)));
  book.figure(unit, "surveyed", laid(draw, draw.several(count, 0.2, 0.9).map((value, index) => (index === 1 ? "/" : value))));
  if (draw.either()) book.figure(unit, "obsolescence", 0.1).figure(unit, "newness-weights", [0.3, 0.7]);
  if (draw.either()) book.figure(unit, "market-discount", 0.8);
  const ofAssets = draw.either();
  book.figure(unit, "disposal-costs", draw.several(ofAssets ? count : 1, 1, 9));
  if (ofAssets) book.play({ type: "fair-value-changed", unit, fairValue: { costs: "asset" } });
  return unit;
}

function given(book: LinkedBook, draw: Drawing): UnitId {
  const unit = book.unit("资产组 4");
  book.play({ type: "forecast-changed", unit, forecast: { basis: "given" } }).figure(unit, "carrying", draw.hundredths(500, 3000)).figure(unit, "value-in-use", draw.hundredths(500, 3000));
  book.play({ type: "fair-value-changed", unit, fairValue: { method: "in-use-scrap" } });
  book.figure(unit, "replacement-cost", draw.hundredths(800, 2500)).figure(unit, "newness", 0.4);
  book.figure(unit, "scrap-tonnes", laid(draw, draw.several(3, 10, 90))).figure(unit, "scrap-prices", laid(draw, draw.several(3, 0.2, 5))).figure(unit, "scrap-recovery", 0.9).figure(unit, "scrap-vat", 0.13).figure(unit, "scrap-rate", 0.05).figure(unit, "scrap-years", 3);
  book.figure(unit, "reported-loss", 0);
  book.play({ type: "explained", key: `second-measure-needed:${unit}`, text: "公允价值无法可靠估计" });
  return unit;
}
