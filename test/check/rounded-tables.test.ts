import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checked } from "../../src/check/checked.ts";
import { readText } from "../../src/reading/text.ts";
import { awkwardTable } from "../support/awkward-tables.ts";
import { type TruthTable, truthTables } from "../support/truth-tables.ts";
import { randomFrom } from "./planted-rate.ts";

const documents = 1000;
const tablesEach = 10;
const awkwardDocuments = 250;

async function foundIn(tables: readonly TruthTable[], unit: string): Promise<string[]> {
  const text = tables.map(({ lines }, at) => `报告期内第${at + 1}类业务情况如下：\n\n单位：${unit}\n\n${lines.join("\n")}\n`).join("\n");
  const { findings } = await checked(readText(text));
  return findings.map(({ figure, expected, rule }) => `${rule}: ${figure.text} (${figure.name}) for ${expected}`);
}

describe("tables that print true values rounded", () => {
  it(`are never found wrong: ${documents * tablesEach} tables`, { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(truthTables, { minLength: tablesEach, maxLength: tablesEach }), async (tables) => {
        expect(await foundIn(tables, "万元")).toEqual([]);
      }),
      { numRuns: documents, seed: 20261122 },
    );
  });

  it(`are never found wrong with 其中, losses, what was not given, tails, filled-down groups and mixed units: ${awkwardDocuments * tablesEach} tables`, { timeout: 600_000 }, async () => {
    for (let document = 0; document < awkwardDocuments; document += 1) {
      const random = randomFrom(document);
      expect(await foundIn(Array.from({ length: tablesEach }, () => awkwardTable(random)), document % 2 === 0 ? "万元" : "元")).toEqual([]);
    }
  });
});
