import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { usePane } from "../pane-context.ts";
import type { DeskSnapshot, LinksDesk } from "./links-desk.ts";
import { useLinksTexts, useLinkTask, useTimeText } from "./room-tools.ts";
import { useRoomStyles } from "./room-styles.ts";

/** Offers to put back what a refresh found that was cut off before its end. */
export function InterruptedBar({ desk, snapshot: { interrupted } }: { readonly desk: LinksDesk; readonly snapshot: DeskSnapshot }) {
  const { notify } = usePane();
  const room = useLinksTexts();
  const run = useLinkTask();
  const styles = useRoomStyles();
  const time = useTimeText();
  if (!interrupted) return null;
  const putBack = () =>
    run(async () => {
      await desk.settle(true);
      notify({ intent: "success", sentence: () => room.interrupted.done });
    });
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody className={styles.sentence}>{room.interrupted.sentence(time(interrupted.at))}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" appearance="primary" onClick={putBack}>
          {room.interrupted.putBack}
        </Button>
        <Button size="small" onClick={() => run(() => desk.settle(false))}>
          {room.interrupted.leave}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
