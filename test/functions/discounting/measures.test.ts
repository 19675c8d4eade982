import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dcfCapm, dcfFcff, dcfRelever, dcfUnlever, dcfWacc } from "../../../src/functions/discounting/cost-of-capital.ts";
import { dcfMirr, dcfPayback } from "../../../src/functions/discounting/measures.ts";
import { dcfExpected, dcfNpv, dcfTerminal, dcfXnpv } from "../../../src/functions/discounting/present-value.ts";
import { dcfValue } from "../../../src/functions/discounting/valuation.ts";
import { cellsOf, errorOf, figureOf, literalsOf } from "../../support/call.ts";

const omitted = undefined;

describe("net present value", () => {
  it("discounts flows 1 to n at one rate", () => {
    expect(figureOf(dcfNpv, 0.1, [[110, 121]])).toBe(200);
    expect(figureOf(dcfNpv, 0.1, [[null, 121]])).toBe(100);
  });

  it("multiplies the factors of forward rates", () => {
    // By hand: 110/1.1 + 132/(1.1 × 1.2).
    expect(figureOf(dcfNpv, [[0.1, 0.2]], [[110, 132]])).toBe(200);
    expect(figureOf(dcfNpv, [[0.1, 0.2]], [[100, 110]], "begin")).toBe(200);
    // Mid-year: half of 21%, then a whole year of 21% and half of 44%: 110/1.1 + 145.2/(1.21 × 1.2).
    expect(figureOf(dcfNpv, [[0.21, 0.44]], [[110, 145.2]], "mid")).toBe(200);
  });

  it("takes a period of forward rates from one given time to the next", () => {
    expect(figureOf(dcfNpv, [[0.21, 0.44]], [[110, 132]], [[0.5, 1]])).toBe(200);
    expect(errorOf(dcfNpv, [[0.1, 0.1]], [[1, 1]], [[2, 1]]).issue).toMatchObject({ code: "times-not-ascending", index: 2 });
  });

  it("wants one rate or as many as flows", () => {
    expect(errorOf(dcfNpv, [[0.1, 0.2]], [[1, 2, 3]]).issue).toMatchObject({ code: "lengths-differ", parameter: "rate" });
  });

  it("at a constant forward rate is the value at that rate", () => {
    const flows = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(flows, fc.integer({ min: -50, max: 200 }), fc.constantFrom("end", "mid", "begin"), (values, percent, timing) => {
        const rates = values.map(() => percent / 100);
        expect(figureOf(dcfNpv, [rates], [values], timing)).toBeCloseTo(figureOf(dcfValue, [values], percent / 100, omitted, timing), 9); // cancellation may leave other last digits
      }),
    );
  });
});

describe("dated present value", () => {
  const flows = [["-10,000", "2,750", "4,250", "3,250", "2,750"]];
  const dates = [["2008-01-01", "2008-03-01", "2008-10-30", "2009-02-15", "2009-04-01"]];

  it("counts actual days over 365 from the first date (the example of Excel's XNPV: 2,086.647602)", () => {
    expect(figureOf(dcfXnpv, "9%", flows, dates).toFixed(6)).toBe("2086.647602");
  });

  it("compounds flows before the base and takes dates in any order", () => {
    // 365 days before the base at 10%: 110 today; 365 days after: 100.
    expect(figureOf(dcfXnpv, 0.1, [[110, 100]], [["2023-12-31", "2021-12-31"]], "2022-12-31")).toBe(210);
  });

  it("has no answer at −100%, and says which text is no date", () => {
    expect(errorOf(dcfXnpv, -1, flows, dates).literal).toBe("#NUM!");
    expect(errorOf(dcfXnpv, 0.1, [[1, 2]], [["2024-12-31", "31.12.2025"]]).issue).toMatchObject({ code: "not-a-date", place: { parameter: "dates", column: 1 } });
  });
});

