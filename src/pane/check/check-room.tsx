import { Button, MessageBar, MessageBarBody, ProgressBar } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { usePane } from "../pane-context.ts";
import { useTableStyles } from "../table-styles.ts";
import { CheckedContext, useCheckTexts } from "./check-context.ts";
import { useCheckStyles } from "./check-styles.ts";
import { Results } from "./results.tsx";
import { SourceForm } from "./source-form.tsx";
import { type CheckState, useCheck } from "./use-check.ts";
import { useIgnored } from "./use-ignored.ts";
import { useLeftMarks } from "./use-marks.ts";
import { useSheetPlace } from "./use-sheet-place.ts";

/** A filing recomputed: a sheet, a selection, a pasted reply or a file, and what in it does not hold. */
export default function CheckRoom({ shown }: { readonly shown: boolean }) {
  const pane = usePane();
  const { room } = useCheckTexts();
  const styles = useCheckStyles();
  const { note } = useTableStyles();
  const ready = pane.workbook.kind === "ready" ? pane.workbook : undefined;
  const [workbook, edition] = [ready?.workbook, ready?.edition ?? 0];
  const { state, start, stop } = useCheck(workbook, edition);
  const place = useSheetPlace(workbook, edition, shown);
  const ignored = useIgnored(workbook, edition, shown);
  useLeftMarks(workbook, edition, shown);
  return (
    <div className={styles.page}>
      <p className={note}>{room.intro}</p>
      <SourceForm place={place} running={state.kind === "running"} onStart={start} />
      <div role="status">{state.kind === "stopped" && <p className={styles.text}>{room.stopped}</p>}</div>
      {state.kind === "running" && <Running state={state} onStop={stop} />}
      {state.kind === "not-read" && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody style={{ whiteSpace: "normal" }}>{room.notRead[state.why](state.name)}</MessageBarBody>
        </MessageBar>
      )}
      {state.kind === "done" && (
        <CheckedContext.Provider value={state.of}>
          <Results report={state.report} workbook={workbook} ignored={ignored} />
        </CheckedContext.Provider>
      )}
    </div>
  );
}

function Running({ state: { part }, onStop }: { readonly state: Extract<CheckState, { kind: "running" }>; readonly onStop: () => void }) {
  const { room } = useCheckTexts();
  const styles = useCheckStyles();
  const stop = useRef<HTMLButtonElement | null>(null);
  useEffect(() => stop.current?.focus(), []);
  const label = part === undefined ? room.reading : room.running(`${Math.floor(part * 100)}%`);
  return (
    <div className={styles.form}>
      <p className={styles.text} aria-hidden>
        {label}
      </p>
      <ProgressBar {...(part !== undefined && { value: part })} aria-label={label} />
      <Button ref={(button: HTMLButtonElement | null) => void (stop.current = button)} size="small" className={styles.start} onClick={onStop}>
        {room.stop}
      </Button>
    </div>
  );
}
