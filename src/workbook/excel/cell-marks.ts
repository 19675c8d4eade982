import type { RangeAddress } from "../address.ts";
import { isMarkFormula, markFills, markFormula } from "../mark.ts";
import { type Mark, WorkbookRefusal } from "../port.ts";
import { checkOnSheet, rangeOn } from "./cell-block.ts";
import { inExcel } from "./excel-batch.ts";

/**
 * Shows marks in place of all that are shown, those of an earlier session too: as conditional formats with a condition of ours,
 * which lie over the user's formats and leave them as they are. A protected sheet among those to change is refused before any changes.
 */
export function shownMarks(marks: readonly Mark[]): Promise<void> {
  for (const { range } of marks) checkOnSheet(range);
  return inExcel(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name,items/protection/protected");
    await context.sync();
    const sheetOf = sheetsByName(worksheets.items);
    const marked = marks.map((mark) => ({ ...mark, sheet: sheetOf(mark.range) }));
    const old = await standingMarks(context, worksheets.items);
    for (const { sheet } of [...old, ...marked]) if (sheet.protection.protected) throw new WorkbookRefusal({ code: "sheet-protected", sheet: sheet.name });
    for (const { format } of old) format.delete();
    for (const { sheet, range, kind } of marked) {
      const format = rangeOn(sheet, range).conditionalFormats.add("Custom");
      format.custom.rule.formula = markFormula(kind);
      format.custom.format.fill.color = markFills[kind];
      format.priority = 0;
    }
    await context.sync();
  });
}

function sheetsByName(sheets: readonly Excel.Worksheet[]): (range: RangeAddress) => Excel.Worksheet {
  const byName = new Map(sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  return ({ sheet: name }) => {
    const sheet = byName.get(name.toLowerCase());
    if (!sheet) throw new WorkbookRefusal({ code: "sheet-missing", sheet: name });
    return sheet;
  };
}

interface StandingMark {
  readonly sheet: Excel.Worksheet;
  readonly format: Excel.ConditionalFormat;
}

/** Our conditional formats, wherever a person may have copied them to. */
async function standingMarks(context: Excel.RequestContext, sheets: readonly Excel.Worksheet[]): Promise<StandingMark[]> {
  const all = sheets.map((sheet) => ({ sheet, formats: sheet.getRange().conditionalFormats }));
  for (const { formats } of all) formats.load("items/type");
  await context.sync();
  const custom = all.flatMap(({ sheet, formats }) => formats.items.filter(({ type }) => type === "Custom").map((format) => ({ sheet, format })));
  for (const { format } of custom) format.custom.rule.load("formula");
  await context.sync();
  return custom.filter(({ format }) => isMarkFormula(format.custom.rule.formula));
}
