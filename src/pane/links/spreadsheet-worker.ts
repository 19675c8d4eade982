import { spreadsheetReader } from "../../links/source/sheet-rows.ts";
import { SourceRefusal } from "../../links/source/source-table.ts";
import type { SpreadsheetMessage, SpreadsheetRequest } from "./spreadsheet-message.ts";

const tell = (message: SpreadsheetMessage) => postMessage(message);

/** Reads the one file it is sent; whoever started the worker ends it. */
addEventListener("message", ({ data }: MessageEvent<SpreadsheetRequest>) => {
  read(data).catch((error: unknown) => {
    if (error instanceof SourceRefusal) tell({ kind: "refused", issue: error.issue });
    else tell({ kind: "failed", detail: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  });
});

async function read({ bytes, part }: SpreadsheetRequest): Promise<void> {
  const onProgress = (share: number) => tell({ kind: "share", share });
  if (part) for await (const rows of spreadsheetReader.rows(bytes, part, { onProgress })) tell({ kind: "rows", rows });
  else tell({ kind: "names", names: await spreadsheetReader.names(bytes, {}) });
  tell({ kind: "end" });
}
