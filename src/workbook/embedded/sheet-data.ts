import { type Look, looks, pixelsOf } from "../look.ts";
import type { CellPlan, CellValue, SheetPlan } from "../port.ts";
import { BooleanNumber, BorderStyleTypes, CellValueType, HorizontalAlign, type ICellData, type IStyleData, type IWorksheetData, VerticalAlign, WrapStrategy } from "./engine.ts";

// Room below and beside what is written, so that a person can go on working there.
const spare = { rows: 60, columns: 6 };
const least = { rows: 120, columns: 26 };
const standardWidth = 11.9;

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
    rowData: Object.fromEntries(plan.rows.flatMap((row, r) => {
      const h = heightOf(row, r, plan);
      return h > standardHeight ? [[r, { h }] as const] : [];
    })),
    mergeData: (plan.merged ?? []).map(({ row, column, rows, columns }) => ({ startRow: row, startColumn: column, endRow: row + rows - 1, endColumn: column + columns - 1 })),
    freeze: { xSplit: 0, ySplit: frozen, startRow: frozen > 0 ? frozen : -1, startColumn: -1 },
  };
}

// The engine fits rows to their texts only while a person types; these measures are those of its default font, 11 points.
const standardHeight = 24;
const standardSize = 11;
const measure = { narrow: 7.4, wide: 14.7, line: 18.5, margin: 6 } as const;

/** The height of a row that shows its wrapped texts whole. */
function heightOf(row: SheetPlan["rows"][number], r: number, { columnWidths, merged = [] }: SheetPlan): number {
  const heights = row.map((cell, c) => {
    if (!cell?.wrap || typeof cell.value !== "string") return standardHeight;
    const { size = standardSize, bold = false } = cell.style ? looks[cell.style] : {};
    const columns = merged.find((block) => block.row === r && block.column === c)?.columns ?? 1;
    const available = Array.from({ length: columns }, (_, i) => pixelsOf(columnWidths[c + i] ?? standardWidth)).reduce((sum, width) => sum + width, -measure.margin);
    const lines = cell.value.split("\n").map((line) => linesOf(line, (available * standardSize) / (bold ? size * 1.08 : size)));
    return lines.reduce((sum, count) => sum + count, 0) * measure.line * (size / standardSize) + measure.margin;
  });
  return Math.round(Math.max(standardHeight, ...heights));
}

/** How many lines a text takes at a width: parted between words, and between any two wide characters. */
function linesOf(text: string, width: number): number {
  let [lines, filled] = [1, 0];
  for (const [piece] of text.matchAll(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/g)) {
    const length = [...piece].reduce((sum, character) => sum + (character >= "\u2e80" ? measure.wide : measure.narrow), 0);
    if (filled > 0 && filled + length > width) [lines, filled] = [lines + 1, 0];
    // A word longer than the line is cut.
    lines += Math.floor(length / width);
    filled += length % width;
  }
  return lines;
}

function cellData({ value = null, formula, style, format, wrap }: CellPlan): ICellData {
  const s = styleData(style ? looks[style] : {}, format, wrap);
  const look = Object.keys(s).length > 0 ? { s } : {};
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
    ...(wrap ? { tb: WrapStrategy.WRAP, vt: VerticalAlign.MIDDLE } : {}),
  };
}
