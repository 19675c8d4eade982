import type { CellContent, CellValue } from "../workbook/port.ts";
import { cellPrint, plain, rowPrint } from "./cell-print.ts";
import { eachOf, type Steps } from "./steps.ts";

/**
 * What a refresh has written, as prints: enough to see what a person has changed since, and no copy of
 * a figure. Above `mostCells` only rows are told apart; a row a person has touched then keeps every cell
 * that differs from the source.
 */
export interface WrittenImage {
  readonly rows: readonly string[];
  /** A print for each cell of each row; null above `mostCells`. */
  readonly cells: readonly (readonly number[])[] | null;
}

export const mostCells = 100_000;

export const nothingWritten: WrittenImage = { rows: [], cells: [] };

export function writtenImage(rows: readonly (readonly CellValue[])[]): WrittenImage {
  const contents = rows.map((row) => row.map(plain));
  const cells = rows.length * (rows[0]?.length ?? 0) > mostCells ? null : contents.map((row) => row.map(cellPrint));
  return { rows: contents.map(rowPrint), cells };
}

/** What has become of a standing row since it was written. */
export interface RowHistory {
  /** The row of the image it was; undefined for one that a person has put in. */
  readonly image: number | undefined;
  /** The columns a person has changed; undefined where only the whole row is known to be changed. */
  readonly touched: readonly number[] | undefined;
}

/**
 * Finds the written rows again, whether they have been sorted, moved or changed: first those that stand as
 * written, then those whose key cells do, then the rest in their order where as many are missing as are left.
 */
export function* rowHistories(standing: readonly (readonly CellContent[])[], image: WrittenImage, keys: readonly number[]): Steps<RowHistory[]> {
  const free = new Map<string, number[]>();
  yield* eachOf(image.rows, (print, row) => addTo(free, print, row));
  const found = yield* eachOf(standing, (row) => free.get(rowPrint(row))?.shift());
  const taken = new Set(found);
  const byKey = new Map<string, number[]>();
  const { cells } = image;
  if (cells && keys.length > 0) cells.forEach((prints, row) => !taken.has(row) && addTo(byKey, keys.map((key) => prints[key]).join(), row));
  const known = yield* eachOf(standing, (row, at) => found[at] ?? byKey.get(keys.map((key) => cellPrint(row[key] ?? plain(null))).join())?.shift());
  const gone = new Set(known);
  const left = image.rows.map((_, row) => row).filter((row) => !gone.has(row));
  const inOrder = known.filter((row) => row === undefined).length === left.length;
  return yield* eachOf(standing, (row, at): RowHistory => {
    if (found[at] !== undefined) return { image: found[at], touched: [] };
    const of = known[at] ?? (inOrder ? left.shift() : undefined);
    const prints = of === undefined ? undefined : cells?.[of];
    return { image: of, touched: prints && row.flatMap((cell, column) => (cellPrint(cell) === prints[column] ? [] : [column])) };
  });
}

function addTo(map: Map<string, number[]>, key: string, row: number): void {
  const rows = map.get(key);
  if (rows) rows.push(row);
  else map.set(key, [row]);
}
