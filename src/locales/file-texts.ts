import type { FileIssue, Loss, LostInCells, LostInWorkbook, LostPart } from "../workbook/file.ts";
import { files as enFiles } from "./en-us/files.ts";
import type { Language } from "./texts.ts";
import { files as zhFiles } from "./zh-cn/files.ts";

/** Every sentence and label about files: opening, saving, keeping. */
export interface FileTexts {
  readonly bar: string;
  readonly new: string;
  readonly open: string;
  readonly save: string;
  readonly more: string;
  readonly saveCopy: string;
  readonly saveValues: string;
  readonly name: string;
  /** The name of a workbook that has none. */
  readonly untitled: string;
  /** What is put behind the name of a copy, and of one with figures alone. */
  readonly copySuffix: string;
  readonly valuesSuffix: string;
  readonly opening: (name: string) => string;
  readonly saving: string;
  readonly unsaved: string;
  readonly saved: string;
  readonly kept: (time: string) => string;
  readonly cannotKeep: string;
  readonly offer: (name: string, time: string) => string;
  readonly moreOffers: (count: number) => string;
  readonly continue: string;
  readonly delete: string;
  readonly later: string;
  readonly deleteTitle: string;
  readonly deleteSentence: (name: string, time: string) => string;
  readonly cancel: string;
  readonly former: (name: string) => string;
  readonly back: string;
  readonly savedAs: (name: string) => string;
  readonly savedValues: (name: string) => string;
  readonly openedWithLosses: (name: string, count: number) => string;
  readonly showLosses: string;
  readonly lossesTitle: string;
  readonly lossesIntro: (name: string) => string;
  readonly lossesAdvice: string;
  readonly saveOver: string;
  readonly close: string;
  readonly editing: string;
  readonly busy: string;
  readonly failed: (detail: string) => string;
  readonly lostParts: Readonly<Record<LostPart, string>>;
  readonly lostInCells: Readonly<Record<LostInCells, string>>;
  readonly lostInWorkbook: Readonly<Record<LostInWorkbook, string>>;
  readonly namesDropped: (names: string) => string;
  readonly unknownParts: (parts: string) => string;
  readonly onSheets: (what: string, sheets: string) => string;
  readonly inCells: (what: string, cells: string, more: number, all: number) => string;
  readonly comma: string;
  readonly issues: { readonly [I in FileIssue as I["code"]]: (issue: I) => string };
}

export const fileTexts: Readonly<Record<Language, FileTexts>> = { "zh-CN": zhFiles, "en-US": enFiles };

/** What is lost, in one line. */
export function lossText(loss: Loss, texts: FileTexts): string {
  const list = (words: readonly string[]) => words.join(texts.comma);
  if ("sheets" in loss) return texts.onSheets(texts.lostParts[loss.code], list(loss.sheets));
  if ("cells" in loss) return texts.inCells(texts.lostInCells[loss.code], list(loss.cells), loss.count - loss.cells.length, loss.count);
  if ("names" in loss) return texts.namesDropped(list(loss.names));
  if ("parts" in loss) return texts.unknownParts(list(loss.parts));
  return texts.lostInWorkbook[loss.code];
}

/** The sentence of a refused file. */
export function fileSentence(issue: FileIssue, { issues }: FileTexts): string {
  // The table has one phrase a code; the compiler cannot see that code and phrase belong together.
  const phrase = issues[issue.code] as (issue: FileIssue) => string;
  return phrase(issue);
}
