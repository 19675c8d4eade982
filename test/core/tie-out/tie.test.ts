import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal } from "../../../src/core/decimal.ts";
import type { PrintedNumber } from "../../../src/core/tie-out/printed-number.ts";
import { type TieTerm, tieOf } from "../../../src/core/tie-out/tie.ts";

/** A figure as it is printed with this many decimals. */
const print = (value: Decimal | number | string, digits = 0): PrintedNumber => {
  const unit = new Decimal(10).pow(-digits);
  return { value: new Decimal(value).div(unit).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).times(unit), unit };
};
const exact = (value: number): PrintedNumber => ({ value: new Decimal(value), unit: new Decimal(0) });
const part = (figure: PrintedNumber, sign: 1 | -1 = 1): TieTerm => ({ sign, figure });

describe("a printed total over its printed parts", () => {
  it.each([
    ["is OK where it is their sum", 10, [3, 3, 4], "OK"],
    ["is a tail one unit off three parts", 10, [3, 3, 3], "TAIL"],
    ["is a tail below n + 1 half units", 10, [4, 4, 3], "TAIL"],
    ["is a break at n + 1 half units, for the ends of the parts are not reached together", 12, [3, 3, 4], "BREAK"],
    ["is a break one unit off a single part", 6, [5], "BREAK"],
    ["is a break one unit below a single part", 4, [5], "BREAK"],
    ["is judged on the side where it lies when signs are mixed", 0, [5, -4], "TAIL"],
  ] as const)("%s", (_, total, parts, status) => {
    expect(tieOf(print(total), parts.map((value) => part(print(value)))).status).toBe(status);
  });

  it("answers printed minus recomputed, and a tolerance of all the half units", () => {
    const { difference, tolerance } = tieOf(print("10.0", 1), [part(print("3.33", 2)), part(print("6.62", 2))]);
    expect([difference.toString(), tolerance.toString()]).toEqual(["0.05", "0.06"]);
  });

  it("takes parts of finer print as the print of their sum", () => {
    expect(tieOf(print("10.5", 1), [part(print("5.23", 2)), part(print("5.24", 2))]).status).toBe("OK");
  });

  it("gives an exact part no tolerance", () => {
    expect(tieOf(print(6), [part(exact(5))]).tolerance.toString()).toBe("0.5");
    expect(tieOf(print(1), [part(exact(0.5))]).status).toBe("OK");
    expect(tieOf(print(-1), [part(exact(-0.5))]).status).toBe("OK");
    expect(tieOf(print(0), [part(exact(0.5))]).status).toBe("BREAK");
  });
});

const thousandths = (max: number) => fc.integer({ min: -max, max }).map((value) => new Decimal(value).div(1000));
const positive = (max: number) => fc.integer({ min: 1, max }).map((value) => new Decimal(value).div(1000));
const digits = fc.integer({ min: 0, max: 3 });

describe("laws of ties", () => {
  it("a sum of true values, printed, is never a break", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(thousandths(50_000), digits), { minLength: 1, maxLength: 12 }), digits, (parts, total) => {
        const sum = parts.reduce((all, [value]) => all.plus(value), new Decimal(0));
        expect(tieOf(print(sum, total), parts.map(([value, own]) => part(print(value, own)))).status).not.toBe("BREAK");
      }),
    );
  });

  it("a sum of positive parts of the same print is a tail exactly below n + 1 half units", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 10, max: 99 }), { minLength: 1, maxLength: 8 }), fc.integer({ min: -6, max: 6 }), (parts, off) => {
        const total = parts.reduce((all, value) => all + value, off);
        const expected = off === 0 ? "OK" : Math.abs(off) < (parts.length + 1) / 2 ? "TAIL" : "BREAK";
        expect(tieOf(print(total), parts.map((value) => part(print(value)))).status).toBe(expected);
      }),
    );
  });

  it("a product of true values, printed, is never a break", () => {
    fc.assert(
      fc.property(thousandths(900_000), thousandths(90_000), digits, digits, digits, fc.constantFrom(1, 3, 10_000), (a, b, da, db, d, scale) => {
        const tie = tieOf(print(a.times(b).div(scale), d), [{ sign: 1, figure: print(a, da), times: print(b, db), scale: new Decimal(scale) }]);
        expect(tie.status).not.toBe("BREAK");
      }),
    );
  });

  it("a ratio of true values, printed, is never a break", () => {
    fc.assert(
      fc.property(thousandths(900_000), positive(900_000), digits, digits, fc.integer({ min: 0, max: 6 }), (n, d, dn, dd, digits) => {
        const over = print(d, dd);
        fc.pre(!over.value.isZero());
        expect(tieOf(print(n.div(d), digits), [{ sign: 1, figure: print(n, dn), over }]).status).not.toBe("BREAK");
      }),
    );
  });

  it("a figure further off than its tolerance is a break, and a tail lies strictly inside it", () => {
    fc.assert(
      fc.property(thousandths(900_000), thousandths(90_000), digits, digits, digits, fc.integer({ min: -9, max: 9 }), (a, b, da, db, d, off) => {
        const shift = new Decimal(off).times(new Decimal(10).pow(-d));
        const { status, difference, tolerance } = tieOf(print(a.times(b).plus(shift), d), [{ sign: 1, figure: print(a, da), times: print(b, db) }]);
        if (difference.abs().gt(tolerance)) expect(status).toBe("BREAK");
        if (status === "TAIL") expect(difference.abs().lte(tolerance)).toBe(true);
        if (difference.abs().lt(tolerance)) expect(status).not.toBe("BREAK");
      }),
    );
  });

  it("the outermost figure is what the outermost inputs give, and no grid of true inputs gives one further out", () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 40 }), fc.integer({ min: 1, max: 40 }), fc.integer({ min: -60, max: 60 }), (n, d, printed) => {
        const { outermost, outermostAt, difference, recomputed } = tieOf(print(printed), [{ sign: 1, figure: print(n), over: print(d) }]);
        const [point] = outermostAt();
        expect(point?.figure.div(point.other).eq(outermost)).toBe(true);
        const steps = [-0.5, -0.25, 0, 0.25, 0.5];
        const reached = steps.flatMap((x) => steps.map((y) => new Decimal(n).plus(x).div(new Decimal(d).plus(y))));
        const extreme = difference.isNegative() ? Decimal.min(...reached) : Decimal.max(...reached);
        expect(extreme.eq(outermost)).toBe(true);
        expect(recomputed.eq(new Decimal(n).div(d))).toBe(true);
      }),
    );
  });
});
