import { mergeClasses } from "@fluentui/react-components";
import { useId } from "react";
import type { BridgeEntry } from "../../../workflows/impairment/evaluation.ts";
import { numberText } from "../../number-format.ts";
import { useRoom, useRoomTexts } from "../room-context.ts";
import { Bar } from "./bar.tsx";
import { useChartStyles } from "./chart-styles.ts";
import { scaleOf } from "./scale.ts";
import { waterfall } from "./waterfall.ts";

/** From the present values of the years to value in use, and on to headroom. */
export function ValueBridge({ entries }: { readonly entries: readonly BridgeEntry[] }) {
  const { test } = useRoom();
  const { room } = useRoomTexts();
  const styles = useChartStyles();
  const caption = useId();
  const bars = waterfall(entries);
  const scale = scaleOf(bars.flatMap(({ start, end }) => [start, end]));
  const decimals = Math.max(0, test.frame.digits);
  return (
    <figure className={styles.figure} data-chart="bridge" aria-labelledby={caption}>
      <figcaption id={caption} className={styles.caption}>
        {room.chart.bridge}
      </figcaption>
      <table className={styles.table} aria-labelledby={caption}>
        <tbody>
          {bars.map(({ entry, start, end, isResult }, index) => (
            <tr key={`${entry.kind}${entry.label}`} className={mergeClasses(isResult && styles.result)} data-kind={entry.kind}>
              <th scope="row" className={styles.label}>
                {entry.kind === "year" ? room.chart.year(entry.label || String(index + 1)) : room.chart.entries[entry.kind]}
              </th>
              <td>
                <Bar scale={scale} stretches={[{ from: start, to: end, look: isResult ? (end.isNegative() ? "falls" : "total") : entry.value.isNegative() ? "falls" : "rises" }]} leads={{ before: index > 0 && !isResult, after: index < bars.length - 1 }} />
              </td>
              <td className={styles.amount}>{numberText(entry.value, decimals)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
