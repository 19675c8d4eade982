import { useEffect, useRef } from "react";
import type { Link } from "../../links/link.ts";
import { sourceRange } from "../../links/source-reading.ts";
import { meets, type RangeAddress } from "../../workbook/address.ts";
import { numberText } from "../number-format.ts";
import { usePane } from "../pane-context.ts";
import type { LinksDesk } from "./links-desk.ts";
import { useLinksTexts, useLinkTask, useReasonSentence } from "./room-tools.ts";

/** So long nothing may have changed before a link refreshes by itself: typing is not disturbed. */
const pause = 1_000;

/** Refreshes the links whose source, a range of this workbook, has changed, for as long as the pane is open. */
export function useAutomaticRefresh(desk: LinksDesk): void {
  const { notify } = usePane();
  const room = useLinksTexts();
  const run = useLinkTask();
  const sentence = useReasonSentence();
  const refresh = async (link: Link): Promise<"done" | "later"> => {
    const outcome = await desk.automatic(link);
    if (outcome.kind === "asked") notify({ intent: "info", sentence: () => room.automatic.decide(link.name, numberText(outcome.cells)) });
    if (outcome.kind === "kept") notify({ intent: "info", sentence: () => room.automatic.kept(link.name, numberText(outcome.cells)), ...(outcome.written && { written: outcome.written }) });
    if (outcome.kind === "done") notify({ intent: "success", sentence: () => room.done.refreshed(link.name), ...(outcome.written && { written: outcome.written }) });
    if (outcome.kind !== "refused") return "done";
    const { reason } = outcome;
    if (reason.issue.code === "cell-being-edited") return "later";
    notify({ intent: "error", sentence: () => room.automatic.refused(link.name, sentence(reason)) });
    return "done";
  };
  const latest = useRef(refresh);
  latest.current = refresh;
  const latestRun = useRef(run);
  latestRun.current = run;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let changed: RangeAddress[] = [];
    let anywhere = false;
    const due = () =>
      latestRun.current(async () => {
        const snapshot = desk.now();
        if (snapshot.busy || snapshot.plans.length > 0) return wait();
        const [blocks, all] = [changed, anywhere];
        [changed, anywhere] = [[], false];
        for (const link of snapshot.state.links.filter(({ automatic }) => automatic)) {
          const source = await sourceRange(desk.workbook, link.source);
          if (!source || !(all || blocks.some((block) => meets(block, source)))) continue;
          if ((await latest.current(link)) === "later") {
            changed.push(source);
            wait();
          }
        }
      });
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(due, pause);
    };
    const unsubscribe = desk.workbook.onChanged((blocks) => {
      if (!desk.now().state.links.some(({ automatic }) => automatic)) return;
      if (blocks) changed.push(...blocks);
      else anywhere = true;
      wait();
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
  }, [desk]);
}
