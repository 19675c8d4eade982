import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nrvContract, nrvGoods, nrvMaterial } from "../../../src/functions/inventory/realisable-value.ts";
import { nrvProvision, nrvTable } from "../../../src/functions/inventory/write-down.ts";
import { cellsOf, errorOf, figureOf } from "../../support/call.ts";

describe("net realisable value", () => {
  it("deducts selling expenses and taxes from the price and the cost to completion from the amount", () => {
    expect(figureOf(nrvGoods, 50, 1000, 0.02, 0.005, 3000)).toBe(45_750);
    expect(figureOf(nrvGoods, 50, 1000)).toBe(50_000);
  });

  it("leaves a material at cost while its product is sold at a profit, and looks through the product otherwise", () => {
    // By hand: 90 × 0.98 = 88.2 < 95, so (88.2 − 30) × 0.5 = 29.1; at 100 the product earns 98 ≥ 95.
    expect(figureOf(nrvMaterial, 35, 90, 95, 30, 0.02, 0, 0.5)).toBe(29.1);
    expect(figureOf(nrvMaterial, 35, 100, 95, 30, 0.02, 0, 0.5)).toBe(35);
  });

  it("stays at cost where the product is sold exactly at its cost", () => {
    expect(figureOf(nrvMaterial, 35, 100, 98, 30, 0.02)).toBe(35);
  });

  it("values contracted goods at the contract price and the rest at the market price", () => {
    expect(cellsOf(nrvContract, 1000, 600, 52, 46.5, 0.02)).toEqual([[30_576, 18_228]]);
  });

  it("counts no contract beyond the goods that are there", () => {
    expect(cellsOf(nrvContract, 500, 600, 52, 46.5)).toEqual([[26_000, 0]]);
  });

  it("gives each item its two amounts: beside a column of items, below a row of them", () => {
    expect(cellsOf(nrvContract, [[10], [20]], [[5], [30]], [[2], [2]], [[1], [1]])).toEqual([[10, 5], [40, 0]]);
    expect(cellsOf(nrvContract, [[10, 20]], [[5, 30]], [[2, 2]], [[1, 1]])).toEqual([[10, 40], [5, 0]]);
  });

  it("refuses a selling rate that was typed as a percentage number", () => {
    expect(errorOf(nrvGoods, 50, 1000, 2)).toMatchObject({ literal: "#VALUE!", issue: { code: "above-maximum", maximum: "1" } });
    expect(cellsOf(nrvGoods, 50, [[1000, 10]], [[2, 0]])).toEqual([[expect.objectContaining({ literal: "#VALUE!" }), 500]]);
  });
});

describe("the write-down", () => {
  it("charges what is missing, reverses what is no longer needed, and never more than the opening allowance", () => {
    expect(cellsOf(nrvProvision, [[100, 100, 100, 100]], [[80, 95, 120, 60]], [[0, 20, 20, 10]])).toEqual([[20, -15, -20, 30]]);
    fc.assert(
      fc.property(fc.nat(9999), fc.integer({ min: -9999, max: 9999 }), fc.nat(9999), (cost, value, opening) => {
        expect(figureOf(nrvProvision, cost, value, opening)).toBeGreaterThanOrEqual(-opening);
      }),
    );
  });

  it("writes goods down to nothing, not below, where completing them costs more than they bring", () => {
    expect(cellsOf(nrvProvision, [[100, 100]], [[-10, -10]], [[0, 30]])).toEqual([[100, 70]]);
    expect(cellsOf(nrvTable, [["甲"]], [[100]], [[-10]])[1]).toEqual(["甲", 100, -10, 100, 0, 100, 0]);
  });

  it("nets no surplus against a loss", () => {
    const rows = cellsOf(nrvTable, [["甲", "乙"]], [[100, 100]], [[70, 150]]);
    expect(rows.at(-1)).toEqual(["total", 200, 220, 30, 0, 30, 170]);
  });

  it("gives the allowance of the whole as the sum of the items', whatever their order", () => {
    const item = fc.tuple(fc.nat(9999), fc.nat(9999), fc.nat(999));
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 6 }), (items) => {
        const table = (given: typeof items) => cellsOf(nrvTable, [given.map(() => "x")], [given.map(([c]) => c)], [given.map(([, v]) => v)], [given.map(([, , o]) => o)]);
        expect(table(items).at(-1)).toEqual(table([...items].reverse()).at(-1));
        expect(table(items).at(-1)?.[3]).toBe(items.reduce((total, [cost, value]) => total + Math.max(0, cost - value), 0));
      }),
    );
  });

  it("keeps the other items when the value of one is not available, and has no total then", () => {
    const rows = cellsOf(nrvTable, [["甲", "乙"]], [[100, 100]], [["未披露", 70]]);
    expect(rows[2]).toEqual(["乙", 100, 70, 30, 0, 30, 70]);
    expect(rows[1]?.[3]).toMatchObject({ literal: "#N/A" });
    expect(rows[3]?.[5]).toMatchObject({ literal: "#N/A" });
  });
});
