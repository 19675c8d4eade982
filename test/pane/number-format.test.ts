import { describe, expect, it } from "vitest";
import { Decimal } from "../../src/core/decimal.ts";
import { amountDecimals, numberText, percentText } from "../../src/pane/number-format.ts";

describe("a figure of the pane", () => {
  it.each([
    ["24235.61", "24,235.61"],
    ["1234567.891", "1,234,567.891"],
    ["12345.678912", "12,345.68"],
    ["-1905.60512", "−1,905.61"],
    ["999.5", "999.5"],
    ["-0.000001", "−0.000001"],
    ["0.40463369469", "0.404634"],
    ["0.00002123600", "0.000021236"],
    ["12", "12"],
    ["0", "0"],
  ])("prints %s as %s", (value, text) => {
    expect(numberText(new Decimal(value))).toBe(text);
  });

  it("shows no minus before what rounds to zero", () => {
    expect(numberText(new Decimal("-0.004"), 2)).toBe("0.00");
  });

  it.each([
    ["0.0222", "2.22%"],
    ["1", "100.00%"],
    ["-0.0551", "−5.51%"],
    ["0.00003108", "0.003108%"],
    ["0.0000003108", "0.00003108%"],
    ["0.404633694", "40.4634%"],
    ["0", "0.00%"],
  ])("prints the fraction %s as %s", (value, text) => {
    expect(percentText(new Decimal(value))).toBe(text);
  });

  it("prints amounts that stand together with cents if one of them has any, whatever small figures beside them have", () => {
    expect(amountDecimals([new Decimal("22330"), new Decimal("24235.61"), new Decimal("0.92593")])).toBe(2);
    expect(amountDecimals([new Decimal("22330"), new Decimal("0.92593")])).toBe(0);
  });
});
