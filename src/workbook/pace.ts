import { WorkbookRefusal, type WritingRun } from "./port.ts";

/** Tells how far a writing has come, and stops it where it was told to stop. */
export class Pace {
  private readonly run: WritingRun;
  private readonly of: number;
  private written = 0;

  constructor(run: WritingRun, of: number) {
    this.run = run;
    this.of = of;
  }

  /** Refuses to go on once the writing has been stopped. */
  check(): void {
    if (this.run.signal?.aborted) throw new WorkbookRefusal({ code: "stopped" });
  }

  wrote(cells: number): void {
    this.written += cells;
    this.run.onProgress?.(this.written, this.of);
  }
}
