import { boundFunctions } from "../../src/hosts/embedded/functions.ts";
import type { Language } from "../../src/locales/texts.ts";
import { a1, blockOf, type CellBlock } from "../../src/workbook/address.ts";
import { CellIssues } from "../../src/workbook/embedded/cell-issues.ts";
import { EmbeddedWorkbook } from "../../src/workbook/embedded/embedded-workbook.ts";
import { Engine, type EngineFunction, headlessPlugins, type ICellData, SetRangeValuesCommand, SetWorksheetActiveOperation } from "../../src/workbook/embedded/engine.ts";
import { valueData } from "../../src/workbook/embedded/sheet-data.ts";
import { type BoundFunction, engineFunction } from "../../src/workbook/embedded/worksheet-function.ts";
import type { CellValue } from "../../src/workbook/port.ts";

/** The real spreadsheet engine with our functions in it, without a page. */
export class HeadlessWorkbook {
  readonly issues = new CellIssues();
  readonly faults: unknown[] = [];
  readonly engine: Engine;
  readonly workbook: EmbeddedWorkbook;
  resultLanguage: Language = "zh-CN";

  constructor(others: readonly BoundFunction[] = [], foreign: readonly EngineFunction[] = []) {
    const ours = boundFunctions({ resultLanguage: () => this.resultLanguage, issues: this.issues, onFault: (error) => this.faults.push(error) });
    this.engine = new Engine({ plugins: headlessPlugins([...[...ours, ...others].map(engineFunction), ...foreign]), language: "en-US", texts: {} });
    this.issues.follow(this.engine);
    this.open();
    this.workbook = new EmbeddedWorkbook(this.engine);
  }

  /** A new workbook with one empty sheet. */
  open(): void {
    this.engine.open({ sheetOrder: ["1"], sheets: { 1: { id: "1", name: "Sheet1", rowCount: 200, columnCount: 40 } } });
  }

  /** Enters cells by their address on a sheet; a formula begins with "=", a text that does with "'=". Resolves once all is calculated. */
  async enter(cells: Readonly<Record<string, CellValue>>, sheet = "Sheet1"): Promise<void> {
    for (const [address, entry] of Object.entries(cells)) this.type(address, entry, sheet);
    await this.engine.calculated();
  }

  /** Puts empty rows in above a row, counted from 0. */
  insertRows(row: number, count: number): Promise<void> {
    return this.changeLines("insert-row", row, count);
  }

  /** Inserts or removes rows or columns as a person does by the menu. */
  async changeLines(how: "insert-row" | "insert-col" | "remove-row-by-range" | "remove-col-by-range", first: number, count: number, subUnitId = "1"): Promise<void> {
    const sheet = this.engine.book.getSheetBySheetId(subUnitId);
    const all = { startRow: 0, endRow: (sheet?.getRowCount() ?? 1) - 1, startColumn: 0, endColumn: (sheet?.getColumnCount() ?? 1) - 1 };
    const isRow = /row/.test(how);
    const range = isRow ? { ...all, startRow: first, endRow: first + count - 1 } : { ...all, startColumn: first, endColumn: first + count - 1 };
    // Rows are removed of the sheet that is shown, whatever sheet is named.
    this.engine.run(SetWorksheetActiveOperation.id, { unitId: this.engine.unitId, subUnitId });
    await this.engine.runLater(`sheet.command.${how}`, { unitId: this.engine.unitId, subUnitId, direction: isRow ? 0 : 3, range });
    await this.engine.calculated();
  }

  /** The values of a block. */
  async values(address: string, sheet = "Sheet1"): Promise<CellValue[][]> {
    return (await this.workbook.read({ sheet, ...blockAt(address) })).map((row) => row.map(({ value }) => value));
  }

  /** The value of one cell. */
  async value(address: string, sheet = "Sheet1"): Promise<CellValue> {
    return (await this.values(address, sheet))[0]?.[0] ?? null;
  }

  /** What a formula in A1 of an empty sheet fills, from its first cell on. */
  async answerOf(formula: string, rows = 1, columns = 1): Promise<CellValue[][]> {
    this.open();
    await this.enter({ A1: formula });
    return this.values(a1({ row: 0, column: 0, rows, columns }));
  }

  private type(address: string, entry: CellValue, sheet: string): void {
    const { row, column } = blockAt(address);
    const subUnitId = this.engine.book.getSheetBySheetName(sheet)?.getSheetId();
    const range = { startRow: row, startColumn: column, endRow: row, endColumn: column };
    const blank: ICellData = { v: null, f: null, si: null, p: null };
    const value: ICellData = typeof entry === "string" && entry.startsWith("=") ? { ...blank, f: entry } : { ...blank, ...valueData(typeof entry === "string" ? entry.replace(/^'/, "") : entry) };
    this.engine.run(SetRangeValuesCommand.id, { unitId: this.engine.unitId, subUnitId, range, value });
  }
}

export function blockAt(address: string): CellBlock {
  const block = blockOf(address);
  if (!block) throw new Error(`${address} is no block`);
  return block;
}
