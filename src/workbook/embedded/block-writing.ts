import type { CellBlock } from "../address.ts";
import { blockOfPlan, countOf } from "../block-plan.ts";
import { WorkbookRefusal } from "../port.ts";
import { asBefore, asPlanned, type CellRows, cellsAway, cellsBefore, cellsOfPlan, type PlannedRows, touchFormulas } from "./block-cells.ts";
import { type Engine, type IRange, SetRangeValuesMutation, SetTriggerFormulaCalculationStartMutation, SetWorksheetColumnCountMutation, SetWorksheetRowCountMutation, type Sheet } from "./engine.ts";

/** Planned rows with their sheet, whatever it is called. */
export interface SheetRows extends PlannedRows {
  readonly sheetId: string;
}

interface Slice {
  readonly rows: SheetRows;
  readonly before: CellRows;
}

interface Size {
  readonly sheetId: string;
  readonly rows: number;
  readonly columns: number;
}

// A slice of so many cells takes a few milliseconds; how many make a turn, the clock decides.
const cellsPerSlice = 1_000;

/** Rows written into sheets that stand, in slices: one after the other, back again, and forth again. */
export class BlockWriting {
  private readonly engine: Engine;
  readonly rows: readonly SheetRows[];
  private slices: Slice[] = [];
  private sizes: Size[] = [];

  constructor(engine: Engine, rows: readonly SheetRows[]) {
    this.engine = engine;
    this.rows = rows;
  }

  /** Whether anything of it stands in the sheets. */
  get stands(): boolean {
    return this.slices.length > 0;
  }

  /** Writes slice by slice, and tells the cells of each. */
  *forth(): Generator<number, void> {
    this.slices = [];
    for (const block of this.rows) {
      const sheet = this.sheet(block.sheetId);
      const area = blockOfPlan(block);
      if (!sheet || !area) continue;
      this.makeRoom(sheet, area);
      for (let from = 0; from < block.cells.length; ) {
        const to = sliceEnd(block, from);
        const rows: SheetRows = { ...block, row: block.row + from, cells: block.cells.slice(from, to) };
        const before = cellsBefore(sheet, rows);
        this.slices.push({ rows, before });
        this.put(rows, cellsOfPlan(rows, before), touchFormulas(rows, before));
        yield countOf(block.cells, from, to);
        from = to;
      }
    }
    yield 0;
    this.refresh();
  }

  /** Puts back what stood there, the last slice first. A sheet that is gone has nothing to be put back. */
  *back(): Generator<number, void> {
    for (let slice = this.slices.at(-1); slice; slice = this.slices.at(-1)) {
      const { rows, before } = slice;
      const formulas = touchFormulas(rows, before);
      if (this.sheet(rows.sheetId)) {
        // Taken away first: the engine would lay the old look over the new one.
        this.put(rows, cellsAway(rows), formulas);
        if (Object.keys(before).length > 0) this.put(rows, before, formulas);
      }
      this.slices.pop();
      yield countOf(rows.cells, 0, rows.cells.length);
    }
    for (const size of this.sizes.reverse()) this.resize(size);
    this.sizes = [];
    yield 0;
    this.refresh();
  }

  /** Whether every cell is still as written. */
  *unchanged(): Generator<number, boolean> {
    return yield* this.compared((sheet, { rows }) => asPlanned(sheet, rows));
  }

  /** Whether every cell is as it was before. */
  *undone(): Generator<number, boolean> {
    return yield* this.compared((sheet, { rows, before }) => asBefore(sheet, rows, before));
  }

  private *compared(holds: (sheet: Sheet, slice: Slice) => boolean): Generator<number, boolean> {
    for (const slice of this.slices) {
      const sheet = this.sheet(slice.rows.sheetId);
      if (sheet && !holds(sheet, slice)) return false;
      yield 0;
    }
    return true;
  }

  private sheet = (id: string): Sheet | undefined => this.engine.book.getSheetBySheetId(id) ?? undefined;

  private put({ sheetId, ...rows }: SheetRows, cellValue: CellRows, formulas: boolean): void {
    const params = { unitId: this.engine.unitId, subUnitId: sheetId, cellValue };
    // Of formulas that come and go the engine must hear. All else it would calculate and draw anew for every slice.
    const heard = formulas || this.meetsSpills(sheetId, rows);
    const done = heard ? this.engine.run(SetRangeValuesMutation.id, params) : this.engine.writeUnheard(params);
    if (!done) throw new WorkbookRefusal({ code: "host-failed", detail: SetRangeValuesMutation.id });
  }

