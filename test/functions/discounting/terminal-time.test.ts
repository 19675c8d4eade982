import { describe, expect, it } from "vitest";
import { Decimal } from "../../../src/core/decimal.ts";
import { argumentOf } from "../../../src/functions/cell.ts";
import { dcfBreakEven, dcfPreTaxRate, dcfWaccIterate } from "../../../src/functions/discounting/break-even.ts";
import { dcfNpv } from "../../../src/functions/discounting/present-value.ts";
import { dcfSensitivity } from "../../../src/functions/discounting/sensitivity.ts";
import { dcfTable, dcfValue } from "../../../src/functions/discounting/valuation.ts";
import { impairBreakEven } from "../../../src/functions/impairment/break-even.ts";
import { impairSensitivity } from "../../../src/functions/impairment/sensitivity.ts";
import { impairViu } from "../../../src/functions/impairment/value-in-use.ts";
import { cellsOf, exactCells, figureOf } from "../../support/call.ts";

const omitted = undefined;
const flows = [[105, 112, 118]];
const times = [[0.25, 1.25, 2.25]];
const exact = (...given: Parameters<typeof exactCells>) => exactCells(...given)[0]?.[0] as Decimal;
const value = (rate: unknown, growth: unknown, timing: unknown, at: unknown, given: unknown = flows) => exact(dcfValue, given, rate, growth, timing, omitted, at);

describe("a terminal value discounted from the end of the last period", () => {
  it("takes the factor of n where the flows fall in the middle of their years: 100 ÷ 1.21^0.5 + 100 ÷ 0.21 ÷ 1.21", () => {
    const found = value("21%", 0, "mid", "end", [[100]]);
    expect(found.toNumber()).toBe(new Decimal(100).div("1.1").plus(new Decimal(100).div("0.21").div("1.21")).toNumber());
  });

  it.each([["mid"], ["begin"]])("is the explicit flows at %s plus DCF.TERMINAL × (1 + r)^−n", (timing) => {
    const explicit = exact(dcfNpv, "10%", flows, timing);
    const terminal = new Decimal(118).times("1.02").div("0.08").div(new Decimal("1.1").pow(3));
    expect(value("10%", "2%", timing, "end").toNumber()).toBe(explicit.plus(terminal).toNumber());
  });

  it("makes no difference for flows at the ends of their years, nor for times whose last is the last flow's", () => {
    expect(value("10%", "2%", "end", "end")).toEqual(value("10%", "2%", "end", "flow"));
    expect(value("10%", "2%", times, "end")).toEqual(value("10%", "2%", times, "flow"));
  });

  it("shows its own time and factor in the table, and how the factor is derived", () => {
    const table = cellsOf(dcfTable, [["1", "2", "3"]], flows, "10%", "2%", "mid", omitted, "end");
    expect(table[4]?.slice(2, 4)).toEqual([3, new Decimal("1.1").pow(-3).toNumber()]);
    const steps = dcfTable.call([[["1", "2", "3"]], flows, "10%", "2%", "mid", omitted, "end"].map(argumentOf)).steps();
    expect(steps.filter(({ term }) => term === "discount-factor")).toHaveLength(4);
  });

  it.each([["mid"], ["begin"], [times]])("is the same in a sensitivity table as in each valuation, rounded and not (%s)", (timing) => {
    const [rates, growths] = [["8%", "10%", "12.5%"], ["0%", "2%", "-3%"]];
    const grid = (digits: unknown) => cellsOf(dcfSensitivity, flows, [rates], [growths], timing, omitted, digits, "end").slice(1).map((row) => row.slice(1));
    const values = rates.map((rate) => growths.map((growth) => value(rate, growth, timing, "end")));
    expect(grid(omitted)).toEqual(values.map((row) => row.map((each) => each.toNumber())));
    expect(grid(2)).toEqual(values.map((row) => row.map((each) => each.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toNumber())));
  });

  it.each([["rate"], ["growth"], ["flows"]])("put back, its break-even %s gives the target", (lever) => {
    const found = exact(dcfBreakEven, 1400, flows, "10%", "2%", lever, "mid", omitted, "end");
    const scaled = lever === "flows" ? [flows[0]?.map((flow) => found.plus(1).times(flow).toString())] : flows;
    const [rate, growth] = [lever === "rate" ? found.toString() : "10%", lever === "growth" ? found.toString() : "2%"];
    // A cell keeps 15 digits of what is put back.
    expect(value(rate, growth, "mid", "end", scaled).minus(1400).abs().toNumber()).toBeLessThan(1e-9);
  });

  it("gives pre-tax flows the value of the post-tax ones", () => {
    const pretax = [[140, 150, 157]];
    const rate = exact(dcfPreTaxRate, pretax, flows, "8%", "2%", "mid", "end");
    expect(value(rate.toString(), "2%", "mid", "end", pretax).minus(value("8%", "2%", "mid", "end")).abs().toNumber()).toBeLessThan(1e-9);
  });

  it("closes the circle of the cost of capital, at another rate than the mid-year factor does", () => {
    const rows = (at: string) => exactCells(dcfWaccIterate, flows, "1%", 0.9, "3%", "7%", "5%", "25%", 300, omitted, "mid", at).map(([, cell]) => cell as Decimal);
    const [own, other] = [rows("end"), rows("flow")];
    expect(own[6]?.abs().toNumber()).toBeLessThan(1e-40);
    expect(own[5]?.toNumber()).toBe(value(own[1]?.toString(), "1%", "mid", "end").toNumber());
    expect(own[1]?.eq(other[1] ?? 0)).toBe(false);
  });

  it("runs through value in use, its break-even and its table", () => {
    const viu = (rate: unknown) => exact(impairViu, flows, rate, 20, 30, "mid", "2%", omitted, "end");
    const rate = exact(impairBreakEven, 1300, flows, "10%", 20, 30, omitted, "mid", "2%", omitted, "end");
    expect(viu(rate.toString()).minus(1300).abs().toNumber()).toBeLessThan(1e-9);
    const grid = cellsOf(impairSensitivity, 1300, flows, [["9%", "10%"]], 0, 20, 30, "mid", "2%", omitted, omitted, "end").slice(1);
    expect(grid.map((row) => row[1])).toEqual(["9%", "10%"].map((each) => viu(each).minus(1300).toNumber()));
    expect(figureOf(impairViu, flows, "10%", 0, 0, "mid", "2%", omitted, "end")).toBe(value("10%", "2%", "mid", "end").toNumber());
  });
});
