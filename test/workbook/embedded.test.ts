import { InsertSheetMutation, mergeWorksheetSnapshotWithDefault, InsertRowMutation, RedoCommand, RemoveSheetMutation, SetFormulaCalculationStartMutation, SetRangeValuesMutation, SetSelectionsOperation, SetWorksheetActiveOperation } from "../../src/workbook/embedded/engine.ts";
import { unzipSync } from "fflate";
import { describe, expect, it, vi } from "vitest";
import { snapshotOf } from "../../src/workbook/embedded/xlsx-open.ts";
import { xlsxOf } from "../../src/workbook/embedded/xlsx-save.ts";
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

describe("a pinned block in the built-in workbook", () => {
  const sheet = "Sheet1";
  const at = (address: string) => ({ sheet, ...blockAt(address) });
  const opened = async (address = "B5:C8") => {
    const host = new HeadlessWorkbook();
    const pin = await host.workbook.pin(at(address));
    return { host, pin, where: async () => (await host.workbook.pinned([pin]))[0] };
  };
  const redo = (host: HeadlessWorkbook) => host.engine.run(RedoCommand.id);

  it.each<[string, "insert-row" | "insert-col" | "remove-row-by-range" | "remove-col-by-range", number, number, string | null]>([
    ["rows inserted in it", "insert-row", 6, 2, "B5:C10"],
    ["rows deleted in it", "remove-row-by-range", 5, 2, "B5:C6"],
    ["rows deleted across its end", "remove-row-by-range", 6, 5, "B5:C6"],
    ["all its rows deleted", "remove-row-by-range", 3, 8, null],
    ["a column inserted before it", "insert-col", 0, 1, "C5:D8"],
    ["all its columns deleted", "remove-col-by-range", 1, 2, null],
  ])("is where it was once %s is undone, and where it went once that is redone", async (_, how, first, count, after) => {
    const { host, where } = await opened();
    await host.changeLines(how, first, count);
    for (const times of [1, 2]) {
      expect(await where(), `${times}`).toEqual(after && at(after));
      host.engine.undo();
      expect(await where(), `${times}`).toEqual(at("B5:C8"));
      redo(host);
    }
  });

  it("set after rows were inserted above it follows the undoing of that too", async () => {
    const { host } = await opened();
    await host.insertRows(2, 3);
    const later = await host.workbook.pin(at("A10:A12"));
    host.engine.undo();
    expect(await host.workbook.pinned([later])).toEqual([at("A7:A9")]);
  });

  it("is not brought back by undoing something else", async () => {
    const { host, where } = await opened();
    await host.enter({ E1: 1 });
    await host.workbook.writeFormula(at("F1"), "=SUM(1,2)");
    await host.changeLines("remove-row-by-range", 0, 2);
    await host.workbook.write({ blocks: [{ sheet, row: 0, column: 5, cells: [[{ value: 1 }]] }] });
    host.engine.undo();
    expect(await where()).toEqual(at("B3:C6"));
    host.engine.undo();
    expect(await where()).toEqual(at("B5:C8"));
  });

  it("goes with cells that are cut and pasted, also to another sheet, and is nowhere where others are pasted over all of it", async () => {
    const { host, where } = await opened();
    await host.enter({ B5: 1, C8: 2, F1: 3 });
    const id = "1";
    const range = (address: string) => {
      const { row, column, rows, columns } = blockAt(address);
      return { startRow: row, startColumn: column, endRow: row + rows - 1, endColumn: column + columns - 1 };
    };
    await host.engine.runLater("sheet.command.move-range", { fromRange: range("B5:C8"), toRange: range("D10:E13"), fromSubUnitId: id, toSubUnitId: id });
    expect(await where()).toEqual(at("D10:E13"));
    host.engine.undo();
    expect(await where()).toEqual(at("B5:C8"));
    await host.engine.runLater("sheet.command.move-range", { fromRange: range("A5:C8"), toRange: range("A1:C4"), fromSubUnitId: id, toSubUnitId: id });
    expect(await where()).toEqual(at("B1:C4"));
    await host.engine.runLater("sheet.command.move-range", { fromRange: range("F1:G4"), toRange: range("B1:C4"), fromSubUnitId: id, toSubUnitId: id });
    expect(await where()).toBeNull();
  });

  it("goes with rows that are dragged elsewhere", async () => {
    const { host, where } = await opened();
    const lines = (first: number, last: number) => ({ startRow: first, endRow: last, startColumn: 0, endColumn: 39, rangeType: 1 });
    const move = (from: [number, number], to: number) => host.engine.run("sheet.mutation.move-rows", { unitId: host.engine.unitId, subUnitId: "1", sourceRange: lines(...from), targetRange: lines(to, to + from[1] - from[0]) });
    move([4, 7], 0);
    expect(await where()).toEqual(at("B1:C4"));
    move([10, 11], 2);
    expect(await where()).toEqual(at("B1:C6"));
    move([0, 0], 20);
    expect(await where()).toEqual(at("B1:C5"));
  });

  it("is back with its sheet once the deletion of that is undone", async () => {
    const { host, where } = await opened();
    await host.workbook.write({ sheets: [{ name: "ECL", columnWidths: [], rows: [] }] });
    await host.engine.runLater("sheet.command.remove-sheet", { unitId: host.engine.unitId, subUnitId: "1" });
    expect(await where()).toBeNull();
    host.engine.undo();
    expect(await where()).toEqual(at("B5:C8"));
  });

  it("is no step of the undo history", async () => {
    const { host, pin } = await opened();
    await host.enter({ A1: 1 });
    const other = await host.workbook.pin(at("A1"));
    await host.workbook.unpin([pin]);
    host.engine.undo();
    expect(await host.value("A1")).toBeNull();
    expect(await host.workbook.pinned([other, pin])).toEqual([at("A1"), null]);
  });

  it("travels in the file as a hidden name, one that is nowhere too, and reports no loss", async () => {
    const { host, pin } = await opened();
    const lost = await host.workbook.pin(at("A20"));
    await host.changeLines("remove-row-by-range", 19, 1);
    const bytes = await xlsxOf(host.engine.save(), host.engine);
    const workbookPart = new TextDecoder().decode(unzipSync(bytes)["xl/workbook.xml"]);
    expect(workbookPart).toContain(`<definedName hidden="1" name="${pin}">Sheet1!$B$5:$C$8</definedName>`);
    const { snapshot, notKept } = await snapshotOf(bytes);
    expect(notKept).toEqual([]);
    const other = new HeadlessWorkbook();
    other.engine.open(snapshot);
    expect(await other.workbook.pinned([pin, lost])).toEqual([at("B5:C8"), null]);
    expect(await other.workbook.namedRanges()).toEqual([]);
    const values = new TextDecoder().decode(unzipSync(await xlsxOf(host.engine.save(), host.engine, "values"))["xl/workbook.xml"]);
    expect(values).not.toContain("_headroom.");
  });

  it("belongs to its workbook: another that is opened knows nothing of it", async () => {
    const { host, where } = await opened();
    host.open();
    expect(await where()).toBeNull();
  });
});

