import { columnLetters } from "./address.ts";
import { cellOf, columnOf, isCall, isSign, type Token, tokensOf } from "./formula-tokens.ts";

const lastRow = 1_048_575;
const lastColumn = 16_383;

/** Whether a reference to a cell moves along: its 0-based row, and whether it lies on a sheet that the formula names. */
export type Moves = (row: number, elsewhere: boolean) => boolean;

/**
 * A formula as it reads once copied some rows down and columns right: what is not fixed by "$" moves along,
 * what leaves the sheet is #REF!. References to cells that do not move stay as they are.
 */
export function shiftedFormula(formula: string, rows: number, columns: number, moves: Moves = () => true): string {
  if (rows === 0 && columns === 0) return formula;
  const tokens = tokensOf(formula);
  return tokens.map((token, at) => shifted(tokens, token, at, rows, columns, moves)).join("");
}

function shifted(tokens: readonly Token[], token: Token, at: number, rows: number, columns: number, moves: Moves): string {
  const besideColon = isSign(tokens[at - 1], ":") || isSign(tokens[at + 1], ":");
  if (besideColon && /^\$?\d{1,7}$/.test(token.text)) return row(token.text, rows);
  if (token.kind !== "word" || isCall(tokens, at) || isSign(tokens[at + 1], "!")) return token.text;
  if (besideColon && /^\$?[A-Za-z]{1,3}$/.test(token.text)) return column(token.text, columns);
  const cell = cellOf(token.text);
  if (!cell || !moves(cell.row, isElsewhere(tokens, at))) return token.text;
  const toColumn = cell.columnFixed ? cell.column : cell.column + columns;
  const toRow = cell.rowFixed ? cell.row : cell.row + rows;
  if (toColumn < 0 || toColumn > lastColumn || toRow < 0 || toRow > lastRow) return "#REF!";
  return `${cell.columnFixed ? "$" : ""}${columnLetters(toColumn)}${cell.rowFixed ? "$" : ""}${toRow + 1}`;
}

function row(text: string, rows: number): string {
  if (text.startsWith("$")) return text;
  const to = Number(text) - 1 + rows;
  return to < 0 || to > lastRow ? "#REF!" : String(to + 1);
}

function column(text: string, columns: number): string {
  if (text.startsWith("$")) return text;
  const to = columnOf(text) + columns;
  return to < 0 || to > lastColumn ? "#REF!" : columnLetters(to);
}

/** Whether a cell follows the name of a sheet: itself, or the other end of its range. */
function isElsewhere(tokens: readonly Token[], at: number): boolean {
  return isSign(tokens[at - 1], "!") || (isSign(tokens[at - 1], ":") && isSign(tokens[at - 3], "!"));
}
