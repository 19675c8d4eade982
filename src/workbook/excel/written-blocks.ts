import { countOf, hasContent } from "../block-plan.ts";
import type { Pace } from "../pace.ts";
import { type CellContent, type CellPlan, type CellValue, WorkbookRefusal } from "../port.ts";
import type { Strip, StripImage } from "./block-image.ts";
import { covers, rangeOn } from "./cell-block.ts";
import { contentOf, entryOf, excelCells, plainEntry } from "./cell-entry.ts";
import { putLooksBack } from "./cell-look.ts";
import { inExcelLater } from "./excel-batch.ts";
import { dressCells } from "./sheet-layout.ts";

interface WrittenStrip extends Strip {
  /** The formulas as Excel took them. */
  readonly taken: readonly (readonly CellValue[])[] | undefined;
}

/** Strips written into standing sheets, a request each. */
export class WrittenBlocks {
  private readonly strips: readonly Strip[];
  private begun: (Strip | WrittenStrip)[] = [];

  constructor(strips: readonly Strip[]) {
    this.strips = strips;
  }

  async write(pace: Pace): Promise<void> {
    for (const strip of this.strips) {
      pace.check();
      this.begun.push(strip);
      // Between two requests a person may have begun to type: the next one waits.
      const taken = await inExcelLater((context) => put(context, strip));
      this.begun.splice(-1, 1, { ...strip, taken });
      pace.wrote(countOf(strip.rows, 0, strip.rows.length));
    }
    pace.check();
  }

  /** Puts back what stood there, the last strip first. */
  async putBack(): Promise<void> {
    for (let strip = this.begun.at(-1); strip; strip = this.begun.at(-1)) {
      await restored(strip);
      this.begun.pop();
    }
  }

  /** Whether the cells are as written, as before, or otherwise. Refuses where they cannot be put back. */
  async state(): Promise<"written" | "before" | "changed"> {
    let state: "written" | "before" = "before";
    for (const strip of this.begun) {
      const found = await stateOf(strip);
      if (found === "changed") return found;
      if (found === "written") state = found;
    }
    return state;
  }
}

async function put(context: Excel.RequestContext, { sheetId, area, rows }: Strip): Promise<CellValue[][] | undefined> {
  const sheet = context.workbook.worksheets.getItem(sheetId);
  const range = rangeOn(sheet, area);
  const { application } = context.workbook;
  application.suspendApiCalculationUntilNextSync();
  application.suspendScreenUpdatingUntilNextSync();
  range.formulas = filled(rows, area.columns, (cell) => (hasContent(cell) ? (cell.formula ?? plainEntry(cell.value ?? null)) : null));
  range.numberFormat = filled(rows, area.columns, (cell) => cell?.format ?? null);
  dressCells(sheet, area, rows);
  const hasFormulas = rows.some((line) => line.some((cell) => cell?.formula !== undefined));
  if (hasFormulas) range.load("formulas");
  await context.sync();
  return hasFormulas ? (range.formulas as CellValue[][]) : undefined;
}

function filled<T>(rows: Strip["rows"], columns: number, entry: (cell: CellPlan | undefined, row: number, column: number) => T): T[][] {
  return rows.map((line, r) => Array.from({ length: columns }, (_, c) => entry(line[c], r, c)));
}

function restored({ sheetId, area, rows, before }: Strip): Promise<void> {
  return inExcelLater(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId);
    await context.sync();
    if (sheet.isNullObject) return;
    const range = rangeOn(sheet, area);
    range.formulas = filled(rows, area.columns, (cell, r, c) => (cell ? entryOf(cellBefore(before, r, c)) : null));
    range.numberFormat = filled(rows, area.columns, (cell, r, c) => (cell ? (before.numberFormats[r]?.[c] ?? "General") : null));
    if (before.looks) putLooksBack(range, before.looks);
    await context.sync();
  });
}

const cellBefore = ({ values, formulas }: StripImage, r: number, c: number) => ({ value: values[r]?.[c] ?? "", formula: formulas[r]?.[c] ?? "" });

function stateOf(strip: Strip | WrittenStrip): Promise<"written" | "before" | "changed"> {
  const { sheetId, area, rows, before } = strip;
  return inExcelLater(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId);
    sheet.load("name,protection/protected");
    await context.sync();
    if (sheet.isNullObject) return "before";
    const range = rangeOn(sheet, area);
    range.load("values,formulas,format/protection/locked");
    const spills = rows.flatMap((line, r) =>
      line.flatMap((cell, c) => (cell?.formula === undefined ? [] : [rangeOn(sheet, { row: area.row + r, column: area.column + c, rows: 1, columns: 1 }).getSpillingToRangeOrNullObject()])),
    );
    for (const spill of spills) spill.load("rowIndex,columnIndex,rowCount,columnCount");
    await context.sync();
    const now = excelCells({ values: range.values as CellValue[][], formulas: range.formulas as CellValue[][] }).map((line) => line.map(contentOf));
    const blocks = spills.flatMap((spill) => (spill.isNullObject ? [] : [{ row: spill.rowIndex, column: spill.columnIndex, rows: spill.rowCount, columns: spill.columnCount }]));
    const holds = (expected: (cell: CellPlan, r: number, c: number) => CellContent | undefined) =>
      rows.every((line, r) => line.every((cell, c) => !hasContent(cell) || isSame(now[r]?.[c], expected(cell, r, c))));
    if (holds((_, r, c) => contentOf(cellBefore(before, r, c)))) return "before";
    const taken = "taken" in strip ? strip.taken : undefined;
    const isWritten = holds((cell, r, c) => {
      if (cell.formula !== undefined) return { value: null, formula: String(taken?.[r]?.[c] ?? "") };
      // An empty cell may show what one of the written formulas has spilled into it.
      const isShown = cell.value === null && blocks.some((block) => covers(block, area.row + r, area.column + c));
      return isShown ? now[r]?.[c] : { value: cell.value === "" ? null : (cell.value ?? null), formula: null };
    });
    if (!isWritten) return "changed";
    if (sheet.protection.protected && range.format.protection.locked !== false) throw new WorkbookRefusal({ code: "sheet-protected", sheet: sheet.name });
    return "written";
  });
}

const isSame = (now: CellContent | undefined, expected: CellContent | undefined) =>
  now !== undefined && expected !== undefined && now.formula === expected.formula && (now.formula !== null || now.value === expected.value);
