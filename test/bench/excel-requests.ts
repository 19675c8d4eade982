import { firstWriting } from "../../src/links/first-writing.ts";
import { noLinks } from "../../src/links/link.ts";
import { delimitedTable } from "../../src/links/source/delimited.ts";
import { ExcelWorkbook } from "../../src/workbook/excel/excel-workbook.ts";
import { OfficeDouble } from "../support/office-double.ts";

/** Links a CSV in the double of Excel; the bytes of values and number formats that each request carried. */
export async function requestSizes(csv: string): Promise<number[]> {
  const office = new OfficeDouble();
  Object.assign(globalThis, office.globals);
  const sizes = [0];
  const count = (value: unknown) => {
    sizes[sizes.length - 1] = (sizes.at(-1) ?? 0) + Buffer.byteLength(JSON.stringify(value)) + 1;
  };
  office.obstacle = (asked) => {
    if (asked === "sync") sizes.push(0);
    return undefined;
  };
  const enter = office.book.enter.bind(office.book);
  office.book.enter = (sheet, row, column, entry) => {
    count(entry);
    enter(sheet, row, column, entry);
  };
  const add = office.book.add.bind(office.book);
  office.book.add = (name) => {
    const sheet = add(name);
    const set = sheet.formats.set.bind(sheet.formats);
    sheet.formats.set = (cell, format) => {
      count(format);
      return set(cell, format);
    };
    return sheet;
  };
  const table = await delimitedTable(Buffer.from(csv), "ledger.csv");
  const draft = { name: "ledger", source: { kind: "csv", file: "ledger.csv" }, columns: table.columns, keys: [0], automatic: false } as const;
  await firstWriting(new ExcelWorkbook(), noLinks, draft, table, { kind: "sheet", name: "ledger" }, { at: "2026-01-31T09:00:00Z", unread: 0 });
  return sizes;
}
