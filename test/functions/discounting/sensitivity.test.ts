import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal, ONE, rounded, ZERO } from "../../../src/core/decimal.ts";
import { valueGrid } from "../../../src/core/discounting/sensitivity.ts";
import { valuation } from "../../../src/core/discounting/valuation.ts";
import { exactCell } from "../../../src/core/kernel/exact-cell.ts";
import { argumentOf } from "../../../src/functions/cell.ts";
import type { WorksheetFunction } from "../../../src/functions/define.ts";
import { dcfSensitivity } from "../../../src/functions/discounting/sensitivity.ts";
import { dcfValue } from "../../../src/functions/discounting/valuation.ts";
import { impairSensitivity } from "../../../src/functions/impairment/sensitivity.ts";
import { impairViu } from "../../../src/functions/impairment/value-in-use.ts";
import { cellsOf, errorOf, figureOf, literalsOf } from "../../support/call.ts";
import { evaluated } from "../../support/formula.ts";

const omitted = undefined;
const amounts = fc.array(fc.integer({ min: -5_000_000, max: 50_000_000 }), { minLength: 1, maxLength: 20 }).map((cents) => cents.map((value) => new Decimal(value).div(100)));
const basisPoints = (min: number, max: number) => fc.integer({ min, max }).map((value) => new Decimal(value).div(10_000));

describe("the value grid", () => {
  it("has the rates down, the growths across, and in each cell the value", () => {
    expect(cellsOf(dcfSensitivity, [[100]], [[0.1], [0.2]], [[0, 0.05]])).toEqual([["", 0, 0.05], [0.1, 1000, 2000], [0.2, 500, 2000 / 3]]);
    expect(cellsOf(dcfSensitivity, [[100]], [[0.1]], [[0]], omitted, 121)[1]?.[1]).toBe(1190.909090909091);
  });

  it("says in the cell where growth is not below the rate, and where the rate is not above −100%", () => {
    expect(literalsOf(dcfSensitivity, [[100]], [[0.05], [-1]], [[0.02, 0.05]], omitted, omitted, 2)).toEqual([["", 0.02, 0.05], [0.05, 3333.33, "#NUM!"], [-1, "#NUM!", "#NUM!"]]);
    expect(errorOf(dcfSensitivity, [[100]], [[0.1]], [[-1.5]]).issue).toMatchObject({ code: "below-minimum", place: { parameter: "growths" } });
  });

  it("rounds a true tie away from zero, which doubles cannot see", () => {
    // A level perpetuity of 0.0005 at 10% is worth exactly 0.005.
    expect(cellsOf(dcfSensitivity, [[0.0005]], [[0.1]], [[0]], omitted, omitted, 2)[1]?.[1]).toBe(0.01);
    expect(cellsOf(dcfSensitivity, [[-0.0005]], [[0.1]], [[0]], omitted, omitted, 2)[1]?.[1]).toBe(-0.01);
    expect(cellsOf(dcfSensitivity, [[2.5]], [[0.1]], [[0]], omitted, omitted, -1)[1]?.[1]).toBe(30);
  });

  it("with digits equals the decimal value rounded, in every cell, for every timing", () => {
    const cases = fc.record({ flows: amounts, rates: fc.array(basisPoints(300, 2500), { minLength: 1, maxLength: 6 }), growths: fc.array(basisPoints(-300, 280), { minLength: 1, maxLength: 6 }) });
    fc.assert(
      fc.property(cases, fc.constantFrom("end" as const, "mid" as const, "begin" as const), fc.constantFrom(0, 2, 4, -2), ({ flows, rates, growths }, timing, digits) => {
        const grid = valueGrid({ flows, rates, growths, timing, terminalFlow: undefined }, digits);
        rates.forEach((rate, row) =>
          growths.forEach((growth, column) => {
            const plain = rounded(valuation({ flows, rate, growth, timing }).total, digits);
            expect(String(grid[row]?.[column])).toBe(String(plain.isZero() ? new Decimal(0) : plain));
          }),
        );
      }),
    );
  });

  it("without digits is the nearest double of the decimal value", () => {
    fc.assert(
      fc.property(amounts, basisPoints(300, 2500), basisPoints(-300, 280), fc.constantFrom("end" as const, "mid" as const, "begin" as const), (flows, rate, growth, timing) => {
        const [[cell] = []] = valueGrid({ flows, rates: [rate], growths: [growth], timing, terminalFlow: undefined }, undefined);
        expect((cell as Decimal).toNumber()).toBe(valuation({ flows, rate, growth, timing }).total.toNumber());
      }),
    );
  });

  it("decides by exact fractions what decimals do: the fallback agrees with the oracle of 50 digits", () => {
    fc.assert(
      fc.property(amounts, basisPoints(-5000, 9000), fc.constantFrom("end" as const, "mid" as const, "begin" as const), (flows, rate, timing) => {
        const exact = exactCell({ flows, rate, timing, scale: ONE, recovery: ZERO, constant: ZERO }, undefined);
        const plain = valuation({ flows, rate, timing }).total;
        expect(exact.minus(plain).abs().lte(flows.reduce((size, flow) => size.plus(flow.abs().times(1e6)), ONE).times("1e-44"))).toBe(true); // 50 digits of each term
      }),
    );
  });
});

