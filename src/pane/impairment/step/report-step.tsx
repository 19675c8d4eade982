import { Button, ProgressBar } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useState } from "react";
import { impairmentRoomTexts } from "../../../locales/impairment-room-texts.ts";
import { workpaperTexts } from "../../../locales/workpaper-texts.ts";
import { openFindings } from "../../../workflows/impairment/findings.ts";
import type { Paper } from "../../../workflows/impairment/report/paper.ts";
import { staleReport } from "../../../workflows/impairment/report/workpaper.ts";
import { writeWorkpaper } from "../../../workflows/impairment/report/writing.ts";
import { usePane, useTask } from "../../pane-context.ts";
import { useTableStyles } from "../../table-styles.ts";
import { doubtfulInputs } from "../doubtful-inputs.ts";
import { useRoom, useRoomTexts } from "../room-context.ts";
import { useRoomStyles } from "../room-styles.ts";
import { ConclusionPart } from "./conclusion-part.tsx";
import { PaperSheets } from "./paper-sheets.tsx";

/** The workpaper of the test: written, updated, found again, and the conclusion it bears. */
export function ReportStep() {
  const { test, inputs, evaluation } = useRoom();
  const { room } = useRoomTexts();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  const { report } = test;
  const paper = useMemo<Paper>(() => ({ test: evaluation.test, inputs, evaluation, texts: workpaperTexts, at: report?.at ?? "" }), [inputs, evaluation, report]);
  const open = openFindings(evaluation).length;
  return (
    <div className={styles.form}>
      <p className={note}>{room.report.hint}</p>
      {open > 0 && <p className={styles.text}>{room.report.open(open)}</p>}
      {report && <p className={styles.text}>{staleReport(test, inputs) ? room.report.stale : room.report.current}</p>}
      <Writing paper={paper} />
      {report && <PaperSheets report={report} />}
      <ConclusionPart paper={paper} />
    </div>
  );
}

/** Writes the workpaper as one step, which can be stopped while it is written and taken back afterwards. */
function Writing({ paper }: { readonly paper: Paper }) {
  const { workbook, test, play } = useRoom();
  const { notify, language } = usePane();
  const { room } = useRoomTexts();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  const run = useTask();
  const [progress, setProgress] = useState<number>();
  const controller = useRef<AbortController>();
  // What a person did a moment ago is not evaluated yet: the writing waits for it.
  const ready = paper.test === test && test.units.length > 0;
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    if (!asked || !ready) return;
    setAsked(false);
    write();
  }, [asked, ready]);
  const write = () => {
    if (progress !== undefined) return;
    const before = test.report;
    controller.current = new AbortController();
    setProgress(0);
    run(async () => {
      try {
        const signal = controller.current?.signal ?? new AbortController().signal;
        const doubtful = await doubtfulInputs(workbook, paper.inputs, Date.now(), signal);
        const { report, written } = await writeWorkpaper(workbook, { ...paper, doubtful, at: new Date().toISOString() }, { signal, onProgress: (done, of) => setProgress(of === 0 ? 1 : done / of) });
        play({ type: "report-written", report });
        const undo = async () => {
          const undone = await written.undo();
          if (undone) play({ type: "report-written", report: before });
          return undone;
        };
        notify({ intent: "success", sentence: () => impairmentRoomTexts[language].report.written(written.sheets), written: { sheets: written.sheets, undo } });
      } finally {
        setProgress(undefined);
      }
    });
  };
  return (
    <div className={styles.group}>
      <div className={styles.row}>
        <Button appearance="primary" disabledFocusable={test.units.length === 0 || asked || progress !== undefined} onClick={() => setAsked(true)}>
          {test.report ? room.report.again : room.report.write}
        </Button>
        {progress !== undefined && <Button onClick={() => controller.current?.abort()}>{room.report.stop}</Button>}
      </div>
      {progress !== undefined && (
        <div>
          <ProgressBar value={progress} aria-label={room.report.writing(Math.round(progress * 100))} />
          <span className={note}>{room.report.writing(Math.round(progress * 100))}</span>
        </div>
      )}
    </div>
  );
}
