import type { CellBlock, RangeAddress } from "../../../workbook/address.ts";
import type { BlockPlan, CellContent, CellPlan, ChartPlan, Changes, SheetPlan } from "../../../workbook/port.ts";
import { freeSheetNames } from "../../../workbook/sheet-name.ts";
import { formulaText, placedCells, type SheetRole, type Standing } from "./formula.ts";
import { columns, type PaperCell, type PaperChart, type PaperSheet } from "./sheet.ts";

/** A sheet of an earlier workpaper as it stands now: where its block lies, and what is in it. */
export interface StandingSheet {
  readonly range: RangeAddress;
  readonly cells: readonly (readonly CellContent[])[];
}

export type StandingSheets = ReadonlyMap<SheetRole, StandingSheet>;

/** What is to be written, and where the block of each sheet will lie. `added` counts the sheets that come anew, in the order of `changes.sheets`. */
export interface PlacedPaper {
  readonly changes: Changes;
  readonly kept: ReadonlyMap<SheetRole, RangeAddress>;
  readonly added: readonly { readonly role: SheetRole; readonly range: RangeAddress }[];
}

interface Place {
  readonly sheet: PaperSheet;
  readonly name: string;
  readonly origin: Pick<CellBlock, "row" | "column">;
  /** The row of each mark. */
  readonly rows: ReadonlyMap<string, number>;
  readonly standing: StandingSheet | undefined;
}

/**
 * Where each sheet goes. One that stands with all its marks, no other, and its columns where they were, is written over
 * row by row, wherever a person has moved the rows to; rows of a person between them stay. One whose rows have become
 * others comes as a new sheet, and the old one says which took its place: nothing a person has put there is touched.
 */
export function placed(sheets: readonly PaperSheet[], standing: StandingSheets, taken: readonly string[]): PlacedPaper {
  const fitting = sheets.map((sheet) => ({ sheet, fit: fitOf(sheet, standing.get(sheet.role)) }));
  const names = freeSheetNames(fitting.filter(({ fit }) => !fit).map(({ sheet }) => sheet.name), taken);
  const places = fitting.map(({ sheet, fit }): Place => {
    if (fit) return { sheet, name: fit.standing.range.sheet, origin: fit.standing.range, rows: fit.rows, standing: fit.standing };
    return { sheet, name: names.shift() ?? sheet.name, origin: { row: 0, column: 0 }, rows: new Map(sheet.rows.map(({ key }, row) => [key, row])), standing: undefined };
  });
  const find: Standing = (role, key) => {
    const place = places.find(({ sheet }) => sheet.role === role);
    const row = place?.rows.get(key);
    if (!place || row === undefined) throw new RangeError(`the workpaper has no row ${key} on ${role}`);
    return { sheet: place.name, row, column: place.origin.column };
  };
  const fresh = places.filter((place) => place.standing === undefined);
  return {
    changes: { sheets: fresh.map((place) => sheetPlan(place, find)), blocks: [...places.flatMap((place) => blockPlans(place, find)), ...superseded(fresh, standing)] },
    kept: new Map(places.flatMap(({ sheet, standing: stands }) => (stands ? [[sheet.role, stands.range] as const] : []))),
    added: fresh.map(({ sheet, name }) => ({ role: sheet.role, range: { sheet: name, row: 0, column: 0, rows: sheet.rows.length, columns: widthOf(sheet) } })),
  };
}

/** The row of each mark in the block of a standing sheet. */
export function markedRows({ range, cells }: StandingSheet): ReadonlyMap<string, number> {
  return new Map(cells.flatMap((row, index) => (typeof row[0]?.value === "string" && row[0].value !== "" ? [[row[0].value, range.row + index] as const] : [])));
}

export const widthOf = ({ rows }: PaperSheet) => Math.max(...rows.map(({ cells }) => cells.length));

function fitOf(sheet: PaperSheet, standing: StandingSheet | undefined) {
  if (!standing || standing.range.columns !== widthOf(sheet)) return undefined;
  const rows = markedRows(standing);
  // The heads say which column is which. A chart keeps the title and the names it was made with: where they have become others, it has to be made again.
  const unchanged = (key: string) => {
    const [planned, stands] = [sheet.rows.find((row) => row.key === key)?.cells, standing.cells[(rows.get(key) ?? -1) - standing.range.row]];
    return planned !== undefined && stands !== undefined && planned.every((cell, column) => (cell?.value ?? null) === (stands[column]?.value ?? null));
  };
  const own = new Set(sheet.rows.map(({ key }) => key));
  const marks = [...rows.keys()].filter((key) => own.has(key) || isMark(key));
  return ["#", ...sheet.charts.map(({ key }) => key)].every(unchanged) && marks.length === own.size && marks.every((key) => own.has(key)) ? { rows, standing } : undefined;
}

