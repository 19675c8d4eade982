import { useCallback, useEffect, useState } from "react";
import { type IgnoredFinding, ignoredKey, ignoredOf, type IgnoredState, noneIgnored, withIgnored, withoutIgnored } from "../../check/ignored.ts";
import type { ReportedFinding } from "../../check/report.ts";
import { type Workbook, type WorkbookIssue, WorkbookRefusal } from "../../workbook/port.ts";
import { useTask } from "../pane-context.ts";

export interface Ignored {
  readonly list: readonly IgnoredFinding[];
  /** Why the saved list is not used; it is left as it is. */
  readonly issue: WorkbookIssue | undefined;
  /** Undefined where nothing can be kept: no workbook, or a list that is not read. */
  readonly ignore: ((reported: ReportedFinding, reason: string) => void) | undefined;
  readonly restore: (content: string) => void;
  readonly startAfresh: () => void;
}

/** The findings that were ignored in this workbook, kept in it. */
export function useIgnored(workbook: Workbook | undefined, edition: number, shown: boolean): Ignored {
  const [state, setState] = useState<IgnoredState>();
  const [issue, setIssue] = useState<WorkbookIssue>();
  const run = useTask();
  useEffect(() => {
    if (!workbook || !shown) return undefined;
    let left = false;
    run(async () => {
      const loaded = await read(workbook);
      if (left) return;
      setState("issue" in loaded ? undefined : loaded);
      setIssue("issue" in loaded ? loaded.issue : undefined);
    });
    return () => {
      left = true;
    };
  }, [workbook, edition, shown, run]);
  // The saved list is read anew, as another pane may have added to it.
  const change = useCallback(
    (changed: (state: IgnoredState) => IgnoredState) =>
      run(async () => {
        if (!workbook) return;
        const next = changed(ignoredOf(await workbook.loadState(ignoredKey)));
        await workbook.saveState(ignoredKey, next);
        setState(next);
      }),
    [run, workbook],
  );
  return {
    list: state?.ignored ?? [],
    issue,
    ignore: workbook && state ? ({ finding: { figure, expected }, content }, reason) => change((known) => withIgnored(known, { content, figure: figure.text, expected, name: figure.name, reason, on: today() })) : undefined,
    restore: (content) => change((known) => withoutIgnored(known, content)),
    startAfresh: () =>
      run(async () => {
        if (!workbook) return;
        await workbook.saveState(ignoredKey, noneIgnored);
        setState(noneIgnored);
        setIssue(undefined);
      }),
  };
}

async function read(workbook: Workbook): Promise<IgnoredState | { readonly issue: WorkbookIssue }> {
  try {
    return ignoredOf(await workbook.loadState(ignoredKey));
  } catch (error) {
    if (error instanceof WorkbookRefusal) return { issue: error.issue };
    throw error;
  }
}

/** The day by the clock of this machine. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
