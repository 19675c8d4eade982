import { type CellValue, WorkbookRefusal } from "./port.ts";

/*
 * Saved documents travel inside the file as text cells of one very hidden sheet, a row each:
 * a head such as "headroom:language:1:7" (key, version, characters of JSON), then the JSON in pieces.
 */

/** The very hidden sheet that carries the saved documents. */
export const stateSheet = "_headroom";

/** The version this program writes and the newest it reads. */
export const stateVersion = 1;

/** What the sheet holds from A1 on, row by row. */
export type StateCells = readonly (readonly CellValue[])[];

// A cell holds 32,767 characters; the rest is for the bars and for characters kept together.
const pieceLength = 32_000;
const headPattern = /^headroom:([a-z][a-z0-9-]*):(\d+):(\d+)$/;

/** The document saved under a key; null where there is none. Refuses one that is newer than this program or damaged. */
export function savedState(cells: StateCells, key: string): unknown {
  const row = rowOf(cells, key);
  return row === undefined ? null : documentIn(row, key);
}

/**
 * What the sheet must hold once the document is saved, or taken away where it is null: a rectangle from A1 on that covers
 * all it held before. A newer document is refused; a damaged one stays beside the new one, under a head of its own.
 */
export function withState(cells: StateCells, key: string, value: unknown): CellValue[][] {
  const old = rowOf(cells, key);
  const kept = cells.flatMap((row) => (row === old ? (isDamaged(row, key) ? [[damagedHead(row[0]), ...row.slice(1)]] : []) : keyOf(row[0]) === key ? [] : [row]));
  // A row without a head is what is left of a saving that did not come to its end.
  const rows: StateCells = [...kept.filter(([head]) => !isBlank(head)), ...(value === null ? [] : [documentCells(key, value)])];
  const height = Math.max(rows.length, cells.length);
  const width = Math.max(...rows.map((row) => row.length), ...cells.map((row) => row.length));
  return Array.from({ length: height }, (_, r) => Array.from({ length: width }, (_, c) => rows[r]?.[c] ?? null));
}

/** The cells of the row that holds a document. */
export function documentCells(key: string, value: unknown): string[] {
  const text = jsonOf(value);
  return [`headroom:${key}:${stateVersion}:${text.length}`, ...pieces(text).map((piece) => `|${piece}|`)];
}

/** The key of the document that a head begins. */
export const keyOf = (head: CellValue | undefined): string | undefined => headPattern.exec(String(head ?? ""))?.[1];

/** What stands at the head of a document that could not be read and is kept aside. */
export const damagedHead = (head: CellValue | undefined): string => `damaged ${String(head)}`;

const isBlank = (cell: CellValue | undefined) => cell === null || cell === "" || cell === undefined;

function rowOf(cells: StateCells, key: string) {
  return cells.find(([head]) => keyOf(head) === key);
}

function documentIn([head, ...rest]: readonly CellValue[], key: string): unknown {
  const [, , version, length] = headPattern.exec(String(head)) ?? [];
  if (Number(version) > stateVersion) throw new WorkbookRefusal({ code: "state-newer", key, version: Number(version) });
  const filled = rest.filter((cell) => !isBlank(cell)).map(String);
  const text = filled.map((cell) => cell.slice(1, -1)).join("");
  const whole = filled.every((cell) => /^\|[^]*\|$/.test(cell)) && text.length === Number(length);
  try {
    if (whole) return JSON.parse(text) as unknown;
  } catch {
    // Falls through: text that is no JSON is as damaged as text that is cut.
  }
  throw new WorkbookRefusal({ code: "state-unreadable", key });
}

/** Whether the row cannot be read. A newer one is not damaged: it is refused. */
export function isDamaged(row: readonly CellValue[], key: string): boolean {
  try {
    documentIn(row, key);
    return false;
  } catch (error) {
    if (error instanceof WorkbookRefusal && error.issue.code === "state-unreadable") return true;
    throw error;
  }
}

/** JSON of which no part is altered by XML or by the escapes of the file format (_x000D_). */
function jsonOf(value: unknown): string {
  return JSON.stringify(value ?? null)
    .replace(/[\u007f-\u009f\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .replaceAll("_x", "\\u005fx");
}

/** Pieces that fit a cell and part no surrogate pair. */
function pieces(text: string): string[] {
  const found: string[] = [];
  for (let start = 0; start < text.length; ) {
    const end = start + pieceLength;
    const parts = /[\ud800-\udbff]/.test(text.charAt(end - 1));
    found.push(text.slice(start, parts ? end + 1 : end));
    start = parts ? end + 1 : end;
  }
  return found;
}
