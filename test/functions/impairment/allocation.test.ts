import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal, sum } from "../../../src/core/decimal.ts";
import { allocation } from "../../../src/core/impairment/allocation.ts";
import { at } from "../../../src/core/table.ts";
import { impairAllocate } from "../../../src/functions/impairment/allocation.ts";
import { cellsOf, errorOf } from "../../support/call.ts";

const omitted = undefined;
const losses = (...given: unknown[]) => cellsOf(impairAllocate, ...given).slice(1).map((row) => row[3]);

describe("the allocation of a unit's loss", () => {
  it("takes goodwill first, the rest pro rata to the carrying amounts", () => {
    expect(losses(180, [[200, 300, 500]], omitted, 80)).toEqual([80, 20, 30, 50, 0, 180]);
  });

  it("stops at goodwill where goodwill covers the loss", () => {
    expect(losses(50, [[200, 300]], omitted, 80)).toEqual([50, 0, 0, 0, 50]);
  });

  it("writes no asset below its floor and gives the rest to the others", () => {
    // By hand: the first would take 48 but has room for 20; the 220 that are left go 3 : 5.
    expect(losses(240, [[200, 300, 500]], [[180, 0, 0]])).toEqual([0, 20, 82.5, 137.5, 0, 240]);
  });

  it("goes round until every share fits: filling one floor makes the next asset reach its own", () => {
    // 100 over 100 : 100 : 100, rooms 10, 40, 100. Round 1: 33.3 each, the first takes 10. Round 2: 45 each, the second takes 40.
    expect(losses(100, [[100, 100, 100]], [[90, 60, 0]])).toEqual([0, 10, 40, 50, 0, 100]);
  });

  it("says what could not be placed once every asset stands on its floor", () => {
    const table = cellsOf(impairAllocate, 100, [[50, 40]], [[30, 25]], 5);
    expect(table.slice(1)).toEqual([
      ["goodwill", 5, 0, 5, 0],
      [1, 50, 30, 20, 30],
      [2, 40, 25, 15, 25],
      ["unplaced-loss", "", "", 60, ""],
      ["total", 95, "", 100, 55],
    ]);
  });

  it("takes a floor that could not be determined as zero, but no error for one", () => {
    expect(losses(60, [[400, 200, 100]], [[400, "/", "未披露"]])).toEqual([0, 0, 40, 20, 0, 60]);
    expect(errorOf(impairAllocate, 60, [[400, 200]], [["#NUM!", 0]])).toMatchObject({ literal: "#NUM!" });
  });

  it("takes one floor for all assets, and names where they are given", () => {
    expect(cellsOf(impairAllocate, 30, [[50], [50]], 40, omitted, omitted, [["厂房"], ["设备"]]).slice(2, 5).map((row) => [row[0], row[3]])).toEqual([
      ["厂房", 10],
      ["设备", 10],
      ["unplaced-loss", 10],
    ]);
  });

  it("rounds the parts so that they add to the rounded loss, and marks the one that took the difference", () => {
    const table = cellsOf(impairAllocate, 100, [[1, 1, 1].map((x) => x * 100)], omitted, omitted, 2);
    expect(table.slice(2, 5).map((row) => [row[3], row[5]])).toEqual([
      [33.34, "rounding-plug"],
      [33.33, ""],
      [33.33, ""],
    ]);
    expect(table.at(-1)?.[3]).toBe(100);
  });

  it.each([
    ["a floor above the carrying amount", [10, [[50, 40]], [[30, 41]]], { code: "floor-above-carrying", index: 2, floor: "41", carrying: "40" }],
    ["a negative carrying amount", [10, [[50, -40]]], { code: "below-minimum", place: { parameter: "carrying", row: 0, column: 1, single: false }, value: "-40", minimum: "0" }],
    ["a negative loss", [-10, [[50]]], { code: "below-minimum", place: { parameter: "loss", row: 0, column: 0, single: true }, value: "-10", minimum: "0" }],
    ["floors that are not as many", [10, [[50, 40, 30]], [[1, 2]]], { code: "lengths-differ", parameter: "floors", given: 2, other: "carrying", expected: 3 }],
  ])("refuses %s and says where", (_, given, issue) => {
    expect(errorOf(impairAllocate, ...given)).toMatchObject({ literal: "#VALUE!", issue });
  });
});

