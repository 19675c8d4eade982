import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal } from "../../../src/core/decimal.ts";
import { call, refused } from "../../support/worksheet-call.ts";

describe("ECL.STAGE", () => {
  it("turns above 30 days past due and from 90 on", () => {
    expect(call("ECL.STAGE", [[0], [30], [31], [89], [90], ["/"]])).toEqual([[1], [1], [2], [2], [3], ["#N/A"]]);
    expect(call("ECL.STAGE", [[60, 61, 180]], 60, 180)).toEqual([[1, 2, 3]]);
  });
});

describe("ECL.TERM", () => {
  const matrix = [
    [0.9, 0.08, 0.02],
    [0.1, 0.8, 0.1],
    [0, 0, 1],
  ];

  it("takes the marginal chances from the powers of the matrix", () => {
    // Year 2: 0.9 × 0.02 + 0.08 × 0.1; year 3 from (0.818, 0.136).
    expect(call("ECL.TERM", matrix, 1, 3)).toEqual([[0.02, 0.026, 0.02996]]);
    expect(call("ECL.TERM", matrix, 3, 2)).toEqual([[0, 0]]);
  });

  it("adds to no more than 1 over any number of years", () => {
    const total = call("ECL.TERM", matrix, 2, 200).flat().reduce((sum: number, chance) => sum + Number(chance), 0);
    expect(total).toBeGreaterThan(0.99);
    expect(total).toBeLessThanOrEqual(1);
  });

  it("refuses rows that do not add to 1, a way out of default, and a grade that is not there", () => {
    expect(refused("ECL.TERM", [[0.9, 0.1], [0.1, 1]], 1, 1)).toMatchObject({ code: "weights-not-one", parameter: "matrix", row: 2 });
    expect(refused("ECL.TERM", [[0.9, 0.1], [0.1, 0.9]], 1, 1)).toMatchObject({ code: "default-not-kept" });
    expect(refused("ECL.TERM", matrix, 4, 1)).toMatchObject({ code: "no-such-grade" });
    expect(refused("ECL.TERM", [[0.9, 0.1]], 1, 1)).toMatchObject({ code: "shapes-differ" });
  });
});

describe("ECL.GENERAL", () => {
  it("discounts exposure × chance × loss by period", () => {
    expect(call("ECL.GENERAL", 1000, [[0.02, 0.03]], 0.5, 0.25)).toEqual([[1000 * 0.02 * 0.5 * 0.8 + 1000 * 0.03 * 0.5 * 0.64]]);
    expect(call("ECL.GENERAL", [[1000, 500]], [[0.02, 0.03]], [[0.5, 0.4]], 0.25)).toEqual([[8 + 500 * 0.03 * 0.4 * 0.64]]);
  });

  it("counts the first year only in stage 1, whatever the periods of a year", () => {
    expect(call("ECL.GENERAL", 1000, [[0.02, 0.03]], 0.5, 0.25, 1)).toEqual([[8]]);
    expect(call("ECL.GENERAL", 1000, [[0.01, 0.01, 0.01]], 0.5, 0, 1, "end", 2)).toEqual([[10]]);
    expect(call("ECL.GENERAL", 1000, [[0.01, 0.01, 0.01]], 0.5, 0, 3, "end", 2)).toEqual([[15]]);
  });

  it("lets losses fall at the begin of a period, or at times in years", () => {
    expect(call("ECL.GENERAL", 1000, [[0.02]], 0.5, 0.25, 2, "begin")).toEqual([[10]]);
    expect(call("ECL.GENERAL", 1000, [[0.02]], 0.5, 0.25, 2, [[2]])).toEqual([[6.4]]);
  });

  it("refuses chances above 1, a rate of −100%, and vectors of another length", () => {
    expect(refused("ECL.GENERAL", 1000, [[1.2]], 0.5, 0.25)).toMatchObject({ code: "above-maximum" });
    expect(refused("ECL.GENERAL", 1000, [[0.5, 0.6]], 0.5, 0.25)).toEqual({ code: "probabilities-above-one", parameter: "pd", sum: "1.1" });
    expect(call("ECL.GENERAL", 1000, [[0.4, 0.6]], 0.5, 0)).toEqual([[500]]);
    expect(call("ECL.GENERAL", 1000, [[0.2]], 0.5, -1)).toEqual([["#NUM!"]]);
    expect(refused("ECL.GENERAL", [[1, 2, 3]], [[0.2, 0.1]], 0.5, 0)).toMatchObject({ code: "lengths-differ", parameter: "ead" });
  });
});

