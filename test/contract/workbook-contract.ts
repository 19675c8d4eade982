import { beforeEach, describe, expect, it, vi } from "vitest";
import { blockOf, type RangeAddress } from "../../src/workbook/address.ts";
import { type CellValue, type SheetPlan, type Workbook, WorkbookRefusal } from "../../src/workbook/port.ts";
import { stateSheet } from "../../src/workbook/state.ts";
import { blockContract } from "./block-contract.ts";
import { pinContract } from "./pin-contract.ts";

/** What a person does in the host itself, past the port. */
export interface Person {
  /** Types an entry: a formula where it begins with "=", a text where it begins with "'" (left out of it), else the value as it is. */
  types(sheet: string, cell: string, entry: string | number | boolean): Promise<void>;
  selects(sheet: string, block: string): Promise<void>;
  addsSheet(name: string): Promise<void>;
  renamesSheet(name: string, newName: string): Promise<void>;
  deletesSheet(name: string): Promise<void>;
  /** The height of a row as it is set, in pixels, counted from 0; undefined where nothing set it. */
  seesHeight(sheet: string, row: number): Promise<number | undefined>;
  /** Puts rows in before a row, counted from 0, or deletes rows from it on; likewise columns. */
  insertsRows(sheet: string, row: number, count: number): Promise<void>;
  deletesRows(sheet: string, row: number, count: number): Promise<void>;
  insertsColumns(sheet: string, column: number, count: number): Promise<void>;
  deletesColumns(sheet: string, column: number, count: number): Promise<void>;
  /** Gives a block a name that holds in the whole workbook. */
  namesBlock(name: string, sheet: string, block: string): Promise<void>;
  /** Makes the host fail once, at the n-th block of cells it is given from now on. */
  letsFail(nth: number): void;
  /** Absent where the host knows no protection of sheets. */
  protectsSheet?(name: string): Promise<void>;
  /** Begins to type into a cell without finishing; absent where that cannot stand in the way. */
  startsEditing?(): Promise<void>;
}

/** A new workbook with one empty sheet, "Sheet1", whose A1 is selected. */
export interface Opened {
  readonly workbook: Workbook;
  readonly person: Person;
}

export const on = (sheet: string, block: string): RangeAddress => {
  const cells = blockOf(block);
  if (!cells) throw new Error(`${block} is no block`);
  return { sheet, ...cells };
};

/** The issue an act is refused with; undefined where it is not. */
export async function refusal(act: Promise<unknown>) {
  try {
    await act;
  } catch (error) {
    if (error instanceof WorkbookRefusal) return error.issue;
    throw error;
  }
  return undefined;
}

const plan = (name: string, ...rows: SheetPlan["rows"]): SheetPlan => ({ name, columnWidths: [20, 12], rows });

/**
 * The contract of a workbook. Every adapter runs it: `open` gives a new workbook for each test.
 * The engine behind must calculate SUM and SEQUENCE and spill; `able` says what the host knows besides.
 */
