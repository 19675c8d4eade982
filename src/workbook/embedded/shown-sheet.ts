import type { IWorkbookData } from "./engine.ts";

/** The id of the sheet that was shown when the workbook was saved; undefined where that is not known, or it is gone or hidden. */
export function shownSheet({ custom, sheets }: Partial<IWorkbookData>): string | undefined {
  const id: unknown = custom?.["shownSheet"];
  return typeof id === "string" && sheets?.[id] && sheets[id].hidden !== 1 ? id : undefined;
}

/** The workbook with the sheet that is to be shown when it is opened again. */
export const withShownSheet = (book: IWorkbookData, id: string): IWorkbookData => ({ ...book, custom: { ...book.custom, shownSheet: id } });
