import { InsertSheetMutation, mergeWorksheetSnapshotWithDefault, RedoCommand, SetRangeValuesMutation, SetSelectionsOperation, SetWorksheetActiveOperation } from "../../src/workbook/embedded/engine.ts";
import { describe, expect, it, vi } from "vitest";
import { fixedOnSheet } from "../../src/workbook/address.ts";
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
          const run = engine.run.bind(engine);
          let given = 0;
          vi.spyOn(engine, "run").mockImplementation((id, params, options) => (id === SetRangeValuesMutation.id && ++given === nth ? false : run(id, params, options)));
        },
      },
    };
  },
  { protection: false, editing: false, cellsPerSlice: 1_000 },
);

describe("a person's own undo and redo", () => {
  it("take back all sheets that were added in one step, and bring them again with their results", async () => {
    const host = new HeadlessWorkbook();
    const rows = [[{ formula: "=HEADROOM.ECL.RATES({0.5;0.4;1})" }]];
    const written = await host.workbook.write({ sheets: [{ name: "A", columnWidths: [], rows }, { name: "B", columnWidths: [], rows: [[{ formula: "=SUM(A!A1:A3)" }]] }] });
    expect(await host.value("A1", "B")).toBe(1.6);
    host.engine.undo();
    expect((await host.workbook.sheets()).map(({ name }) => name)).toEqual(["Sheet1"]);
    host.engine.run(RedoCommand.id);
    await host.engine.calculated();
    expect(await host.values("A1:A3", "A")).toEqual([[0.2], [0.4], [1]]);
    expect(await host.value("A1", "B")).toBe(1.6);
    expect(await written.undo()).toBe(true);
    expect((await host.workbook.sheets()).map(({ name }) => name)).toEqual(["Sheet1"]);
  });

  it("leave a document saved in the file alone", async () => {
    const host = new HeadlessWorkbook();
    await host.enter({ A1: 1 });
    await host.workbook.saveState("settings", { resultLanguage: "en-US" });
    host.engine.undo();
    expect(await host.value("A1")).toBeNull();
    expect(await host.workbook.loadState("settings")).toEqual({ resultLanguage: "en-US" });
  });
});
