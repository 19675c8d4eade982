import { readHtml } from "../../reading/html.ts";
import type { PrintedCell, PrintedDocument, PrintedRow, PrintedTable } from "../../reading/printed-document.ts";
import { sidesOf } from "../../reading/sides.ts";
import { readText } from "../../reading/text.ts";
import type { RawCell } from "./column-values.ts";
import { sourceTable } from "./raw-table.ts";
import { Slices, type ReadingRun } from "./slices.ts";
import { SourceRefusal, type SourceFault, type SourceTable } from "./source-table.ts";

/** What the clipboard holds. */
export interface Pasted {
  readonly text: string;
  readonly html: string;
}

/** A pasted table and where it stood in what was pasted. */
export interface PastedTable {
  readonly table: SourceTable;
  readonly title: string;
  /** The heading of the side it is of a table printed side by side; undefined for a whole table. */
  readonly side: string | undefined;
  readonly lines: PrintedTable["lines"];
}

/** Every table of what was pasted, and the lines that look like one and are none of them. */
export interface PastedTables {
  readonly tables: readonly PastedTable[];
  readonly unread: readonly SourceFault[];
}

/**
 * The tables of what was pasted from a filing, a web page or another workbook: from its HTML where that holds one, else from
 * its text. Of a table printed side by side each side is offered as a table, and then the whole. Headings between rows become a first column of that name, so that rows of equal labels stay apart; what was
 * printed twice over a page break stands once. Refuses what holds no table.
 */
export async function pastedTables(pasted: Pasted, headingColumn: string, run: ReadingRun = {}): Promise<PastedTables> {
  const slices = new Slices(run);
  const document = documentOf(pasted);
  const unread = document.unread.map(({ why, lines }): SourceFault => ({ code: "lines-unread", why, lines }));
  const tables: PastedTable[] = [];
  for (const table of document.tables) {
    const { first, last } = table.lines;
    const own = unread.filter((fault) => fault.code === "lines-unread" && fault.lines.first >= first && fault.lines.last <= last);
    const title = table.title?.text ?? "";
    const read = (part: PrintedTable) => sourceTable({ ...rawTable(part, headingColumn), faults: [...own, ...doubtsOf(table)] }, slices);
    const sides = sidesOf(table);
    if (sides.length > 1) for (const side of sides) tables.push({ table: await read(side), title, side: headingOf(side), lines: table.lines });
    tables.push({ table: await read(table), title, side: undefined, lines: table.lines });
  }
  if (tables.length === 0) throw new SourceRefusal({ code: "no-table" });
  return { tables, unread };
}

function documentOf({ text, html }: Pasted): PrintedDocument {
  if (/<t[dh][\s>]/i.test(html)) {
    const document = readHtml(html);
    if (document.tables.length > 0) return document;
  }
  return readText(unquoted(text));
}

/** Text as a spreadsheet copies it, a cell of several lines in quotes: its line ends become spaces. */
function unquoted(text: string): string {
  return text.replace(/(^|\t)"((?:[^"]|"")*)"(?=\t|\r?\n|$)/gm, (whole, before: string, cell: string) => (cell.includes("\n") ? before + cell.replaceAll('""', '"').replace(/\s*\r?\n\s*/g, " ") : whole));
}

/** What stands over the labels of a side, or what they are called. */
const headingOf = ({ columns }: PrintedTable) => columns.find(({ role }) => role === "label")?.heads[0] ?? "";

function rawTable(table: PrintedTable, headingColumn: string) {
  const hasHeadings = table.rows.some(({ section }) => section !== undefined);
  const names = table.columns.map(({ name }) => name);
  const heading = (row: PrintedRow): readonly RawCell[] => (hasHeadings ? [row.section?.text ?? null] : []);
  return {
    names: hasHeadings ? [headingColumn, ...names] : names,
    rows: table.rows.map((row) => [...heading(row), ...row.cells.map((cell, column) => valueOf(cell, table.columns[column]?.role === "label"))]),
    units: [...(hasHeadings ? [undefined] : []), ...table.columns.map(({ unit }) => unit)],
    unit: table.unit?.text,
    texts: outlineColumns(table, hasHeadings ? 1 : 0),
    placeOf: (row: number) => ({ line: table.rows[row]?.lines[0] ?? 0 }),
  };
}

/** Columns of serial numbers such as 1.1 and 1.10, which as figures would be one. */
function outlineColumns({ columns, rows }: PrintedTable, shift: number): ReadonlySet<number> {
  const isOutline = (column: number) => rows.some(({ cells }) => /^\d+(?:\.\d+)+$/.test(cells[column]?.text ?? ""));
  return new Set(columns.flatMap(({ role }, column) => (role === "number" && isOutline(column) ? [column + shift] : [])));
}

/** A merged cell's text is repeated beside the rows it names, but a merged figure is one figure. */
function valueOf({ text, merged }: PrintedCell, isLabel: boolean): RawCell {
  return text === "" || (merged && !(isLabel && merged === "down")) ? null : text;
}

function doubtsOf(table: PrintedTable): readonly SourceFault[] {
  return table.doubts.map(({ why, lines }) => ({ code: "lines-doubtful", why, lines }));
}
