import { Decimal } from "../core/decimal.ts";
import type { PrintedColumn, PrintedRow, PrintedTable } from "../reading/printed-document.ts";
import { cellFigure, type Figure, moneyOf, placed, rangeFigures, type ReadFigure } from "./figure.ts";
import { bareLabel, changeWords, plainLabel, shareWords, unsummable } from "./label.ts";
import { lastWords } from "./captions.ts";
import { levelsOf } from "./outline.ts";
import { type Period, periodOf, samePeriod } from "./period.ts";

/** A row or a column of a table, as the relations see it. */
export interface Line {
  readonly index: number;
  readonly text: string;
  readonly label: string;
  /** Its label without the rule or letter printed after it. */
  readonly bare: string;
  /** The product or party a row belongs to, filled down from the first row of its group; for a column its outer heads. */
  readonly group: string;
  readonly period: Period | undefined;
  readonly kind: "item" | "total" | "subtotal";
  readonly ofWhich: boolean;
  /** How deep a row stands in the numbering of its table; undefined where it has none. */
  readonly level: number | undefined;
  /** Counted with a minus in the totals below it: 减：坏账准备. */
  readonly minus: boolean;
  /** Shares or rates between amounts; no part of a sum. */
  readonly ratio: boolean;
  /** What its figures are by its words. */
  readonly measure: "amount" | "share" | "change" | "rate";
  /** Where rows are parted by headings: the number of the heading above. */
  readonly section: number;
  readonly unit: string;
}

export interface Grid {
  readonly table: PrintedTable;
  readonly index: number;
  /** The words that introduce it. */
  readonly caption: string;
  /** When the whole table is about, where its title or its caption says so. */
  readonly period: Period | undefined;
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  /** By row and column; undefined where no figure stands. */
  readonly figures: readonly (readonly (Figure | undefined)[])[];
  /** Ends of printed ranges (2.05%-2.47%), kept apart from plain figures. */
  readonly ranges: readonly { readonly row: number; readonly column: number; readonly ends: readonly [Figure, Figure] }[];
}

/** A table seen along its rows or along its columns, so that each relation is written once. */
export interface View {
  readonly grid: Grid;
  readonly along: "rows" | "columns";
  readonly lines: readonly Line[];
  readonly positions: readonly Line[];
  at(line: number, position: number): Figure | undefined;
}

export function viewsOf(grid: Grid): View[] {
  return [
    { grid, along: "rows", lines: grid.rows, positions: grid.columns, at: (line, position) => grid.figures[line]?.[position] },
    { grid, along: "columns", lines: grid.columns, positions: grid.rows, at: (line, position) => grid.figures[position]?.[line] },
  ];
}

const totalWords = /^(?:合计|总计|共计|小计|总和|总额)(?:数|金额)?$|合计$|总计$/;
const measureOf = (text: string): Line["measure"] =>
  changeWords.test(text) ? "change" : shareWords.test(text) ? "share" : unsummable.test(text) || /%|‰/.test(text) ? "rate" : "amount";

