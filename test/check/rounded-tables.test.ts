import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checked } from "../../src/check/checked.ts";
import { readText } from "../../src/reading/text.ts";
import { type TruthTable, truthTables } from "../support/truth-tables.ts";

const documents = 1000;
const tablesEach = 10;

describe("tables that print true values rounded", () => {
  it(`are never found wrong: ${documents * tablesEach} tables`, { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(truthTables, { minLength: tablesEach, maxLength: tablesEach }), async (tables) => {
        const text = tables.map(({ lines }: TruthTable, at) => `报告期内第${at + 1}类业务情况如下：\n\n单位：万元\n\n${lines.join("\n")}\n`).join("\n");
        const { findings } = await checked(readText(text));
        expect(findings.map(({ figure, expected, rule }) => `${rule}: ${figure.text} (${figure.name}) for ${expected}`)).toEqual([]);
      }),
      { numRuns: documents, seed: 20261122 },
    );
  });
});
