import { reportOf } from "../../check/report.ts";
import type { CheckSource } from "../../check/source.ts";
import type { CheckMessage } from "./check-message.ts";

const tell = (message: CheckMessage) => postMessage(message);

/** Checks the one source it is sent; whoever started the worker ends it. */
addEventListener("message", ({ data }: MessageEvent<CheckSource>) => {
  reportOf(data, { onProgress: (done, of) => tell({ kind: "progress", done, of }) }).then(
    (result) => tell(typeof result === "string" ? { kind: "not-read", why: result } : { kind: "report", report: result }),
    (error: unknown) => tell({ kind: "failed", detail: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