describe("ECL.SPECIFIC", () => {
  it("is the balance less what is still expected, discounted to the day", () => {
    expect(call("ECL.SPECIFIC", 1200, [[100, 125]], [["2025-12-31", "2026-12-31"]], 0.25, "2024-12-31")).toEqual([[1200 - 80 - 80]]);
    expect(call("ECL.SPECIFIC", 100, 150, "2024-12-31", 0.25, "2024-12-31")).toEqual([[0]]);
    expect(call("ECL.SPECIFIC", 100, 50, 45657, 0, 45657)).toEqual([[50]]);
  });

  it("refuses a flow before the reporting date, and text for a date", () => {
    expect(refused("ECL.SPECIFIC", 100, [[50, 60]], [["2025-12-31", "2024-12-30"]], 0.05, "2024-12-31")).toMatchObject({ code: "flow-before-date", index: 2 });
    expect(refused("ECL.SPECIFIC", 100, 50, "31.12.2025", 0.05, "2024-12-31")).toMatchObject({ code: "not-a-date" });
  });
});

describe("ECL.COMPARE", () => {
  it("sets the allowance at each peer's rates beside one's own", () => {
    const table = call("ECL.COMPARE", [["a"], ["b"]], [[100], [50]], [[0.01], [0.2]], [[0.02, 0.1], [0.03, "无余额"]]);
    expect(table).toEqual([
      ["ageing-bucket", "balance", "own-provision", "peer-provision 1", "peer-difference 1", "peer-provision 2", "peer-difference 2"],
      ["a", 100, 1, 2, -1, 3, -2],
      ["b", 50, 10, 5, 5, "#N/A", "#N/A"],
      ["total", 150, 11, 7, 4, "#N/A", "#N/A"],
    ]);
    expect(refused("ECL.COMPARE", [["a"], ["b"]], [[100], [50]], [[0.01], [0.2]], [[0.02]])).toMatchObject({ code: "columns-differ" });
  });
});

describe("ECL.ATTRIBUTION", () => {
  const rates = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 3, maxLength: 3 });
  const balances = fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 3, maxLength: 3 });

  it("splits a change by hand", () => {
    const table = call("ECL.ATTRIBUTION", [[60, 40]], [[0.1, 0.15]], [[60, 90]], [[0.1, 0.2]]);
    // Volume 50 × 0.12; mix (60 × 0.1 + 90 × 0.15) − 12 − 6; rate 90 × 0.05.
    expect(table).toEqual([["item", "amount"], ["balance-effect", 6], ["ageing-effect", 1.5], ["loss-rate-effect", 4.5], ["total", 12]]);
  });

  it("finds no mix where every balance grew alike, whatever digits the mean rate leaves", () => {
    const table = call("ECL.ATTRIBUTION", [[1, 2]], [[0.1, 0.2]], [[2, 4]], [[0.1, 0.2]]);
    expect(table.map((row) => row[1])).toEqual(["amount", 0.5, 0, 0, 0.5]);
  });

  it("adds exactly to the change, rounded or not", () => {
    fc.assert(
      fc.property(balances, rates, balances, rates, fc.constantFrom(undefined, 0, 2), (b0, r0, b1, r1, digits) => {
        const fractions = (list: number[]) => list.map((value) => value / 10_000);
        const table = call("ECL.ATTRIBUTION", [b0], [fractions(r0)], [b1], [fractions(r1)], digits);
        const total = (b: number[], r: number[]) => b.reduce((sum, balance, i) => sum.plus(new Decimal(balance).times(r[i] ?? 0).div(10_000)), new Decimal(0));
        const change = total(b1, r1).minus(total(b0, r0));
        expect(table[4]?.[1]).toBe((digits === undefined ? change : change.toDecimalPlaces(digits, Decimal.ROUND_HALF_UP)).toNumber() + 0);
        if (digits === undefined) return;
        const parts = table.slice(1, 4).reduce((sum, row) => sum.plus(String(row[1])), new Decimal(0));
        expect(parts.toNumber()).toBe(table[4]?.[1]);
      }),
    );
  });

  it("has nothing to compare with where there was no balance", () => {
    expect(call("ECL.ATTRIBUTION", 0, 0.1, 10, 0.1)).toEqual([["#DIV/0!"]]);
  });
});

describe("ECL.TURNOVER", () => {
  it("annualises an interim period over the mean of opening and closing balance", () => {
    const [[times, days] = []] = call("ECL.TURNOVER", "6,483,914.67", "348,534.29", "314,210.58", 5);
    expect(times).toBe(new Decimal("6483914.67").times(12).div(5).div(new Decimal("348534.29").plus("314210.58").div(2)).toNumber());
    expect(Number(days)).toBeCloseTo(365 / Number(times), 12);
  });

  it("answers a column row by row, and has no days without revenue", () => {
    expect(call("ECL.TURNOVER", [[100], [0]], [[10], [10]], [[10], [30]])).toEqual([[10, 36.5], [0, "#DIV/0!"]]);
    expect(call("ECL.TURNOVER", 100, 5, -5)).toEqual([["#DIV/0!"]]);
  });
});
