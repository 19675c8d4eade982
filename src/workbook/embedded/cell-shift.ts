import type { CellBlock } from "../address.ts";
import type { Direction, Shift } from "./block-shift.ts";
import { InsertColMutation, InsertRowMutation, type IRange, MoveColsMutation, MoveRangeMutation, MoveRowsMutation, RemoveColMutation, RemoveRowMutation } from "./engine.ts";

/** Cells that have come, gone or moved on a sheet. */
export interface CellShift {
  readonly sheetId: string;
  /** Where moved cells have gone to. */
  readonly toSheetId: string;
  readonly shift: Shift;
}

const lines: Readonly<Record<string, readonly ["inserted" | "removed" | "lines-moved", Direction]>> = {
  [InsertRowMutation.id]: ["inserted", "rows"], [RemoveRowMutation.id]: ["removed", "rows"], [MoveRowsMutation.id]: ["lines-moved", "rows"],
  [InsertColMutation.id]: ["inserted", "columns"], [RemoveColMutation.id]: ["removed", "columns"], [MoveColsMutation.id]: ["lines-moved", "columns"],
};

/** What a mutation of the engine does to the places of cells; undefined where nothing. */
export function shiftOf(id: string, params: MutationParams): CellShift | undefined {
  if (id === MoveRangeMutation.id) return moveOf(params);
  const [kind, direction] = lines[id] ?? [];
  const { subUnitId = "", range, sourceRange, targetRange } = params;
  const changed = range ?? sourceRange;
  if (kind === undefined || direction === undefined || !changed) return undefined;
  const [start, end, to] = direction === "rows" ? [changed.startRow, changed.endRow, targetRange?.startRow] : [changed.startColumn, changed.endColumn, targetRange?.startColumn];
  const which = { lines: direction, start, count: end - start + 1 };
  if (kind === "lines-moved") return to === undefined ? undefined : { sheetId: subUnitId, toSheetId: subUnitId, shift: { kind, ...which, to } };
  return { sheetId: subUnitId, toSheetId: subUnitId, shift: { kind, ...which } };
}

/** The parameters of the engine's mutations that move cells. */
export interface MutationParams {
  readonly subUnitId?: string;
  readonly range?: IRange;
  readonly sourceRange?: IRange;
  readonly targetRange?: IRange;
  readonly fromRange?: IRange;
  readonly toRange?: IRange;
  readonly from?: { readonly subUnitId: string };
  readonly to?: { readonly subUnitId: string };
}

function moveOf({ fromRange, toRange, from, to }: MutationParams): CellShift | undefined {
  if (!fromRange || !toRange || !from || !to) return undefined;
  return { sheetId: from.subUnitId, toSheetId: to.subUnitId, shift: { kind: "cells-moved", from: blockOfRange(fromRange), to: blockOfRange(toRange) } };
}

export const blockOfRange = ({ startRow, startColumn, endRow, endColumn }: IRange): CellBlock => ({ row: startRow, column: startColumn, rows: endRow - startRow + 1, columns: endColumn - startColumn + 1 });
