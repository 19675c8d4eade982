import { argumentsNow, functionOf } from "../calls/call-answer.ts";
import { callOf, callsHeadroom } from "../calls/formula-text.ts";
import { type Argument, argumentOf } from "../functions/cell.ts";
import type { RangeAddress } from "../workbook/address.ts";
import { type CellValue, type Workbook, WorkbookRefusal } from "../workbook/port.ts";
import { plain, sameContent } from "./cell-print.ts";
import { type ResultEffect, resultEffect } from "./effect.ts";
import { blockContents } from "./block-contents.ts";
import { type SlicedRun, Slices } from "./source/slices.ts";

/** A cell whose value a person follows: one of our formulas, or a cell marked as watched. */
export interface Result {
  readonly cell: RangeAddress;
  /** What stands left of it, else its function, else nothing. */
  readonly label: string;
  readonly value: CellValue;
  /** Where the formula is one call of our functions that could be read: its arguments. */
  readonly call?: { readonly id: string; readonly args: readonly Argument[] };
}

/** A result that is another than before. */
export interface ChangedResult {
  readonly cell: RangeAddress;
  readonly label: string;
  readonly before: CellValue;
  readonly after: CellValue;
  /** Where it is one call of our functions: which, and its figures with their causes. Without, only what the cell shows is known. */
  readonly id?: string;
  readonly effect?: ResultEffect;
}

// As many cells are read at once as leave the pane answering.
const slice = 4_000;

/** The results of the workbook as they are now; those within a block that a link writes are no results. */
export async function results(workbook: Workbook, watched: readonly string[], except: readonly RangeAddress[], run: SlicedRun = {}): Promise<Result[]> {
  const slices = new Slices(run);
  const ofSheets = slices.part(0, 0.9);
  const found: Result[] = [];
  const within = (block: RangeAddress) => except.some((written) => lies(block, written));
  const sheets = await workbook.sheets();
  for (const [index, sheet] of sheets.entries()) {
    const step = Math.max(1, Math.floor(slice / Math.max(1, sheet.columns)));
    for (let top = 0; top < sheet.rows; top += step) {
      const block = { sheet: sheet.name, row: top, column: 0, rows: Math.min(step, sheet.rows - top), columns: sheet.columns };
      if (within(block)) continue;
      await ofSheets.rest((index + top / sheet.rows) / sheets.length);
      for (const [row, cells] of (await workbook.read(block)).entries()) {
        for (const [column, { value, formula }] of cells.entries()) {
          const cell = { sheet: sheet.name, row: top + row, column, rows: 1, columns: 1 };
          if (formula === null || !callsHeadroom(formula) || within(cell)) continue;
          const call = await callNow(workbook, formula, sheet.name);
          found.push({ cell, label: textBefore(cells.slice(0, column).map((each) => each.value)) ?? call?.id ?? "", value, ...(call && { call }) });
        }
      }
    }
  }
  return [...found, ...(await watchedResults(workbook, watched, found, slices.part(0.9, 1)))];
}

/** Which results are others by now, read anew where they stand. */
export async function changedResults(workbook: Workbook, before: readonly Result[], run: SlicedRun = {}): Promise<ChangedResult[]> {
  const slices = new Slices(run);
  const changed: ChangedResult[] = [];
  for (const [index, { cell, label, value, call }] of before.entries()) {
    await slices.rest(index / before.length);
    const [[now] = []] = await workbook.read(cell).catch(gone);
    if (!now) continue;
    const fn = call && functionOf(call.id);
    const after = call && now.formula !== null ? await callNow(workbook, now.formula, cell.sheet) : undefined;
    const effect = fn && after && after.id === call.id ? resultEffect(fn, call.args, after.args) : undefined;
    const moved = effect ? effect.figures.length > 0 || effect.refused.before !== effect.refused.after : !sameContent(plain(value), plain(now.value));
    if (moved) changed.push({ cell, label, before: value, after: now.value, ...(effect && call && { id: call.id, effect }) });
  }
  return changed;
}

async function watchedResults(workbook: Workbook, pins: readonly string[], found: readonly Result[], slices: Slices): Promise<Result[]> {
  const watched: Result[] = [];
  const known = new Set(found.map(({ cell }) => placeOf(cell)));
  for (const block of await workbook.pinned(pins)) {
    if (!block) continue;
    const rows = await blockContents(workbook, { ...block, column: 0, columns: block.column + block.columns }, slices);
    rows.forEach((cells, row) => {
      for (let column = block.column; column < block.column + block.columns; column += 1) {
        const cell = { sheet: block.sheet, row: block.row + row, column, rows: 1, columns: 1 };
        if (known.has(placeOf(cell))) continue;
        known.add(placeOf(cell));
        const label = textBefore(cells.slice(0, column).map((each) => each.value)) ?? "";
        watched.push({ cell, label, value: cells[column]?.value ?? null });
      }
    });
  }
  return watched;
}

const placeOf = ({ sheet, row, column }: RangeAddress) => `${row} ${column} ${sheet}`;

async function callNow(workbook: Workbook, formula: string, sheet: string): Promise<Result["call"]> {
  const call = callOf(formula);
  if (!call || !functionOf(call.id)) return undefined;
  const values = await argumentsNow(workbook, call.arguments, sheet).catch(gone);
  return values && values.length > 0 ? { id: call.id, args: values.map(argumentOf) } : undefined;
}

/** What cannot be read is nothing to be compared. */
function gone(error: unknown): [] {
  if (error instanceof WorkbookRefusal) return [];
  throw error;
}

const lies = (cell: RangeAddress, block: RangeAddress) =>
  cell.sheet === block.sheet && cell.row >= block.row && cell.column >= block.column && cell.row + cell.rows <= block.row + block.rows && cell.column + cell.columns <= block.column + block.columns;

const textBefore = (values: readonly CellValue[]) => values.findLast((value): value is string => typeof value === "string" && value.trim() !== "");
