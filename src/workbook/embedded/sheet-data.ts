import { type Look, looks, pixelsOf } from "../look.ts";
import type { CellPlan, CellValue, SheetPlan } from "../port.ts";
import { rowHeights } from "../row-height.ts";
import { BooleanNumber, BorderStyleTypes, CellValueType, HorizontalAlign, type ICellData, type IStyleData, type IWorksheetData, VerticalAlign, WrapStrategy } from "./engine.ts";

// Room below and beside what is written, so that a person can go on working there.
const spare = { rows: 60, columns: 6 };
const least = { rows: 120, columns: 26 };

/** A planned sheet as the engine stores one. */
export function sheetData(id: string, name: string, plan: SheetPlan): Partial<IWorksheetData> {
  const width = Math.max(plan.columnWidths.length, ...plan.rows.map((row) => row.length));
  const frozen = plan.frozenRows ?? 0;
  return {
    id,
    name,
    rowCount: Math.max(least.rows, plan.rows.length + spare.rows),
    columnCount: Math.max(least.columns, width + spare.columns),
    cellData: Object.fromEntries(
      plan.rows.map((row, r) => [r, Object.fromEntries(row.flatMap((cell, c) => (cell ? [[c, cellData(cell)] as const] : [])))] as const),
    ),
    columnData: Object.fromEntries(plan.columnWidths.map((characters, column) => [column, { w: pixelsOf(characters) }])),
    rowData: Object.fromEntries(rowHeights(plan).flatMap((h, row) => (h === undefined ? [] : [[row, { h, ia: BooleanNumber.FALSE }] as const]))),
    mergeData: (plan.merged ?? []).map(({ row, column, rows, columns }) => ({ startRow: row, startColumn: column, endRow: row + rows - 1, endColumn: column + columns - 1 })),
    freeze: { xSplit: 0, ySplit: frozen, startRow: frozen > 0 ? frozen : -1, startColumn: -1 },
  };
}

function cellData({ value = null, formula, style, format, wrap, align }: CellPlan): ICellData {
  const s = styleData({ ...(style ? looks[style] : {}), ...(align ? { align } : {}) }, format, wrap);
  const look = Object.keys(s).length > 0 ? { s: { ...s, vt: VerticalAlign.MIDDLE } } : {};
  return formula === undefined ? { ...valueData(value), ...look } : { f: formula, ...look };
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
