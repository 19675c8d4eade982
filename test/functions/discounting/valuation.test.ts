import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal } from "../../../src/core/decimal.ts";
import { dcfTable, dcfValue } from "../../../src/functions/discounting/valuation.ts";
import { cellsOf, errorOf, exactCells, figureOf } from "../../support/call.ts";

const omitted = undefined;

describe("the value of discounted flows", () => {
  it("adds the present values of year-end flows", () => {
    // 110/1.1 + 121/1.21 + 133.1/1.331, by hand.
    expect(figureOf(dcfValue, [[110, 121, 133.1]], "10%")).toBe(300);
  });

  it("takes mid-year flows half a year less far, beginning-of-year flows a year less", () => {
    // At 21% a half year is 1.1, by hand: 121/1.1 + 146.41/1.331.
    expect(figureOf(dcfValue, [[121, 146.41]], 0.21, omitted, "mid")).toBe(220);
    expect(figureOf(dcfValue, [[100, 121]], 0.21, omitted, "begin")).toBe(200);
  });

  it("takes a time in years for each flow", () => {
    expect(figureOf(dcfValue, [[121, 146.41]], 0.21, omitted, [[0.5, 1.5]])).toBe(220);
    expect(figureOf(dcfValue, [[110]], 0.21, omitted, 0.5)).toBe(100);
    expect(errorOf(dcfValue, [[1, 2, 3]], 0.1, omitted, [[1, 2]]).issue).toEqual({ code: "lengths-differ", parameter: "timing", given: 2, other: "flows", expected: 3 });
  });

  it("capitalises the last flow, grown once, with the factor of the last explicit flow", () => {
    // Terminal value 100 × 1.05 / (0.1 − 0.05) = 2,100 at the end of year 1: (100 + 2,100)/1.1, by hand.
    expect(figureOf(dcfValue, [[100]], 0.1, 0.05)).toBe(2000);
    // Mid-year at 21%: (100 + 100 × 1.11/0.1)/1.1 = 1,100.
    expect(figureOf(dcfValue, [[100]], 0.21, 0.11, "mid")).toBe(1100);
  });

  it("capitalises a given terminal flow as it is, at no growth where none is given", () => {
    expect(figureOf(dcfValue, [[100]], 0.1, 0.05, omitted, 105)).toBe(2000);
    expect(figureOf(dcfValue, [[100]], 0.1, omitted, omitted, 100)).toBe(1000);
  });

  it("adds no perpetuity where neither growth nor terminal flow is given, and one without growth for a growth of zero", () => {
    expect(figureOf(dcfValue, [[110]], 0.1)).toBe(100);
    expect(figureOf(dcfValue, [[100]], 0.1, 0)).toBe(1000);
    expect(figureOf(dcfValue, [[100]], 0.1, [[null]])).toBe(1000);
  });

  it("counts a blank or a dash as a year without a flow; the years do not close up", () => {
    expect(figureOf(dcfValue, [[null, 121]], 0.1)).toBe(100);
    expect(figureOf(dcfValue, [["-", 121]], 0.1)).toBe(100);
  });

  it("discounts at negative rates above −100%", () => {
    expect(figureOf(dcfValue, [[50, 25]], "-50%")).toBe(200);
  });

  it.each([
    ["a rate of −100%", [[[1]], -1], "rate-too-low"],
    ["a rate below −100%", [[[1]], "-120%"], "rate-too-low"],
    ["growth equal to the rate", [[[1]], 0.1, 0.1], "growth-too-high"],
    ["growth above the rate", [[[1]], 0.1, "12%"], "growth-too-high"],
  ])("has no answer at %s", (_, given, code) => {
    expect(errorOf(dcfValue, ...given)).toMatchObject({ literal: "#NUM!", issue: { code } });
  });

  it("reads a word however a keyboard for Chinese writes it", () => {
    expect(figureOf(dcfValue, [[50]], 0.1, omitted, " ＢＥＧＩＮ ")).toBe(50);
  });

  it("refuses a word for the timing that it does not know, and names those it does", () => {
    expect(errorOf(dcfValue, [[1]], 0.1, omitted, "middle").issue).toMatchObject({ code: "unknown-word", text: "middle", allowed: ["end", "mid", "begin"] });
  });

  it("is not available where a flow is not disclosed", () => {
    expect(errorOf(dcfValue, [[1, "未披露"]], 0.1)).toMatchObject({ literal: "#N/A", issue: { place: { parameter: "flows", row: 0, column: 1 } } });
  });

  it("falls as the rate rises, for positive flows", () => {
    const flows = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 30 });
    const basisPoints = fc.integer({ min: -9000, max: 50_000 });
    fc.assert(
      fc.property(flows, basisPoints, fc.integer({ min: 1, max: 1000 }), (values, rate, rise) => {
        const [[low] = []] = exactCells(dcfValue, [values], rate / 10_000);
        const [[high] = []] = exactCells(dcfValue, [values], (rate + rise) / 10_000);
        expect((low as Decimal).gt(high as Decimal)).toBe(true);
      }),
    );
  });

  it("scales with the currency", () => {
    const flows = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(flows, fc.integer({ min: 1, max: 3000 }), (values, rate) => {
        const [[yuan] = []] = exactCells(dcfValue, [values.map((value) => value * 10_000)], rate / 10_000);
        const [[wan] = []] = exactCells(dcfValue, [values], rate / 10_000);
        const scale = values.reduce((total, value) => total + Math.abs(value), 1);
        // 50 significant digits in each term: equal to 1e-44 of the sum of their sizes.
        expect((yuan as Decimal).div(10_000).minus(wan as Decimal).abs().lte(new Decimal(scale).times("1e-44"))).toBe(true);
      }),
    );
  });
});

describe("the discounting table", () => {
  it("shows every flow with its time, factor and present value, the perpetuity, and their total", () => {
    expect(cellsOf(dcfTable, [["2026"], ["2027"]], [[100], [121]], 0.1, 0, omitted, 12.1)).toEqual([
      ["period", "cash-flow", "time", "discount-factor", "present-value"],
      ["2026", 100, 1, 1 / 1.1, 100 / 1.1],
      ["2027", 121, 2, 1 / 1.21, 100],
      ["terminal-value", 121, 2, 1 / 1.21, 100],
      ["total", "", "", "", 3200 / 11],
    ]);
  });

  it("has no row for a perpetuity where none follows", () => {
    expect(cellsOf(dcfTable, [["2026"]], [[110]], 0.1).map((row) => row[0])).toEqual(["period", "2026", "total"]);
  });

  it("agrees with the value to the last bit", () => {
    const terms = [[[120, 0, -30, 88]], "9.3%", "1.5%", "mid"];
    expect(cellsOf(dcfTable, [["a", "b", "c", "d"]], ...terms).at(-1)?.at(-1)).toBe(figureOf(dcfValue, ...terms));
  });
});
