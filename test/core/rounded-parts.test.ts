import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal, rounded, sum } from "../../src/core/decimal.ts";
import { roundedParts, runningParts } from "../../src/core/rounded-parts.ts";

const d = (value: number | string) => new Decimal(value);
const values = (parts: readonly (number | string)[], digits?: number) => roundedParts(parts.map(d), digits).map(({ value }) => value.toNumber());
const parts = fc.array(fc.integer({ min: -999_999, max: 999_999 }).map((n) => d(n).div(1000)), { minLength: 1, maxLength: 12 });

describe("parts rounded to add to their rounded total", () => {
  it("gives the missing unit to the part that was cut most", () => {
    expect(values(["33.333", "33.333", "33.334"], 2)).toEqual([33.33, 33.33, 33.34]);
    expect(values(["0.4", "0.4", "0.2"], 0)).toEqual([1, 0, 0]);
  });

  it("gives it to the first of parts cut alike, though the last digit of a division differs between them", () => {
    const sixths = [1, 7, 1, 1, 1, 1].map((weight) => d(2).times(weight).div(12));
    expect(roundedParts(sixths, 0).map(({ value }) => value.toNumber())).toEqual([1, 1, 0, 0, 0, 0]);
  });

  it("marks the part that is not its own rounding, and says by how much", () => {
    const marked = roundedParts([d("0.5"), d("0.5")], 0);
    expect(marked.map(({ value, plug }) => [value.toNumber(), plug.toNumber()])).toEqual([[1, 0], [0, -1]]);
  });

  it("leaves the parts alone where no digits are asked for", () => {
    expect(values(["0.123", "-7"])).toEqual([0.123, -7]);
  });

  it("adds to the rounded total, moves no part by a whole unit, and keeps what needs no rounding", () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: -2, max: 3 }), (given, digits) => {
        const found = roundedParts(given, digits);
        const unit = d(10).pow(-digits);
        expect(sum(found.map(({ value }) => value)).eq(rounded(sum(given), digits))).toBe(true);
        found.forEach(({ value, plug }, index) => {
          const part = given[index] ?? d(0);
          expect(value.minus(part).abs().lt(unit)).toBe(true);
          expect(value.minus(plug).eq(rounded(part, digits))).toBe(true);
          if (rounded(part, digits).eq(part)) expect(value.eq(part)).toBe(true);
        });
      }),
    );
  });

  it("gives the opposite for opposite parts", () => {
    fc.assert(
      fc.property(parts, (given) => {
        fc.pre(!rounded(sum(given), 1).isZero());
        const opposite = roundedParts(given.map((part) => part.negated()), 1);
        expect(opposite.map(({ value }) => value.negated().toString())).toEqual(roundedParts(given, 1).map(({ value }) => (value.isZero() ? value.abs() : value).toString()));
      }),
    );
  });

  it("reaches a total that was itself the rounded part of another, row by row and in all", () => {
    fc.assert(
      fc.property(fc.array(parts, { minLength: 1, maxLength: 6 }), (rows) => {
        const totals = roundedParts(rows.map(sum), 1);
        rows.forEach((row, index) => {
          const total = totals[index]?.value ?? d(0);
          expect(sum(roundedParts(row, 1, total).map(({ value }) => value)).eq(total)).toBe(true);
        });
      }),
    );
  });
});

describe("parts rounded by what they add up to so far", () => {
  it("gives each what its running total gains", () => {
    expect(runningParts([d("10.004"), d("10.004"), d("0.004")], 2).map(Number)).toEqual([10, 10.01, 0]);
  });

  it("adds to the rounded total, moves no part by a whole unit, and keeps what needs no rounding", () => {
    fc.assert(
      fc.property(parts.map((given) => given.map((part) => part.abs())), fc.integer({ min: -2, max: 3 }), (given, digits) => {
        const found = runningParts(given, digits);
        const unit = d(10).pow(-digits);
        expect(sum(found).eq(rounded(sum(given), digits))).toBe(true);
        found.forEach((value, index) => {
          const part = given[index] ?? d(0);
          expect(value.minus(part).abs().lt(unit)).toBe(true);
          if (rounded(part, digits).eq(part)) expect(value.eq(part)).toBe(true);
        });
      }),
    );
  });
});
