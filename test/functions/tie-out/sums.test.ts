import { describe, expect, it } from "vitest";
import { tieSum } from "../../../src/functions/tie-out/sums.ts";
import { call, refused } from "../../support/worksheet-call.ts";

describe("TIE.SUM", () => {
  it("foots the ageing table of 2023 (filing 002, lines 3402–3408)", () => {
    expect(call("TIE.SUM", "315,958.40", [["224,158.71"], ["89,273.82"], ["1,532.17"], ["258.66"], ["735.05"]])).toEqual([["TAIL", -0.01, 0.03]]);
    expect(call("TIE.SUM", "788.30", [["42.17"], ["0.17"], ["10.34"], ["0.57"], ["735.05"]])).toEqual([["OK", 0, 0.03]]);
  });

  it("finds the total of purchases that does not foot beyond its tails (filing 002, line 4601)", () => {
    expect(call("TIE.SUM", "2,832,595.64", [["2,832,595.86"]])).toEqual([["BREAK", -0.22, 0.01]]);
  });

  it("gives numeric cells the most decimals seen in the call, or `digits`", () => {
    expect(call("TIE.SUM", 10, [[3.33, 3.33, 3.33]])).toEqual([["TAIL", 0.01, 0.02]]);
    expect(call("TIE.SUM", 10, [[3.33, 3.33, 3.33]], 1)).toEqual([["TAIL", 0.1, 0.2]]);
    expect(call("TIE.SUM", 10, [[3.33, 3.33, 3.33]], 0)).toEqual([["TAIL", 1, 2]]);
    expect(call("TIE.SUM", "10.00", [[4, 6]])).toEqual([["OK", 0, 0.015]]);
    expect(call("TIE.SUM", 10, [[3.33, 3.33, 3.33]], [[0, 2]])).toEqual([["OK", 0.01, 0.515]]);
  });

  it("ends its derivation with the limit that decided, true of the figures beside it", () => {
    const last = (printed: string, part: string) => tieSum.call([[[printed]], [[part]]]).steps().at(-1);
    // |D| of half a unit prints as the total still; 6 over the single part 5 lies at its tolerance and breaks.
    expect(last("0.01", "0.005")).toMatchObject({ formula: "abs(D) ≤ h", value: "OK" });
    expect(last("6", "5")).toMatchObject({ formula: "abs(D) ≥ T", value: "BREAK" });
    expect(last("5", "5.6")).toMatchObject({ formula: "abs(D) ≥ T", value: "BREAK" });
    expect(last("5", "5.50")).toMatchObject({ formula: "abs(D) ≤ T", value: "TAIL" });
  });

  it("takes a dash among the parts as nil, but one in place of the total as anything that rounds to zero", () => {
    expect(call("TIE.SUM", "6", [["5", "-"]])).toEqual([["BREAK", 1, 1]]);
    expect(call("TIE.SUM", "-", [["0.4", "-0.4"]])).toEqual([["OK", 0, 0.15]]);
    expect(call("TIE.PRODUCT", "-", "1.44", "0.0071%")[0]?.[0]).toBe("OK");
  });

  it("foots every row of a column of totals, every column of a row of totals", () => {
    expect(call("TIE.SUM", [["6"], ["9"]], [["1", "5"], ["5", "5"]])).toEqual([
      ["OK", 0, 1.5],
      ["TAIL", -1, 1.5],
    ]);
    expect(call("TIE.SUM", [["6", "9"]], [["1", "5"], ["5", "5"]])).toEqual([
      ["OK", "TAIL"],
      [0, -1],
      [1.5, 1.5],
    ]);
  });

  it("foots a column of any length", () => {
    const parts = Array.from({ length: 130_000 }, () => [0.01]);
    expect(call("TIE.SUM", 1300, parts)[0]?.slice(0, 2)).toEqual(["OK", 0]);
  });

  it("needs every part", () => {
    expect(call("TIE.SUM", "6", [["5", "未披露"]])).toEqual([["#N/A"]]);
    expect(call("TIE.SUM", [["6"], ["9"]], [["6", "/"], ["4", "5"]])).toEqual([["#N/A", "#N/A", "#N/A"], ["OK", 0, 1.5]]);
    expect(refused("TIE.SUM", "6", [["5", "abc"]])).toMatchObject({ code: "not-a-number", place: { parameter: "parts", row: 0, column: 1 } });
  });

  it("refuses parts that belong to no total, and digits for no argument", () => {
    expect(refused("TIE.SUM", [["6"], ["9"]], [["1"], ["5"], ["3"]])).toMatchObject({ code: "shapes-differ" });
    expect(refused("TIE.SUM", "6", [["6"]], [[1, 2, 3]])).toMatchObject({ code: "lengths-differ" });
    expect(refused("TIE.SUM", [["6", "1"], ["9", "2"]], [["6"]])).toMatchObject({ code: "not-a-vector" });
  });
});

describe("TIE.PRODUCT", () => {
  it("holds provisions against balance × rate (filing 002, lines 3442–3447)", () => {
    const found = call("TIE.PRODUCT", [["78.58"], ["0.04"], ["727.80"]], [["76,979.98"], ["7.45"], ["727.80"]], [["0.1021%"], ["0.6299%"], ["100.0000%"]]);
    expect(found.map(([status]) => status)).toEqual(["TAIL", "BREAK", "OK"]);
  });

  it("divides by an exact scale (filing 002, lines 4779–4781: 700,552 square metres at 316.51 yuan)", () => {
    expect(call("TIE.PRODUCT", "22,172.84", "700,552", "316.51", 10_000)[0]?.[0]).toBe("TAIL");
    expect(call("TIE.PRODUCT", "22,174.84", "700,552", "316.51", 10_000)[0]?.[0]).toBe("BREAK");
    expect(call("TIE.PRODUCT", "2", "4.5", "1", 3)[0]?.[0]).toBe("OK");
    expect(call("TIE.PRODUCT", "2", "4.5", "1", 0)).toEqual([["#DIV/0!"]]);
  });
});

describe("TIE.RATIO", () => {
  it("holds the shares of raw material in cost against their amounts (filing 003, lines 258–261)", () => {
    expect(
      call("TIE.RATIO", [["40.46%", "43.14%", "41.65%", "39.28%"]], [["195,890.54", "274,907.83", "269,995.23", "242,479.39"]], [
        ["484,118.21", "637,276.11", "648,196.51", "617,365.01"],
      ])[0],
    ).toEqual(["OK", "OK", "OK", "OK"]);
  });

  it("calls 74.38% where the balances give 74.37% a break (filing 002, lines 3223 and 3278)", () => {
    expect(call("TIE.RATIO", "74.38%", "235,165.72", "316,191.93")[0]?.[0]).toBe("BREAK");
  });

  it("reaches a ratio of few digits from any true values that print as its inputs", () => {
    expect(call("TIE.RATIO", "0.5", "1", "3")[0]?.[0]).toBe("TAIL");
    expect(call("TIE.RATIO", "0.7", "1", "3")[0]?.[0]).toBe("BREAK");
  });

  it("has no answer over a denominator that is printed as zero", () => {
    expect(call("TIE.RATIO", "0.5", "1", "0")).toEqual([["#DIV/0!"]]);
    expect(call("TIE.RATIO", [["0.5"], ["0.5"]], [["1"], ["1"]], [["-"], ["2"]])).toEqual([["#DIV/0!", "#DIV/0!", "#DIV/0!"], ["OK", 0, expect.any(Number)]]);
  });
});
