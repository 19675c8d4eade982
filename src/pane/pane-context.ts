import { createContext, useCallback, useContext, useState } from "react";
import type { Naming } from "../functions/answer.ts";
import { locales, type Locale } from "../locales/locale.ts";
import { type PaneTexts, paneTexts, workbookSentence } from "../locales/pane-texts.ts";
import type { Language } from "../locales/texts.ts";
import { type Workbook, type WorkbookIssue, WorkbookRefusal, type Written } from "../workbook/port.ts";
import type { PaneHost } from "./pane-host.ts";
import type { Room } from "./room.ts";
import type { Settings } from "./settings.ts";

export type WorkbookState =
  | { readonly kind: "loading" }
  | { readonly kind: "ready"; readonly workbook: Workbook; readonly edition: number }
  | { readonly kind: "failed"; readonly issue: WorkbookIssue };

/** What the pane has to tell; the sentence is made when it is shown, so that it follows the language. */
export interface Notice {
  readonly intent: "success" | "info" | "error";
  readonly sentence: (texts: PaneTexts) => string;
  /** What can be taken back from here. */
  readonly written?: Written;
}

export interface PaneState extends Pick<PaneHost, "files" | "allowedOrigins"> {
  readonly language: Language;
  setLanguage(language: Language): void;
  readonly workbook: WorkbookState;
  readonly settings: Settings;
  setSettings(settings: Settings): Promise<void>;
  notify(notice: Notice | undefined): void;
  /** Shows another room. */
  enter(room: Room): void;
}

export const PaneContext = createContext<PaneState | undefined>(undefined);

/** How each language names the words of results; a word that asks for a language of its own gets it. */
export const namings: Readonly<Record<Language, Naming>> = {
  "zh-CN": (term, language = "zh-CN") => locales[language].sentences.terms[term],
  "en-US": (term, language = "en-US") => locales[language].sentences.terms[term],
};

export function usePane(): PaneState & { readonly texts: PaneTexts; readonly locale: Locale; readonly name: Naming } {
  const state = useContext(PaneContext);
  if (!state) throw new Error("a room stands outside the pane");
  return { ...state, texts: paneTexts[state.language], locale: locales[state.language], name: namings[state.language] };
}

export const refusalNotice = (issue: WorkbookIssue): Notice => ({
  intent: "error",
  sentence: (texts) => workbookSentence(issue, texts),
});

/** Starts something that takes time. What the workbook refuses is told as a sentence; any other failure is a crash, never lost. */
export function useTask(): (task: () => Promise<void>) => void {
  const { notify } = usePane();
  const [, crash] = useState<never>();
  return useCallback(
    (task) => {
      task().catch((error: unknown) => {
        if (error instanceof WorkbookRefusal) return notify(refusalNotice(error.issue));
        crash(() => {
          throw error;
        });
      });
    },
    [notify],
  );
}