describe("every allocation", () => {
  const cents = fc.integer({ min: 0, max: 500_000 }).map((value) => new Decimal(value).div(100));
  const asset = fc.tuple(cents, fc.integer({ min: 0, max: 100 })).map(([carrying, percent]) => ({ carrying, floor: carrying.times(percent).div(100) }));
  const cases = fc.record({ loss: cents, assets: fc.array(asset, { minLength: 1, maxLength: 8 }), goodwill: cents, digits: fc.constantFrom(undefined, 2, 0, -2) });
  const parts = ({ goodwill, assets, unplaced }: ReturnType<typeof allocation>) => [goodwill.loss, ...assets.map(({ loss }) => loss), unplaced.loss];
  // The division by the base keeps 50 digits of each share.
  const close = (a: Decimal, b: Decimal) => a.minus(b).abs().lte("1e-40");

  it("adds to the loss, exactly once rounded", () => {
    fc.assert(
      fc.property(cases, ({ loss, assets, goodwill, digits }) => {
        const found = allocation(loss, assets.map(({ carrying }) => carrying), assets.map(({ floor }) => floor), goodwill, digits);
        const total = sum(parts(found));
        expect(digits === undefined ? close(total, loss) : total.eq(found.total)).toBe(true);
      }),
    );
  });

  it("respects every floor, rounded or not, and leaves loss unplaced only when all stand on theirs", () => {
    fc.assert(
      fc.property(cases, ({ loss, assets, goodwill, digits }) => {
        const found = allocation(loss, assets.map(({ carrying }) => carrying), assets.map(({ floor }) => floor), goodwill, digits);
        for (const { carrying, floor, loss: taken } of found.assets) {
          expect(taken.gte(0)).toBe(true);
          expect(carrying.minus(taken).gte(floor.minus("1e-40"))).toBe(true);
        }
        if (found.unplaced.share.gt(0)) expect(found.assets.every(({ carrying, floor, share }) => close(carrying.minus(share), floor))).toBe(true);
      }),
    );
  });

  it("takes the same fraction of every asset above its floor, whether further rounds share by the old or the new carrying amounts", () => {
    fc.assert(
      fc.property(cases, ({ loss, assets, goodwill }) => {
        const carrying = assets.map((one) => one.carrying);
        const floors = assets.map(({ floor }) => floor);
        const byRounds = roundByRound(loss.minus(Decimal.min(loss, goodwill)), carrying, floors);
        allocation(loss, carrying, floors, goodwill, undefined).assets.forEach(({ share }, index) => {
          expect(share.minus(at(byRounds, index)).abs().lte("1e-30")).toBe(true);
        });
      }),
    );
  });
});

/** The standard's rounds as they are worked by hand, each on the carrying amounts after the last. */
function roundByRound(loss: Decimal, carrying: readonly Decimal[], floors: readonly Decimal[]): Decimal[] {
  let left = loss;
  const now = carrying.map((amount) => amount);
  for (let round = 0; round < 400 && left.gt("1e-35"); round++) {
    const base = sum(now.filter((amount, index) => amount.gt(at(floors, index))));
    if (base.isZero()) break;
    const want = left;
    now.forEach((amount, index) => {
      if (!amount.gt(at(floors, index))) return;
      const taken = Decimal.min(want.times(amount).div(base), amount.minus(at(floors, index)));
      now[index] = amount.minus(taken);
      left = left.minus(taken);
    });
  }
  return carrying.map((amount, index) => amount.minus(at(now, index)));
}
