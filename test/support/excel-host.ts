import { afterEach, beforeEach, vi } from "vitest";
import { ExcelWorkbook } from "../../src/workbook/excel/excel-workbook.ts";
import { type SheetPlan, WorkbookRefusal } from "../../src/workbook/port.ts";
import { OfficeDouble } from "./office-double.ts";
import { personAt } from "./office-person.ts";

export const A1 = { sheet: "Sheet1", row: 0, column: 0, rows: 1, columns: 1 };

export const plan = (name: string, rows: SheetPlan["rows"]): SheetPlan => ({ name, columnWidths: [], rows });

/** What an act is refused for; an error that is no refusal comes as it is. */
export const refusal = (act: Promise<unknown>) => act.then(() => undefined, (error: unknown) => (error instanceof WorkbookRefusal ? error.issue : error));

/** A double of Excel with one empty sheet, anew for every test of the file, and a person at it. */
class ExcelHost {
  office = new OfficeDouble();
  workbook = new ExcelWorkbook();
  person = personAt(this.office);

  sheetNames(): readonly string[] {
    return this.office.book.sheets.map(({ name }) => name);
  }

  /** Lets the n-th of something fail with a code of Office. */
  failing(what: string, nth: number, code: string): void {
    let count = 0;
    this.office.obstacle = (asked) => (asked === what && ++count === nth ? code : undefined);
  }
}

export function excelHost(): ExcelHost {
  const excel = new ExcelHost();
  beforeEach(() => {
    Object.assign(excel, new ExcelHost());
    for (const [name, value] of Object.entries(excel.office.globals)) vi.stubGlobal(name, value);
  });
  afterEach(() => vi.unstubAllGlobals());
  return excel;
}
