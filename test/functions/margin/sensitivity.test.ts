import { describe, expect, it } from "vitest";
import { answer, AnsweredError } from "../../../src/functions/answer.ts";
import { marginSensitivity } from "../../../src/functions/margin/sensitivity.ts";

const name = (term: string) => term;
const table = (...given: unknown[]) => {
  const result = answer(marginSensitivity, given, name);
  if (result instanceof AnsweredError) throw new Error(JSON.stringify(result.issue));
  return result;
};
const refusal = (...given: unknown[]) => {
  const result = answer(marginSensitivity, given, name);
  return result instanceof AnsweredError ? result.issue : result;
};
/** A fraction as a filing prints it: percent with two decimals, half away from zero. */
const printed = (cell: unknown) => {
  if (typeof cell !== "number") throw new Error(`${String(cell)} is no figure`);
  return `${(Math.sign(cell) * Math.round(Math.abs(cell) * 10_000)) / 100}`;
};

const glassFibre = {
  labels: ["2025年1-9月", "2024年度", "2023年度", "2022年度"],
  revenue: [661942.48, 774143.14, 837660.88, 913494.95],
  cost: [484118.21, 637276.11, 648196.51, 617365.01],
  raw: [195890.54, 274907.83, 269995.23, 242479.39],
  // Filing 003, lines 270–275.
  printed: [
    ["2.02", "2.16", "2.08", "1.96"],
    ["-5.51", "-10.04", "-7.13", "-4.09"],
    ["-1.48", "-1.78", "-1.61", "-1.33"],
    ["4.05", "4.31", "4.17", "3.93"],
    ["-11.02", "-20.09", "-14.25", "-8.19"],
    ["-2.96", "-3.55", "-3.22", "-2.65"],
  ],
};
const blades = {
  labels: ["2025年1-9月", "2024年度", "2023年度", "2022年度"],
  revenue: [891074.06, 856548.41, 947396.36, 954587.93],
  cost: [742357.01, 741237.51, 792254.41, 872257.39],
  raw: [577943.91, 549375.02, 615688.62, 731202.22],
  // Filing 003, lines 309–314.
  printed: [
    ["3.89", "3.71", "3.89", "4.19"],
    ["-19.43", "-23.82", "-19.84", "-44.41"],
    ["-3.24", "-3.21", "-3.25", "-3.83"],
    ["7.79", "7.41", "7.77", "8.38"],
    ["-38.86", "-47.64", "-39.69", "-88.81"],
    ["-6.49", "-6.41", "-6.5", "-7.66"],
  ],
};

describe("MARGIN.SENSITIVITY", () => {
  it.each([["glass fibre", glassFibre], ["rotor blades", blades]])("gives the printed table of %s, every figure", (_, { labels, revenue, cost, raw, printed: expected }) => {
    const [header, ...rows] = table([revenue], [cost], [raw], [[0.05, 0.1]], undefined, [labels]);
    expect(header).toEqual(["", ...labels]);
    expect(rows.map((row) => row.slice(1).map(printed))).toEqual(expected);
  });

  it("names every row by its measure and its shock, and numbers periods that have no name", () => {
    const rows = table([[100]], [[80]], [[40]], [[0.05], [-0.1], ["2.5%"]]);
    expect(rows.map((row) => row[0])).toEqual([
      "",
      ...["+5%", "-10%", "+2.5%"].flatMap((shock) => [`cost-change ${shock}`, `gross-profit-change ${shock}`, `margin-change ${shock}`]),
    ]);
    expect(rows[0]).toEqual(["", "period 1"]);
  });

  it("has one column a period also where the inputs are columns", () => {
    const across = table([[100, 90]], [[80, 60]], [[40, 30]], [[0.05]]);
    expect(table([[100], [90]], [[80], [60]], [[40], [30]], [[0.05]])).toEqual(across);
  });

  it("is made from unrounded figures: the row for 10% is not twice the printed row for 5%", () => {
    const rows = table([glassFibre.revenue], [glassFibre.cost], [glassFibre.raw], [[0.05, 0.1]]);
    expect([printed(rows[1]?.[1]), printed(rows[4]?.[1])]).toEqual(["2.02", "4.05"]);
  });

  it("says in the cell where nothing can be divided, and still answers the rest", () => {
    const rows = table([[0, 80, 70, 100]], [[50, 80, 80, 0]], [[20, 20, 20, 20]], [[0.1]]);
    const codes = rows.slice(1).map((row) => row.slice(1).map((cell) => (cell instanceof AnsweredError ? `${cell.literal} ${cell.issue.code}` : cell)));
    expect(codes).toEqual([
      [0.04, 0.025, 0.025, "#DIV/0! zero-base"],
      ["#VALUE! negative-gross-profit", "#DIV/0! zero-base", "#VALUE! negative-gross-profit", -0.02],
      ["#DIV/0! zero-base", -0.025, -2 / 70, -0.02],
    ]);
  });

  it("leaves out only what a missing figure is needed for", () => {
    const rows = table([["未披露", 100]], [[80, 80]], [[40, 40]], [[0.1]]);
    expect(rows[1]?.slice(1)).toEqual([0.05, 0.05]);
    expect(rows[3]?.[1]).toMatchObject({ literal: "#N/A" });
    expect(rows[3]?.[2]).toBe(-0.04);
  });

  it("refuses periods that do not match and shocks that are words", () => {
    expect(refusal([[100, 90]], [[80]], [[40, 30]], [[0.05]])).toEqual({ code: "lengths-differ", parameter: "cost", given: 1, other: "revenue", expected: 2 });
    expect(refusal([[100]], [[80]], [[40]], [["上涨"]])).toMatchObject({ code: "not-a-number", text: "上涨", place: { parameter: "shocks" } });
    expect(refusal([[100]], [[80]], [[40]], [[0.05]], undefined, [["a", "b"]])).toMatchObject({ code: "lengths-differ", parameter: "labels" });
  });
});
