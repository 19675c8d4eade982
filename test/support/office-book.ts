import { a1, blockOf, type CellBlock } from "../../src/workbook/address.ts";
import type { CellValue } from "../../src/workbook/port.ts";
import { blockAfter, lineAfter } from "./office-names.ts";
import type { DrawnChart } from "./office-charts.ts";
import type { ConditionalFormat } from "./office-formats.ts";

/** An error as Office raises it. */
export class OfficeError extends Error {
  readonly code: string;

  constructor(code: string, message = code) {
    super(message);
    this.code = code;
  }
}

interface Cell {
  constant: Exclude<CellValue, null>;
  formula?: string;
  /** Entered while its function was not known: it stays #NAME? until it is entered again. */
  unknown?: boolean;
}

/** A defined name, or a table; without a block once all its cells have gone. */
export interface NamedBlock {
  readonly name: string;
  readonly sheet: Sheet;
  block: CellBlock | undefined;
  visible: boolean;
}

export interface Sheet {
  readonly id: string;
  name: string;
  visibility: string;
  protected: boolean;
  readonly cells: Map<string, Cell>;
  readonly formats: Map<string, string>;
  readonly unlocked: Set<string>;
  /** What formats were asked for, "A1:C1 font.bold" → true. */
  readonly looks: Map<string, unknown>;
  /** The look of each cell by property: "font.bold" → true. */
  readonly cellLooks: Map<string, Map<string, unknown>>;
  /** How the sheet is frozen and printed. */
  readonly page: Map<string, unknown>;
  readonly charts: DrawnChart[];
  readonly conditionalFormats: ConditionalFormat[];
  values: Map<string, CellValue>;
  spills: Map<string, CellBlock>;
}

export type Function = (arguments_: readonly CellValue[][]) => CellValue[][];

const at = (row: number, column: number) => a1({ row, column, rows: 1, columns: 1 });

