import { beforeEach, describe, expect, it } from "vitest";
import type { CellValue, SheetPlan, Workbook } from "../../src/workbook/port.ts";
import { type Able, looking, on, type Opened, type Person, refusal } from "./opened-workbook.ts";

const plan = (name: string, ...rows: SheetPlan["rows"]): SheetPlan => ({ name, columnWidths: [20, 12], rows });

/** The part of the contract that is about writing a formula. */
export function formulaContract(opened: () => Opened, able: Able) {
  let workbook: Workbook;
  let person: Person;
  beforeEach(() => {
    ({ workbook, person } = opened());
  });

  const { contents, values, settled } = looking(opened);

  describe("writing a formula", () => {
    it("calculates it, spills its block, and says on which sheet", async () => {
      const { sheets } = await workbook.writeFormula(on("Sheet1", "B2"), "=SEQUENCE(2,2)");
      expect(sheets).toEqual(["Sheet1"]);
      await settled("Sheet1", "B2:C3", [[1, 2], [3, 4]]);
      expect((await contents("Sheet1", "B2"))[0]?.[0]?.formula).toBe("=SEQUENCE(2,2)");
    });

    it.each<[string, string | number | undefined, { value: CellValue; formula: string | null }]>([
      ["a number", 42, { value: 42, formula: null }],
      ["a text that looks like a formula", "'=A9", { value: "=A9", formula: null }],
      ["a text that looks like a date", "'2024-12-31", { value: "2024-12-31", formula: null }],
      ["a formula", "=SUM(1,2)", { value: 3, formula: "=SUM(1,2)" }],
      ["a blank", undefined, { value: null, formula: null }],
    ])("is undone to %s that stood there, and leaves nothing of its spill", async (_, before, after) => {
      if (before !== undefined) await person.types("Sheet1", "A1", before);
      const written = await workbook.writeFormula(on("Sheet1", "A1"), "=SEQUENCE(2,2)");
      await settled("Sheet1", "A1:B2", [[1, 2], [3, 4]]);
      expect(await written.undo()).toBe(true);
      await settled("Sheet1", "A1:B2", [[after.value, null], [null, null]]);
      expect(await contents("Sheet1", "A1")).toEqual([[after]]);
      expect(await written.undo()).toBe(true);
    });

    it("is not undone over what a person has typed there since", async () => {
      const written = await workbook.writeFormula(on("Sheet1", "A1"), "=SUM(1,2)");
      await person.types("Sheet1", "A1", 12);
      expect(await written.undo()).toBe(false);
      expect(await values("Sheet1", "A1")).toEqual([[12]]);
    });

    it("is undone under the sheet's new name, and has nothing to undo once the sheet is gone", async () => {
      await person.addsSheet("ECL");
      const written = await workbook.writeFormula(on("ECL", "A1"), "=SUM(1,2)");
      await person.renamesSheet("ECL", "坏账准备");
      expect(await written.undo()).toBe(true);
      expect(await values("坏账准备", "A1")).toEqual([[null]]);
      const again = await workbook.writeFormula(on("坏账准备", "A1"), "=SUM(1,2)");
      await person.deletesSheet("坏账准备");
      expect(await again.undo()).toBe(true);
    });

    it("is refused on a sheet that is not there", async () => {
      expect(await refusal(workbook.writeFormula(on("ECL", "A1"), "=SUM(1,2)"))).toEqual({ code: "sheet-missing", sheet: "ECL" });
    });

    if (able.protection) {
      it("is refused on a protected sheet, which keeps what it holds", async () => {
        await person.types("Sheet1", "A1", 42);
        await person.protectsSheet?.("Sheet1");
        expect(await refusal(workbook.writeFormula(on("Sheet1", "A1"), "=SUM(1,2)"))).toEqual({ code: "sheet-protected", sheet: "Sheet1" });
        expect(await values("Sheet1", "A1")).toEqual([[42]]);
      });

      it("cannot be undone on a sheet protected since, and says so", async () => {
        const written = await workbook.writeFormula(on("Sheet1", "A1"), "=SUM(1,2)");
        await person.protectsSheet?.("Sheet1");
        expect(await refusal(written.undo())).toEqual({ code: "sheet-protected", sheet: "Sheet1" });
        expect((await contents("Sheet1", "A1"))[0]?.[0]?.formula).toBe("=SUM(1,2)");
      });
    }
  });

  if (able.editing) {
    it("nothing is read or written while a person is typing into a cell", async () => {
      await person.startsEditing?.();
      expect(await refusal(contents("Sheet1", "A1"))).toEqual({ code: "cell-being-edited" });
      expect(await refusal(workbook.writeFormula(on("Sheet1", "A1"), "=SUM(1,2)"))).toEqual({ code: "cell-being-edited" });
      expect(await refusal(workbook.write({ sheets: [plan("ECL")] }))).toEqual({ code: "cell-being-edited" });
      expect(await refusal(workbook.saveState("settings", 1))).toEqual({ code: "cell-being-edited" });
    });
  }
}
