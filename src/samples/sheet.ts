import { a1, type CellBlock } from "../workbook/address.ts";
import type { Align, CellPlan, CellStyle, CellValue, SheetPlan } from "../workbook/port.ts";

/** Cells of a sheet that is being laid out. Inside a formula it reads as its address, so no address is typed by hand. */
export class Reference {
  readonly block: CellBlock;

  constructor(block: CellBlock) {
    this.block = block;
  }

  toString(): string {
    return a1(this.block);
  }

  /** The address with dollar signs, for a reader who copies the formula: $B$3:$B$8. */
  get fixed(): string {
    return this.toString().replace(/[A-Z]+|\d+/g, "$$$&");
  }

  /** The block from this one to the last, both included. */
  to(last: Reference): Reference {
    const row = Math.min(this.block.row, last.block.row);
    const column = Math.min(this.block.column, last.block.column);
    return new Reference({
      row,
      column,
      rows: Math.max(this.block.row + this.block.rows, last.block.row + last.block.rows) - row,
      columns: Math.max(this.block.column + this.block.columns, last.block.column + last.block.columns) - column,
    });
  }

  /** One cell of the block, counted from 0: a figure inside a table that a formula spilled. */
  cell(row: number, column: number): Reference {
    return this.part(row, column, 1, 1);
  }

  /** A part of the block, counted from 0. */
  part(row: number, column: number, rows: number, columns: number): Reference {
    if (row < 0 || column < 0 || row + rows > this.block.rows || column + columns > this.block.columns) {
      throw new RangeError(`${this} has no ${rows} × ${columns} cells from ${row}, ${column} on`);
    }
    return new Reference({ row: this.block.row + row, column: this.block.column + column, rows, columns });
  }
}

/** A cell of a row being laid out, and the block it fills where its formula answers with more than one. */
export interface DraftCell extends CellPlan {
  readonly spill?: Spill;
  /** How many columns the cell is merged over, itself included. */
  readonly across?: number;
}

/** Cells that stand together as one entry of a row: the printed table beside the one a formula spills. */
export interface DraftGrid {
  readonly grid: readonly (readonly (DraftCell | undefined)[])[];
}

export interface Spill {
  readonly rows: number;
  readonly columns: number;
  /** The first row of the result is a header, up to so many lines high. */
  readonly headed?: number;
  /** Number format of the header, where it holds figures. */
  readonly headFormat?: string;
  /** The last row of the result is a total. */
  readonly totalled?: boolean;
  /** Number formats of the columns, the first one's first; the last goes for all that follow. */
  readonly formats?: readonly (string | undefined)[];
  /** Alignment of the columns below the header, in the same way. */
  readonly aligns?: readonly (Align | undefined)[];
}

/** One reference for every entry of a row. */
type References<C extends readonly unknown[]> = { readonly [K in keyof C]: Reference };

/** A sheet laid out from the top row by row. The next row begins below all that the one before it spills. */
export class SheetDraft {
  private readonly cells = new Map<string, CellPlan>();
  private readonly merged: CellBlock[] = [];
  private next = 0;
  private readonly looks: Pick<SheetPlan, "name" | "columnWidths" | "frozenRows">;

  constructor(looks: Pick<SheetPlan, "name" | "columnWidths" | "frozenRows">) {
    this.looks = looks;
  }

  /**
   * Adds a row under what stands. Each entry takes the next column, a spilling or merged one as many
   * as it is wide; undefined leaves its column empty. The next row begins under the tallest entry.
   */
  row<const C extends readonly (DraftCell | DraftGrid | undefined)[]>(...entries: C): References<C> {
    let column = 0;
    let height = 1;
    const references = entries.map((entry) => {
      const block = { row: this.next, column, ...sizeOf(entry) };
      if (entry && "grid" in entry) this.placeAll(entry, block);
      else if (entry) this.place(entry, block);
      column += block.columns;
      height = Math.max(height, block.rows);
      return new Reference(block);
    });
    this.next += height;
    // The one cast: map() forgets that it returns as many references as there were entries.
    return references as References<C>;
  }

  /** Cells of the row that comes next, its top left at `column` counted from 0: for a formula that reads its own neighbours. */
  upcoming(column: number, rows = 1, columns = 1): Reference {
    return new Reference({ row: this.next, column, rows, columns });
  }

  /** Leaves rows empty. */
  gap(rows = 1): void {
    this.next += rows;
  }

  plan(): SheetPlan {
    const blocks = [...this.cells.keys()].map((key) => key.split(",").map(Number));
    const rows = Math.max(0, ...blocks.map(([row = 0]) => row + 1));
    const width = (row: number) => Math.max(0, ...blocks.filter(([at]) => at === row).map(([, column = 0]) => column + 1));
    return {
      ...this.looks,
      rows: Array.from({ length: rows }, (_, row) => Array.from({ length: width(row) }, (_, column) => this.cells.get(`${row},${column}`))),
      merged: this.merged,
    };
  }

