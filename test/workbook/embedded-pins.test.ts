import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { RedoCommand } from "../../src/workbook/embedded/engine.ts";
import { snapshotOf } from "../../src/workbook/embedded/xlsx-open.ts";
import { xlsxOf } from "../../src/workbook/embedded/xlsx-save.ts";
import { blockAt, HeadlessWorkbook } from "../support/engine.ts";

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
