import { a1, type CellBlock } from "../address.ts";
import { blockOfPlan, checkOnSheet, hasContent } from "../block-plan.ts";
import { type BlockBefore, type BlockPlan, type CellPlan, WorkbookRefusal } from "../port.ts";
import type { SheetRows } from "./block-writing.ts";
import { contentOf } from "./cell-content.ts";
import type { Engine, IRange, Sheet } from "./engine.ts";

/** Where a block is to be written. Refuses what cannot be written there. */
export function targetOf(engine: Engine, plan: BlockPlan): SheetRows {
  const sheet = sheetOf(engine, plan);
  const { row, column, cells } = plan;
  const area = blockOfPlan(plan);
  checkOnSheet(area ?? { row, column, rows: 1, columns: 1 });
  const planned = (r: number, c: number) => hasContent(cells[r - row]?.[c - column]);
  engine.spilledBlocks(sheet.getSheetId()).forValue((atRow, atColumn, spill) => {
    if (planned(atRow, atColumn)) return;
    const met = area && meeting(area, spill).find(({ r, c }) => planned(r, c));
    if (met) throw new WorkbookRefusal({ code: "range-occupied", range: a1({ row: met.r, column: met.c, rows: 1, columns: 1 }) });
  });
  return { sheetId: sheet.getSheetId(), row, column, cells };
}

function sheetOf(engine: Engine, { sheet: name }: BlockPlan): Sheet {
  const sheet = engine.book.getSheetBySheetName(name);
  if (!sheet) throw new WorkbookRefusal({ code: "sheet-missing", sheet: name });
  return sheet;
}

/** The cells that a block has in common with a spilled one. */
function meeting({ row, column, rows, columns }: CellBlock, { startRow, startColumn, endRow, endColumn }: IRange): { r: number; c: number }[] {
  const met: { r: number; c: number }[] = [];
  for (let r = Math.max(row, startRow); r <= Math.min(row + rows - 1, endRow); r += 1) {
    for (let c = Math.max(column, startColumn); c <= Math.min(column + columns - 1, endColumn); c += 1) met.push({ r, c });
  }
  return met;
}

const rowsPerPiece = 200;

/** What stands where the blocks are to be written, as plans that put it back. */
export function* whatStands(engine: Engine, plans: readonly BlockPlan[]): Generator<number, BlockBefore[]> {
  const found: BlockBefore[] = [];
  for (const plan of plans) {
    const sheet = sheetOf(engine, plan);
    const cells: (CellPlan | undefined)[][] = [];
    for (let from = 0; from < plan.cells.length; from += rowsPerPiece) {
      cells.push(...plan.cells.slice(from, from + rowsPerPiece).map((line, r) => line.map((cell, c) => cell && standing(engine, sheet, plan.row + from + r, plan.column + c))));
      yield 0;
    }
    found.push({ ...plan, cells });
  }
  return found;
}

function standing(engine: Engine, sheet: Sheet, row: number, column: number): CellPlan {
  const cell = sheet.getCellRaw(row, column);
  // What has spilled here is no content of the cell.
  const [[{ value = null, formula = null } = {}] = []] = cell ? contentOf(engine, sheet, { row, column, rows: 1, columns: 1 }) : [];
  const format = (cell?.s && engine.book.getStyles().get(cell.s)?.n?.pattern) || "General";
  return formula === null ? { value, format } : { formula, format };
}
