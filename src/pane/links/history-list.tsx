import type { RecordedEffect, RefreshRecord } from "../../links/link.ts";
import type { LinksTexts } from "../../locales/links-texts.ts";
import { effectFigures } from "../../workflows/impairment/test-effect.ts";
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
          <li key={record.at} className={styles.item} style={{ paddingBlock: 6 }}>
            <span>{room.history.entry(time(record.at), record.links.map(({ name }) => name).join(", "))}</span>
            {record.links.map(({ link, name, added, removed, changed, kept }) => (
              <p key={link} className={note}>
                {`${record.links.length > 1 ? `${name}: ` : ""}${room.done.counts(numberText(added), numberText(removed), numberText(changed), numberText(kept))}`}
              </p>
            ))}
            {record.effects.slice(0, listed).map((effect, index) => (
              <p key={index} className={note}>
                {room.history.moved(effectName(effect, room.done.figures), valueText(effect.before) || room.plan.blank, valueText(effect.after) || room.plan.blank)}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function effectName({ label, figure }: RecordedEffect, names: LinksTexts["done"]["figures"]): string {
  const known = effectFigures.find((each) => each === figure);
  return known ? `${label} · ${names[known]}` : label;
}
