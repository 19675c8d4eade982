import type { CellBlock, RangeAddress } from "./address.ts";

/** What a cell holds. Errors are their literal, "#N/A"; a blank cell is null. */
export type CellValue = number | string | boolean | null;

/** What stands in a cell: the formula where it has one (in English, with commas, as typed: "=SUM(A1:A3)"), else null. */
export interface CellContent {
  readonly value: CellValue;
  readonly formula: string | null;
}

/** The looks the add-in gives to cells it writes; each adapter maps them to its host's formats. */
export type CellStyle = "title" | "section" | "note" | "header" | "label" | "input" | "formula" | "printed" | "total" | "check";

/**
 * One cell of a sheet to be written. A formula starts with "="; a text that merely looks like one is
 * written as text. Without value and formula only the look is written: the cells a result spills into.
 */
export interface CellPlan {
  readonly value?: CellValue;
  readonly formula?: string;
  readonly style?: CellStyle;
  /** Number format in Excel's notation: "#,##0.00", "0.00%". */
  readonly format?: string;
  readonly wrap?: boolean;
  /** Where its style, or the kind of its value, would put it elsewhere. */
  readonly align?: Align;
  /** Lines of text to leave room for where the text is not known beforehand: the header a formula spills. */
  readonly lines?: number;
}

export type Align = "left" | "center" | "right";

/** A sheet to be added: all that belongs to it, as data. */
export interface SheetPlan {
  /** The wanted name; where it is taken, the host's next free one ("… (2)") is used. */
  readonly name: string;
  /** Widths in characters, from column A on. */
  readonly columnWidths: readonly number[];
  /** Rows from row 1 on; undefined leaves a cell untouched. Rows are made as high as their wrapped texts need. */
  readonly rows: readonly (readonly (CellPlan | undefined)[])[];
  readonly merged?: readonly PlanBlock[];
  readonly frozenRows?: number;
  readonly frozenColumns?: number;
  /** Rows from row 1 on that every printed page repeats; the sheet then prints in landscape, fitted to one page wide. */
  readonly printTitleRows?: number;
  /** Names for blocks of the sheet that hold in the whole workbook; a taken one becomes "…_2". */
  readonly names?: readonly (PlanBlock & { readonly name: string })[];
  readonly charts?: readonly ChartPlan[];
}

/** A block of the planned sheet. */
export type PlanBlock = CellBlock;

export type ChartKind = "column" | "column-stacked" | "bar" | "bar-stacked" | "line";

/** A chart of the host over cells of the planned sheet: it follows them. */
export interface ChartPlan {
  readonly kind: ChartKind;
  readonly title: string;
  readonly categories: PlanBlock;
  readonly series: readonly ChartSeries[];
  /** The cells it lies over. */
  readonly place: PlanBlock;
}

export interface ChartSeries {
  readonly name: string;
  readonly values: PlanBlock;
  /** Takes its room without being drawn: what the bars of a waterfall stand on. */
  readonly hidden?: boolean;
}

/** What a mark says of its cells: a difference, a rounding tail, a remark. */
export type MarkKind = "break" | "tail" | "note";

export interface Mark {
  readonly range: RangeAddress;
  readonly kind: MarkKind;
}

export interface SheetSummary {
  readonly name: string;
  /** The rows and columns in use, from A1 on; 0 × 0 for an empty sheet. */
  readonly rows: number;
  readonly columns: number;
}

/** Cells of a sheet that stands. undefined leaves a cell alone; { value: null } empties it, its look stays unless one is given. */
export interface BlockPlan extends CellPlace {
  readonly sheet: string;
  readonly cells: readonly (readonly (CellPlan | undefined)[])[];
}

interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** What is written as one step: sheets to be added, and blocks of sheets that stand. */
export interface Changes {
  readonly sheets?: readonly SheetPlan[];
  readonly blocks?: readonly BlockPlan[];
}

/** What stood in a block before it was written, as a plan that puts contents and number formats back. */
export type BlockBefore = BlockPlan;

