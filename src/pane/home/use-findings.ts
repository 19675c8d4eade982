import { useEffect, useRef, useState } from "react";
import type { SheetSummary, Workbook } from "../../workbook/port.ts";
import { useTask } from "../pane-context.ts";
import { findings, type SheetFindings } from "./workbook-findings.ts";

/** Above this many cells a workbook is looked through only when asked. */
const small = 300_000;

/** A change is followed by others: a recalculation, the rest of a paste. */
const settling = 400;

export interface Overview {
  readonly sheets: readonly SheetSummary[];
  /** Of the sheets looked through so far. */
  readonly found: readonly SheetFindings[];
  readonly state: "idle" | "looking" | "done" | "stopped" | "large";
  look(): void;
  stop(): void;
}

/** What stands in the workbook, kept up to date for as long as it is looked at. */
export function useFindings(workbook: Workbook | undefined, edition: number, shown: boolean): Overview {
  const [sheets, setSheets] = useState<readonly SheetSummary[]>([]);
  const [found, setFound] = useState<readonly SheetFindings[]>([]);
  const [state, setState] = useState<Overview["state"]>("idle");
  const controller = useRef<AbortController>();
  const run = useTask();

  const refresh = (book: Workbook, asked: boolean) =>
    run(async () => {
      controller.current?.abort();
      const own = new AbortController();
      controller.current = own;
      const now = await book.sheets();
      if (own.signal.aborted) return;
      setSheets(now);
      if (!asked && now.reduce((cells, { rows, columns }) => cells + rows * columns, 0) > small) {
        setFound([]);
        setState("large");
        return;
      }
      setState("looking");
      if (asked) setFound([]);
      // The old findings stay until the new ones are whole, so that nothing flickers while a person types.
      let latest: readonly SheetFindings[] = [];
      await findings(book, (sheetsSoFar) => {
        latest = sheetsSoFar;
        if (asked) setFound(sheetsSoFar);
      }, own.signal);
      if (own.signal.aborted) return;
      setFound(latest);
      setState("done");
    });
  const latestRefresh = useRef(refresh);
  latestRefresh.current = refresh;

  useEffect(() => {
    if (!workbook || !shown) return undefined;
    latestRefresh.current(workbook, false);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = workbook.onChanged(() => {
      clearTimeout(timer);
      timer = setTimeout(() => latestRefresh.current(workbook, false), settling);
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
      controller.current?.abort();
    };
  }, [workbook, edition, shown]);

  return {
    sheets,
    found,
    state,
    look: () => workbook && refresh(workbook, true),
    stop: () => {
      controller.current?.abort();
      setState("stopped");
    },
  };
}
