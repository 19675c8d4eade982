import { Button, ProgressBar } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { useTableStyles } from "../table-styles.ts";
import type { Busy } from "./busy-work.ts";
import { useLinksTexts } from "./room-tools.ts";
import { useRoomStyles } from "./room-styles.ts";

// What is over sooner, in milliseconds, needs no word.
const unseen = 80;

/** What is under way, how far it is, and the way to stop it. */
export function BusyBar({ busy: { what, name, share, stopping, stop } }: { readonly busy: Busy }) {
  const room = useLinksTexts();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSeen(true), unseen);
    return () => clearTimeout(timer);
  }, []);
  if (!seen) return null;
  const sentence = stopping ? room.busy.stopping : room.busy[what](name);
  const known = stopping ? undefined : share;
  return (
    <div className={styles.form} style={{ rowGap: 6 }}>
      <p className={note} role="status">
        {sentence}
      </p>
      <ProgressBar aria-label={sentence} {...(known === undefined ? {} : { value: known })} />
      <div className={styles.row}>
        <Button size="small" disabledFocusable={stopping} onClick={() => !stopping && stop()}>
          {room.busy.stop}
        </Button>
        {known !== undefined && <span className={note}>{room.busy.percent(String(Math.floor(known * 100)))}</span>}
      </div>
    </div>
  );
}
