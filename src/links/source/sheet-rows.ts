import { readXlsx } from "hucre/xlsx";
import { serialOfTime, type RawCell } from "./column-values.ts";
import type { ReadingRun } from "./slices.ts";
import { SourceRefusal } from "./source-table.ts";

/** A part of an .xlsx file: a sheet, and a block of it such as B3:F20; "" for all that stands on the sheet. */
export interface SheetPart {
  readonly sheet: string;
  readonly range: string;
}

/** A row that holds anything, and its number on the sheet. */
export interface SheetRow {
  readonly cells: readonly RawCell[];
  readonly sheetRow: number;
}

/** What reads .xlsx files: here, or in a worker of the page. */
export interface SpreadsheetReader {
  /** The sheets of a file, in their order; those that are hidden among them are left out. */
  names(bytes: Uint8Array, run: ReadingRun): Promise<readonly string[]>;
  /** The rows of a part, some hundreds at a time. */
  rows(bytes: Uint8Array, part: SheetPart, run: ReadingRun): AsyncIterable<readonly SheetRow[]>;
}

const rowsAtOnce = 500;

/** Reads on the thread it is called on. */
export const spreadsheetReader: SpreadsheetReader = {
  async names(bytes) {
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
  },

  async *rows(bytes, { sheet, range }, { signal }) {
    // Not as a stream: where unpacking is faster than reading, rows pile up, and each then takes longer than the one before.
    const found = await readXlsx(bytes, { sheets: [sheet], ...(range === "" ? {} : { range }) }).catch((error: unknown) => Promise.reject(unreadable(error)));
    const all = found.sheets[0]?.rows ?? [];
    for (let from = 0; from < all.length; from += rowsAtOnce) {
      if (signal?.aborted) throw new SourceRefusal({ code: "stopped" });
      yield all.slice(from, from + rowsAtOnce).flatMap((values, row) => {
        const cells = values.map(rawCell);
        return cells.some((cell) => cell !== null && cell !== "") ? [{ cells, sheetRow: from + row + 1 }] : [];
      });
    }
  },
};

function rawCell(value: string | number | boolean | Date | null): RawCell {
  // A time of day read back from milliseconds is a hair off: a second has 86,400 to the day.
  return value instanceof Date ? { serial: Math.round(serialOfTime(value.getTime()) * 86_400) / 86_400 } : value;
}

function unreadable(error: unknown): SourceRefusal {
  return new SourceRefusal({ code: "file-unreadable", detail: error instanceof Error ? error.message : String(error) }, { cause: error });
}
