import type { Cell, CellStyle, CellValue, NamedRange, Sheet, Workbook } from "hucre";
import { readXlsx } from "hucre/xlsx";
import { a1OnSheet, blockOf } from "../address.ts";
import { FileRefusal, type Loss } from "../file.ts";
import { isPinName } from "../pin-name.ts";
import type { ICellData, IStyleData, IWorkbookData, IWorksheetData } from "./engine.ts";
import { pinsOfFile } from "./saved-pins.ts";
import { withShownSheet } from "./shown-sheet.ts";
import { cutToCells } from "./xlsx-array.ts";
import { FileExtras } from "./xlsx-extras.ts";
import { typedFormula } from "./xlsx-formula.ts";
import { CellLosses, lossesIn } from "./xlsx-loss.ts";
import { blockNames, engineNames, isReference } from "./xlsx-name.ts";
import { showsDate } from "./xlsx-number-format.ts";
import { partsOf, sheetParts, withMarkedFormats } from "./xlsx-parts.ts";
import { fileTables, type FileTables, withoutTables } from "./xlsx-reference.ts";
import { shiftedFormula } from "../formula-shift.ts";
import { gridOf } from "./xlsx-sheet.ts";
import { engineStyle, type Looks } from "./xlsx-style.ts";

/** A workbook as read, and what of the file it does not hold. */
export interface OpenedFile {
  readonly snapshot: IWorkbookData;
  readonly notKept: readonly Loss[];
}

/** The workbook of an .xlsx file. Refuses what is none with a FileRefusal. */
export async function snapshotOf(bytes: Uint8Array, name = ""): Promise<OpenedFile> {
  const parts = partsOf(bytes);
  const { bytes: readable, formats } = withMarkedFormats(parts);
  const all = sheetParts(parts);
  const grids = all.filter(({ isGrid }) => isGrid);
  const names = new Set(grids.map((sheet) => sheet.name));
  let book: Workbook;
  try {
    book = await readXlsx(readable, { readStyles: true, sheets: (sheet) => names.has(sheet.name) });
  } catch (error) {
    throw new FileRefusal({ code: "file-damaged", detail: error instanceof Error ? error.message : String(error) }, { cause: error });
  }
  if (book.sheets.length === 0) throw new FileRefusal({ code: "file-no-workbook" });
  const { name: fontName = "Calibri", size = 11 } = book.defaultFont ?? {};
  const looks = { themeColors: book.themeColors ?? [], font: { name: fontName, size }, format: (mark: string) => formats.get(mark) };
  const extras = new FileExtras(parts, grids);
  const reading = new Reading(book, looks, extras);
  const shownName = all[book.activeSheet ?? 0]?.name;
  const snapshot = reading.snapshot(name, shownName, new Map(grids.map((sheet) => [sheet.name, sheet.xml])));
  return { snapshot, notKept: [...lossesIn(parts, extras.chartParts), ...extras.losses(), ...reading.losses()] };
}

/** One file on its way into a snapshot. */
class Reading {
  private readonly book: Workbook;
  private readonly looks: Looks;
  private readonly extras: FileExtras;
  private readonly cellLosses = new CellLosses();
  private readonly styles: Record<string, IStyleData> = {};
  private readonly styleIds = new Map<string, { id: string; whole: boolean }>();
  private readonly isBlockName;
  private readonly dateShift: number;
  private readonly tables: FileTables;

  constructor(book: Workbook, looks: Looks, extras: FileExtras) {
    this.book = book;
    this.looks = looks;
    this.extras = extras;
    this.tables = fileTables(book.sheets);
    this.isBlockName = blockNames(book.namedRanges ?? []);
    // Days between the two calendars a file may count by.
    this.dateShift = book.dateSystem === "1904" ? 1462 : 0;
  }

