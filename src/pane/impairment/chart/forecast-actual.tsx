import type { BackTestRow } from "../../../workflows/impairment/evaluation.ts";
import { useRoomTexts } from "../room-context.ts";
import { comparedText } from "../figure-text.ts";
import { Bar } from "./bar.tsx";
import { ChartRow, ChartTable } from "./chart-table.tsx";
import { useChartStyles } from "./chart-styles.ts";
import { scaleOf } from "./scale.ts";

/** Last forecasts and what came: the range as a band, what came as a mark across it. Rows of unlike units have an axis each. */
export function ForecastActual({ rows }: { readonly rows: readonly BackTestRow[] }) {
  const { room } = useRoomTexts();
  const styles = useChartStyles();
  return (
    <ChartTable name="back-test" title={room.chart.backTest} heads={[room.chart.compared, room.chart.forecast, room.chart.actual]}>
      {rows.map((row, index) => {
        const { label, low, high, actual, position, gap } = row;
        const { figure, difference } = comparedText(row, room.points);
        return (
          <ChartRow
            key={`${label}${index}`}
            data={{ "data-position": position }}
            label={label}
            bar={
              <>
                <Bar scale={scaleOf([low, high, actual])} stretches={[{ from: low, to: high, look: "band" }]} mark={actual} />
                <span className={styles.line}>{low.eq(high) ? figure(low) : `${figure(low)} – ${figure(high)}`}</span>
              </>
            }
            figure={
              <>
                {figure(actual)}
                <span className={styles.line}>{room.chart.positions[position](difference(gap.abs()))}</span>
              </>
            }
          />
        );
      })}
    </ChartTable>
  );
}
