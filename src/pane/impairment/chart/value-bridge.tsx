import type { BridgeEntry } from "../../../workflows/impairment/evaluation.ts";
import { numberText } from "../../number-format.ts";
import { useRoom, useRoomTexts } from "../room-context.ts";
import { Bar, type BarLook } from "./bar.tsx";
import { ChartRow, ChartTable } from "./chart-table.tsx";
import { scaleOf } from "./scale.ts";
import { type BridgeBar, waterfall } from "./waterfall.ts";

/** From the present values of the years to value in use, and on to headroom. */
export function ValueBridge({ entries }: { readonly entries: readonly BridgeEntry[] }) {
  const { test } = useRoom();
  const { room, words } = useRoomTexts();
  const bars = waterfall(entries);
  const scale = scaleOf(bars.flatMap(({ start, end }) => [start, end]));
  const decimals = Math.max(0, test.frame.digits);
  return (
    <ChartTable name="bridge" title={room.chart.bridge} heads={[room.chart.compared, "", words.scales[test.frame.scale]]}>
      {bars.map((bar, index) => {
        const { entry, start, end, isResult } = bar;
        return (
          <ChartRow
            key={`${entry.kind}${entry.label}`}
            data={{ "data-kind": entry.kind }}
            isResult={isResult}
            label={entry.kind === "year" ? room.chart.year(entry.label || String(index + 1)) : room.chart.entries[entry.kind]}
            bar={<Bar scale={scale} stretches={[{ from: start, to: end, look: lookOf(bar) }]} leads={{ before: index > 0 && !isResult, after: index < bars.length - 1 }} />}
            figure={numberText(entry.value, decimals)}
          />
        );
      })}
    </ChartTable>
  );
}

function lookOf({ entry, isResult }: BridgeBar): BarLook {
  if (entry.value.isNegative()) return "falls";
  return isResult ? "total" : "rises";
}
