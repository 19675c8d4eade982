import { BLANK, linesOf, type CellRow } from "./printed-cell.ts";
import type { PrintedCell, PrintedColumn, PrintedRow, PrintedTable, PrintedUnit, Remark, UnreadReason } from "./printed-document.ts";
import { columnsOf, headsOf, isHeading, ownText } from "./printed-header.ts";
import { isDashed, isFigure, isPercent, opensParts, statedUnit, totalKind } from "./printed-words.ts";
import type { TableDraft } from "./table-draft.ts";

export interface Reading {
  readonly table: PrintedTable;
  readonly unread: readonly Remark<UnreadReason>[];
}

/** A draft with its columns named and its rows told apart; the rows that do not fit its columns are left unread. */
export function tableOf(draft: TableDraft, parted: PrintedTable["parted"]): Reading {
  const width = widthOf(draft);
  const fits = (row: CellRow) => usedWidth(row) <= width;
  const fitting = draft.body.filter(fits);
  const used = Array.from({ length: width }, (_, column) => column).filter((column) => [...draft.levels, ...fitting].some(({ cells }) => (cells[column]?.text ?? "") !== ""));
  const levels = draft.levels.map((row) => withColumns(row, used));
  const body = fitting.map((row) => withColumns(row, used));
  const unread = draft.body.filter((row) => !fits(row)).map((row) => ({ why: "columns-unclear", lines: linesOf([row]) }) as const);
  const short = draft.body.filter((row) => fits(row) && row.cells.length < width && !isHeading(row) && row.cells.some(({ text }) => isFigure(text)));
  const columns = columnsOf(headsOf(levels, used.length), body);
  const doubts = [...draft.doubts, ...short.map((row) => ({ why: "short-row", lines: linesOf([row]) }) as const)];
  if (levels.length === 0) doubts.push({ why: "no-header", lines: linesOf(draft.body) });
  const { rows, sections } = rowsOf(columns, body);
  const lines = linesOf([...draft.levels, ...draft.body]);
  const over = [draft.title, draft.unit].flatMap((cell) => cell?.places ?? []).map(({ line }) => line);
  const table = {
    parted,
    lines: { first: Math.min(lines.first, ...over), last: lines.last },
    title: draft.title,
    unit: unitOf(draft, columns),
    columns,
    rows,
    sections,
    notes: [],
    repeated: draft.repeated,
    doubts,
  };
  return { table, unread };
}

/** The number of cells most rows have; a header may have more of them filled. */
function widthOf({ levels, body }: TableDraft): number {
  const counts = new Map<number, number>();
  for (const { cells } of body) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [most = 0] = [...counts].sort(([oneWidth, one], [otherWidth, other]) => other - one || otherWidth - oneWidth)[0] ?? [];
  const used = Math.max(0, ...levels.map(usedWidth));
  const usedByRows = Math.max(0, ...body.filter(({ cells }) => cells.length <= most).map(usedWidth));
  return Math.max(used, usedByRows);
}

const usedWidth = ({ cells }: CellRow) => cells.findLastIndex(({ text }) => text !== "") + 1;

/** A row's cells in some columns: those blank from top to bottom only hold tables apart. */
function withColumns(row: CellRow, columns: readonly number[]): CellRow {
  return { ...row, cells: columns.map((column) => row.cells[column] ?? BLANK) };
}

/** The unit in the table's first row, or in the header over its labels (单位:元/吨 in the corner). */
function unitOf({ unit, levels }: TableDraft, columns: readonly PrintedColumn[]): PrintedUnit | undefined {
  const corners = levels.flatMap(({ cells }) => cells.filter((_, column) => columns[column]?.role === "label"));
  for (const cell of [unit, ...corners]) {
    const stated = cell && statedUnit(cell.text);
    const place = cell?.places[0];
    if (stated && place) return { text: stated.text, place: { line: place.line, start: place.start + stated.start, end: place.start + stated.end } };
  }
  return undefined;
}

