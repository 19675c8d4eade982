import { a1OnSheet, type RangeAddress } from "../workbook/address.ts";
import type { BlockPlan, CellContent, CellPlan, Workbook } from "../workbook/port.ts";
import { plain, rowPrint, sameContent, tablePrint } from "./cell-print.ts";
import { blockContents } from "./block-contents.ts";
import type { IncomingTable } from "./incoming-table.ts";
import type { Link } from "./link.ts";
import { LinkRefusal } from "./link-refusal.ts";
import { blockOrder, linkedPart } from "./linked-columns.ts";
import { withOwnColumns } from "./own-columns.ts";
import { type Overwritten, planSteps, type RefreshPlan } from "./refresh-plan.ts";
import { type ReadingRun, Slices } from "./source/slices.ts";
import { inSlices, type Steps } from "./steps.ts";
import { nothingWritten } from "./written-image.ts";

/** A refresh as it would be carried out: what the person is shown, and what would be written. Nothing has been written. */
export interface PreparedRefresh {
  readonly link: Link;
  readonly incoming: IncomingTable;
  readonly plan: RefreshPlan;
  /** The linked block now, its header row first, and after the refresh. */
  readonly before: RangeAddress;
  readonly after: RangeAddress;
  readonly blocks: readonly BlockPlan[];
  /** Tells whether the block still holds what the plan was made on. */
  readonly standing: string;
}

/**
 * Reads the linked block and plans its refresh. Refused: a block that is gone or has lost columns, a source without
 * the columns of the link, a table that would grow over what stands below it.
 */
export async function preparedRefresh(workbook: Workbook, link: Link, source: IncomingTable, give?: (cell: Overwritten) => boolean, run: ReadingRun = {}): Promise<PreparedRefresh> {
  const slices = new Slices(run);
  const incoming = linkedPart(source, link.columns);
  const [before] = await workbook.pinned([link.target]);
  if (!before) throw new LinkRefusal({ code: "target-gone", link: link.name });
  const contents = await blockContents(workbook, before, slices.part(0, 0.3));
  const [headers = [], cells] = [contents[0], contents.slice(1)];
  const { linked, own } = blockOrder(link.columns, headers.map(({ value }) => String(value ?? "")));
  const order = [...linked, ...own];
  const standing = await slices.part(0.3, 0.35).map(cells, (row) => order.map((position) => row[position] ?? plain(null)));
  const basis = { incoming, keys: link.keys, standing, image: link.last?.image ?? nothingWritten, ...(give && { give }) };
  // The plan goes about six times through what stands and three times through what arrives.
  const plan = await inSlices(planSteps(basis), slices.part(0.35, 0.8), 6 * standing.length + basis.image.rows.length + 3 * incoming.rows.length);
  const rows = withOwnColumns(plan.rows, { width: linked.length, top: before.row + 1, standing });
  const after = { ...before, rows: rows.length + 1 };
  if (after.rows > before.rows) await refuseWithoutRoom(workbook, before, after);
  const planned = await slices.part(0.8, 0.85).map(rows, ({ cells: row, from }) => ({ from, cells: inBlockOrder(row, order) }));
  const formats = headers.map((_, position) => incoming.formats?.[linked.indexOf(position)]);
  const blocks = await inSlices(changesOf(before, cells, planned, formats), slices.part(0.85, 0.95), Math.max(cells.length, planned.length));
  return { link, incoming, plan: { ...plan, rows }, before, after, blocks, standing: await imprint(contents, slices.part(0.95, 1)) };
}

/** Tells contents of a block apart. */
export const imprint = async (rows: readonly (readonly CellContent[])[], slices: Slices): Promise<string> => tablePrint(await slices.part(0, 0.9).map(rows, rowPrint), slices.part(0.9, 1));

const inBlockOrder = (row: readonly CellContent[], order: readonly number[]): CellContent[] => {
  const cells: CellContent[] = [];
  order.forEach((position, index) => (cells[position] = row[index] ?? plain(null)));
  return cells;
};

/** The rows below the header that become others, and those that are emptied at the end; a cell that stays as it is, is left alone. */
function* changesOf(
  { sheet, row, column }: RangeAddress, standing: readonly (readonly CellContent[])[], planned: readonly { from: number | undefined; cells: readonly CellContent[] }[], formats: readonly (string | undefined)[],
): Steps<BlockPlan[]> {
  const blocks: { sheet: string; row: number; column: number; cells: (CellPlan | undefined)[][] }[] = [];
  const rows = Math.max(standing.length, planned.length);
  for (let index = 0; index < rows; index += 1) {
    if (index % 500 === 499) yield;
    const now = standing[index];
    const then = planned[index];
    const width = Math.max(now?.length ?? 0, then?.cells.length ?? 0);
    const cells = Array.from({ length: width }, (_, at): CellPlan | undefined => {
      const target = then?.cells[at] ?? plain(null);
      if (now && sameContent(now[at] ?? plain(null), target)) return undefined;
      const format = now ? undefined : formats[at];
      return { ...(target.formula === null ? { value: target.value } : { formula: target.formula }), ...(format !== undefined && { format }) };
    });
    if (cells.every((cell) => cell === undefined)) continue;
    const last = blocks.at(-1);
    if (last && last.row + last.cells.length === row + 1 + index) last.cells.push(cells);
    else blocks.push({ sheet, row: row + 1 + index, column, cells: [cells] });
  }
  return blocks;
}

async function refuseWithoutRoom(workbook: Workbook, before: RangeAddress, after: RangeAddress): Promise<void> {
  const sheet = (await workbook.sheets()).find(({ name }) => name === before.sheet);
  const bottom = Math.min(sheet?.rows ?? 0, after.row + after.rows);
  const right = Math.min(sheet?.columns ?? 0, before.column + before.columns);
  const top = before.row + before.rows;
  if (bottom <= top || right <= before.column) return;
  const below = await workbook.read({ sheet: before.sheet, row: top, column: before.column, rows: bottom - top, columns: right - before.column });
  for (const [row, cells] of below.entries()) {
    const at = cells.findIndex((cell) => !sameContent(cell, plain(null)));
    if (at < 0) continue;
    const occupied = a1OnSheet({ sheet: before.sheet, row: top + row, column: before.column + at, rows: 1, columns: 1 });
    throw new LinkRefusal({ code: "no-room", occupied, rows: after.rows - before.rows });
  }
}
