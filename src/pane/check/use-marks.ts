import { useEffect, useRef, useState } from "react";
import type { ReportedFinding } from "../../check/report.ts";
import type { Mark, Workbook } from "../../workbook/port.ts";
import { useTask } from "../pane-context.ts";
import { cellOf } from "./check-context.ts";
import type { Checked } from "./use-check.ts";

/** Takes away the marks that a pane closed over them has left in the workbook, once the room is opened in it. */
export function useLeftMarks(workbook: Workbook | undefined, edition: number, shown: boolean): void {
  const run = useTask();
  const cleared = useRef<number>();
  useEffect(() => {
    if (!workbook || !shown || cleared.current === edition) return;
    cleared.current = edition;
    run(() => workbook.showMarks([]));
  }, [workbook, edition, shown, run]);
}

/** Whether the cells of the findings are marked. The marks follow the findings on show, and go with them. */
export function useMarks(workbook: Workbook, of: Checked, findings: readonly ReportedFinding[]): [on: boolean, setOn: (on: boolean) => void] {
  const [on, setOn] = useState(false);
  const run = useTask();
  const key = JSON.stringify(marksOf(of, findings));
  useEffect(() => {
    if (!on) return undefined;
    run(() => workbook.showMarks(JSON.parse(key) as Mark[]));
    return undefined;
  }, [on, key, workbook, run]);
  const latest = useRef(on);
  latest.current = on;
  // Another check begins: its findings bring marks of their own where they are asked for.
  useEffect(
    () => () => {
      if (latest.current) run(() => workbook.showMarks([]));
    },
    [workbook, run],
  );
  return [
    on,
    (wanted) => {
      setOn(wanted);
      if (!wanted) run(() => workbook.showMarks([]));
    },
  ];
}

/** A mark for each cell, a sure finding before a doubtful one. */
function marksOf(of: Checked, findings: readonly ReportedFinding[]): Mark[] {
  const marks = new Map<string, Mark>();
  for (const { finding } of [...findings].reverse()) {
    const range = cellOf(of, finding.figure);
    if (range) marks.set(`${range.row} ${range.column}`, { range, kind: finding.confidence === "high" ? "break" : "note" });
  }
  return [...marks.values()];
}
