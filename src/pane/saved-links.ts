import { useEffect } from "react";
import { journalKey } from "../links/journal.ts";
import { linksKey } from "../links/links-codec.ts";
import type { WorkbookState } from "./pane-context.ts";

/** Calls the listener once it is known that the workbook has links, or a refresh that was cut off. */
export function useSavedLinks(workbook: WorkbookState, listener: () => void): void {
  useEffect(() => {
    if (workbook.kind !== "ready") return undefined;
    let left = false;
    const find = async () => {
      const saved = [await workbook.workbook.loadState(linksKey), await workbook.workbook.loadState(journalKey)];
      if (!left && saved.some((document) => document !== null)) listener();
    };
    // A document that cannot be read is told of in its room.
    find().catch(() => !left && listener());
    return () => {
      left = true;
    };
  }, [workbook, listener]);
}
