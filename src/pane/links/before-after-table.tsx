import { numberText } from "../number-format.ts";
import { useTableStyles } from "../table-styles.ts";
import { useLinksTexts } from "./room-tools.ts";

/** Something as it was and as it is, in words. */
export interface BeforeAfter {
  readonly key: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly difference?: string;
  /** What the difference is made of. */
  readonly parts?: readonly { readonly name: string; readonly amount: string }[];
}

interface BeforeAfterTableProps {
  readonly label: string;
  /** What the rows are. */
  readonly head: string;
  readonly rows: readonly BeforeAfter[];
  /** How many rows are shown at most. */
  readonly most: number;
  /** How many there are, where not all are given. */
  readonly of?: number;
}

/** A table of what was and what is; with differences where any are known. */
export function BeforeAfterTable({ label, head, rows, most, of = rows.length }: BeforeAfterTableProps) {
  const room = useLinksTexts();
  const { table, figure, note, result } = useTableStyles();
  const differs = rows.some(({ difference }) => difference !== undefined);
  const heads = [room.plan.before, room.plan.after, ...(differs ? [room.done.difference] : [])];
  return (
    <>
      <table className={`${table} ${result}`} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {heads.map((each) => (
              <th key={each} scope="col" className={figure}>
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).flatMap(({ key, name, before, after, difference, parts = [] }) => [
            <tr key={key}>
              <th scope="row">{name}</th>
              <td className={figure}>{before || room.plan.blank}</td>
              <td className={figure}>{after || room.plan.blank}</td>
              {differs && <td className={figure}>{difference}</td>}
            </tr>,
            ...parts.map((part, index) => (
              <tr key={`${key} ${index}`}>
                <td colSpan={3} style={{ paddingInlineStart: 12 }}>{`${room.done.causes} ${part.name}`}</td>
                <td className={figure}>{part.amount}</td>
              </tr>
            )),
          ])}
        </tbody>
      </table>
      {of > most && <p className={note}>{room.plan.more(numberText(of - most))}</p>}
    </>
  );
}
