import { type Cell, isErrorLiteral } from "../functions/cell.ts";
import { blockOf, type CellBlock } from "../workbook/address.ts";
import type { Grid } from "../core/table.ts";

/** What is written between two commas of a call. */
export type ArgumentText =
  | { readonly kind: "omitted" }
  | { readonly kind: "constant"; readonly cells: Grid<Cell> }
  /** Without a sheet it lies on the sheet of the formula. */
  | { readonly kind: "range"; readonly sheet?: string; readonly block: CellBlock }
  /** A nested call, a name, an operation: more than the pane can read by itself. */
  | { readonly kind: "expression" };

export interface CallText {
  readonly id: string;
  readonly arguments: readonly ArgumentText[];
}

const prefix = /^=\s*HEADROOM\.([A-Z.]+)\s*\(/i;

/** Whether one of our functions stands anywhere in a formula. */
export function callsHeadroom(formula: string): boolean {
  return /\bHEADROOM\.[A-Z.]+\s*\(/i.test(formula);
}

/** The call, where the whole formula is one call of our functions; undefined for anything else. */
export function callOf(formula: string): CallText | undefined {
  const match = prefix.exec(formula);
  const inner = formula.slice(match?.[0].length ?? 0).trimEnd();
  if (!match || !inner.endsWith(")")) return undefined;
  const texts = separated(inner.slice(0, -1), ",");
  return texts && { id: (match[1] ?? "").toUpperCase(), arguments: texts.map(argumentText) };
}

/** A text parted at a separator, but not within quotes, brackets and braces; undefined where these do not close, or close too soon. */
function separated(text: string, separator: string): string[] | undefined {
  const parts = [""];
  let depth = 0;
  let quote = "";
  for (const character of text) {
    if (quote) quote = character === quote ? "" : quote;
    else if (character === '"' || character === "'") quote = character;
    else if ("({".includes(character)) depth += 1;
    else if (")}".includes(character)) depth -= 1;
    if (depth < 0) return undefined;
    if (character === separator && depth === 0 && !quote) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return depth === 0 && !quote ? parts : undefined;
}

/** What an argument says: a constant, a range, or more than that. */
export function argumentText(text: string): ArgumentText {
  const trimmed = text.trim();
  if (trimmed === "") return { kind: "omitted" };
  if (trimmed.startsWith("{") && trimmed.endsWith("}")) return arrayConstant(trimmed.slice(1, -1));
  const constant = constantIn(trimmed);
  if (constant !== undefined) return { kind: "constant", cells: [[constant]] };
  return rangeText(trimmed) ?? { kind: "expression" };
}

function arrayConstant(inner: string): ArgumentText {
  const rows = separated(inner, ";")?.map((row) => separated(row, ",")?.map((cell) => constantIn(cell.trim())));
  if (!rows) return { kind: "expression" };
  const cells: Cell[][] = [];
  for (const row of rows) {
    const known = row?.filter((cell) => cell !== undefined);
    if (!known || known.length !== row?.length || known.length !== rows[0]?.length) return { kind: "expression" };
    cells.push(known);
  }
  return { kind: "constant", cells };
}

/** The constant a text is in a formula; undefined where it is none. */
function constantIn(text: string): Cell | undefined {
  const quoted = /^"((?:[^"]|"")*)"$/.exec(text);
  if (quoted) return (quoted[1] ?? "").replaceAll('""', '"');
  const number = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(%?)$/i.exec(text);
  // A percentage stays text: READ as printed, it is the exact fraction, where a double over 100 is not.
  if (number) return number[2] ? text : Number(number[1]);
  if (/^(true|false)$/i.test(text)) return text.toUpperCase() === "TRUE";
  return isErrorLiteral(text) ? { error: text } : undefined;
}

function rangeText(text: string): ArgumentText | undefined {
  const match = /^(?:'((?:[^']|'')+)'!|([^'!(){}"]+)!)?([^!]+)$/.exec(text);
  const block = blockOf(match?.[3] ?? "");
  if (!match || !block) return undefined;
  const sheet = match[1]?.replaceAll("''", "'") ?? match[2];
  return sheet === undefined ? { kind: "range", block } : { kind: "range", sheet, block };
}
