import { Button, MessageBar, MessageBarActions, MessageBarBody, Spinner } from "@fluentui/react-components";
import { useState } from "react";
import { workbookSentence } from "../../locales/pane-texts.ts";
import type { Workbook } from "../../workbook/port.ts";
import { openTest } from "../../workflows/impairment/advance.ts";
import { usePane, useTask } from "../pane-context.ts";
import { useTableStyles } from "../table-styles.ts";
import { useRoomTexts } from "./room-context.ts";
import { useRoomStyles } from "./room-styles.ts";
import { TestList } from "./test-list.tsx";
import { TestPage } from "./test-page.tsx";
import type { TestsStore } from "./tests-store.ts";
import { type Tests, useTests } from "./use-tests.ts";

/** The impairment tests of the workbook: their list, or the one that is open. */
export default function ImpairmentRoom({ shown }: { readonly shown: boolean }) {
  const { workbook } = usePane();
  const { room } = useRoomTexts();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  if (workbook.kind !== "ready") {
    return (
      <div className={styles.page}>
        <p className={note}>{room.needsWorkbook}</p>
      </div>
    );
  }
  return <Opened key={workbook.edition} workbook={workbook.workbook} edition={workbook.edition} shown={shown} />;
}

function Opened({ workbook, edition, shown }: { readonly workbook: Workbook; readonly edition: number; readonly shown: boolean }) {
  const tests = useTests(workbook, edition, shown);
  const { room } = useRoomTexts();
  const styles = useRoomStyles();
  /** Which test was left last: its entry in the list takes the focus back. */
  const [left, setLeft] = useState<string>();
  const { opening, state, play } = tests;
  const test = openTest(state);
  if (opening.kind === "loading") {
    return (
      <div className={styles.page}>
        <Spinner size="extra-tiny" label={room.loading} style={{ justifyContent: "flex-start" }} />
      </div>
    );
  }
  if (opening.kind === "refused") return <Refused tests={tests} />;
  const leave = () => {
    setLeft(test?.id);
    play({ type: "test-opened", test: null });
  };
  return (
    <div className={styles.page}>
      {tests.saving.kind === "failed" && <NotSaved tests={tests} />}
      {test ? <TestPage key={test.id} workbook={workbook} edition={edition} shown={shown} test={test} tests={tests} onLeave={leave} /> : <TestList tests={tests} left={left} />}
    </div>
  );
}

/** Tests that this program cannot read are told of, and never written over unasked. */
function Refused({ tests: { opening, store } }: { readonly tests: Tests }) {
  const { texts } = usePane();
  const { room } = useRoomTexts();
  const styles = useRoomStyles();
  if (opening.kind !== "refused") return null;
  const { issue } = opening;
  return (
    <div className={styles.page}>
      <MessageBar intent="error" layout="multiline" role="alert">
        <MessageBarBody style={{ whiteSpace: "normal" }}>
          {workbookSentence(issue, texts)} {issue.code === "state-newer" ? room.refused.newer : issue.code === "state-unreadable" ? room.refused.damaged : ""}
        </MessageBarBody>
        <MessageBarActions>
          <Again store={store} />
          {issue.code === "state-unreadable" && (
            <Button size="small" onClick={() => store.startAfresh()}>
              {room.refused.afresh}
            </Button>
          )}
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}

function Again({ store }: { readonly store: TestsStore }) {
  const { room } = useRoomTexts();
  const run = useTask();
  return (
    <Button size="small" onClick={() => run(store.load)}>
      {room.refused.again}
    </Button>
  );
}

function NotSaved({ tests: { saving, store } }: { readonly tests: Tests }) {
  const { texts } = usePane();
  const { room } = useRoomTexts();
  const run = useTask();
  if (saving.kind !== "failed") return null;
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody style={{ whiteSpace: "normal" }}>
        {room.saving.failed} {workbookSentence(saving.issue, texts)}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => run(store.save)}>
          {room.saving.again}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
