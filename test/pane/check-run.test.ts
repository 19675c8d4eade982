import { afterEach, describe, expect, it, vi } from "vitest";
import { readFileSync } from "node:fs";
import { reportOf } from "../../src/check/report.ts";
import type { CheckSource } from "../../src/check/source.ts";
import { checkedSource } from "../../src/pane/check/check-run.ts";

const source: CheckSource = { kind: "text", text: readFileSync("test/check/filings/002-related-sales.txt", "utf8") };

/** A page's worker whose script the page's policy refuses: it is made, and then only says that it failed. */
class RefusedWorker extends EventTarget {
  static readonly made: RefusedWorker[] = [];
  ended = false;

  constructor() {
    super();
    RefusedWorker.made.push(this);
  }

  postMessage(): void {
    queueMicrotask(() => this.dispatchEvent(new Event("error")));
  }

  terminate(): void {
    this.ended = true;
  }
}

const run = () => {
  const seen: [number, number][] = [];
  return { seen, signal: new AbortController().signal, onProgress: (done: number, of: number) => void seen.push([done, of]) };
};

describe("a check on a page without a worker", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    RefusedWorker.made.length = 0;
  });

  it("finds on the page's own thread what a worker would, and says how far it is until the end", async () => {
    const { seen, ...own } = run();
    expect(await checkedSource(source, own)).toEqual(await reportOf(source));
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.at(-1)?.[0]).toBe(seen.at(-1)?.[1]);
  });

  it("lets the page live between its slices", async () => {
    let turns = 0;
    let over = false;
    const live = () => {
      turns += 1;
      if (!over) setTimeout(live);
    };
    setTimeout(live);
    const { seen, ...own } = run();
    await checkedSource(source, own);
    over = true;
    expect(turns).toBeGreaterThanOrEqual(seen.length - 1);
  });

  it("stops between two slices with the reason it is stopped for", async () => {
    const stop = new AbortController();
    const reason = new Error("stopped by the reader");
    await expect(checkedSource(source, { signal: stop.signal, onProgress: () => stop.abort(reason) })).rejects.toBe(reason);
  });

  it("does not begin once it was stopped", async () => {
    const reason = new Error("stopped before");
    await expect(checkedSource(source, { signal: AbortSignal.abort(reason), onProgress: () => undefined })).rejects.toBe(reason);
  });

  it("goes on by itself where the page refuses the worker's script, and ends that worker", async () => {
    vi.stubGlobal("Worker", RefusedWorker);
    expect(await checkedSource(source, run())).toEqual(await reportOf(source));
    expect(RefusedWorker.made.map(({ ended }) => ended)).toEqual([true]);
  });

  it("says of a source that cannot be read why", async () => {
    expect(await checkedSource({ kind: "file", name: "reply.pdf", bytes: new Uint8Array() }, run())).toBe("pdf");
  });
});
