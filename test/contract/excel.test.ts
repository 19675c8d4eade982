import { afterEach, describe, vi } from "vitest";
import { ExcelWorkbook } from "../../src/workbook/excel/excel-workbook.ts";
import { OfficeDouble } from "../support/office-double.ts";
import { personAt } from "../support/office-person.ts";
import { workbookContract } from "./workbook-contract.ts";

afterEach(() => vi.unstubAllGlobals());

describe("the workbook in Excel", () => {
  workbookContract(
    () => {
      const office = new OfficeDouble();
      for (const [name, value] of Object.entries(office.globals)) vi.stubGlobal(name, value);
      return Promise.resolve({ workbook: new ExcelWorkbook(), person: personAt(office) });
    },
    { protection: true, editing: true, cellsPerSlice: 20_000 },
  );
});
