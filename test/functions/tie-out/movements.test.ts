import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal } from "../../../src/core/decimal.ts";
import { call, refused } from "../../support/worksheet-call.ts";

const statuses = (rows: readonly (readonly unknown[])[]) => rows.map(([status]) => status);

describe("TIE.CHANGE", () => {
  it("fits the signed base in a profit bridge (filing 003, lines 176–184)", () => {
    const found = call("TIE.CHANGE", [["-34.25%"], ["-0.21%"], ["663.88%"], ["-61.06%"]], [["408,256.60"], ["326,794.38"], ["34,567.32"], ["116,029.53"]], [
      ["620,929.52"],
      ["327,472.33"],
      ["4,525.24"],
      ["297,982.44"],
    ]);
    expect(found.map((row) => [row[0], row[3]])).toEqual(Array.from({ length: 4 }, () => ["OK", "signed"]));
  });

  it("tells over a loss which base was used", () => {
    expect(call("TIE.CHANGE", "-537.15%", "5,686.55", "-1,300.82")[0]?.[3]).toBe("signed");
    expect(call("TIE.CHANGE", "12,498.89%", "12,577.43", "-101.44")[0]).toEqual(["OK", expect.any(Number), expect.any(Number), "absolute"]);
  });

  it("fits neither base where the print is wrong", () => {
    const [row] = call("TIE.CHANGE", "21.34%", "121.65", "100.00");
    expect([row?.[0], row?.[3]]).toEqual(["BREAK", "none"]);
  });

  it("has no answer over nothing", () => expect(call("TIE.CHANGE", "5%", "5", "-")).toEqual([["#DIV/0!"]]));
});

describe("TIE.ROLL", () => {
  it("rolls a construction project forward, and finds the one that does not (filing 002, line 3845)", () => {
    expect(call("TIE.ROLL", "106.00", "100.00", [["12.50", "3.50"]], "10.00")).toEqual([["OK", 0, 0.025]]);
    expect(call("TIE.ROLL", "326,088.07", "323,035.09", 0, 0)[0]?.[0]).toBe("BREAK");
  });

  it("takes blank movements as years without any", () => {
    expect(call("TIE.ROLL", "5", "5", [[null]], "-")).toEqual([["OK", 0, 1.5]]);
  });
});

describe("TIE.WEIGHTED", () => {
  it("finds a composite rate from shares and rates", () => {
    expect(call("TIE.WEIGHTED", "18.15%", [["96.19%", "3.81%"]], [["18.40%", "11.81%"]])[0]?.[0]).toBe("OK");
    expect(call("TIE.WEIGHTED", "18.55%", [["96.19%", "3.81%"]], [["18.40%", "11.81%"]])[0]?.[0]).toBe("BREAK");
    expect(refused("TIE.WEIGHTED", "18%", [["50%", "50%"]], "18%")).toMatchObject({ code: "lengths-differ", parameter: "rates" });
  });
});

describe("TIE.IMPLIED", () => {
  it("gives the totals that fit two sales of one year (filing 001, case c001-023)", () => {
    const [[low, high] = []] = call("TIE.IMPLIED", [["199,796.52"], ["24,862.10"]], [["63.22%"], ["7.87%"]]);
    expect(Number(low)).toBeGreaterThan(316_000);
    expect(Number(high)).toBeLessThan(316_100);
  });

  it("is a break where two shares have no total in common", () => {
    expect(call("TIE.IMPLIED", [["35.24"], ["354.18"]], [["1.32%"], ["0.25%"]])).toEqual([["BREAK"]]);
  });

  it("lets a share that prints as zero narrow the totals of the others", () => {
    expect(call("TIE.IMPLIED", [["10"]], [["5%"]])).toEqual([[9.5 / 0.055, 10.5 / 0.045]]);
    expect(call("TIE.IMPLIED", [["10"], ["1"]], [["5%"], ["0%"]])).toEqual([[9.5 / 0.055, 10.5 / 0.045]]);
    expect(call("TIE.IMPLIED", [["10"], ["1.00"]], [["5%"], ["0%"]])).toEqual([[0.995 / 0.005, 10.5 / 0.045]]);
    expect(call("TIE.IMPLIED", [["10"], ["2.00"]], [["5%"], ["0%"]])).toEqual([["BREAK"]]);
    expect(call("TIE.IMPLIED", [["10"]], [["0%"]])).toEqual([["#NUM!"]]);
  });

  it("holds the true total behind any shares that were printed from it", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 999_999 }), { minLength: 1, maxLength: 6 }), fc.integer({ min: 1_000_000, max: 5_000_000 }), (amounts, total) => {
        const printed = amounts.map((amount) => [(amount / 100).toFixed(2)]);
        const shares = amounts.map((amount) => [`${new Decimal(amount).div(total).times(100).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2)}%`]);
        fc.pre(shares.some(([share]) => share !== "0.00%"));
        const [[low, high] = []] = call("TIE.IMPLIED", printed, shares);
        expect(Number(low)).toBeLessThanOrEqual(total / 100);
        expect(Number(high)).toBeGreaterThanOrEqual(total / 100);
      }),
    );
  });
});

