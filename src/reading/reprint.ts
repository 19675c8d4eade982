import { linesOf, type CellRow } from "./printed-cell.ts";
import type { PrintedTable } from "./printed-document.ts";
import { isHeading, ownCells, ownText } from "./printed-header.ts";
import { sameness, totalKind } from "./printed-words.ts";

type Reprint = Pick<PrintedTable, "repeated" | "doubts"> & { readonly body: readonly CellRow[] };

/**
 * A table's body without what was printed a second time after its header was: the heading it broke off in, and the
 * whole first block, which a careless page break repeats.
 *
 * Filing 002, lines 1937–1945: the header, the first period with all its rows, and the heading of the second period stand
 * there again, and then come the last rows of the third. Where a heading is printed again although its rows were closed by a
 * total, and the block that the page broke has no total yet, the rows belong to that block; they are named as a doubt.
 */
export function withoutReprint(rows: readonly CellRow[], breaks: readonly number[]): Reprint {
  const repeated: PrintedTable["repeated"][number][] = [];
  const doubts: PrintedTable["doubts"][number][] = [];
  const starts = [0, ...breaks];
  const body = starts.reduce<readonly CellRow[]>((before, start, block) => {
    const after = rows.slice(start, starts[block + 1]);
    if (block === 0) return after;
    const again = repeatedRows(before, after);
    for (const row of after.slice(0, again)) repeated.push({ why: isHeading(row) ? "section" : "row", lines: linesOf([row]) });
    const [heading, ...rest] = after.slice(again);
    const known = heading && isHeading(heading) ? headingIndex(before, heading) : -1;
    if (heading === undefined || known === -1) return [...before, ...after.slice(again)];
    const open = before.findLastIndex(isHeading);
    const end = rest.findIndex(isHeading);
    const lines = linesOf(end === -1 ? [heading, ...rest] : [heading, ...rest.slice(0, end)]);
    const isContinued = known === open || (isClosed(before, known) && !isClosed(before, open));
    if (known !== open) doubts.push({ why: "section-reprinted", lines });
    if (!isContinued) return [...before, heading, ...rest];
    repeated.push({ why: "section", lines: linesOf([heading]) });
    return [...before, ...rest];
  }, []);
  return { body, repeated, doubts };
}

const print = (row: CellRow) => row.cells.map((cell) => sameness(ownText(cell))).join("\t");

/**
 * How many rows at the beginning of a block are those at the beginning of the table; a single one can be chance, and a
 * heading is only repeated with the rows below it.
 */
function repeatedRows(before: readonly CellRow[], after: readonly CellRow[]): number {
  const differing = after.findIndex((row, index) => before[index] === undefined || print(row) !== print(before[index]));
  const count = after.slice(0, differing === -1 ? after.length : differing).findLastIndex((row) => !isHeading(row)) + 1;
  return count > 1 ? count : 0;
}

function headingIndex(rows: readonly CellRow[], heading: CellRow): number {
  return rows.findLastIndex((row) => isHeading(row) && print(row) === print(heading));
}

/** Whether the rows under a heading end with a total. */
function isClosed(rows: readonly CellRow[], heading: number): boolean {
  const below = rows.slice(heading + 1);
  const end = below.findIndex(isHeading);
  const last = (end === -1 ? below : below.slice(0, end)).at(-1);
  return last !== undefined && ownCells(last).some(({ text }) => totalKind(text) !== "item");
}
