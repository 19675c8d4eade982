import { mergeClasses } from "@fluentui/react-components";
import { Decimal } from "../../core/decimal.ts";
import { Refusal } from "../../core/refusal.ts";
import type { Grid } from "../../core/table.ts";
import { cellErrorOf } from "../../functions/cell-error.ts";
import type { ResultCell } from "../../functions/define.ts";
import { Word } from "../../functions/term.ts";
import { numberText } from "../number-format.ts";
import { usePane } from "../pane-context.ts";
import { useTableStyles } from "../table-styles.ts";

interface ResultTableProps {
  readonly cells: Grid<ResultCell>;
  readonly label: string;
  /** How a figure is printed, where the default will not do. */
  readonly figure?: (value: Decimal, header: ResultCell | undefined) => string;
}

/** A result as a real table: a first row of words heads the columns, a first column of words the rows. */
export function ResultTable({ cells: given, label, figure = (value) => numberText(value) }: ResultTableProps) {
  const { locale } = usePane();
  const styles = useTableStyles();
  const cells = standing(given);
  const [first = [], ...others] = cells;
  const headed = others.length > 0 && first.length > 1 && first.every((cell) => !(cell instanceof Decimal));
  const rows = headed ? others : cells;
  const labelled = first.length > 1 && rows.every(([cell]) => cell instanceof Word || typeof cell === "string" && cell !== "");
  const isFigure = (column: number) => rows.some((row) => row[column] instanceof Decimal);
  const text = (cell: ResultCell, column: number) => {
    if (cell instanceof Decimal) return figure(cell, headed ? first[column] : undefined);
    if (cell instanceof Refusal) return cellErrorOf(cell.issue);
    return cell instanceof Word ? locale.sentences.terms[cell.term] : String(cell);
  };
  return (
    <div {...(first.length > 4 ? { role: "group", "aria-label": label, tabIndex: 0 } : {})} style={{ overflowX: "auto" }}>
      <table className={styles.table} aria-label={label}>
        {headed && (
          <thead>
            <tr>
              {first.map((cell, column) => (
                <th key={column} scope="col" className={mergeClasses(isFigure(column) && styles.heading)}>
                  {text(cell, column)}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) =>
                labelled && column === 0 ? (
                  <th key={column} scope="row">
                    {text(cell, column)}
                  </th>
                ) : (
                  <td key={column} className={mergeClasses(isFigure(column) && styles.figure, cell instanceof Refusal && styles.error)}>
                    {text(cell, column)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A lone row of figures is shown standing, each with its place: it reads easier, and a narrow pane has the room. */
function standing(cells: Grid<ResultCell>): Grid<ResultCell> {
  const [row = []] = cells;
  return cells.length === 1 && row.length > 1 ? row.map((cell, index) => [String(index + 1), cell]) : cells;
}
