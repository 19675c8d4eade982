import { describe, expect, it } from "vitest";
import { argumentOf } from "../../src/functions/cell.ts";
import { marginRate } from "../../src/functions/margin/gross-margin.ts";

describe("the steps of several elements", () => {
  const found = (revenue: unknown, cost: unknown) =>
    marginRate
      .call([revenue, cost].map(argumentOf))
      .steps()
      .map(({ which }) => which);

  it("name them by their number in a row or a column, by row and column in a block, and a single one not at all", () => {
    expect(found([[100, 200]], 80)).toEqual([1, 2]);
    expect(found([[100], [200]], 80)).toEqual([1, 2]);
    expect(found([[100, 200], [300, 400]], 80)).toEqual(["1, 1", "1, 2", "2, 1", "2, 2"]);
    expect(found(100, 80)).toEqual([undefined]);
  });

  it("leave out those without a result", () => {
    expect(found([[100, 0], [0, 400]], 80)).toEqual(["1, 1", "2, 2"]);
  });
});
