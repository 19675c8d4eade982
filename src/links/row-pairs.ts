import { cellPrint, contentText, plain } from "./cell-print.ts";
import type { IncomingTable } from "./incoming-table.ts";
import { eachOf, type Steps } from "./steps.ts";
import type { CellContent } from "../workbook/port.ts";
import type { RowHistory, WrittenImage } from "./written-image.ts";

/**
 * The standing row that each incoming row is, by the columns that name a row: the second row of a name is the
 * second again. A standing row whose name a person has changed is still the row that was written there.
 * Without naming columns a row is known by its place among the written ones.
 */
export function* rowPairs(
  standing: readonly (readonly CellContent[])[], histories: readonly RowHistory[], image: WrittenImage, incoming: IncomingTable, keys: readonly number[],
): Steps<(number | undefined)[]> {
  if (keys.length === 0) {
    const at = new Map(histories.map(({ image: row }, index) => [row, index]));
    return incoming.rows.map((_, row) => at.get(row));
  }
  const named = new Map<string, number[]>();
  const renamed = new Map<string, number[]>();
  yield* eachOf(standing, (row, index) => {
    const { image: was, touched } = histories[index] ?? {};
    const prints = was !== undefined && touched?.some((column) => keys.includes(column)) ? image.cells?.[was] : undefined;
    if (prints) add(renamed, keys.map((key) => prints[key]).join(), index);
    else add(named, keys.map((key) => contentText(row[key] ?? plain(null))).join("\u0001"), index);
  });
  return yield* eachOf(incoming.rows, (row) => {
    const contents = keys.map((key) => plain(row[key] ?? null));
    return named.get(contents.map(contentText).join("\u0001"))?.shift() ?? renamed.get(contents.map(cellPrint).join())?.shift();
  });
}

function add(map: Map<string, number[]>, key: string, index: number): void {
  const rows = map.get(key);
  if (rows) rows.push(index);
  else map.set(key, [index]);
}
