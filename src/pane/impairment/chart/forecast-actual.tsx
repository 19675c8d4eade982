import { useId } from "react";
import type { BackTestRow } from "../../../workflows/impairment/evaluation.ts";
import { numberText } from "../../number-format.ts";
import { useRoomTexts } from "../room-context.ts";
import { Bar } from "./bar.tsx";
import { useChartStyles } from "./chart-styles.ts";
import { scaleOf } from "./scale.ts";

/** Last forecasts and what came: the range as a band, what came as a mark across it. Rows of unlike units have an axis each. */
export function ForecastActual({ rows }: { readonly rows: readonly BackTestRow[] }) {
  const { room } = useRoomTexts();
  const styles = useChartStyles();
  const caption = useId();
  return (
    <figure className={styles.figure} data-chart="back-test" aria-labelledby={caption}>
      <figcaption id={caption} className={styles.caption}>
        {room.chart.backTest}
      </figcaption>
      <table className={styles.table} aria-labelledby={caption}>
        <thead>
          <tr>
            <th scope="col">{room.chart.compared}</th>
            <th scope="col">{room.chart.forecast}</th>
            <th scope="col" className={styles.amount}>
              {room.chart.actual}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, low, high, actual, position, gap }, index) => (
            <tr key={`${label}${index}`} data-position={position}>
              <th scope="row" className={styles.label}>
                {label}
              </th>
              <td>
                <Bar scale={scaleOf([low, high, actual])} stretches={[{ from: low, to: high, look: "band" }]} mark={actual} />
                <span className={styles.line}>{low.eq(high) ? numberText(low) : `${numberText(low)} – ${numberText(high)}`}</span>
              </td>
              <td className={styles.amount}>
                {numberText(actual)}
                <span className={styles.line}>{room.chart.positions[position](numberText(gap.abs()))}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
