import type { ResultLanguage } from "../../functions/term.ts";
import type { Sample } from "../../samples/sample.ts";
import type { Workbook, Written } from "../../workbook/port.ts";
import { bringTest, removeTest } from "../../workflows/impairment/brought-test.ts";
import type { TestId } from "../../workflows/impairment/state.ts";

/** Adds the sheets of a sample and the tests it brings along, linked to them, their sources told in a language; taken back as one. */
export async function openedSample(workbook: Workbook, sample: Sample, language: ResultLanguage): Promise<Written> {
  const plans = sample.sheets();
  const written = await workbook.write({ sheets: plans });
  // A name that was taken has become another one: the sheets come back in the order of their plans.
  const named = new Map(plans.map(({ name }, index) => [name, written.sheets[index] ?? name]));
  const tests: TestId[] = [];
  try {
    for (const { document, blocks } of sample.tests?.(language) ?? []) {
      const placed = Object.fromEntries(Object.entries(blocks).map(([name, block]) => [name, { ...block, sheet: named.get(block.sheet) ?? block.sheet }]));
      tests.push(await bringTest(workbook, { document, blocks: placed }));
    }
  } catch (error) {
    for (const test of tests) await removeTest(workbook, test);
    await written.undo();
    throw error;
  }
  return {
    sheets: written.sheets,
    async undo() {
      const undone = await written.undo();
      if (undone) for (const test of tests) await removeTest(workbook, test);
      return undone;
    },
  };
}
