import type { RangeAddress } from "../../workbook/address.ts";
import type { CellValue, Workbook } from "../../workbook/port.ts";
import { sourceTable } from "./raw-table.ts";
import { Slices, type ReadingRun } from "./slices.ts";
import { SourceRefusal, type SourceTable } from "./source-table.ts";

// As many cells are read at once as leave the pane answering.
const CELLS_AT_ONCE = 4_000;

/** A range of the workbook as a source: its first row that holds anything names the columns; blank rows are left out. Values, not formulas. */
export async function rangeTable(workbook: Workbook, range: RangeAddress, run: ReadingRun = {}): Promise<SourceTable> {
  const slices = new Slices(run);
  const used = await usedPart(workbook, range);
  const rows: { readonly cells: readonly CellValue[]; readonly sheetRow: number }[] = [];
  const step = Math.max(1, Math.floor(CELLS_AT_ONCE / Math.max(1, used.columns)));
  for (let top = 0; top < used.rows; top += step) {
    const block = { ...used, row: used.row + top, rows: Math.min(step, used.rows - top) };
    for (const [index, contents] of (await workbook.read(block)).entries()) {
      const cells = contents.map(({ value }) => (value === "" ? null : value));
      if (cells.some((cell) => cell !== null)) rows.push({ cells, sheetRow: block.row + index + 1 });
    }
    slices.check();
    await slices.rest(top / used.rows);
  }
  const [header, ...body] = rows;
  if (!header) throw new SourceRefusal({ code: "source-empty" });
  const names = header.cells.map((cell) => String(cell ?? ""));
  // What is text in a cell is meant as text.
  const texts = new Set(names.flatMap((_, column) => (body.some(({ cells }) => typeof cells[column] === "string") ? [column] : [])));
  return sourceTable({ names, rows: body.map(({ cells }) => cells), placeOf: (row) => ({ sheetRow: body[row]?.sheetRow ?? 0 }), faults: [], texts }, slices);
}

/** The part of a range that holds anything: whole columns may have been selected. */
async function usedPart(workbook: Workbook, range: RangeAddress): Promise<RangeAddress> {
  const sheet = (await workbook.sheets()).find(({ name }) => name === range.sheet);
  const rows = Math.min(range.rows, (sheet?.rows ?? 0) - range.row);
  const columns = Math.min(range.columns, (sheet?.columns ?? 0) - range.column);
  return { ...range, rows: Math.max(0, rows), columns: Math.max(0, columns) };
}
