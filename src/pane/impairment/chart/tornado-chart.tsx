import { useId } from "react";
import { Decimal } from "../../../core/decimal.ts";
import { Refusal } from "../../../core/refusal.ts";
import { sentenceOf } from "../../../locales/texts.ts";
import type { TornadoEntry } from "../../../workflows/impairment/evaluation.ts";
import { numberText, percentText } from "../../number-format.ts";
import { usePane } from "../../pane-context.ts";
import { useTableStyles } from "../../table-styles.ts";
import { useRoom, useRoomTexts } from "../room-context.ts";
import { Bar, type Stretch } from "./bar.tsx";
import { useChartStyles } from "./chart-styles.ts";
import { scaleOf } from "./scale.ts";

/** What each lever does to headroom, the widest first, with the value at which headroom is gone. */
export function TornadoChart({ entries }: { readonly entries: readonly TornadoEntry[] }) {
  const { test } = useRoom();
  const { room, words } = useRoomTexts();
  const { locale } = usePane();
  const styles = useChartStyles();
  const { note } = useTableStyles();
  const caption = useId();
  const [first] = entries;
  if (!first) return null;
  const scale = scaleOf(entries.flatMap(({ low, high, base }) => [low, high, base].filter((value) => value instanceof Decimal)));
  const decimals = Math.max(0, test.frame.digits);
  const reached = (value: Decimal | Refusal) => (value instanceof Refusal ? "—" : numberText(value, decimals));
  return (
    <figure className={styles.figure} data-chart="tornado" aria-labelledby={caption}>
      <figcaption id={caption}>
        <span className={styles.caption}>{room.chart.tornado}</span> <span className={note}>{room.chart.base(numberText(first.base, decimals))}</span>
      </figcaption>
      <table className={styles.table} aria-labelledby={caption}>
        <thead>
          <tr>
            <th scope="col">{room.chart.lever}</th>
            <th scope="col">{room.chart.headroomAt}</th>
            <th scope="col" className={styles.amount}>
              {room.chart.critical}
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ lever, step, low, high, base, critical }) => (
            <tr key={lever} data-lever={lever}>
              <th scope="row" className={styles.label}>
                {words.levers[lever]}
              </th>
              <td>
                <Bar scale={scale} stretches={[low, high].flatMap((end): Stretch[] => (end instanceof Decimal ? [{ from: base, to: end, look: end.lt(base) ? "falls" : "rises" }] : []))} mark={base} />
                <span className={styles.line} data-end="low">
                  {room.chart.moved(`−${percentText(step)}`, reached(low))}
                </span>
                <span className={styles.line} data-end="high">
                  {room.chart.moved(`+${percentText(step)}`, reached(high))}
                </span>
              </td>
              <td className={styles.amount}>{critical instanceof Refusal ? <span title={sentenceOf(critical.issue, locale.sentences)}>{room.chart.noCritical}</span> : percentText(critical)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
