import type { RangeAddress } from "../address.ts";
import { type CellContent, type Changes, type Mark, type NamedRange, type SheetSummary, type Unsubscribe, type Workbook, WorkbookRefusal, type Written, type WritingRun } from "../port.ts";
import { checkOnSheet } from "../block-plan.ts";
import { type StateCells, savedState, stateSheet, withState } from "../state.ts";
import { insertForGood } from "./added-sheets.ts";
import { contentInPieces, contentOf, usedSize } from "./cell-content.ts";
import { changedBlocks } from "./changed-blocks.ts";
import { CellMarks } from "./cell-marks.ts";
import {
  BooleanNumber, type CommandListener, type Engine, SetRangeValuesCommand, SetSelectionsOperation, SetWorksheetActiveOperation, type Sheet,
} from "./engine.ts";
import { namedBlocks } from "./named-blocks.ts";
import { PinnedBlocks } from "./pins.ts";
import { valueData } from "./sheet-data.ts";
import { type CellBefore, cellBefore, cellNow, restored } from "./undoing.ts";
import { inPieces } from "./turn.ts";
import { WrittenChanges } from "./written-changes.ts";

/** The workbook of the built-in page. */
export class EmbeddedWorkbook implements Workbook {
  private readonly engine: Engine;
  private readonly shownCells: () => void;
  private readonly changes: WrittenChanges;
  private readonly pins: PinnedBlocks;
  private readonly marks: CellMarks;

  /** `shown` is called when cells have been brought before the person. */
  constructor(engine: Engine, shown: () => void = () => {}) {
    this.engine = engine;
    this.shownCells = shown;
    // Before the pins: a change that is refused must not reach them.
    this.changes = new WrittenChanges(engine, (sheet) => this.show(sheet, { row: 0, column: 0, rows: 1, columns: 1 }), (block, sheetId) => this.pins.follow(block, sheetId));
    this.pins = new PinnedBlocks(engine);
    this.marks = new CellMarks(engine, this.pins);
  }

  /** Resolves once nothing is being written: until then the workbook holds half of something. */
  settled(): Promise<void> {
    return this.changes.settled();
  }

  get writing(): boolean {
    return this.changes.writing;
  }

  async sheets(): Promise<SheetSummary[]> {
    return this.shown().map((sheet) => ({ name: sheet.getName(), ...usedSize(this.engine, sheet) }));
  }

