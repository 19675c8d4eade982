import { type CheckReport, reportOf } from "../../check/report.ts";
import type { CheckSource, NotRead } from "../../check/source.ts";
import type { CheckMessage } from "./check-message.ts";

export interface CheckRun {
  readonly signal: AbortSignal;
  onProgress(done: number, of: number): void;
}

/**
 * Checks a source in a worker, so that nothing freezes; where the page may not start one, in slices on its own thread.
 * Rejects with the signal's reason once it is aborted.
 */
export async function checkedSource(source: CheckSource, run: CheckRun): Promise<CheckReport | NotRead> {
  run.signal.throwIfAborted();
  const worker = startedWorker();
  const answer = worker && (await workerAnswer(worker, source, run));
  if (answer !== undefined) return answer;
  return reportOf(source, { ...run, pause: turn });
}

/** Lets the page live between two slices. */
const turn = () => new Promise<void>((resolve) => setTimeout(resolve));

function startedWorker(): Worker | undefined {
  try {
    return new Worker(new URL("./check-worker.ts", import.meta.url));
  } catch {
    return undefined;
  }
}

/** What the worker found; undefined where it never came to life, as in a page whose policy refuses it. */
function workerAnswer(worker: Worker, source: CheckSource, { signal, onProgress }: CheckRun): Promise<CheckReport | NotRead | undefined> {
  return new Promise<CheckReport | NotRead | undefined>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    worker.addEventListener("message", ({ data }: MessageEvent<CheckMessage>) => {
      if (data.kind === "progress") onProgress(data.done, data.of);
      else if (data.kind === "report") resolve(data.report);
      else if (data.kind === "not-read") resolve(data.why);
      else reject(new Error(data.detail));
    });
    worker.addEventListener("error", () => resolve(undefined));
    worker.postMessage(source);
  }).finally(() => worker.terminate());
}
