import type { CellRow } from "./printed-cell.ts";
import type { PrintedCell, PrintedColumn } from "./printed-document.ts";
import { isFigure, isLabelName, isNil, isSerialName, isSideName, sameness, statedUnit, totalKind, unfolded, unitIn } from "./printed-words.ts";

/** The header of a table: what stands over it, its levels, and the row its body begins with. */
export interface Header {
  readonly title: PrintedCell | undefined;
  readonly unit: PrintedCell | undefined;
  readonly levels: readonly CellRow[];
  readonly next: number;
}

/** A cell's own text: a merged cell is blank but for the first of its places. */
export const ownText = (cell: PrintedCell | undefined): string => (cell === undefined || cell.merged ? "" : cell.text);

export const ownCells = (row: CellRow): readonly PrintedCell[] => row.cells.filter((cell) => ownText(cell) !== "");

/** Whether a row holds one text and nothing else, in its first cell or printed across it. */
export function isHeading(row: CellRow): boolean {
  const [only, ...others] = ownCells(row);
  return only !== undefined && others.length === 0 && row.cells.length > 1 && !isFigure(only.text) && !isNil(only.text);
}

/** The header that begins at a row: titles and a unit over it, then one row or more without figures. */
export function headerAt(rows: readonly CellRow[], from: number): Header | undefined {
  let title: PrintedCell | undefined;
  let unit: PrintedCell | undefined;
  let next = from;
  for (let row = rows[next]; row !== undefined && isHeading(row) && ownText(row.cells[0]) !== ""; row = rows[++next]) {
    const cell = row.cells[0];
    if (cell && statedUnit(cell.text)) unit = cell;
    else if (title) return undefined;
    else title = cell;
  }
  const top = rows[next];
  if (top === undefined || !isHeaderRow(top)) return undefined;
  const levels = [top];
  for (let row = rows[++next]; row !== undefined && isLowerLevel(row, levels, rows.slice(next + 1)); row = rows[++next]) levels.push(row);
  return { title, unit, levels, next };
}

function isHeaderRow(row: CellRow): boolean {
  const own = ownCells(row);
  if (own.some(({ text }) => isFigure(text) || isNil(text))) return false;
  return own.length > 1 || (own.length === 1 && ownText(row.cells[0]) === "" && row.cells.length > 1);
}

/**
 * Whether a row is one more level of the header: its labels are blank, it has no figures, and each of its cells
 * stands under a cell that spans several columns, under a blank one, or over figures.
 */
function isLowerLevel(row: CellRow, levels: readonly CellRow[], below: readonly CellRow[]): boolean {
  if (row.marked) return !row.afterBreak && levels.every(({ marked }) => marked);
  const own = ownCells(row);
  if (own.length === 0 || ownText(row.cells[0]) !== "" || own.some(({ text }) => text.length > 60 || isFigure(text) || isNil(text))) return false;
  const upper = own.length > 1 ? levels.at(-1) : undefined;
  return row.cells.every((cell, column) => {
    if (ownText(cell) === "") return true;
    const isSpanned = upper !== undefined && (ownText(upper.cells[column]) === "" || ownText(upper.cells[column + 1]) === "");
    return (isSpanned && hasSpan(upper)) || isOverFigures(column, below);
  });
}

/** Whether a header row has a blank between or behind its cells, which a level below must fill. */
function hasSpan(row: CellRow): boolean {
  return row.cells.some((cell, column) => column > 0 && ownText(cell) === "");
}

function isOverFigures(column: number, below: readonly CellRow[]): boolean {
  const texts = below.slice(0, 8).map((row) => ownText(row.cells[column])).filter((text) => text !== "");
  const figures = texts.filter(isFigure).length;
  return figures > 0 && figures * 2 >= texts.length;
}

/** Two prints of one header. */
export function isSameHeader(one: readonly CellRow[], other: readonly CellRow[]): boolean {
  const print = (levels: readonly CellRow[]) => levels.map((row) => row.cells.map((cell) => sameness(ownText(cell))).join("\t").trimEnd()).join("\n");
  return print(one) === print(other);
}

