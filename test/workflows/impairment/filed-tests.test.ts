import { describe, expect, it } from "vitest";
import type { Decimal } from "../../../src/core/decimal.ts";
import { LinkedBook, there } from "./linked-book.ts";

const text = (value: Decimal | undefined) => value?.toString();

describe("the test of 2025 (filing 004, lines 654–898)", () => {
  function test2025(): LinkedBook {
    const book = new LinkedBook();
    const given = { forecast: { basis: "given" } } as const;
    const first = book.unit("资产组 1");
    book.figure(first, "carrying", [23709.93, 171.4, 354.28]).play({ type: "forecast-changed", unit: first, ...given }).figure(first, "value-in-use", 22330);
    book.play({ type: "fair-value-changed", unit: first, fairValue: { method: "income" } }).figure(first, "fair-value", 22330).figure(first, "disposal-costs", 370).figure(first, "reported-loss", 1905.61);
    const second = book.unit("资产组 2", { use: "leased" });
    book.figure(second, "carrying", [1173.37, 0, 0]).play({ type: "forecast-changed", unit: second, ...given }).figure(second, "value-in-use", 2170);
    const third = book.unit("资产组 3", { use: "idle", allocation: "asset-by-asset" });
    book.figure(third, "carrying", [1951.07, 0, 0]).play({ type: "fair-value-changed", unit: third, fairValue: { net: true } });
    book.figure(third, "asset-labels", ["房屋建筑物", "构筑物", "机器设备", "机器设备", "电子设备", "电子设备"]);
    book.figure(third, "asset-carrying", [709.53, 73.04, 1094.67, 68.84, 4.97, 0.01]);
    book.figure(third, "fair-value", [350.56, 27.31, 306.94, 271.51, 3.45, 0.04]);
    book.figure(third, "reported-loss", [358.98, 45.74, 787.72, 0, 1.52, 0]);
    return book.total("carrying-total", 27360.05).total("reported-total-loss", 3099.57);
  }

  it("finds 1,905.61, nothing, and asset by asset 1,193.95, which is the printed 1,193.96 with a tail", () => {
    const { units, totals } = test2025().evaluation;
    expect(units.map(({ loss }) => text(loss))).toEqual(["1905.61", "0", "1193.95"]);
    expect(units.map(({ recognised }) => text(recognised))).toEqual(["1905.61", "0", "1193.96"]);
    expect([text(totals.loss), text(totals.recognised)]).toEqual(["3099.56", "3099.57"]);
    expect(totals.reportedLoss?.tie.status).toBe("OK");
    expect(units[2]?.reported.map(({ tie, rows }) => [tie.status, ...rows.map(({ status }) => status)])).toEqual([["TAIL", "TAIL", "TAIL", "TAIL", "OK", "OK", "OK"]]);
  });

  it("does not set the surplus of the assets that are not impaired against the losses: netted it would be 991.25 (991.26 from the printed totals)", () => {
    const allocation = test2025().evaluation.units[2]?.allocation;
    expect(allocation?.mode === "asset-by-asset" && text(allocation.netted)).toBe("991.25");
  });

  it("says that a fair value taken from the value in use leaves the second test empty", () => {
    const book = test2025();
    const unit = book.test.units[0];
    expect(text(book.evaluation.units[0]?.fairValue?.reported)).toBe("21960");
    expect(book.findings("fair-value-as-value-in-use")).toMatchObject([{ unit: unit?.id, outcome: "explain", facts: { fairValue: "22330.00", valueInUse: "22330.00" } }]);
  });

  it("follows the decision tree: both measures where value in use falls short, one where it exceeds, fair value for idle lines", () => {
    expect(test2025().evaluation.units.map(({ tree }) => [tree.measures, tree.because])).toEqual([
      ["both", "value-in-use-falls-short"],
      ["value-in-use", "value-in-use-exceeds"],
      ["fair-value", "idle"],
    ]);
  });

  it("ties the units to their total of 27,360.05", () => {
    expect(test2025().outcomes("units-tie")).toEqual(["pass"]);
  });
});

