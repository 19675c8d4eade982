import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal } from "../../../src/core/decimal.ts";
import { internalRate, projectNpv } from "../../../src/core/project/evaluation.ts";
import { Refusal } from "../../../src/core/refusal.ts";
import { changedFlows, criticalPoint, projectFactors } from "../../../src/core/project/sensitivity.ts";
import { attempted } from "../../../src/functions/element-wise.ts";
import { projectEvaluate } from "../../../src/functions/project/evaluation.ts";
import { projectBep, projectCapacity } from "../../../src/functions/project/output.ts";
import { projectSensitivity } from "../../../src/functions/project/sensitivity.ts";
import { cellsOf, errorOf, figureOf } from "../../support/call.ts";

const d = (value: number) => new Decimal(value);

describe("the evaluation of a project", () => {
  // By hand: 1,000 in year 1; years 2 and 3 bring 1,000 − 400 − 300 = 300 of EBIT, 75 of tax.
  const table = cellsOf(projectEvaluate, [[1000, 0, 0]], [[0, 1000, 1000]], [[0, 400, 400]], [[0, 300, 300]], 0.25, 0.1, 50, [[0, 100, 0]]);

  it("taxes EBIT, puts working capital in and takes it back with the salvage in the last year", () => {
    expect(table.slice(1, 4)).toEqual([
      [1, 0, 0, -1000, -1000],
      [2, 300, 75, 500, 425],
      [3, 300, 75, 750, 675],
    ]);
  });

  it("discounts year 1 by one year and counts payback from the start of year 1", () => {
    const npv = (flows: number[]) => flows.reduce((total, flow, index) => total.plus(d(flow).div(d(1.1).pow(index + 1))), d(0)).toNumber();
    expect(table[5]).toEqual(["net-present-value", "", "", npv([-1000, 500, 750]), npv([-1000, 425, 675])]);
    expect(table[6]?.slice(3)).toEqual([8 / 3, 77 / 27]);
    expect(table[7]?.[4]).toMatchObject({ literal: "#N/A" });
  });

  it("never taxes a loss", () => {
    const [, year] = cellsOf(projectEvaluate, 100, 50, 80, 20, 0.25);
    expect(year).toEqual([1, -50, 0, -130, -130]);
  });

  it("has an internal rate that brings the value to nil, within a residual of 1e-40 of the outlay", () => {
    const flows = fc.tuple(fc.integer({ min: 100, max: 99_999 }), fc.array(fc.integer({ min: 0, max: 50_000 }), { minLength: 2, maxLength: 12 })).filter(([, receipts]) => receipts.some((flow) => flow > 0));
    fc.assert(
      fc.property(flows, ([outlay, receipts]) => {
        const all = [-outlay, ...receipts].map(d);
        expect(projectNpv(internalRate(all), all).abs().lte(d(outlay).times("1e-40"))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it("says that there is no internal rate where no year pays out more than it brings in", () => {
    expect(cellsOf(projectEvaluate, [[1, 0]], [[10, 10]], [[5, 5]], [[1, 1]], 0.25)[3]?.slice(3)).toEqual([expect.objectContaining({ literal: "#NUM!" }), expect.objectContaining({ literal: "#NUM!" })]);
  });

  it("names the outlay of a project as the standard of project evaluation does, not as the cash flow of a firm", () => {
    const table = cellsOf(projectSensitivity, [[100, 0]], [[0, 300]], [[0, 50]], [[0, 10]], 0.25, 0.1);
    expect(table.slice(2).map((row) => row[0])).toEqual(["project-outlay", "revenue", "cash-cost"]);
  });

  it("wants every year of every row, and capital expenditure at all", () => {
    expect(errorOf(projectEvaluate, [[1000, 0]], [[0, 500, 500]], [[0, 1, 1]], [[0, 1, 1]], 0.25).issue).toMatchObject({ code: "lengths-differ", parameter: "revenue" });
    expect(errorOf(projectEvaluate, undefined, [[0]], [[0]], [[0]], 0.25).issue).toEqual({ code: "argument-missing", parameter: "capex" });
  });
});

describe("the sensitivity of a project", () => {
  const plan = [[[80_000, 0, 0, 0, 0, 0]], [[0, 60_000, 60_000, 60_000, 60_000, 60_000]], [[0, 33_000, 33_000, 33_000, 33_000, 33_000]], [[0, 16_000, 16_000, 16_000, 16_000, 16_000]]] as const;

  it("shows the base case first, and a change of zero changes nothing", () => {
    const table = cellsOf(projectSensitivity, ...plan, 0.25, [[0]]);
    const base = table[1]?.slice(1, 4);
    for (const row of table.slice(2)) expect(row.slice(1, 4)).toEqual(base);
  });

  it("gives the coefficient as relative change of the rate over relative change of the factor", () => {
    const table = cellsOf(projectSensitivity, ...plan, 0.25, [[0.1]]);
    const [base, revenue] = [Number(table[1]?.[3]), Number(table[3]?.[3])];
    expect(Number(table[3]?.[4])).toBeCloseTo((revenue / base - 1) / 0.1, 12); // one double division against an exact one
    expect(Number(table[2]?.[4])).toBeLessThan(0);
    expect(Number(table[4]?.[4])).toBeLessThan(0);
  });

  it("put back, the critical point brings the net present value to nil, also across the bend where tax begins", () => {
    const amount = (minimum: number, maximum: number) => fc.integer({ min: minimum, max: maximum }).map(d);
    const year = fc.record({ capex: amount(0, 500), revenue: amount(1, 900), cost: amount(1, 600), depreciation: amount(0, 300) });
    const nil = d(0);
    fc.assert(
      fc.property(fc.array(year, { minLength: 2, maxLength: 8 }), amount(1000, 4000), (rest, outlay) => {
        const years = [{ capex: outlay, revenue: nil, cost: nil, depreciation: nil }, ...rest].map((given) => ({ ...given, workingCapital: nil, surtax: nil }));
        for (const factor of projectFactors) {
          const found = attempted(() => criticalPoint(years, d(0.25), d(0.1), factor));
          if (found instanceof Refusal) {
            // No change from −100% on: then the value keeps its sign there and far beyond.
            const sign = (at: number) => projectNpv(d(0.1), changedFlows(years, d(0.25), factor, d(at))).comparedTo(0);
            expect(new Set([-1, 0, 50, 5000].map(sign)).size).toBe(1);
            continue;
          }
          expect(projectNpv(d(0.1), changedFlows(years, d(0.25), factor, found.change)).abs().lte("1e-40")).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("break-even output", () => {
  it("pays the fixed cost, and is a share of capacity where that is given", () => {
    expect(cellsOf(projectBep, 1000, 10, 5, 1, 500)).toEqual([[250, 0.5]]);
    expect(cellsOf(projectBep, 1000, 10, 6)).toEqual([[250]]);
    expect(errorOf(projectBep, 1000, 10, 10).literal).toBe("#NUM!");
  });
});

describe("capacity weighted by months", () => {
  // Filing 001, lines 2440–2469: 86 + 16 + 30 × 8 ÷ 12 + 60 × 5 ÷ 12 = 147.
  it("counts the month of start in full, as the filing does", () => {
    const starts = [["2015-06", "2019-01", "2019年5月", "2019/8/31"]];
    expect(figureOf(projectCapacity, [[86, 16, 30, 60]], starts, 2019)).toBe(147);
    expect(figureOf(projectCapacity, [[86, 16, 30, 60]], starts, 2018)).toBe(86);
    expect(figureOf(projectCapacity, [[86, 16, 30, 60]], starts, 2020)).toBe(192);
  });

  it("refuses a month that is none", () => {
    expect(errorOf(projectCapacity, 30, "2019-13", 2019).issue).toMatchObject({ code: "not-a-date", text: "2019-13" });
  });
});