  private meetsSpills(sheetId: string, rows: PlannedRows): boolean {
    const area = blockOfPlan(rows);
    let meets = false;
    this.engine.spilledBlocks(sheetId).forValue((_row, _column, spill) => {
      if (area && spill.startRow < area.row + area.rows && spill.endRow >= area.row && spill.startColumn < area.column + area.columns && spill.endColumn >= area.column) meets = true;
    });
    return meets;
  }

  private makeRoom(sheet: Sheet, area: CellBlock): void {
    const size = { sheetId: sheet.getSheetId(), rows: sheet.getRowCount(), columns: sheet.getColumnCount() };
    const needed = { ...size, rows: Math.max(size.rows, area.row + area.rows), columns: Math.max(size.columns, area.column + area.columns) };
    if (needed.rows === size.rows && needed.columns === size.columns) return;
    this.sizes.push(size);
    this.resize(needed);
  }

  private resize({ sheetId, rows, columns }: Size): void {
    const sheet = this.sheet(sheetId);
    const target = { unitId: this.engine.unitId, subUnitId: sheetId };
    if (sheet && sheet.getRowCount() !== rows) this.engine.run(SetWorksheetRowCountMutation.id, { ...target, rowCount: rows });
    if (sheet && sheet.getColumnCount() !== columns) this.engine.run(SetWorksheetColumnCountMutation.id, { ...target, columnCount: columns });
  }

  /** Has all that depends on the blocks calculated, and the sheets drawn, in one go. */
  private refresh(): void {
    const { unitId } = this.engine;
    const ranges = this.rows.flatMap((rows) => {
      const area = blockOfPlan(rows);
      return area ? [{ unitId, sheetId: rows.sheetId, range: { startRow: area.row, endRow: area.row + area.rows - 1, startColumn: area.column, endColumn: area.column + area.columns - 1 } }] : [];
    });
    if (ranges.length === 0) return;
    for (const [sheetId, range] of around(ranges)) this.draw(sheetId, range);
    const nothing = { forceCalculation: false, dirtyNameMap: {}, dirtyDefinedNameMap: {}, dirtyUnitFeatureMap: {}, dirtyUnitOtherFormulaMap: {}, clearDependencyTreeCache: {} };
    this.engine.run(SetTriggerFormulaCalculationStartMutation.id, { ...nothing, dirtyRanges: ranges }, { onlyLocal: true });
  }

  /** Writes two corners of a block as they are: the engine draws all that lies between them. */
  private draw(subUnitId: string, { startRow, startColumn, endRow, endColumn }: IRange): void {
    const sheet = this.sheet(subUnitId);
    const asItIs = (row: number, column: number) => ({ t: sheet?.getCellRaw(row, column)?.t ?? null });
    const corners = (row: number) => ({ [startColumn]: asItIs(row, startColumn), [endColumn]: asItIs(row, endColumn) });
    const cellValue: CellRows = { [startRow]: corners(startRow), [endRow]: corners(endRow) };
    if (sheet) this.engine.run(SetRangeValuesMutation.id, { unitId: this.engine.unitId, subUnitId, cellValue }, { onlyLocal: true });
  }
}

function sliceEnd({ cells }: PlannedRows, from: number): number {
  let [to, count] = [from, 0];
  while (to < cells.length && (to === from || count + (cells[to]?.length ?? 0) <= cellsPerSlice)) count += cells[to++]?.length ?? 0;
  return to;
}

/** One block of each sheet that holds all of them: drawing each by itself would take seconds where there are thousands. */
function around(ranges: readonly { readonly sheetId: string; readonly range: IRange }[]): Map<string, IRange> {
  const all = new Map<string, IRange>();
  for (const { sheetId, range } of ranges) {
    const { startRow, endRow, startColumn, endColumn } = all.get(sheetId) ?? range;
    all.set(sheetId, {
      startRow: Math.min(startRow, range.startRow), endRow: Math.max(endRow, range.endRow), startColumn: Math.min(startColumn, range.startColumn), endColumn: Math.max(endColumn, range.endColumn),
    });
  }
  return all;
}
