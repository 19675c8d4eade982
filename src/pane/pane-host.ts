import type { Language } from "../locales/texts.ts";
import type { Unsubscribe, Workbook } from "../workbook/port.ts";

export type PaneTheme = "light" | "dark" | "high-contrast";

/** A file a person has chosen to link to. Nothing but its name is known of where it lies. */
export interface SourceFile {
  readonly name: string;
  bytes(): Promise<Uint8Array>;
}

/** The files that links read. */
export interface SourceFiles {
  /** Undefined where the person chose none. */
  choose(): Promise<SourceFile | undefined>;
  /** Keeps a chosen file under a key, to be read again without asking; where the browser grants nothing of the kind, nothing is kept. */
  keep(key: string, file: SourceFile): Promise<void>;
  /** A kept file as it is by now; undefined where it has to be chosen anew. The browser may ask the person, if it is called on a click. */
  again(key: string): Promise<SourceFile | undefined>;
  forget(key: string): Promise<void>;
}

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
  readonly files: SourceFiles;
  /** The origins that the organisation allows links to read from; none unless it said so when it built the pages. */
  readonly allowedOrigins: readonly string[];
  /** Calls the listener when the ribbon asks for all links to be refreshed; once at once where it has asked before. */
  onRefreshAll?(listener: () => void): Unsubscribe;
}

/** A pane that stands in its page. */
export interface MountedPane {
  /** To be called when another file has been opened in the same Workbook: the pane reads everything anew. */
  workbookReplaced(): void;
  unmount(): void;
}
