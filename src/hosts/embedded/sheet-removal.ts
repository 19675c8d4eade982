import { type Engine, SetWorksheetActiveOperation } from "../../workbook/embedded/engine.ts";

const removal = "sheet.command.remove-sheet";

/**
 * Shows another sheet before the one that is shown is deleted. With the deleted one still shown, the engine stops half-way where
 * formulas elsewhere point to it, and keeps no undo step: the sheet would be lost.
 */
export function leaveSheetsBeforeTheirEnd(engine: Engine): void {
  engine.beforeCommand((id, params) => {
    if (id !== removal) return;
    const shown = engine.book.getActiveSheet().getSheetId();
    if ("subUnitId" in params && params.subUnitId !== shown) return;
    const sheets = engine.book.getSheets().filter((sheet) => sheet.getSheetId() === shown || !sheet.isSheetHidden());
    const at = sheets.findIndex((sheet) => sheet.getSheetId() === shown);
    const next = sheets[at + 1] ?? sheets[at - 1];
    if (next) engine.run(SetWorksheetActiveOperation.id, { unitId: engine.unitId, subUnitId: next.getSheetId() });
  });
}
