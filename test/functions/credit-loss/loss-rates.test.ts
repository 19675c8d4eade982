import { describe, expect, it } from "vitest";
import { call, refused } from "../../support/worksheet-call.ts";

// Filing 002, lines 3474–3479: electrolytic aluminium and alumina, end of 2024.
const recovery = [["97.86%", "97.12%", "98.33%", "100.00%", "0.00%"]];
const migration = [["2.22%", "2.96%", "1.75%", "0.08%", "100.00%"]];

describe("ECL.RECOVERYMIGRATION", () => {
  it("gives the migration rates of the filing, the last bucket 1", () => {
    expect(call("ECL.RECOVERYMIGRATION", recovery, "0.08%")).toEqual([[0.0222, 0.0296, 0.0175, 0.0008, 1]]);
  });

  it("takes one adjustment a bucket, keeps the direction of the recoveries, and floors at no recovery", () => {
    expect(call("ECL.RECOVERYMIGRATION", [["50%"], ["1%"], ["30%"]], [[0.1, 0.02, 0]])).toEqual([[0.6], [1], [1]]);
  });

  it("leaves a missing recovery out of its own bucket only, and the last bucket at 1 whatever stands there", () => {
    expect(call("ECL.RECOVERYMIGRATION", [["97%", "未披露", "无余额"]], 0)).toEqual([[0.03, "#N/A", 1]]);
  });

  it("names the vector that is too short", () => {
    expect(refused("ECL.RECOVERYMIGRATION", recovery, [[0.1, 0.2]])).toMatchObject({ code: "lengths-differ", parameter: "adjustment" });
  });
});

describe("ECL.RATES", () => {
  it("multiplies along parallel sub-year buckets: the first does not pass the second", () => {
    const [rates] = call("ECL.RATES", migration, [[3, 3, 4, 5, 5]]);
    // 0.0222 × 0.0175 × 0.0008 × 1 and so on: exact products, not rounded doubles.
    expect(rates).toEqual([3.108e-7, 4.144e-7, 1.4e-5, 8e-4, 1]);
  });

  it("reaches the twelve printed digits from the printed loss rates themselves (lines 3475–3478)", () => {
    // m(3) and m(4) solved backwards from the printed products, m(1) and m(2) likewise.
    const m4 = "0.077380813208%";
    const e3 = 0.00001355768939;
    const [rates] = call("ECL.RATES", [[1, 1, e3 / 0.00077380813208, m4, 1]], [[3, 3, 4, 5, 5]], undefined, 14);
    expect(rates?.[2]).toBe(e3);
    expect(rates?.[3]).toBe(0.00077380813208);
  });

  it("chains every bucket to the next by default and counts the last one's own rate once", () => {
    expect(call("ECL.RATES", [[0.5, 0.4, 0.2]])).toEqual([[0.04, 0.08, 0.2]]);
    expect(call("ECL.RATES", [[0.5], [0.4], [1]], undefined, 0.9)).toEqual([[0.18], [0.36], [0.9]]);
  });

  it("rounds to decimals of the fraction, half away from zero", () => {
    expect(call("ECL.RATES", [["2.22%", "50%", "50%"]], undefined, undefined, 4)).toEqual([[0.0056, 0.25, 0.5]]);
    expect(call("ECL.RATES", [["2.5%", "50%", "100%"]], undefined, undefined, 3)).toEqual([[0.013, 0.5, 1]]);
  });

  it("leaves a missing rate out of the buckets that pass it, and no other", () => {
    expect(call("ECL.RATES", [[0.5, "/", 0.2]])).toEqual([["#N/A", "#N/A", 0.2]]);
  });

  it("refuses a loop, and a bucket that is not there", () => {
    expect(refused("ECL.RATES", [[0.5, 0.4, 1]], [[2, 1, 3]])).toMatchObject({ code: "buckets-in-a-loop" });
    expect(refused("ECL.RATES", [[0.5, 0.4, 1]], [[2, 3, 4]])).toMatchObject({ code: "no-such-bucket", value: "4", buckets: 3 });
    expect(refused("ECL.RATES", [[0.5, 0.4, 1]], [[2, 3]])).toMatchObject({ code: "lengths-differ", parameter: "next" });
    expect(refused("ECL.RATES", [[0.5, 0.4, 1]], [[2, 1.5, 3]])).toMatchObject({ code: "no-such-bucket", value: "1.5" });
  });
});
