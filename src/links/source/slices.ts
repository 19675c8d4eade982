import { SourceRefusal } from "./source-table.ts";

/** How a long reading is watched and stopped. */
export interface ReadingRun {
  readonly signal?: AbortSignal;
  /** How much of the source has been read, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

const LONGEST_SLICE = 24;
const AT_ONCE = 500;

/** Lets the page breathe while something long is read: work goes on in slices, and stops where it was told to. */
export class Slices {
  private readonly run: ReadingRun;
  private since = performance.now();

  constructor(run: ReadingRun = {}) {
    this.run = run;
  }

  /** Whether the page has waited long enough to have its turn. */
  isDue(): boolean {
    return performance.now() - this.since >= LONGEST_SLICE;
  }

  /** To be awaited every few hundred rows: waits for the page where the slice has been long enough. */
  async rest(share?: number): Promise<void> {
    if (!this.isDue()) return;
    if (share !== undefined) this.run.onProgress?.(share);
    await new Promise((resume) => setTimeout(resume));
    this.check();
    this.since = performance.now();
  }

  /** What is made of each element, a few hundred to a slice. */
  async map<From, To>(elements: readonly From[], made: (element: From, index: number) => To): Promise<To[]> {
    const all: To[] = [];
    for (const [index, element] of elements.entries()) {
      if (index % AT_ONCE === 0) await this.rest();
      all.push(made(element, index));
    }
    return all;
  }

  check(): void {
    if (this.run.signal?.aborted) throw new SourceRefusal({ code: "stopped" });
  }
}
