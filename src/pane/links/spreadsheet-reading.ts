import { type SpreadsheetReader, spreadsheetReader } from "../../links/source/sheet-rows.ts";
import { SourceRefusal } from "../../links/source/source-table.ts";
import type { SpreadsheetMessage, SpreadsheetRequest } from "./spreadsheet-message.ts";

/** Reads .xlsx files in a worker, so that nothing freezes; where the page may not start one, on its own thread. */
export const readerInWorker: SpreadsheetReader = {
  async names(bytes, run) {
    const messages = await answers({ bytes, part: null }, run.signal);
    if (!messages) return spreadsheetReader.names(bytes, run);
    for await (const message of messages) if (message.kind === "names") return message.names;
    return [];
  },

  async *rows(bytes, part, run) {
    const messages = await answers({ bytes, part }, run.signal);
    if (!messages) return yield* spreadsheetReader.rows(bytes, part, run);
    for await (const message of messages) {
      if (message.kind === "rows") yield message.rows;
      else if (message.kind === "share") run.onProgress?.(message.share);
    }
  },
};

/** What a worker answers; undefined where it never came to life, as in a page whose policy refuses it. */
async function answers(request: SpreadsheetRequest, signal: AbortSignal | undefined): Promise<AsyncGenerator<SpreadsheetMessage> | undefined> {
  const worker = startedWorker();
  if (!worker) return undefined;
  const heard: SpreadsheetMessage[] = [];
  let wake = () => {};
  let failed = false;
  const something = () => new Promise<void>((resolve) => (wake = resolve));
  worker.addEventListener("message", ({ data }: MessageEvent<SpreadsheetMessage>) => {
    heard.push(data);
    wake();
  });
  worker.addEventListener("error", () => {
    failed = true;
    wake();
  });
  signal?.addEventListener("abort", () => wake(), { once: true });
  worker.postMessage(request);
  await something();
  if (failed) {
    worker.terminate();
    return undefined;
  }
  return (async function* () {
    try {
      for (;;) {
        if (signal?.aborted) throw new SourceRefusal({ code: "stopped" });
        const message = heard.shift();
        if (!message) await something();
        else if (message.kind === "end") return;
        else if (message.kind === "refused") throw new SourceRefusal(message.issue);
        else if (message.kind === "failed") throw new Error(message.detail);
        else yield message;
        if (failed) throw new Error("the worker that reads spreadsheets has ended");
      }
    } finally {
      worker.terminate();
    }
  })();
}

function startedWorker(): Worker | undefined {
  try {
    return new Worker(new URL("./spreadsheet-worker.ts", import.meta.url));
  } catch {
    return undefined;
  }
}
