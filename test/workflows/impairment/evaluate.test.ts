import { describe, expect, it } from "vitest";
import type { Decimal } from "../../../src/core/decimal.ts";
import { presentValue } from "../../../src/core/discounting/present-value.ts";
import { Refusal } from "../../../src/core/refusal.ts";
import { cellOfLine } from "../../../src/workflows/impairment/linked-figures.ts";
import { headroomAt } from "../../../src/workflows/impairment/sensitivity.ts";
import { LinkedBook, unitInUse, there } from "./linked-book.ts";

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

describe("a value in use that is just the carrying amount", () => {
  it("is no loss, and asks for no second measure, which could only raise the recoverable amount", () => {
    const book = new LinkedBook();
    const unit = book.unit("资产组 1");
    book.figure(unit, "carrying", [20000]).play({ type: "forecast-changed", unit, forecast: { basis: "given" } }).figure(unit, "value-in-use", 20000);
    const { tree, loss, headroom } = book.evaluated(unit);
    expect([tree.because, text(loss), text(headroom)]).toEqual(["value-in-use-exceeds", "0", "0"]);
    book.figure(unit, "value-in-use", 19999.99);
    expect(book.evaluated(unit).tree.because).toBe("value-in-use-falls-short");
  });

  it("is decided on the printed digits: half a cent short is no shortfall", () => {
    const book = new LinkedBook();
    const unit = book.unit("资产组 1");
    book.figure(unit, "carrying", [20000]).play({ type: "forecast-changed", unit, forecast: { basis: "given" } }).figure(unit, "value-in-use", 19999.995);
    expect(text(book.evaluated(unit).loss)).toBe("0");
    book.figure(unit, "value-in-use", 19999.994);
    expect(book.evaluated(unit).tree.because).toBe("value-in-use-falls-short");
  });
});

