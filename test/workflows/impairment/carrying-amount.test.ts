import { describe, expect, it } from "vitest";
import type { Decimal } from "../../../src/core/decimal.ts";
import { cellOfLine } from "../../../src/workflows/impairment/linked-figures.ts";
import { LinkedBook, unitInUse } from "./linked-book.ts";

const text = (value: Decimal | undefined) => value?.toString();

describe("goodwill and corporate assets", () => {
  it("grosses goodwill up, takes the loss from it first, and says what the parent recognises", () => {
    const book = new LinkedBook();
    const unit = book.unit("资产组 1");
    // CAS 8 guide: carrying amount 1,350 with goodwill of 400 for 80%, recoverable 1,000.
    book.figure(unit, "carrying", [1350]).figure(unit, "goodwill", 400).figure(unit, "ownership", 0.8).play({ type: "forecast-changed", unit, forecast: { basis: "given" } }).figure(unit, "value-in-use", 1000);
    book.figure(unit, "fair-value", 900).figure(unit, "disposal-costs", 10);
    const { carrying, loss, allocation } = book.evaluated(unit);
    expect([text(carrying?.tested), text(loss)]).toEqual(["1850", "850"]);
    expect(allocation?.mode === "pro-rata" && [text(allocation.result.goodwill.loss), text(allocation.goodwillOfParent), text(allocation.result.assets[0]?.loss)]).toEqual(["500", "400", "350"]);
  });

  it("shares corporate assets by carrying amount × remaining life, and their share takes its part of the loss", () => {
    const book = new LinkedBook();
    const units = [[100, 10, 120], [150, 20, 200]] as const;
    const ids = units.map(([carrying, life, value], index) => {
      const unit = book.unit(`资产组 ${index + 1}`);
      book.figure(unit, "carrying", carrying).figure(unit, "remaining-life", life).play({ type: "forecast-changed", unit, forecast: { basis: "given" } }).figure(unit, "value-in-use", value).figure(unit, "fair-value", value - 10).figure(unit, "disposal-costs", 1);
      return unit;
    });
    book.total("corporate-assets", 80);
    const [first, second] = ids.map((id) => book.evaluated(id));
    expect([text(first?.carrying?.corporate?.share), text(second?.carrying?.corporate?.share)]).toEqual(["20", "60"]);
    expect([text(first?.loss), text(second?.loss)]).toEqual(["0", "10"]);
    // 10 on 150 and 60.
    expect(second?.allocation?.mode === "pro-rata" && second.allocation.result.assets.map(({ loss }) => text(loss))).toEqual(["7.14", "2.86"]);
  });
});

describe("the assets a loss is spread over", () => {
  const allocated = (carrying: readonly number[], more: (book: LinkedBook, unit: ReturnType<LinkedBook["unit"]>) => void = () => undefined) => {
    const book = new LinkedBook();
    const unit = book.unit("资产组 1", { use: "idle" });
    book.figure(unit, "carrying", carrying).figure(unit, "fair-value", 0);
    more(book, unit);
    const { allocation, loss } = book.evaluated(unit);
    const found = allocation?.mode === "pro-rata" ? allocation.result : undefined;
    return { book, loss: text(loss), carrying: found?.assets.map((asset) => text(asset.carrying)), losses: found?.assets.map((asset) => text(asset.loss)), unplaced: text(found?.unplaced.loss) };
  };

  it("add to the carrying amount that is tested, finer than print or not, so that no last digit is left unplaced", () => {
    expect(allocated([10.004, 10.004])).toMatchObject({ loss: "20.01", carrying: ["10", "10.01"], losses: ["10", "10.01"], unplaced: "0" });
    expect(allocated([10.01, 10.02])).toMatchObject({ carrying: ["10.01", "10.02"], unplaced: "0" });
    expect(allocated([10.01, 10.02], (book, unit) => book.figure(unit, "goodwill", 10).figure(unit, "ownership", 0.7))).toMatchObject({ loss: "34.32", carrying: ["10.01", "10.02"], unplaced: "0" });
    const corporate = allocated([10.01, 10.02], (book, unit) => book.total("corporate-assets", 3.333).figure(unit, "remaining-life", 5));
    expect(corporate).toMatchObject({ loss: "23.36", carrying: ["10.01", "10.02", "3.33"], unplaced: "0" });
  });

  it("are no liabilities: a negative part of the carrying amount asks for the assets, and assets that tie before liabilities will do (IAS 36.78)", () => {
    const parts = allocated([1000, -200]);
    expect([parts.loss, parts.losses, parts.book.outcomes("parts-negative")]).toEqual(["800", undefined, ["fail"]]);
    const assets = allocated([1000, -200], (book, unit) => book.figure(unit, "asset-carrying", [600, 400]));
    expect([assets.losses, assets.book.outcomes("parts-negative"), assets.book.outcomes("assets-tie")]).toEqual([["480", "320"], [], ["pass"]]);
    const net = allocated([1000, -200], (book, unit) => book.figure(unit, "asset-carrying", [500, 300]));
    expect([net.losses, net.book.outcomes("assets-tie")]).toEqual([["500", "300"], ["pass"]]);
    expect(allocated([1000, -200], (book, unit) => book.figure(unit, "asset-carrying", [600, 300])).book.outcomes("assets-tie")).toEqual(["fail"]);
  });
});

describe("last forecasts against what came", () => {
  it("compares no year whose outcome is blank", () => {
    const book = new LinkedBook();
    const unit = unitInUse(book);
    book.figure(unit, "back-low", [8000, 8100]).figure(unit, "back-high", [9000, 9100]).figure(unit, "back-actual", [8500, null]);
    expect(book.evaluated(unit).backTest?.map(({ position }) => position)).toEqual(["within"]);
  });
});

describe("a carrying amount that stands in a block", () => {
  it("has its n-th part where reading row by row comes to it", () => {
    const range = { sheet: "数据", row: 4, column: 1, rows: 2, columns: 3 };
    expect([0, 2, 3, 5].map((index) => [cellOfLine(range, index).row, cellOfLine(range, index).column])).toEqual([[4, 1], [4, 3], [5, 1], [5, 3]]);
  });
});
