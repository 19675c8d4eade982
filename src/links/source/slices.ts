import type { SpreadsheetReader } from "./sheet-rows.ts";
import { SourceRefusal } from "./source-table.ts";

/** How long work is watched and stopped. */
export interface SlicedRun {
  readonly signal?: { readonly aborted: boolean };
  /** How much of it has been done, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** How a source is read, watched and stopped. */
export interface ReadingRun extends SlicedRun {
  readonly signal?: AbortSignal;
  /** What reads .xlsx files, where it is not to be done here. */
  readonly spreadsheets?: SpreadsheetReader;
}

const LONGEST_SLICE = 24;
const AT_ONCE = 500;

/** Lets the page breathe while something long is read: work goes on in slices, and stops where it was told to. */
export class Slices {
  private readonly run: SlicedRun;
  /** When the page had its last turn: the parts of one work share it, or many short ones would make a long slice. */
  private readonly turn: { since: number };

  constructor(run: SlicedRun = {}, turn = { since: performance.now() }) {
    this.run = run;
    this.turn = turn;
  }

  /** Slices for a part of the work, which lies between two shares of the whole. */
  part(from: number, to: number): Slices {
    const { signal, onProgress } = this.run;
    return new Slices({ ...(signal && { signal }), ...(onProgress && { onProgress: (share) => onProgress(from + (to - from) * share) }) }, this.turn);
  }

  /** Whether the page has waited long enough to have its turn. */
  isDue(): boolean {
    return performance.now() - this.turn.since >= LONGEST_SLICE;
  }

  /** To be awaited every few hundred rows: waits for the page where the slice has been long enough. */
  async rest(share?: number): Promise<void> {
    if (!this.isDue()) return;
    this.check();
    if (share !== undefined) this.run.onProgress?.(share);
    await this.breath();
    this.check();
  }

  /** Waits for the page, whose word it is then to stop. */
  async breath(): Promise<void> {
    await new Promise((resume) => setTimeout(resume));
    this.turn.since = performance.now();
  }

  /** What is made of each element, a few hundred to a slice. */
  async map<From, To>(elements: readonly From[], made: (element: From, index: number) => To): Promise<To[]> {
    const all: To[] = [];
    for (const [index, element] of elements.entries()) {
      if (index % AT_ONCE === 0) await this.rest(index / elements.length);
      all.push(made(element, index));
    }
    return all;
  }

  check(): void {
    if (this.run.signal?.aborted) throw new SourceRefusal({ code: "stopped" });
  }
}
