import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { reading } from "../../src/core/tie-out/printed-number.ts";
import { textReading } from "../../src/core/tie-out/printed-text.ts";

/** Every cell between tabs of the five filings, with how often it stands there, by the number of the filing. */
const filings = JSON.parse(readFileSync("test/cases/filing-cells.json", "utf8")) as Record<string, [cell: string, count: number][]>;

/** Why a cell with a digit and no letter is nevertheless no number. */
const reasons: readonly (readonly [reason: string, pattern: RegExp])[] = [
  ["the number of a note or of a row", /^[(（]\d[)）]$/],
  ["a date", /^(19|20)\d\d([-/])\d{1,2}\2\d{1,2}$/],
];

function kindOf(cell: string): string {
  const strict = reading(cell).kind;
  if (strict !== "text") return strict;
  const read = textReading(cell);
  if (read.kind !== "numbers") return read.kind;
  return read.ends.length === 2 ? "range" : "number with words";
}

describe("every cell of the five filings", () => {
  it.each([
    ["000", { blank: 1, words: 15 }],
    ["001", { blank: 6, words: 1 }],
    ["002", { number: 4769, "number with words": 60, range: 2, dash: 409, absent: 64, blank: 1365, words: 3580 }],
    ["003", {}],
    ["004", { number: 434, "number with words": 40, range: 23, absent: 11, blank: 115, words: 736 }],
  ])("of filing %s is a number, a range, a dash, absent, blank or words", (filing, counts) => {
    const found: Record<string, number> = {};
    for (const [cell, count] of filings[filing] ?? []) found[kindOf(cell)] = (found[kindOf(cell)] ?? 0) + count;
    expect(found).toEqual(counts);
  });

  it("that looks like a number and is not read as one is a note's number or a date", () => {
    const refused = Object.values(filings)
      .flat()
      .filter(([cell]) => /\d/.test(cell) && !/\p{L}/u.test(cell) && kindOf(cell) === "words");
    const unjustified = refused.filter(([cell]) => !reasons.some(([, pattern]) => pattern.test(cell)));
    expect(unjustified).toEqual([]);
    const counted = reasons.map(([reason, pattern]) => [reason, refused.filter(([cell]) => pattern.test(cell)).reduce((sum, [, count]) => sum + count, 0)]);
    expect(counted).toEqual([
      ["the number of a note or of a row", 34],
      ["a date", 53],
    ]);
  });
});
