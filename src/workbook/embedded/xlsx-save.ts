import type { Cell, NamedRange, WriteSheet } from "hucre";
import { writeXlsx } from "hucre/xlsx";
import { a1, a1OnSheet } from "../address.ts";
import { FileRefusal } from "../file.ts";
import { stateSheet } from "../state.ts";
import type { ICellData, IRange, IStyleData, IWorkbookData, IWorksheetData } from "./engine.ts";
import { pinsForFile, placeOfPin } from "./saved-pins.ts";
import { type Find, placedCharts, placedTitleRows } from "./sheet-extras.ts";
import { shownSheet } from "./shown-sheet.ts";
import { figuresIn, fileChart, finishedChart, titleName } from "./xlsx-chart.ts";
import { finished, type Finish } from "./xlsx-finish.ts";
import type { IsBlockName } from "./xlsx-array.ts";
import { storedFormula } from "./xlsx-formula.ts";
import { blockNames, fileNames, savedRanges } from "./xlsx-name.ts";
import { callsOurs } from "./xlsx-function-names.ts";
import { shiftedFormula } from "../formula-shift.ts";
import { fileGrid, standardSize } from "./xlsx-sheet.ts";
import { type DefaultFont, fileStyle } from "./xlsx-style.ts";
import { textOfCell } from "./xlsx-text.ts";

/** Values by row and column, as the engine keeps them. */
export interface Matrix<T> {
  // The engine's optional values may also be void.
  getValue(row: number, column: number): T | null | undefined | void;
  forValue(visit: (row: number, column: number, value: T) => void): unknown;
}

/** What formulas have spilled, which a snapshot leaves out. The engine is one. */
export interface Calculated {
  spilledCells(sheetId: string): Matrix<ICellData | null | undefined | void>;
  /** The blocks that spilled formulas fill, at the place of the formula. */
  spilledBlocks(sheetId: string): Matrix<IRange>;
}

/** Live formulas, or figures alone for readers without the add-in. */
export type Contents = "formulas" | "values";

const longestText = 32_767;
const longestFormula = 8_192;

/** The workbook as an .xlsx file. Refuses with a FileRefusal what the format cannot hold. */
export async function xlsxOf(snapshot: IWorkbookData, calculated: Calculated, contents: Contents = "formulas"): Promise<Uint8Array> {
  const writing = new Writing(snapshot, calculated, contents);
  const sheets = writing.sheets();
  const shown = writing.shown(sheets);
  const bytes = await writeXlsx({
    sheets,
    namedRanges: writing.names(),
    defaultFont: writing.font,
    activeSheet: shown,
  });
  return finished(bytes, { ...writing.finish(sheets), shown });
}

class Writing {
  readonly font: DefaultFont;
  private readonly snapshot: IWorkbookData;
  private readonly calculated: Calculated;
  private readonly contents: Contents;
  private readonly isBlockName: IsBlockName;
  private readonly find: Find;
  private recalculate = false;
  /** Styles already in the file's terms, by their id. */
  private readonly written = new Map<string, Cell["style"]>();

  constructor(snapshot: IWorkbookData, calculated: Calculated, contents: Contents) {
    this.snapshot = snapshot;
    this.calculated = calculated;
    this.contents = contents;
    this.isBlockName = blockNames(savedRanges(snapshot));
    this.find = placeOfPin(snapshot);
    const { ff, fs } = this.style(snapshot.defaultStyle) ?? {};
    this.font = { name: ff ?? "Arial", size: fs ?? 11 };
  }

  sheets(): WriteSheet[] {
    return this.ordered().map(([id, sheet]) => {
      const { name = "" } = sheet;
      if (name === "" || name.length > 31 || /[\\/?*[\]:]|^'|'$/.test(name)) throw new FileRefusal({ code: "sheet-name-unfit", sheet: name });
      const charts = placedCharts(sheet, this.find).map(fileChart);
      return { ...fileGrid(sheet), ...(name === stateSheet && { hidden: false, veryHidden: true }), cells: this.cells(id, sheet), ...(charts.length > 0 && { charts }) };
    });
  }

