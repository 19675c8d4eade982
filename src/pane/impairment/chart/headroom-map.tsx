import { mergeClasses } from "@fluentui/react-components";
import { useId } from "react";
import type { Decimal } from "../../../core/decimal.ts";
import { Refusal } from "../../../core/refusal.ts";
import type { SensitivityCell } from "../../../core/discounting/sensitivity.ts";
import { sentenceOf } from "../../../locales/texts.ts";
import type { HeadroomMap } from "../../../workflows/impairment/evaluation.ts";
import { numberText, percentText } from "../../number-format.ts";
import { usePane } from "../../pane-context.ts";
import { useTableStyles } from "../../table-styles.ts";
import { useRoom, useRoomTexts } from "../room-context.ts";
import { useChartStyles } from "./chart-styles.ts";

interface HeadroomMapProps {
  readonly map: HeadroomMap;
  /** Where the test stands: its rate, and its growth or no change of the flows. */
  readonly rate: Decimal;
  readonly column: Decimal;
}

/** Headroom over rates and growths, or changes of the flows: where the unit is impaired and where not. */
export function HeadroomMapTable({ map, rate, column }: HeadroomMapProps) {
  const { test } = useRoom();
  const { room } = useRoomTexts();
  const { locale } = usePane();
  const styles = useChartStyles();
  const { note } = useTableStyles();
  const caption = useId();
  const decimals = Math.max(0, test.frame.digits);
  const text = (cell: SensitivityCell | undefined) => (isHeadroom(cell) ? numberText(cell, decimals) : "—");
  return (
    <figure className={styles.figure} data-chart="map" aria-labelledby={caption}>
      <figcaption id={caption} className={styles.caption}>
        {map.across === "growth" ? room.chart.mapByGrowth : room.chart.mapByFlows}
      </figcaption>
      <p className={note}>{room.chart.mapHint}</p>
      <div role="region" aria-labelledby={caption} tabIndex={0} className={styles.scroll}>
        <table className={styles.map} aria-labelledby={caption}>
          <thead>
            <tr>
              <th scope="col">{map.across === "growth" ? room.chart.rateAndGrowth : room.chart.rateAndFlows}</th>
              {map.columns.map((each) => (
                <th key={each.toString()} scope="col">
                  {signed(each, map.across === "flows")}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {map.cells.map((cells, row) => {
              const own = map.rates[row];
              return (
                <tr key={row}>
                  <th scope="row">{own ? percentText(own) : ""}</th>
                  {cells.map((cell, index) => (
                    <td
                      key={index}
                      {...(isHeadroom(cell) && { "data-headroom": isShort(cell) ? "below" : "above" })}
                      {...(own?.eq(rate) && map.columns[index]?.eq(column) && { "data-present": true })}
                      className={mergeClasses(isHeadroom(cell) && (isShort(cell) ? styles.below : styles.above), own?.eq(rate) && map.columns[index]?.eq(column) && styles.present)}
                      {...(cell instanceof Refusal ? { title: sentenceOf(cell.issue, locale.sentences) } : {})}
                    >
                      {text(cell)}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </figure>
  );
}

const isHeadroom = (cell: SensitivityCell | undefined): cell is Decimal => cell !== undefined && !(cell instanceof Refusal);
const isShort = (cell: Decimal) => cell.lt(0);

function signed(value: Decimal, isChange: boolean): string {
  return `${isChange && value.gt(0) ? "+" : ""}${percentText(value)}`;
}
