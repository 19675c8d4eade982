import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checked } from "../../src/check/checked.ts";
import { readText } from "../../src/reading/text.ts";

/** What is found in an excerpt: line of the excerpt, cause, what is printed, what it should be. */
async function foundIn(excerpt: string): Promise<string[]> {
  const { findings } = await checked(readText(readFileSync(`test/check/filings/${excerpt}.txt`, "utf8")));
  return findings.map(({ figure, difference, expected }) => `${figure.places[0]?.line}: ${difference}: ${figure.text} → ${expected}`).sort((a, b) => parseInt(a) - parseInt(b));
}

describe("errors printed in published filings", () => {
  it.each<[string, string, readonly string[]]>([
    ["002-debt-and-cash-flow", "filing 002, lines 2940–3140", ["50: unexplained: 21.34% → 21.65%", "199: swapped: 107.52 亿元 → 109.74 亿元"]],
    ["002-receivables", "filing 002, lines 3180–3316", ["44: rounded-intermediate: 74.38% → 74.37%"]],
    [
      "002-turnover-by-segment",
      "filing 002, lines 3410–3464 and 3580–3600",
      ["35: digit-slip: 0.04 → 0.05", "70: unexplained: 275,873.20 → 275,756.44", "70: unexplained: 263,414.08 → 263,144.81"],
    ],
    ["002-inventory-age", "filing 002, lines 3682–3712", ["16: digit-slip: 1.45% → 1.44%"]],
    ["002-inventory-write-downs", "filing 002, lines 3727–3812", ["45: duplicate: 11.59% → ", "56: digit-slip: 2.55% → 2.25%", "79: digit-slip: 12.52 → 12.53"]],
    ["002-construction", "filing 002, lines 3820–3900", ["26: unexplained: 326,088.07 → 323,035.09", "78: swapped: 357,392.20 → 187,050.55"]],
    ["002-deferred-tax", "filing 002, lines 3998–4034", ["33: digit-slip: 5.47 亿元 → 5.46 亿元", "37: digit-slip: 2.55 亿元 → 2.54 亿元"]],
    ["002-related-sales", "filing 002, lines 4434–4535", ["32: stale: 335,260.18 → 145,991.76 万元", "89: unexplained: 16,605.98 → 16,606.09"]],
    ["002-related-purchases", "filing 002, lines 4578–4657", ["18: stale: -1.84% → 7.16%", "24: unexplained: 2,832,595.64 → 2,832,595.86", "71: unexplained: 0.53 → 0.71"]],
    [
      "004-molybdenum",
      "filing 004, lines 240–242, 406–478, 588–626, 538–547 and 758–777",
      [
        "1: digit-slip: 1.42% → 1.46%",
        "1: two-versions: 36.24 亿元 → 36.31 亿元",
        "1: digit-slip: 4.74% → 4.75%",
        "39: unexplained: 0.18% → 0.20%",
        "65: digit-slip: 0.38% → 0.37%",
        "110: stale: 26,844.05 → 25,466.11 万元",
        "142: unexplained: 357,599.02 → 358,122.04",
        "143: unexplained: 3.33% → 2.77%",
      ],
    ],
    ["004-in-transit", "filing 004, lines 966–981", ["1: digit-slip: 4.93 亿元 → 4.99 亿元"]],
    ["004-write-downs", "filing 004, lines 1090–1115: tails only", []],
  ])("%s (%s)", async (excerpt, _source, expected) => {
    expect(await foundIn(excerpt)).toEqual(expected);
  });
});

describe("coverage", () => {
  it("counts the figures that took part in a check and lists the lines of those that did not", async () => {
    const { coverage } = await checked(readText(readFileSync("test/check/filings/002-construction.txt", "utf8")));
    expect(coverage).toEqual({ figures: 165, checked: 165, leftOut: [] });
    const { coverage: other } = await checked(readText(readFileSync("test/check/filings/004-in-transit.txt", "utf8")));
    expect(other.checked).toBeLessThan(other.figures);
    expect(other.leftOut.reduce((sum, { figures }) => sum + figures, 0)).toBe(other.figures - other.checked);
  });
});

describe("a run", () => {
  const text = readFileSync("test/check/filings/002-related-sales.txt", "utf8");

  it("reports how far it has come, to the end", async () => {
    const seen: [number, number][] = [];
    await checked(readText(text), { onProgress: (done, of) => seen.push([done, of]) });
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.map(([done]) => done)).toEqual([...seen.map(([done]) => done)].sort((a, b) => a - b));
    expect(seen.at(-1)?.[0]).toBe(seen.at(-1)?.[1]);
  });

  it("stops where it is aborted, with the signal's reason", async () => {
    const stop = new AbortController();
    const reason = new Error("stopped by the reader");
    await expect(checked(readText(text), { signal: stop.signal, onProgress: () => stop.abort(reason) })).rejects.toBe(reason);
  });
});
