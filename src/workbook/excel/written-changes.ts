import { plannedCells } from "../block-plan.ts";
import { Pace } from "../pace.ts";
import { type Changes, WorkbookRefusal, type Written, type WritingRun } from "../port.ts";
import { imagesOf, plansOf } from "./block-image.ts";
import { WrittenBlocks } from "./written-blocks.ts";
import { writtenSheets } from "./written-sheets.ts";

// So often what was there is put back anew where Excel fails at that too, and so long after.
const attempts = 3;
const pause = 300;

/** Writes sheets and blocks as one step: all of it stands, or nothing. */
export async function writtenChanges({ sheets = [], blocks = [] }: Changes, run: WritingRun): Promise<Written> {
  const pace = new Pace(run, plannedCells({ sheets, blocks }));
  pace.check();
  const strips = await imagesOf(blocks);
  await run.journal?.(plansOf(strips));
  pace.check();
  const written = new WrittenBlocks(strips);
  const added = await writtenSheets(sheets, pace);
  try {
    await written.write(pace);
  } catch (error) {
    await again(() => written.putBack(), [...new Set(strips.map(({ sheet }) => sheet))], error);
    await added.remove();
    throw error;
  }
  return {
    sheets: [...new Set([...added.names, ...blocks.map(({ sheet }) => sheet)])],
    async undo() {
      const state = await written.state();
      if (state === "changed") return false;
      return added.takeAway(async () => (state === "written" ? written.putBack() : undefined));
    },
  };
}

/** Tries until it is done, or says that it is not. */
async function again(task: () => Promise<void>, sheets: readonly string[], cause: unknown): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await task();
    } catch {
      if (attempt === attempts) throw new WorkbookRefusal({ code: "half-written", sheets: sheets.join(", ") }, { cause });
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