describe("TIE.BASE", () => {
  it("gives the undisclosed revenue of a first quarter (filing 001, lines 267–269)", () => {
    const [row = []] = call("TIE.BASE", "86,081.23", "-6.29%");
    expect(row.map((value) => Math.round(Number(value) * 100) / 100)).toEqual([91854.27, 91859.17, 91864.08]);
  });

  it("finds the prior loss behind a change on the absolute base (filing 003, line 232)", () => {
    const [[low, mid, high] = []] = call("TIE.BASE", "-21.38", "99.81%", "absolute");
    expect(Math.round(Number(mid))).toBe(-11253);
    expect(Number(low)).toBeLessThan(Number(mid));
    expect(Number(high)).toBeGreaterThan(Number(mid));
  });

  it("cannot work a fall of everything back", () => expect(call("TIE.BASE", "5", "-100.00%")).toEqual([["#NUM!"]]));
});

describe("laws", () => {
  const figures = fc.array(fc.integer({ min: -999_999, max: 999_999 }), { minLength: 1, maxLength: 5 });
  const shown = (thousandths: number, digits: number) => new Decimal(thousandths).div(1000).toDecimalPlaces(digits, Decimal.ROUND_HALF_UP).toFixed(digits);

  it("a roll-forward made of true movements, printed, is never a break", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), figures, figures, fc.integer({ min: 0, max: 3 }), (opening, increases, decreases, digits) => {
        const closing = opening + increases.reduce((a, b) => a + b, 0) - decreases.reduce((a, b) => a + b, 0);
        const [row] = call("TIE.ROLL", shown(closing, digits), shown(opening, digits), [increases.map((x) => shown(x, digits))], [decreases.map((x) => shown(x, digits))]);
        expect(row?.[0]).not.toBe("BREAK");
      }),
    );
  });

  it("a change of true figures, printed, is never a break, on either base", () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.boolean(), (current, prior, absolute) => {
        const p = shown(prior, 2);
        fc.pre(Number(p) !== 0);
        const rate = new Decimal(current - prior).div(absolute ? Math.abs(prior) : prior).times(100);
        expect(statuses(call("TIE.CHANGE", `${rate.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2)}%`, shown(current, 2), p))).not.toEqual(["BREAK"]);
      }),
    );
  });

  it("a weighted rate of true shares and rates, printed, is never a break", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: -100_000, max: 100_000 })), { minLength: 1, maxLength: 5 }), (pairs) => {
        const percent = (value: Decimal) => `${value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2)}%`;
        const total = pairs.reduce((sum, [w, r]) => sum.plus(new Decimal(w).times(r).div(1e5)), new Decimal(0));
        const [row] = call("TIE.WEIGHTED", percent(total.div(1000)), [pairs.map(([w]) => percent(new Decimal(w).div(1000)))], [pairs.map(([, r]) => percent(new Decimal(r).div(1000)))]);
        expect(row?.[0]).not.toBe("BREAK");
      }),
    );
  });
});
