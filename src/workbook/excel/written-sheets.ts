import type { CellBlock } from "../address.ts";
import { countOf } from "../block-plan.ts";
import type { Pace } from "../pace.ts";
import { type CellValue, type SheetPlan, WorkbookRefusal } from "../port.ts";
import { freeSheetNames } from "../sheet-name.ts";
import { cellsPerRequest, covers, rangeOn, strips } from "./cell-block.ts";
import { inExcel, inExcelLater } from "./excel-batch.ts";
import { loadTakenNames, nameBlocks, removeNames } from "./planned-names.ts";
import { isFilled, layOut, plannedBlock, plannedEntries } from "./sheet-layout.ts";

interface AddedSheet {
  readonly id: string;
  readonly plan: SheetPlan;
  /** The formulas of the planned block as Excel took them. */
  readonly formulas: readonly (readonly CellValue[])[];
}

/** Sheets that have been added. */
export interface AddedSheets {
  readonly names: readonly string[];
  /** Takes away those that stand, whatever is on them by now. */
  remove(): Promise<void>;
  /** Takes them away where they are as written, once `first` has been done; false where they are not. */
  takeAway(first: () => Promise<void>): Promise<boolean>;
}

/** Adds sheets as one step: all of them stand as planned, or none is left. */
export async function writtenSheets(plans: readonly SheetPlan[], pace: Pace): Promise<AddedSheets> {
  if (plans.length === 0) return { names: [], remove: () => Promise.resolve(), takeAway: async (first) => (await first(), true) };
  const begun: string[] = [];
  const named: string[] = [];
  try {
    const { names, added } = await inExcel(async (context) => {
      const { worksheets } = context.workbook;
      const takenNames = loadTakenNames(context.workbook, plans);
      const names = freeSheetNames(plans.map(({ name }) => name), await standingNames(context));
      const sheets = names.map((name) => worksheets.add(name));
      for (const sheet of sheets) sheet.load("id");
      await context.sync();
      begun.push(...sheets.map(({ id }) => id));
      named.push(...nameBlocks(context.workbook, sheets, plans, takenNames()));
      const added = await filled(context, sheets, plans, pace);
      return { names, added };
    });
    return { names, remove: () => removed(begun, named), takeAway: (first) => takenAway(added, named, first) };
  } catch (error) {
    await removed(begun, named);
    throw error;
  }
}

/** The names of all sheets; refuses a workbook that takes no new ones. */
export async function standingNames(context: Excel.RequestContext): Promise<string[]> {
  const { worksheets, protection } = context.workbook;
  worksheets.load("items/name");
  protection.load("protected");
  await context.sync();
  if (protection.protected) throw new WorkbookRefusal({ code: "workbook-protected" });
  return worksheets.items.map(({ name }) => name);
}

/** Writes what was planned. All sheets stand already, so that formulas find each other. */
async function filled(context: Excel.RequestContext, sheets: readonly Excel.Worksheet[], plans: readonly SheetPlan[], pace: Pace): Promise<AddedSheet[]> {
  const loads: { readonly id: string; readonly plan: SheetPlan; readonly ranges: Excel.Range[] }[] = [];
  let [waiting, planned] = [0, 0];
  const sync = async () => {
    context.workbook.application.suspendApiCalculationUntilNextSync();
    await context.sync();
    pace.wrote(planned);
    pace.check();
    [waiting, planned] = [0, 0];
  };
  for (const [index, plan] of plans.entries()) {
    const sheet = sheets[index];
    const block = plannedBlock(plan);
    if (!sheet) continue;
    const ranges: Excel.Range[] = [];
    for (const strip of block ? strips(block) : []) {
      const range = rangeOn(sheet, strip);
      range.formulas = plannedEntries(plan, strip);
      range.load("formulas");
      ranges.push(range);
      waiting += strip.rows * strip.columns;
      planned += countOf(plan.rows, strip.row, strip.row + strip.rows);
      if (waiting >= cellsPerRequest) await sync();
    }
    layOut(sheet, plan);
    loads.push({ id: sheet.id, plan, ranges });
  }
  sheets[0]?.activate();
  await sync();
  return loads.map(({ id, plan, ranges }) => ({ id, plan, formulas: ranges.flatMap((range) => range.formulas as CellValue[][]) }));
}