describe("the discount rate", () => {
  it.each([
    [[0.0172, 0.032, 0.03, 0.02], "0.0992"],
    [[0.0187, 0.032, 0.03, 0.02], "0.1007"],
    [[0.02, 0.032, 0.03, 0.02], "0.102"],
  ])("adds the risk-free rate and three premia %j to %s (filing 004, lines 479–499, 612, 785)", (parts, rate) => {
    const book = new LinkedBook();
    const unit = unitInUse(book);
    book.figure(unit, "rate-parts", parts);
    expect(text(book.evaluated(unit).rate?.preTax)).toBe(rate);
  });

  it("finds from the cost of capital and the taxes the pre-tax rate at which both values are equal", () => {
    const book = new LinkedBook();
    const unit = unitInUse(book);
    book.play({ type: "rate-changed", unit, rate: { source: "cost-of-capital", betaUnlevered: true } });
    // Filing 001, lines 3694–3709: 12.75% after tax.
    for (const [name, value] of [["risk-free", 0.0396], ["premium", 0.0699], ["beta", 0.91], ["tax-rate", 0.25], ["specific", 0.03], ["cost-debt", 0.07], ["debt-equity", 0.2098]] as const) book.figure(unit, name, value);
    book.figure(unit, "taxes", [500, 550, 540, 520, 510]);
    const { rate } = book.evaluated(unit);
    expect(rate?.capital?.wacc.toFixed(4)).toBe("0.1275");
    expect(rate?.preTax.gt(rate.postTax ?? 0)).toBe(true);
    const { iteration } = rate ?? {};
    expect(iteration?.residual.abs().lt("1e-40")).toBe(true);
    const [pre, post] = [presentValue(rate?.preTax ?? there(iteration).rate, [3150, 3420, 3380, 3310, 3260].map((flow) => there(iteration).residual.times(0).plus(flow)), "end"), presentValue(there(there(rate).postTax), there(iteration).postTaxFlows, "end")];
    expect(pre.total.minus(post.total).abs().lt("1e-40")).toBe(true);
  });

  it("levers beta only where it is that of a company without debt", () => {
    const book = new LinkedBook();
    const unit = unitInUse(book);
    for (const [name, value] of [["risk-free", 0.03], ["premium", 0.06], ["beta", 1], ["tax-rate", 0.25], ["cost-debt", 0.05], ["debt-equity", 1]] as const) book.figure(unit, name, value);
    book.figure(unit, "taxes", [0, 0, 0, 0, 0]).play({ type: "rate-changed", unit, rate: { source: "cost-of-capital" } });
    expect(text(book.evaluated(unit).rate?.capital?.costOfEquity)).toBe("0.09");
    book.play({ type: "rate-changed", unit, rate: { betaUnlevered: true } });
    // 1 × (1 + 75% × 1) = 1.75
    expect(text(book.evaluated(unit).rate?.capital?.costOfEquity)).toBe("0.135");
  });

  it("takes no rate for an answer that is only the growth, where nothing is left of the last year", () => {
    const book = new LinkedBook();
    const unit = unitInUse(book);
    book.type(`${unit}/row/${there(book.unitOf(unit).forecast.rows[0]).id}`, [[171680.0333, 0]]).figure(unit, "years", ["2026", "2027"]);
    book.play({ type: "rate-changed", unit, rate: { source: "given", basis: "post-tax" } }).figure(unit, "rate", 0.0704).figure(unit, "taxes", [2517.87, 9900.8898]);
    book.play({ type: "forecast-changed", unit, forecast: { perpetuity: true, timing: "mid" } }).figure(unit, "growth", 0.0031);
    const { rate, breakEvens } = book.evaluated(unit);
    expect(rate?.iteration?.residual.abs().lt("1e-40")).toBe(true);
    for (const { lever, found, residual } of breakEvens()) expect([lever, lever === "growth" ? found instanceof Refusal : residual?.abs().lt("1e-40")]).toEqual([lever, true]);
  });

  it("counts what is recovered at the end on both sides of the iteration", () => {
    const book = new LinkedBook();
    const unit = unitInUse(book);
    book.play({ type: "rate-changed", unit, rate: { source: "given", basis: "post-tax" } }).figure(unit, "rate", 0.08).figure(unit, "taxes", [0, 0, 0, 0, 0]).figure(unit, "recovery", [300, 900]);
    // Without tax both rates are one, whatever is recovered.
    expect(book.evaluated(unit).rate?.preTax.toFixed(40)).toBe(`0.08${"0".repeat(38)}`);
  });
});

describe("value in use", () => {
  it("is the present value of the net flows less working capital plus what is recovered, and the bridge adds up to the headroom", () => {
    const book = new LinkedBook({ valueDigits: -1 });
    const unit = book.unit("资产组 1");
    book.figure(unit, "carrying", [11000]).figure(unit, "years", ["2026", "2027", "2028"]).figure(unit, "rate-parts", [0.1]);
    book.row(unit, "revenue", "营业收入", [9000, 9100, 9200]);
    book.row(unit, "cost", "营业成本", [5000, 5100, 5200]);
    book.row(unit, "depreciation", "折旧", [300, 300, 300]);
    const capex = book.row(unit, "maintenance-capex", "资本性支出", [-200, -200, -200]);
    book.play({ type: "row-changed", unit, row: capex, change: { signed: true } });
    book.row(unit, "income-tax", "所得税", [900, 900, 900]);
    book.figure(unit, "base-working-capital", [800, 200]).figure(unit, "recovery", 1331);
    const { flows, valueInUse, bridge, headroom } = book.evaluated(unit);
    expect(flows?.net.map(text)).toEqual(["4100", "4100", "4100"]);
    expect(flows?.leftOut.map(({ row }) => row.name)).toEqual(["所得税"]);
    // 4,100 × 2.48685… = 10,196.09; − 1,000 + 1,331 ÷ 1.1³ = 1,000
    expect(valueInUse?.unrounded.toFixed(2)).toBe("10196.09");
    expect(text(valueInUse?.reported)).toBe("10200");
    const parts = bridge.filter(({ kind }) => !["value-in-use", "headroom"].includes(kind));
    expect(text(parts.reduce((sum, { value }) => sum.plus(value), there(parts[0]).value.times(0)).toDecimalPlaces(30))).toBe("-800");
    expect(text(bridge.at(-1)?.value)).toBe("-800");
    expect(headroom).toBeUndefined();
  });

  it("capitalises the last flow where a perpetuity follows", () => {
    const book = new LinkedBook();
    const unit = unitInUse(book);
    book.play({ type: "forecast-changed", unit, forecast: { perpetuity: true } }).figure(unit, "growth", 0.02);
    const terminal = book.evaluated(unit).valueInUse?.exact?.flows.terminal;
    expect(text(terminal?.flow)).toBe("3325.2");
    expect(terminal?.value.times("0.082").toFixed(4)).toBe("3325.2000");
  });
});