/** What stands behind the double: a small workbook that knows SUM, SEQUENCE, division, references and what a test teaches it. */
export class Book {
  readonly sheets: Sheet[] = [];
  readonly names: NamedBlock[] = [];
  readonly tables: NamedBlock[] = [];
  readonly functions = new Map<string, Function>([
    ["SUM", (given) => [[given.flat().reduce<number>((sum, value) => sum + (typeof value === "number" ? value : 0), 0)]]],
    ["SEQUENCE", (given) => {
      const [rows, columns] = [Number(given[0]?.[0]), Number(given[1]?.[0] ?? 1)];
      return Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (__, c) => r * columns + c + 1));
    }],
  ]);
  active: Sheet;
  selected: CellBlock[] = [{ row: 0, column: 0, rows: 1, columns: 1 }];
  structureProtected = false;
  private count = 0;
  private isStale = false;

  constructor() {
    this.active = this.add("Sheet1");
  }

  add(name: string): Sheet {
    if (this.structureProtected) throw new OfficeError("AccessDenied");
    if (this.find(name)) throw new OfficeError("ItemAlreadyExists");
    if (name.length === 0 || name.length > 31 || /[\\/?*[\]:]|^'|'$/.test(name)) throw new OfficeError("InvalidArgument");
    const id = `{00000000-0001-0000-${String(this.count++).padStart(4, "0")}-000000000000}`;
    const sheet: Sheet = { id, name, visibility: "Visible", protected: false, cells: new Map(), formats: new Map(), unlocked: new Set(), looks: new Map(), cellLooks: new Map(), page: new Map(), charts: [], conditionalFormats: [], values: new Map(), spills: new Map() };
    this.sheets.push(sheet);
    return sheet;
  }

  /** By name in any case of letters, or by id. */
  find(key: string): Sheet | undefined {
    return this.sheets.find(({ id, name }) => id === key || name.toLowerCase() === key.toLowerCase());
  }

  delete(sheet: Sheet): void {
    if (this.structureProtected) throw new OfficeError("AccessDenied");
    const others = this.sheets.filter((other) => other !== sheet && other.visibility === "Visible");
    const [first] = others;
    if (!first) throw new OfficeError("InvalidOperation", "a workbook keeps one visible sheet");
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    if (this.active === sheet) this.select(first, [{ row: 0, column: 0, rows: 1, columns: 1 }]);
  }

  select(sheet: Sheet, blocks: CellBlock[]): void {
    if (sheet.visibility !== "Visible") throw new OfficeError("InvalidOperation", "a hidden sheet cannot be shown");
    this.active = sheet;
    this.selected = blocks;
  }

  /** Types into a cell as Excel reads what it is given: a text that looks like something else becomes that. */
  enter(sheet: Sheet, row: number, column: number, entry: unknown): void {
    const key = at(row, column);
    if (sheet.protected && !sheet.unlocked.has(key)) throw new OfficeError("AccessDenied");
    if (typeof entry !== "string" && typeof entry !== "number" && typeof entry !== "boolean") throw new OfficeError("InvalidArgument");
    if (typeof entry === "string" && entry.length > 32_767) throw new OfficeError("InvalidArgument");
    this.isStale = true;
    const cell = read(entry);
    if (cell === undefined) sheet.cells.delete(key);
    else sheet.cells.set(key, cell.formula === undefined ? cell : { ...cell, unknown: !this.knows(cell.formula) });
  }

  named(name: string): NamedBlock | undefined {
    return this.names.find((named) => named.name.toLowerCase() === name.toLowerCase());
  }

  name(name: string, sheet: Sheet, block: CellBlock): void {
    if (this.named(name)) throw new OfficeError("ItemAlreadyExists");
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) || name.length > 255 || blockOf(name)) throw new OfficeError("InvalidArgument");
    this.names.push({ name, sheet, block, visible: true });
  }

  /** Puts lines in before one, or takes lines out where `count` is negative: cells and names move, formulas stay as they are. */
  shift(sheet: Sheet, line: "row" | "column", at: number, count: number): void {
    const cells = [...sheet.cells].flatMap(([key, cell]) => {
      const block = blockOf(key);
      const moved = block && lineAfter(block[line], at, count);
      return block && moved !== undefined ? [[a1({ ...block, [line]: moved }), cell] as const] : [];
    });
    sheet.cells.clear();
    for (const [key, cell] of cells) sheet.cells.set(key, cell);
    for (const named of [...this.names, ...this.tables]) if (named.sheet === sheet) named.block = named.block && blockAfter(named.block, line, at, count);
    for (const format of sheet.conditionalFormats) format.block = blockAfter(format.block, line, at, count) ?? { ...format.block, rows: 0 };
    this.isStale = true;
  }

  private knows(formula: string): boolean {
    return [...formula.matchAll(/([\w.]+)\(/g)].every(([, name = ""]) => this.functions.has(name.toUpperCase()));
  }

  calculate(): void {
    if (!this.isStale) return;
    this.isStale = false;
    const formulas = this.sheets.map((sheet) => [...sheet.cells].flatMap(([key, { formula, unknown }]) => (formula === undefined ? [] : [{ key, formula, unknown }])));
    // Twice, and once more for each step of a chain; the tests have chains of two.
    const passes = formulas.some((found) => found.length > 0) ? 3 : 1;
    for (let pass = 0; pass < passes; pass++) this.sheets.forEach((sheet, index) => this.calculateSheet(sheet, formulas[index] ?? []));
  }

  private calculateSheet(sheet: Sheet, formulas: readonly { readonly key: string; readonly formula: string; readonly unknown?: boolean | undefined }[]): void {
    const spills = new Map<string, CellBlock>();
    const values = new Map<string, CellValue>();
    for (const [key, { constant }] of sheet.cells) values.set(key, constant);
    for (const { key, formula, unknown } of formulas) {
      const block = blockOf(key);
      if (!block) continue;
      const result = unknown ? [["#NAME?"]] : this.evaluated(formula.slice(1), sheet);
      const area = { ...block, rows: result.length, columns: result[0]?.length ?? 1 };
      const cells = result.flatMap((row, r) => row.map((value, c) => ({ key: at(area.row + r, area.column + c), value })));
      if (cells.some((cell) => cell.key !== key && sheet.cells.has(cell.key))) values.set(key, "#SPILL!");
      else for (const cell of cells) values.set(cell.key, cell.value);
      if (cells.length > 1 && values.get(key) !== "#SPILL!") spills.set(key, area);
    }
    Object.assign(sheet, { values, spills });
  }

  private evaluated(expression: string, sheet: Sheet): CellValue[][] {
    const [, name, inside] = /^([\w.]+)\((.*)\)$/s.exec(expression) ?? [];
    if (name !== undefined) return this.functions.get(name.toUpperCase())?.((inside ?? "").split(",").map((part) => this.evaluated(part, sheet).flat())) ?? [["#NAME?"]];
    const [, dividend, divisor] = /^(-?[\d.]+)\/(-?[\d.]+)$/.exec(expression) ?? [];
    if (divisor !== undefined) return [[Number(divisor) === 0 ? "#DIV/0!" : Number(dividend) / Number(divisor)]];
    if (/^-?[\d.]+$/.test(expression)) return [[Number(expression)]];
    const [, quoted, plain, reference] = /^(?:(?:'([^']+)'|([^'!]+))!)?([^!]+)$/.exec(expression) ?? [];
    const target = (quoted ?? plain) === undefined ? sheet : this.find(quoted ?? plain ?? "");
    const block = blockOf(reference ?? "");
    if (!target || !block) return [["#REF!"]];
    return Array.from({ length: block.rows }, (_, r) => Array.from({ length: block.columns }, (__, c) => target.values.get(at(block.row + r, block.column + c)) ?? 0));
  }

  value(sheet: Sheet, row: number, column: number): CellValue {
    this.calculate();
    return sheet.values.get(at(row, column)) ?? "";
  }

  formula(sheet: Sheet, row: number, column: number): CellValue {
    return sheet.cells.get(at(row, column))?.formula ?? this.value(sheet, row, column);
  }

  /** The smallest block around all values. */
  used(sheet: Sheet): CellBlock | undefined {
    this.calculate();
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    for (const [key, value] of sheet.values) {
      const place = value === "" ? undefined : placeOf(key);
      if (!place) continue;
      [top, bottom] = [Math.min(top, place.row), Math.max(bottom, place.row)];
      [left, right] = [Math.min(left, place.column), Math.max(right, place.column)];
    }
    return bottom < 0 ? undefined : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }
}

const places = new Map<string, CellBlock>();

/** Where a cell lies; large sheets ask often. */
function placeOf(key: string): CellBlock | undefined {
  const place = places.get(key) ?? blockOf(key);
  if (place) places.set(key, place);
  return place;
}

function read(entry: string | number | boolean): Cell | undefined {
  if (typeof entry !== "string") return { constant: entry };
  if (entry === "") return undefined;
  if (entry.startsWith("'")) return { constant: entry.slice(1) };
  if (entry.startsWith("=")) return { constant: "", formula: entry };
  if (/^(true|false)$/i.test(entry)) return { constant: /^t/i.test(entry) };
  if (/^[（(].*[)）]$/.test(entry)) return { constant: -1 };
  const figure = Number(entry.replaceAll(",", "").replace(/%$/, ""));
  if (!Number.isNaN(figure)) return { constant: entry.endsWith("%") ? figure / 100 : figure };
  return { constant: /^\d+[-/年]\d+/.test(entry) ? 45_000 : entry };
}
