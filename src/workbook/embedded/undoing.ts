import type { ICellData, Sheet } from "./engine.ts";

/** All that a cell holds, so that writing it leaves nothing of what stood there meanwhile. */
export type CellBefore = Pick<ICellData, "v" | "t" | "f" | "si" | "p">;

/** What a cell holds before something is written over it. */
export function cellBefore(sheet: Sheet, row: number, column: number): CellBefore {
  const { v = null, t = null, f = null, si = null, p = null } = cellNow(sheet, row, column);
  return { v: f || si ? null : v, t: f || si ? null : t, f, si, p };
}

export function cellNow(sheet: Sheet, row: number, column: number): ICellData {
  return sheet.getCellRaw(row, column) ?? {};
}

/** Whether a cell holds again what it held before. */
export function restored(sheet: Sheet, row: number, column: number, before: CellBefore): boolean {
  return entryOf(cellNow(sheet, row, column)) === entryOf(before);
}

/** What a person would have to type to get the cell; empty for a blank one. */
export function entryOf({ f, si, v, p }: ICellData): string {
  if (f || si) return `formula ${f ?? si}`;
  if (p) return `text ${p.body?.dataStream}`;
  return v === null || v === undefined || v === "" ? "" : `${typeof v} ${v}`;
}
