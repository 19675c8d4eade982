import type { RawCell } from "./column-values.ts";
import { sourceTable } from "./raw-table.ts";
import { type SheetPart, type SheetRow, spreadsheetReader } from "./sheet-rows.ts";
import { Slices, type ReadingRun } from "./slices.ts";
import { SourceRefusal, type SourceTable } from "./source-table.ts";

/** The sheets of an .xlsx file, in their order; those that are hidden among them are left out. */
export function spreadsheetSheets(bytes: Uint8Array, run: ReadingRun = {}): Promise<readonly string[]> {
  return (run.spreadsheets ?? spreadsheetReader).names(bytes, run);
}

// The share of the work at which all rows have been unpacked and read.
const unpacked = 0.6;

/**
 * Reads a sheet or range of an .xlsx file: results, not formulas. Its first row that is filled to half is the header; blank rows
 * and columns around the table are left out.
 */
export async function spreadsheetTable(bytes: Uint8Array, part: SheetPart, run: ReadingRun = {}): Promise<SourceTable> {
  const slices = new Slices(run);
  const rows: SheetRow[] = [];
  for await (const read of (run.spreadsheets ?? spreadsheetReader).rows(bytes, part, { ...run, onProgress: (share) => run.onProgress?.(unpacked * share) })) {
    slices.check();
    rows.push(...read);
  }
  if (rows.length === 0) throw new SourceRefusal((await spreadsheetSheets(bytes, run)).includes(part.sheet) ? { code: "source-empty" } : { code: "sheet-missing", sheet: part.sheet });
  const widest = Math.max(...rows.slice(0, 200).map(filledCells));
  const at = rows.findIndex((row) => filledCells(row) * 2 >= widest);
  const header = rows[at];
  if (header === undefined) throw new SourceRefusal({ code: "no-table" });
  const body = rows.slice(at + 1);
  let [first, width] = [Infinity, 0];
  await slices.part(unpacked, 0.65).map(rows.slice(at), ({ cells }) => {
    first = Math.min(first, cells.findIndex(isFilled));
    width = Math.max(width, cells.findLastIndex(isFilled) + 1);
  });
  const columns = Array.from({ length: width - first }, (_, column) => first + column);
  const above = rows[0];
  return sourceTable(
    {
      names: columns.map((column) => nameOf(header.cells[column] ?? null)),
      rows: await slices.part(0.65, 0.7).map(body, ({ cells }) => columns.map((column) => cells[column] ?? null)),
      placeOf: (row) => ({ sheetRow: body[row]?.sheetRow ?? 0 }),
      faults: above && at > 0 ? [{ code: "lines-above", lines: { first: above.sheetRow, last: header.sheetRow - 1 } }] : [],
    },
    slices.part(0.7, 1),
  );
}

const isFilled = (cell: RawCell) => cell !== null && cell !== "";
const filledCells = ({ cells }: SheetRow) => cells.filter(isFilled).length;

function nameOf(cell: RawCell): string {
  if (cell === null || typeof cell !== "object") return String(cell ?? "");
  return new Date((cell.serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
}