  /** Which sheet is shown on opening, counted from 0: the one shown now, else the first that is not hidden. */
  shown(sheets: readonly WriteSheet[]): number {
    const now = shownSheet(this.snapshot);
    const at = this.ordered().findIndex(([id]) => id === now);
    return Math.max(0, at >= 0 ? at : sheets.findIndex(({ hidden, veryHidden }) => !hidden && !veryHidden));
  }

  names(): NamedRange[] {
    const sheetNames = new Map(this.ordered().map(([id, sheet]) => [id, sheet.name ?? ""]));
    const names = fileNames(this.snapshot, sheetNames);
    const titles = this.ordered().flatMap(([, sheet]) => titleName(placedTitleRows(sheet, this.find)));
    return [...(this.contents === "values" ? names.filter(({ range }) => !callsOurs(range)) : [...names, ...pinsForFile(this.snapshot, sheetNames)]), ...titles];
  }

  finish(written: readonly WriteSheet[]): Omit<Finish, "shown"> {
    const sheets = this.ordered().map(([, sheet]) => sheet);
    const figures = figuresIn(written);
    return {
      sizes: sheets.map(standardSize),
      recalculate: this.recalculate,
      charts: sheets.flatMap((sheet) => placedCharts(sheet, this.find)).map((chart) => (xml) => finishedChart(xml, chart, figures)),
    };
  }

  private ordered(): [string, Partial<IWorksheetData>][] {
    return this.snapshot.sheetOrder.flatMap((id) => {
      const sheet = this.snapshot.sheets[id];
      // What the program has saved for itself means nothing beside figures without formulas.
      return sheet && !(this.contents === "values" && sheet.name === stateSheet) ? [[id, sheet]] : [];
    });
  }

  private cells(id: string, sheet: Partial<IWorksheetData>): Map<string, Partial<Cell>> {
    const cells = new Map<string, Partial<Cell>>();
    const masters = sharedMasters(sheet.cellData ?? {});
    const spilled = this.calculated.spilledCells(id);
    const blocks = this.calculated.spilledBlocks(id);
    for (const [row, column, data] of cellsOf(sheet.cellData ?? {})) {
      const result = spilled.getValue(row, column) ?? data;
      const formula = this.contents === "values" ? undefined : formulaOf(data, row, column, masters);
      const place = () => a1OnSheet({ sheet: sheet.name ?? "", row, column, rows: 1, columns: 1 });
      const style = this.styleOf(data, sheet, row, column);
      const content = formula === undefined ? this.entered(formulaOf(data, row, column, masters) === undefined ? data : result, place) : this.live(formula, result, blocks.getValue(row, column), place);
      cells.set(`${row},${column}`, { ...content, ...(style && { style }) });
    }
    for (const [row, column] of blanksWithLook(sheet)) {
      const style = cells.has(`${row},${column}`) ? undefined : this.styleOf({}, sheet, row, column);
      if (style) cells.set(`${row},${column}`, { style });
    }
    spilled.forValue((row, column, data) => {
      const key = `${row},${column}`;
      const standing = cells.get(key);
      if (data && standing?.formula === undefined && (standing?.value ?? null) === null) cells.set(key, { ...standing, ...this.entered(data, () => key) });
    });
    return cells;
  }

  /** A value, as a person or a spill has put it. */
  private entered(data: ICellData, place: () => string): Partial<Cell> {
    const { text, runs } = textOfCell(data, this.font);
    const value = text ?? valueOf(data);
    if (typeof value === "string" && value.length > longestText) throw new FileRefusal({ code: "text-too-long", cell: place(), length: value.length, limit: longestText });
    return value === null ? {} : { value: literal(value), ...(runs && { richText: runs.map((run) => ({ ...run, text: literal(run.text) })) }) };
  }

  private live(typed: string, result: ICellData, block: IRange | null | undefined | void, place: () => string): Partial<Cell> {
    const { text, dynamic } = storedFormula(typed, this.isBlockName);
    if (text.length > longestFormula) throw new FileRefusal({ code: "formula-too-long", cell: place(), length: text.length, limit: longestFormula });
    const value = this.cached(valueOf(result));
    const area = block ?? undefined;
    const size = area && { row: area.startRow, column: area.startColumn, rows: area.endRow - area.startRow + 1, columns: area.endColumn - area.startColumn + 1 };
    const spills = dynamic || (size !== undefined && size.rows * size.columns > 1);
    return {
      type: "formula",
      formula: text,
      ...(value !== null && { formulaResult: value }),
      ...(spills && { formulaType: "array" as const, formulaRef: size ? a1(size) : (place().split("!").at(-1) ?? ""), formulaDynamic: true }),
    };
  }

