import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sum } from "../../src/core/decimal.ts";
import { functionOf } from "../../src/calls/call-answer.ts";
import type { Argument } from "../../src/functions/cell.ts";
import { resultEffect } from "../../src/links/effect.ts";

const effectOf = (id: string, before: readonly Argument[], after: readonly Argument[]) => {
  const fn = functionOf(id);
  if (!fn) throw new Error(id);
  return resultEffect(fn, before, after);
};

const column = (...values: number[]): Argument => values.map((value) => [value]);

describe("what a refresh did to a result", () => {
  it("splits a value in use by flows and rate, in this order", () => {
    const { figures } = effectOf("DCF.VALUE", [column(110, 121), [[0.1]]], [column(110, 242), [[0.21]]]);
    expect(figures).toHaveLength(1);
    const [figure] = figures;
    // 100 + 100, then 100 + 200, then 110/1.21 + 242/1.4641.
    expect(figure?.before.toString()).toBe("200");
    expect(figure?.causes.map(({ parameters, amount }) => [parameters.join(), amount.toDecimalPlaces(6).toString()])).toEqual([["flows", "100"], ["rate", "-43.801653"]]);
  });

  it("splits a provision by the level of balances, their mix and the rates", () => {
    const { figures } = effectOf("ECL.PROVISION", [column(100, 100), column(0.01, 0.5)], [column(100, 300), column(0.02, 0.5)]);
    expect(figures[0]).toMatchObject({ total: true });
    // 51 at first; 102 at twice the level; 100 × 1% + 300 × 50% = 151; then 152.
    expect(figures[0]?.causes.map(({ parameters, part, amount }) => [parameters.join(), part, amount.toString()])).toEqual([
      ["balances", "level", "51"], ["balances", "mix", "49"], ["rates", undefined, "1"],
    ]);
  });

  it("splits a margin by the mix of revenue and the margins of the products", () => {
    // 20% of 100 and 50% of 100: 35%. Of 100 and 300 at those margins 42.5%; with costs of 90 and 160 it is 37.5%.
    const { figures } = effectOf("MARGIN.CONTRIBUTION", [column(100, 100), column(80, 50)], [column(100, 300), column(90, 160)]);
    expect(figures).toMatchObject([{ total: true }]);
    expect(figures[0]?.causes.map(({ parameters, part, amount }) => [parameters.join(), part, amount.toString()])).toEqual([["revenues", "mix", "0.075"], ["costs", "rate", "-0.05"]]);
    const [moved] = effectOf("MARGIN.CONTRIBUTION", [column(100, 100), column(80, 50)], [column(100, 300), column(80, 50)]).figures;
    expect(moved?.causes.map(({ part, amount }) => [part, amount.toString()])).toEqual([["mix", "0.075"], ["rate", "0.25"]]);
  });

  it("splits the margin of each year by revenue and cost, and adds no margins up", () => {
    const { figures } = effectOf("MARGIN.RATE", [column(100, 200), column(80, 100)], [column(100, 160), column(80, 80)]);
    expect(figures).toEqual([]);
    const [second, ...others] = effectOf("MARGIN.RATE", [column(100, 200), column(80, 100)], [column(100, 160), column(80, 120)]).figures;
    expect(others).toEqual([]);
    expect(second?.labels).toEqual(["#2"]);
    // 50%; at the new revenue 37.5%; then 25%.
    expect(second?.causes.map(({ parameters, amount }) => [parameters.join(), amount.toString()])).toEqual([["revenue", "-0.125"], ["cost", "-0.125"]]);
  });

  it("changes together what only fits together", () => {
    const { figures } = effectOf("ECL.PROVISION", [column(100, 100), column(0.01, 0.5)], [column(100, 100, 10), column(0.01, 0.5, 1)]);
    expect(figures[0]?.causes).toMatchObject([{ parameters: ["balances", "rates"] }]);
  });

  it("says where a result could not be computed", () => {
    expect(effectOf("DCF.VALUE", [column(1), [["-"]]], [column(1), [["x"]]]).refused.after).toBe(true);
  });

  it("adds exactly, whatever has changed", () => {
    const flows = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 6 });
    const rate = fc.double({ noNaN: true, min: 0, max: 0.5 });
    fc.assert(
      fc.property(flows, flows, rate, rate, (was, is, from, to) => {
        const { figures } = effectOf("DCF.VALUE", [column(...was), [[from]]], [column(...is), [[to]]]);
        for (const { before, after, causes } of figures) expect(sum(causes.map(({ amount }) => amount)).toString()).toBe(after.minus(before).toString());
      }),
    );
  });
});
