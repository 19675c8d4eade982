import type { PrintedDocument, PrintedTable } from "../reading/printed-document.ts";

const farthest = 14;

/** The words that introduce each table: the paragraph before it, with the heading before that. */
export function captionsOf(document: PrintedDocument): string[] {
  const starts = document.paragraphs.map(({ text, pieces }) => ({ text, line: pieces.at(-1)?.place.line ?? 0 }));
  return document.tables.map((table: PrintedTable) => {
    const before = starts.filter(({ line, text }) => line < table.lines.first && line >= table.lines.first - farthest && !/^(?:单位|注|金额单位)/.test(text.trim()));
    return before.slice(-2).map(({ text }) => text.slice(-120)).join("\n");
  });
}

/** The last paragraph of a caption, which says when the table is about where one does. */
export function lastWords(caption: string): string {
  return caption.split("\n").at(-1) ?? "";
}