  /** What is stored beside a formula. What could not be calculated here is left for Excel to calculate when it opens the file. */
  private cached(value: string | number | boolean | null): string | number | boolean | null {
    if (value !== null && value !== "#NAME?") return literal(value);
    this.recalculate = true;
    return null;
  }

  private styleOf(data: ICellData, sheet: Partial<IWorksheetData>, row: number, column: number): Cell["style"] {
    const layers = [sheet.defaultStyle, sheet.columnData?.[column]?.s, sheet.rowData?.[row]?.s, data.s].filter((layer) => layer !== undefined && layer !== null);
    const [only] = layers;
    if (layers.length === 0 || (layers.length === 1 && typeof only === "string" && this.written.has(only))) return this.written.get(String(only));
    const merged: IStyleData = Object.assign({}, ...layers.map((layer) => this.style(layer)));
    const style = fileStyle(merged, this.font);
    const found = Object.keys(style).length > 0 ? style : undefined;
    if (layers.length === 1 && typeof only === "string") this.written.set(only, found);
    return found;
  }

  private style(style: IStyleData | string | null | void | undefined): IStyleData | undefined {
    return (typeof style === "string" ? this.snapshot.styles[style] : style) ?? undefined;
  }
}

/** A text as the file must hold it where it looks like the file's own escape of a character, "_x000D_". */
const literal = <T>(value: T) => (typeof value === "string" ? value.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_") : value);

type Rows = NonNullable<IWorksheetData["cellData"]>;

function* cellsOf(rows: Rows): Generator<[number, number, ICellData]> {
  for (const [row, cells] of Object.entries(rows)) {
    for (const [column, data] of Object.entries(cells ?? {})) {
      if (data) yield [Number(row), Number(column), data as ICellData];
    }
  }
}

/** Cells among the used ones that may be blank and yet have a look, from their row or column; hucre writes none for whole columns. */
function* blanksWithLook({ cellData = {}, columnData = {}, rowData = {} }: Partial<IWorksheetData>): Generator<[number, number]> {
  const used = [...cellsOf(cellData)];
  const last = used.reduce<[number, number]>(([row, column], [r, c]) => [Math.max(row, r), Math.max(column, c)], [-1, -1]);
  for (const column of withLook(columnData)) for (let row = 0; row <= last[0]; row += 1) yield [row, column];
  for (const row of withLook(rowData)) for (let column = 0; column <= last[1]; column += 1) yield [row, column];
}

const withLook = (lines: Readonly<Record<number, { s?: unknown } | undefined>>) => Object.keys(lines).map(Number).filter((at) => lines[at]?.s);

/** Formulas that the engine keeps once for all cells they were filled into, by their id. */
function sharedMasters(rows: Rows): Map<string, { formula: string; row: number; column: number }> {
  const masters = new Map<string, { formula: string; row: number; column: number }>();
  for (const [row, column, { f, si }] of cellsOf(rows)) if (f && si) masters.set(si, { formula: f, row, column });
  return masters;
}

/** The formula of a cell as typed, without "="; undefined where it has none. */
function formulaOf({ f, si }: ICellData, row: number, column: number, masters: ReturnType<typeof sharedMasters>): string | undefined {
  if (f && f.length > 1) return f.replace(/^=/, "");
  const master = si ? masters.get(si) : undefined;
  return master && shiftedFormula(master.formula.replace(/^=/, ""), row - master.row, column - master.column);
}

/** The value of a cell: the engine keeps booleans as 0 and 1, and some numbers as text. */
function valueOf({ v, t }: ICellData): string | number | boolean | null {
  if (v === undefined || v === null) return null;
  if (t === 3) return v === 1 || v === true || v === "1" || /^true$/i.test(String(v));
  if (t === 2 && typeof v === "string" && v !== "") return Number(v);
  return v === "" ? null : v;
}
