import { mergeClasses } from "@fluentui/react-components";
import { type ReactNode, useId } from "react";
import { useTableStyles } from "../../table-styles.ts";
import { useChartStyles } from "./chart-styles.ts";

interface ChartTableProps {
  /** Which chart it is, for those who read the drawn values back. */
  readonly name: "bridge" | "tornado" | "back-test";
  readonly title: string;
  readonly hint?: string;
  /** Over the labels, the bars and the figures. */
  readonly heads: readonly [label: string, bar: string, figure: string];
  readonly children: ReactNode;
}

/** A chart that is a table: rows of a label, a drawn bar and a figure, under what it is called. */
export function ChartTable({ name, title, hint, heads: [label, bar, figure], children }: ChartTableProps) {
  const styles = useChartStyles();
  const { note } = useTableStyles();
  const caption = useId();
  return (
    <figure className={styles.figure} data-chart={name} aria-labelledby={caption}>
      <figcaption>
        <span id={caption} className={styles.caption}>
          {title}
        </span>
        {hint !== undefined && <span className={note}>{hint}</span>}
      </figcaption>
      <table className={styles.table} aria-labelledby={caption}>
        <thead>
          <tr>
            <th scope="col">{label}</th>
            {bar === "" ? <td /> : <th scope="col">{bar}</th>}
            <th scope="col" className={styles.amount}>
              {figure}
            </th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </figure>
  );
}

interface ChartRowProps {
  readonly label: string;
  /** The bar, and what is written under it. */
  readonly bar: ReactNode;
  readonly figure: ReactNode;
  readonly isResult?: boolean;
  readonly data: Readonly<Record<`data-${string}`, string>>;
}

export function ChartRow({ label, bar, figure, isResult = false, data }: ChartRowProps) {
  const styles = useChartStyles();
  return (
    <tr className={mergeClasses(isResult && styles.result)} {...data}>
      <th scope="row" className={styles.label}>
        {label}
      </th>
      <td>{bar}</td>
      <td className={styles.amount}>{figure}</td>
    </tr>
  );
}
