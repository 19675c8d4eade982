import { type CellBlock, type RangeAddress } from "../address.ts";
import { type Written, WorkbookRefusal } from "../port.ts";
import { checkOnSheet, rangeOn } from "./cell-block.ts";
import { entryOf, type ExcelCell, excelCells } from "./cell-entry.ts";
import { inExcel } from "./excel-batch.ts";

const loaded = "values,formulas,numberFormat";

/** Writes a formula into one cell and keeps what stood there, to put it back. */
export async function writtenFormula(address: RangeAddress, formula: string): Promise<Written> {
  const cell: CellBlock = { row: address.row, column: address.column, rows: 1, columns: 1 };
  checkOnSheet(cell);
  const { id, before, after } = await inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItem(address.sheet);
    const range = rangeOn(sheet, cell);
    sheet.load("id,protection/protected");
    range.load(`${loaded},format/protection/locked`);
    await context.sync();
    refuseLocked(sheet, range, address.sheet);
    const before = imageOf(range);
    range.formulas = [[formula]];
    range.load("values,formulas");
    await context.sync();
    // As Excel has written it: it may mend the case of a name.
    return { id: sheet.id, before, after: formulaIn(range) };
  }, address.sheet);
  return { sheets: [address.sheet], undo: () => putBack(id, cell, before, after) };
}

interface Image extends ExcelCell {
  readonly numberFormat: string;
}

/** Puts back what stood in the cell. What a person has typed there since stays: that is no longer ours. */
async function putBack(id: string, cell: CellBlock, before: Image, after: unknown): Promise<boolean> {
  return inExcel(async (context) => {
    // By its id: the sheet may bear another name by now.
    const sheet = context.workbook.worksheets.getItemOrNullObject(id);
    sheet.load("name,protection/protected");
    await context.sync();
    if (sheet.isNullObject) return true;
    const range = rangeOn(sheet, cell);
    range.load(`${loaded},format/protection/locked`);
    await context.sync();
    const now = formulaIn(range);
    if (now !== after) return now === before.formula;
    refuseLocked(sheet, range, sheet.name);
    range.formulas = [[entryOf(before)]];
    range.numberFormat = [[before.numberFormat]];
    await context.sync();
    return true;
  });
}

const formulaIn = (range: Excel.Range) => excelCells(range)[0]?.[0]?.formula;

function imageOf(range: Excel.Range): Image {
  const [[cell] = []] = excelCells(range);
  const numberFormat: unknown = range.numberFormat[0]?.[0];
  return { value: cell?.value ?? "", formula: cell?.formula ?? "", numberFormat: typeof numberFormat === "string" ? numberFormat : "General" };
}

function refuseLocked(sheet: Excel.Worksheet, range: Excel.Range, name: string): void {
  if (sheet.protection.protected && range.format.protection.locked) throw new WorkbookRefusal({ code: "sheet-protected", sheet: name });
}
