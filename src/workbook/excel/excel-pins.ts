import type { RangeAddress } from "../address.ts";
import { newPinName } from "../pin-name.ts";
import type { NamedRange } from "../port.ts";
import { checkOnSheet, rangeOn } from "./cell-block.ts";
import { inExcel } from "./excel-batch.ts";

/** Gives the block a name that shows in no list; Excel has names follow their cells. */
export async function pinned(range: RangeAddress): Promise<string> {
  checkOnSheet(range);
  const name = newPinName();
  await inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItem(range.sheet);
    context.workbook.names.add(name, rangeOn(sheet, range)).visible = false;
    await context.sync();
  }, range.sheet);
  return name;
}

const place = "rowIndex,columnIndex,rowCount,columnCount,worksheet/name";

/** Where the named blocks lie; null where a name is gone, or stands for no cells any more. */
export function placesOf(names: readonly string[]): Promise<(RangeAddress | null)[]> {
  return inExcel(async (context) => {
    const ranges = names.map((name) => context.workbook.names.getItemOrNullObject(name).getRangeOrNullObject());
    for (const range of ranges) range.load(place);
    await context.sync();
    return ranges.map((range) => (range.isNullObject ? null : addressOf(range)));
  });
}

export function unpinned(names: readonly string[]): Promise<void> {
  return inExcel(async (context) => {
    const items = names.map((name) => context.workbook.names.getItemOrNullObject(name));
    await context.sync();
    for (const item of items) if (!item.isNullObject) item.delete();
    await context.sync();
  });
}

/** The tables, and the visible names that stand for one block of cells. */
export function namedRanges(): Promise<NamedRange[]> {
  return inExcel(async (context) => {
    const { names, tables } = context.workbook;
    names.load("items/name,items/visible,items/type");
    tables.load("items/name");
    await context.sync();
    const found = [
      ...tables.items.map((table) => ({ name: table.name, kind: "table" as const, range: table.getRange() })),
      ...names.items.filter(({ visible, type }) => visible && type === "Range").map((item) => ({ name: item.name, kind: "name" as const, range: item.getRangeOrNullObject() })),
    ];
    for (const { range } of found) range.load(place);
    await context.sync();
    return found.flatMap(({ name, kind, range }) => (range.isNullObject ? [] : [{ name, kind, range: addressOf(range) }]));
  });
}

const addressOf = (range: Excel.Range): RangeAddress => ({
  sheet: range.worksheet.name,
  row: range.rowIndex,
  column: range.columnIndex,
  rows: range.rowCount,
  columns: range.columnCount,
});