describe("the headroom grid", () => {
  const flows = [[3150, 3420, 3380, 3310, 3260]];

  it("is value in use less carrying amount where the flows do not change", () => {
    const grid = cellsOf(impairSensitivity, 11000, flows, [[0.092], [0.102]], [[0]], 1200, 1480);
    expect(grid[2]?.[1]).toBeCloseTo(figureOf(impairViu, flows, 0.102, 1200, 1480) - 11000, 9); // a difference of doubles beside an exact one
  });

  it("moves the flows only, not working capital nor recovery", () => {
    // By hand at 10%: 110/1.1 × (1 + c) − 20 + 11/1.1 − 50.
    expect(cellsOf(impairSensitivity, 50, [[110]], [[0.1]], [[-0.5, 0, 0.5]], 20, 11)).toEqual([["", -0.5, 0, 0.5], [0.1, -10, 40, 90]]);
  });

  it("takes a perpetuity with the flows, and says where it has no value", () => {
    expect(literalsOf(impairSensitivity, 500, [[100]], [[0.1], [0.05]], [[0, 0.1]], omitted, omitted, omitted, 0.05, omitted, 2)).toEqual([["", 0, 0.1], [0.1, 1500, 1700], [0.05, "#NUM!", "#NUM!"]]);
  });

  it("rounds exactly, as the decimal value in use does", () => {
    fc.assert(
      fc.property(amounts, basisPoints(300, 2500), basisPoints(-3000, 3000), fc.integer({ min: 0, max: 10_000_000 }), fc.constantFrom("end", "mid", "begin"), (values, rate, change, carrying, timing) => {
        const scaled = valuation({ flows: values, rate, timing: timing as "end" }).total.times(ONE.plus(change));
        const recovery = new Decimal(1480).div(ONE.plus(rate).pow(values.length));
        const plain = scaled.plus(recovery).minus(carrying).minus(75).toDecimalPlaces(2).toNumber();
        const given = [carrying, [values.map((value) => value.toNumber())], rate.toNumber(), change.toNumber(), 75, 1480, timing, omitted, omitted, 2];
        expect(cellsOf(impairSensitivity, ...given)[1]?.[1]).toBe(plain === 0 ? 0 : plain);
      }),
    );
  });
});

describe("the steps of a grid", () => {
  const rate = fc.integer({ min: 1, max: 400 });
  const years = fc.integer({ min: 1, max: 5 });

  it("round to what the first cell shows, true ties too, which the last of 50 digits can hide", () => {
    // A level perpetuity of half a cent × rate is worth exactly half a cent.
    fc.assert(
      fc.property(rate, years, (thousandths, count) => {
        const flow = new Decimal(thousandths).div(1000).times("0.005").toNumber();
        const given = [[Array<number>(count).fill(flow)], thousandths / 1000, 0, omitted, omitted, 2];
        expect(lastStep(dcfSensitivity, given)).toEqual({ formula: 0.01, value: 0.01, cell: 0.01 });
      }),
    );
  });

  it("come to the double of the first cell without digits", () => {
    fc.assert(
      fc.property(amounts, rate, years, (flows, thousandths, carrying) => {
        const own = [flows.map((flow) => flow.toNumber())];
        const value = lastStep(dcfSensitivity, [own, thousandths / 1000 + 0.5, 0.02]);
        expect(value.value).toBe(value.cell);
        const headroom = lastStep(impairSensitivity, [carrying, own, thousandths / 1000 + 0.5, 0.1]);
        expect(headroom.value).toBe(headroom.cell);
      }),
    );
  });
});

/** The last step of a table: what its formula gives, what it says, and what the first cell of the table shows. */
function lastStep(fn: WorksheetFunction, given: readonly unknown[]) {
  const step = fn.call(given.map(argumentOf)).steps().at(-1);
  if (!step || !(step.value instanceof Decimal)) throw new Error("no figure in the last step");
  return { formula: evaluated(step).toNumber(), value: step.value.toNumber(), cell: cellsOf(fn, ...given)[1]?.[1] };
}

it("agrees with DCF.VALUE where times are given in years", () => {
  const times = [[0.4, 1.4]];
  expect(cellsOf(dcfSensitivity, [[100, 110]], 0.1, 0.02, times)[1]?.[1]).toBe(figureOf(dcfValue, [[100, 110]], 0.1, 0.02, times));
});
