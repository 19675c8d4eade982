import { a1OnSheet, type RangeAddress } from "../workbook/address.ts";
import { type CellPlan, type Workbook, WorkbookRefusal, type Written } from "../workbook/port.ts";
import { plain, sameContent } from "./cell-print.ts";
import type { IncomingTable } from "./incoming-table.ts";
import { forgetJournal } from "./journal.ts";
import { type Link, type LinksState, withoutRecord, withRecord } from "./link.ts";
import { linkedPart } from "./linked-columns.ts";
import { linksKey, linksOf, savedLinks } from "./links-codec.ts";
import { beforeSaving, inTwoParts, type Refreshed, type RefreshFacts, type RefreshRun, writtenWithJournal } from "./refresh.ts";
import { printsOf } from "./table-print.ts";

/** A link that does not stand yet. */
export type LinkDraft = Pick<Link, "name" | "source" | "columns" | "keys" | "automatic">;

/** Where the linked block is to begin: a cell, or a new sheet of a name. */
export type LinkTarget = { readonly kind: "cell"; readonly at: RangeAddress } | { readonly kind: "sheet"; readonly name: string };

const widest = 40;

/**
 * Writes a linked table for the first time: a row of headers and the rows of the source, as one step, and the link with
 * it. Refused: cells that are not empty.
 */
export async function firstWriting(
  workbook: Workbook, state: LinksState, draft: LinkDraft, source: IncomingTable, target: LinkTarget, { at, unread }: RefreshFacts, run: RefreshRun = {},
): Promise<Refreshed> {
  const { slices, writing } = inTwoParts(run);
  const incoming = linkedPart(source, draft.columns);
  const header = incoming.columns.map((name): CellPlan => ({ value: name, style: "header", wrap: true }));
  const body = await slices.part(0, 0.4).map(incoming.rows, (row) => row.map((value, column): CellPlan => {
    const format = incoming.formats?.[column];
    return { value, ...(format !== undefined && { format }) };
  }));
  const cells = [header, ...body];
  const { fingerprint, image } = await printsOf(incoming, slices.part(0.4, 1));
  const id = `l${state.next}` as const;
  const size = { rows: cells.length, columns: incoming.columns.length };
  let block: RangeAddress;
  let written: Written;
  if (target.kind === "sheet") {
    written = await workbook.write({ sheets: [{ name: target.name, columnWidths: widths(incoming), rows: cells, frozenRows: 1 }] }, writing);
    block = { sheet: written.sheets[0] ?? target.name, row: 0, column: 0, ...size };
  } else {
    block = { ...target.at, ...size };
    await refuseOccupied(workbook, block);
    written = await writtenWithJournal(workbook, { link: id, at }, [{ ...block, cells }], writing);
  }
  const pinned: string[] = [];
  try {
    await beforeSaving(written, run);
    const pin = await workbook.pin(block);
    pinned.push(pin);
    const link: Link = { ...draft, id, target: pin, last: { at, rows: incoming.rows.length, fingerprint, image } };
    const record = { link: id, name: link.name, added: incoming.rows.length, removed: 0, changed: 0, kept: 0, unread };
    const next: LinksState = { ...state, links: [...state.links, link], next: state.next + 1, history: withRecord(state.history, at, record) };
    await workbook.saveState(linksKey, savedLinks(next));
    if (target.kind === "cell") await forgetJournal(workbook);
    return { state: next, written: { sheets: [block.sheet], undo: () => undone(workbook, link, written) } };
  } catch (error) {
    await written.undo();
    await workbook.unpin(pinned);
    await forgetJournal(workbook);
    throw error;
  }
}

/** Takes the table away again, and the link with it. */
async function undone(workbook: Workbook, link: Link, written: Written): Promise<boolean> {
  if (!(await written.undo())) return false;
  await withoutLink(workbook, linksOf(await workbook.loadState(linksKey)), link, true);
  return true;
}

/** Forgets a link; its cells stay as the values they are. Its refreshes stay in the history, unless it is taken back. */
export async function withoutLink(workbook: Workbook, state: LinksState, { id, target, source }: Link, takenBack = false): Promise<LinksState> {
  const next = { ...state, links: state.links.filter((other) => other.id !== id), history: takenBack ? withoutRecord(state.history, id) : state.history };
  await workbook.saveState(linksKey, savedLinks(next));
  await workbook.unpin([target, ...(source.kind === "range" ? [source.pin] : [])]);
  return next;
}

const widths = ({ columns, rows }: IncomingTable) =>
  columns.map((name, column) => Math.min(widest, 3 + Math.max(breadth(name), ...rows.slice(0, 200).map((row) => breadth(String(row[column] ?? ""))))));

/** In characters of the default font, of which a Chinese one takes two. */
const breadth = (text: string) => [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0);

async function refuseOccupied(workbook: Workbook, block: RangeAddress): Promise<void> {
  const sheet = (await workbook.sheets()).find(({ name }) => name === block.sheet);
  const rows = Math.min(block.rows, (sheet?.rows ?? 0) - block.row);
  const columns = Math.min(block.columns, (sheet?.columns ?? 0) - block.column);
  if (rows <= 0 || columns <= 0) return;
  for (const [row, cells] of (await workbook.read({ ...block, rows, columns })).entries()) {
    const column = cells.findIndex((cell) => !sameContent(cell, plain(null)));
    if (column < 0) continue;
    const cell = { sheet: block.sheet, row: block.row + row, column: block.column + column, rows: 1, columns: 1 };
    throw new WorkbookRefusal({ code: "range-occupied", range: a1OnSheet(cell) });
  }
}