export function workbookContract(open: () => Promise<Opened>, able: { readonly protection: boolean; readonly editing: boolean; readonly cellsPerSlice: number }) {
  let workbook: Workbook;
  let person: Person;
  beforeEach(async () => {
    ({ workbook, person } = await open());
  });

  const contents = (sheet: string, block: string) => workbook.read(on(sheet, block));
  const values = async (sheet: string, block: string) => (await contents(sheet, block)).map((row) => row.map(({ value }) => value));
  const names = async () => (await workbook.sheets()).map(({ name }) => name);
  /** Values once the host has calculated. */
  const settled = (sheet: string, block: string, expected: CellValue[][]) =>
    vi.waitFor(async () => expect(await values(sheet, block)).toEqual(expected), { timeout: 5_000 });

  describe("the sheets of a workbook", () => {
    it("are listed in their order with the cells in use from A1 on", async () => {
      await person.addsSheet("应收账款");
      await person.types("应收账款", "B3", 7);
      await person.types("应收账款", "C1", "'账龄");
      expect(await workbook.sheets()).toEqual([
        { name: "Sheet1", rows: 0, columns: 0 },
        { name: "应收账款", rows: 3, columns: 3 },
      ]);
    });

    it("are found under their present names", async () => {
      await person.types("Sheet1", "A1", 5);
      await person.renamesSheet("Sheet1", "2024");
      expect(await values("2024", "A1")).toEqual([[5]]);
      expect(await refusal(contents("Sheet1", "A1"))).toEqual({ code: "sheet-missing", sheet: "Sheet1" });
    });
  });

  describe("the selection", () => {
    it("is the block a person has selected, with its sheet", async () => {
      expect(await workbook.selection()).toEqual(on("Sheet1", "A1"));
      await person.addsSheet("ECL");
      await person.selects("ECL", "B2:D5");
      expect(await workbook.selection()).toEqual(on("ECL", "B2:D5"));
    });

    it("moves to a block that is asked for, on another sheet too", async () => {
      await person.addsSheet("ECL");
      await workbook.select(on("ECL", "C3:C4"));
      expect(await workbook.selection()).toEqual(on("ECL", "C3:C4"));
      await workbook.select(on("Sheet1", "B2"));
      expect(await workbook.selection()).toEqual(on("Sheet1", "B2"));
    });

    it("stays where it is when the block is on no sheet", async () => {
      expect(await refusal(workbook.select(on("ECL", "A1")))).toEqual({ code: "sheet-missing", sheet: "ECL" });
      expect(await workbook.selection()).toEqual(on("Sheet1", "A1"));
    });
  });

  describe("reading", () => {
    it("tells numbers, texts, truths, blanks and errors apart, and formulas from values", async () => {
      await person.types("Sheet1", "A1", 1905.61);
      await person.types("Sheet1", "B1", "'资产组");
      await person.types("Sheet1", "C1", true);
      await person.types("Sheet1", "A2", "=SUM(A1,0.39)");
      await person.types("Sheet1", "B2", "=1/0");
      await settled("Sheet1", "A2:B2", [[1906, "#DIV/0!"]]);
      expect(await contents("Sheet1", "A1:C2")).toEqual([
        [{ value: 1905.61, formula: null }, { value: "资产组", formula: null }, { value: true, formula: null }],
        [{ value: 1906, formula: "=SUM(A1,0.39)" }, { value: "#DIV/0!", formula: "=1/0" }, { value: null, formula: null }],
      ]);
    });

    it("never takes a text for a formula because it looks like one", async () => {
      await person.types("Sheet1", "A1", "'=SUM(1,2)");
      expect(await contents("Sheet1", "A1")).toEqual([[{ value: "=SUM(1,2)", formula: null }]]);
    });

    it("gives every cell of a block, also where nothing stands", async () => {
      await person.types("Sheet1", "B2", 1);
      expect(await values("Sheet1", "A1:C3")).toEqual([[null, null, null], [null, 1, null], [null, null, null]]);
    });

    it("is refused for a sheet that is gone and for cells that no sheet has", async () => {
      await person.addsSheet("ECL");
      await person.deletesSheet("ECL");
      expect(await refusal(contents("ECL", "A1"))).toEqual({ code: "sheet-missing", sheet: "ECL" });
      expect(await refusal(workbook.read({ sheet: "Sheet1", row: 2_000_000, column: 0, rows: 1, columns: 1 }))).toEqual({ code: "range-missing" });
    });
  });

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

  blockContract(() => ({ workbook, person }), able);
  pinContract(() => ({ workbook, person }));

  describe("listeners", () => {
    const heard = async (act: () => Promise<unknown>) => {
      const calls: (readonly RangeAddress[] | null)[] = [];
      const leave = workbook.onChanged((changed) => calls.push(changed));
      // The host takes notice of a listener a little later.
      await workbook.sheets();
      await new Promise((resolve) => setTimeout(resolve, 50));
      await act();
      await vi.waitFor(() => expect(calls).not.toEqual([]));
      await new Promise((resolve) => setTimeout(resolve, 50));
      leave();
      return calls.filter((changed) => changed !== null).flat();
    };

    it("hear which cells a person has typed into", async () => {
      expect(await heard(() => person.types("Sheet1", "C3", 7))).toEqual([on("Sheet1", "C3")]);
    });

    it("hear which blocks this program has written, each of them once", async () => {
      await person.addsSheet("Ledger");
      const cells = Array.from({ length: 3 }, () => [{ value: 1 }, { value: 2 }]);
      const changed = await heard(() => workbook.write({ blocks: [{ sheet: "Sheet1", row: 1, column: 1, cells }, { sheet: "Ledger", row: 0, column: 0, cells }] }));
      expect(changed).toEqual([on("Sheet1", "B2:C4"), on("Ledger", "A1:B3")]);
    });

    it("hear nothing of documents saved in the file", async () => {
      await workbook.saveState("settings", 1);
      const listener = vi.fn();
      const leave = workbook.onChanged(listener);
      await workbook.sheets();
      await new Promise((resolve) => setTimeout(resolve, 50));
      listener.mockClear();
      await workbook.saveState("settings", 2);
      await new Promise((resolve) => setTimeout(resolve, 50));
      leave();
      expect(listener.mock.calls.filter(([changed]) => changed !== null)).toEqual([]);
    });

    it("hear of values a person changes, and of those calculated from them, until they leave", async () => {
      await person.types("Sheet1", "B1", "=SUM(A1,1)");
      const listener = vi.fn();
      const leave = workbook.onChanged(listener);
      await vi.waitFor(async () => {
        await person.types("Sheet1", "A1", 1);
        expect(listener).toHaveBeenCalled();
      });
      await settled("Sheet1", "B1", [[2]]);
      leave();
      await workbook.sheets();
      await new Promise((resolve) => setTimeout(resolve, 50));
      listener.mockClear();
      await person.types("Sheet1", "A1", 2);
      await settled("Sheet1", "B1", [[3]]);
      expect(listener).not.toHaveBeenCalled();
    });

    it("hear of another selection, until they leave", async () => {
      const listener = vi.fn();
      const leave = workbook.onSelected(listener);
      await vi.waitFor(async () => {
        await person.selects("Sheet1", "A1");
        await person.selects("Sheet1", "C3");
        expect(listener).toHaveBeenCalled();
      });
      leave();
      await workbook.sheets();
      await new Promise((resolve) => setTimeout(resolve, 50));
      listener.mockClear();
      await person.selects("Sheet1", "D4");
      await workbook.selection();
      expect(listener).not.toHaveBeenCalled();
    });

    it("may leave before the host has taken notice of them", async () => {
      const listener = vi.fn();
      workbook.onChanged(listener)();
      workbook.onSelected(listener)();
      await person.types("Sheet1", "A1", 1);
      await person.selects("Sheet1", "C3");
      await workbook.sheets();
      expect(listener).not.toHaveBeenCalled();
    });
  });

  describe("documents saved in the file", () => {
    it("are null before, and the same afterwards, whatever their length", async () => {
      expect(await workbook.loadState("settings")).toBeNull();
      const long = { resultLanguage: "zh-CN", note: `=账龄 '${"😀".repeat(40_000)}` };
      await workbook.saveState("settings", long);
      expect(await workbook.loadState("settings")).toEqual(long);
      await workbook.saveState("settings", { resultLanguage: "en-US" });
      expect(await workbook.loadState("settings")).toEqual({ resultLanguage: "en-US" });
    });

    it("stand side by side, also when saved at the same time", async () => {
      await Promise.all([workbook.saveState("settings", 1), workbook.saveState("links", 2), workbook.saveState("wizard", 3)]);
      expect(await Promise.all(["settings", "links", "wizard"].map((key) => workbook.loadState(key)))).toEqual([1, 2, 3]);
    });

    it("show in no list of sheets and move no selection", async () => {
      await person.selects("Sheet1", "C3");
      await workbook.saveState("settings", 1);
      expect(await names()).toEqual(["Sheet1"]);
      expect(await workbook.selection()).toEqual(on("Sheet1", "C3"));
    });

    it("are refused where a newer version of the add-in wrote them, and stay as they are", async () => {
      await workbook.saveState("settings", 1);
      await person.types(stateSheet, "A1", "'headroom:settings:99:1");
      const newer = { code: "state-newer", key: "settings", version: 99 };
      expect(await refusal(workbook.loadState("settings"))).toEqual(newer);
      expect(await refusal(workbook.saveState("settings", 2))).toEqual(newer);
      expect(await values(stateSheet, "A1:B1")).toEqual([["headroom:settings:99:1", "|1|"]]);
    });

    it("are refused where they are damaged, kept aside, and can be saved anew", async () => {
      await workbook.saveState("settings", 1);
      await person.types(stateSheet, "B1", "'|{|");
      expect(await refusal(workbook.loadState("settings"))).toEqual({ code: "state-unreadable", key: "settings" });
      await workbook.saveState("settings", 2);
      expect(await workbook.loadState("settings")).toBe(2);
      expect((await values(stateSheet, "A1:B2")).flat()).toContain("|{|");
    });
  });
}
