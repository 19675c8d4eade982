import { type Look, looks, pixelsOf } from "../look.ts";
import type { CellPlan, CellValue, SheetPlan } from "../port.ts";
import { rowHeights } from "../row-height.ts";
import { BooleanNumber, BorderStyleTypes, CellValueType, HorizontalAlign, type ICellData, type IStyleData, type IWorksheetData, VerticalAlign, WrapStrategy } from "./engine.ts";

// Room below and beside what is written, so that a person can go on working there.
const spare = { rows: 60, columns: 6 };
const least = { rows: 120, columns: 26 };

/** A planned sheet as the engine stores one, with its cells or without. */
export function sheetData(id: string, name: string, plan: SheetPlan, cells: "filled" | "blank" = "filled"): Partial<IWorksheetData> {
  const width = plan.rows.reduce((widest, row) => Math.max(widest, row.length), plan.columnWidths.length);
  const { frozenRows: rows = 0, frozenColumns: columns = 0 } = plan;
  return {
    id,
    name,
    rowCount: Math.max(least.rows, plan.rows.length + spare.rows),
    columnCount: Math.max(least.columns, width + spare.columns),
    cellData: Object.fromEntries(
      (cells === "blank" ? [] : plan.rows).map((row, r) => [r, Object.fromEntries(row.flatMap((cell, c) => (cell ? [[c, cellData(cell)] as const] : [])))] as const),
    ),
    columnData: Object.fromEntries(plan.columnWidths.map((characters, column) => [column, { w: pixelsOf(characters) }])),
    rowData: Object.fromEntries(rowHeights(plan).flatMap((h, row) => (h === undefined ? [] : [[row, { h, ia: BooleanNumber.FALSE }] as const]))),
    mergeData: (plan.merged ?? []).map(({ row, column, rows, columns }) => ({ startRow: row, startColumn: column, endRow: row + rows - 1, endColumn: column + columns - 1 })),
    freeze: { xSplit: columns, ySplit: rows, startRow: rows > 0 ? rows : -1, startColumn: columns > 0 ? columns : -1 },
  };
}

function cellData(cell: CellPlan): ICellData {
  const { value = null, formula } = cell;
  return formula === undefined ? { ...valueData(value), ...lookData(cell) } : { f: formula, ...lookData(cell) };
}

/** The look of a planned cell; nothing where none is planned. */
export function lookData({ style, format, wrap, align }: CellPlan): Pick<ICellData, "s"> {
  if (style === undefined && format === undefined && !wrap && align === undefined) return {};
  const s = styleData({ ...(style ? looks[style] : {}), ...(align ? { align } : {}) }, format, wrap);
  return Object.keys(s).length > 0 ? { s: { ...s, vt: VerticalAlign.MIDDLE } } : {};
}

/** A value as the engine stores it. A text keeps its type, or the engine would read "5%" or "=A1" in it. */
export function valueData(value: CellValue): ICellData {
  if (value === null) return {};
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: value, t: typeof value === "number" ? CellValueType.NUMBER : CellValueType.STRING };
}

const aligned = { left: HorizontalAlign.LEFT, center: HorizontalAlign.CENTER, right: HorizontalAlign.RIGHT } as const;
const lines = { thin: BorderStyleTypes.THIN, double: BorderStyleTypes.DOUBLE } as const;

function styleData({ bold, italic, size, color, fill, align, borderTop, borderBottom, borderColor = "#000000" }: Look, format?: string, wrap?: boolean): IStyleData {
  const line = (kind: keyof typeof lines) => ({ s: lines[kind], cl: { rgb: borderColor } });
  return {
    ...(bold ? { bl: BooleanNumber.TRUE } : {}),
    ...(italic ? { it: BooleanNumber.TRUE } : {}),
    ...(size ? { fs: size } : {}),
    ...(color ? { cl: { rgb: color } } : {}),
    ...(fill ? { bg: { rgb: fill } } : {}),
    ...(align ? { ht: aligned[align] } : {}),
    ...(borderTop || borderBottom ? { bd: { ...(borderTop ? { t: line(borderTop) } : {}), ...(borderBottom ? { b: line(borderBottom) } : {}) } } : {}),
    ...(format ? { n: { pattern: format } } : {}),
    ...(wrap ? { tb: WrapStrategy.WRAP } : {}),
  };
}
