import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal } from "../../../src/core/decimal.ts";
import { dcfBreakEven, dcfPreTaxRate, dcfWaccIterate } from "../../../src/functions/discounting/break-even.ts";
import { dcfIrr, dcfRoots, dcfXirr } from "../../../src/functions/discounting/internal-rate.ts";
import { dcfValue } from "../../../src/functions/discounting/valuation.ts";
import { impairBreakEven } from "../../../src/functions/impairment/break-even.ts";
import { impairViu } from "../../../src/functions/impairment/value-in-use.ts";
import { cellsOf, errorOf, exactCells, figureOf } from "../../support/call.ts";

const omitted = undefined;

describe("the internal rate of return in a cell", () => {
  it("is that of Excel's example: 8.66%", () => {
    expect(figureOf(dcfIrr, [[-70000, 12000, 15000, 18000, 21000, 26000]]).toFixed(10)).toBe("0.0866309480");
  });

  it("is the one nearest zero first, others by their number", () => {
    const flows = [["-1,000", "3,600", "-4,310", "1,716"]];
    expect([1, 2, 3].map((which) => figureOf(dcfIrr, flows, which))).toEqual([0.1, 0.2, 0.3]);
    expect(errorOf(dcfIrr, flows, 4)).toMatchObject({ literal: "#NUM!", issue: { code: "no-such-root", which: 4, count: 3 } });
  });

  it("takes the positive of +50% and −50%", () => {
    // (1.5 − g)(0.5 − g) = 0.75 − 2g + g².
    expect([1, 2].map((which) => figureOf(dcfIrr, [[1, -2, 0.75]], which))).toEqual([0.5, -0.5]);
  });

  it("says that there is none, and why that is certain", () => {
    expect(errorOf(dcfIrr, [[100, 20]])).toMatchObject({ literal: "#NUM!", issue: { code: "no-root", proof: "no-sign-change" } });
    expect(errorOf(dcfIrr, [[100, -200, 150]])).toMatchObject({ literal: "#NUM!", issue: { code: "no-root", proof: "isolation", signChanges: 2 } });
    expect(errorOf(dcfIrr, [[0, "-"]])).toMatchObject({ literal: "#NUM!", issue: { code: "every-rate-solves" } });
  });

  it("counts a blank as a year without a flow", () => {
    expect(figureOf(dcfIrr, [[-100, null, 121]])).toBe(0.1);
  });

  it("dated is that of Excel's example: 37.34%, unordered dates too", () => {
    const dates = [["2008-01-01", "2008-03-01", "2008-10-30", "2009-02-15", "2009-04-01"]];
    expect(figureOf(dcfXirr, [["-10,000", "2,750", "4,250", "3,250", "2,750"]], dates).toFixed(9)).toBe("0.373362534");
    expect(errorOf(dcfXirr, [[1, 2]], dates).issue).toMatchObject({ code: "lengths-differ", parameter: "dates" });
  });

  it("lists every rate and how the count was established", () => {
    expect(cellsOf(dcfRoots, [["-1,000", "3,600", "-4,310", "1,716"]])).toEqual([[0.1, ""], [0.2, ""], [0.3, ""], [3, "proof-isolation"]]);
    expect(cellsOf(dcfRoots, [[-100, 240, -144]])).toEqual([[0.2, "multiple-root 2"], [1, "proof-square-free"]]);
    expect(cellsOf(dcfRoots, [[100, 20]])).toEqual([[0, "proof-no-sign-change"]]);
    expect(cellsOf(dcfRoots, [[-100, 110]], [["2024-01-01", "2024-12-31"]])).toEqual([[0.1, ""], [1, "proof-one-sign-change"]]);
  });
});

