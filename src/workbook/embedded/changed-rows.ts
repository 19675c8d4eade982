import { type Engine, InsertSheetMutation, IResourceManagerService, type IRange, type IWorkbookData, MoveRangeMutation, SetRangeValuesMutation, ToggleGridlinesMutation, UniverInstanceType } from "./engine.ts";
import type { SheetRows } from "./block-writing.ts";
import { frameOf, pieceAt, pieceStarts, type RowPiece, rowsPerPiece } from "./row-pieces.ts";
import { rowsReplayed, rowsWritten } from "./written-changes.ts";

/** A piece to be kept, in place of what was kept of those rows; or that nothing kept of a sheet, or of any, holds any more. */
export type RowsChange = { readonly kept: RowPiece } | { readonly forgotten: "all" | { readonly sheetId: string } };

interface SheetPieces {
  readonly span: number;
  /** The first rows of the pieces that are not kept as they are by now. */
  readonly due: Set<number>;
}

interface Params {
  readonly unitId?: string;
  readonly subUnitId?: string;
  readonly cellValue?: object;
  readonly rowData?: object;
  readonly ranges?: readonly IRange[];
  readonly rowsAutoHeightInfo?: readonly { readonly row: number }[];
  readonly rows?: readonly SheetRows[];
  readonly sheet?: { readonly id?: string };
  readonly from?: { readonly subUnitId: string };
  readonly to?: { readonly subUnitId: string };
}

// What these change is no part of any row. All that is not named here or below counts as a change of every row of its sheet.
const ofTheFrame = new Set<string>([
  ToggleGridlinesMutation.id, rowsReplayed,
  ...[
    "set-col-data", "set-col-hidden", "set-col-visible", "set-frozen", "set-tab-color", "set-workbook-name", "set-worksheet-col-width", "set-worksheet-column-count",
    "set-worksheet-hidden", "set-worksheet-name", "set-worksheet-order", "set-worksheet-row-count", "add-worksheet-merge", "remove-worksheet-merge",
  ].map((name) => `sheet.mutation.${name}`),
]);
const ofRows = /^sheet\.mutation\.(set-row-(hidden|visible)|set-worksheet-row-(is-auto-)?height)$/;

/** Which rows of the open workbook have changed since they were taken last, to be taken piece by piece. */
export class ChangedRows {
  private readonly engine: Engine;
  private book = "";
  /** The sheets of which anything has been taken; undefined where all of its rows have changed since. */
  private readonly sheets = new Map<string, SheetPieces | undefined>();
  private all = true;

  constructor(engine: Engine) {
    this.engine = engine;
    engine.onCommand((id, params) => this.onCommand(id, params));
  }

  /** What was taken has been lost: every row is to be taken again. */
  everything(): void {
    this.all = true;
  }

  /** The next of the changes; undefined once there are none, and then the frame of the same moment completes what has been taken. */
  next(): RowsChange | undefined {
    if (this.all || this.book !== this.engine.unitId) {
      this.sheets.clear();
      [this.all, this.book] = [false, this.engine.unitId];
      return { forgotten: "all" };
    }
    const { sheets } = this.engine.book.getSnapshot();
    for (const sheetId of this.sheets.keys()) {
      if (sheets[sheetId]) continue;
      this.sheets.delete(sheetId);
      return { forgotten: { sheetId } };
    }
    for (const [sheetId, sheet] of Object.entries(sheets)) {
      const span = rowsPerPiece(sheet);
      const taken = this.sheets.get(sheetId);
      if (taken?.span !== span) {
        this.sheets.set(sheetId, { span, due: pieceStarts(sheet, span) });
        return { forgotten: { sheetId } };
      }
      for (const row of taken.due) {
        taken.due.delete(row);
        return { kept: pieceAt(sheetId, sheet, row, span) };
      }
    }
    return undefined;
  }

  /** All of the workbook but its rows, not copied. */
  frame(): IWorkbookData {
    const resources = this.engine.service(IResourceManagerService).getResources(this.engine.unitId, UniverInstanceType.UNIVER_SHEET);
    return { ...frameOf(this.engine.book.getSnapshot()), resources };
  }

  private onCommand(id: string, params: Params): void {
    if (!id.startsWith("sheet.mutation.") || ofTheFrame.has(id)) return;
    const { unitId = this.book, subUnitId } = params;
    if (unitId !== this.book) return;
    if (id === rowsWritten) for (const { sheetId, row, cells } of params.rows ?? []) this.markLines(sheetId, row, row + cells.length - 1);
    else if (id === MoveRangeMutation.id) for (const side of [params.from, params.to]) this.markSheet(side?.subUnitId);
    else if (id === InsertSheetMutation.id) this.markSheet(params.sheet?.id);
    else if (subUnitId === undefined) this.everything();
    else if (id === SetRangeValuesMutation.id) this.markRows(subUnitId, Object.keys(params.cellValue ?? {}));
    else if (params.rowData) this.markRows(subUnitId, Object.keys(params.rowData));
    else if (params.rowsAutoHeightInfo) this.markRows(subUnitId, params.rowsAutoHeightInfo.map(({ row }) => row));
    else if (ofRows.test(id)) for (const { startRow, endRow } of params.ranges ?? []) this.markLines(subUnitId, startRow, endRow);
    else this.markSheet(subUnitId);
  }

  private markSheet(sheetId: string | undefined): void {
    if (sheetId === undefined) this.everything();
    else if (this.sheets.has(sheetId)) this.sheets.set(sheetId, undefined);
  }

  private markRows(sheetId: string, rows: readonly (string | number)[]): void {
    const taken = this.sheets.get(sheetId);
    if (taken) for (const row of rows) taken.due.add(Number(row) - (Number(row) % taken.span));
  }

  private markLines(sheetId: string, first: number, last: number): void {
    const taken = this.sheets.get(sheetId);
    if (taken) for (let row = first - (first % taken.span); row <= last; row += taken.span) taken.due.add(row);
  }
}
