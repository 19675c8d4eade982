import type { FileTexts } from "../../locales/file-texts.ts";
import type { IWorkbookData } from "../../workbook/embedded/engine.ts";
import type { Loss } from "../../workbook/file.ts";
import type { KeptSummary } from "./kept-workbook.ts";

export interface FileNotice {
  readonly intent: "success" | "info" | "warning" | "error";
  readonly sentence: (texts: FileTexts) => string;
}

/** Which file is written: the one that was opened or saved before, another one, or another one without formulas. */
export type SaveKind = "same" | "copy" | "values";

/** All that the file bar shows. */
export interface FileState {
  readonly ready: boolean;
  /** Empty for a workbook that has none yet. */
  readonly name: string;
  readonly doing: { readonly opening: string } | "saving" | undefined;
  readonly unsaved: boolean;
  /** Whether a file holds the workbook, as it is or as it was. */
  readonly inFile: boolean;
  readonly keptAt: number | undefined;
  readonly cannotKeep: boolean;
  readonly offers: readonly KeptSummary[];
  readonly former: KeptSummary | undefined;
  readonly losses: readonly Loss[];
  /** What waits for the person to agree to the losses; "look" where they are only looked at. */
  readonly asking: SaveKind | "look" | undefined;
  readonly notice: FileNotice | undefined;
}

/** A workbook that nothing has happened to. */
export const nothing = { doing: undefined, unsaved: false, inFile: false, keptAt: undefined, losses: [], asking: undefined } as const;

/** A new workbook. */
export const emptyBook = (): Partial<IWorkbookData> => ({ sheetOrder: ["sheet-1"], sheets: { "sheet-1": { id: "sheet-1", name: "Sheet1" } } });

/** Whether a command of the engine changes the workbook: results of formulas and heights fitted to them do not. */
export function isEdit(id: string, options: { readonly onlyLocal?: boolean; readonly fromFormula?: boolean }): boolean {
  if (options.onlyLocal || options.fromFormula || /row-(is-)?auto-height/.test(id)) return false;
  return /^sheet\.mutation\./.test(id) || /^formula\.mutation\.(set|remove)-defined-name/.test(id);
}

/** The name of the file that is written. */
export function fileName(name: string, kind: SaveKind, texts: FileTexts): string {
  const suffix = kind === "values" ? texts.valuesSuffix : kind === "copy" ? texts.copySuffix : "";
  // What no file system takes in a name.
  return `${(name.trim() || texts.untitled).replace(/[\\/:*?"<>|]/g, "-")}${suffix}.xlsx`;
}
