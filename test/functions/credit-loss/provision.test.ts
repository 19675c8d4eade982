import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { call, refused } from "../../support/worksheet-call.ts";

// Filing 002, lines 3414–3468.
const deep2025 = { balances: [["76,979.98"], ["7.45"], ["0.03"], ["-"], ["727.80"]], rates: [["0.1021%"], ["0.6299%"], ["26.9448%"], ["26.9448%"], ["100.0000%"]] };
const chain2024 = [["0.000030070275%"], ["0.000040144333%"], ["0.001355768939%"], ["0.077380813208%"], ["100.00%"]];
const main2024 = [["229,447.39"], ["56,481.52"], ["4,403.93"], ["-"], ["-"]];

describe("ECL.PROVISION", () => {
  it("gives 0.06 for 2024 only where the rates are rounded first, 0.15 otherwise", () => {
    const total = (rows: readonly (readonly unknown[])[]) => rows.flat().reduce((sum: number, cell) => sum + Number(cell), 0);
    const first = call("ECL.PROVISION", main2024, chain2024, 6, 2);
    expect(first).toEqual([[0], [0], [0.06], [0], [0]]);
    expect(call("ECL.PROVISION", main2024, chain2024, undefined, 2)).toEqual([[0.07], [0.02], [0.06], [0], [0]]);
    expect(total(first)).toBe(0.06);
  });

  it("waives the 70 yuan of one bucket under a threshold, and keeps a negative figure beyond it", () => {
    expect(call("ECL.PROVISION", deep2025.balances, deep2025.rates, 6, 2, 0.01)).toEqual([[78.6], [0.05], [0], [0], [727.8]]);
    expect(call("ECL.PROVISION", deep2025.balances, deep2025.rates, 6, 2)).toEqual([[78.6], [0.05], [0.01], [0], [727.8]]);
    expect(call("ECL.PROVISION", [[-100, -0.1]], [[0.1, 0.1]], undefined, undefined, 1)).toEqual([[-10, 0]]);
    expect(call("ECL.PROVISION", [[-100]], [[0.1]])).toEqual([[-10]]);
  });

  it("measures the threshold before rounding", () => {
    expect(call("ECL.PROVISION", [[0.96, 1]], [[1, 1]], undefined, 0, 1)).toEqual([[0, 1]]);
  });

  it("answers bucket by bucket, and refuses vectors of different length", () => {
    expect(call("ECL.PROVISION", [["100", "无余额"]], [[0.1, 0.1]])).toEqual([[10, "#N/A"]]);
    expect(refused("ECL.PROVISION", [[1, 2]], [[0.1]])).toMatchObject({ code: "lengths-differ", parameter: "rates" });
    expect(refused("ECL.PROVISION", [[1]], [[0.1]], undefined, undefined, -1)).toMatchObject({ code: "below-minimum" });
  });

  it("never exceeds the exposure while rates lie between 0 and 1", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 0, max: 1e6 })), { minLength: 1, maxLength: 8 }), fc.constantFrom(undefined, 2, 4, 6), (buckets, digits) => {
        const balances = buckets.map(([cents]) => cents / 100);
        const [provisions] = call("ECL.PROVISION", [balances], [buckets.map(([, rate]) => rate / 1e6)], digits, 2);
        provisions?.forEach((provision, index) => {
          expect(Number(provision)).toBeGreaterThanOrEqual(0);
          expect(Number(provision)).toBeLessThanOrEqual(balances[index] ?? 0);
        });
      }),
    );
  });
});

describe("ECL.TABLE", () => {
  const labels = [["3 个月以内"], ["3 个月-1 年"], ["1-2 年"], ["2-3 年"], ["3 年以上"]];

  it("is the disclosure table, its total the rounded sum of unrounded rows", () => {
    const table = call("ECL.TABLE", labels, main2024, chain2024, 6, 2);
    expect(table[0]).toEqual(["ageing-bucket", "balance", "share", "provision", "loss-rate"]);
    expect(table.map((row) => row[3])).toEqual(["provision", 0, 0, 0.06, 0, 0, 0.06]);
    expect(table.map((row) => row[4]).slice(1, 6)).toEqual([0, 0, 0.000014, 0.000774, 1]);
    expect(table[3]?.slice(0, 2)).toEqual(["1-2 年", 4403.93]);
    expect(table[6]?.slice(0, 3)).toEqual(["total", 290332.84, 1]);
  });

  it("adds what the rows had before rounding", () => {
    const table = call("ECL.TABLE", [["a", "b"]], [[1, 1]], [[0.4, 0.4]], undefined, 0);
    expect(table.map((row) => row[3])).toEqual(["provision", 0, 0, 1]);
    expect(table[3]?.[4]).toBe(0.4);
  });

  it("has no share of nothing, and no total over a missing bucket", () => {
    expect(call("ECL.TABLE", [["a", "b"]], [[1, -1]], [[0.4, 0.4]]).map((row) => row[2])).toEqual(["share", "#DIV/0!", "#DIV/0!", "#DIV/0!"]);
    const table = call("ECL.TABLE", [["a", "b"]], [["未披露", 5]], [[0.4, 0.4]]);
    expect(table[1]).toEqual(["a", "#N/A", "#N/A", "#N/A", "#N/A"]);
    expect(table[2]).toEqual(["b", 5, "#N/A", 2, 0.4]);
    expect(table[3]).toEqual(["total", "#N/A", "#N/A", "#N/A", "#N/A"]);
  });
});