  snapshot(name: string, shown: string | undefined, xmls: ReadonlyMap<string, string>): IWorkbookData {
    const ids = this.book.sheets.map((_, index) => `sheet-${index + 1}`);
    const sheetIds = new Map(this.book.sheets.map((sheet, index) => [sheet.name, ids[index] ?? ""]));
    const sheets = this.book.sheets.map((sheet, index): [string, Partial<IWorksheetData>] => [
      ids[index] ?? "",
      { id: ids[index] ?? "", ...this.grid(sheet, xmls.get(sheet.name) ?? "", sheetIds), cellData: this.cells(sheet) },
    ]);
    const names = this.names().flatMap((named) => {
      const range = this.rangeBehind(named);
      return range === undefined ? [] : [{ ...named, range }];
    });
    const book = {
      id: "opened",
      name,
      appVersion: "",
      // The host sets the language of the page; a file has none.
      locale: "zhCN" as IWorkbookData["locale"],
      defaultStyle: { ff: this.looks.font.name, fs: this.looks.font.size },
      styles: this.styles,
      sheetOrder: ids,
      sheets: Object.fromEntries(sheets),
      resources: [...engineNames(names, sheetIds), ...pinsOfFile(this.book.namedRanges ?? [], sheetIds, this.extras.pins)],
    };
    const shownId = ids[this.book.sheets.findIndex((sheet) => sheet.name === shown)];
    return shownId === undefined ? book : withShownSheet(book, shownId);
  }

  private grid(sheet: Sheet, xml: string, sheetIds: ReadonlyMap<string, string>): Partial<IWorksheetData> {
    const grid = gridOf(sheet, xml, this.looks);
    return { ...grid, custom: { ...grid.custom, ...this.extras.of(sheet, sheetIds) } };
  }

  /** The names that are not ours. */
  private names = () => (this.book.namedRanges ?? []).filter(({ name }) => !isPinName(name));

  losses(): Loss[] {
    const dropped = this.names().filter((named) => this.rangeBehind(named) === undefined && !named.name.startsWith("_xlnm."));
    const printed = this.book.sheets.filter(({ pageSetup }) => pageSetup?.printArea ?? pageSetup?.printTitlesColumn);
    return [
      ...(printed.length > 0 ? [{ code: "print-areas" as const, sheets: printed.map(({ name }) => name) }] : []),
      ...(dropped.length > 0 ? [{ code: "names-dropped" as const, names: dropped.map(({ name }) => name) }] : []),
      ...this.cellLosses.all(),
    ];
  }

  private rangeOf = (name: string) => this.book.namedRanges?.find((named) => named.name.toUpperCase() === name.toUpperCase() && isReference(named.range))?.range;

  private rangeBehind = ({ name, range, scope }: NamedRange) => (name.startsWith("_xlnm.") ? undefined : withoutTables(range, this.tables, { sheet: scope ?? "", row: -1 }));

  private cells(sheet: Sheet): IWorksheetData["cellData"] {
    const data: Record<number, Record<number, ICellData>> = {};
    const spilled = spilledCells(sheet);
    const masters = sharedMasters(sheet);
    const put = (row: number, column: number, cell: ICellData) => {
      if (Object.keys(cell).length > 0) (data[row] ??= {})[column] = cell;
    };
    sheet.rows.forEach((row, r) => {
      row.forEach((value, c) => {
        const key = `${r},${c}`;
        const cell = sheet.cells?.get(key);
        const style = this.styleOf(sheet, cell, r, c);
        if (spilled.has(key)) return put(r, c, style);
        const formula = cell && this.formulaOf(sheet, cell, r, c, masters);
        put(r, c, { ...this.valueOf(value, cell), ...(formula !== undefined && { f: `=${formula}` }), ...style });
      });
    });
    return data;
  }

