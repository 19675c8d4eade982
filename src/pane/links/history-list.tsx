import type { RefreshRecord } from "../../links/link.ts";
import { Part } from "../heading.tsx";
import { numberText } from "../number-format.ts";
import { useTableStyles } from "../table-styles.ts";
import { useLinksTexts, useTimeText, valueText } from "./room-tools.ts";
import { useRoomStyles } from "./room-styles.ts";

const listed = 10;

/** What the last refreshes did. */
export function HistoryList({ history }: { readonly history: readonly RefreshRecord[] }) {
  const room = useLinksTexts();
  const time = useTimeText();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  return (
    <Part title={room.history.title}>
      <ul className={styles.list}>
        {history.slice(0, listed).map((record) => (
          <li key={`${record.link} ${record.at}`} className={styles.item} style={{ paddingBlock: 6 }}>
            <span>{room.history.entry(time(record.at), record.name)}</span>
            <p className={note}>{room.done.counts(numberText(record.added), numberText(record.removed), numberText(record.changed), numberText(record.kept))}</p>
            {record.effects.slice(0, listed).map((effect, index) => (
              <p key={index} className={note}>
                {room.history.moved(effect.label, valueText(effect.before), valueText(effect.after))}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </Part>
  );
}
