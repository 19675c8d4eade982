import type { CellBlock } from "../address.ts";
import type { CellValue } from "../port.ts";
import { savedState, type StateCells, stateSheet, withState } from "../state.ts";
import { Turns } from "../turns.ts";
import { rangeOn } from "./cell-block.ts";
import { inExcel } from "./excel-batch.ts";
import { standingNames } from "./written-sheets.ts";

/** The documents saved in the file. Saving reads and writes the whole sheet, so one waits for the other. */
export class SavedDocuments {
  private readonly turns = new Turns();

  load(key: string): Promise<unknown> {
    return this.turns.next(() => inExcel(async (context) => savedState((await stateCells(context)) ?? [], key)));
  }

  save(key: string, value: unknown): Promise<void> {
    return this.turns.next(() =>
      inExcel(async (context) => {
        const found = await stateCells(context);
        const cells = withState(found ?? [], key, value);
        if (!found) await standingNames(context);
        const sheet = found ? context.workbook.worksheets.getItem(stateSheet) : context.workbook.worksheets.add(stateSheet);
        rangeOn(sheet, blockFor(cells)).values = cells.map((row) => row.map((cell) => cell ?? ""));
        sheet.visibility = "VeryHidden";
        await context.sync();
      }),
    );
  }
}

const blockFor = (cells: StateCells): CellBlock => ({ row: 0, column: 0, rows: cells.length, columns: cells[0]?.length ?? 1 });

/** What the sheet of the documents holds from A1 on; undefined where there is no such sheet. */
async function stateCells(context: Excel.RequestContext): Promise<CellValue[][] | undefined> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(stateSheet);
  sheet.load("id");
  await context.sync();
  if (sheet.isNullObject) return undefined;
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("rowIndex,columnIndex,values");
  await context.sync();
  if (used.isNullObject) return [];
  const values = used.values as CellValue[][];
  const blankColumns = Array.from({ length: used.columnIndex }, () => null);
  return [...Array.from({ length: used.rowIndex }, () => []), ...values.map((row) => [...blankColumns, ...row])];
}
