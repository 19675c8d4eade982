import type { CellValue } from "../workbook/port.ts";

/** What a source holds right now: column names and rows of values as they are to stand in cells, every row as long as `columns`. */
export interface IncomingTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
  /** The number format each column was printed in: "0.00%", "#,##0.00"; undefined where none is to be given. */
  readonly formats?: readonly (string | undefined)[];
}
