import type { IWorkbookData, Sheet } from "./engine-terms.ts";

/** The sheets of a workbook that is to be opened, as objects that are the engine's own. */
export const ownSheets = ({ sheets }: Partial<IWorkbookData>): Pick<IWorkbookData, "sheets"> => ({ sheets: Object.fromEntries(Object.entries(sheets ?? {}).map(([id, sheet]) => [id, { ...sheet }])) });

/** Lets the cells of a closed sheet go: parts of the engine that listen to the page outlive a workbook, and hold on to its sheets. */
export function letGo(sheet: Sheet): void {
  sheet.getCellMatrix().reset();
  Object.assign(sheet.getConfig(), { cellData: {}, rowData: {} });
}
