import { Button, ProgressBar } from "@fluentui/react-components";
import { useTableStyles } from "../table-styles.ts";
import type { Busy } from "./links-desk.ts";
import { useLinksTexts } from "./room-tools.ts";
import { useRoomStyles } from "./room-styles.ts";

/** What is under way, how far it is, and the way to stop it. */
export function BusyBar({ busy: { what, name, share, stop } }: { readonly busy: Busy }) {
  const room = useLinksTexts();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  const sentence = room.busy[what](name);
  return (
    <div className={styles.form} style={{ rowGap: 6 }}>
      <p className={note} role="status">
        {sentence}
      </p>
      <ProgressBar aria-label={sentence} {...(share === undefined ? {} : { value: share })} />
      <div className={styles.row}>
        <Button size="small" onClick={stop}>
          {room.busy.stop}
        </Button>
        {share !== undefined && <span className={note}>{room.busy.percent(String(Math.floor(share * 100)))}</span>}
      </div>
    </div>
  );
}
