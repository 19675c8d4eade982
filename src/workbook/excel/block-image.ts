import { a1, type CellBlock } from "../address.ts";
import { blockOfPlan, checkOnSheet, hasContent, hasLook } from "../block-plan.ts";
import { type BlockBefore, type BlockPlan, type CellPlan, type CellValue, WorkbookRefusal } from "../port.ts";
import { cellsPerRequest, rangeOn, strips } from "./cell-block.ts";
import { contentOf } from "./cell-entry.ts";
import { inExcel } from "./excel-batch.ts";
import { lookOptions } from "./cell-look.ts";
import { spilledInto } from "./spilled-cells.ts";

/** What one request writes, and what stood there. */
export interface Strip {
  readonly sheetId: string;
  readonly sheet: string;
  readonly area: CellBlock;
  readonly rows: readonly (readonly (CellPlan | undefined)[])[];
  readonly before: StripImage;
}

export interface StripImage {
  readonly values: readonly (readonly CellValue[])[];
  readonly formulas: readonly (readonly CellValue[])[];
  readonly numberFormats: readonly (readonly string[])[];
  /** Only where the plan gives looks. */
  readonly looks?: readonly (readonly Excel.CellProperties[])[];
}

// Looks are long to tell: Excel on the web answers with 5 MB at most.
const lookedCellsPerRequest = 2_000;

/** The blocks in strips, with what stands there. Refuses what cannot be written. */
export async function imagesOf(blocks: readonly BlockPlan[]): Promise<Strip[]> {
  const areas = blocks.map(({ row, column, ...plan }) => {
    const area = blockOfPlan({ row, column, ...plan });
    checkOnSheet(area ?? { row, column, rows: 1, columns: 1 });
    return area;
  });
  if (blocks.length === 0) return [];
  return inExcel(async (context) => {
    const sheets = blocks.map(({ sheet }) => context.workbook.worksheets.getItemOrNullObject(sheet));
    for (const sheet of sheets) sheet.load("id,name,protection/protected");
    await context.sync();
    const images: Strip[] = [];
    for (const [index, plan] of blocks.entries()) {
      const [sheet, area] = [sheets[index], areas[index]];
      if (!sheet || sheet.isNullObject) throw new WorkbookRefusal({ code: "sheet-missing", sheet: plan.sheet });
      if (!area) continue;
      const perRequest = plan.cells.some((line) => line.some(hasLook)) ? lookedCellsPerRequest : cellsPerRequest;
      for (const strip of strips(area, perRequest)) {
        const rows = plan.cells.slice(strip.row - plan.row, strip.row - plan.row + strip.rows);
        const before = await imageOf(context, sheet, plan, strip, rows);
        images.push({ sheetId: sheet.id, sheet: sheet.name, area: strip, rows, before });
      }
    }
    return images;
  });
}

async function imageOf(context: Excel.RequestContext, sheet: Excel.Worksheet, plan: BlockPlan, area: CellBlock, rows: Strip["rows"]): Promise<StripImage> {
  const range = rangeOn(sheet, area);
  range.load("values,formulas,numberFormat,hasSpill,format/protection/locked");
  const looks = rows.some((line) => line.some(hasLook)) ? range.getCellProperties(lookOptions) : undefined;
  await context.sync();
  // Null where some cells are locked and others are not.
  if (sheet.protection.protected && range.format.protection.locked !== false) throw new WorkbookRefusal({ code: "sheet-protected", sheet: sheet.name });
  const image = { values: range.values as CellValue[][], formulas: range.formulas as CellValue[][], numberFormats: range.numberFormat as string[][] };
  const spilled = range.hasSpill === false ? [] : await spilledInto(context, sheet, area);
  for (const { row, column, parent } of spilled) {
    const planned = (r: number, c: number) => hasContent(plan.cells[r - plan.row]?.[c - plan.column]);
    if (planned(row, column) && !planned(parent.row, parent.column)) throw new WorkbookRefusal({ code: "range-occupied", range: a1({ row, column, rows: 1, columns: 1 }) });
  }
  // What has spilled into a cell comes again with its formula.
  const isSpilled = new Set(spilled.map(({ row, column }) => `${row - area.row},${column - area.column}`));
  const own = (cells: readonly (readonly CellValue[])[]) => (isSpilled.size === 0 ? cells : cells.map((line, r) => line.map((cell, c) => (isSpilled.has(`${r},${c}`) ? "" : cell))));
  return { ...image, values: own(image.values), formulas: own(image.formulas), ...(looks && { looks: looks.value }) };
}

/** What stands where the strips are to be written, as plans that put it back. */
export function plansOf(images: readonly Strip[]): BlockBefore[] {
  return images.map(({ sheet, area: { row, column }, rows, before: { values, formulas, numberFormats } }) => ({
    sheet,
    row,
    column,
    cells: rows.map((line, r) =>
      line.map((plan, c) => {
        if (!plan) return undefined;
        const { value, formula } = contentOf({ value: values[r]?.[c] ?? "", formula: formulas[r]?.[c] ?? "" });
        const format = numberFormats[r]?.[c] ?? "General";
        return formula === null ? { value, format } : { formula, format };
      }),
    ),
  }));
}
