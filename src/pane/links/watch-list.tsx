import { Button } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { a1OnSheet, type RangeAddress } from "../../workbook/address.ts";
import { Part } from "../heading.tsx";
import { useTask } from "../pane-context.ts";
import { useTableStyles } from "../table-styles.ts";
import type { DeskSnapshot, LinksDesk } from "./links-desk.ts";
import { useLinksTexts, useLinkTask, useSelectedRange } from "./room-tools.ts";
import { useRoomStyles } from "./room-styles.ts";

/** The cells a person wants to see after each refresh. */
export function WatchList({ desk, snapshot: { state, busy }, shown }: { readonly desk: LinksDesk; readonly snapshot: DeskSnapshot; readonly shown: boolean }) {
  const room = useLinksTexts();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  const run = useLinkTask();
  const read = useTask();
  const selection = useSelectedRange(desk.workbook, shown);
  const [places, setPlaces] = useState<readonly (RangeAddress | null)[]>([]);
  useEffect(() => read(async () => setPlaces(await desk.workbook.pinned(state.watched))), [desk, state.watched, read]);
  const nameOf = (index: number) => {
    const place = places[index];
    return place ? a1OnSheet(place) : room.watch.gone;
  };
  return (
    <Part title={room.watch.title}>
      <p className={note}>{room.watch.hint}</p>
      {state.watched.length > 0 && (
        <ul className={styles.list}>
          {state.watched.map((pin, index) => (
            <li key={pin} className={styles.row}>
              <span>{nameOf(index)}</span>
              <Button size="small" appearance="subtle" className={styles.small} aria-label={room.watch.remove(nameOf(index))} onClick={() => run(() => desk.unwatch(pin))}>
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
      {selection && (
        <Button size="small" className={styles.start} disabledFocusable={busy !== undefined} onClick={() => run(() => desk.watch(selection))}>
          {room.watch.add(a1OnSheet(selection))}
        </Button>
      )}
    </Part>
  );
}