describe("the test of 2024 (filing 004, lines 516–652)", () => {
  it("finds no loss, and that line 621 prints the total of both units as the carrying amount of the first", () => {
    const book = new LinkedBook({ date: "2024-12-31" });
    const [first, second] = [book.unit("资产组 1"), book.unit("资产组 2", { use: "leased" })];
    for (const [unit, carrying, value, printed] of [[first, [17197.05, 5987.23, 2281.83], 27730, 26844.05], [second, [1377.94, 0, 0], 2310, 1377.94]] as const) {
      book.figure(unit, "carrying", carrying).play({ type: "forecast-changed", unit, forecast: { basis: "given" } }).figure(unit, "value-in-use", value).figure(unit, "reported-carrying", printed);
    }
    book.total("carrying-total", [18574.99, 5987.23, 2281.83]);
    expect(book.evaluation.units.map(({ carrying, loss }) => [text(carrying?.reported), text(loss)])).toEqual([["25466.11", "0"], ["1377.94", "0"]]);
    expect(book.findings("reported-tie").map(({ facts, outcome, unit }) => [unit, outcome, facts.code === "reported-tie" && facts.difference, facts.code === "reported-tie" && facts.cause])).toEqual([
      [first, "explain", "1377.94", { is: "total-of-units" }],
      [second, "pass", "0.00", null],
    ]);
  });
});

describe("a reported figure that does not follow", () => {
  const causeOf = (printed: number) => {
    const book = new LinkedBook();
    for (const [name, carrying] of [["资产组 1", 25466.11], ["资产组 2", 1377.94], ["资产组 3", 500]] as const) book.figure(book.unit(name, { use: "idle" }), "carrying", carrying);
    book.figure(there(book.test.units[0]).id, "reported-carrying", printed);
    const [found] = book.findings("reported-tie");
    return found?.facts.code === "reported-tie" ? found.facts.cause : undefined;
  };

  it.each([
    ["the total of all units", 27344.05, { is: "total-of-units" }],
    ["the figure of another unit", 500, { is: "figure-of-unit", unitName: "资产组 3" }],
    ["the figure with two neighbouring digits swapped", 25646.11, { is: "digits-swapped" }],
    ["the figure with two digits swapped across the point", 25461.61, { is: "digits-swapped" }],
    ["anything else", 25466.99, null],
  ] as const)("is named where it is %s", (_what, printed, cause) => {
    expect(causeOf(printed)).toEqual(cause);
  });
});

describe("a reported figure that cannot be read", () => {
  it("is tied to nothing, be it a block where a line should be or a word", () => {
    const book = new LinkedBook();
    const unit = book.unit("资产组 1", { use: "idle" });
    book.figure(unit, "carrying", 500).figure(unit, "reported-carrying", [[250, 50], [150, 50]]);
    expect([book.outcomes("reported-tie"), book.outcomes("not-a-line")]).toEqual([[], ["fail"]]);
    book.figure(unit, "reported-carrying", "未披露");
    expect([book.outcomes("reported-tie"), book.outcomes("cell-not-available")]).toEqual([[], []]);
    book.figure(unit, "reported-carrying", 500);
    expect(book.outcomes("reported-tie")).toEqual(["pass"]);
  });
});

describe("the test of 2023 (filing 004, lines 501–514)", () => {
  it("stops at a value in use of 23,870.00 over 20,847.02, without asking for the second measure", () => {
    const book = new LinkedBook({ date: "2023-12-31" });
    const unit = book.unit("钼业资产组");
    book.figure(unit, "carrying", [20846.03, 0.99]).play({ type: "forecast-changed", unit, forecast: { basis: "given" } }).figure(unit, "value-in-use", 23870);
    expect(text(book.evaluated(unit).loss)).toBe("0");
    expect(text(book.evaluated(unit).headroom)).toBe("3022.98");
    expect(book.findings("one-measure-enough")).toMatchObject([{ outcome: "pass", clause: "one-measure" }]);
    expect(book.findings("second-measure-needed")).toEqual([]);
  });
});