/** The figures of a table with what its heads and labels say of them; ids count on from `firstId`. */
export function gridOf(table: PrintedTable, index: number, caption: string, firstId: number): Grid {
  const labels = table.columns.flatMap(({ role }, column) => (role === "label" ? [column] : []));
  const columns = table.columns.map((column, at) => columnLine(column, at));
  const sections = new Map(table.sections.map((section, at) => [section, at + 1]));
  const period = (table.title && periodOf(table.title.text)) ?? periodOf(lastWords(caption));
  const counts = table.columns.findIndex(({ role }) => role === "number");
  const levels = levelsOf(table.rows.map((row) => ({ label: row.cells[labels[0] ?? -1]?.text ?? "", number: row.cells[counts]?.text ?? "" })));
  let group = "";
  const rows = table.rows.map((row, at): Line => {
    const own = labels.map((column) => row.cells[column]?.text ?? "");
    if (labels.length > 1 && own[0]) group = own[0];
    const text = rowText(row, own);
    const section = row.section ? (sections.get(row.section) ?? 0) : 0;
    const total = row.kind === "total" || (row.kind === "item" && totalWords.test(plainLabel(text)));
    return {
      index: at,
      text,
      label: plainLabel(text),
      bare: bareLabel(text),
      group: labels.length > 1 && !total ? plainLabel(own[0] || group) : "",
      period: periodOf(text) ?? (row.section && periodOf(row.section.text)),
      kind: row.kind !== "item" ? row.kind : total ? "total" : "item",
      ofWhich: row.ofWhich,
      level: levels[at],
      minus: /^(?:减|扣除)[:：]/.test(text),
      ratio: row.ratio,
      measure: measureOf(text),
      section,
      unit: unitInLabel(text),
    };
  });
  let id = firstId;
  const ranges: { row: number; column: number; ends: readonly [Figure, Figure] }[] = [];
  const figures = table.rows.map((row, r) =>
    row.cells.map((cell, c) => {
      const column = table.columns[c];
      if (column?.role !== "figures" || cell.merged || cell.text === "") return undefined;
      const unit = rows[r]?.unit || columns[c]?.unit || table.unit?.text || "";
      const rest = { money: moneyOf(unit), unit, places: cell.places, cell: { table: index, row: r, column: c }, words: undefined };
      const percent = /^[(（]?%[)）]?$/.test(unit);
      const read = cellFigure(cell.text);
      if (read) return placed(id++, cell.text, percent ? perHundred(read) : read, rest);
      const ends = rangeFigures(cell.text);
      if (ends) {
        const texts = cell.text.split(/(?<=[\d%])\s*[-~–—]\s*/);
        const [first, second] = ends.map((end, at) => placed(id++, texts[at] ?? cell.text, percent ? perHundred(end) : end, rest));
        if (first && second) ranges.push({ row: r, column: c, ends: [first, second] });
      }
      return undefined;
    }),
  );
  return { table, index, caption, period, rows, columns, figures, ranges };
}

function rowText(row: PrintedRow, own: readonly string[]): string {
  const text = [...own].reverse().find((label) => /[\p{L}\p{N}]/u.test(label));
  return text ?? row.section?.text ?? "";
}

function columnLine(column: PrintedColumn, index: number): Line {
  const text = column.heads.at(-1) ?? "";
  const label = plainLabel(text);
  return {
    index,
    text: column.name,
    label,
    bare: bareLabel(column.name),
    group: plainLabel(column.heads.slice(0, -1).join("")),
    period: column.heads.map(periodOf).find((period) => period !== undefined),
    kind: totalWords.test(label) ? (label.startsWith("小计") ? "subtotal" : "total") : "item",
    ofWhich: /^其中/.test(text),
    level: undefined,
    minus: /^减[:：]/.test(text),
    ratio: false,
    measure: column.role === "figures" ? measureOf(column.name) : "rate",
    section: 0,
    unit: column.unit ?? "",
  };
}

const inBrackets = /[(（]([^()（）]*(?:元|吨|%|倍|度|次|股|天)[^()（）]*)[)）]/g;

function unitInLabel(text: string): string {
  return [...text.matchAll(inBrackets)].at(-1)?.[1]?.trim() ?? "";
}

/** 51.09 under （%） is 51.09%. */
function perHundred(read: ReadFigure): ReadFigure {
  if (read.kind !== "amount" || read.dash) return read;
  const hundred = new Decimal(100);
  return { ...read, kind: "rate", printed: { value: read.printed.value.div(hundred), unit: read.printed.unit.div(hundred) } };
}

/** The lines of a view about one period. */
export function linesAt(lines: readonly Line[], period: Period): Line[] {
  return lines.filter((line) => samePeriod(line.period, period));
}
