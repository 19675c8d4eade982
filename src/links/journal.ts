import { DocumentFault, listOf, oneOf, type Reader, shape, text, whole } from "../workbook/document.ts";
import { type BlockPlan, type CellPlan, type CellValue, type Workbook, WorkbookRefusal } from "../workbook/port.ts";
import { Slices } from "./source/slices.ts";

/**
 * What stood in the cells of a refresh that is under way, saved in the workbook until it has been carried through: a
 * workbook closed in the middle finds it again, and can put back what was there.
 */
export interface Journal {
  readonly link: string;
  readonly at: string;
  readonly before: readonly BlockPlan[];
}

export const journalKey = "links-journal";

// A document of so many cells is made and read within a few hundredths of a second.
const cellsAPart = 20_000;
const partKey = (part: number) => `${journalKey}-${part}`;

/** Saves a journal, in several documents where it is long: its head last, since without it the others are nothing. */
export async function keepJournal(workbook: Workbook, { link, at, before }: Journal): Promise<void> {
  const slices = new Slices();
  const [first = [], ...more] = partsOf(before);
  for (const [index, part] of more.entries()) {
    await workbook.saveState(partKey(index + 1), part.map(packedBlock));
    await slices.rest();
  }
  await workbook.saveState(journalKey, { version: more.length === 0 ? 1 : 2, link, at, before: first.map(packedBlock), ...(more.length > 0 && { parts: more.length }) });
}

/** The journal of a refresh that was cut off; null where there is none. */
export async function keptJournal(workbook: Workbook): Promise<Journal | null> {
  const head = readAs(journalHead, await workbook.loadState(journalKey));
  if (!head) return null;
  const { link, at, parts = 0 } = head;
  const slices = new Slices();
  const before = [...head.before];
  for (let part = 1; part <= parts; part += 1) {
    before.push(...(readAs(blocks, await workbook.loadState(partKey(part))) ?? []));
    await slices.rest();
  }
  return { link, at, before };
}

/** Forgets a journal: the refresh is through, or what it found stands again. */
export async function forgetJournal(workbook: Workbook): Promise<void> {
  await workbook.saveState(journalKey, null);
  for (let part = 1; (await workbook.loadState(partKey(part))) !== null; part += 1) await workbook.saveState(partKey(part), null);
}

/** Puts back what an interrupted refresh found, and forgets it. */
export async function putBack(workbook: Workbook, { before }: Journal): Promise<void> {
  await workbook.write({ blocks: before });
  await forgetJournal(workbook);
}

/** The blocks in parts of about as many cells. */
function partsOf(before: readonly BlockPlan[]): BlockPlan[][] {
  const parts: BlockPlan[][] = [[]];
  let left = cellsAPart;
  for (const block of before) {
    for (let from = 0; from < block.cells.length; ) {
      let to = from;
      while (to < block.cells.length && left > 0) left -= block.cells[to++]?.length ?? 0;
      parts.at(-1)?.push({ ...block, row: block.row + from, cells: block.cells.slice(from, to) });
      from = to;
      if (left > 0) continue;
      parts.push([]);
      left = cellsAPart;
    }
  }
  return parts.filter((part) => part.length > 0);
}

function readAs<T>(read: Reader<T>, document: unknown): T | null {
  if (document === null || document === undefined) return null;
  try {
    return read(document, "");
  } catch (error) {
    if (error instanceof DocumentFault) throw new WorkbookRefusal({ code: "state-unreadable", key: journalKey }, { cause: error });
    throw error;
  }
}

/** An array a row, a cell its value, its formula as { f } with its format, or 0 where it is left alone. */
const packedBlock = ({ cells, ...place }: BlockPlan) => ({ ...place, cells: cells.map((row) => row.map(packed)) });

type Packed = 0 | readonly [CellValue] | { readonly v?: CellValue; readonly f?: string; readonly n?: string };

function packed(cell: CellPlan | undefined): Packed {
  if (!cell) return 0;
  if (cell.formula === undefined && cell.format === undefined) return [cell.value ?? null];
  return { ...(cell.formula === undefined ? { v: cell.value ?? null } : { f: cell.formula }), ...(cell.format !== undefined && { n: cell.format }) };
}

const value: Reader<CellValue> = (read, path) => {
  if (read === null || typeof read === "string" || typeof read === "number" || typeof read === "boolean") return read;
  throw new DocumentFault(path);
};

const cell: Reader<CellPlan | undefined> = (read, path) => {
  if (read === 0) return undefined;
  if (Array.isArray(read)) return { value: value(read[0], path) };
  if (typeof read !== "object" || read === null) throw new DocumentFault(path);
  const [v, f, n]: unknown[] = [Reflect.get(read, "v"), Reflect.get(read, "f"), Reflect.get(read, "n")];
  return { ...(f === undefined ? { value: value(v ?? null, path) } : { formula: text(f, path) }), ...(n !== undefined && { format: text(n, path) }) };
};

const blocks = listOf(shape<BlockPlan>({ sheet: text, row: whole, column: whole, cells: listOf(listOf(cell)) }));

interface JournalHead extends Journal {
  /** How many documents hold the rest. */
  readonly parts?: number;
}

const oneDocument = shape<JournalHead & { readonly version: number }>({ version: oneOf(1), link: text, at: text, before: blocks });
const severalDocuments = shape<Required<JournalHead> & { readonly version: number }>({ version: oneOf(2), link: text, at: text, before: blocks, parts: whole });

const journalHead: Reader<JournalHead> = (read, path) => {
  const isOne = typeof read === "object" && read !== null && Reflect.get(read, "version") === 1;
  return (isOne ? oneDocument : severalDocuments)(read, path);
};
