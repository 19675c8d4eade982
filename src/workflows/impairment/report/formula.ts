import { a1, a1OnSheet, type RangeAddress } from "../../../workbook/address.ts";

/** The sheets of a workpaper. */
export const sheetRoles = ["cover", "units", "value-in-use", "fair-value", "result", "allocation", "sensitivity", "back-test", "disclosure"] as const;
export type SheetRole = (typeof sheetRoles)[number];

/** Cells of one row of the workpaper, by the mark of the row: where they lie is known once the sheets have their places. */
export interface PaperCells {
  readonly role: SheetRole;
  readonly key: string;
  readonly column: number;
  readonly columns: number;
  /** The last row of a block of several. */
  readonly lastKey?: string;
}

export interface Formula {
  readonly parts: readonly FormulaPart[];
}

export type FormulaPart = string | number | PaperCells | RangeAddress | Formula;

/** Where the rows of the workpaper stand. */
export type Standing = (role: SheetRole, key: string) => { readonly sheet: string; readonly row: number; readonly column: number };

/** A formula of text and cells: f`ROUND(${net}*${factor},2)`. */
export function f(texts: TemplateStringsArray, ...parts: readonly FormulaPart[]): Formula {
  return { parts: texts.flatMap((text, index) => [text, ...parts.slice(index, index + 1)]) };
}

/** Parts one after the other with a text between: a+b+c. */
export function joined(parts: readonly FormulaPart[], between: string): Formula {
  return { parts: parts.flatMap((part, index) => (index === 0 ? [part] : [between, part])) };
}

/** The total of cells that lie apart; 0 of none. */
export function sumOf(cells: readonly FormulaPart[]): Formula {
  return cells.length === 0 ? f`0` : f`SUM(${joined(cells, ",")})`;
}

/** The text of a formula on the sheet of one role. */
export function formulaText(formula: Formula, role: SheetRole, standing: Standing): string {
  return `=${written(formula, role, standing)}`;
}

function written(part: FormulaPart, role: SheetRole, standing: Standing): string {
  if (typeof part === "string") return part;
  if (typeof part === "number") return String(part);
  if ("parts" in part) return part.parts.map((inner) => written(inner, role, standing)).join("");
  if (!("key" in part)) return a1OnSheet(part);
  const block = placedCells(part, standing);
  return part.role === role ? a1(block) : a1OnSheet(block);
}

/** The cells where they stand. */
export function placedCells({ role, key, column, columns, lastKey = key }: PaperCells, standing: Standing): RangeAddress {
  const [first, last] = [standing(role, key), standing(role, lastKey)];
  return { sheet: first.sheet, row: first.row, column: first.column + column, rows: last.row - first.row + 1, columns };
}

/** A text inside a formula: quotes doubled, in pieces that Excel takes. */
export function quoted(text: string): Formula {
  const pieces = text.match(/[\s\S]{1,200}/g) ?? [""];
  return joined(pieces.map((piece) => `"${piece.replaceAll('"', '""')}"`), "&");
}
