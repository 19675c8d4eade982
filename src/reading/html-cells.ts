import { Parser } from "htmlparser2";
import { joinedWords } from "./printed-cell.ts";

/** A text of an HTML source with the characters [start, end) of the source it was read from. */
export interface HtmlText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface HtmlCell extends HtmlText {
  readonly rows: number;
  readonly columns: number;
}

export interface HtmlRow {
  readonly cells: readonly HtmlCell[];
  /** All its cells are th, or it stands in thead. */
  readonly isHead: boolean;
}

export type HtmlPart = { readonly kind: "table"; readonly rows: readonly HtmlRow[]; readonly start: number } | { readonly kind: "words"; readonly texts: readonly HtmlText[] };

interface OpenTable {
  readonly rows: { cells: HtmlCell[]; isHead: boolean }[];
  readonly start: number;
  inHead: boolean;
  cell: { texts: HtmlText[]; rows: number; columns: number; holdsTable: boolean } | undefined;
}

const skipped = new Set(["head", "script", "style", "template", "noscript", "title"]);
const breaking = new Set(["p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "table", "tr", "blockquote", "pre", "hr", "body"]);
const MOST_SPAN = 1000;
const superscript = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** The tables and the words between them of an HTML text, in their order. Cells spanning others and hidden ones are told apart; a table in a table is one of its own. */
export function htmlParts(html: string): readonly HtmlPart[] {
  const parts: HtmlPart[] = [];
  const tables: OpenTable[] = [];
  let words: HtmlText[] = [];
  let hidden = 0;
  let raised = 0;
  const open: { readonly name: string; readonly hides: boolean }[] = [];
  const endWords = () => {
    const texts = words.filter(({ text }) => text !== "");
    if (texts.length > 0) parts.push({ kind: "words", texts });
    words = [];
  };
  const append = (text: string, start: number, end: number) => {
    const texts = tables.at(-1) ? tables.at(-1)?.cell?.texts : words;
    const last = texts?.at(-1);
    if (last === undefined || last.text === "") {
      if (last) texts?.pop();
      texts?.push({ text: text.trimStart().replace(/\s+/g, " "), start, end });
    } else texts?.splice(-1, 1, { text: (last.text + text).replace(/\s+/g, " "), start: last.start, end: text.trim() === "" ? last.end : end });
  };
  const endLine = () => {
    const table = tables.at(-1);
    if (table) table.cell?.texts.push({ text: "", start: 0, end: 0 });
    else endWords();
  };
  const endCell = (table: OpenTable) => {
    const { cell } = table;
    table.cell = undefined;
    if (cell) table.rows.at(-1)?.cells.push({ ...joined(cell.holdsTable ? [] : cell.texts), rows: cell.rows, columns: cell.columns });
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      const hides = skipped.has(name) || "hidden" in attributes || /display\s*:\s*none|mso-hide\s*:\s*all/i.test(attributes["style"] ?? "");
      open.push({ name, hides });
      if (hides) hidden++;
      if (hidden > 0) return;
      if (breaking.has(name)) endLine();
      if (name === "sup") raised++;
      const table = tables.at(-1);
      if (name === "table") {
        if (table?.cell) table.cell.holdsTable = true;
        else if (!table) endWords();
        tables.push({ rows: [], start: parser.startIndex, inHead: false, cell: undefined });
      } else if (table && name === "thead") table.inHead = true;
      else if (table && name === "tr") table.rows.push({ cells: [], isHead: true });
      else if (table && (name === "td" || name === "th")) {
        if (table.rows.length === 0) table.rows.push({ cells: [], isHead: true });
        const row = table.rows.at(-1);
        if (row && name === "td" && !table.inHead) row.isHead = false;
        table.cell = { texts: [], rows: span(attributes["rowspan"]), columns: span(attributes["colspan"]), holdsTable: false };
      }
    },
    ontext(text) {
      if (hidden > 0) return;
      const shown = raised > 0 ? text.replace(/\d/g, (digit) => superscript.charAt(Number(digit))) : text;
      const [before, after] = [/^\s*/, /\s*$/].map((space) => space.exec(text)?.[0].length ?? 0);
      append(shown, parser.startIndex + (before ?? 0), parser.endIndex + 1 - (text.trim() === "" ? 0 : (after ?? 0)));
    },
    onclosetag(name) {
      const closed = open.pop();
      if (closed?.hides) {
        hidden--;
        return;
      }
      if (hidden > 0) return;
      if (name === "sup") raised--;
      const table = tables.at(-1);
      if (table && (name === "td" || name === "th")) endCell(table);
      else if (table && name === "thead") table.inHead = false;
      else if (table && name === "table") {
        endCell(table);
        tables.pop();
        parts.push({ kind: "table", rows: table.rows.filter(({ cells }) => cells.length > 0), start: table.start });
      } else if (breaking.has(name)) endLine();
    },
  });
  parser.end(html);
  endWords();
  return parts.sort((one, other) => startOf(one) - startOf(other));
}

const startOf = (part: HtmlPart) => (part.kind === "table" ? part.start : (part.texts[0]?.start ?? 0));

function span(attribute: string | undefined): number {
  const count = Number(attribute ?? 1);
  return Number.isInteger(count) && count > 1 ? Math.min(count, MOST_SPAN) : 1;
}

function joined(texts: readonly HtmlText[]): HtmlText {
  const filled = texts.map((part) => ({ ...part, text: part.text.trim() })).filter(({ text }) => text !== "");
  const [first] = filled;
  if (first === undefined) return { text: "", start: 0, end: 0 };
  return { text: filled.map(({ text }) => text).reduce(joinedWords), start: first.start, end: filled.at(-1)?.end ?? first.end };
}
