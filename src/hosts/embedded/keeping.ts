import { ChangedRows } from "../../workbook/embedded/changed-rows.ts";
import { withShownSheet } from "../../workbook/embedded/shown-sheet.ts";
import type { FileGrid } from "./file-grid.ts";
import type { Keep, KeptWorkbook, KeptWorkbooks } from "./kept-workbook.ts";

// How long nothing must change before what has changed is kept, in milliseconds.
const quiet = 1_000;

/** Keeps the workbook on this machine while it changes, a little at a time. */
export class Keeping {
  private readonly kept: KeptWorkbooks;
  private readonly grid: FileGrid;
  private readonly about: () => Omit<KeptWorkbook, "snapshot">;
  private readonly told: (id: string, keptAt: number | undefined) => void;
  private readonly rows: ChangedRows;
  private due: ReturnType<typeof setTimeout> | undefined;
  private last: Promise<void> = Promise.resolve();
  private running: { readonly atOnce: boolean; readonly stop: AbortController } | undefined;

  /** `told` hears when a workbook has been kept, or that it cannot be. */
  constructor(kept: KeptWorkbooks, grid: FileGrid, about: () => Omit<KeptWorkbook, "snapshot">, told: (id: string, keptAt: number | undefined) => void) {
    this.kept = kept;
    this.grid = grid;
    this.about = about;
    this.told = told;
    this.rows = new ChangedRows(grid.engine);
  }

  soon(): void {
    clearTimeout(this.due);
    this.due = setTimeout(() => void this.now(), quiet);
  }

  now(): Promise<void> {
    return (this.last = this.last.then(() => this.keep(false)));
  }

  /** Resolves once all that has changed is kept. */
  flush(): Promise<void> {
    return this.due === undefined ? this.last : this.now();
  }

  /** Hands over at once what is not kept yet: there may be no time for anything else. */
  leave(): void {
    if (this.due === undefined && (!this.running || this.running.atOnce)) return;
    this.running?.stop.abort();
    // What has been taken goes with what is stopped.
    if (this.running) this.rows.everything();
    this.last = this.keep(true);
  }

  private async keep(atOnce: boolean): Promise<void> {
    await this.grid.workbook.settled();
    clearTimeout(this.due);
    this.due = undefined;
    const { id } = this.about();
    const run = { atOnce, stop: new AbortController() };
    this.running = run;
    try {
      await this.kept.put(id, this.changes(id), { atOnce, signal: run.stop.signal });
      this.told(id, Date.now());
    } catch (error) {
      if (run.stop.signal.aborted) return;
      this.rows.everything();
      if (error instanceof Unsettled) return this.keep(atOnce);
      this.told(id, undefined);
    } finally {
      if (this.running === run) this.running = undefined;
    }
  }

  private *changes(id: string): Keep {
    for (;;) {
      if (this.grid.workbook.writing || this.about().id !== id) throw new Unsettled();
      const change = this.rows.next();
      if (!change) break;
      yield change;
    }
    return { ...this.about(), snapshot: withShownSheet(this.rows.frame(), this.grid.shownSheet()) };
  }
}

/** Half of something stands in the workbook, or it has given way to another. */
class Unsettled extends Error {}
