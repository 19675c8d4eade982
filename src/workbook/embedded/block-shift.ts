import type { CellBlock } from "../address.ts";

/** Lines of a sheet, rows or columns: the first of them and how many. */
interface Lines {
  readonly start: number;
  readonly count: number;
}

export type Direction = "rows" | "columns";

/** What happened to the cells of one sheet. */
export type Shift =
  | { readonly kind: "inserted" | "removed"; readonly lines: Direction; readonly start: number; readonly count: number }
  /** Lines cut out and put in again before line `to`, counted as they stood. */
  | { readonly kind: "lines-moved"; readonly lines: Direction; readonly start: number; readonly count: number; readonly to: number }
  | { readonly kind: "cells-moved"; readonly from: CellBlock; readonly to: CellBlock };

/** Where a block lies after its sheet's cells have shifted; undefined where nothing of it is left. */
export function shiftedBlock(block: CellBlock, shift: Shift): CellBlock | undefined {
  if (shift.kind === "cells-moved") return withCellsMoved(block, shift.from, shift.to);
  return along(block, shift.lines, (lines) => {
    if (shift.kind === "lines-moved") return withLinesMoved(lines, shift, shift.to);
    return shift.kind === "inserted" ? withInserted(lines, shift) : withRemoved(lines, shift);
  });
}

/** Whether a block holds all of another. */
export function holds(outer: CellBlock, inner: CellBlock): boolean {
  return contains(rowsOf(outer), rowsOf(inner)) && contains(columnsOf(outer), columnsOf(inner));
}

const rowsOf = ({ row, rows }: CellBlock): Lines => ({ start: row, count: rows });
const columnsOf = ({ column, columns }: CellBlock): Lines => ({ start: column, count: columns });
const endOf = ({ start, count }: Lines) => start + count;
const contains = (outer: Lines, inner: Lines) => outer.start <= inner.start && endOf(inner) <= endOf(outer);

function along(block: CellBlock, direction: Direction, change: (lines: Lines) => Lines | undefined): CellBlock | undefined {
  const lines = change(direction === "rows" ? rowsOf(block) : columnsOf(block));
  if (!lines) return undefined;
  return direction === "rows" ? { ...block, row: lines.start, rows: lines.count } : { ...block, column: lines.start, columns: lines.count };
}

function withInserted(lines: Lines, { start, count }: Lines): Lines {
  if (start <= lines.start) return { ...lines, start: lines.start + count };
  return start < endOf(lines) ? { ...lines, count: lines.count + count } : lines;
}

function withRemoved(lines: Lines, removed: Lines): Lines | undefined {
  const lost = Math.max(0, Math.min(endOf(lines), endOf(removed)) - Math.max(lines.start, removed.start));
  if (lost === lines.count) return undefined;
  return { start: lines.start - Math.max(0, Math.min(removed.count, lines.start - removed.start)), count: lines.count - lost };
}

function withLinesMoved(lines: Lines, moved: Lines, to: number): Lines | undefined {
  const landing = to > moved.start ? to - moved.count : to;
  if (contains(moved, lines)) return { ...lines, start: lines.start + landing - moved.start };
  const rest = withRemoved(lines, moved);
  return rest && withInserted(rest, { start: landing, count: moved.count });
}

function withCellsMoved(block: CellBlock, from: CellBlock, to: CellBlock): CellBlock | undefined {
  const [down, right] = [to.row - from.row, to.column - from.column];
  if (holds(from, block)) return { ...block, row: block.row + down, column: block.column + right };
  if (right === 0 && contains(columnsOf(from), columnsOf(block))) return along(block, "rows", (lines) => withPartMoved(lines, rowsOf(from), down));
  if (down === 0 && contains(rowsOf(from), rowsOf(block))) return along(block, "columns", (lines) => withPartMoved(lines, columnsOf(from), right));
  return holds(to, block) ? undefined : block;
}

/** Lines of which those within `from` have been moved by `by`. */
function withPartMoved(lines: Lines, from: Lines, by: number): Lines | undefined {
  const to = { ...from, start: from.start + by };
  const moved = common(lines, from);
  // Cells that close up over deleted ones, or make room for new ones, move by less than their own number; cut ones may go anywhere.
  const shifts = Math.abs(by) <= from.count;
  if (!moved && !shifts) return contains(to, lines) ? undefined : lines;
  const atEdge = moved && (moved.start === lines.start || endOf(moved) === endOf(lines));
  if (moved && !atEdge) return lines;
  const kept = without(lines, from).flatMap((part) => without(part, to));
  return hull([...kept, ...(moved ? [{ ...moved, start: moved.start + by }] : [])]);
}

function common(a: Lines, b: Lines): Lines | undefined {
  const start = Math.max(a.start, b.start);
  const count = Math.min(endOf(a), endOf(b)) - start;
  return count > 0 ? { start, count } : undefined;
}

function without(lines: Lines, removed: Lines): Lines[] {
  const before = { start: lines.start, count: Math.min(endOf(lines), removed.start) - lines.start };
  const afterStart = Math.max(lines.start, endOf(removed));
  return [before, { start: afterStart, count: endOf(lines) - afterStart }].filter(({ count }) => count > 0);
}

function hull(parts: readonly Lines[]): Lines | undefined {
  if (parts.length === 0) return undefined;
  const start = Math.min(...parts.map((part) => part.start));
  return { start, count: Math.max(...parts.map(endOf)) - start };
}
