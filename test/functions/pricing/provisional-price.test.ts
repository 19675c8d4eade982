import { describe, expect, it } from "vitest";
import { confirmCoverage } from "../../../src/functions/confirmation/coverage.ts";
import { pricingFairValue, pricingTable } from "../../../src/functions/pricing/provisional-price.ts";
import { cellsOf, errorOf, figureOf } from "../../support/call.ts";

describe("lots at a provisional price", () => {
  it("lose when the price rises for the buyer and gain for the seller, without the VAT in it", () => {
    expect(figureOf(pricingFairValue, 1000, 68_000, 79_300, "buy", 0.13)).toBe(-10_000_000);
    expect(figureOf(pricingFairValue, 1000, 68_000, 79_300, "sell", 0.13)).toBe(10_000_000);
    expect(figureOf(pricingFairValue, 1000, 68_000, 68_000)).toBe(0);
  });

  it("stand apart as open and settled, and add to the total", () => {
    const lots = [["L-01", 10, 100, 110, false], ["L-02", 20, 100, 95, "是"], ["L-03", 5, 90, 100, ""]];
    expect(cellsOf(pricingTable, lots)).toEqual([
      ["lot", "open-lots", "settled-lots", "total"],
      ["L-01", -100, 0, -100],
      ["L-02", 0, 100, 100],
      ["L-03", -50, 0, -50],
      ["total", -150, 100, -50],
    ]);
  });

  it("leave a lot without a price out of no total in silence: it is not available, and so is what it belongs to", () => {
    const missing = { code: "not-available", place: { parameter: "lots", row: 1, column: 3, single: false }, text: "/" };
    const lots = [["L-01", 10, 100, 110, false], ["L-02", 20, 100, "/", false], ["L-03", 5, 90, 100, true]];
    const cells = cellsOf(pricingTable, lots);
    expect([cells[1], cells[3]]).toEqual([["L-01", -100, 0, -100], ["L-03", 0, -50, -50]]);
    expect([cells[2]?.[1], cells[2]?.[3], cells[4]?.[1], cells[4]?.[3]]).toEqual(Array.from({ length: 4 }, () => expect.objectContaining({ literal: "#N/A", issue: missing })));
    expect([cells[2]?.[2], cells[4]?.[2]]).toEqual([0, -50]);
  });

  it("refuse a table without its five columns and a word that is neither yes nor no", () => {
    expect(errorOf(pricingTable, [["L-01", 10, 100, 110]]).issue).toEqual({ code: "columns-differ", parameter: "lots", given: 4, expected: 5 });
    expect(errorOf(pricingTable, [["L-01", 10, 100, 110, "Maybe"]]).issue).toMatchObject({ code: "unknown-word", text: "Maybe" });
  });
});

describe("the statistics of confirmation letters", () => {
  // Filing 002, lines 2587–2601: revenue of 2025-05, 2024 and 2023.
  const table = cellsOf(
    confirmCoverage,
    [["6,483,172.70", "14,928,896.13", "12,895,346.52"]],
    [["4,833,918.90", "13,700,270.66", "12,043,709.31"]],
    [["4,823,752.50", "12,327,468.91", "11,348,420.16"]],
    [["4,209,346.62", "9,414,051.69", "8,618,821.55"]],
    [["614,405.88", "2,913,417.22", "2,729,598.61"]],
    [["10,166.40", "1,372,801.75", "695,289.15"]],
  ).slice(1);
  const percents = (row: number) => table[row]?.slice(1).map((cell) => `${(Number(cell) * 100).toFixed(2)}%`);

  it.each([
    [2, ["74.56%", "91.77%", "93.40%"]],
    [4, ["99.79%", "89.98%", "94.23%"]],
    [6, ["87.08%", "68.71%", "71.56%"]],
    [8, ["12.71%", "21.27%", "22.66%"]],
    [10, ["99.79%", "89.98%", "94.23%"]],
    [12, ["0.21%", "10.02%", "5.77%"]],
    [14, ["74.56%", "91.77%", "93.40%"]],
  ])("print every ratio of the filing: row %i", (row, expected) => {
    expect(percents(row)).toEqual(expected);
  });

  it("add what was confirmed and what was verified", () => {
    expect(table[9]?.slice(1)).toEqual([4_823_752.5, 12_327_468.91, 11_348_420.16]);
    expect(table[13]?.slice(1)).toEqual([4_833_918.9, 13_700_270.66, 12_043_709.31]);
  });
});