/** How a longer writing is followed, and stopped. */
export interface WritingRun {
  /** An AbortSignal, whose own type the core compiles without. Once aborted, everything is put back, and the writing rejects with "stopped". */
  readonly signal?: { readonly aborted: boolean };
  /** Hears how many of all cells have been written. */
  onProgress?(written: number, of: number): void;
  /** Is given what stands in the blocks before the first cell changes; the writing waits for it. */
  journal?(before: readonly BlockBefore[]): Promise<void>;
  /** Hears that all is written and calculated, before a large new sheet is shown, which takes its time too. */
  onCalculated?(): void;
}

/** Something written in one go, and how to take it back: true once nothing of it is left. */
export interface Written {
  /** The sheets added, under the names they got, and those written on. */
  readonly sheets: readonly string[];
  undo(): Promise<boolean>;
}

/** A block that a person has named, or a table, to be offered as a source. */
export interface NamedRange {
  readonly name: string;
  readonly range: RangeAddress;
  readonly kind: "table" | "name";
}

export type Unsubscribe = () => void;

/** Why a workbook did not do what was asked of it: a code and its facts; locales make the sentence. */
export type WorkbookIssue =
  | { code: "sheet-missing"; sheet: string }
  | { code: "sheet-protected"; sheet: string }
  | { code: "workbook-protected" }
  | { code: "cell-being-edited" }
  | { code: "range-missing" }
  | { code: "range-occupied"; range: string }
  | { code: "state-newer"; key: string; version: number }
  | { code: "state-unreadable"; key: string }
  | { code: "too-many-sheets" }
  | { code: "stopped" }
  /** A writing failed, and what was there could not be put back. */
  | { code: "half-written"; sheets: string }
  | { code: "host-missing" }
  | { code: "host-busy" }
  | { code: "host-failed"; detail: string };

export class WorkbookRefusal extends Error {
  override readonly name = "WorkbookRefusal";
  readonly issue: WorkbookIssue;

  constructor(issue: WorkbookIssue, options?: ErrorOptions) {
    super(issue.code, options);
    this.issue = issue;
  }
}

/**
 * The workbook as the pane sees it. Two adapters implement it, and one contract suite holds both
 * to it; a new operation needs both adapters and a contract test. Every promise rejects with a
 * WorkbookRefusal where the host says no; a rejection leaves nothing half-written.
 */
export interface Workbook {
  /** All sheets, in their order. */
  sheets(): Promise<SheetSummary[]>;
  /** The selected block, the first of several. */
  selection(): Promise<RangeAddress>;
  /** Shows the sheet and selects the block. */
  select(range: RangeAddress): Promise<void>;
  /** The contents of a block, row by row. */
  read(range: RangeAddress): Promise<CellContent[][]>;
  /** Writes one formula into one cell as a user would type it; spills where its result is a block. */
  writeFormula(cell: RangeAddress, formula: string): Promise<Written>;
  /**
   * Adds sheets, never over a user's, and writes into sheets that stand, all as one step, in slices that let the host live between
   * them. All of it stands in the end, or nothing: where it fails or is stopped, what was there is put back. The first sheet is shown.
   */
  write(changes: Changes, run?: WritingRun): Promise<Written>;
  /** Follows a block through inserted, deleted and moved rows and columns, in the file too; gives the name it is asked for by. */
  pin(range: RangeAddress): Promise<string>;
  /** Where pinned blocks lie by now, in the order of their names; null where all of a block has been deleted, or its sheet. */
  pinned(pins: readonly string[]): Promise<(RangeAddress | null)[]>;
  /** Follows the blocks no longer. */
  unpin(pins: readonly string[]): Promise<void>;
  /** The tables and the named blocks of the workbook. */
  namedRanges(): Promise<NamedRange[]>;
  /**
   * Calls the listener after values have changed: with the blocks that a person or this program has changed,
   * or with null where the workbook tells of no block: after a calculation, or with a sheet that came or went.
   */
  onChanged(listener: (changed: readonly RangeAddress[] | null) => void): Unsubscribe;
  /** Marks cells by colour in place of all marks shown before; none takes them away without trace. No format of a cell is touched. */
  showMarks(marks: readonly Mark[]): Promise<void>;
  /** Calls the listener after another block has been selected. */
  onSelected(listener: () => void): Unsubscribe;
  /** A small JSON document saved inside the file, under a key; null where there is none. */
  loadState(key: string): Promise<unknown>;
  saveState(key: string, value: unknown): Promise<void>;
}