  private placeAll({ grid }: DraftGrid, { row, column }: CellBlock): void {
    grid.forEach((cells, r) =>
      cells.forEach((cell, c) => {
        if (cell) this.place(cell, { row: row + r, column: column + c, rows: 1, columns: 1 });
      }),
    );
  }

  private place({ spill, across, ...cell }: DraftCell, block: CellBlock): void {
    for (let row = 0; row < block.rows; row++) {
      for (let column = 0; column < block.columns; column++) {
        const key = `${block.row + row},${block.column + column}`;
        const look = spill ? spilledLook(cell, spill, row, column) : cell.style ? { style: cell.style } : {};
        this.cells.set(key, row === 0 && column === 0 ? { ...cell, ...look } : look);
      }
    }
    if (across !== undefined && across > 1) this.merged.push(block);
  }
}

function sizeOf(entry: DraftCell | DraftGrid | undefined): { rows: number; columns: number } {
  if (!entry) return { rows: 1, columns: 1 };
  if ("grid" in entry) return { rows: entry.grid.length, columns: Math.max(...entry.grid.map((cells) => cells.length)) };
  return { rows: entry.spill?.rows ?? 1, columns: entry.spill?.columns ?? entry.across ?? 1 };
}

/** How a cell of a spilled result looks: header, total or body, with the number format and the alignment of its column. */
function spilledLook(cell: CellPlan, spill: Spill, row: number, column: number): CellPlan {
  const { headed, totalled, rows, formats, aligns } = spill;
  if (headed !== undefined && row === 0) return { style: "header", wrap: true, lines: headed, ...formatted(spill.headFormat) };
  const style: CellStyle = totalled === true && row === rows - 1 ? "total" : (cell.style ?? "formula");
  const format = ofColumn(formats, column) ?? cell.format;
  const align = ofColumn(aligns, column);
  return { style, ...(format === undefined ? {} : { format }), ...(align === undefined ? {} : { align }) };
}

function ofColumn<T>(columns: readonly T[] = [], column: number): T | undefined {
  return columns[Math.min(column, columns.length - 1)];
}

export const amount = "#,##0.00";
export const percent = "0.00%";
export const finePercent = "0.0000%";

const formatted = (format: string | undefined) => (format === undefined ? {} : { format });
const bilingual = (chinese: string, english?: string) => (english === undefined ? chinese : `${chinese}\n${english}`);
const over = (across: number | undefined) => (across === undefined ? {} : { across });

export const title = (text: string): DraftCell => ({ value: text, style: "title" });
/** The title in English, under the Chinese one. */
export const subtitle = (text: string): DraftCell => ({ value: text, style: "note" });
export const section = (text: string): DraftCell => ({ value: text, style: "section" });
export const note = (chinese: string, english: string, across: number): DraftCell => ({ value: bilingual(chinese, english), style: "note", wrap: true, across });
/** The note under a title: where the figures come from, and what the words of the ties mean. */
export const sourceNote = (chinese: string, english: string, across: number): DraftCell =>
  note(`${chinese}勾稽结果：OK 一致；TAIL 尾差，在披露位数允许的范围内；BREAK 不符。`, `${english} Ties: OK agrees; TAIL within what the printed digits allow; BREAK does not follow.`, across);
/** The head of a column, one language above the other; over several columns, of a group of them. */
export const header = (chinese: string, english?: string, across?: number): DraftCell => ({ value: bilingual(chinese, english), style: "header", wrap: true, ...over(across) });
export const label = (chinese: string, english?: string, across?: number): DraftCell => ({ value: bilingual(chinese, english), style: "label", wrap: true, ...over(across) });
/** The lines of the filing that a row stands on. */
export const line = (...lines: (number | string)[]): DraftCell => ({ value: lines.join(", "), style: "label", align: "center", wrap: true });

/** A figure somebody typed: what the formulas start from. */
export const input = (value: CellValue, format?: string): DraftCell => ({ value, style: "input", ...formatted(format) });

/** A figure as a filing prints it, to be held against ours. */
export const printed = (value: CellValue, format?: string): DraftCell => ({ value, style: "printed", ...formatted(format) });

/** A formula with one result. */
export const calculated = (formula: string, format?: string): DraftCell => ({ formula, style: "formula", ...formatted(format) });

/** Cells side by side and one under the other, as one entry of a row. */
export const grid = (...cells: (DraftCell | undefined)[][]): DraftGrid => ({ grid: cells });

/** Columns left empty. */
export const blank = (columns: number): DraftGrid => grid(Array.from({ length: columns }, () => undefined));

/** A total, as a formula. */
export const total = (formula: string, format?: string): DraftCell => ({ formula, style: "total", ...formatted(format) });

/** A formula whose result is a block. */
export const spilled = (formula: string, spill: Spill): DraftCell => ({ formula, style: "formula", spill });

/** A TIE formula with its result in a row: status, difference, tolerance. */
export const tie = (formula: string, format = amount): DraftCell => ({
  formula,
  style: "check",
  spill: { rows: 1, columns: 3, formats: [undefined, format, format], aligns: ["center", "right"] },
});
