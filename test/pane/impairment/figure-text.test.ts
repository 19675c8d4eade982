import { describe, expect, it } from "vitest";
import { Decimal } from "../../../src/core/decimal.ts";
import { comparedText } from "../../../src/pane/impairment/figure-text.ts";

const points = (text: string) => `${text} points`;
const compared = (label: string, low: string, high: string, actual: string) => {
  const values = [low, high, actual].map((value) => new Decimal(value));
  const [from = new Decimal(0), to = from, came = from] = values;
  const { figure, difference } = comparedText({ label, low: from, high: to, actual: came }, points);
  return [...values.map(figure), difference(came.minus(from).abs())];
};

describe("a forecast beside what came", () => {
  it("is a percentage with its gap in points where its name says so: margins and utilisation", () => {
    expect(compared("综合毛利率", "0.0185", "0.0279", "0.0137")).toEqual(["1.85%", "2.79%", "1.37%", "0.48 points"]);
    expect(compared("Gross margin", "0.1", "0.1", "0.12")).toEqual(["10.00%", "10.00%", "12.00%", "2.00 points"]);
  });

  it("is an amount with the same decimals as the others of its row where not", () => {
    expect(compared("营业收入", "345966.55", "373924.9", "363096.46")).toEqual(["345,966.55", "373,924.90", "363,096.46", "17,129.91"]);
    expect(compared("产量（万吨）", "0.5", "0.75", "0.8")).toEqual(["0.50", "0.75", "0.80", "0.30"]);
  });

  it("is no percentage where a rate is one of currencies or of turnover, or too large for one", () => {
    expect(compared("汇率", "0.14", "0.14", "0.15")[0]).toBe("0.14");
    expect(compared("存货周转率", "1.5", "1.5", "1.6")[0]).toBe("1.5");
    expect(compared("费率", "12", "12", "13")[0]).toBe("12");
  });
});