describe("break-even and sensitivity", () => {
  const book = new LinkedBook();
  const unit = unitInUse(book);
  book.row(unit, "revenue", "营业收入", [100, 100, 100, 100, 100]);
  const found = book.evaluated(unit);
  const value = { terms: there(there(found.valueInUse).terms), flows: there(found.flows), carrying: there(found.carrying).reported };

  it("leaves no headroom at any break-even that is put back", () => {
    const figures = found.breakEvens();
    expect(figures.map(({ lever }) => lever)).toEqual(["rate", "flows", "revenue"]);
    for (const { lever, change, residual } of figures) {
      expect(residual?.abs().lt("1e-40")).toBe(true);
      expect(headroomAt(value, lever, there(change)).abs().lt("1e-40")).toBe(true);
    }
  });

  it("leaves none with a perpetuity, working capital and a recovery either, and maps headroom over growth", () => {
    const other = new LinkedBook();
    const own = unitInUse(other, "资产组 1", 30000);
    other.play({ type: "forecast-changed", unit: own, forecast: { perpetuity: true } }).figure(own, "growth", 0.01).figure(own, "base-working-capital", 700).figure(own, "recovery", 90);
    const evaluated = other.evaluated(own);
    expect(evaluated.breakEvens().map(({ lever, residual }) => [lever, residual?.abs().lt("1e-40")])).toEqual([["rate", true], ["growth", true], ["flows", true]]);
    const map = there(evaluated.headroomMap());
    expect([map.across, map.columns.map(text)]).toEqual(["growth", ["0", "0.005", "0.01", "0.015", "0.02"]]);
    const movable = { terms: there(there(evaluated.valueInUse).terms), flows: there(evaluated.flows), carrying: there(evaluated.carrying).reported };
    const corner = map.cells[2]?.[4] as Decimal;
    expect(text(corner)).toBe(headroomAt(movable, "growth", corner.times(0).plus("0.01")).toDecimalPlaces(2).toString());
  });

  it("says that a break-even does not exist instead of inventing one", () => {
    const other = new LinkedBook();
    const empty = unitInUse(other, "资产组 1", 11000);
    other.type(`${empty}/row/${there(other.unitOf(empty).forecast.rows[0]).id}`, [[0, 0, 0, 0, 0]]);
    expect(other.evaluated(empty).breakEvens().map(({ found: rate }) => rate instanceof Refusal)).toEqual([true, true]);
  });

  it("orders the tornado by width and draws every bar from the base", () => {
    const entries = found.tornado();
    const widths = entries.map(({ low, high }) => (low instanceof Refusal || high instanceof Refusal ? -1 : high.minus(low).abs().toNumber()));
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
    expect(entries.every(({ base }) => base.eq(there(found.valueInUse).unrounded.minus(11000)))).toBe(true);
  });

  it("maps headroom over rates and flows, its middle being the unrounded headroom of today", () => {
    const map = found.headroomMap();
    expect(map?.rates.map(text)).toEqual(["0.092", "0.097", "0.102", "0.107", "0.112"]);
    const middle = map?.cells[2]?.[2];
    expect(middle instanceof Refusal ? undefined : text(middle)).toBe(there(found.valueInUse).unrounded.minus(11000).toDecimalPlaces(2).toString());
  });
});

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
