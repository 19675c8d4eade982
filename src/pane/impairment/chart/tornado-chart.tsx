import { Decimal } from "../../../core/decimal.ts";
import { Refusal } from "../../../core/refusal.ts";
import { sentenceOf } from "../../../locales/texts.ts";
import type { Lever, TornadoEntry } from "../../../workflows/impairment/evaluation.ts";
import { numberText, percentText } from "../../number-format.ts";
import { usePane } from "../../pane-context.ts";
import { capitalised } from "../../../workflows/impairment/report/paper.ts";
import { isRate } from "../figure-text.ts";
import { useRoom, useRoomTexts } from "../room-context.ts";
import { Bar, type Stretch } from "./bar.tsx";
import { ChartRow, ChartTable } from "./chart-table.tsx";
import { useChartStyles } from "./chart-styles.ts";
import { scaleOf } from "./scale.ts";

/** What each lever does to headroom, the widest first, with the value at which headroom is gone. */
export function TornadoChart({ entries }: { readonly entries: readonly TornadoEntry[] }) {
  const { test } = useRoom();
  const { room, words } = useRoomTexts();
  const { locale } = usePane();
  const styles = useChartStyles();
  const [first] = entries;
  if (!first) return null;
  const scale = scaleOf(entries.flatMap(({ low, high, base }) => [low, high, base].filter((value) => value instanceof Decimal)));
  const decimals = Math.max(0, test.frame.digits);
  const changed = (lever: Lever, step: Decimal) => (isRate(lever) ? room.points(numberText(step.times(100), 2)) : percentText(step));
  const moved = (change: string, reached: Decimal | Refusal, end: "low" | "high") => (
    <span className={styles.moved} data-end={end}>
      <span>{change}</span>
      <span>{reached instanceof Refusal ? "—" : numberText(reached, decimals)}</span>
    </span>
  );
  return (
    <ChartTable name="tornado" title={room.chart.tornado} hint={room.chart.base(numberText(first.base, decimals))} heads={[room.chart.lever, room.chart.headroomAt, room.chart.critical]}>
      {entries.map(({ lever, step, low, high, base, critical }) => (
        <ChartRow
          key={lever}
          data={{ "data-lever": lever }}
          label={capitalised(words.levers[lever])}
          bar={
            <>
              <Bar scale={scale} stretches={[low, high].flatMap((end): Stretch[] => (end instanceof Decimal ? [{ from: base, to: end, look: end.lt(base) ? "falls" : "rises" }] : []))} mark={base} />
              {moved(`−${changed(lever, step)}`, low, "low")}
              {moved(`+${changed(lever, step)}`, high, "high")}
            </>
          }
          figure={critical instanceof Refusal ? <span title={sentenceOf(critical.issue, locale.sentences)}>{room.chart.noCritical}</span> : percentText(critical, 2)}
        />
      ))}
    </ChartTable>
  );
}
