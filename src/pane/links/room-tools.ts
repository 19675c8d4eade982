import { useCallback, useEffect, useState } from "react";
import { linksTexts, type LinksTexts, linkSentence, sourceSentence } from "../../locales/links-texts.ts";
import { workbookSentence } from "../../locales/pane-texts.ts";
import type { RangeAddress } from "../../workbook/address.ts";
import type { CellValue, Workbook } from "../../workbook/port.ts";
import { numberText } from "../number-format.ts";
import { usePane, useTask } from "../pane-context.ts";
import { type Reason, reasonOf } from "./refresh-work.ts";

export const useLinksTexts = (): LinksTexts => linksTexts[usePane().language];

/** Says why something was not done. */
export function useReasonSentence(): (reason: Reason) => string {
  const { texts } = usePane();
  const room = useLinksTexts();
  return useCallback(
    (reason) => (reason.from === "link" ? linkSentence(reason.issue, room) : reason.from === "source" ? sourceSentence(reason.issue, room) : workbookSentence(reason.issue, texts)),
    [texts, room],
  );
}

/** Starts something that takes time; a refusal, whether of the workbook, the link or the source, is told as a sentence. */
export function useLinkTask(): (task: () => Promise<void>) => void {
  const { notify } = usePane();
  const run = useTask();
  const sentence = useReasonSentence();
  return useCallback(
    (task) =>
      run(async () => {
        try {
          await task();
        } catch (error) {
          const reason = reasonOf(error);
          const stopped = reason.issue.code === "stopped";
          notify({ intent: stopped ? "info" : "error", sentence: () => sentence(reason) });
        }
      }),
    [run, notify, sentence],
  );
}

/** A moment as the person's language writes it. */
export function useTimeText(): (iso: string) => string {
  const { language } = usePane();
  return useCallback((iso) => new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(new Date(iso)), [language]);
}

/** What a cell holds, as it is read; much text is cut. */
export function valueText(value: CellValue): string {
  if (typeof value === "number") return numberText(value);
  const text = typeof value === "boolean" ? String(value).toUpperCase() : (value ?? "");
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** The selected block, kept up to date for as long as the room is shown. */
export function useSelectedRange(workbook: Workbook, shown: boolean): RangeAddress | undefined {
  const [selection, setSelection] = useState<RangeAddress>();
  const run = useTask();
  useEffect(() => {
    if (!shown) return undefined;
    let left = false;
    const read = () =>
      run(async () => {
        const range = await workbook.selection();
        if (!left) setSelection(range);
      });
    read();
    const unsubscribe = workbook.onSelected(read);
    return () => {
      left = true;
      unsubscribe();
    };
  }, [workbook, shown, run]);
  return selection;
}

export const firstCell = (range: RangeAddress): RangeAddress => ({ ...range, rows: 1, columns: 1 });
