import type { CellPlan, CellStyle, CellValue, ChartPlan, PlanBlock } from "../../../workbook/port.ts";
import type { Formula, PaperCells, SheetRole } from "./formula.ts";

/** The columns that every sheet of the workpaper has; figures by year or asset follow from `line` on. */
export const columns = { mark: 0, label: 1, second: 2, unit: 3, value: 4, source: 5, method: 6, check: 7, line: 8 } as const;

/** A cell whose formula is not yet text. */
export interface PaperCell extends Omit<CellPlan, "formula"> {
  readonly formula?: Formula;
}

/** A row found again by its mark, which stands in its first column. */
export interface PaperRow {
  readonly key: string;
  readonly cells: readonly (PaperCell | undefined)[];
}

/** A chart over cells that have no place yet. Its caption is a row with this mark: title, and the names of the series. */
export interface PaperChart {
  readonly key: string;
  readonly kind: ChartPlan["kind"];
  readonly title: string;
  readonly categories: PaperCells;
  readonly series: readonly { readonly name: string; readonly values: PaperCells; readonly hidden?: boolean }[];
  readonly size: Pick<PlanBlock, "rows" | "columns">;
}

export interface PaperName {
  readonly name: string;
  readonly cells: PaperCells;
}

/** One sheet of the workpaper before it has a place. */
export interface PaperSheet {
  readonly role: SheetRole;
  readonly name: string;
  readonly rows: readonly PaperRow[];
  readonly charts: readonly PaperChart[];
  readonly names: readonly PaperName[];
}

/** What a row says. A figure without an entry is left out; `line` lies to the right of the check. */
export interface RowEntry {
  readonly label?: readonly [first: string, second: string];
  readonly unit?: string;
  readonly value?: Formula | CellValue;
  readonly source?: string;
  /** How it is come by; or a sentence made of cells. */
  readonly method?: string | Formula;
  /** Zero where all is well. */
  readonly check?: Formula;
  readonly line?: readonly (Formula | CellValue)[];
  readonly format?: string;
  readonly lineFormat?: string;
  readonly checkFormat?: string;
  /** How many lines the names to the right may take: a formula shows none before it is calculated. */
  readonly lines?: number;
  readonly style?: CellStyle;
}

/** The cells of a written row. */
export interface RowCells {
  readonly value: PaperCells;
  readonly check: PaperCells;
  /** All figures to the right. */
  readonly line: PaperCells;
  /** One of them, counted from 0. */
  at(index: number): PaperCells;
}

/** Collects the rows of one sheet from the top. */
export class PaperDraft {
  readonly role: SheetRole;
  private readonly rows: PaperRow[] = [];
  private readonly charts: PaperChart[] = [];
  private readonly names: PaperName[] = [];

  constructor(role: SheetRole) {
    this.role = role;
  }

  /** A line of text over the sheet. */
  text(key: string, text: string, style: CellStyle): void {
    this.rows.push({ key, cells: [{ value: key, style: "note" }, { value: text, style }] });
  }

  /** A row of heads: over the labels, over figures to the right, and over the values where they need one of their own. */
  heads(key: string, label: string, line: readonly string[], value?: string): void {
    const header = (text: string): PaperCell => ({ value: text, style: "header", wrap: true });
    const cells: (PaperCell | undefined)[] = Array.from({ length: columns.line }, () => undefined);
    cells[columns.mark] = { value: key, style: "note" };
    cells[columns.label] = header(label);
    if (value !== undefined) cells[columns.value] = header(value);
    this.rows.push({ key, cells: [...cells, ...line.map(header)] });
  }

  row(key: string, entry: RowEntry): RowCells {
    const { label = ["", ""], unit, value, source, method, check, line = [], format, lines, lineFormat = format, checkFormat = "0.00;-0.00;0", style = "formula" } = entry;
    const cells = [{ value: key, style: "note" as const }, word(label[0]), word(label[1]), word(unit), figure(value, style, format), word(source), said(method), figure(check, "check", checkFormat)];
    this.rows.push({ key, cells: [...cells, ...line.map((entered) => ({ ...figure(entered, style, lineFormat), ...(lines !== undefined && { wrap: true, lines }) }))] });
    return this.cells(key, line.length);
  }

  /** Number formats of single figures to the right, by their place from 0. */
  format(key: string, formats: Readonly<Record<number, string>>): void {
    const index = this.rows.findIndex((row) => row.key === key);
    const found = this.rows[index];
    if (!found) return;
    this.rows[index] = { key, cells: found.cells.map((cell, column) => {
      const format = formats[column - columns.line];
      return cell && format !== undefined ? { ...cell, format } : cell;
    }) };
  }

  name(name: string, cells: PaperCells): void {
    this.names.push({ name, cells });
  }

  chart(chart: PaperChart): void {
    this.charts.push(chart);
    const names = chart.series.map(({ name }): PaperCell => ({ value: name, style: "note" }));
    const blank = Array.from({ length: columns.line - columns.second }, () => undefined);
    this.rows.push({ key: chart.key, cells: [{ value: chart.key, style: "note" }, { value: chart.title, style: "note" }, ...blank, ...names] });
  }

  get isEmpty(): boolean {
    return this.rows.length === 0;
  }

  sheet(name: string, head: readonly PaperRow[]): PaperSheet {
    return { role: this.role, name, rows: [...head, ...this.rows], charts: this.charts, names: this.names };
  }

  private cells(key: string, length: number): RowCells {
    const at = (column: number, count = 1): PaperCells => ({ role: this.role, key, column, columns: count });
    return { value: at(columns.value), check: at(columns.check), line: at(columns.line, Math.max(1, length)), at: (index) => at(columns.line + index) };
  }
}

function word(text: string | undefined): PaperCell | undefined {
  return text === undefined || text === "" ? undefined : { value: text, style: "label", wrap: true };
}

/** A sentence takes as many lines as it will need. */
function said(text: string | Formula | undefined): PaperCell | undefined {
  return typeof text === "object" ? { formula: text, style: "label", wrap: true, lines: sentenceLines } : word(text);
}

const sentenceLines = 5;

/** What the name of an asset or of a part of a rate takes in a column of figures. */
export const nameLines = 3;

function figure(entry: Formula | CellValue | undefined, style: CellStyle, format: string | undefined): PaperCell | undefined {
  if (entry === undefined || entry === null) return undefined;
  const look = { style, ...(format !== undefined && { format }) };
  if (typeof entry === "object") return { formula: entry, ...look };
  return { value: entry, ...look, ...(typeof entry === "string" && { wrap: true }) };
}
