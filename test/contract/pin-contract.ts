import { beforeEach, describe, expect, it } from "vitest";
import type { Workbook } from "../../src/workbook/port.ts";
import { on, type Opened, type Person, refusal } from "./opened-workbook.ts";

/** The part of the contract that is about blocks followed, and blocks with names. */
export function pinContract(opened: () => Opened) {
  let workbook: Workbook;
  let person: Person;
  const begin = async () => {
    ({ workbook, person } = opened());
    await person.addsSheet("账龄");
  };
  const where = async (pin: string) => (await workbook.pinned([pin]))[0];

  describe("a pinned block", () => {
    beforeEach(begin);

    it.each<[string, string, (sheet: string) => Promise<void>]>([
      ["moves down with rows inserted above it", "B7:C10", (sheet) => person.insertsRows(sheet, 1, 2)],
      ["moves down with rows inserted right above it", "B7:C10", (sheet) => person.insertsRows(sheet, 4, 2)],
      ["grows with rows inserted in it", "B5:C10", (sheet) => person.insertsRows(sheet, 6, 2)],
      ["stays where rows are inserted below it", "B5:C8", (sheet) => person.insertsRows(sheet, 8, 2)],
      ["moves up with rows deleted above it", "B3:C6", (sheet) => person.deletesRows(sheet, 0, 2)],
      ["shrinks with rows deleted in it", "B5:C6", (sheet) => person.deletesRows(sheet, 5, 2)],
      ["shrinks and moves up where rows across its upper edge are deleted", "B4:C6", (sheet) => person.deletesRows(sheet, 3, 2)],
      ["shrinks where rows across its lower edge are deleted", "B5:C6", (sheet) => person.deletesRows(sheet, 6, 4)],
      ["moves right with columns inserted before it", "D5:E8", (sheet) => person.insertsColumns(sheet, 0, 2)],
      ["grows with a column inserted in it", "B5:D8", (sheet) => person.insertsColumns(sheet, 2, 1)],
      ["shrinks with a column deleted in it", "B5:B8", (sheet) => person.deletesColumns(sheet, 2, 1)],
      ["moves left with a column deleted before it", "A5:B8", (sheet) => person.deletesColumns(sheet, 0, 1)],
    ])("%s", async (_, block, change) => {
      const pin = await workbook.pin(on("账龄", "B5:C8"));
      await change("账龄");
      expect(await where(pin)).toEqual(on("账龄", block));
    });

    it("stays where rows of another sheet come and go", async () => {
      const pin = await workbook.pin(on("账龄", "B5:C8"));
      await person.insertsRows("Sheet1", 0, 3);
      expect(await where(pin)).toEqual(on("账龄", "B5:C8"));
    });

    it("is found under the new name of its sheet", async () => {
      const pin = await workbook.pin(on("账龄", "B5:C8"));
      await person.renamesSheet("账龄", "2024 年");
      expect(await where(pin)).toEqual(on("2024 年", "B5:C8"));
    });

    it("is nowhere once all its rows have been deleted, and does not come back with rows that are inserted", async () => {
      const pin = await workbook.pin(on("账龄", "B5:C8"));
      await person.deletesRows("账龄", 3, 6);
      expect(await where(pin)).toBeNull();
      await person.insertsRows("账龄", 3, 6);
      expect(await where(pin)).toBeNull();
    });

    it("is nowhere once its sheet has been deleted, also where another sheet takes its name", async () => {
      const pin = await workbook.pin(on("账龄", "B5:C8"));
      await person.deletesSheet("账龄");
      expect(await where(pin)).toBeNull();
      await person.addsSheet("账龄");
      expect(await where(pin)).toBeNull();
    });

    it("is told in the order asked for, one that was never pinned as nowhere", async () => {
      const [first, second] = [await workbook.pin(on("账龄", "A1")), await workbook.pin(on("Sheet1", "B2:C3"))];
      expect(await workbook.pinned([second, "_headroom.none", first])).toEqual([on("Sheet1", "B2:C3"), null, on("账龄", "A1")]);
      expect(await workbook.pinned([])).toEqual([]);
    });

    it("is followed no longer once unpinned, the others still are", async () => {
      const [first, second] = [await workbook.pin(on("账龄", "A1")), await workbook.pin(on("账龄", "A1"))];
      await workbook.unpin([first, "_headroom.none"]);
      expect(await workbook.pinned([first, second])).toEqual([null, on("账龄", "A1")]);
    });

    it("may be pinned at the same time as others", async () => {
      const pins = await Promise.all(["A1", "B2", "C3"].map((cell) => workbook.pin(on("账龄", cell))));
      expect(await workbook.pinned(pins)).toEqual(["A1", "B2", "C3"].map((cell) => on("账龄", cell)));
    });

    it("is refused on a sheet that is not there, and for cells that no sheet has", async () => {
      expect(await refusal(workbook.pin(on("ECL", "A1")))).toEqual({ code: "sheet-missing", sheet: "ECL" });
      expect(await refusal(workbook.pin({ sheet: "账龄", row: 2_000_000, column: 0, rows: 1, columns: 1 }))).toEqual({ code: "range-missing" });
    });
  });

  describe("the named blocks", () => {
    beforeEach(begin);

    it("are those a person has named; pinned ones are not among them", async () => {
      expect(await workbook.namedRanges()).toEqual([]);
      await person.namesBlock("应收账款", "账龄", "A1:C5");
      await workbook.pin(on("账龄", "A1:C5"));
      expect(await workbook.namedRanges()).toEqual([{ name: "应收账款", range: on("账龄", "A1:C5"), kind: "name" }]);
    });

    it("leave out a name whose cells are gone", async () => {
      await person.namesBlock("应收账款", "账龄", "A1:C5");
      await person.deletesSheet("账龄");
      expect(await workbook.namedRanges()).toEqual([]);
    });
  });
}