function rowsOf(columns: readonly PrintedColumn[], body: readonly CellRow[]): Pick<PrintedTable, "rows" | "sections"> {
  const firstFigures = columns.findIndex(({ role }) => role === "figures");
  const isSection = (row: CellRow) => {
    if (!isHeading(row)) return false;
    const column = row.cells.findIndex((cell) => ownText(cell) !== "");
    const text = ownText(row.cells[column]);
    return totalKind(text) === "item" && (firstFigures === -1 ? column === 0 : column < Math.max(firstFigures, 1));
  };
  const rows: PrintedRow[] = [];
  const sections: PrintedCell[] = [];
  const sharesOnly = shareColumns(columns, body);
  let parts: PrintedCell | undefined;
  let above: readonly PrintedCell[] = [];
  for (const row of body) {
    const label = labelCell(columns, row, firstFigures);
    if (isSection(row) && label && !opensParts(label.text)) {
      sections.push(label);
      [parts, above] = [undefined, []];
      continue;
    }
    const kind = label ? totalKind(label.text) : "item";
    if (label && opensParts(label.text)) parts = label;
    else if (!(label && parts && isPart(label, parts))) parts = undefined;
    const cells = kind === "item" ? filledDown(columns, row.cells, above) : row.cells;
    if (kind === "item") above = cells;
    const ratio = isRatio(columns, row, sharesOnly);
    rows.push({ lines: row.lines, cells, kind, ofWhich: parts !== undefined || isDashed(label?.text ?? ""), ratio, section: sections.at(-1) });
  }
  return { rows, sections };
}

/** The first cell that says what a row is: in front of the figures, and words rather than a serial number. */
function labelCell(columns: readonly PrintedColumn[], { cells }: CellRow, firstFigures: number): PrintedCell | undefined {
  const before = firstFigures === -1 ? cells : cells.slice(0, Math.max(firstFigures, 1));
  const filled = before.filter((cell) => ownText(cell) !== "");
  return filled.find((cell) => columns[cells.indexOf(cell)]?.role !== "number") ?? filled.find(({ text }) => /\p{L}/u.test(text)) ?? filled[0];
}

/** A row that is indented at least as far as the words behind 其中, or dashed. */
function isPart(label: PrintedCell, parts: PrintedCell): boolean {
  const [own] = label.places;
  const [opening] = parts.places;
  return isDashed(label.text) || (own !== undefined && opening !== undefined && own.line !== opening.line && own.start >= opening.start + 2);
}

/** A blank label in front of another label is merged with the one above it, unless the row has a number of its own. */
function filledDown(columns: readonly PrintedColumn[], cells: readonly PrintedCell[], above: readonly PrintedCell[]): readonly PrintedCell[] {
  if (cells.some((cell, column) => columns[column]?.role === "number" && cell.text !== "")) return cells;
  const isNamedFurther = (column: number) => {
    const side = columns.find(({ labels }) => labels.includes(column))?.labels ?? [];
    return side.some((other) => other > column && cells[other]?.text !== "");
  };
  return cells.map((cell, column) => {
    const upper = above[column];
    if (cell.text !== "" || !upper || upper.text === "" || !isNamedFurther(column)) return cell;
    return { ...upper, merged: "down" };
  });
}

/** The columns of figures that hold nothing but shares and rates. */
function shareColumns(columns: readonly PrintedColumn[], body: readonly CellRow[]): ReadonlySet<number> {
  const isShare = (column: number) => body.map((row) => row.cells[column]?.text ?? "").filter(isFigure).every(isPercent);
  return new Set(columns.flatMap(({ role }, column) => (role === "figures" && isShare(column) ? [column] : [])));
}

/** Whether all figures of a row in columns of amounts are shares or rates. */
function isRatio(columns: readonly PrintedColumn[], row: CellRow, shares: ReadonlySet<number>): boolean {
  const texts = row.cells.filter((_, column) => columns[column]?.role === "figures" && !shares.has(column)).map(ownText).filter(isFigure);
  return texts.length > 0 && texts.every(isPercent);
}
