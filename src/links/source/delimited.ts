import Papa from "papaparse";
import { sourceTable } from "./raw-table.ts";
import { Slices, type ReadingRun } from "./slices.ts";
import { SourceRefusal, type SourceFault, type SourceTable } from "./source-table.ts";
import { decodedText } from "./text-encoding.ts";

/** A record of the file and the line it begins at. */
interface TextRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

const CHUNK = 1 << 17;
const LISTED = 100;

/** Reads a .csv or .tsv file: its encoding and delimiter are found out. Refuses what is no table. */
export async function delimitedTable(bytes: Uint8Array, name: string, run: ReadingRun = {}): Promise<SourceTable> {
  const { text, isCut } = decodedText(bytes);
  const table = await delimitedTextTable(text, /\.tsv$/i.test(name) ? "\t" : "", run);
  return isCut ? { ...table, faults: [{ code: "character-cut" }, ...table.faults] } : table;
}

/** Reads text whose cells a delimiter parts; "" to find it out. */
export async function delimitedTextTable(text: string, delimiter: string, run: ReadingRun = {}): Promise<SourceTable> {
  const slices = new Slices(run);
  const { filled, openQuote } = await recordsOf(text.replace(/^\ufeff/, ""), delimiter, slices.part(0, 0.4));
  if (filled.length === 0) throw new SourceRefusal({ code: "source-empty" });
  const expected = commonWidth(filled);
  const at = filled.findIndex(({ cells }) => cells.length >= expected && cells.filter((cell) => cell.trim() !== "").length * 2 >= expected);
  const header = filled[at];
  if (header === undefined) throw new SourceRefusal({ code: "no-table" });
  const body = filled.slice(at + 1);
  const faults: SourceFault[] = [];
  const last = body.at(-1);
  const isLastCut = last !== undefined && last.cells.length < expected && !/[\r\n]$/.test(text);
  if (openQuote !== undefined) faults.push({ code: "quote-open", line: openQuote });
  else if (isLastCut) faults.push({ code: "last-line-cut", line: last.line });
  const above = filled[0];
  if (above && at > 0) faults.push({ code: "lines-above", lines: { first: above.line, last: header.line - 1 } });
  const uneven: TextRecord[] = [];
  const rows = await slices.part(0.4, 0.5).map(body, (record) => {
    if (isUneven(record, expected) && !(isLastCut && record === last)) uneven.push(record);
    return Array.from({ length: expected }, (_, column) => record.cells[column]?.trim() ?? null);
  });
  if (uneven.length > 0) faults.push({ code: "rows-uneven", lines: uneven.slice(0, LISTED).map(({ line }) => line), count: uneven.length, expected });
  const table = { names: header.cells.slice(0, expected), rows, placeOf: (row: number) => ({ line: body[row]?.line ?? 0 }), faults };
  return sourceTable(table, slices.part(0.5, 1));
}

/** The records that are not blank. */
async function recordsOf(text: string, delimiter: string, slices: Slices): Promise<{ readonly filled: readonly TextRecord[]; readonly openQuote: number | undefined }> {
  const filled: TextRecord[] = [];
  let line = 1;
  let openQuote: number | undefined;
  await new Promise<void>((resolve, reject) => {
    Papa.parse<string[]>(text, {
      delimiter,
      delimitersToGuess: [",", "\t", ";", "|"],
      chunkSize: CHUNK,
      chunk({ data, errors, meta }: Papa.ParseResult<string[]>, parser: Papa.Parser) {
        const isOpen = errors.some(({ code }) => code === "MissingQuotes");
        data.forEach((cells, index) => {
          if (isOpen && index === data.length - 1) openQuote = line;
          if (cells.some((cell) => cell.trim() !== "")) filled.push({ cells, line });
          line += 1 + cells.reduce((sum, cell) => sum + (cell.includes("\n") ? cell.split("\n").length - 1 : 0), 0);
        });
        if (!slices.isDue()) return;
        parser.pause();
        slices.rest(meta.cursor / text.length).then(() => parser.resume(), (error: unknown) => {
          parser.abort();
          reject(error instanceof Error ? error : new Error(String(error)));
        });
      },
      complete: () => resolve(),
      error: reject,
    });
  });
  return { filled, openQuote };
}

const usedWidth = (cells: readonly string[]) => cells.findLastIndex((cell) => cell.trim() !== "") + 1;

/** The number of cells most of the first records have; the widest where none is the rule. */
function commonWidth(records: readonly TextRecord[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of records.slice(0, 200)) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [most] = [...counts].sort(([oneWidth, one], [otherWidth, other]) => other - one || otherWidth - oneWidth);
  const width = most?.[0] ?? 0;
  const header = records.find(({ cells }) => cells.length === width);
  return Math.max(header ? usedWidth(header.cells) : 0, ...records.slice(0, 200).filter(({ cells }) => cells.length === width).map(({ cells }) => usedWidth(cells)));
}

/** Whether a record has other than the header's cells; blank ones at its end do not count. */
function isUneven({ cells }: TextRecord, expected: number): boolean {
  return cells.length < expected || usedWidth(cells) > expected;
}
