/**
 * What stands in a printed text: its tables, cell by cell with the place of each, and the words between
 * them. Texts are as printed; what a number says is for core/tie-out to read. Whatever could not be
 * put in a cell with certainty is listed, never guessed.
 */
export interface PrintedDocument {
  readonly tables: readonly PrintedTable[];
  readonly paragraphs: readonly Paragraph[];
  /** Lines that look like part of a table but could not be put into cells; none of them stands in `tables`. */
  readonly unread: readonly Remark<UnreadReason>[];
  /** Lines that carry nothing of the text: page numbers and rules. */
  readonly furniture: readonly number[];
}

/** Characters [start, end) of a line; lines count from 1, characters from 0. */
export interface Place {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export interface PrintedTable {
  /** How its cells were parted: by tabs or upright lines, by columns of spaces, by single spaces (each row's figures from the right), or by HTML. */
  readonly parted: "tabs" | "columns" | "words" | "html";
  readonly lines: LineRange;
  /** A line of its own over the header, inside the table: 2025 年 5 月末/2025 年 6 月末. */
  readonly title: PrintedCell | undefined;
  /** The unit printed over the table (单位：万元), and where. A column's own unit comes before it. */
  readonly unit: PrintedUnit | undefined;
  readonly columns: readonly PrintedColumn[];
  /** Every row has one cell for each column. Header rows are in `columns` only. */
  readonly rows: readonly PrintedRow[];
  /** Rows that hold a heading and no figures (2024 年度), in their order; `rows` does not repeat them. */
  readonly sections: readonly PrintedCell[];
  /** 注：…, 数据来源：… straight after the table. */
  readonly notes: readonly Paragraph[];
  /** What was printed a second time after a page break and is therefore left out of `rows`. */
  readonly repeated: readonly Remark<"header" | "row" | "section">[];
  /** Rows that were read, but on a ground that the reader of the filing should look at. */
  readonly doubts: readonly Remark<DoubtReason>[];
}

export interface PrintedColumn {
  /**
   * The levels of its header from the outermost, each once: ["2025 年 5 月 31 日", "金额"]; [""] without a
   * header. Spaces where a Chinese word was folded are left out: 采购价格差 异率 is 采购价格差异率.
   */
  readonly heads: readonly string[];
  /** `heads` joined by "/". */
  readonly name: string;
  /** 万元 of 采购金额 (万元), 亿度, 元/度; undefined where the header says none. */
  readonly unit: string | undefined;
  /** "label" names the rows, "number" counts them (序号), "figures" holds mostly figures, "words" says something else (备注, 是否关联方). */
  readonly role: "number" | "label" | "figures" | "words";
  /** The indexes of the label columns that name this column's rows. Tables printed side by side have labels of their own. */
  readonly labels: readonly number[];
}

export interface PrintedRow {
  readonly lines: readonly number[];
  readonly cells: readonly PrintedCell[];
  readonly kind: "item" | "total" | "subtotal";
  /** 其中：, or one of the rows that follow it and are indented or dashed as its parts. */
  readonly ofWhich: boolean;
  /** Its figures are shares or rates in a table of amounts: 毛利率, 占比, all of them with %. */
  readonly ratio: boolean;
  /** The section heading it stands under, one of the table's `sections`. */
  readonly section: PrintedCell | undefined;
}

export interface PrintedCell {
  /** As printed, without the spaces around it; the lines of a folded cell joined; "" for a blank. */
  readonly text: string;
  /** One a line; none for a blank. */
  readonly places: readonly Place[];
  /** The cell is merged with the one above it (down) or left of it (across): `text` and `places` are that cell's. A figure so merged is one figure, printed once. */
  readonly merged: "down" | "across" | undefined;
}

export interface PrintedUnit {
  /** What stands after 单位：, such as 万元, 人民币万元, 元/吨. */
  readonly text: string;
  readonly place: Place;
}

/** Words between tables: one paragraph, its folded lines joined. */
export interface Paragraph {
  readonly text: string;
  /** Which part of `text`, from `at` on, stands at which place. */
  readonly pieces: readonly { readonly at: number; readonly place: Place }[];
}

export interface LineRange {
  readonly first: number;
  readonly last: number;
}

export interface Remark<Why extends string> {
  readonly why: Why;
  readonly lines: LineRange;
}

export type UnreadReason =
  /** Rows whose cells cannot be told apart, or that have more or fewer than their table. */
  | "columns-unclear"
  /** A header with no rows below it, cut from its table by the end of a page. */
  | "header-alone"
  /** Figures parted in the middle, letters among the digits. */
  | "garbled";

export type DoubtReason =
  /** Figures in columns without anything that names them. */
  | "no-header"
  /** A heading printed again after a page break, with rows that continue another one. */
  | "section-reprinted"
  /** A row with fewer cells than the table, put in its place by its alignment or from the left. */
  | "short-row"
  /** The levels of the header have different numbers of cells, and were matched by their repetition. */
  | "header-matched";
