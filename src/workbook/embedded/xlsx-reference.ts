import type { TableDefinition } from "hucre";
import { blockOf, type CellBlock, columnLetters, quotedSheet } from "../address.ts";
import { isSign, tokensOf } from "../formula-tokens.ts";

/** A table object of a file, and where it lies. */
export interface FileTable {
  readonly sheet: string;
  readonly block: CellBlock;
  readonly columns: readonly string[];
  readonly totals: boolean;
}

/** The tables of a file by their name in capitals. */
export type FileTables = ReadonlyMap<string, FileTable>;

export function fileTables(sheets: readonly { readonly name: string; readonly tables?: readonly TableDefinition[] }[]): FileTables {
  const found = sheets.flatMap((sheet) =>
    (sheet.tables ?? []).flatMap(({ name, displayName, range, columns, showTotalRow }): [string, FileTable][] => {
      const block = blockOf(range ?? "");
      return block ? [[(displayName ?? name).toUpperCase(), { sheet: sheet.name, block, columns: columns.map((column) => column.name), totals: showTotalRow === true }]] : [];
    }),
  );
  return new Map(found);
}

/** Where a formula stands. */
export interface Standing {
  readonly sheet: string;
  readonly row: number;
}

/**
 * The formula with the cells in place of references to tables, which this workbook does not have: Sales[Amount] becomes $B$2:$B$9.
 * Undefined where it leads to another file, or to a part of a table that is not there.
 */
export function withoutTables(stored: string, tables: FileTables, standing: Standing): string | undefined {
  const tokens = tokensOf(stored);
  let text = "";
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token || token.kind === "bracket" || (token.kind === "quoted-sheet" && token.text.includes("["))) return undefined;
    const table = token.kind === "word" && !isSign(tokens[at + 1], "!") && !isSign(tokens[at + 1], "(") ? tables.get(token.text.toUpperCase()) : undefined;
    if (!table) {
      text += token.text;
      continue;
    }
    const bracket = tokens[at + 1]?.kind === "bracket" ? (tokens[at + 1]?.text ?? "") : "";
    const cells = cellsOf(table, bracket, standing);
    if (cells === undefined) return undefined;
    text += cells;
    if (bracket !== "") at += 1;
  }
  return text;
}

function cellsOf({ sheet, block, columns, totals }: FileTable, bracket: string, standing: Standing): string | undefined {
  const inner = bracket.slice(1, -1).trim();
  const items = inner.startsWith("[") ? [...inner.matchAll(/\[((?:'.|[^\]'])*)\]/g)].map(([, item = ""]) => item) : inner === "" ? [] : [inner];
  const parts = items.filter((item) => item.startsWith("#")).map((item) => item.toLowerCase());
  const named = items.filter((item) => !item.startsWith("#")).map((item) => columns.findIndex((column) => column.toLowerCase() === item.replace(/'(.)/g, "$1").toLowerCase()));
  if (named.includes(-1)) return undefined;
  const left = named.length > 0 ? Math.min(...named) : 0;
  const right = named.length > 0 ? Math.max(...named) : block.columns - 1;
  const rows = rowsOf(block, totals, parts, standing.row);
  if (!rows) return undefined;
  const thisRow = parts.includes("#this row");
  const name = (column: number, row: number) => `$${columnLetters(block.column + column)}${thisRow ? "" : "$"}${row + 1}`;
  const first = name(left, rows[0]);
  const last = name(right, rows[1]);
  return `${sheet === standing.sheet ? "" : `${quotedSheet(sheet)}!`}${first === last ? first : `${first}:${last}`}`;
}

/** The first and the last row that the parts of a table mean; the body where none is said. */
function rowsOf({ row, rows }: CellBlock, totals: boolean, parts: readonly string[], standing: number): [number, number] | undefined {
  const end = row + rows - 1;
  const bodyEnd = totals ? end - 1 : end;
  const meant = (parts.length > 0 ? parts : ["#data"]).map((part): [number, number] | undefined => {
    if (part === "#all") return [row, end];
    if (part === "#data") return [row + 1, bodyEnd];
    if (part === "#headers") return [row, row];
    if (part === "#totals") return totals ? [end, end] : undefined;
    return part === "#this row" && standing > row && standing <= bodyEnd ? [standing, standing] : undefined;
  });
  const known = meant.filter((part) => part !== undefined);
  return known.length < meant.length ? undefined : [Math.min(...known.map(([first]) => first)), Math.max(...known.map(([, last]) => last))];
}
