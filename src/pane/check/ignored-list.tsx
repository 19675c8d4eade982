import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { workbookSentence } from "../../locales/pane-texts.ts";
import { Part } from "../heading.tsx";
import { numberText } from "../number-format.ts";
import { usePane } from "../pane-context.ts";
import { useTableStyles } from "../table-styles.ts";
import { useCheckTexts } from "./check-context.ts";
import { useCheckStyles } from "./check-styles.ts";
import type { Ignored } from "./use-ignored.ts";

/** The findings somebody has set aside, each with its reason and the way back. */
export function IgnoredList({ ignored: { list, issue, restore, startAfresh } }: { readonly ignored: Ignored }) {
  const { texts } = usePane();
  const { room } = useCheckTexts();
  const styles = useCheckStyles();
  const { note } = useTableStyles();
  if (issue) {
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody style={{ whiteSpace: "normal" }}>
          {room.ignored.damaged} {workbookSentence(issue, texts)}
        </MessageBarBody>
        {issue.code === "state-unreadable" && (
          <MessageBarActions>
            <Button size="small" onClick={startAfresh}>
              {room.ignored.afresh}
            </Button>
          </MessageBarActions>
        )}
      </MessageBar>
    );
  }
  if (list.length === 0) return null;
  return (
    <Part level={3} title={room.ignored.title(numberText(list.length))}>
      <ul className={styles.list}>
        {list.map(({ content, figure, expected, name, reason, on }) => (
          <li key={content} className={styles.finding}>
            <span>{[room.ignored.entry(figure, expected), name].filter(Boolean).join(" · ")}</span>
            <p className={note}>{room.ignored.reason(reason, on)}</p>
            <Button size="small" className={styles.start} aria-label={room.ignored.restoreOf(figure)} onClick={() => restore(content)}>
              {room.ignored.restore}
            </Button>
          </li>
        ))}
      </ul>
    </Part>
  );
}
