import { linkedBlocks } from "../../links/linked-blocks.ts";
import { type Workbook, WorkbookRefusal } from "../../workbook/port.ts";
import type { DoubtfulBlock } from "../../workflows/impairment/report/paper.ts";

/** The blocks that links fill and that may say something else than their sources by now, for the workpaper to say so. */
export async function doubtfulInputs(workbook: Workbook, now: number, signal?: AbortSignal): Promise<readonly DoubtfulBlock[]> {
  const blocks = await linkedBlocks(workbook, now, signal).catch((error: unknown) => {
    // The links room says what is wrong with links that cannot be read; a workpaper can be written all the same.
    if (error instanceof WorkbookRefusal && error.issue.code !== "stopped") return [];
    throw error;
  });
  return blocks.flatMap(({ range, freshness, at }): readonly DoubtfulBlock[] => (freshness === "stale" || freshness === "aged" || freshness === "source-gone" ? [{ range, why: freshness, at }] : []));
}
