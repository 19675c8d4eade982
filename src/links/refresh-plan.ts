import type { CellContent, CellValue } from "../workbook/port.ts";
import { plain, sameContent } from "./cell-print.ts";
import type { IncomingTable } from "./incoming-table.ts";
import { atOnce, eachOf, type Steps } from "./steps.ts";
import { rowPairs } from "./row-pairs.ts";
import { rowHistories, type WrittenImage } from "./written-image.ts";

/** What a refresh starts from. Columns of the link come first in every standing row, the person's own columns after them. */
export interface RefreshBasis {
  readonly incoming: IncomingTable;
  /** The columns that name a row, as positions in `incoming.columns`; none to know rows by their place. */
  readonly keys: readonly number[];
  /** The rows that stand in the linked block, without its header, own columns included. */
  readonly standing: readonly (readonly CellContent[])[];
  /** What the last refresh wrote; `nothingWritten` before the first one: what stands is then all the person's. */
  readonly image: WrittenImage;
  /** Overwritten cells that the source may have all the same. */
  readonly give?: (cell: Overwritten) => boolean;
}

/** A row as it is to stand. */
export interface PlannedRow {
  /** The standing row it was; undefined for one that is added. */
  readonly from: number | undefined;
  /** The row of the source; undefined for a row of the person's that stays. */
  readonly source: number | undefined;
  readonly cells: readonly CellContent[];
}

export interface ChangedCell {
  /** Where it is to stand, in rows and columns of the block. */
  readonly row: number;
  readonly column: number;
  readonly before: CellContent;
  readonly after: CellValue;
}

/** A cell a person has changed since the last refresh, in conflict with what the source says by now. */
export interface Overwritten {
  /** Where it stands. */
  readonly row: number;
  readonly column: number;
  readonly person: CellContent;
  /** What the source says; undefined where it no longer has the row. */
  readonly source: CellValue | undefined;
}

export interface RefreshPlan {
  readonly rows: readonly PlannedRow[];
  /** Positions in `rows`. */
  readonly added: readonly number[];
  /** Positions among the standing rows. */
  readonly removed: readonly number[];
  readonly changed: readonly ChangedCell[];
  /** Each stays as the person left it, unless it was given to the source. */
  readonly overwritten: readonly (Overwritten & { readonly kept: boolean })[];
}

/**
 * What a refresh would do, cell by cell, and nothing of it done. Rows stand in the order of the source; a row that a
 * person has put in stays below the row it stood under. Own columns go with their row.
 */
export const refreshPlan = (basis: RefreshBasis): RefreshPlan => atOnce(planSteps(basis));

/** The same plan, made in steps: a large table takes its time. */
export function* planSteps({ incoming, keys, standing, image, give = () => false }: RefreshBasis): Steps<RefreshPlan> {
  const width = incoming.columns.length;
  const linked = yield* eachOf(standing, (row) => row.slice(0, width));
  const histories = yield* rowHistories(linked, image, keys);
  const pairs = yield* rowPairs(linked, histories, image, incoming, keys);
  const changed: ChangedCell[] = [];
  const overwritten: (Overwritten & { kept: boolean })[] = [];
  const judged = (cell: Overwritten): boolean => {
    const kept = !give(cell);
    overwritten.push({ ...cell, kept });
    return kept;
  };

  const arrived = yield* eachOf(incoming.rows, (values, source): PlannedRow => {
    const from = pairs[source];
    const before = from === undefined ? undefined : standing[from];
    if (from === undefined || !before) return { from: undefined, source, cells: values.map(plain) };
    const touched = histories[from]?.touched;
    const cells = values.map((value, column) => {
      const stood = before[column] ?? plain(null);
      if (sameContent(stood, plain(value)) || (touched && !touched.includes(column))) return plain(value);
      return judged({ row: from, column, person: stood, source: value }) ? stood : plain(value);
    });
    return { from, source, cells: [...cells, ...before.slice(width)] };
  });

  const paired = new Set(pairs);
  const removed: number[] = [];
  // The rows that stay for the person's sake, by the row of the source that they stand below.
  const following = new Map<number, PlannedRow[]>();
  let above = -1;
  yield* eachOf(standing, (cells, row) => {
    if (paired.has(row)) return void (above = row);
    const { image: was, touched } = histories[row] ?? {};
    const own = linkedColumns(cells, width).filter((column) => was === undefined || !touched || touched.includes(column));
    const kept = own.map((column) => judged({ row, column, person: cells[column] ?? plain(null), source: undefined }));
    if (!kept.includes(true)) return void removed.push(row);
    following.set(above, [...(following.get(above) ?? []), { from: row, source: undefined, cells }]);
  });

  const rows = [...(following.get(-1) ?? []), ...arrived.flatMap((row) => [row, ...(row.from === undefined ? [] : (following.get(row.from) ?? []))])];
  yield* eachOf(rows, ({ from, cells }, row) => {
    const before = from === undefined ? undefined : standing[from];
    if (!before) return;
    cells.slice(0, width).forEach((cell, column) => {
      const stood = before[column] ?? plain(null);
      if (!sameContent(stood, cell)) changed.push({ row, column, before: stood, after: cell.value });
    });
  });
  return { rows, added: rows.flatMap(({ from }, row) => (from === undefined ? [row] : [])), removed, changed, overwritten };
}

/** The columns of the link in which a row holds anything. */
function linkedColumns(cells: readonly CellContent[], width: number): number[] {
  return cells.slice(0, width).flatMap((cell, column) => (sameContent(cell, plain(null)) ? [] : [column]));
}
