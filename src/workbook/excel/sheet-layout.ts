import { a1, type CellBlock } from "../address.ts";
import { blockOfPlan, hasLook } from "../block-plan.ts";
import { type Look, looks, pixelsOf } from "../look.ts";
import type { CellPlan, CellValue, SheetPlan } from "../port.ts";
import { rowHeights } from "../row-height.ts";
import { rangeOn } from "./cell-block.ts";
import { plainEntry } from "./cell-entry.ts";
import { addCharts } from "./planned-charts.ts";

/** Whether the plan puts something into the cell, rather than only a look. */
export const isFilled = (cell: CellPlan | undefined): cell is CellPlan => cell?.formula !== undefined || (cell?.value ?? null) !== null;

/** The block from A1 on that holds every planned cell; undefined for a plan without cells. */
export const plannedBlock = ({ rows }: SheetPlan): CellBlock | undefined => blockOfPlan({ row: 0, column: 0, cells: rows });

/** What to write into a block of the plan; null leaves a cell as it is. */
export function plannedEntries({ rows }: SheetPlan, block: CellBlock): CellValue[][] {
  return entriesOf(rows, block, (cell) => (isFilled(cell) ? (cell.formula ?? plainEntry(cell.value ?? null)) : null));
}

/** The looks of a planned sheet, asked of Excel with as few ranges as rows of equal cells allow. */
export function layOut(sheet: Excel.Worksheet, plan: SheetPlan): void {
  const block = plannedBlock(plan);
  if (block) rangeOn(sheet, block).numberFormat = entriesOf(plan.rows, block, (cell) => cell?.format ?? null);
  plan.columnWidths.forEach((characters, column) => {
    rangeOn(sheet, { row: 0, column, rows: 1, columns: 1 }).format.columnWidth = pixelsOf(characters) * pointsPerPixel;
  });
  dressCells(sheet, { row: 0, column: 0 }, plan.rows);
  for (const area of plan.merged ?? []) rangeOn(sheet, area).merge();
  // Last: Excel fits a row itself when a cell of it is wrapped, but never to merged cells.
  rowHeights(plan).forEach((height, row) => {
    if (height !== undefined) rangeOn(sheet, { row, column: 0, rows: 1, columns: 1 }).format.rowHeight = height * pointsPerPixel;
  });
  freeze(sheet, plan);
  if (plan.printTitleRows) layOutPage(sheet, plan.printTitleRows);
  addCharts(sheet, plan);
}

/** Gives planned cells their looks, number formats aside. */
export function dressCells(sheet: Excel.Worksheet, at: Pick<CellBlock, "row" | "column">, rows: SheetPlan["rows"]): void {
  for (const { cell, ...run } of runsOfEqualLook(rows)) dress(rangeOn(sheet, { ...run, row: at.row + run.row, column: at.column + run.column }), cell);
}

function freeze({ freezePanes }: Excel.Worksheet, { frozenRows: rows = 0, frozenColumns: columns = 0 }: SheetPlan): void {
  if (rows > 0 && columns > 0) freezePanes.freezeAt(a1({ row: 0, column: 0, rows, columns }));
  else if (rows > 0) freezePanes.freezeRows(rows);
  else if (columns > 0) freezePanes.freezeColumns(columns);
}

function layOutPage({ pageLayout }: Excel.Worksheet, titleRows: number): void {
  pageLayout.orientation = "Landscape";
  // As many pages high as it takes.
  pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
  pageLayout.setPrintTitleRows(`$1:$${titleRows}`);
}

const pointsPerPixel = 0.75;

function entriesOf(rows: SheetPlan["rows"], block: CellBlock, entry: (cell: CellPlan | undefined) => CellValue): CellValue[][] {
  return Array.from({ length: block.rows }, (_, r) => Array.from({ length: block.columns }, (_, c) => entry(rows[block.row + r]?.[block.column + c])));
}

interface Run extends CellBlock {
  readonly cell: CellPlan;
}

/** Cells of one row that stand side by side and look alike. */
function runsOfEqualLook(rows: SheetPlan["rows"]): Run[] {
  return rows.flatMap((cells, row) => {
    const runs: Run[] = [];
    cells.forEach((cell, column) => {
      const last = runs.at(-1);
      if (!hasLook(cell)) return;
      const goesOn = last && last.column + last.columns === column && last.cell.style === cell.style && last.cell.wrap === cell.wrap && last.cell.align === cell.align;
      if (goesOn) runs.splice(-1, 1, { ...last, columns: last.columns + 1 });
      else runs.push({ row, column, rows: 1, columns: 1, cell });
    });
    return runs;
  });
}

function dress({ format }: Excel.Range, { style, wrap, align }: CellPlan): void {
  const look: Look = { ...(style ? looks[style] : {}), ...(align ? { align } : {}) };
  format.verticalAlignment = "Center";
  if (wrap) format.wrapText = true;
  if (look.bold !== undefined) format.font.bold = look.bold;
  if (look.italic !== undefined) format.font.italic = look.italic;
  if (look.size !== undefined) format.font.size = look.size;
  if (look.color !== undefined) format.font.color = look.color;
  if (look.fill !== undefined) format.fill.color = look.fill;
  if (look.align !== undefined) format.horizontalAlignment = alignments[look.align];
  const edges = { EdgeTop: look.borderTop, EdgeBottom: look.borderBottom } as const;
  for (const edge of ["EdgeTop", "EdgeBottom"] as const) {
    const line = edges[edge];
    if (line === undefined) continue;
    const border = format.borders.getItem(edge);
    border.style = line === "double" ? "Double" : "Continuous";
    if (look.borderColor !== undefined) border.color = look.borderColor;
  }
}

const alignments = { left: "Left", center: "Center", right: "Right" } as const;
