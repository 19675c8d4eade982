import { describe, expect, it } from "vitest";
import { Decimal } from "../../src/core/decimal.ts";
import { step } from "../../src/functions/step.ts";
import { word } from "../../src/functions/term.ts";
import { derivations } from "../../src/pane/functions/derivation.ts";

const d = (value: string) => new Decimal(value);
const shown = (...given: Parameters<typeof step>) => derivations([step(...given)], (term) => term)[0];

describe("a derivation", () => {
  it("puts the values where the symbols stood, with the same decimals for all amounts", () => {
    expect(shown("impairment-loss", "max(0, CA − RA)", { CA: ["carrying-amount", d("24235.61")], RA: ["recoverable-amount", d("22330")] }, d("1905.61"))).toMatchObject({
      symbols: "max(0, CA − RA)",
      values: "max(0, 24,235.61 − 22,330.00)",
      result: "1,905.61",
    });
  });

  it("prints fractions as percentages and leaves the names of functions alone", () => {
    expect(shown("loss-rate", "round(m1 × L, n)", { m1: ["migration-rate", d("0.0222")], L: ["terminal-loss", d("1")], n: ["digits", d("4")] }, d("0.0222"))).toMatchObject({
      values: "round(2.22% × 100.00%, 4)",
      result: "2.22%",
    });
  });

  it("shows what is subtracted with the digits of the difference, so that the line adds", () => {
    expect(shown("difference", "P − R", { P: ["printed-figure", d("0.4046")], R: ["recomputed-figure", d("0.4046336947")] }, d("-0.0000336947"))?.values).toBe("0.4046 − 0.4046336947");
  });

  it("shows the digits by which two amounts differ", () => {
    expect(shown("difference", "P − R", { P: ["printed-figure", d("124.9889")], R: ["recomputed-figure", d("124.988860410094634")] }, d("0.000039589905366"))?.values).toBe("124.9889 − 124.9888604101");
  });

  it("shows a factor with as many digits as its product needs, so that large amounts can be recomputed", () => {
    const factor = shown("present-value", "CF × f", { CF: ["cash-flow", d("1050000000")], f: ["discount-factor", d("0.90744101633393829401")] }, d("952813067.1506352087"));
    expect(factor).toMatchObject({ values: "1,050,000,000.00 × 0.907441016334", result: "952,813,067.15" });
    const rate = shown("terminal-value", "F ÷ (r − g)", { F: ["terminal-flow", d("2609.74")], r: ["wacc", d("0.1287084902804788")], g: ["growth-rate", d("0")] }, d("20276.362431955"));
    expect(rate).toMatchObject({ values: "2,609.74 ÷ (12.870849% − 0.00%)", result: "20,276.36" });
  });

  it("puts a negative value into brackets", () => {
    expect(shown("difference", "a − b", { a: ["balance", d("100.5")], b: ["balance", d("-200")] }, d("300.5"))?.values).toBe("100.5 − (−200.0)");
  });

  it("writes a sum over a list as the sum it is, a long one by its beginning and end", () => {
    const list = (count: number) => Array.from({ length: count }, (_, index) => d(String(100 + index)));
    expect(shown("total", "Σ(x)", { x: ["balance", list(3)] }, d("303"))?.values).toBe("100 + 101 + 102");
    expect(shown("total", "Σ(x)", { x: ["balance", list(9)] }, d("936"))?.values).toBe("100 + 101 + 102 + 103 + 104 + … + 108");
  });

  it("keeps a sum that is part of more in brackets, so that the line can be recomputed", () => {
    const x = ["balance", [d("1"), d("2")]] as const;
    expect(shown("share", "Σ(x) × n ÷ Σ(x)", { x, n: ["count", d("3")] }, d("3"))?.values).toBe("(1 + 2) × 3 ÷ (1 + 2)");
  });

  it("names a word by the locale", () => {
    expect(derivations([step("whether-impaired", "CA − RA", {}, word("impaired"))], () => "减值")[0]?.result).toBe("减值");
  });

  it("says by the locale which of several figures it finds", () => {
    const name = (term: string) => (term === "project-outlay" ? "建设投资" : term);
    expect(derivations([step("net-present-value", "f", {}, d("1"), word("project-outlay", "+10%"))], name)[0]?.which).toBe("建设投资 +10%");
  });
});
