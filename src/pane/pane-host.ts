import type { Language } from "../locales/texts.ts";
import type { Unsubscribe, Workbook } from "../workbook/port.ts";

export type PaneTheme = "light" | "dark" | "high-contrast";

/** What the pane needs of the page it stands in. */
export interface PaneHost {
  /** The pane shows itself at once; what needs cells waits for this. A rejection is shown as a sentence. */
  readonly workbook: Promise<Workbook>;
  /** The language to start in: the one remembered, else the host's. */
  readonly language: Language;
  /** The user chose another language: the host switches grid, function help and sentences, and remembers it. */
  onLanguage(language: Language): void;
  /**
   * The language of headers and words in results is known (once the workbook is there) or was changed.
   * The pane has already saved it in the workbook; the host recalculates its functions where it differs from before.
   */
  onResultLanguage(language: Language): void;
  /** The looks of the host right now. */
  theme(): PaneTheme;
  /** Calls the listener after the looks of the host have changed. */
  onTheme(listener: () => void): Unsubscribe;
}

/** A pane that stands in its page. */
export interface MountedPane {
  /** To be called when another file has been opened in the same Workbook: the pane reads everything anew. */
  workbookReplaced(): void;
  unmount(): void;
}
