import { blockOfPlan, plannedCells } from "../block-plan.ts";
import { Pace } from "../pace.ts";
import { type Changes, WorkbookRefusal, type Written, type WritingRun } from "../port.ts";
import { Turns } from "../turns.ts";
import { AddedSheets, type FollowOnSheet } from "./added-sheets.ts";
import { targetOf, whatStands } from "./block-target.ts";
import type { CellRows } from "./block-cells.ts";
import { BlockWriting, type SheetRows } from "./block-writing.ts";
import {
  CustomCommandExecutionError, type Engine, InsertColMutation, InsertRowMutation, MoveColsMutation, MoveRangeMutation, MoveRowsMutation, RedoCommand, RemoveColMutation,
  RemoveRowMutation, RemoveSheetMutation, type Sheet, UndoCommand,
} from "./engine.ts";
import { inPieces, workedOn } from "./turn.ts";

/** Told to the engine once rows have been written, or put back. */
export const rowsWritten = "sheet.mutation.headroom-rows-written";
/** Stands in an undo step for all its slices. */
export const rowsReplayed = "sheet.mutation.headroom-replay";

interface Replay {
  readonly writings: readonly BlockWriting[];
  readonly back: boolean;
}

export interface RowsWritten {
  readonly rows: readonly SheetRows[];
}

/** Writes sheets and blocks as one step each, one step after the other. */
export class WrittenChanges {
  private readonly engine: Engine;
  private readonly show: (sheet: Sheet) => void;
  private readonly follow: FollowOnSheet;
  private readonly turns = new Turns();
  private replaying: Promise<void> = Promise.resolve();
  private busy = false;

  constructor(engine: Engine, show: (sheet: Sheet) => void, follow: FollowOnSheet) {
    this.engine = engine;
    this.follow = follow;
    this.show = show;
    engine.define(rowsReplayed, (params: Replay) => this.replay(params));
    engine.define(rowsWritten, () => true);
    engine.beforeCommand((id) => {
      if (this.busy && unsettling.has(id)) throw new CustomCommandExecutionError("rows are being written");
    });
  }

  /** Whether the workbook holds half of something. */
  get writing(): boolean {
    return this.busy;
  }

  /** Resolves once nothing is being written. */
  async settled(): Promise<void> {
    await this.turns.settled();
    await this.replaying;
  }

  write(changes: Changes, run: WritingRun): Promise<Written> {
    return this.next(() => this.written(changes, run));
  }

  /** Writes cells that no formula looks at and nobody sees. */
  writeTexts(sheetId: string, cellValue: CellRows): boolean {
    const rows = Object.entries(cellValue).map(([row, line]) => ({ sheetId, row: Number(row), column: 0, cells: [Object.keys(line).map(() => ({}))] }));
    if (!this.engine.writeUnheard({ unitId: this.engine.unitId, subUnitId: sheetId, cellValue })) return false;
    this.tell(rows);
    return true;
  }

  private next<T>(task: () => Promise<T>): Promise<T> {
    return this.turns.next(async () => {
      await this.replaying;
      if (this.engine.editing()) throw new WorkbookRefusal({ code: "cell-being-edited" });
      return task();
    });
  }

  private async written({ sheets = [], blocks = [] }: Changes, run: WritingRun): Promise<Written> {
    const pace = new Pace(run, plannedCells({ sheets, blocks }));
    pace.check();
    const rows = blocks.map((block) => targetOf(this.engine, block));
    const added = new AddedSheets(this.engine, sheets, this.follow);
    const filling = new BlockWriting(this.engine, added.rows);
    const writing = new BlockWriting(this.engine, rows);
    await this.undisturbed(async () => {
      if (run.journal) await run.journal(await inPieces(whatStands(this.engine, blocks)));
      pace.check();
      try {
        added.insert();
        pace.wrote(added.cells);
        for (const part of [filling, writing]) {
          await inPieces(part.forth(), (cells) => {
            pace.wrote(cells);
            pace.check();
          });
        }
        pace.check();
      } catch (error) {
        await inPieces(writing.back());
        this.busy = false;
        added.remove();
        throw error;
      }
    });
    const step = this.engine.remember(
      [this.replayOf({ writings: [writing], back: true }), ...added.undo],
      [...added.redo, this.replayOf({ writings: [filling, writing], back: false })],
    );
    this.tell([...added.rows, ...rows]);
    await this.engine.calculated(run.signal);
    if (run.signal?.aborted && (await this.undone(added, writing, step))) pace.check();
    if (added.first) {
      run.onCalculated?.();
      await new Promise((drawn) => setTimeout(drawn));
      this.show(added.first);
    }
    return { sheets: [...new Set([...added.names, ...blocks.map(({ sheet }) => sheet)])], undo: () => this.next(() => this.undone(added, writing, step)) };
  }

  private async undone(added: AddedSheets, writing: BlockWriting, step: { last(): boolean }): Promise<boolean> {
    const left = added.standing().length;
    if (left === 0 && !writing.stands) return true;
    const visible = this.engine.book.getSheets().filter((sheet) => !sheet.isSheetHidden()).length;
    if ((left > 0 && left === visible) || !(await inPieces(added.unchanged()))) return false;
    if (!(await inPieces(writing.unchanged()))) return left === 0 && inPieces(writing.undone());
    if (step.last() && this.engine.undo()) await this.replaying;
    else {
      await this.undisturbed(() => inPieces(writing.back()));
      const { undo, redo } = added.remove();
      this.engine.remember([...undo, this.replayOf({ writings: [writing], back: false })], [this.replayOf({ writings: [writing], back: true }), ...redo]);
      this.tell(writing.rows);
    }
    await this.engine.calculated();
    return true;
  }

  private replayOf = (params: Replay) => ({ id: rowsReplayed, params });

  /** What a person undoes or redoes: at once where it is little, else piece by piece after the step. */
  private replay({ writings, back }: Replay): boolean {
    const pieces = all(writings.map((writing) => (back ? writing.back() : writing.forth())));
    const tell = () => this.tell(writings.flatMap(({ rows }) => rows));
    if (workedOn(pieces)) tell();
    else this.replaying = this.undisturbed(() => inPieces(pieces)).then(tell);
    return true;
  }

  /** While rows are written by their numbers, no row or sheet may come, go or move, by undoing neither. */
  private async undisturbed(task: () => Promise<void>): Promise<void> {
    this.busy = true;
    try {
      await task();
    } finally {
      this.busy = false;
    }
  }

  private tell(rows: readonly SheetRows[]): void {
    if (rows.some((of) => blockOfPlan(of))) this.engine.run(rowsWritten, { unitId: this.engine.unitId, rows } satisfies RowsWritten & { unitId: string });
  }
}

const unsettling = new Set<string>([
  InsertColMutation.id, InsertRowMutation.id, MoveColsMutation.id, MoveRangeMutation.id, MoveRowsMutation.id, RemoveColMutation.id, RemoveRowMutation.id, RemoveSheetMutation.id,
  UndoCommand.id, RedoCommand.id,
]);

function* all(writings: readonly Generator<number>[]): Generator<number, void> {
  for (const writing of writings) yield* writing;
}
