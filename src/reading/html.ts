import { assembled } from "./document-parts.ts";
import { htmlParts, type HtmlPart, type HtmlRow, type HtmlText } from "./html-cells.ts";
import { paragraphOf } from "./paragraph.ts";
import { BLANK, type CellRow } from "./printed-cell.ts";
import type { Paragraph, Place, PrintedCell, PrintedDocument } from "./printed-document.ts";
import { isPageMark } from "./printed-words.ts";
import type { TableRegion } from "./text-lines.ts";

/**
 * Reads the tables of an HTML text: a page, a part of one, or what a spreadsheet or word processor puts on the
 * clipboard. Places are lines and characters of the source. Refuses nothing; a table of one column is words.
 */
export function readHtml(html: string): PrintedDocument {
  const placesOf = sourcePlaces(html);
  const regions: TableRegion[] = [];
  const paragraphs: Paragraph[] = [];
  const furniture: number[] = [];
  let continues = false;
  for (const part of htmlParts(html)) {
    const rows = part.kind === "table" ? cellRows(part.rows, placesOf) : [];
    if (rows.some(({ cells }) => cells.length > 1)) {
      const last = regions.at(-1);
      if (continues && last) regions[regions.length - 1] = { ...last, rows: [...last.rows, ...rows.map((row, index) => (index === 0 ? { ...row, afterBreak: true } : row))] };
      else regions.push({ parted: "html", lines: [], rows, unread: [], doubts: [] });
      continues = true;
      continue;
    }
    for (const text of textsOf(part)) {
      if (isPageMark(text.text)) {
        furniture.push(...placesOf(text).map(({ line }) => line));
      } else {
        paragraphs.push(paragraphOf(placesOf(text).slice(0, 1).map((place) => ({ text: text.text.trim(), place }))));
        continues = false;
      }
    }
  }
  return assembled(regions, paragraphs.filter(({ text }) => text !== ""), furniture);
}

function textsOf(part: HtmlPart): readonly HtmlText[] {
  return part.kind === "words" ? part.texts : part.rows.flatMap(({ cells }) => cells).filter(({ text }) => text !== "");
}

/** The rows of a table with the cells that others span filled in. */
function cellRows(rows: readonly HtmlRow[], placesOf: (text: HtmlText) => readonly Place[]): readonly CellRow[] {
  const spans = new Map<number, { readonly cell: PrintedCell; readonly left: number }>();
  const filled = rows.map(({ cells, isHead }) => {
    const row: PrintedCell[] = [];
    const spanned = () => {
      for (let span = spans.get(row.length); span; span = spans.get(row.length)) {
        if (span.left > 1) spans.set(row.length, { ...span, left: span.left - 1 });
        else spans.delete(row.length);
        row.push(span.cell);
      }
    };
    for (const source of cells) {
      spanned();
      const cell: PrintedCell = source.text === "" ? BLANK : { text: source.text, places: placesOf(source), merged: undefined };
      for (let column = 0; column < source.columns; column++) {
        const below = { ...cell, merged: "down" as const };
        if (source.rows > 1) spans.set(row.length, { cell: below, left: source.rows - 1 });
        row.push(column === 0 ? cell : { ...cell, merged: "across" });
      }
    }
    spanned();
    const lines = [...new Set(row.flatMap((cell) => (cell.merged ? [] : cell.places.map(({ line }) => line))))];
    return { cells: row, lines, afterBreak: false, marked: isHead };
  });
  const width = Math.max(0, ...filled.map(({ cells }) => cells.length));
  return filled.filter(({ lines }) => lines.length > 0).map((row) => ({ ...row, cells: Array.from({ length: width }, (_, column) => row.cells[column] ?? BLANK) }));
}

/** Where a text of the source stands, one place a line. */
function sourcePlaces(source: string): (text: HtmlText) => readonly Place[] {
  const starts = [0];
  for (const match of source.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return ({ start, end }) => {
    let line = lineAt(starts, start);
    const places: Place[] = [];
    for (let from = start; from < end; line++) {
      const begin = starts[line] ?? 0;
      const to = Math.min(end, starts[line + 1] ?? source.length);
      places.push({ line: line + 1, start: from - begin, end: to - begin });
      from = to;
      if (to === source.length) break;
    }
    return places;
  };
}

/** The index of the line that holds a character. */
function lineAt(starts: readonly number[], position: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}
