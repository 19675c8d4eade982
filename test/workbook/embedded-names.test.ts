import { describe, expect, it } from "vitest";
import { RemoveDefinedNameMutation, SetDefinedNameMutation } from "../../src/workbook/embedded/engine.ts";
import { HeadlessWorkbook } from "../support/engine.ts";

describe("formulas that mean a name", () => {
  const rate = (cell: string) => ({ id: "rate", name: "rate", formulaOrRefString: `Sheet1!${cell}`, localSheetId: "AllDefaultWorkbook" });

  it("give the figure of its cells after rows have been inserted above them, and after that has been undone", async () => {
    const host = new HeadlessWorkbook();
    const { engine } = host;
    engine.run(SetDefinedNameMutation.id, { unitId: engine.unitId, ...rate("$A$2") });
    await host.enter({ A1: 1, A2: 2, A3: 3, C1: "=rate*10" });
    await host.insertRows(0, 1);
    expect(await host.values("A1:C3")).toEqual([[null, null, null], [1, null, 20], [2, null, null]]);
    engine.undo();
    await engine.calculated();
    expect(await host.value("C1")).toBe(20);
  });

  it("give the figure of its cells after it has been given to others, or taken away", async () => {
    const host = new HeadlessWorkbook();
    const { engine } = host;
    await host.enter({ A1: 1, A2: 2, C1: "=SUM(rate)" });
    for (const [cell, sum] of [["$A$1", 1], ["$A$2", 2], ["$A$1:$A$2", 3]] as const) {
      engine.run(SetDefinedNameMutation.id, { unitId: engine.unitId, ...rate(cell) });
      await engine.calculated();
      expect(await host.value("C1")).toBe(sum);
    }
    engine.run(RemoveDefinedNameMutation.id, { unitId: engine.unitId, ...rate("") });
    await engine.calculated();
    expect(await host.value("C1")).toBe("#NAME?");
  });

  it("mean the name of their own workbook, not of the one that was open before", async () => {
    const host = new HeadlessWorkbook();
    const book = (cell: string) => ({
      sheetOrder: ["1"],
      sheets: { 1: { id: "1", name: "Sheet1", cellData: { 0: { 0: { v: 1, t: 2 }, 1: { f: "=rate*10" } }, 1: { 0: { v: 2, t: 2 } } } } },
      resources: [{ name: "SHEET_DEFINED_NAME_PLUGIN", data: JSON.stringify({ rate: rate(cell) }) }],
    });
    for (const [cell, product] of [["$A$1", 10], ["$A$2", 20]] as const) {
      host.engine.open(book(cell));
      await host.engine.calculated();
      expect(await host.value("B1")).toBe(product);
    }
  });
});
