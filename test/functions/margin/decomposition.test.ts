import { describe, expect, it } from "vitest";
import { Decimal } from "../../../src/core/decimal.ts";
import { priceVolumeMix } from "../../../src/core/margin/price-volume-mix.ts";
import { marginBreakEven, marginGrid } from "../../../src/functions/margin/break-even.ts";
import { marginBridgeTable } from "../../../src/functions/margin/bridge.ts";
import { marginChain, marginPriceCost, marginUnitCost } from "../../../src/functions/margin/factor-effects.ts";
import { marginContribution } from "../../../src/functions/margin/gross-margin.ts";
import { marginPvm } from "../../../src/functions/margin/price-volume-mix.ts";
import { marginLag, marginSpread } from "../../../src/functions/margin/spread.ts";
import { cellsOf, errorOf, figureOf } from "../../support/call.ts";

describe("MARGIN.PVM", () => {
  it("puts new and dropped products apart and rounds the parts so that rows and columns add, marking who carries the difference", () => {
    const table = cellsOf(marginPvm, [[10, 20, 5, 0]], [[3.33, 2.5, 4, 0]], [[2, 1.1, 3, 0]], [[12, 19, 0, 7]], [[3.5, 2.4, 0, 6]], [[2.1, 1.25, 0, 5.5]], [["甲", "乙", "丙", "丁"]], 1);
    expect(table[0]).toEqual(["item", "volume-effect", "structure-effect", "price-effect", "unit-cost-effect", "new-products", "dropped-products", "total", "mark"]);
    const figures = table.slice(1).map((row) => row.slice(1, 8).map((cell) => Math.round(Number(cell) * 10)));
    for (const row of figures) expect(row.slice(0, 6).reduce((total, cell) => total + cell, 0)).toBe(row[6]);
    const total = figures.at(-1) ?? [];
    for (let column = 0; column < 7; column++) expect(figures.slice(0, -1).reduce((sum, row) => sum + (row[column] ?? 0), 0)).toBe(total[column]);
    // Gross profit 46.3 → 42.15: the exact change of −4.15 prints as −4.2.
    expect(total[6]).toBe(-42);
    expect(table.slice(1, -1).map((row) => row[8]).filter((mark) => mark !== "").length).toBeGreaterThan(0);
  });

  it("gives the same figures for thousands of products, read in bulk, as for each in decimals", () => {
    const count = 2100;
    let state = 7;
    const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
    const column = (scale: number, decimals: number) => Array.from({ length: count }, () => [Math.round(next() * scale * 10 ** decimals) / 10 ** decimals]);
    const columns = [column(5000, 3), column(200, 4), column(120, 2), column(5000, 3), column(200, 4), column(120, 4)];
    const table = cellsOf(marginPvm, ...columns).slice(1, -1);
    const d = (at: number, row: number) => new Decimal(columns[at]?.[row]?.[0] ?? 0);
    const changes = priceVolumeMix(Array.from({ length: count }, (_, row) => ({ quantity0: d(0, row), price0: d(1, row), cost0: d(2, row), quantity1: d(3, row), price1: d(4, row), cost1: d(5, row) })));
    expect(table.map((row) => row.slice(1))).toEqual(changes.map(({ volume, mix, price, unitCost, added, dropped, total }) => [volume, mix, price, unitCost, added, dropped, total].map((figure) => figure.toNumber() + 0)));
  });

  it("has no mix in total where every unit earns the same, though no product's volume effect has a last digit", () => {
    // 2 a unit; 4 units instead of 3: each volume effect is 2/3, the mix effects 4/3, −2/3 and −2/3.
    const table = cellsOf(marginPvm, [[1, 1, 1]], [[3, 3, 3]], [[1, 1, 1]], [[2, 1, 1]], [[3, 3, 3]], [[1, 1, 1]]);
    expect(table.at(-1)?.slice(1, 3)).toEqual([2, 0]);
    expect(table.slice(1, -1).map((row) => row[2])).toEqual([4 / 3, -2 / 3, -2 / 3]);
  });

  it("refuses columns that do not match", () => {
    expect(errorOf(marginPvm, [[1, 2]], [[1, 2]], [[1, 2]], [[1, 2]], [[1]], [[1, 2]]).issue).toEqual({ code: "lengths-differ", parameter: "price1", given: 1, other: "quantity0", expected: 2 });
  });
});

describe("MARGIN.BRIDGE", () => {
  // Filing 003, lines 213–217 and 34: separators −3.29 points, the whole −6.96.
  const given = [
    [["738,916.71", "947,396.36", "243,737.93", "659,212.42"]],
    [[558109.94, 792254.41, 149870.87, 468098.68]],
    [["697,469.86", "856,548.41", "146,822.37", "697,544.36"]],
    [[575313.37, 741237.51, 138752.22, 534825.31]],
  ];

  it("gives the contributions of the filing and adds to the printed change", () => {
    const table = cellsOf(marginBridgeTable, ...given, [["玻纤", "叶片", "隔膜", "其他"]], undefined, 4);
    expect(table.map((row) => row[3])).toEqual(["total", -0.0189, -0.0118, -0.0329, -0.006, -0.0696]);
  });

  it("has no column of marks where nothing is rounded", () => {
    expect(cellsOf(marginBridgeTable, ...given)[0]).toEqual(["item", "rate-effect", "mix-effect", "total"]);
  });

  it("finds nothing where the total margin stayed, and no rate effect where a product's margin did, whatever digits the shares have", () => {
    const alike = cellsOf(marginBridgeTable, [[1, 1, 1]], [[0.5, 0.5, 0.5]], [[2, 1, 1]], [[1, 0.5, 0.5]]);
    expect(alike.at(-1)).toEqual(["total", 0, 0, 0]);
    const current = cellsOf(marginBridgeTable, [[5, 6, 5, 5]], [[2.5, 3, 2.5, 2.5]], [[4, 6, 8, 9]], [[2, 3, 4, 4.5]], undefined, "current");
    expect(current.slice(1).map((row) => row[1])).toEqual([0, 0, 0, 0, 0]);
    expect(current.at(-1)).toEqual(["total", 0, 0, 0]);
  });

  it("refuses a period in which nothing was sold", () => {
    expect(errorOf(marginBridgeTable, [[0, 0]], [[0, 0]], [[1, 1]], [[0, 0]])).toMatchObject({ literal: "#DIV/0!", issue: { parameter: "Σ revenues0" } });
  });
});

