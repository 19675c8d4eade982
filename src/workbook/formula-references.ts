import type { CellBlock, RangeAddress } from "./address.ts";
import { cellOf, columnOf, isCall, isSign, lastSolid, nextSolid, type Token, tokensOf } from "./formula-tokens.ts";
import type { NamedRange } from "./port.ts";

const last = { row: 1_048_575, column: 16_383 } as const;

/** The cells a formula on a sheet names: A1, Sheet2!$B$2:C9, whole columns and rows, defined names. What OFFSET and INDIRECT work out, and what is named as a table, is not among them. */
export function referencesIn(formula: string, sheet: string, names: readonly NamedRange[]): readonly RangeAddress[] {
  const tokens = tokensOf(formula.replace(/^=/, ""));
  const found: RangeAddress[] = [];
  for (let at = 0; at < tokens.length; ) {
    const block = isSign(tokens[nextSolid(tokens, at + 1)], "!") ? undefined : blockAt(tokens, at);
    if (block) found.push({ sheet: sheetBefore(tokens, at) ?? sheet, ...block.range });
    else found.push(...names.filter(({ name }) => tokens[at]?.kind === "word" && name.toLowerCase() === tokens[at]?.text.toLowerCase()).map(({ range }) => range));
    at = block?.next ?? at + 1;
  }
  return found;
}

/** The block that begins at a piece, and the piece after it. Letters or a number name a column or a row only where there are two of them. */
function blockAt(tokens: readonly Token[], at: number): { readonly range: CellBlock; readonly next: number } | undefined {
  const first = cornerAt(tokens, at);
  if (!first) return undefined;
  const colon = nextSolid(tokens, at + 1);
  const end = isSign(tokens[colon], ":") ? nextSolid(tokens, colon + 1) : at;
  const second = cornerAt(tokens, end);
  if (end !== at && second) return { range: blockBetween(first, second), next: end + 1 };
  return first.row === undefined || first.column === undefined ? undefined : { range: blockBetween(first, first), next: at + 1 };
}

interface Corner {
  readonly row: number | undefined;
  readonly column: number | undefined;
}

function cornerAt(tokens: readonly Token[], at: number): Corner | undefined {
  const token = tokens[at];
  if (token?.kind === "number" && /^\d{1,7}$/.test(token.text)) return { row: Number(token.text) - 1, column: undefined };
  if (token?.kind !== "word" || isCall(tokens, at)) return undefined;
  const cell = cellOf(token.text);
  if (cell) return cell;
  const [, letters, digits] = /^\$?(?:([A-Za-z]{1,3})|(\d{1,7}))$/.exec(token.text) ?? [];
  if (letters !== undefined) return { row: undefined, column: columnOf(letters) };
  return digits === undefined ? undefined : { row: Number(digits) - 1, column: undefined };
}

function blockBetween(one: Corner, other: Corner): CellBlock {
  const [top, bottom] = span(one.row, other.row, last.row);
  const [left, right] = span(one.column, other.column, last.column);
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

const span = (one: number | undefined, other: number | undefined, end: number): [number, number] => (one === undefined || other === undefined ? [0, end] : [Math.min(one, other), Math.max(one, other)]);

function sheetBefore(tokens: readonly Token[], at: number): string | undefined {
  const mark = lastSolid(tokens, at);
  if (!isSign(tokens[mark], "!")) return undefined;
  const token = tokens[lastSolid(tokens, mark)];
  return token?.kind === "quoted-sheet" ? token.text.slice(1, -1).replaceAll("''", "'") : token?.text;
}
