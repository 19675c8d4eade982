import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { call, refused } from "../../support/worksheet-call.ts";

// Hand computation: three year-ends, four buckets.
const balances = [
  [100, 40, 20, 10],
  [120, 30, 25, 12],
  [150, 36, 15, 20],
];
const writeOffs = [
  [0, 0, 4, 1],
  [0, 0, 0, 2],
];
const collected = [
  [0, 0, 0, 3],
  [0, 0, 0, 5],
];

describe("ECL.MIGRATION", () => {
  it("takes the mean of the steps, the step into the open last bucket over both balances", () => {
    // 1: (30/100 + 36/120)/2; 2: (25/40 + 15/30)/2; 3: ((12)/(20+10) + 20/(25+12))/2
    expect(call("ECL.MIGRATION", balances)).toEqual([[0.3, 0.5625, (0.4 + 20 / 37) / 2, 1]]);
  });

  it("counts what was written off as migrated, not collected", () => {
    expect(call("ECL.MIGRATION", balances, undefined, "mean", writeOffs)[0]?.[2]).toBe((17 / 30 + 22 / 37) / 2);
  });

  it("measures the step into the last bucket as its increase, or plainly", () => {
    // (12+4+1+3−10)/20 and (20+0+2+5−12)/25
    expect(call("ECL.MIGRATION", balances, undefined, "mean", writeOffs, "increase", collected)[0]?.[2]).toBe((10 / 20 + 15 / 25) / 2);
    expect(call("ECL.MIGRATION", balances, undefined, "mean", writeOffs, "plain")[0]?.[2]).toBe((12 / 20 + 20 / 25) / 2);
  });

  it("pools the steps, or takes the largest", () => {
    expect(call("ECL.MIGRATION", balances, undefined, "pooled")).toEqual([[0.3, 40 / 70, 32 / 67, 1]]);
    expect(call("ECL.MIGRATION", balances, undefined, "max")).toEqual([[0.3, 0.625, 20 / 37, 1]]);
  });

  it("gives parallel buckets one rate, over the balances of both", () => {
    const parallel = [
      [60, 40, 40, 20, 10],
      [80, 40, 30, 25, 12],
    ];
    expect(call("ECL.MIGRATION", parallel, [[3, 3, 4, 5, 5]])).toEqual([[0.3, 0.3, 0.625, 0.4, 1]]);
    const written = [[1, 2, 0, 0, 0]];
    expect(call("ECL.MIGRATION", parallel, [[3, 3, 4, 5, 5]], "mean", written)[0]?.slice(0, 2)).toEqual([0.33, 0.33]);
  });

  it("leaves out a step over nothing, and has no rate where every step is", () => {
    expect(call("ECL.MIGRATION", [[0, 0, 5], [10, 0, 5], [10, 4, 5]], undefined, "mean", undefined, "plain")).toEqual([[0.4, "#DIV/0!", 1]]);
  });

  it("returns a rate outside 0–100% as it is", () => {
    expect(call("ECL.MIGRATION", [[10, 5], [10, 25]], undefined, "mean", undefined, "plain")).toEqual([[2.5, 1]]);
  });

  it("misses a bucket only where one of its own balances is missing", () => {
    expect(call("ECL.MIGRATION", [["未披露", 40, 20, 10], [120, 30, 25, 12]])).toEqual([["#N/A", 0.625, 0.4, 1]]);
  });

  it("refuses too few periods, a loop, and write-offs of another shape", () => {
    expect(refused("ECL.MIGRATION", [[1, 2]])).toMatchObject({ code: "too-few-periods" });
    expect(refused("ECL.MIGRATION", balances, [[2, 1, 4, 4]])).toMatchObject({ code: "buckets-in-a-loop" });
    expect(refused("ECL.MIGRATION", balances, undefined, "mean", balances)).toMatchObject({ code: "shapes-differ", parameter: "write_offs" });
    expect(refused("ECL.MIGRATION", balances, undefined, "median")).toMatchObject({ code: "unknown-word" });
  });

  it("does not change with the currency", () => {
    const panel = fc.array(fc.array(fc.integer({ min: 0, max: 1e7 }), { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(panel, fc.constantFrom("mean", "pooled", "max"), fc.constantFrom("joint", "increase", "plain"), (grid, method, last) => {
        const scaled = grid.map((row) => row.map((value) => value * 8));
        expect(call("ECL.MIGRATION", scaled, undefined, method, undefined, last)).toEqual(call("ECL.MIGRATION", grid, undefined, method, undefined, last));
      }),
    );
  });
});

describe("ECL.MIGRATIONTABLE", () => {
  it("shows numerators, denominators and rates of every step, then the average", () => {
    const table = call("ECL.MIGRATIONTABLE", balances, undefined, undefined, writeOffs);
    expect(table[0]).toEqual(["period", "item", "bucket 1", "bucket 2", "bucket 3", "bucket 4", "mark"]);
    expect(table.slice(1, 4)).toEqual([
      ["1→2", "numerator", 30, 25, 17, "", ""],
      ["1→2", "denominator", 100, 40, 30, "", ""],
      ["1→2", "migration-rate", 0.3, 0.625, 17 / 30, 1, ""],
    ]);
    expect(table[7]).toEqual(["average", "migration-rate", 0.3, 0.5625, (17 / 30 + 22 / 37) / 2, 1, ""]);
  });

  it("marks what is outside 0–100% and what has no denominator", () => {
    const table = call("ECL.MIGRATIONTABLE", [[0, 5, 1], [10, 2, 9]], undefined, undefined, undefined, "plain");
    expect(table.map((row) => row.at(-1))).toEqual(["mark", "", "empty-denominator 1", "outside-range 2", "outside-range 2"]);
    // No empty cell, which whoever refers to it would read as a rate of 0.
    expect(table[3]?.[2]).toBe("/");
    expect(table[4]?.[2]).toBe("#DIV/0!");
  });
});
