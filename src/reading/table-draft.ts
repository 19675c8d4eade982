import { folded, linesOf, type CellRow } from "./printed-cell.ts";
import type { LineRange, PrintedCell, PrintedTable } from "./printed-document.ts";
import { headerAt, isHeading, isSameHeader, ownCells, ownText, type Header } from "./printed-header.ts";
import { isFigure, isLabelName, isNil, isSerialName, sameness } from "./printed-words.ts";
import { withoutReprint } from "./reprint.ts";

/** A table whose columns are not named yet: its header, its body, and what was left out of it. */
export interface TableDraft {
  readonly title: PrintedCell | undefined;
  readonly unit: PrintedCell | undefined;
  readonly levels: readonly CellRow[];
  readonly body: readonly CellRow[];
  readonly repeated: PrintedTable["repeated"];
  readonly doubts: PrintedTable["doubts"];
}

interface Growing {
  readonly title: PrintedCell | undefined;
  readonly unit: PrintedCell | undefined;
  readonly levels: readonly CellRow[];
  readonly body: CellRow[];
  /** Where in the body the header was printed again. */
  readonly breaks: number[];
  readonly headers: LineRange[];
}

/** The tables of rows that follow one another with nothing but blank lines, page numbers and rules between them. */
export function draftsOf(rows: readonly CellRow[]): readonly TableDraft[] {
  const drafts: Growing[] = [];
  let next = 0;
  while (next < rows.length) {
    const row = rows[next];
    if (row === undefined) break;
    const current = drafts.at(-1);
    const header = newHeader(current, rows, next);
    if (header === undefined) {
      if (current === undefined || (row.afterBreak && !isContinuation(row, current))) drafts.push({ ...headless(), body: [row] });
      else addRow(current, row);
      next++;
    } else if (current && header.title === undefined && isSameHeader(header.levels, current.levels)) {
      current.breaks.push(current.body.length);
      current.headers.push(linesOf(header.levels));
      next = header.next;
    } else {
      drafts.push({ ...headless(), title: header.title, unit: header.unit, levels: header.levels });
      next = header.next;
    }
  }
  return drafts.map(finished);
}

const headless = (): Growing => ({ title: undefined, unit: undefined, levels: [], body: [], breaks: [], headers: [] });

/** The header that begins at a row, if one does there: where a table begins, after a break, or where a row begins as the header above did. */
function newHeader(current: Growing | undefined, rows: readonly CellRow[], from: number): Header | undefined {
  const row = rows[from];
  if (row === undefined || current === undefined) return headerAt(rows, from);
  const first = (candidate: CellRow | undefined) => sameness(ownText(candidate?.cells[0]));
  const own = first(current.levels[0]);
  const beginsAsAbove = own !== "" && rows.slice(from, from + 3).some((candidate) => first(candidate) === own);
  if (!beginsAsAbove && !row.afterBreak && !row.marked) return undefined;
  const header = headerAt(rows, from);
  const top = header?.levels[0];
  if (header === undefined || top === undefined || (own !== "" && first(top) === own)) return header;
  if (top.marked && !current.body.at(-1)?.marked) return header;
  if (!row.afterBreak || current.body.length === 0) return undefined;
  const beginsByName = isSerialName(ownText(top.cells[0])) || isLabelName(ownText(top.cells[0]));
  return beginsByName || standsOverFigures(top, rows.slice(header.next)) || header.unit ? header : undefined;
}

/** Whether words of a row stand over figures, as a header's do, where the rows of a table of words would have words below them. */
function standsOverFigures(top: CellRow, below: readonly CellRow[]): boolean {
  const end = below.findIndex((row) => row.afterBreak);
  const block = end === -1 ? below : below.slice(0, Math.max(end, 1));
  return top.cells.some((cell, column) => column > 0 && ownText(cell) !== "" && block.some((row) => isFigure(ownText(row.cells[column]))));
}

function isContinuation(row: CellRow, current: Growing): boolean {
  const widths = [...current.levels.slice(-1), ...current.body.slice(-1)].map(({ cells }) => cells.length);
  return widths.includes(row.cells.length) || isHeading(row);
}

/** Adds a row, or, where a page break cut the cells of the last one, the rest of its words. */
function addRow({ body, breaks }: Growing, row: CellRow): void {
  const last = body.at(-1);
  const isFirstOfPage = row.afterBreak || breaks.at(-1) === body.length;
  if (last === undefined || !isFirstOfPage || !isRest(row, last)) {
    body.push(row);
    return;
  }
  const cells = last.cells.map((cell, column) => {
    const rest = row.cells[column];
    return rest === undefined || rest.merged ? cell : folded(cell, rest);
  });
  body[body.length - 1] = { ...last, cells, lines: [...last.lines, ...row.lines] };
}

/** Whether a row only goes on with words of the one above: its label is blank, or is what a bracket there still lacks. */
function isRest(row: CellRow, last: CellRow): boolean {
  const own = ownCells(row);
  const label = ownText(row.cells[0]);
  if (own.length === 0 || own.length * 2 > row.cells.length) return false;
  if (label !== "" && !/^[（(）)]/.test(label) && !isOpen(ownText(last.cells[0]))) return false;
  return row.cells.every((cell, column) => {
    const text = ownText(cell);
    const above = ownText(last.cells[column]);
    return text === "" || (above !== "" && [text, above].every((part) => !isFigure(part) && !isNil(part)));
  });
}

const isOpen = (text: string) => /[（(][^（()）]*$/.test(text);

function finished({ title, unit, levels, body, breaks, headers }: Growing): TableDraft {
  const reprint = withoutReprint(body, breaks);
  return {
    title,
    unit,
    levels,
    body: reprint.body,
    repeated: [...headers.map((lines) => ({ why: "header", lines }) as const), ...reprint.repeated],
    doubts: reprint.doubts,
  };
}