describe("terminal value and expected flows", () => {
  it("capitalises the flow after the last one", () => {
    expect(figureOf(dcfTerminal, 100, "10%", "5%")).toBe(2100);
    expect(literalsOf(dcfTerminal, [[100], [100]], 0.1, [[0.05], [0.1]])).toEqual([[2100], ["#NUM!"]]);
  });

  it("weighs scenarios by their probabilities (IAS 36 A7: 100, 200 and 300 at 10%, 60% and 30% are 220)", () => {
    expect(figureOf(dcfExpected, [[100], [200], [300]], [[0.1], [0.6], [0.3]], 0)).toBe(220);
    expect(figureOf(dcfExpected, [[110, 0], [0, 242]], [[0.5, 0.5]], 0.1)).toBe(150);
  });

  it("refuses probabilities that do not add to 1", () => {
    expect(errorOf(dcfExpected, [[1], [2]], [[0.5], [0.4]], 0.1).issue).toEqual({ code: "weights-not-one", parameter: "probabilities", sum: "0.9" });
    expect(errorOf(dcfExpected, [[1], [2]], [[1]], 0.1).issue).toMatchObject({ code: "lengths-differ" });
  });
});

describe("the cost of capital of filing 001, lines 3653–3709", () => {
  const percent = (value: number) => `${(value * 100).toFixed(2)}%`;

  it("levers beta to 1.0532, gives 14.32% for equity and 12.75% in all", () => {
    const beta = figureOf(dcfRelever, "0.9100", "20.98%", "25%");
    expect(beta.toFixed(4)).toBe("1.0532");
    const equity = figureOf(dcfCapm, "3.96%", beta, "6.99%", omitted, "3.00%");
    expect(percent(equity)).toBe("14.32%");
    expect(percent(figureOf(dcfWacc, equity, "7.00%", "25%", "20.98%"))).toBe("12.75%");
  });

  it("unlevers what was levered", () => {
    expect(figureOf(dcfUnlever, figureOf(dcfRelever, 0.91, 0.2098, 0.25), 0.2098, 0.25)).toBe(0.91);
  });

  it("builds the free cash flow of 2022 from EBIT: 2,609.74 (lines 3358–3370, 3544–3582)", () => {
    // Net profit 1,188.40 and interest after tax 225.26 × 0.75 are EBIT × (1 − 25%); depreciation 77.09 × 46,563.57 ÷ 2,975.39 + 8.01, amortisation 37.96.
    const ebit = (1188.4 + 225.26 * 0.75) / 0.75;
    const depreciation = (77.09 * 46563.57) / 2975.39 + 8.01 + 37.96;
    expect(figureOf(dcfFcff, ebit, "25%", depreciation, 0, 0).toFixed(2)).toBe("2609.74");
  });

  it("gives the tax of a loss back", () => {
    expect(cellsOf(dcfFcff, [[100, -100]], 0.25, [[10, 10]], [[5, 5]], [[1, -1]])).toEqual([[79, -69]]);
  });
});

describe("the modified return", () => {
  it("is that of Excel's example: 12.61%", () => {
    expect(figureOf(dcfMirr, [[-120000, 39000, 30000, 21000, 37000, 46000]], 0.1, 0.12).toFixed(6)).toBe("0.126094");
  });

  it("loses everything where nothing is received, and has no base where nothing is paid", () => {
    expect(figureOf(dcfMirr, [[-100, 0]], 0.1, 0.1)).toBe(-1);
    expect(errorOf(dcfMirr, [[100, 10]], 0.1, 0.1)).toMatchObject({ literal: "#DIV/0!", issue: { code: "nothing-paid", parameter: "flows" } });
    expect(errorOf(dcfMirr, -100, 0.1, 0.1).issue).toMatchObject({ code: "too-few-flows" });
  });
});

describe("the payback period", () => {
  it("interpolates inside the year of recovery", () => {
    expect(figureOf(dcfPayback, [[-1000, 300, 400, 600]])).toBe(2.5);
    expect(figureOf(dcfPayback, [[-1000, 300, 400, 600]], 0, 1)).toBe(1.5);
  });

  it("discounts the flows where a rate is given", () => {
    // At 10%: −200 + 110/1.1 + 242/1.21 × x = 0 at x = 0.5.
    expect(figureOf(dcfPayback, [[-200, 110, 242]], "10%")).toBe(1.5);
  });

  it("refuses more construction years than the payback takes, such as months", () => {
    expect(errorOf(dcfPayback, [[-1000, 300, 400, 600]], 0, 18)).toMatchObject({ literal: "#VALUE!", issue: { code: "above-maximum", value: "18", maximum: "2.50", place: { parameter: "construction" } } });
  });

  it("is not available where the flows never recover what was paid", () => {
    expect(errorOf(dcfPayback, [[-100, 40, 50]])).toMatchObject({ literal: "#N/A", issue: { code: "never-recovered" } });
    expect(figureOf(dcfPayback, [[0, 40]])).toBe(0);
  });
});
