import { Decimal } from "../../core/decimal.ts";
import type { SourceTable } from "./source-table.ts";

/** A number with this many digits or fewer may be a year or a serial number: it is left without separators. */
const PLAIN_DIGITS = 4;
const MOST_DECIMALS = 6;
const SAMPLED = 5_000;

/** The number format of each column: amounts with the decimals they were printed with, rates as percentages, dates as dates. */
export function columnFormats({ kinds, rows }: Pick<SourceTable, "kinds" | "rows">): (string | undefined)[] {
  return kinds.map((kind, column) => {
    if (kind === "percent") return "0.00%";
    if (kind === "date") return "yyyy-mm-dd";
    if (kind === "text") return undefined;
    const figures = rows.slice(0, SAMPLED).flatMap((row) => (typeof row[column] === "number" ? [new Decimal(row[column])] : []));
    const decimals = Math.max(0, ...figures.map((figure) => figure.decimalPlaces()));
    if (decimals > MOST_DECIMALS) return undefined;
    if (decimals > 0) return `#,##0.${"0".repeat(decimals)}`;
    return figures.some((figure) => figure.abs().gte(10 ** PLAIN_DIGITS)) ? "#,##0" : undefined;
  });
}
