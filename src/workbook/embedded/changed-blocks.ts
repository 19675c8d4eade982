import type { CellBlock, RangeAddress } from "../address.ts";
import { blockOfPlan } from "../block-plan.ts";
import { stateSheet } from "../state.ts";
import type { SheetRows } from "./block-writing.ts";
import { type MutationParams, shiftOf } from "./cell-shift.ts";
import { type Engine, SetRangeValuesMutation, ToggleGridlinesMutation } from "./engine.ts";
import { rowsWritten } from "./written-changes.ts";

type Params = MutationParams & { readonly cellValue?: object; readonly rows?: readonly SheetRows[] };
type Options = { readonly onlyLocal?: boolean; readonly fromFormula?: boolean };

/** The blocks a command of the engine has changed: null where values may have changed anywhere, undefined where none have. */
export function changedBlocks(engine: Engine, id: string, params: Params, { onlyLocal = false, fromFormula = false }: Options): readonly RangeAddress[] | null | undefined {
  if (id.startsWith("formula.mutation.set-array") || id.startsWith("formula.mutation.set-formula-calculation-result")) return null;
  if (!id.startsWith("sheet.mutation.")) return undefined;
  // No value hangs on the lines of the grid, which are set to have marks drawn.
  if (id === ToggleGridlinesMutation.id) return undefined;
  if (id === rowsWritten) return on(engine, (params.rows ?? []).map(({ sheetId, ...rows }) => ({ sheetId, block: blockOfPlan(rows) })));
  if (id === SetRangeValuesMutation.id) {
    if (fromFormula) return null;
    // A slice of ours: all of them are told of in the end.
    return onlyLocal ? undefined : on(engine, [{ sheetId: params.subUnitId ?? "", block: blockAround(params.cellValue ?? {}) }]);
  }
  const moved = shiftOf(id, params);
  if (!moved) return null;
  const { shift, sheetId, toSheetId } = moved;
  if (shift.kind === "cells-moved") return on(engine, [{ sheetId, block: shift.from }, { sheetId: toSheetId, block: shift.to }]);
  // A block that lost its last lines ends now where they began: the line before them belongs to what has changed.
  const first = shift.kind === "removed" ? Math.max(0, shift.start - 1) : Math.min(shift.start, "to" in shift ? shift.to : shift.start);
  const end = Math.max(shift.start + shift.count, "to" in shift ? shift.to + shift.count : 0);
  const sheet = engine.book.getSheetBySheetId(sheetId);
  const block = shift.lines === "rows" ? { row: first, rows: end - first, column: 0, columns: sheet?.getColumnCount() ?? 1 } : { column: first, columns: end - first, row: 0, rows: sheet?.getRowCount() ?? 1 };
  return on(engine, [{ sheetId, block }]);
}

/** The blocks under the names their sheets have; undefined where only the documents saved in the file have changed. */
function on(engine: Engine, changed: readonly { readonly sheetId: string; readonly block: CellBlock | undefined }[]): readonly RangeAddress[] | undefined {
  const named = changed.flatMap(({ sheetId, block }) => {
    const sheet = engine.book.getSheetBySheetId(sheetId)?.getName();
    return sheet === undefined || sheet === stateSheet || !block ? [] : [{ sheet, ...block }];
  });
  return named.length > 0 ? named : undefined;
}

function blockAround(cells: object): CellBlock | undefined {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (const [row, line] of Object.entries(cells) as [string, object | null][]) {
    for (const column of Object.keys(line ?? {})) {
      [top, bottom] = [Math.min(top, Number(row)), Math.max(bottom, Number(row))];
      [left, right] = [Math.min(left, Number(column)), Math.max(right, Number(column))];
    }
  }
  return bottom < 0 ? undefined : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
