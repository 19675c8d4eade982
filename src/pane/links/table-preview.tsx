import { mergeClasses } from "@fluentui/react-components";
import { isPartial, type SourceTable } from "../../links/source/source-table.ts";
import { faultSentence } from "../../locales/links-texts.ts";
import type { CellValue } from "../../workbook/port.ts";
import { numberText, percentText } from "../number-format.ts";
import { useTableStyles } from "../table-styles.ts";
import { useLinksTexts, valueText } from "./room-tools.ts";
import { useRoomStyles } from "./room-styles.ts";

const shownRows = 8;
const listed = 20;

/** A table as it was read: its head, its first rows, and every cell that was not understood. */
export function TablePreview({ table }: { readonly table: SourceTable }) {
  const room = useLinksTexts();
  const styles = useRoomStyles();
  const { table: look, figure, note } = useTableStyles();
  const { columns, rows, kinds } = table;
  const label = room.new.preview(numberText(rows.length), numberText(columns.length));
  return (
    <div className={styles.form} style={{ rowGap: 8 }}>
      <p className={note} role="status">
        {[label, ...(table.unit === undefined ? [] : [room.new.unit(table.unit)]), ...(rows.length > shownRows ? [room.new.previewFirst(String(shownRows))] : [])].join(" · ")}
      </p>
      <div className={styles.wide} tabIndex={0} role="region" aria-label={label}>
        <table className={look} aria-label={label}>
          <thead>
            <tr>
              {columns.map((name, column) => (
                <th key={column} scope="col" className={kinds[column] === "text" ? "" : figure} style={{ minWidth: 64 }}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shownRows).map((row, index) => (
              <tr key={index}>
                {row.map((value, column) => (
                  <td key={column} className={typeof value === "number" ? figure : ""}>
                    {shownValue(value, kinds[column])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <SourceFaults table={table} />
    </div>
  );
}

/** What could not be read of a source, each with its place. */
export function SourceFaults({ table }: { readonly table: SourceTable }) {
  const room = useLinksTexts();
  const styles = useRoomStyles();
  const { note } = useTableStyles();
  const { unread, faults, columns } = table;
  return (
    <>
      {isPartial(table) && <p className={mergeClasses(styles.text, styles.warning)}>{room.plan.partial}</p>}
      {faults.length > 0 && (
        <ul className={styles.list}>
          {faults.slice(0, listed).map((fault, index) => (
            <li key={index} className={note}>
              {faultSentence(fault, room)}
            </li>
          ))}
        </ul>
      )}
      {unread.length > 0 && (
        <details>
          <summary className={styles.summary}>{room.plan.unread(numberText(unread.length))}</summary>
          <ul className={styles.list}>
            {unread.slice(0, listed).map((cell, index) => (
              <li key={index} className={note}>
                {room.plan.unreadCell(columns[cell.column] ?? "", room.places(cell.place), valueText(cell.text))}
              </li>
            ))}
          </ul>
          {unread.length > listed && <p className={note}>{room.plan.more(numberText(unread.length - listed))}</p>}
        </details>
      )}
    </>
  );
}

function shownValue(value: CellValue, kind: SourceTable["kinds"][number] | undefined): string {
  if (typeof value === "number" && kind === "percent") return percentText(value);
  // A serial number of the 1900 calendar; the one of 1 January 1970 is 25,569.
  if (typeof value === "number" && kind === "date") return new Date(Math.round((value - 25_569) * 86_400_000)).toISOString().slice(0, 10);
  return valueText(value);
}
