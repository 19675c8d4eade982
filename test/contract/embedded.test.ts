import { vi } from "vitest";
import { fixedOnSheet } from "../../src/workbook/address.ts";
import { InsertSheetMutation, mergeWorksheetSnapshotWithDefault, SetRangeValuesMutation, SetSelectionsOperation, SetWorksheetActiveOperation } from "../../src/workbook/embedded/engine.ts";
import { workbookContract } from "./workbook-contract.ts";
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
          await engine.runLater("sheet.command.remove-sheet", { unitId: engine.unitId, subUnitId: idOf(name) });
        },
        insertsRows: (sheet, row, count) => host.changeLines("insert-row", row, count, idOf(sheet)),
        deletesRows: (sheet, row, count) => host.changeLines("remove-row-by-range", row, count, idOf(sheet)),
        insertsColumns: (sheet, column, count) => host.changeLines("insert-col", column, count, idOf(sheet)),
        deletesColumns: (sheet, column, count) => host.changeLines("remove-col-by-range", column, count, idOf(sheet)),
        async namesBlock(name, sheet, block) {
          engine.run("formula.mutation.set-defined-name", { unitId: engine.unitId, id: name, name, formulaOrRefString: fixedOnSheet({ sheet, ...blockAt(block) }) });
        },
        letsFail(nth) {
          const [run, writeUnheard] = [engine.run.bind(engine), engine.writeUnheard.bind(engine)];
          let given = 0;
          vi.spyOn(engine, "run").mockImplementation((id, params, options) => (id === SetRangeValuesMutation.id && ++given === nth ? false : run(id, params, options)));
          vi.spyOn(engine, "writeUnheard").mockImplementation((params) => (++given === nth ? false : writeUnheard(params)));
        },
      },
    };
  },
  { protection: false, editing: false, cellsPerSlice: 1_000 },
);
