import { describe, expect, it } from "vitest";
import { impairBackTest } from "../../../src/functions/impairment/back-test.ts";
import { impairCorporate } from "../../../src/functions/impairment/corporate-assets.ts";
import { impairTierFee } from "../../../src/functions/impairment/disposal-cost.ts";
import { impairGoodwill } from "../../../src/functions/impairment/goodwill.ts";
import { impairHeadroom, impairRecoverable, impairReversal } from "../../../src/functions/impairment/recoverable.ts";
import { impairNewness, impairObsolescence, impairScrap } from "../../../src/functions/impairment/replacement-cost.ts";
import { impairViu } from "../../../src/functions/impairment/value-in-use.ts";
import { cellsOf, errorOf, figureOf, literalsOf } from "../../support/call.ts";

const omitted = undefined;

describe("value in use", () => {
  it("deducts working capital at the base date and adds what is recovered after n periods", () => {
    // By hand: 110/1.1 + 121/1.21 − 50 + 60.5/1.21 = 200.
    expect(figureOf(impairViu, [[110, 121]], "10%", 50, 60.5)).toBe(200);
  });

  it("discounts the recovery over all n periods though the flows fall in the middle of each", () => {
    // At 21%: 121/1.1 + 121/1.21 = 210; the recovery is a full year away, the flow half of one.
    expect(figureOf(impairViu, [[121]], "21%", 0, 121, "mid")).toBe(210);
  });

  it("discounts the recovery to the last of the times given in years", () => {
    expect(figureOf(impairViu, [[0, 0]], "21%", 0, 110, [[0.25, 0.5]])).toBe(100);
  });

  it("adds a perpetuity where growth is given", () => {
    expect(figureOf(impairViu, [[100]], 0.1, omitted, omitted, omitted, 0.05)).toBe(2000);
    expect(errorOf(impairViu, [[100]], 0.1, omitted, omitted, omitted, 0.1).literal).toBe("#NUM!");
  });
});

describe("the recoverable amount and headroom", () => {
  it("is the higher of the two measures, or the one that was estimated (filing 004, lines 803–809, 834, 885)", () => {
    expect(cellsOf(impairRecoverable, [["22,330.00", "2,170.00", "/"]], [["21,960.00", "/", "959.81"]])).toEqual([[22330, 2170, 959.81]]);
    expect(figureOf(impairRecoverable, omitted, "959.81")).toBe(959.81);
    expect(literalsOf(impairRecoverable)).toEqual([["#N/A"]]);
    expect(literalsOf(impairRecoverable, [["/"], [5]])).toEqual([["#N/A"], [5]]);
  });

  it("is signed: a shortfall of unit 1, a surplus of unit 2 (filing 004, lines 789, 834)", () => {
    expect(cellsOf(impairHeadroom, [["24,235.61", "1,173.37"]], [["22,330.00", "2,170.00"]], [["21,960.00", "/"]])).toEqual([[-1905.61, 996.63]]);
  });

  it("is not computed from a negative carrying amount, and says which", () => {
    expect(errorIn(cellsOf(impairHeadroom, [[100], [-1]], [[50], [50]]), 1)).toMatchObject({ issue: { code: "below-minimum", place: { parameter: "carrying", row: 1 } } });
  });
});

const errorIn = (cells: readonly (readonly unknown[])[], row: number) => cells[row]?.[0];

describe("a reversal", () => {
  it("takes the name of a standard as it is written, CAS 8 or CAS8", () => {
    expect(errorOf(impairReversal, 700, 820, 900, "CAS 8").issue).toEqual({ code: "reversal-not-allowed" });
  });

  it("stops at what the asset would stand for without the loss (IAS 36.117)", () => {
    expect(cellsOf(impairReversal, [[700, 700, 700]], [[820, 820, 820]], [[900, 750, 600]])).toEqual([[120, 50, 0]]);
  });

  it("is forbidden by CAS 8, with the reason", () => {
    expect(errorOf(impairReversal, 700, 820, 900, "cas8")).toMatchObject({ literal: "#N/A", issue: { code: "reversal-not-allowed" } });
  });
});

describe("goodwill", () => {
  it("is grossed up, lost first, and recognised for the parent's share (IAS 36, illustrative example 7A)", () => {
    expect(cellsOf(impairGoodwill, 500, "80%", "1,350", "1,000").map(([, value]) => value)).toEqual(["amount", 625, 1975, 975, 625, 500, 125, 350]);
  });

  it("is not grossed up where the minority's goodwill is recognised", () => {
    expect(cellsOf(impairGoodwill, 625, 1, "1,350", "1,000").map(([, value]) => value)).toEqual(["amount", 625, 1975, 975, 625, 625, 0, 350]);
  });

  it("takes exactly the goodwill, and nothing of other assets, where they are worth what they stand for, whatever digits the ownership leaves", () => {
    expect(cellsOf(impairGoodwill, 400, 0.6, 1350, 1350).map(([, value]) => value)).toEqual(["amount", 2000 / 3, 6050 / 3, 2000 / 3, 2000 / 3, 400, 800 / 3, 0]);
  });

  it("leaves other assets alone while goodwill covers the loss", () => {
    expect(cellsOf(impairGoodwill, 400, 0.8, 1000, 1300).map(([, value]) => value)).toEqual(["amount", 500, 1500, 200, 200, 160, 40, 0]);
  });

  it.each([
    [1.5, "#VALUE!", "above-maximum"],
    [-0.1, "#VALUE!", "below-minimum"],
    [0, "#DIV/0!", "zero-base"],
  ])("refuses an ownership of %s", (ownership, literal, code) => {
    expect(errorOf(impairGoodwill, 500, ownership, 1350, 1000)).toMatchObject({ literal, issue: { code } });
  });
});