/** The levels of each column's header, from the outermost. */
export function headsOf(levels: readonly CellRow[], width: number): readonly (readonly string[])[] {
  const own = levels.map(({ cells }) => Array.from({ length: width }, (_, column) => unfolded(ownText(cells[column]))));
  const hasBelow = (level: number, column: number) => own.slice(level + 1).some((texts) => texts[column] !== "");
  const isAcross = (level: number, column: number) => levels[level]?.cells[column]?.merged === "across";
  const origins = own.map((texts) => texts.map((text, column) => (text === "" ? -1 : column)));
  origins.forEach((row, level) => {
    for (let column = 1; column < width; column++) {
      const origin = row[column - 1] ?? -1;
      if (row[column] !== -1 || origin === -1) continue;
      const sameParent = level === 0 || origins[level - 1]?.[column] === origins[level - 1]?.[origin];
      const isSpan = hasBelow(level, column) && hasBelow(level, origin);
      if (sameParent && (isAcross(level, column) || isSpan)) row[column] = origin;
    }
  });
  return Array.from({ length: width }, (_, column) => {
    const heads = origins.map((row, level) => own[level]?.[row[column] ?? -1] ?? "");
    const distinct = heads.filter((head, level) => head !== "" && head !== heads[level - 1]);
    return distinct.length === 0 ? [""] : distinct;
  });
}

type Role = PrintedColumn["role"];

/** The columns of a table: their names, what they hold, and which of them name its rows. */
export function columnsOf(heads: readonly (readonly string[])[], body: readonly CellRow[]): readonly PrintedColumn[] {
  const plain = heads.map((levels, column) => roleOf(levels, column, body));
  const labels = labelColumns(heads, plain, body);
  return heads.map((levels, column) => {
    const name = levels.join("/");
    const isLabel = labels.some((side) => side.includes(column));
    const side = labels.findLast((columns) => (columns[0] ?? 0) <= column) ?? [];
    const unit = levels.map(unitIn).findLast((text) => text !== undefined);
    const role = isLabel ? "label" : (plain[column] ?? "words");
    return { heads: levels, name, unit, role, labels: role === "label" || role === "number" ? [] : side };
  });
}

function roleOf(levels: readonly string[], column: number, body: readonly CellRow[]): Role {
  const texts = body.map((row) => ownText(row.cells[column])).filter((text) => text !== "");
  const isSerial = (text: string) => /^[\d.()（）①-⑳一二三四五六七八九十]+[.、]?$/.test(text) || totalKind(text) !== "item";
  if (isSerialName(levels.at(-1) ?? "") && texts.filter(isSerial).length * 2 >= texts.length) return "number";
  if (column === 0 && levels[0] === "" && texts.length > 1 && texts.every((text) => /^\d{1,2}(?:\.\d{1,2})*$/.test(text))) return "number";
  const figures = texts.filter(isFigure).length;
  const nils = texts.filter(isNil).length;
  const isFigures = figures > 0 ? (figures + nils) * 2 > texts.length : nils > 0 && nils === texts.length;
  return isFigures ? "figures" : "words";
}

/**
 * The label columns, a list for each side of the table. The first column of words names the rows, with those beside it
 * that are called a name or without which rows would be called the same. Behind figures, a column headed as the first
 * label is, or by another word for a name, begins a table printed beside the first.
 */
function labelColumns(heads: readonly (readonly string[])[], roles: readonly Role[], body: readonly CellRow[]): readonly (readonly number[])[] {
  const firstFigures = roles.indexOf("figures");
  const words = roles.flatMap((role, column) => (role === "words" && (firstFigures === -1 || column < firstFigures) ? [column] : []));
  const [first, ...further] = words;
  if (first === undefined) return [];
  const named = [first];
  for (const column of further) {
    const isName = isLabelName(heads[column]?.at(-1) ?? "");
    if (column === (named.at(-1) ?? 0) + 1 && firstFigures !== -1 && (isName || !areDistinct(named, body))) named.push(column);
  }
  const lastFigures = roles.lastIndexOf("figures");
  const firstName = heads[first]?.at(-1) ?? "";
  const sides = roles.flatMap((role, column) => {
    if (role !== "words" || firstFigures === -1 || column < firstFigures || column > lastFigures) return [];
    const name = heads[column]?.at(-1) ?? "";
    return (name !== "" && name === firstName) || isSideName(name) ? [[column]] : [];
  });
  return [named, ...sides];
}

function areDistinct(columns: readonly number[], body: readonly CellRow[]): boolean {
  const names = body.filter((row) => !isHeading(row)).map((row) => columns.map((column) => ownText(row.cells[column])).join("\t"));
  return names.every((name) => name !== "") && new Set(names).size === names.length;
}
