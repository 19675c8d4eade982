import { describe, expect, it } from "vitest";
import { RedoCommand } from "../../src/workbook/embedded/engine.ts";
import { HeadlessWorkbook } from "../support/engine.ts";

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
