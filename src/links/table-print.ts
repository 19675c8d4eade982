import { cellPrint, plain, rowPrint } from "./cell-print.ts";
import type { IncomingTable } from "./incoming-table.ts";
import type { Slices } from "./source/slices.ts";
import { mostCells, type WrittenImage } from "./written-image.ts";

/** What is remembered of a table: whether it still says the same, and what each of its rows and cells said. */
export interface TablePrints {
  readonly fingerprint: string;
  readonly image: WrittenImage;
}

/** The prints of a table, made in slices: a large one takes its time. */
export async function printsOf({ columns, rows }: IncomingTable, slices: Slices): Promise<TablePrints> {
  const contents = (row: IncomingTable["rows"][number]) => row.map(plain);
  const prints = await slices.part(0, 0.5).map(rows, (row) => rowPrint(contents(row)));
  const cells = rows.length * columns.length > mostCells ? null : await slices.part(0.5, 1).map(rows, (row) => contents(row).map(cellPrint));
  return { fingerprint: tableFingerprint(columns, prints), image: { rows: prints, cells } };
}

/** Tells whether a source still says what it said. */
export async function fingerprintOf(incoming: IncomingTable, slices: Slices): Promise<string> {
  return tableFingerprint(incoming.columns, await slices.map(incoming.rows, (row) => rowPrint(row.map(plain))));
}

const tableFingerprint = (columns: readonly string[], rowPrints: readonly string[]) => rowPrint([rowPrint(columns.map(plain)), ...rowPrints].map(plain));