describe("the break-even of a value", () => {
  const flows = [[1050, 1120, 1180]];

  it("put back gives the target: rate, growth, flows", () => {
    const rate = figureOf(dcfBreakEven, 12500, flows, 0.102, 0.02);
    expect(figureOf(dcfValue, flows, rate, 0.02)).toBeCloseTo(12500, 8); // the answer is a double
    const growth = figureOf(dcfBreakEven, 12500, flows, 0.102, omitted, "growth");
    expect(figureOf(dcfValue, flows, 0.102, growth)).toBeCloseTo(12500, 8);
    const change = figureOf(dcfBreakEven, 12500, flows, 0.102, 0.02, "flows");
    expect(figureOf(dcfValue, [[1050, 1120, 1180].map((flow) => flow * (1 + change))], 0.102, 0.02)).toBeCloseTo(12500, 8);
  });

  it("keeps a terminal flow where it is while growth moves, and moves it with all flows", () => {
    // By hand: 100/1.1 + 110/(0.1 − g)/1.1 = 2,090.909… at g = 5%.
    expect(figureOf(dcfBreakEven, figureOf(dcfValue, [[100]], 0.1, 0.05, omitted, 110), [[100]], 0.1, omitted, "growth", omitted, 110)).toBeCloseTo(0.05, 12);
    expect(figureOf(dcfBreakEven, 2200, [[100]], 0.1, 0.05, "flows", omitted, 105)).toBe(0.1);
  });

  it("answers the rate nearest to the present one where several reach the target", () => {
    const swing = [[3600, -4310, 1716]];
    expect(figureOf(dcfBreakEven, 1000, swing, 0.12)).toBe(0.1);
    expect(figureOf(dcfBreakEven, 1000, swing, 0.28)).toBe(0.3);
  });

  it("says how many decimals times may have, and answers with so many", () => {
    const given = (decimals: number) => [250, [[100, 110, 120]], 0.1, omitted, omitted, [[1 / 3, 4 / 3, 7 / 3].map((time) => time.toFixed(decimals))]] as const;
    expect(errorOf(dcfBreakEven, ...given(15)).issue).toEqual({ code: "times-too-fine", decimals: 15, span: "2.33333", most: 14 });
    expect(figureOf(dcfBreakEven, ...given(14)).toFixed(9)).toBe(figureOf(dcfBreakEven, ...given(9)).toFixed(9));
  });

  it("has no answer where none exists, and says so", () => {
    expect(errorOf(dcfBreakEven, -5, [[100, 100]], 0.1)).toMatchObject({ literal: "#NUM!", issue: { code: "no-break-even" } });
    expect(errorOf(dcfBreakEven, 100, [[100, 100]], 0.1, omitted, "growth")).toMatchObject({ issue: { code: "no-break-even-growth" } });
    expect(errorOf(dcfBreakEven, 100, [[0, 0]], 0.1, omitted, "flows")).toMatchObject({ issue: { code: "no-break-even-flows" } });
  });

  it("of the value in use is where headroom is zero, by the rate and by the flows", () => {
    const terms = [1200, 1480] as const;
    const own = [[3150, 3420, 3380, 3310, 3260]];
    const rate = figureOf(impairBreakEven, 11000, own, 0.102, ...terms);
    expect(figureOf(impairViu, own, rate, ...terms)).toBeCloseTo(11000, 8);
    const change = figureOf(impairBreakEven, 11000, own, 0.102, ...terms, "flows");
    expect(figureOf(impairViu, [(own[0] ?? []).map((flow) => flow * (1 + change))], 0.102, ...terms)).toBeCloseTo(11000, 8);
  });

  it("leaves no more exact headroom than the doubles next to it would", () => {
    const amounts = fc.array(fc.integer({ min: 100, max: 10_000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 30, max: 200 }), (flows, percent) => {
        const carrying = Math.round((flows.reduce((total, flow) => total + flow, 0) * percent) / 130);
        const rate = figureOf(impairBreakEven, carrying, [flows], 0.1);
        fc.pre(rate !== 0); // zero is exact, and its neighbours are not one bit away
        const headroomAt = (double: number) => flows.reduce((total, flow, index) => total.plus(new Wide(flow).times(new Wide(1).plus(exact(double)).pow(-index - 1))), new Wide(-carrying)).abs();
        for (const step of [-1n, 1n]) expect(headroomAt(rate).lte(headroomAt(moved(rate, step)))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

const Wide = Decimal.clone({ precision: 120 });

function exact(value: number): Decimal {
  let [mantissa, halvings] = [value, 0];
  for (; !Number.isInteger(mantissa); halvings++) mantissa *= 2;
  return new Wide(BigInt(mantissa).toString()).div(new Wide(2).pow(halvings));
}

function moved(value: number, step: bigint): number {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  bits.setBigInt64(0, bits.getBigInt64(0) + step);
  return bits.getFloat64(0);
}

describe("the pre-tax rate", () => {
  it("is the gross-up for a level perpetuity: 8% after 25% tax is 10.666…%", () => {
    // Pre-tax 100 a year for ever, post-tax 75 at 8%: both are worth 937.50.
    expect(figureOf(dcfPreTaxRate, [[100]], [[75]], 0.08, 0)).toBe(0.08 / 0.75);
  });

  it("reproduces the post-tax value, with its residual stated", () => {
    const [pretax, posttax] = [[[800, 800, 900, 800, 800]], [[600, 640, 600, 620, 600]]];
    const rate = exactCells(dcfPreTaxRate, pretax, posttax, 0.08)[0]?.[0];
    const steps = dcfPreTaxRate.call([pretax, posttax, [[0.08]], omitted, omitted]).steps();
    const residual = steps.find(({ term }) => term === "residual")?.value;
    expect(rate).toBeInstanceOf(Decimal);
    expect((residual as Decimal).abs().lt("1e-40")).toBe(true);
  });

  it("wants as many post-tax flows as pre-tax ones", () => {
    expect(errorOf(dcfPreTaxRate, [[1, 2]], [[1]], 0.1).issue).toMatchObject({ code: "lengths-differ", parameter: "posttax_flows" });
  });
});

describe("the circular cost of capital (filing 001, lines 3358–3370, 3568–3571, 3694–3709)", () => {
  const table = cellsOf(dcfWaccIterate, [["4,086.90", "3,068.10", "2,964.95", "2,663.90", "2,609.74"]], 0, 0.91, "3.96%", "6.99%", "7.00%", "25%", "3,220", "3.00%", "mid");
  const figure = (term: string) => Number(table.find(([name]) => name === term)?.[1]);

  it("gives a debt-to-equity ratio that is that of its own value", () => {
    expect(figure("debt-to-equity")).toBeCloseTo(3220 / (figure("value-of-flows") - 3220), 14);
    expect(Math.abs(figure("residual"))).toBeLessThan(1e-40);
  });

  it("is the filing's cost of equity where there is no debt", () => {
    expect(cellsOf(dcfWaccIterate, [[100, 100]], 0, 0.91, "3.96%", "6.99%", "7%", "25%", 0, "3%")[1]?.[1]).toBe(0.133209);
  });

  it("has no answer where the debt is larger than any value", () => {
    expect(errorOf(dcfWaccIterate, [[10, 10]], 0, 0.91, "3.96%", "6.99%", "7%", "25%", 1e6)).toMatchObject({ literal: "#NUM!", issue: { code: "no-circular-cost" } });
  });
});