describe("the other decompositions", () => {
  it("contributions add to the total margin", () => {
    expect(cellsOf(marginContribution, [[100, 300]], [[80, 150]])).toEqual([[0.05, 0.375]]);
  });

  it("chain substitution keeps the orientation of its factors and marks the plug beside them", () => {
    expect(cellsOf(marginChain, [[100], [2], [5]], [[120], [1.8], [6]])).toEqual([[200], [-120], [216]]);
    // 0.5, 0.75 and 1.125 add to 2.375, which prints as 2.4: the part cut most is raised.
    expect(cellsOf(marginChain, [[1, 1, 1]], [[1.5, 1.5, 1.5]], 1)).toEqual([[0.5, 0.8, 1.1], ["", "", ""]]);
    expect(cellsOf(marginChain, [[1, 1]], [[1.4, 1.25]], 0)).toEqual([[1, 0], ["plugged 1: +1", ""]]);
  });

  it("chain substitution refuses a factor of zero and says which", () => {
    expect(errorOf(marginChain, [[100, 0]], [[120, 6]])).toMatchObject({ literal: "#VALUE!", issue: { code: "zero-factor", parameter: "factors0", index: 2 } });
  });

  it("price and cost effects of several products stand in rows, each with its own error", () => {
    expect(cellsOf(marginPriceCost, [[10], [0]], [[8], [1]], [[16], [5]], [[8], [2]])).toEqual([
      [0.3, 0],
      [expect.objectContaining({ literal: "#DIV/0!" }), expect.objectContaining({ literal: "#DIV/0!" })],
    ]);
    expect(cellsOf(marginPriceCost, [[1, 2]], [[1, 1]], [[4, 4]], [[1, 2]])).toEqual([[0.75, 0.25], [0, -0.25]]);
  });

  it("the unit-cost bridge has a total row", () => {
    expect(cellsOf(marginUnitCost, [[2, 10]], [[5, 0.5]], [[1.9, 12]], [[6, 0.4]], [["氧化铝", "电力"]]).slice(1)).toEqual([
      ["氧化铝", -0.5, 1.9, 1.4],
      ["电力", 1, -1.2, -0.2],
      ["total", 0.5, 0.7, 1.2],
    ]);
  });
});

describe("grids, break-even, spreads and lags", () => {
  it("the grid has selling prices down, inputs across, and the unchanged margin in its middle", () => {
    expect(cellsOf(marginGrid, 100, 80, 40, [[-0.1, 0, 0.1]], [[-0.5, 0, 0.5]])).toEqual([
      ["", -0.5, 0, 0.5],
      [-0.1, 30 / 90, 10 / 90, -10 / 90],
      [0, 0.4, 0.2, 0],
      [0.1, 50 / 110, 30 / 110, 10 / 110],
    ]);
    expect(cellsOf(marginGrid, 100, 80, 40, [[0.1]], [[0.5]], "profit")[1]).toEqual([0.1, 10]);
  });

  it("says in the cell where the selling price falls to nothing", () => {
    expect(cellsOf(marginGrid, 100, 80, 40, [[-1]], [[0]])[1]?.[1]).toMatchObject({ literal: "#DIV/0!" });
  });

  it("break-even of the input is gross profit over input cost; no price reaches a margin of 100%", () => {
    // Filing 003, lines 259–269: 177,824.27 ÷ 195,890.54 = 90.8%.
    expect(figureOf(marginBreakEven, 661942.48, 484118.21, 195890.54).toFixed(3)).toBe("0.908");
    expect(errorOf(marginBreakEven, 100, 80, 40, 1, "price")).toMatchObject({ literal: "#NUM!", issue: { code: "no-such-margin" } });
  });

  it("takes the input price so many periods earlier and has none for the first ones", () => {
    expect(cellsOf(marginSpread, [[113, 226, 339]], [[10, 20, 30]], 2, 0.13, 1)).toEqual([[expect.objectContaining({ literal: "#N/A" }), 180, 260]]);
  });

  it("marks the lag at which the product follows its input", () => {
    const input = [5, 9, 6, 7, 3, 8, 4, 9];
    const output = [1, 10, 18, 12, 14, 6, 16, 8];
    const table = cellsOf(marginLag, [output], [input], 2);
    expect(table.slice(1).map((row) => row[2])).toEqual(["", "best-lag", ""]);
    expect(table[2]?.[1]).toBe(1);
  });
});
