import { describe, expect, it } from "vitest";
import type { Decimal } from "../../../src/core/decimal.ts";
import { presentValue } from "../../../src/core/discounting/present-value.ts";
import { Refusal } from "../../../src/core/refusal.ts";
import { headroomAt } from "../../../src/workflows/impairment/sensitivity.ts";
import { LinkedBook, unitInUse, there } from "./linked-book.ts";

const text = (value: Decimal | undefined) => value?.toString();

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
