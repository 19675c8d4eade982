import { DocumentFault, listOf, type Reader, shape, text, whole } from "../workbook/document.ts";
import { type BlockPlan, type CellPlan, type CellValue, type Workbook, WorkbookRefusal } from "../workbook/port.ts";

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

/** The document of a journal: an array a row, a cell its value, its formula as { f } with its format, or 0 where it is left alone. */
export function savedJournal({ link, at, before }: Journal): unknown {
  return { version: 1, link, at, before: before.map(({ cells, ...place }) => ({ ...place, cells: cells.map((row) => row.map(packed)) })) };
}

export function journalOf(document: unknown): Journal | null {
  if (document === null || document === undefined) return null;
  try {
    const { link, at, before } = journal(document, "");
    return { link, at, before };
  } catch (error) {
    if (error instanceof DocumentFault) throw new WorkbookRefusal({ code: "state-unreadable", key: journalKey }, { cause: error });
    throw error;
  }
}

/** Puts back what an interrupted refresh found, and forgets it. */
export async function putBack(workbook: Workbook, { before }: Journal): Promise<void> {
  await workbook.write({ blocks: before });
  await workbook.saveState(journalKey, null);
}

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

const journal = shape<Journal & { readonly version: number }>({
  version: whole,
  link: text,
  at: text,
  before: listOf(shape<BlockPlan>({ sheet: text, row: whole, column: whole, cells: listOf(listOf(cell)) })),
});
