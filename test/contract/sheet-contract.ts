import { beforeEach, describe, expect, it } from "vitest";
import type { SheetPlan, Workbook } from "../../src/workbook/port.ts";
import { looking, type Opened, type Person } from "./opened-workbook.ts";

const plan = (name: string, ...rows: SheetPlan["rows"]): SheetPlan => ({ name, columnWidths: [20, 12], rows });

/** The part of the contract that is about adding sheets. */
export function sheetContract(opened: () => Opened) {
  let workbook: Workbook;
  let person: Person;
  beforeEach(() => {
    ({ workbook, person } = opened());
  });

  const { contents, values, names, settled } = looking(opened);

  describe("adding sheets", () => {
    it("writes every cell as it was planned: texts stay texts, formulas calculate, the rest stays blank", async () => {
      const texts = ["97.86%", "2024-12-31", "TRUE", "=1+1", "+5", "'", "1,905.61", "00123", "（1.00）"];
      await workbook.write({ sheets: [
        plan("减值测试", [{ value: "单位：万元", style: "title" }, undefined, { value: false }], [{ value: 22330, style: "input", format: "#,##0.00" }, { formula: "=SUM(A2,1905.61)", style: "formula", format: "#,##0.00" }], texts.map((value) => ({ value }))),
      ] });
      await settled("减值测试", "A1:C2", [["单位：万元", null, false], [22330, 24235.61, null]]);
      expect(await contents("减值测试", "A3:I3")).toEqual([texts.map((value) => ({ value, formula: null }))]);
      expect((await contents("减值测试", "B2"))[0]?.[0]?.formula).toBe("=SUM(A2,1905.61)");
    });

    it("shows the first of them, puts them after those that stand, and says their names", async () => {
      const { sheets } = await workbook.write({ sheets: [plan("迁徙率", [{ value: 1 }]), plan("准备", [{ value: 2 }])] });
      expect(sheets).toEqual(["迁徙率", "准备"]);
      expect(await names()).toEqual(["Sheet1", "迁徙率", "准备"]);
      expect((await workbook.selection()).sheet).toBe("迁徙率");
    });

    it("lets their formulas reach each other, whichever comes first", async () => {
      await workbook.write({ sheets: [plan("准备", [{ formula: "=SUM(迁徙率!A1,1)" }]), plan("迁徙率", [{ value: 1 }])] });
      await settled("准备", "A1", [[2]]);
    });

    it("spills blocks beside planned cells", async () => {
      await workbook.write({ sheets: [plan("ECL", [{ formula: "=SEQUENCE(2,1)" }, { value: "年初" }], [undefined, { value: "年末" }])] });
      await settled("ECL", "A1:B2", [[1, "年初"], [2, "年末"]]);
    });

    it("never writes over a sheet that stands: it takes the next free name", async () => {
      await person.addsSheet("ecl");
      await person.types("ecl", "A1", 1);
      const { sheets } = await workbook.write({ sheets: [plan("ECL", [{ value: 2 }]), plan("ECL", [{ value: 3 }])] });
      expect(sheets).toEqual(["ECL (2)", "ECL (3)"]);
      expect(await values("ecl", "A1")).toEqual([[1]]);
      expect(await values("ECL (3)", "A1")).toEqual([[3]]);
    });

    it("merges cells and freezes rows as planned", async () => {
      await workbook.write({ sheets: [{ name: "ECL", columnWidths: [30], frozenRows: 1, rows: [[{ value: "账龄", style: "header" }]], merged: [{ row: 0, column: 0, rows: 1, columns: 3 }] }] });
      expect(await values("ECL", "A1:C1")).toEqual([["账龄", null, null]]);
    });

    it("makes rows as high as their texts need: wrapped ones, merged ones, Chinese ones at twice the width", async () => {
      const chinese = { value: "预计未来现金流量的现值与公允价值减去处置费用后的净额", wrap: true };
      await workbook.write({ sheets: [{ name: "ECL", columnWidths: [20, 40], rows: [[{ value: "账龄" }], [chinese], [chinese], [{ value: "one line\nand another", wrap: true }], [undefined, chinese]], merged: [{ row: 2, column: 0, rows: 1, columns: 2 }] }] });
      const heights = await Promise.all([0, 1, 2, 3, 4].map((row) => person.seesHeight("ECL", row)));
      expect(heights).toEqual([undefined, 66, undefined, 46, 46]);
    });

    it("is undone as one step, spills and all", async () => {
      const written = await workbook.write({ sheets: [plan("ECL", [{ formula: "=SEQUENCE(3,3)" }], [], [], [], [{ value: 1 }]), plan("MARGIN", [{ value: 2 }])] });
      await settled("ECL", "A1:A3", [[1], [4], [7]]);
      expect(await written.undo()).toBe(true);
      expect(await names()).toEqual(["Sheet1"]);
      expect(await written.undo()).toBe(true);
    });

    it("is undone under new names, and where a person has deleted some already", async () => {
      const written = await workbook.write({ sheets: [plan("ECL", [{ value: 1 }]), plan("MARGIN", [{ value: 2 }])] });
      await person.renamesSheet("ECL", "坏账准备");
      await person.deletesSheet("MARGIN");
      expect(await written.undo()).toBe(true);
      expect(await names()).toEqual(["Sheet1"]);
    });

    it.each<[string, string, string | number]>([
      ["changed a planned cell", "A1", 17],
      ["typed beside the planned cells", "H9", "'Checked by CW"],
    ])("leaves the sheets alone where a person has %s since", async (_, cell, entry) => {
      const written = await workbook.write({ sheets: [plan("ECL", [{ value: 1 }, { formula: "=SUM(A1,1)" }]), plan("MARGIN", [{ value: 2 }])] });
      await settled("ECL", "A1:B1", [[1, 2]]);
      await person.types("ECL", cell, entry);
      expect(await written.undo()).toBe(false);
      expect(await names()).toEqual(["Sheet1", "ECL", "MARGIN"]);
    });
  });
}
