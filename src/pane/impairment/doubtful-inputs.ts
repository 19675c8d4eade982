import { blocksBehind } from "../../links/cells-behind.ts";
import { isDoubtful, linkedBlocks } from "../../links/linked-blocks.ts";
import { type Workbook, WorkbookRefusal } from "../../workbook/port.ts";
import type { Inputs } from "../../workflows/impairment/input.ts";
import type { DoubtfulInput } from "../../workflows/impairment/report/paper.ts";

/** The inputs whose figures come from a link that may say something else than its source by now, directly or by formulas, for the workpaper to say so. */
export async function doubtfulInputs(workbook: Workbook, inputs: Inputs, now: number, signal?: AbortSignal): Promise<readonly DoubtfulInput[]> {
  const blocks = await linkedBlocks(workbook, now, signal).catch((error: unknown) => {
    // The links room says what is wrong with links that cannot be read; a workpaper can be written all the same.
    if (error instanceof WorkbookRefusal && error.issue.code !== "stopped") return [];
    throw error;
  });
  const found: DoubtfulInput[] = [];
  if (!blocks.some(isDoubtful)) return found;
  for (const [pin, input] of inputs) {
    const behind = input ? await blocksBehind(workbook, input.range, blocks) : [];
    for (const { freshness: why, at } of behind.filter(isDoubtful)) found.push({ pin, why, at });
  }
  return found;
}