  async selection(): Promise<RangeAddress> {
    const sheet = this.engine.book.getActiveSheet();
    const { startRow, startColumn, endRow, endColumn } = this.engine.selections()[0] ?? { startRow: 0, startColumn: 0, endRow: 0, endColumn: 0 };
    // A whole row or column may come without the numbers of the other direction.
    const [row, column] = [startRow || 0, startColumn || 0];
    const [lastRow, lastColumn] = [Number.isNaN(endRow) ? sheet.getRowCount() - 1 : endRow, Number.isNaN(endColumn) ? sheet.getColumnCount() - 1 : endColumn];
    return { sheet: sheet.getName(), row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
  }

  async select(range: RangeAddress): Promise<void> {
    const sheet = this.sheet(range);
    this.refuseWhileEditing();
    this.show(sheet, range);
  }

  async read(range: RangeAddress): Promise<CellContent[][]> {
    return inPieces(contentInPieces(this.engine, this.sheetWithin(range), range));
  }

  async writeFormula(cell: RangeAddress, formula: string): Promise<Written> {
    const { row, column } = cell;
    const id = this.sheet(cell).getSheetId();
    this.refuseWhileEditing();
    const before = cellBefore(this.sheet(cell), row, column);
    this.put(id, cell, { ...before, v: null, t: null, p: null, si: null, f: formula });
    const step = this.engine.latest();
    await this.engine.calculated();
    let undone = false;
    return {
      sheets: [cell.sheet],
      undo: async () => {
        const sheet = this.engine.book.getSheetBySheetId(id);
        if (undone || !sheet) return true;
        this.refuseWhileEditing();
        if (cellNow(sheet, row, column).f !== formula) return (undone = restored(sheet, row, column, before));
        if (!step.last() || !this.engine.undo()) this.put(id, cell, before);
        await this.engine.calculated();
        return (undone = true);
      },
    };
  }

  write(changes: Changes, run: WritingRun = {}): Promise<Written> {
    return this.changes.write(changes, run);
  }

  async pin(range: RangeAddress): Promise<string> {
    return this.pins.pin(range, this.sheetWithin(range).getSheetId());
  }

  async pinned(pins: readonly string[]): Promise<(RangeAddress | null)[]> {
    return pins.map((name) => this.pins.at(name));
  }

  async unpin(pins: readonly string[]): Promise<void> {
    this.pins.unpin(pins);
  }

  async showMarks(marks: readonly Mark[]): Promise<void> {
    this.marks.show(marks.map((mark) => ({ ...mark, sheetId: this.sheet(mark.range).getSheetId() })));
  }

  async namedRanges(): Promise<NamedRange[]> {
    return namedBlocks(this.engine);
  }

  onChanged(listener: (changed: readonly RangeAddress[] | null) => void): Unsubscribe {
    let changed: RangeAddress[] = [];
    return this.when(
      (id, params, options) => {
        const blocks = changedBlocks(this.engine, id, params, options);
        changed.push(...(blocks ?? []));
        return blocks !== undefined;
      },
      () => {
        listener(changed.length > 0 ? changed : null);
        changed = [];
      },
    );
  }

  onSelected(listener: () => void): Unsubscribe {
    return this.when((id) => id === SetSelectionsOperation.id || id === SetWorksheetActiveOperation.id, listener);
  }

  async loadState(key: string): Promise<unknown> {
    return savedState(this.stateCells(), key);
  }

  async saveState(key: string, value: unknown): Promise<void> {
    const cells = withState(this.stateCells(), key, value);
    const cellData = Object.fromEntries(cells.map((row, r) => [r, Object.fromEntries(row.map((cell, c) => [c, cell === null ? { v: null } : valueData(cell)]))]));
    const sheet = this.engine.book.getSheetBySheetName(stateSheet);
    if (!sheet && cells.length === 0) return;
    const done = sheet ? this.changes.writeTexts(sheet.getSheetId(), cellData) : insertForGood(this.engine, { name: stateSheet, hidden: BooleanNumber.TRUE, cellData });
    if (!done) throw new WorkbookRefusal({ code: "host-failed", detail: stateSheet });
  }

  private shown(): Sheet[] {
    return this.engine.book.getSheets().filter((sheet) => sheet.getName() !== stateSheet);
  }

  /** The sheet of a range, which may go beyond the cells drawn of it, as in Excel, where a sheet always has them all. */
  private sheetWithin(range: RangeAddress): Sheet {
    const sheet = this.engine.book.getSheetBySheetName(range.sheet);
    if (!sheet) throw new WorkbookRefusal({ code: "sheet-missing", sheet: range.sheet });
    checkOnSheet(range);
    return sheet;
  }

  /** The sheet of a range that has all its cells. */
  private sheet(range: RangeAddress): Sheet {
    const sheet = this.sheetWithin(range);
    const { row, column, rows, columns } = range;
    if (row < 0 || column < 0 || row + rows > sheet.getRowCount() || column + columns > sheet.getColumnCount()) throw new WorkbookRefusal({ code: "range-missing" });
    return sheet;
  }

  private stateCells(): StateCells {
    const sheet = this.engine.book.getSheetBySheetName(stateSheet);
    if (!sheet) return [];
    return contentOf(this.engine, sheet, { row: 0, column: 0, ...usedSize(this.engine, sheet) }).map((row) => row.map(({ value }) => value));
  }

  private refuseWhileEditing(): void {
    if (this.engine.editing()) throw new WorkbookRefusal({ code: "cell-being-edited" });
  }

  private put(subUnitId: string, { row, column }: RangeAddress, value: CellBefore): void {
    const range = { startRow: row, startColumn: column, endRow: row, endColumn: column };
    const done = this.engine.run(SetRangeValuesCommand.id, { unitId: this.engine.unitId, subUnitId, range, value });
    if (!done) throw new WorkbookRefusal({ code: "host-failed", detail: SetRangeValuesCommand.id });
  }

  private show(sheet: Sheet, { row, column, rows, columns }: Omit<RangeAddress, "sheet">): void {
    const target = { unitId: this.engine.unitId, subUnitId: sheet.getSheetId() };
    const range = { startRow: row, startColumn: column, endRow: row + rows - 1, endColumn: column + columns - 1, rangeType: 0 };
    const primary = { actualRow: row, actualColumn: column, ...range, isMerged: false, isMergedMainCell: false };
    this.engine.run(SetWorksheetActiveOperation.id, target);
    this.engine.run(SetSelectionsOperation.id, { ...target, selections: [{ range, primary, style: null }], reveal: true });
    this.shownCells();
  }

  private when(concerns: CommandConcerns, listener: () => void): Unsubscribe {
    let [due, left] = [false, false];
    const tell = async () => {
      // Nobody need hear of each slice of a writing.
      await this.settled();
      due = false;
      if (!left) listener();
    };
    const leave = this.engine.onCommand((id, params, options) => {
      if (!concerns(id, params, options) || due) return;
      due = true;
      setTimeout(() => void tell());
    });
    return () => {
      left = true;
      leave();
    };
  }
}

type CommandConcerns = (...command: Parameters<CommandListener>) => boolean;
