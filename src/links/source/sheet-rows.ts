import { readXlsx, streamXlsxRows } from "hucre/xlsx";
import { archiveFrame, archivePieces } from "./archive-pieces.ts";
import { serialOfTime, type RawCell } from "./column-values.ts";
import { type ReadingRun, Slices } from "./slices.ts";
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
  /** The rows of a part, some hundreds at a time; none where there is no such sheet. */
  rows(bytes: Uint8Array, part: SheetPart, run: ReadingRun): AsyncIterable<readonly SheetRow[]>;
}

const rowsAtOnce = 500;

/** Reads on the thread it is called on. */
export const spreadsheetReader: SpreadsheetReader = {
  async names(bytes) {
    const names: string[] = [];
    try {
      await readXlsx(archiveFrame(bytes), {
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

  async *rows(bytes, { sheet, range }, run) {
    const slices = new Slices(run);
    const options = { sheet, ...(range !== "" && { range }) };
    let some: SheetRow[] = [];
    try {
      for await (const { index, values } of rowsInPieces(bytes, options, slices)) {
        const cells = values.map(rawCell);
        if (cells.some((cell) => cell !== null && cell !== "")) some.push({ cells, sheetRow: index + 1 });
        if (some.length < rowsAtOnce) continue;
        slices.check();
        yield some;
        some = [];
      }
    } catch (error) {
      throw error instanceof SourceRefusal ? error : unreadable(error);
    }
    yield some;
  },
};

type StreamOptions = NonNullable<Parameters<typeof streamXlsxRows>[1]>;

/** Rows as they are unpacked; of a file that is no plain archive, or names its parts in its own way, once it has been unpacked whole. */
async function* rowsInPieces(bytes: Uint8Array, options: StreamOptions, slices: Slices): ReturnType<typeof streamXlsxRows> {
  const pieces = archivePieces(bytes, slices);
  let isRead = false;
  try {
    if (pieces) {
      for await (const row of streamXlsxRows(streamOf(pieces), options)) {
        isRead = true;
        yield row;
      }
      return;
    }
  } catch (error) {
    if (isRead || error instanceof SourceRefusal) throw error;
  }
  yield* streamXlsxRows(bytes, options);
}

function streamOf(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  const source = {
    async pull(controller: ReadableStreamDefaultController<Uint8Array>) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  };
  return new ReadableStream(source, { highWaterMark: 0 });
}

function rawCell(value: string | number | boolean | Date | null): RawCell {
  // A time of day read back from milliseconds is a hair off: a second has 86,400 to the day.
  return value instanceof Date ? { serial: Math.round(serialOfTime(value.getTime()) * 86_400) / 86_400 } : value;
}

function unreadable(error: unknown): SourceRefusal {
  return new SourceRefusal({ code: "file-unreadable", detail: error instanceof Error ? error.message : String(error) }, { cause: error });
}
