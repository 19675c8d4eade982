import { Button, MessageBar, MessageBarBody, Switch } from "@fluentui/react-components";
import { useContext, useEffect, useRef, useState } from "react";
import type { CheckReport, ReportedFinding } from "../../check/report.ts";
import { a1OnSheet } from "../../workbook/address.ts";
import type { Workbook } from "../../workbook/port.ts";
import { Part } from "../heading.tsx";
import { percentText } from "../number-format.ts";
import { usePane, useTask } from "../pane-context.ts";
import { CheckedContext, useCheckTexts } from "./check-context.ts";
import { useCheckStyles } from "./check-styles.ts";
import { FindingList } from "./finding-list.tsx";
import { findingsSheet } from "./findings-sheet.ts";
import { IgnoredList } from "./ignored-list.tsx";
import { LeftOut, Tails } from "./left-out.tsx";
import { type Ignored, today } from "./use-ignored.ts";
import { useMarks } from "./use-marks.ts";
import { useStale } from "./use-stale.ts";

/** What was found: how much took part, the findings, those set aside, and what can be done with them. */
export function Results({ report, workbook, ignored }: { readonly report: CheckReport; readonly workbook: Workbook | undefined; readonly ignored: Ignored }) {
  const { room, words } = useCheckTexts();
  const of = useContext(CheckedContext);
  const styles = useCheckStyles();
  const stale = useStale(workbook, of);
  const heading = useRef<HTMLHeadingElement>(null);
  const toHeading = () => heading.current?.focus();
  useEffect(toHeading, [report]);
  // The button that was pressed goes with its entry.
  const ignore = ignored.ignore;
  const ignoreFinding = ignore && ((reported: ReportedFinding, reason: string) => {
    ignore(reported, reason);
    toHeading();
  });
  const restore = (content: string) => {
    ignored.restore(content);
    toHeading();
  };
  const reasons = new Map(ignored.list.map(({ content, reason }) => [content, reason]));
  const open = report.findings.filter(({ content }) => !reasons.has(content));
  const { figures, checked } = report.coverage;
  const name = of.kind === "cells" ? a1OnSheet(of.block) : of.kind === "file" ? of.name : room.theText;
  const summary = [words.summary(open.length, report.tails.length), words.coverage(checked, figures, percentText(checked / figures, 1))];
  return (
    <Part title={room.results.title(name)} headingRef={heading}>
      {summary.map((sentence) => (
        <p key={sentence} className={styles.text}>
          {sentence}
        </p>
      ))}
      {stale && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody style={{ whiteSpace: "normal" }}>{room.results.stale}</MessageBarBody>
        </MessageBar>
      )}
      <div>
        <LeftOut lines={report.leftOut} />
        <Tails tails={report.tails} />
      </div>
      {workbook && of.kind === "cells" && report.findings.length > 0 && <Marks workbook={workbook} findings={open} />}
      {workbook && report.findings.length > 0 && <WriteSheet workbook={workbook} name={name} summary={summary} findings={report.findings.map((reported) => ({ reported, ignored: reasons.get(reported.content) }))} />}
      {open.length > 0 && <FindingList findings={open} onIgnore={ignoreFinding} />}
      <IgnoredList ignored={{ ...ignored, restore }} />
    </Part>
  );
}

function Marks({ workbook, findings }: { readonly workbook: Workbook; readonly findings: CheckReport["findings"] }) {
  const { room } = useCheckTexts();
  const [on, setOn] = useMarks(workbook, useContext(CheckedContext), findings);
  return <Switch checked={on} label={{ children: room.marks.show, title: room.marks.hint }} onChange={(_, { checked }) => setOn(checked)} />;
}

type WriteSheetProps = Pick<Parameters<typeof findingsSheet>[0], "name" | "summary" | "findings"> & { readonly workbook: Workbook };

function WriteSheet({ workbook, name, summary, findings }: WriteSheetProps) {
  const { notify } = usePane();
  const { room, words } = useCheckTexts();
  const of = useContext(CheckedContext);
  const styles = useCheckStyles();
  const run = useTask();
  const [writing, setWriting] = useState(false);
  const write = () => {
    if (writing) return;
    setWriting(true);
    run(async () => {
      try {
        const written = await workbook.write({ sheets: [findingsSheet({ of, name, day: today(), findings, summary }, room, words)] });
        notify({ intent: "success", sentence: () => room.sheet.written(written.sheets[0] ?? ""), written });
      } finally {
        setWriting(false);
      }
    });
  };
  return (
    <Button className={styles.start} disabledFocusable={writing} onClick={write}>
      {writing ? room.sheet.writing : room.sheet.write}
    </Button>
  );
}
