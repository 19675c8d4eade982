import type { Sheet, WriteSheet } from "hucre";
import type { IWorksheetData } from "./engine.ts";
import { elementsOf } from "./xlsx-parts.ts";
import { fileColor, type Looks, tabColor } from "./xlsx-style.ts";

// A file measures columns in digits of the default font, seven pixels each, and rows in points, 96 pixels to 72.
const pixelsOfWidth = (width: number) => Math.round(width * 7 * 100) / 100;
const pixelsOfPoints = (points: number) => Math.round((points / 0.75) * 100) / 100;
const widthOfPixels = (pixels: number) => pixels / 7;
const pointsOfPixels = (pixels: number) => pixels * 0.75;

/** What a file means where it says nothing: 64 pixels wide, 20 high. */
const standard = { width: 64 / 7, height: 15 };
/** What the engine means where a snapshot says nothing. */
const engineStandard = { width: 88, height: 24 };

const spare = { rows: 200, columns: 10, leastRows: 1000, leastColumns: 26 };

/** All of a sheet but its cells, in the engine's terms. */
export function gridOf(sheet: Sheet, xml: string, looks: Looks): Partial<IWorksheetData> {
  const { freezePane: { rows = 0, columns = 0 } = {}, view } = sheet;
  const [format = {}] = elementsOf(xml, "sheetFormatPr");
  const color = tabColor(view?.tabColor, looks);
  const widest = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const page = JSON.stringify({ pageSetup: withoutAreas(sheet.pageSetup), headerFooter: sheet.headerFooter });
  return {
    name: sheet.name,
    ...(color && { tabColor: color }),
    hidden: sheet.hidden || sheet.veryHidden ? 1 : 0,
    freeze: rows + columns > 0 ? { xSplit: columns, ySplit: rows, startRow: rows, startColumn: columns } : { xSplit: 0, ySplit: 0, startRow: -1, startColumn: -1 },
    rowCount: Math.max(spare.leastRows, sheet.rows.length + spare.rows),
    columnCount: Math.max(spare.leastColumns, widest + spare.columns),
    defaultColumnWidth: pixelsOfWidth(Number(format["defaultColWidth"]) || standard.width),
    defaultRowHeight: pixelsOfPoints(Number(format["defaultRowHeight"]) || standard.height),
    zoomRatio: (view?.zoomScale ?? 100) / 100,
    showGridlines: view?.showGridLines === false ? 0 : 1,
    rightToLeft: view?.rightToLeft ? 1 : 0,
    mergeData: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({ startRow, startColumn: startCol, endRow, endColumn: endCol })),
    columnData: columnsOf(sheet, widest + spare.columns),
    rowData: rowsOf(sheet, xml),
    custom: { ...(sheet.veryHidden && { veryHidden: true }), ...(page !== "{}" && { page }) },
  };
}

const withoutAreas = ({ printArea: _, printTitlesRow: _row, printTitlesColumn: _column, ...setup }: NonNullable<Sheet["pageSetup"]> = {}) =>
  Object.keys(setup).length > 0 ? setup : undefined;

function columnsOf({ columns = [] }: Sheet, drawn: number): NonNullable<IWorksheetData["columnData"]> {
  // A file may set every column to the last one; the engine holds only those of the sheet.
  const used = columns.slice(0, Math.max(drawn, spare.leastColumns));
  return Object.fromEntries(
    used.flatMap(({ width, hidden }, index) => {
      const data = { ...(width !== undefined && { w: pixelsOfWidth(width) }), ...(hidden && { hd: 1 as const }) };
      return Object.keys(data).length > 0 ? [[index, data]] : [];
    }),
  );
}

function rowsOf(sheet: Sheet, xml: string): NonNullable<IWorksheetData["rowData"]> {
  const data: Record<number, { h?: number; ah?: number; ia?: 0 | 1; hd?: 1 }> = {};
  // Heights that the writer of the file fitted to the text, which hucre passes over.
  for (const { r, ht, customHeight } of elementsOf(xml, "row")) {
    if (r && ht && customHeight !== "1" && customHeight !== "true") data[Number(r) - 1] = { ah: pixelsOfPoints(Number(ht)), ia: 1 };
  }
  for (const [row, { height, hidden }] of sheet.rowDefs ?? []) {
    data[row] = { ...data[row], ...(height !== undefined && { h: pixelsOfPoints(height), ia: 0 }), ...(hidden && { hd: 1 }) };
  }
  return data;
}

/** All of a sheet but its cells, in the file's terms. */
export function fileGrid(sheet: Partial<IWorksheetData>): WriteSheet {
  const { name = "", tabColor: tab, hidden, freeze, mergeData = [], columnData = {}, rowData = {}, zoomRatio = 1, showGridlines, rightToLeft, custom } = sheet;
  const color = fileColor(tab);
  const frozen = freeze && (freeze.xSplit > 0 || freeze.ySplit > 0);
  // A person may have shown the sheet since.
  const veryHidden = hidden === 1 && custom?.["veryHidden"] === true;
  const columns = Array.from({ length: lastKey(columnData) + 1 }, (_, index) => columnData[index]);
  const rows = Object.entries(rowData).flatMap(([row, of]) => {
    const pixels = of && (of.ia !== 0 && of.ah !== undefined ? of.ah : of.h);
    const def = { ...(pixels !== undefined && { height: pointsOfPixels(pixels) }), ...(of?.hd === 1 && { hidden: true }) };
    return Object.keys(def).length > 0 ? [[Number(row), def] as const] : [];
  });
  return {
    name,
    ...(hidden === 1 && !veryHidden && { hidden: true }),
    ...(veryHidden && { veryHidden: true }),
    ...(frozen && { freezePane: { ...(freeze.ySplit > 0 && { rows: freeze.ySplit }), ...(freeze.xSplit > 0 && { columns: freeze.xSplit }) } }),
    ...(columns.length > 0 && {
      columns: columns.map((of) => ({ ...(of?.w !== undefined && { width: widthOfPixels(of.w) }), ...(of?.hd === 1 && { hidden: true }) })),
    }),
    ...(rows.length > 0 && { rowDefs: new Map(rows) }),
    ...(mergeData.length > 0 && { merges: mergeData.map(({ startRow, startColumn, endRow, endColumn }) => ({ startRow, startCol: startColumn, endRow, endCol: endColumn })) }),
    view: {
      ...(color && { tabColor: color }),
      ...(showGridlines === 0 && { showGridLines: false }),
      ...(rightToLeft === 1 && { rightToLeft: true }),
      ...(zoomRatio !== 1 && { zoomScale: Math.round(zoomRatio * 100) }),
    },
    ...pageOf(custom?.["page"]),
  };
}

/** The page a sheet is printed on, as it was read. */
function pageOf(saved: unknown): Pick<WriteSheet, "pageSetup" | "headerFooter"> {
  if (typeof saved !== "string") return {};
  // Written by gridOf, and by nothing else.
  return JSON.parse(saved) as Pick<WriteSheet, "pageSetup" | "headerFooter">;
}

const lastKey = (entries: object) => Math.max(-1, ...Object.keys(entries).map(Number));

/** The width and height of what has none of its own, for the file. */
export function standardSize({ defaultColumnWidth, defaultRowHeight }: Partial<IWorksheetData>): { width: number; height: number } {
  return { width: widthOfPixels(defaultColumnWidth ?? engineStandard.width), height: pointsOfPixels(defaultRowHeight ?? engineStandard.height) };
}