describe("what has been written into a standing sheet of the built-in workbook", () => {
  const rows = 6_000;
  const cells = Array.from({ length: rows }, (_, row) => [{ value: row }, { value: `第 ${row} 行`, format: "@" }]);
  const block = { sheet: "Sheet1", row: 0, column: 0, cells };
  const raw = (host: HeadlessWorkbook, row: number, column: number) => {
    const cell = host.engine.book.getSheetBySheetId("1")?.getCellRaw(row, column);
    return cell && { ...cell, s: cell.s && host.engine.book.getStyles().get(cell.s) };
  };
  const settled = (host: HeadlessWorkbook) => host.workbook.settled();

  it("is one step of the undo history, however much it is, and may be redone", async () => {
    const host = new HeadlessWorkbook();
    await host.enter({ A1: "before", D1: "=SUM(A1:A6000)" });
    const written = await host.workbook.write({ blocks: [block] });
    expect(await host.value("D1")).toBe((rows * (rows - 1)) / 2);
    host.engine.undo();
    await settled(host);
    await host.engine.calculated();
    expect(await host.values("A1:B2")).toEqual([["before", null], [null, null]]);
    expect(await host.value("D1")).toBe(0);
    expect(host.engine.book.getSheetBySheetId("1")?.getRowCount()).toBe(200);
    host.engine.run(RedoCommand.id);
    await settled(host);
    await host.engine.calculated();
    expect(await host.values("A5999:B6000")).toEqual([[5998, "第 5998 行"], [5999, "第 5999 行"]]);
    expect(await host.value("D1")).toBe((rows * (rows - 1)) / 2);
    host.engine.undo();
    await settled(host);
    host.engine.undo();
    expect(await host.values("A1:D1")).toEqual([["before", null, null, null]]);
    expect(await written.undo()).toBe(true);
  });

  it("may itself be brought back once the pane has taken it back after other steps", async () => {
    const host = new HeadlessWorkbook();
    const written = await host.workbook.write({ sheets: [{ name: "ECL", columnWidths: [], rows: [[{ formula: "=SUM(Sheet1!A1,1)" }]] }], blocks: [block] });
    await host.enter({ F1: 1 });
    expect(await written.undo()).toBe(true);
    expect(await host.value("A2")).toBeNull();
    host.engine.undo();
    await settled(host);
    await host.engine.calculated();
    expect(await host.values("A1:A3")).toEqual([[0], [1], [2]]);
    expect(await host.value("A1", "ECL")).toBe(1);
  });

  it("calculates what depends on it once, not for every slice", async () => {
    const host = new HeadlessWorkbook();
    await host.enter({ D1: "=SUM(A1:A6000)" });
    let calculations = 0;
    host.engine.onCommand((id) => (calculations += id === SetFormulaCalculationStartMutation.id ? 1 : 0));
    await host.workbook.write({ blocks: [block] });
    expect(await host.value("D1")).toBe((rows * (rows - 1)) / 2);
    expect(calculations).toBe(1);
  });

  it("lays its look over the one a cell has, and leaves exactly that one when it is undone", async () => {
    const host = new HeadlessWorkbook();
    const style = { it: 1, bg: { rgb: "#ff0000" }, bd: { b: { s: 1, cl: { rgb: "#000000" } } }, n: { pattern: "0.0" } };
    host.engine.run(SetRangeValuesMutation.id, { unitId: host.engine.unitId, subUnitId: "1", cellValue: { 0: { 0: { v: 5, t: 2, s: style, custom: { mark: 1 } }, 1: { v: "a", t: 1 } } } });
    const before = [raw(host, 0, 0), raw(host, 0, 1)];
    const written = await host.workbook.write({ blocks: [{ sheet: "Sheet1", row: 0, column: 0, cells: [[{ value: 1, style: "total", format: "0.00%" }, { formula: "=SUM(A1,1)", style: "header", wrap: true }]] }] });
    expect(raw(host, 0, 0)).toMatchObject({ v: 1, s: { it: 1, bl: 1, n: { pattern: "0.00%" }, bg: { rgb: "#ff0000" } } });
    expect(raw(host, 0, 1)).toMatchObject({ f: "=SUM(A1,1)", s: { bl: 1, ht: 2, tb: 3 } });
    expect(await written.undo()).toBe(true);
    expect([raw(host, 0, 0), raw(host, 0, 1)]).toEqual(before);
  });

  it("keeps rows and sheets where they are, and the history, until it stands", async () => {
    const host = new HeadlessWorkbook();
    await host.workbook.writeFormula({ sheet: "Sheet1", row: 0, column: 5, rows: 1, columns: 1 }, "=SUM(1,2)");
    const refused: boolean[] = [];
    const line = { startRow: 0, endRow: 0, startColumn: 0, endColumn: 39 };
    const target = { unitId: host.engine.unitId, subUnitId: "1" };
    await host.workbook.write({ blocks: [block] }, {
      onProgress: () => refused.push(host.engine.run(InsertRowMutation.id, { ...target, range: line }), host.engine.run(RemoveSheetMutation.id, { ...target, subUnitName: "Sheet1" }), host.engine.undo()),
    });
    expect(new Set(refused)).toEqual(new Set([false]));
    expect(await host.values("A1:F1")).toEqual([[0, "第 0 行", null, null, null, 3]]);
    expect(host.engine.run(InsertRowMutation.id, { ...target, range: line })).toBe(true);
  });

  it("may be a sheet of any size, with what is calculated from it", async () => {
    const host = new HeadlessWorkbook();
    const written = await host.workbook.write({ sheets: [{ name: "Sum", columnWidths: [], rows: [[{ formula: "=SUM(Ledger!A1:A6000)" }]] }, { name: "Ledger", columnWidths: [12], rows: cells }] });
    expect(await host.value("A1", "Sum")).toBe((rows * (rows - 1)) / 2);
    expect(await host.values("A6000:B6000", "Ledger")).toEqual([[5999, "第 5999 行"]]);
    host.engine.undo();
    expect((await host.workbook.sheets()).map(({ name }) => name)).toEqual(["Sheet1"]);
    host.engine.run(RedoCommand.id);
    await settled(host);
    await host.engine.calculated();
    expect(await host.value("A1", "Sum")).toBe((rows * (rows - 1)) / 2);
    await host.enter({ A3000: 7 }, "Ledger");
    expect(await written.undo()).toBe(false);
    await host.enter({ A3000: 2999 }, "Ledger");
    expect(await written.undo()).toBe(true);
  });

  it("leaves nothing of a large sheet that fails or is stopped midway", async () => {
    const host = new HeadlessWorkbook();
    const stop = new AbortController();
    const sheets = [{ name: "Ledger", columnWidths: [], rows: cells }];
    await expect(host.workbook.write({ sheets }, { signal: stop.signal, onProgress: (count) => count > 4_000 && stop.abort() })).rejects.toThrow("stopped");
    vi.spyOn(host.engine, "writeUnheard").mockReturnValueOnce(true).mockReturnValueOnce(false);
    await expect(host.workbook.write({ sheets })).rejects.toThrow("host-failed");
    expect((await host.workbook.sheets()).map(({ name }) => name)).toEqual(["Sheet1"]);
  });
});
