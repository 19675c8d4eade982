import { type Workbook, WorkbookRefusal } from "../../workbook/port.ts";
import { impairmentKey, impairmentOf } from "./codec.ts";
import type { ImpairmentState } from "./state.ts";

type SavedDocuments = Pick<Workbook, "loadState" | "saveState">;

/** Where a document is kept that could not be read, once another takes its place. */
export const unreadKey = `${impairmentKey}-unread`;

/** The tests saved in a workbook. Refuses what is newer than this program or cannot be read. */
export async function loadTests(workbook: SavedDocuments): Promise<ImpairmentState> {
  return impairmentOf(await workbook.loadState(impairmentKey));
}

/** Saves the tests. A newer document is never written over; one that cannot be read is kept beside the new one. */
export async function saveTests(workbook: SavedDocuments, state: ImpairmentState): Promise<void> {
  const stored = await storedDocument(workbook);
  if (!readable(stored)) await workbook.saveState(unreadKey, stored);
  await workbook.saveState(impairmentKey, state);
}

/** The document as it is; none where its text is damaged, which the workbook keeps of itself. */
async function storedDocument(workbook: SavedDocuments): Promise<unknown> {
  try {
    return await workbook.loadState(impairmentKey);
  } catch (error) {
    if (isUnreadable(error)) return null;
    throw error;
  }
}

function readable(document: unknown): boolean {
  try {
    impairmentOf(document);
    return true;
  } catch (error) {
    if (isUnreadable(error)) return false;
    throw error;
  }
}

function isUnreadable(error: unknown): boolean {
  return error instanceof WorkbookRefusal && error.issue.code === "state-unreadable";
}