async function removed(ids: readonly string[], names: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  // Where a person has begun to type meanwhile, this waits for the end of it.
  await inExcelLater(async (context) => {
    await removeNames(context, names, ids);
    for (const sheet of await standing(context, ids)) sheet.delete();
    await context.sync();
  });
}

/** Those of the sheets that have not been deleted. */
async function standing(context: Excel.RequestContext, ids: readonly string[]): Promise<Excel.Worksheet[]> {
  const sheets = ids.map((id) => context.workbook.worksheets.getItemOrNullObject(id));
  for (const sheet of sheets) sheet.load("id");
  await context.sync();
  return sheets.filter((sheet) => !sheet.isNullObject);
}

/**
 * Deletes the sheets again, whatever they are called by now. Excel cannot bring a deleted sheet back,
 * so where a person has changed or added a cell on any of them, all stay.
 */
async function takenAway(added: readonly AddedSheet[], names: readonly string[], first: () => Promise<void>): Promise<boolean> {
  return inExcel(async (context) => {
    const sheets = await standing(context, added.map(({ id }) => id));
    if (sheets.length === 0) {
      await first();
      await removeNames(context, names, []);
      return true;
    }
    const found = sheets.flatMap((sheet) => {
      const ours = added.find(({ id }) => id === sheet.id);
      return ours ? [{ ours, ...contentsOf(sheet, ours) }] : [];
    });
    context.workbook.worksheets.load("items/id,items/visibility");
    context.workbook.protection.load("protected");
    await context.sync();
    if (context.workbook.protection.protected) throw new WorkbookRefusal({ code: "workbook-protected" });
    const ids = sheets.map(({ id }) => id);
    const others = context.workbook.worksheets.items.filter(({ id, visibility }) => visibility === "Visible" && !ids.includes(id));
    if (others.length === 0 || found.some(isChanged)) return false;
    await first();
    await removeNames(context, names, ids);
    for (const sheet of sheets) sheet.delete();
    await context.sync();
    return true;
  });
}

interface Contents {
  readonly used: Excel.Range;
  readonly spills: readonly Excel.Range[];
}

function contentsOf(sheet: Excel.Worksheet, { plan }: AddedSheet): Contents {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("rowIndex,columnIndex,formulas");
  const spills = plan.rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => (cell?.formula === undefined ? [] : [rangeOn(sheet, { row, column, rows: 1, columns: 1 }).getSpillingToRangeOrNullObject()])),
  );
  for (const spill of spills) spill.load("rowIndex,columnIndex,rowCount,columnCount");
  return { used, spills };
}

const blockOfRange = ({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): CellBlock => ({ row: rowIndex, column: columnIndex, rows: rowCount, columns: columnCount });

/** Whether a planned cell no longer holds what we wrote, or another one holds something that spilled from nowhere. */
function isChanged({ ours: { plan, formulas }, used, spills }: Contents & { readonly ours: AddedSheet }): boolean {
  const blocks = spills.filter((spill) => !spill.isNullObject).map(blockOfRange);
  const now = (row: number, column: number): CellValue => {
    const cells = used.isNullObject ? undefined : (used.formulas as CellValue[][])[row - used.rowIndex];
    return cells?.[column - (used.isNullObject ? 0 : used.columnIndex)] ?? "";
  };
  const planned = plan.rows.some((cells, row) => cells.some((cell, column) => isFilled(cell) && now(row, column) !== formulas[row]?.[column]));
  if (planned || used.isNullObject) return planned;
  return (used.formulas as CellValue[][]).some((cells, r) =>
    cells.some((value, c) => {
      const [row, column] = [used.rowIndex + r, used.columnIndex + c];
      return value !== "" && !isFilled(plan.rows[row]?.[column]) && !blocks.some((block) => covers(block, row, column));
    }),
  );
}
