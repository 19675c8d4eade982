import { describe, expect, it, vi } from "vitest";
import { InsertRowMutation, RedoCommand, RemoveSheetMutation, SetFormulaCalculationStartMutation, SetRangeValuesMutation } from "../../src/workbook/embedded/engine.ts";
import { HeadlessWorkbook } from "../support/engine.ts";

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

  it("is told as calculated before a new sheet with it is shown, for which the page has its turn", async () => {
    const host = new HeadlessWorkbook();
    await host.enter({ D1: "=SUM(1,2)" });
    const seen: unknown[] = [];
    const look = (when: string) => seen.push([when, host.engine.book.getActiveSheet()?.getName(), host.engine.book.getSheets().at(-1)?.getCellRaw(0, 1)?.v]);
    const sheets = [{ name: "Ledger", columnWidths: [], rows: [[{ value: 2 }, { formula: "=A1*2" }], ...cells] }];
    await host.workbook.write({ sheets }, {
      onCalculated: () => {
        look("told");
        setTimeout(() => look("turn"));
      },
    });
    look("written");
    expect(seen).toEqual([["told", "Sheet1", 4], ["turn", "Sheet1", 4], ["written", "Ledger", 4]]);
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
