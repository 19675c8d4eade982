import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { plantedOutcomes } from "./planted-rate.ts";

const excerpts = ["002-receivables", "002-construction", "002-inventory-write-downs", "002-related-sales"];
const textOf = (excerpt: string) => readFileSync(`test/check/filings/${excerpt}.txt`, "utf8");

describe("one figure made wrong in a published table", () => {
  it.each(excerpts)("is noticed in eight of ten cases where all figures of its line take part in a check: %s", async (excerpt) => {
    const outcomes = (await plantedOutcomes(textOf(excerpt), 24, 2026)).filter(({ tied }) => tied);
    expect(outcomes.length).toBeGreaterThan(10);
    expect(outcomes.filter(({ noticed }) => noticed).length).toBeGreaterThanOrEqual(0.8 * outcomes.length);
  });

  it("is the same for the same seed, and another figure for another", async () => {
    const plants = async (seed: number) => (await plantedOutcomes(textOf("002-construction"), 6, seed)).map(({ plant }) => `${plant.line} ${plant.was} ${plant.now}`);
    expect(await plants(1)).toEqual(await plants(1));
    expect(await plants(1)).not.toEqual(await plants(2));
  });

  it("stands in its line in place of what was printed, and nothing else is changed", async () => {
    const [lines, outcomes] = [textOf("002-construction").split("\n"), await plantedOutcomes(textOf("002-construction"), 6, 3)];
    for (const { plant } of outcomes) {
      const planted = plant.text.split("\n");
      const changed = planted.flatMap((line, at) => (line === lines[at] ? [] : [at + 1]));
      expect(changed).toEqual([plant.line]);
      expect(planted[plant.line - 1]).toContain(plant.now);
    }
  });
});