/** A mark of a unit: rows of a unit that is no longer in the test would go on standing there. */
const isMark = (key: string) => /^u\d+\./.test(key);

function planned({ formula, ...cell }: PaperCell, role: SheetRole, find: Standing): CellPlan {
  return formula ? { ...cell, formula: formulaText(formula, role, find) } : cell;
}

/** The rows of a standing sheet as blocks, those that follow each other in one. */
function blockPlans({ sheet, name, origin, rows, standing }: Place, find: Standing): readonly BlockPlan[] {
  if (!standing) return [];
  const written = sheet.rows.map(({ key, cells }) => {
    const row = rows.get(key) ?? 0;
    const before = standing.cells[row - standing.range.row] ?? [];
    return { row, cells: Array.from({ length: standing.range.columns }, (_, column) => rewritten(cells[column], before[column], sheet.role, find)) };
  });
  const blocks: { row: number; cells: (CellPlan | undefined)[][] }[] = [];
  for (const { row, cells } of written.toSorted((a, b) => a.row - b.row)) {
    const last = blocks.at(-1);
    if (last && last.row + last.cells.length === row) last.cells.push(cells);
    else blocks.push({ row, cells: [cells] });
  }
  return blocks.map(({ row, cells }) => ({ sheet: name, row, column: origin.column, cells }));
}

/** A cell as it is now planned. One that is no longer is emptied where it held a formula; any other content there is a person's. */
function rewritten(cell: PaperCell | undefined, before: CellContent | undefined, role: SheetRole, find: Standing): CellPlan | undefined {
  if (cell) return planned(cell, role, find);
  return before && before.formula !== null ? { value: null } : undefined;
}

function superseded(fresh: readonly Place[], standing: StandingSheets): readonly BlockPlan[] {
  return fresh.flatMap(({ sheet, name }): readonly BlockPlan[] => {
    const old = standing.get(sheet.role);
    const row = old && markedRows(old).get("title");
    const free = old && row !== undefined && (old.cells[row - old.range.row]?.[columns.second]?.value ?? null) === null;
    return old && row !== undefined && free ? [{ sheet: old.range.sheet, row, column: old.range.column + columns.second, cells: [[{ value: `→ ${name}`, style: "title" }]] }] : [];
  });
}

const columnWidths = [20, 30, 30, 14, 18, 26, 48, 12] as const;
const lineWidth = 14;

function sheetPlan({ sheet, name }: Place, find: Standing): SheetPlan {
  const width = widthOf(sheet);
  const head = sheet.rows.findIndex(({ key }) => key === "#") + 1;
  return {
    name,
    columnWidths: [...columnWidths, ...Array.from({ length: width - columnWidths.length }, () => lineWidth)],
    rows: sheet.rows.map(({ cells }) => cells.map((cell) => cell && planned(cell, sheet.role, find))),
    frozenRows: head,
    frozenColumns: columns.second,
    printTitleRows: head,
    names: sheet.names.map(({ name: wanted, cells }) => ({ name: wanted, ...blockOf(placedCells(cells, find)) })),
    charts: chartPlans(sheet, find),
  };
}

/** Charts lie under the rows, one below the other. */
function chartPlans({ charts, rows }: PaperSheet, find: Standing): readonly ChartPlan[] {
  const height = (chart: PaperChart) => chart.size.rows + 1;
  return charts.map(({ kind, title, categories, series, size }, index) => ({
    kind,
    title,
    categories: blockOf(placedCells(categories, find)),
    series: series.map((one) => ({ ...one, values: blockOf(placedCells(one.values, find)) })),
    place: { row: rows.length + 1 + charts.slice(0, index).reduce((sum, chart) => sum + height(chart), 0), column: 1, ...size },
  }));
}

const blockOf = ({ row, column, rows, columns: count }: RangeAddress): CellBlock => ({ row, column, rows, columns: count });
