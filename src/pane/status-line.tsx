import { Button, Link, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from "@fluentui/react-components";
import { useRef } from "react";
import { type Notice, usePane, useTask } from "./pane-context.ts";

const useStyles = makeStyles({
  line: { flexShrink: 0, outline: "none" },
  bar: { borderRadius: 0, borderLeft: 0, borderRight: 0, borderBottom: 0 },
  text: { display: "block", whiteSpace: "normal", lineHeight: tokens.lineHeightBase300 },
  dismiss: { minWidth: "24px", paddingInline: "4px" },
});

/** The last thing that happened, with the way to take it back. It stands in a live region, so that it is heard too. */
export function StatusLine({ notice, onDismissed }: { readonly notice: Notice | undefined; readonly onDismissed: () => void }) {
  const { texts, notify } = usePane();
  const run = useTask();
  const styles = useStyles();
  const line = useRef<HTMLDivElement>(null);
  const dismiss = () => {
    notify(undefined);
    onDismissed();
  };
  const takeBack = ({ written }: Notice) => {
    if (!written) return;
    // The link goes with its message; what follows is read where it stood.
    line.current?.focus();
    run(async () => {
      const whole = await written.undo();
      notify(
        whole
          ? { intent: "info", sentence: ({ status }) => status.undone(written.sheets) }
          : { intent: "error", sentence: ({ status }) => status.notUndone },
      );
    });
  };
  return (
    <div role="status" ref={line} tabIndex={-1} className={styles.line}>
      {notice && (
        <MessageBar intent={notice.intent} layout="multiline" className={styles.bar}>
          <MessageBarBody>
            <span className={styles.text}>
              {notice.sentence(texts)}{" "}
              {notice.written && (
                <Link as="button" inline onClick={() => takeBack(notice)}>
                  {texts.status.undo}
                </Link>
              )}
            </span>
          </MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button appearance="transparent" size="small" className={styles.dismiss} aria-label={texts.status.dismiss} onClick={dismiss}>
                ×
              </Button>
            }
          />
        </MessageBar>
      )}
    </div>
  );
}