describe("corporate assets", () => {
  const table = cellsOf(impairCorporate, [["A", "B", "C"]], [[100, 150, 200]], [[10, 20, 20]], 150, [[199, 164, 271]]);

  it("are shared by carrying amount and remaining life (IAS 36, illustrative example 8: 19, 56 and 75 of 150)", () => {
    expect(table.slice(1, 4).map((row) => row[4])).toEqual([18.75, 56.25, 75]);
    expect(table.slice(1, 4).map((row) => Math.round(Number(row[5])))).toEqual([119, 206, 275]);
  });

  it("take their part of a unit's loss in proportion to what each carries", () => {
    // B by hand: 206.25 − 164 = 42.25; of it 42.25 × 56.25 / 206.25 = 11.5227… falls on the share.
    expect(table[2]?.slice(7)).toEqual([42.25, (42.25 * 150) / 206.25, (42.25 * 56.25) / 206.25]);
    expect(table[1]?.slice(7)).toEqual([0, 0, 0]);
    expect(table.at(-1)?.slice(1, 8)).toEqual([450, "", 8000, 150, 600, 634, 46.25]);
  });

  it("cannot be shared where no unit has a carrying amount and a life", () => {
    expect(errorOf(impairCorporate, [["A"]], [[0]], [[5]], 10, [[1]]).literal).toBe("#DIV/0!");
  });
});

describe("newness, obsolescence and scrap", () => {
  it("weighs theory 40 and survey 60, less economic obsolescence (filing 004, lines 864–873)", () => {
    // (0.6 × 0.4 + 0.55 × 0.6) × 0.9 = 0.513, by hand.
    expect(figureOf(impairNewness, 20, 8, "55%", "10%")).toBe(0.513);
    expect(figureOf(impairNewness, 20, 8, "55%", "10%", [[0.5, 0.5]])).toBe(0.5175);
  });

  it("is the theoretical newness alone without a survey: 2 years left of 50 are 4% (filing 002, lines 179–181)", () => {
    expect(figureOf(impairNewness, 50, 48)).toBe(0.04);
    expect(cellsOf(impairNewness, [[20, 20]], [[19.5, 25]], [["/", "/"]])).toEqual([[0.025, 0]]);
  });

  it("wants two weights that add to 1", () => {
    expect(errorOf(impairNewness, 20, 8, 0.5, 0, [[0.4, 0.5]]).issue).toEqual({ code: "weights-not-one", parameter: "weights", sum: "0.9" });
    expect(errorOf(impairNewness, 20, 8, 0.5, 0, 1).issue).toEqual({ code: "wrong-count", parameter: "weights", given: 1, expected: 2 });
  });

  it("loses what is not used to capacity (filing 004, lines 875–877)", () => {
    expect(figureOf(impairObsolescence, 81, 100)).toBe(0.19);
    expect(figureOf(impairObsolescence, 81, 100, 0.5)).toBe(0.1);
    expect(literalsOf(impairObsolescence, [[50, 50]], [[100, 0]])).toEqual([[0.5, "#DIV/0!"]]);
  });

  it("prices scrap without VAT, rounded first, and discounts it: 13,856,944.99 and 13,003,361.56 (filing 002, lines 185–193)", () => {
    const tonnes = (65 * 117921.16) / 1000;
    expect(figureOf(impairScrap, tonnes, "2,150", "95%", "13%", 0).toFixed(2)).toBe("13856944.99");
    expect(figureOf(impairScrap, tonnes, "2,150", "95%", "13%", 0, "3.23%", 2).toFixed(2)).toBe("13003361.56");
  });

  it("adds several metals and discounts over a fraction of a year: 75,727,841.50 against a printed .49 (filing 002, lines 246–256)", () => {
    const units = 1.05 * 45;
    expect(figureOf(impairScrap, [[121.54 * units, 74.84 * units]], [["2,500.00", "17,684.50"]], omitted, omitted, omitted, "3.1%", 0.5).toFixed(1)).toBe("75727841.5");
  });
});

describe("a fee by progressive tiers", () => {
  const thresholds = [[0], [100], [1000]];
  const rates = [["1%"], ["0.5%"], ["0.1%"]];

  it("charges each part at the rate of its tier", () => {
    // By hand: 100 × 1% + 900 × 0.5% + 500 × 0.1% = 1 + 4.5 + 0.5.
    expect(cellsOf(impairTierFee, [[0, 60, 100, 400, 1500]], thresholds, rates)).toEqual([[0, 0.6, 1, 2.5, 6]]);
  });

  it.each([
    [[[10], [100], [1000]], 1, "10"],
    [[[0], [100], [100]], 3, "100"],
  ])("refuses thresholds that do not ascend from 0: %j", (bounds, index, value) => {
    expect(errorIn(cellsOf(impairTierFee, 50, bounds, rates), 0)).toMatchObject({ issue: { code: "thresholds-not-ascending", index, value } });
  });
});

describe("a forecast held against what came", () => {
  it("is below, within or above its range; the ends belong to it", () => {
    expect(cellsOf(impairBackTest, [[10], [10], [10], [10]], [[12], [12], [12], [12]], [[9], [10], [12], [15]])).toEqual([["below", -1], ["within", 0], ["within", 0], ["above", 3]]);
    expect(cellsOf(impairBackTest, [[10, 10]], [[12, 12]], [[9, 15]])).toEqual([["below", "above"], [-1, 3]]);
  });

  it("says where a range is upside down", () => {
    expect(literalsOf(impairBackTest, [[12]], [[10]], [[11]])).toEqual([["#VALUE!", "#VALUE!"]]);
  });
});
