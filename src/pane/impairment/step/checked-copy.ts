import { impairmentRoomTexts } from "../../../locales/impairment-room-texts.ts";
import { type Conclusion, readConclusion } from "../../../workflows/impairment/report/conclusion.ts";
import type { Paper } from "../../../workflows/impairment/report/paper.ts";
import { usePane, useTask } from "../../pane-context.ts";
import { useRoom } from "../room-context.ts";

type Agreed = Extract<Conclusion, { kind: "agrees" }>;

interface CheckedCopy {
  /** What is copied, made once the figures of the workpaper have been read again and agree. */
  readonly text: (agreed: Agreed) => Promise<string>;
  readonly html?: () => Promise<string>;
  /** What is selected where the clipboard cannot be reached. */
  readonly shown: HTMLElement | null;
  readonly said: "copied" | "tableCopied";
}

/** Copies what rests on the workpaper, after its figures have been held against the evaluation once more. */
export function useCheckedCopy(paper: Paper, onRead: (conclusion: Conclusion) => void): (copy: CheckedCopy) => void {
  const { workbook } = useRoom();
  const { notify, language } = usePane();
  const run = useTask();
  return ({ text, html, shown, said }) =>
    run(async () => {
      const read = await readConclusion(workbook, paper);
      onRead(read);
      if (read.kind !== "agrees" || (said === "tableCopied" && read.outOfDate.length > 0)) return;
      const copied = await copiedAs(await text(read), await html?.());
      if (!copied && shown) getSelection()?.selectAllChildren(shown);
      notify({ intent: copied ? "success" : "info", sentence: () => impairmentRoomTexts[language].report[copied ? said : "notCopied"] });
    });
}

function copiedAs(text: string, html: string | undefined): Promise<boolean> {
  const plain = { "text/plain": new Blob([text], { type: "text/plain" }) };
  const item = html === undefined ? plain : { ...plain, "text/html": new Blob([html], { type: "text/html" }) };
  return navigator.clipboard.write([new ClipboardItem(item)]).then(
    () => true,
    () => false,
  );
}
