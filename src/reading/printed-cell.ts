import type { LineRange, PrintedCell } from "./printed-document.ts";

export const BLANK: PrintedCell = { text: "", places: [], merged: undefined };

/** A row of cells before anything is known of the table it belongs to. */
export interface CellRow {
  readonly cells: readonly PrintedCell[];
  readonly lines: readonly number[];
  /** A blank line, a page number or a rule stood between it and the row above. */
  readonly afterBreak: boolean;
  /** The source says that it belongs to the header (th, thead). */
  readonly marked: boolean;
}

/** The part [start, end) of a line as a cell, without the spaces around it. */
export function cellAt(line: string, lineNumber: number, start: number, end: number): PrintedCell {
  const raw = line.slice(start, end);
  const text = raw.trim();
  if (text === "") return BLANK;
  const from = start + raw.indexOf(text);
  return { text, places: [{ line: lineNumber, start: from, end: from + text.length }], merged: undefined };
}

/** Two parts of one cell, printed one below the other: words are joined as they would be without the fold. */
export function folded(upper: PrintedCell, lower: PrintedCell): PrintedCell {
  if (upper.text === "") return lower;
  if (lower.text === "") return upper;
  return { text: joinedWords(upper.text, lower.text), places: [...upper.places, ...lower.places], merged: upper.merged };
}

/** Latin words and numbers keep a space between them, Chinese has none. */
export function joinedWords(before: string, after: string): string {
  return /[\w%)]$/.test(before) && /^[\w(]/.test(after) ? `${before} ${after}` : before + after;
}

/** From the first to the last line of some rows. */
export function linesOf(rows: readonly CellRow[]): LineRange {
  const lines = rows.flatMap((row) => row.lines);
  return { first: Math.min(...lines), last: Math.max(...lines) };
}
