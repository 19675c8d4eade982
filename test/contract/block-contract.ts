import { beforeEach, describe, expect, it, vi } from "vitest";
import { type BlockBefore, type BlockPlan, type CellPlan, type CellValue, type Changes, type Workbook, WorkbookRefusal } from "../../src/workbook/port.ts";
import { type Able, looking, on, type Opened, type Person, refusal } from "./opened-workbook.ts";

const block = (sheet: string, row: number, column: number, ...cells: BlockPlan["cells"]): BlockPlan => ({ sheet, row, column, cells });
const value = (of: CellValue): CellPlan => ({ value: of });

/** The part of the contract that is about writing into sheets that stand. */
export function blockContract(opened: () => Opened, able: Able) {
  let workbook: Workbook;
  let person: Person;
  beforeEach(() => {
    ({ workbook, person } = opened());
  });

  const { contents, values, names, settled } = looking(opened);

  describe("writing into a standing sheet", () => {
    it("puts numbers, texts, truths and formulas in their places, leaves cells alone and empties cells as planned", async () => {
      for (const [cell, entry] of [["A1", 1], ["B1", "=SUM(1,1)"], ["C1", "'旧"], ["A2", 4], ["C2", 6]] as const) await person.types("Sheet1", cell, entry);
      await workbook.write({ blocks: [block("Sheet1", 0, 0, [value(10), undefined, value(null)], [{ formula: "=SUM(A1,B1)" }, value("=A1"), value(true)], [value("2024-12-31"), value("-5"), value("@x")])] });
      await settled("Sheet1", "A1:C3", [[10, 2, null], [12, "=A1", true], ["2024-12-31", "-5", "@x"]]);
      expect((await contents("Sheet1", "A2:B2"))[0]).toEqual([{ value: 12, formula: "=SUM(A1,B1)" }, { value: "=A1", formula: null }]);
    });

    it("leaves what a cell holds where only a look is planned", async () => {
      await person.types("Sheet1", "A1", 42);
      await workbook.write({ blocks: [block("Sheet1", 0, 0, [{ style: "total" }, { format: "0.00%" }])] });
      expect(await values("Sheet1", "A1:B1")).toEqual([[42, null]]);
    });

    it("goes beyond the cells in use, as far as a sheet goes", async () => {
      await workbook.write({ blocks: [block("Sheet1", 999, 59, [value(7)])] });
      expect(await values("Sheet1", "BH1000")).toEqual([[7]]);
      expect(await workbook.sheets()).toEqual([{ name: "Sheet1", rows: 1000, columns: 60 }]);
    });

    it("calculates what depends on the written cells", async () => {
      await person.types("Sheet1", "D1", "=SUM(A1:A2,1)");
      await workbook.write({ blocks: [block("Sheet1", 0, 0, [value(2)], [value(3)])] });
      await settled("Sheet1", "D1", [[6]]);
    });

    it("shows no other sheet, moves no selection and names the sheets written on", async () => {
      await person.addsSheet("ECL");
      await person.selects("Sheet1", "C3");
      const { sheets } = await workbook.write({ blocks: [block("ECL", 0, 0, [value(1)]), block("ECL", 3, 0, [value(2)])] });
      expect(sheets).toEqual(["ECL"]);
      expect(await workbook.selection()).toEqual(on("Sheet1", "C3"));
    });

    it("is one step with sheets that are added, whose formulas reach the cells written", async () => {
      const written = await workbook.write({ sheets: [{ name: "报告", columnWidths: [], rows: [[{ formula: "=SUM(Sheet1!A1,1)" }]] }], blocks: [block("Sheet1", 0, 0, [value(2)])] });
      expect(written.sheets).toEqual(["报告", "Sheet1"]);
      await settled("报告", "A1", [[3]]);
      expect(await written.undo()).toBe(true);
      expect(await names()).toEqual(["Sheet1"]);
      expect(await values("Sheet1", "A1")).toEqual([[null]]);
    });

    it("changes nothing where nothing is planned", async () => {
      const written = await workbook.write({});
      expect(written.sheets).toEqual([]);
      expect(await written.undo()).toBe(true);
    });
  });

  describe("undoing what was written into a standing sheet", () => {
    const mixed = block("Sheet1", 0, 0, [value(1), { formula: "=SEQUENCE(2,2)" }, value(null)], [value("x")]);

    it("puts back numbers, texts, formulas and blanks, and leaves nothing of a spill", async () => {
      for (const [cell, entry] of [["A1", 42], ["B1", "=SUM(A1,1)"], ["C1", "'=A9"], ["C2", 5]] as const) await person.types("Sheet1", cell, entry);
      await person.types("Sheet1", "C2", "=SUM(2,3)");
      const before = await contents("Sheet1", "A1:D3");
      const written = await workbook.write({ blocks: [block("Sheet1", 0, 0, [value(1), { formula: "=SEQUENCE(3,1)" }, value(null)], [value("x"), undefined, value(9)])] });
      await settled("Sheet1", "A1:C3", [[1, 1, null], ["x", 2, 9], [null, 3, null]]);
      expect(await written.undo()).toBe(true);
      await vi.waitFor(async () => expect(await contents("Sheet1", "A1:D3")).toEqual(before));
      expect(await written.undo()).toBe(true);
    });

    it("is not done over what a person has typed since, and then changes nothing", async () => {
      const written = await workbook.write({ sheets: [{ name: "ECL", columnWidths: [], rows: [[value(1)]] }], blocks: [mixed] });
      await settled("Sheet1", "A1:C2", [[1, 1, 2], ["x", 3, 4]]);
      await person.types("Sheet1", "A2", "'y");
      expect(await written.undo()).toBe(false);
      expect(await values("Sheet1", "A1:B2")).toEqual([[1, 1], ["y", 3]]);
      expect(await names()).toEqual(["Sheet1", "ECL"]);
    });

    it("leaves the written cells where a person has changed the sheet added with them", async () => {
      const written = await workbook.write({ sheets: [{ name: "ECL", columnWidths: [], rows: [[value(1)]] }], blocks: [block("Sheet1", 0, 0, [value(2)])] });
      await person.types("ECL", "C3", 5);
      expect(await written.undo()).toBe(false);
      expect(await values("Sheet1", "A1")).toEqual([[2]]);
    });

    it("has nothing to do once a person has put back what was there, or the sheet is gone", async () => {
      await person.types("Sheet1", "A1", 42);
      const written = await workbook.write({ blocks: [block("Sheet1", 0, 0, [value(1)])] });
      await person.types("Sheet1", "A1", 42);
      expect(await written.undo()).toBe(true);
      await person.addsSheet("ECL");
      const other = await workbook.write({ blocks: [block("ECL", 0, 0, [value(1)])] });
      await person.deletesSheet("ECL");
      expect(await other.undo()).toBe(true);
    });

    it("reaches a sheet under its new name", async () => {
      const written = await workbook.write({ blocks: [block("Sheet1", 0, 0, [value(1)])] });
      await person.renamesSheet("Sheet1", "2024");
      expect(await written.undo()).toBe(true);
      expect(await values("2024", "A1")).toEqual([[null]]);
    });
  });

  describe("a writing that is refused", () => {
    const alone = block("Sheet1", 0, 0, [value(1)]);
    const untouched = async () => {
      expect(await values("Sheet1", "A1")).toEqual([[null]]);
      expect(await names()).not.toContain("ECL");
    };
    const step = (refused: BlockPlan): Changes => ({ sheets: [{ name: "ECL", columnWidths: [], rows: [[value(1)]] }], blocks: [alone, refused] });

    it("for a sheet that is not there writes nothing of its step", async () => {
      expect(await refusal(workbook.write(step(block("Gone", 0, 0, [value(1)]))))).toEqual({ code: "sheet-missing", sheet: "Gone" });
      await untouched();
    });

    it("for cells that no sheet has writes nothing of its step", async () => {
      expect(await refusal(workbook.write(step(block("Sheet1", 1_048_575, 0, [value(1)], [value(2)]))))).toEqual({ code: "range-missing" });
      await untouched();
    });

    it("for a cell that a formula elsewhere has spilled into writes nothing of its step", async () => {
      await person.types("Sheet1", "C3", "=SEQUENCE(2,2)");
      await settled("Sheet1", "C3:D4", [[1, 2], [3, 4]]);
      expect(await refusal(workbook.write(step(block("Sheet1", 3, 2, [undefined, value(9)]))))).toEqual({ code: "range-occupied", range: "D4" });
      await untouched();
      await settled("Sheet1", "C3:D4", [[1, 2], [3, 4]]);
    });

    it("is not, where the formula that spills is written over too, and comes back with it", async () => {
      await person.types("Sheet1", "C3", "=SEQUENCE(2,2)");
      await settled("Sheet1", "C3:D4", [[1, 2], [3, 4]]);
      const written = await workbook.write({ blocks: [block("Sheet1", 2, 2, [value(7), value(8)], [value(null), value(9)])] });
      await settled("Sheet1", "C3:D4", [[7, 8], [null, 9]]);
      expect(await written.undo()).toBe(true);
      await settled("Sheet1", "C3:D4", [[1, 2], [3, 4]]);
    });

    if (able.protection) {
      it("for a protected sheet writes nothing of its step", async () => {
        await person.addsSheet("Locked");
        await person.protectsSheet?.("Locked");
        expect(await refusal(workbook.write(step(block("Locked", 0, 0, [value(1)]))))).toEqual({ code: "sheet-protected", sheet: "Locked" });
        await untouched();
      });

      it("to be undone on a sheet protected since stays as it is", async () => {
        const written = await workbook.write({ blocks: [alone] });
        await person.protectsSheet?.("Sheet1");
        expect(await refusal(written.undo())).toEqual({ code: "sheet-protected", sheet: "Sheet1" });
        expect(await values("Sheet1", "A1")).toEqual([[1]]);
      });
    }

    if (able.editing) {
      it("while a person is typing into a cell writes nothing", async () => {
        await person.startsEditing?.();
        expect(await refusal(workbook.write({ blocks: [alone] }))).toEqual({ code: "cell-being-edited" });
      });
    }
  });

  describe("a writing of several slices", () => {
    const slices = 4;
    const rows = (able.cellsPerSlice * slices) / 2;
    const cells = Array.from({ length: rows }, (_, row) => [value(row), value(`第 ${row} 行`)]);
    const large: Changes = { sheets: [{ name: "ECL", columnWidths: [], rows: [[value(1)]] }], blocks: [{ sheet: "Sheet1", row: 1, column: 0, cells }] };
    const places = ["A1:C3", `A${rows / 2}:C${rows / 2 + 1}`, `A${rows}:C${rows + 2}`];
    const picture = async () => [await workbook.sheets(), ...(await Promise.all(places.map((place) => contents("Sheet1", place))))];
    beforeEach(async () => {
      // Row by row of all slices something stands; room for it all is made first.
      await workbook.write({ blocks: [block("Sheet1", rows + 1, 2, [value("end")])] });
      for (const [cell, entry] of [["A2", 42], [`B${rows / 2}`, "=SUM(A2,1)"], [`A${rows + 1}`, "'=A9"], ["C2", 5]] as const) await person.types("Sheet1", cell, entry);
      await settled("Sheet1", `B${rows / 2}`, [[43]]);
    });

    it("puts every cell in its place and tells how far it is, up to the end", async () => {
      const told: [number, number][] = [];
      await workbook.write(large, { onProgress: (written, of) => told.push([written, of]) });
      expect(await values("Sheet1", `A2:B2`)).toEqual([[0, "第 0 行"]]);
      expect(await values("Sheet1", `A${rows}:B${rows + 1}`)).toEqual([[rows - 2, `第 ${rows - 2} 行`], [rows - 1, `第 ${rows - 1} 行`]]);
      expect(told.at(-1)).toEqual([rows * 2 + 1, rows * 2 + 1]);
      expect(told.map(([written]) => written)).toEqual([...told.map(([written]) => written)].sort((a, b) => a - b));
      expect(told.length).toBeGreaterThanOrEqual(slices);
    });

    it("is undone as one step", async () => {
      const before = await picture();
      const written = await workbook.write(large);
      expect(await written.undo()).toBe(true);
      await vi.waitFor(async () => expect(await picture()).toEqual(before));
    });

    it.each(Array.from({ length: slices }, (_, slice) => slice + 1))("that fails at slice %i leaves what was there, the next one works", async (slice) => {
      const before = await picture();
      person.letsFail(slice);
      await expect(workbook.write({ blocks: large.blocks ?? [] })).rejects.toBeInstanceOf(WorkbookRefusal);
      await vi.waitFor(async () => expect(await picture()).toEqual(before));
      await workbook.write(large);
      expect(await values("Sheet1", "A2")).toEqual([[0]]);
    });

    it.each(Array.from({ length: slices }, (_, slice) => slice + 1))("that is stopped at slice %i leaves what was there", async (slice) => {
      const before = await picture();
      const stop = new AbortController();
      let heard = 0;
      const writing = workbook.write(large, { signal: stop.signal, onProgress: (written) => written > 1 && ++heard === slice && stop.abort() });
      expect(await refusal(writing)).toEqual({ code: "stopped" });
      await vi.waitFor(async () => expect(await picture()).toEqual(before));
    });

    it("that is stopped beforehand does nothing", async () => {
      const before = await picture();
      expect(await refusal(workbook.write(large, { signal: AbortSignal.abort() }))).toEqual({ code: "stopped" });
      expect(await picture()).toEqual(before);
    });

    it("gives away what stood there before the first cell changes, as a plan that puts it back", async () => {
      const before = await picture();
      let journal: readonly BlockBefore[] = [];
      await workbook.write({ blocks: large.blocks ?? [] }, {
        journal: async (given) => {
          journal = given;
          expect(await picture()).toEqual(before);
        },
      });
      expect(await values("Sheet1", "A2")).toEqual([[0]]);
      await workbook.write({ blocks: journal });
      await vi.waitFor(async () => expect(await picture()).toEqual(before));
    });

    it("whose journal cannot be kept writes nothing", async () => {
      const before = await picture();
      const full = new Error("no room");
      await expect(workbook.write(large, { journal: () => Promise.reject(full) })).rejects.toBe(full);
      expect(await picture()).toEqual(before);
    });

    it("waits for the one before it", async () => {
      const order: string[] = [];
      const first = workbook.write(large, { onProgress: () => order.push("first") });
      const second = workbook.write({ blocks: [block("Sheet1", 1, 0, [value("second")])] }, { onProgress: () => order.push("second") });
      await Promise.all([first, second]);
      expect(order.lastIndexOf("first")).toBeLessThan(order.indexOf("second"));
      expect(await values("Sheet1", "A2:A3")).toEqual([["second"], [1]]);
    });
  });
}
