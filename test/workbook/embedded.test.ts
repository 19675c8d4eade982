import { InsertSheetMutation, mergeWorksheetSnapshotWithDefault, RemoveSheetMutation, SetSelectionsOperation, SetWorksheetActiveOperation } from "../../src/workbook/embedded/engine.ts";
import { workbookContract } from "../contract/workbook-contract.ts";
import { blockAt, HeadlessWorkbook } from "../support/engine.ts";

workbookContract(
  async () => {
    const host = new HeadlessWorkbook();
    const { engine, workbook } = host;
    const idOf = (name: string) => engine.book.getSheetBySheetName(name)?.getSheetId() ?? "";
    let added = 0;
    return {
      workbook,
      person: {
        types: (sheet, cell, entry) => host.enter({ [cell]: entry }, sheet),
        async selects(sheet, address) {
          const { row, column, rows, columns } = blockAt(address);
          const target = { unitId: engine.unitId, subUnitId: idOf(sheet) };
          const range = { startRow: row, startColumn: column, endRow: row + rows - 1, endColumn: column + columns - 1 };
          engine.run(SetWorksheetActiveOperation.id, target);
          engine.run(SetSelectionsOperation.id, { ...target, selections: [{ range, primary: null, style: null }] });
        },
        async addsSheet(name) {
          added += 1;
          engine.run(InsertSheetMutation.id, { unitId: engine.unitId, index: engine.book.getSheets().length, sheet: mergeWorksheetSnapshotWithDefault({ id: `person-${added}`, name }) });
        },
        async renamesSheet(name, newName) {
          engine.run("sheet.command.set-worksheet-name", { unitId: engine.unitId, subUnitId: idOf(name), name: newName });
        },
        async seesHeight(name, row) {
          return engine.book.getSheetBySheetName(name)?.getSnapshot().rowData[row]?.h;
        },
        async deletesSheet(name) {
          engine.run(RemoveSheetMutation.id, { unitId: engine.unitId, subUnitId: idOf(name), subUnitName: name });
        },
      },
    };
  },
  { protection: false, editing: false },
);