  private valueOf(value: CellValue, cell: Cell | undefined): ICellData {
    const given = cell?.formulaResult ?? value;
    if (typeof given === "number") {
      const format = cell?.style?.numFmt && this.looks.format(cell.style.numFmt);
      return { v: this.dateShift !== 0 && cell?.formula === undefined && format && showsDate(format) ? given + this.dateShift : given, t: 2 };
    }
    if (typeof given === "boolean") return { v: given ? 1 : 0, t: 3 };
    return typeof given === "string" ? { v: given, t: 1 } : {};
  }

  private formulaOf(sheet: Sheet, cell: Cell, row: number, column: number, masters: ReturnType<typeof sharedMasters>): string | undefined {
    const master = cell.formula === "" && cell.formulaSharedIndex !== undefined ? masters.get(cell.formulaSharedIndex) : undefined;
    const written = master ? shiftedFormula(master.formula, row - master.row, column - master.column) : cell.formula;
    if (!written) return undefined;
    const place = () => a1OnSheet({ sheet: sheet.name, row, column, rows: 1, columns: 1 });
    const stored = withoutTables(written, this.tables, { sheet: sheet.name, row });
    if (stored === undefined) {
      this.cellLosses.add("formulas-as-values", place());
      return undefined;
    }
    const typed = typedFormula(stored);
    if (cell.formulaDynamic) return typed;
    if (cell.formulaType === "array") {
      if (cell.formulaRef?.includes(":")) this.cellLosses.add("array-formulas", place());
      return typed;
    }
    const cut = cutToCells(typed, this.isBlockName, this.rangeOf);
    if (cut.places > 0) this.cellLosses.add("implicit-intersection", place());
    return cut.formula;
  }

  private styleOf(sheet: Sheet, cell: Cell | undefined, row: number, column: number): Pick<ICellData, "s"> {
    const place = () => a1OnSheet({ sheet: sheet.name, row, column, rows: 1, columns: 1 });
    if ((cell?.richText ?? []).some(({ font }, index) => font !== undefined && index > 0)) this.cellLosses.add("rich-text", place());
    if (!cell?.style) return {};
    const key = JSON.stringify(cell.style);
    const known = this.styleIds.get(key) ?? this.newStyle(key, cell.style);
    if (!known.whole) this.cellLosses.add("looks", place());
    return known.id === "" ? {} : { s: known.id };
  }

  private newStyle(key: string, of: CellStyle): { id: string; whole: boolean } {
    const { style, whole } = engineStyle(of, this.looks);
    const text = JSON.stringify(style);
    const same = Object.entries(this.styles).find(([, other]) => JSON.stringify(other) === text)?.[0];
    const id = text === "{}" ? "" : (same ?? `style-${Object.keys(this.styles).length + 1}`);
    if (id !== "") this.styles[id] = style;
    this.styleIds.set(key, { id, whole });
    return { id, whole };
  }
}

/** The cells that array formulas fill beyond their own: they hold results, not entries. */
function spilledCells(sheet: Sheet): Set<string> {
  const filled = new Set<string>();
  for (const [key, { formulaType, formulaRef }] of sheet.cells ?? []) {
    const block = formulaType === "array" && formulaRef ? blockOf(formulaRef) : undefined;
    for (let r = 0; r < (block?.rows ?? 0); r += 1) {
      for (let c = 0; c < (block?.columns ?? 0); c += 1) {
        const inside = `${(block?.row ?? 0) + r},${(block?.column ?? 0) + c}`;
        if (inside !== key) filled.add(inside);
      }
    }
  }
  return filled;
}

/** The formulas that other cells share, by their number in the file. */
function sharedMasters(sheet: Sheet): Map<number, { formula: string; row: number; column: number }> {
  const masters = new Map<number, { formula: string; row: number; column: number }>();
  for (const [key, { formula, formulaSharedIndex }] of sheet.cells ?? []) {
    const [row = 0, column = 0] = key.split(",").map(Number);
    if (formula && formulaSharedIndex !== undefined) masters.set(formulaSharedIndex, { formula, row, column });
  }
  return masters;
}
