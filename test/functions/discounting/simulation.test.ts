import { describe, expect, it } from "vitest";
import { fillQuantiles, naturalLogarithm, RandomStream } from "../../../src/core/kernel/normal.ts";
import { simulatedValues } from "../../../src/core/kernel/simulation.ts";
import { dcfSimulate } from "../../../src/functions/discounting/simulation.ts";
import { cellsOf, errorOf } from "../../support/call.ts";

const omitted = undefined;
const terms = { flowMeans: Float64Array.of(100, 110, 120), flowDeviations: Float64Array.of(10, 12, 15), rateMean: 0.1, rateDeviation: 0.01, growth: 0.02, trials: 5, seed: 7 };

describe("the stream of random numbers", () => {
  it("gives the same bits for the same seed on every engine", () => {
    const bits = (value: number) => {
      const view = new DataView(new ArrayBuffer(8));
      view.setFloat64(0, value);
      return view.getBigUint64(0).toString(16);
    };
    expect([...simulatedValues(terms).values].map(bits)).toMatchInlineSnapshot(`
      [
        "40923e762db15324",
        "4092e296fd98dd87",
        "4097042b22c42822",
        "40988dec4b7f2898",
        "409a722cfeda6dac",
      ]
    `);
    expect(simulatedValues({ ...terms, seed: 8 }).values).not.toEqual(simulatedValues(terms).values);
  });

  it("is uniform: 100,000 numbers spread over ten parts as chance allows", () => {
    const numbers = new Float64Array(100_000);
    new RandomStream(1).fill(numbers);
    const parts = new Array<number>(10).fill(0);
    for (const number of numbers) {
      const part = Math.floor(number * 10);
      parts[part] = (parts[part] ?? 0) + 1;
    }
    // Chi-square with 9 degrees of freedom lies below 27.9 in all but one of a thousand seeds; the seed is fixed.
    expect(parts.reduce((total, count) => total + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(27.9);
  });

  it("has the normal quantiles of tables, tails and centre in any order", () => {
    const table = [
      [0.975, 1.959963984540054],
      [0.5, 0],
      [0.025, -1.959963984540054],
      [1e-6, -4.753424308822899],
      [0.9, 1.2815515655446004],
      [0.925, 1.4395314709384563],
      [0.075, -1.4395314709384563],
    ] as const;
    const quantiles = new Float64Array(table.length);
    fillQuantiles(Float64Array.from(table, ([p]) => p), quantiles, new Int32Array(table.length));
    expect([...quantiles].map((quantile) => quantile.toFixed(12))).toEqual(table.map(([, quantile]) => quantile.toFixed(12)));
    fillQuantiles(Float64Array.of(1e-300), quantiles, new Int32Array(1));
    expect(quantiles[0]).toBeCloseTo(-37.0470964, 6); // the digits the tables print
  });

  it("takes logarithms to the last digits", () => {
    for (const x of [1e-300, 0.001, 0.5, 0.7071, 1, 1.4142, 2, 1e10]) expect(naturalLogarithm(x)).toBeCloseTo(Math.log(x), 12); // engines differ in the last bit
  });
});

describe("the simulation of a value", () => {
  it("draws the same trials however many follow", () => {
    const few = simulatedValues({ ...terms, trials: 100 }).values;
    const more = new Set(simulatedValues({ ...terms, trials: 1_000 }).values);
    expect([...few].filter((value) => !more.has(value))).toEqual([]);
  });

  it("has the mean and the spread of the model where the rate is certain", () => {
    // Σ μ v^t = 100/1.1 + 110/1.21; variance Σ (σ v^t)².
    const table = cellsOf(dcfSimulate, [[100, 110]], [[10, 12]], 0.1, 0, omitted, 100_000, 3);
    const figure = (name: string, column: 1 | 2) => Number(table.find(([term]) => term === name)?.[column]);
    expect(Math.abs(figure("mean", 1) - (100 / 1.1 + 110 / 1.21))).toBeLessThan(4 * figure("mean", 2)); // four standard errors, a fixed seed
    expect(Math.abs(figure("standard-deviation", 1) - Math.sqrt((10 / 1.1) ** 2 + (12 / 1.21) ** 2))).toBeLessThan(4 * figure("standard-deviation", 2));
  });

  it("is certain where nothing varies", () => {
    expect(cellsOf(dcfSimulate, [[110, 121]], 0, 0.1, 0, omitted, 100, 1, 200.5).slice(1)).toEqual([
      ["mean", 200, 0],
      ["standard-deviation", 0, 0],
      ...[5, 25, 50, 75, 95].map((percent) => [`percentile ${percent}%`, 200, 0]),
      ["probability-below-target", 1, 0],
      ["trials-used", 100, ""],
      ["trials-left-out", 0, ""],
    ]);
  });

  it("leaves out draws whose rate does not exceed the growth, and refuses where they are many", () => {
    const table = cellsOf(dcfSimulate, [[100]], [[1]], 0.1, 0.03, 0.02, 10_000, 1);
    expect(Number(table.at(-1)?.[1])).toBeGreaterThan(0);
    expect(Number(table.at(-1)?.[1]) + Number(table.at(-2)?.[1])).toBe(10_000);
    expect(errorOf(dcfSimulate, [[100]], [[1]], 0.1, 0.05, 0.08, 1000, 1)).toMatchObject({ literal: "#NUM!", issue: { code: "too-many-left-out", trials: 1000 } });
  });

  it("wants a deviation for every flow, or one for all, none negative", () => {
    expect(errorOf(dcfSimulate, [[1, 2, 3]], [[1, 2]], 0.1, 0).issue).toMatchObject({ code: "lengths-differ", parameter: "flows_sd" });
    expect(errorOf(dcfSimulate, [[1]], [[-1]], 0.1, 0).issue).toMatchObject({ code: "below-minimum" });
  });
});
