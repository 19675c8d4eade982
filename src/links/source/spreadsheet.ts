import { readXlsx, streamXlsxRows } from "hucre/xlsx";
import { serialOfTime, type RawCell } from "./column-values.ts";
import { sourceTable } from "./raw-table.ts";
import { Slices, type ReadingRun } from "./slices.ts";
import { SourceRefusal, type SourceTable } from "./source-table.ts";

/** A part of an .xlsx file: a sheet, and a block of it such as B3:F20; "" for all that stands on the sheet. */
export interface SheetPart {
  readonly sheet: string;
  readonly range: string;
}

/** The sheets of an .xlsx file, in their order; those that are hidden among them are left out. */
export async function spreadsheetSheets(bytes: Uint8Array): Promise<readonly string[]> {
  const names: string[] = [];
  try {
    await readXlsx(bytes, {
      sheets: ({ name, hidden, veryHidden }) => {
        if (!hidden && !veryHidden) names.push(name);
        return false;
      },
    });
  } catch (error) {
    if (names.length === 0) throw unreadable(error);
  }
  return names;
}

/**
 * Reads a sheet or range of an .xlsx file: results, not formulas. Its first row that is filled to half is the header; blank rows
 * and columns around the table are left out.
 */
export async function spreadsheetTable(bytes: Uint8Array, part: SheetPart, run: ReadingRun = {}): Promise<SourceTable> {
  const slices = new Slices(run);
  const sheets = await spreadsheetSheets(bytes);
  if (!sheets.includes(part.sheet)) throw new SourceRefusal({ code: "sheet-missing", sheet: part.sheet });
  const rows: { readonly cells: readonly RawCell[]; readonly sheetRow: number }[] = [];
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet: part.sheet, ...(part.range === "" ? {} : { range: part.range }) })) {
      await slices.rest();
      const cells = values.map(rawCell);
      if (cells.some((cell) => cell !== null && cell !== "")) rows.push({ cells, sheetRow: index + 1 });
    }
  } catch (error) {
    throw error instanceof SourceRefusal ? error : unreadable(error);
  }
  if (rows.length === 0) throw new SourceRefusal({ code: "source-empty" });
  const filled = rows.map(({ cells }) => cells.filter(isFilled).length);
  const at = filled.findIndex((count) => count * 2 >= Math.max(...filled.slice(0, 200)));
  const header = rows[at];
  if (header === undefined) throw new SourceRefusal({ code: "no-table" });
  const body = rows.slice(at + 1);
  const width = rows.slice(at).reduce((most, { cells }) => Math.max(most, usedWidth(cells)), 0);
  const first = rows.slice(at).reduce((least, { cells }) => Math.min(least, cells.findIndex(isFilled)), width);
  const columns = Array.from({ length: width - first }, (_, column) => first + column);
  const above = rows[0];
  return sourceTable(
    {
      names: columns.map((column) => nameOf(header.cells[column] ?? null)),
      rows: await slices.map(body, ({ cells }) => columns.map((column) => cells[column] ?? null)),
      placeOf: (row) => ({ sheetRow: body[row]?.sheetRow ?? 0 }),
      faults: above && at > 0 ? [{ code: "lines-above", lines: { first: above.sheetRow, last: header.sheetRow - 1 } }] : [],
    },
    slices,
  );
}

const isFilled = (cell: RawCell) => cell !== null && cell !== "";
const usedWidth = (cells: readonly RawCell[]) => cells.findLastIndex(isFilled) + 1;

function rawCell(value: string | number | boolean | Date | null): RawCell {
  // A time of day read back from milliseconds is a hair off: a second has 86,400 to the day.
  return value instanceof Date ? { serial: Math.round(serialOfTime(value.getTime()) * 86_400) / 86_400 } : value;
}

function nameOf(cell: RawCell): string {
  if (cell === null || typeof cell !== "object") return String(cell ?? "");
  return new Date((cell.serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
}

function unreadable(error: unknown): SourceRefusal {
  return new SourceRefusal({ code: "file-unreadable", detail: error instanceof Error ? error.message : String(error) }, { cause: error });
}
