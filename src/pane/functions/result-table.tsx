import { mergeClasses } from "@fluentui/react-components";
import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { Decimal } from "../../core/decimal.ts";
import { Refusal } from "../../core/refusal.ts";
import type { Grid } from "../../core/table.ts";
import { spelled } from "../../functions/answer.ts";
import { cellErrorOf } from "../../functions/cell-error.ts";
import type { ResultCell } from "../../functions/define.ts";
import { Word } from "../../functions/term.ts";
import { usePane } from "../pane-context.ts";
import { useTableStyles } from "../table-styles.ts";
import { neededWidth, type ResultLayout, resultLayout, type ShownCell } from "./result-layout.ts";

interface ResultTableProps {
  readonly cells: Grid<ResultCell>;
  readonly label: string;
  /** Whether a figure is a fraction, by itself or by what heads its column and row. */
  readonly isFraction: (value: Decimal, headers: readonly (ResultCell | undefined)[]) => boolean;
  /** The decimals amounts have at least. */
  readonly reported?: number;
}

/** A result as a real table; where the pane is too narrow for its columns, as one group of rows a row. */
export function ResultTable({ cells, label, isFraction, reported = 0 }: ResultTableProps) {
  const { name } = usePane();
  const styles = useTableStyles();
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    setWidth(element.clientWidth);
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const layout = useMemo(() => {
    const other = (cell: ResultCell) => {
      if (cell instanceof Refusal) return cellErrorOf(cell.issue);
      return cell instanceof Word ? spelled(cell, name) : String(cell);
    };
    return resultLayout(cells, other, isFraction, reported);
  }, [cells, isFraction, reported, name]);
  const narrow = layout.header !== undefined && width > 0 && neededWidth(layout) > width;
  return (
    <div ref={frame}>
      <table className={mergeClasses(styles.table, styles.result)} aria-label={label}>
        {narrow ? <Groups {...layout} /> : <Rows {...layout} />}
      </table>
    </div>
  );
}

function Rows({ header, rows, labelled }: ResultLayout) {
  const styles = useTableStyles();
  const isFigure = (column: number) => rows.some((row) => row[column]?.cell instanceof Decimal);
  return (
    <>
      {header && (
        <thead>
          <tr>
            {header.map(({ text }, column) => {
              const Heading = text === "" ? "td" : "th";
              return (
                <Heading key={column} {...(text === "" ? {} : { scope: "col" })} className={mergeClasses(isFigure(column) && styles.heading)}>
                  {text}
                </Heading>
              );
            })}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.map((shown, column) =>
              labelled && column === 0 ? (
                <th key={column} scope="row">
                  {shown.text}
                </th>
              ) : (
                <Figure key={column} shown={shown} right={isFigure(column)} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </>
  );
}

/** Every row under its label, each of its figures beside what heads the column. */
function Groups({ header = [], rows, labelled }: ResultLayout) {
  const styles = useTableStyles();
  return rows.map((row, index) => (
    <tbody key={index}>
      {labelled && (
        <tr>
          <th scope="rowgroup" colSpan={2} className={styles.group}>
            {row[0]?.text}
          </th>
        </tr>
      )}
      {row.map((shown, column) =>
        (labelled && column === 0) || shown.text === "" ? null : (
          <tr key={column}>
            <td>{header[column]?.text}</td>
            <Figure shown={shown} right />
          </tr>
        ),
      )}
    </tbody>
  ));
}

function Figure({ shown: { cell, text }, right }: { readonly shown: ShownCell; readonly right: boolean }) {
  const styles = useTableStyles();
  return <td className={mergeClasses(right && (cell instanceof Decimal ? styles.figure : styles.heading), cell instanceof Refusal && styles.error)}>{text}</td>;
}
