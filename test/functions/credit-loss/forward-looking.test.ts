import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { call, refused } from "../../support/worksheet-call.ts";

// Expected figures by scipy.stats.linregress.
const y = [[0.52, 0.38, 0.41, 0.95, 0.3, 0.22]];
const x = [[6.7, 6.9, 6, 2.2, 8.4, 5.2]];

describe("ECL.FORWARD and ECL.FORWARDFIT", () => {
  it("pass through two points: 0.22% at 4.16% and 0.08% at 4.82% of growth (filing 002, lines 3483–3485)", () => {
    expect(call("ECL.FORWARD", [["0.22%", "0.08%"]], [["4.16%", "4.82%"]], [["4.16%", "4.82%"]])).toEqual([[0.0022, 0.0008]]);
    expect(call("ECL.FORWARDFIT", [[1, 3]], [[1, 2]]).map((row) => row[1])).toEqual(["figure", -1, 2, 1, "#DIV/0!", "#DIV/0!", "#DIV/0!", 2]);
  });

  it("agree with a statistics package, to the digits it has", () => {
    const [, ...rows] = call("ECL.FORWARDFIT", y, x);
    expect(rows.map((row) => Number(row[1]))).toEqual([1.0196648550724638, -0.09429347826086955, 0.5847468876264805, 0.039730510842200216, -2.3733266011952368, 0.07654313495722788, 6.0].map((figure) => expect.closeTo(figure, 9)));
    const odd = call("ECL.FORWARDFIT", [y[0]?.slice(0, 5)], [x[0]?.slice(0, 5)]).map((row) => row[1]);
    expect(odd.slice(5, 7)).toEqual([expect.closeTo(-5.833376912967839, 9), expect.closeTo(0.0100362600200558, 9)]);
  });

  it("refuse a factor that does not move, and series of different length", () => {
    expect(refused("ECL.FORWARD", [[1, 2]], [[3, 3]], 3)).toMatchObject({ code: "factor-does-not-move" });
    expect(refused("ECL.FORWARD", [[1, 2]], [[3, 4, 5]], 3)).toMatchObject({ code: "lengths-differ" });
  });

  it("leave the fit undetermined where every loss is the same", () => {
    expect(call("ECL.FORWARDFIT", [[2, 2, 2]], [[1, 2, 3]]).map((row) => row[1])).toEqual(["figure", 2, 0, "#DIV/0!", "#DIV/0!", "#DIV/0!", "#DIV/0!", 3]);
  });
});

describe("ECL.OVERLAY", () => {
  it("multiplies or adds, and never leaves 0 to 1", () => {
    expect(call("ECL.OVERLAY", [[0.1, 0.95, 0.5]], 0.1)).toEqual([[0.11, 1, 0.55]]);
    expect(call("ECL.OVERLAY", [[0.1, 0.95, 0.5]], -0.2, "add")).toEqual([[0, 0.75, 0.3]]);
    expect(call("ECL.OVERLAY", [[0.1], [0.2]], [[0.1, -2]])).toEqual([[0.11], [0]]);
    expect(call("ECL.OVERLAY", [["/", 0.2]], 0)).toEqual([["#N/A", 0.2]]);
  });
});

describe("ECL.SCENARIOS", () => {
  it("weights the rates of the scenarios", () => {
    expect(call("ECL.SCENARIOS", [[0.01, 0.1], [0.03, 0.2]], [[0.25, 0.75]])).toEqual([[0.025, 0.175]]);
    expect(call("ECL.SCENARIOS", [[0.01, "/"], [0.03, 0.2]], [[0.25], [0.75]])).toEqual([[0.025, "#N/A"]]);
  });

  it("refuses weights that do not add to 1, or are not as many", () => {
    expect(refused("ECL.SCENARIOS", [[0.01], [0.03]], [[0.25, 0.7]])).toMatchObject({ code: "weights-not-one" });
    expect(refused("ECL.SCENARIOS", [[0.01], [0.03]], [[1]])).toMatchObject({ code: "lengths-differ", parameter: "weights" });
    expect(call("ECL.SCENARIOS", [[0.01], [0.03]], [[0.3333333333, 0.6666666667]])[0]?.[0]).toBeCloseTo(0.0233, 4);
  });

  it("stays within the scenarios", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 2 }), fc.integer({ min: 0, max: 100 }), (rates, weight) => {
        const [[rate] = []] = call("ECL.SCENARIOS", rates.map((value) => [value / 1000]), [[weight / 100, (100 - weight) / 100]]);
        expect(Number(rate)).toBeGreaterThanOrEqual(Math.min(...rates) / 1000);
        expect(Number(rate)).toBeLessThanOrEqual(Math.max(...rates) / 1000);
      }),
    );
  });
});
