import { beforeEach, describe, expect, it } from "vitest";
import type { Workbook } from "../../src/workbook/port.ts";
import { blockContract } from "./block-contract.ts";
import { documentContract } from "./document-contract.ts";
import { formulaContract } from "./formula-contract.ts";
import { listenerContract } from "./listener-contract.ts";
import { type Able, looking, on, type Opened, type Person, refusal } from "./opened-workbook.ts";
import { pinContract } from "./pin-contract.ts";
import { sheetContract } from "./sheet-contract.ts";

/**
 * The contract of a workbook. Every adapter runs it: `open` gives a new workbook for each test.
 * The engine behind must calculate SUM and SEQUENCE and spill; `able` says what the host knows besides.
 */
export function workbookContract(open: () => Promise<Opened>, able: Able) {
  let workbook: Workbook;
  let person: Person;
  const opened = () => ({ workbook, person });
  beforeEach(async () => {
    ({ workbook, person } = await open());
  });

  const { contents, values, settled } = looking(opened);

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

  formulaContract(opened, able);
  sheetContract(opened);
  blockContract(opened, able);
  pinContract(opened);
  listenerContract(opened);
  documentContract(opened);
}
