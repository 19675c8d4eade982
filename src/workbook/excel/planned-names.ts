import type { SheetPlan } from "../port.ts";
import { freeRangeNames } from "../range-name.ts";
import { rangeOn } from "./cell-block.ts";

/** Asks for all names that those of the plans must differ from; a table is called by its name too. */
export function loadTakenNames({ names, tables }: Excel.Workbook, plans: readonly SheetPlan[]): () => string[] {
  if (plans.every((plan) => !plan.names?.length)) return () => [];
  names.load("items/name");
  tables.load("items/name");
  return () => [...names.items, ...tables.items].map(({ name }) => name);
}

/** Gives the blocks of added sheets their names, and tells which they got. */
export function nameBlocks({ names }: Excel.Workbook, sheets: readonly Excel.Worksheet[], plans: readonly SheetPlan[], taken: readonly string[]): string[] {
  const planned = plans.flatMap((plan, index) => (plan.names ?? []).map((block) => ({ block, sheet: sheets[index] })));
  const free = freeRangeNames(planned.map(({ block }) => block.name), taken);
  planned.forEach(({ block, sheet }, index) => sheet && names.add(free[index] ?? block.name, rangeOn(sheet, block)));
  return free;
}

/** Takes names away again where they are for blocks of the sheets, or for none any more: without the sheets they would stay behind as #REF!. */
export async function removeNames(context: Excel.RequestContext, given: readonly string[], sheetIds: readonly string[]): Promise<void> {
  if (given.length === 0) return;
  const found = given.map((name) => {
    const item = context.workbook.names.getItemOrNullObject(name);
    return { item, range: item.getRangeOrNullObject() };
  });
  for (const { range } of found) range.load("worksheet/id");
  await context.sync();
  for (const { item, range } of found) if (!item.isNullObject && (range.isNullObject || sheetIds.includes(range.worksheet.id))) item.delete();
  await context.sync();
}
