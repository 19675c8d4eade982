import { cellPrint, plain, rowPrint, tablePrint } from "./cell-print.ts";
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
  const isLarge = rows.length * columns.length > mostCells;
  const ofRows = isLarge ? 0.9 : 0.5;
  const prints = await slices.part(0, ofRows).map(rows, (row) => rowPrint(contents(row)));
  const cells = isLarge ? null : await slices.part(ofRows, 0.9).map(rows, (row) => contents(row).map(cellPrint));
  return { fingerprint: await tableFingerprint(columns, prints, slices.part(0.9, 1)), image: { rows: prints, cells } };
}

/** Tells whether a source still says what it said. */
export async function fingerprintOf({ columns, rows }: IncomingTable, slices: Slices): Promise<string> {
  const prints = await slices.part(0, 0.9).map(rows, (row) => rowPrint(row.map(plain)));
  return tableFingerprint(columns, prints, slices.part(0.9, 1));
}

const tableFingerprint = (columns: readonly string[], rowPrints: readonly string[], slices: Slices) => tablePrint([rowPrint(columns.map(plain)), ...rowPrints], slices);
