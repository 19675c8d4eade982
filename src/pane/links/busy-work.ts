import type { RefreshWork } from "./refresh-work.ts";
import { readerInWorker } from "./spreadsheet-reading.ts";

/** What is under way, and how to stop it. */
export interface Busy {
  readonly what: "reading" | "planning" | "writing" | "calculating" | "saving" | "comparing";
  readonly name: string;
  /** From 0 to 1; undefined where nothing is known of it. */
  readonly share: number | undefined;
  /** It has been told to stop, and puts back what stood there. */
  readonly stopping: boolean;
  stop(): void;
}

// As often, in milliseconds, as a person can follow: the room is drawn anew each time.
const followed = 60;

/** Work that shows how far it is, and that it has been told to stop. */
export function workShown(name: string, show: (busy: Busy) => void): RefreshWork {
  const controller = new AbortController();
  const { signal } = controller;
  let now: Busy = { what: "reading", name, share: undefined, stopping: false, stop };
  let shownAt = 0;
  const update = (change: Partial<Busy>) => {
    now = { ...now, ...change };
    shownAt = performance.now();
    show(now);
  };
  const follow = (change: Partial<Busy>) => {
    if (performance.now() - shownAt >= followed) update(change);
  };
  function stop() {
    controller.abort();
    update({ stopping: true });
  }
  const step = (what: Busy["what"], of: string) => {
    now = { what, name: of, share: undefined, stopping: now.stopping, stop };
    update({});
  };
  update({});
  return {
    step,
    reading: { signal, onProgress: (share) => follow({ share }), spreadsheets: readerInWorker },
    run: { signal, onProgress: (written, of) => follow({ share: written / Math.max(1, of) }), onStage: (stage) => step(stage, now.name) },
  };
}
