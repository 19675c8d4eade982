import { useCallback, useEffect, useRef, useState } from "react";
import type { CheckReport } from "../../check/report.ts";
import type { CheckSource, NotRead } from "../../check/source.ts";
import { a1OnSheet, type RangeAddress } from "../../workbook/address.ts";
import type { Workbook } from "../../workbook/port.ts";
import { useTask } from "../pane-context.ts";
import { checkedSource } from "./check-run.ts";
import { cellsOf, mostCells } from "./sheet-cells.ts";

/** What a person asked to be checked. */
export type Asked =
  | { readonly kind: "cells"; readonly block: RangeAddress | undefined }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "file"; readonly file: File };

/** What was checked, as it is named in the results. */
export type Checked = { readonly kind: "cells"; readonly block: RangeAddress } | { readonly kind: "text" } | { readonly kind: "file"; readonly name: string };

export type CheckState =
  | { readonly kind: "idle" }
  | { readonly kind: "running"; readonly part: number | undefined }
  | { readonly kind: "stopped" }
  | { readonly kind: "not-read"; readonly why: NotRead | "too-large"; readonly name: string }
  | { readonly kind: "done"; readonly of: Checked; readonly report: CheckReport };

export interface Check {
  readonly state: CheckState;
  start(asked: Asked): void;
  stop(): void;
}

/** The check that is under way or done, one at a time. */
export function useCheck(workbook: Workbook | undefined, edition: number): Check {
  const [state, setState] = useState<CheckState>({ kind: "idle" });
  const controller = useRef<AbortController>();
  const run = useTask();
  const start = useCallback(
    (asked: Asked) =>
      run(async () => {
        controller.current?.abort();
        const own = new AbortController();
        controller.current = own;
        setState({ kind: "running", part: undefined });
        try {
          const taken = await sourceOf(asked, workbook, own.signal);
          if (taken.source === undefined) return setState({ kind: "not-read", why: taken.why, name: nameOf(asked) });
          const result = await checkedSource(taken.source, { signal: own.signal, onProgress: (done, of) => setState({ kind: "running", part: done / of }) });
          setState(typeof result === "string" ? { kind: "not-read", why: result, name: nameOf(asked) } : { kind: "done", of: taken.of, report: result });
        } catch (error) {
          if (own.signal.aborted) return;
          setState({ kind: "idle" });
          throw error;
        }
      }),
    [run, workbook],
  );
  useEffect(() => () => controller.current?.abort(), []);
  // Another workbook: what was found on the sheets of the one before is no longer there.
  useEffect(() => setState((known) => (known.kind === "done" && known.of.kind === "cells" ? { kind: "idle" } : known)), [edition]);
  const stop = useCallback(() => {
    controller.current?.abort();
    setState({ kind: "stopped" });
  }, []);
  return { state, start, stop };
}

const nameOf = (asked: Asked) => (asked.kind === "file" ? asked.file.name : asked.kind === "cells" && asked.block ? a1OnSheet(asked.block) : "");

type Taken = { readonly source: CheckSource; readonly of: Checked } | { readonly source: undefined; readonly why: NotRead | "too-large" };

async function sourceOf(asked: Asked, workbook: Workbook | undefined, signal: AbortSignal): Promise<Taken> {
  switch (asked.kind) {
    case "text":
      return { source: asked, of: asked };
    case "file":
      return { source: { kind: "file", name: asked.file.name, bytes: new Uint8Array(await asked.file.arrayBuffer()) }, of: { kind: "file", name: asked.file.name } };
    case "cells": {
      const { block } = asked;
      if (!workbook || !block) return { source: undefined, why: "empty" };
      if (block.rows * block.columns > mostCells) return { source: undefined, why: "too-large" };
      return { source: { kind: "cells", cells: await cellsOf(workbook, block, signal) }, of: { kind: "cells", block } };
    }
  }
}
