import { strFromU8, unzipSync } from "fflate";
import { Parser } from "htmlparser2";
import { readHtml } from "./html.ts";
import type { PrintedDocument } from "./printed-document.ts";

/**
 * Reads the tables and words of a Word document (.docx). A place's line is the number of the paragraph or table row, from
 * 1, in the order of the document, since a Word text has no lines of its own. Undefined where the bytes are no Word document.
 */
export function readDocx(bytes: Uint8Array): PrintedDocument | undefined {
  let body: Uint8Array | undefined;
  try {
    body = unzipSync(bytes, { filter: ({ name, originalSize }) => name === "word/document.xml" && originalSize < mostBytes })["word/document.xml"];
  } catch {
    return undefined;
  }
  return body && readHtml(htmlOf(strFromU8(body)));
}

/** Larger parts are no filing, but something made to fill the memory. */
const mostBytes = 200_000_000;

interface Cell {
  text: string;
  span: number;
  /** Merged with the cell above: it starts such a merge, or continues one. */
  merge: "starts" | "continues" | undefined;
}

/** The document as HTML with one paragraph or table row a line. Tables in cells are read as words of their cell. */
export function htmlOf(xml: string): string {
  const lines: string[] = [];
  let rows: Cell[][] = [];
  let depth = 0;
  let paragraph = "";
  let cell: Cell | undefined;
  let inText = false;
  let deleted = 0;
  const write = (text: string) => {
    if (cell) cell.text += text;
    else paragraph += text;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === "w:tbl") depth += 1;
        else if (name === "w:tr" && depth === 1) rows.push([]);
        else if (name === "w:tc" && depth === 1) cell = { text: "", span: 1, merge: undefined };
        else if (name === "w:gridSpan" && cell && depth === 1) cell.span = Math.max(1, Number(attributes["w:val"]) || 1);
        else if (name === "w:vMerge" && cell && depth === 1) cell.merge = attributes["w:val"] === "restart" ? "starts" : "continues";
        else if (name === "w:del" || name === "w:moveFrom") deleted += 1;
        else if (name === "w:t") inText = true;
        else if (name === "w:tab") write(cell ? " " : "\t");
        else if (name === "w:br" || name === "w:cr") write(" ");
      },
      ontext(text) {
        if (inText && deleted === 0) write(text);
      },
      onclosetag(name) {
        if (name === "w:t") inText = false;
        else if (name === "w:del" || name === "w:moveFrom") deleted -= 1;
        else if (name === "w:tc" && depth === 1) {
          if (cell) rows.at(-1)?.push({ ...cell, text: cell.text.trim() });
          cell = undefined;
        } else if (name === "w:tbl") {
          depth -= 1;
          if (depth > 0) return;
          lines.push(...tableLines(rows));
          rows = [];
        } else if (name === "w:p") {
          if (cell) cell.text += " ";
          else if (depth === 0) {
            lines.push(`<p>${escaped(paragraph)}</p>`);
            paragraph = "";
          }
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return lines.join("\n");
}

function tableLines(rows: readonly (readonly Cell[])[]): string[] {
  const starts = rows.map((row) => {
    let column = 0;
    return row.map((cell) => {
      const start = column;
      column += cell.span;
      return start;
    });
  });
  const continuesAt = (row: number, column: number) => rows[row]?.[starts[row]?.indexOf(column) ?? -1]?.merge === "continues";
  const lines = rows.map((row, at) => {
    const cells = row.map((cell, index) => {
      if (cell.merge === "continues") return "";
      const column = starts[at]?.[index] ?? 0;
      let down = 1;
      while (cell.merge === "starts" && continuesAt(at + down, column)) down += 1;
      return `<td${cell.span > 1 ? ` colspan="${cell.span}"` : ""}${down > 1 ? ` rowspan="${down}"` : ""}>${escaped(cell.text)}</td>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  if (lines.length === 0) return [];
  lines[0] = `<table>${lines[0]}`;
  lines[lines.length - 1] = `${lines.at(-1)}</table>`;
  return lines;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
