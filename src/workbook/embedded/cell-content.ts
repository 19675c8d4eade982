import type { CellBlock } from "../address.ts";
import type { CellContent, CellValue } from "../port.ts";
import { CellValueType, type Engine, type ICellData, type Nullable, type Sheet } from "./engine.ts";

/** The contents of a block, spilled cells included, in full precision. */
export function contentOf(engine: Engine, sheet: Sheet, { row, column, rows, columns }: CellBlock): CellContent[][] {
  const id = sheet.getSheetId();
  const spilled = engine.spilledCells(id);
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => {
      const [atRow, atColumn] = [row + r, column + c];
      const cell = sheet.getCellRaw(atRow, atColumn);
      const formula = cell?.f || cell?.si ? engine.formula(id, atRow, atColumn) : null;
      const own = valueOf(cell, formula !== null);
      return { value: own ?? valueOf(spilled.getValue(atRow, atColumn), true), formula };
    }),
  );
}

const cellsPerPiece = 1_000;

/** The same, piece by piece. */
export function* contentInPieces(engine: Engine, sheet: Sheet, { row, rows, ...lines }: CellBlock): Generator<number, CellContent[][]> {
  const found: CellContent[][] = [];
  const height = Math.max(1, Math.floor(cellsPerPiece / lines.columns));
  for (let from = 0; from < rows; from += height) {
    found.push(...contentOf(engine, sheet, { ...lines, row: row + from, rows: Math.min(height, rows - from) }));
    yield 0;
  }
  return found;
}

/** The rows and columns in use, from A1 on. */
export function usedSize(engine: Engine, sheet: Sheet): { rows: number; columns: number } {
  let [rows, columns] = [0, 0];
  const include = (cells: Cells, computed: boolean) => {
    for (const [row, line] of Object.entries(cells)) {
      // From the end: of most rows of a large table only the last cell is looked at.
      const last = Object.keys(line ?? {}).findLast((column) => isUsed(line?.[Number(column)], computed));
      if (last === undefined) continue;
      rows = Math.max(rows, Number(row) + 1);
      columns = Math.max(columns, Number(last) + 1);
    }
  };
  include(sheet.getCellMatrix().getMatrix(), false);
  include(engine.spilledCells(sheet.getSheetId()).getMatrix(), true);
  return { rows, columns };
}

type Cells = Readonly<Record<number, Readonly<Record<number, Nullable<ICellData>>> | undefined>>;

const isUsed = (cell: Nullable<ICellData>, computed: boolean) => Boolean(cell?.f || cell?.si) || valueOf(cell, computed) !== null;

/** The formula whose result fills a cell: its own, or the one that spills over it. */
export function fillingFormula(engine: Engine, sheet: Sheet, row: number, column: number): { readonly row: number; readonly column: number } | undefined {
  const cell = sheet.getCellRaw(row, column);
  if (cell?.f || cell?.si) return { row, column };
  let found: { row: number; column: number } | undefined;
  engine.spilledBlocks(sheet.getSheetId()).forValue((startRow, startColumn, block) => {
    const inside = row >= block.startRow && row <= block.endRow && column >= block.startColumn && column <= block.endColumn;
    if (inside) found = { row: startRow, column: startColumn };
  });
  return found;
}

/** What a cell holds. The empty text is a value only as the result of a formula. */
function valueOf(cell: Nullable<ICellData>, computed: boolean): CellValue {
  if (!cell) return null;
  const value = cell.v ?? textOf(cell);
  if (value === undefined || (value === "" && !computed)) return null;
  if (cell.t === CellValueType.BOOLEAN) return value === true || value === 1 || value === "1" || value === "TRUE";
  return value;
}

/** The text of a cell that was typed with line breaks or mixed formats. */
function textOf({ p }: ICellData): string | undefined {
  return p?.body?.dataStream.replace(/\r?\n$/, "").replaceAll("\r", "\n");
}
