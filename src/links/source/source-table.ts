import type { LineRange } from "../../reading/printed-document.ts";
import type { IncomingTable } from "../incoming-table.ts";

/** A table read from outside the workbook: its values as they are to stand in cells, and what could not be read of it. */
export interface SourceTable extends IncomingTable {
  /** What each column holds. A date column's values are serial numbers of the 1900 calendar; a percent column's are fractions. */
  readonly kinds: readonly ColumnKind[];
  /** The unit stated over the table, and each column's own. */
  readonly unit: string | undefined;
  readonly units: readonly (string | undefined)[];
  /** Columns, one or two together, that name each row: the likeliest first. */
  readonly keys: readonly (readonly number[])[];
  /** Cells among figures that are no figure; they stand as the text they are. */
  readonly unread: readonly UnreadCell[];
  /** What is wrong with the source as a whole or with some of its rows. */
  readonly faults: readonly SourceFault[];
}

export type ColumnKind = "number" | "percent" | "date" | "text";

export interface UnreadCell {
  /** Positions in the table. */
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly place: SourcePlace;
}

/** Where something stands in its source: a line of a text, a row of a sheet, an element of a JSON list; all count from 1. */
export type SourcePlace = { readonly line: number } | { readonly sheetRow: number } | { readonly element: number };

/** A source that was read only in part, or doubtfully. `breaks` are those that hint at a file that is not whole. */
export type SourceFault =
  /** A quotation mark is never closed, so that the rest of the file is one cell. */
  | { readonly code: "quote-open"; readonly line: number }
  /** The last line ends in the middle: no line end, and fewer cells than the others. */
  | { readonly code: "last-line-cut"; readonly line: number }
  /** The last character is not whole. */
  | { readonly code: "character-cut" }
  /** Rows with more or fewer cells than the header; cells beyond it are left out. */
  | { readonly code: "rows-uneven"; readonly lines: readonly number[]; readonly count: number; readonly expected: number }
  /** Lines above the header that are no part of the table. */
  | { readonly code: "lines-above"; readonly lines: LineRange }
  /** Lines of a printed text that could not be put into cells, or were put there on a ground to look at. */
  | { readonly code: "lines-unread" | "lines-doubtful"; readonly why: string; readonly lines: LineRange };

/** Faults that hint at a file that is not whole: nothing of it should be written without the person's word. */
export function isPartial(table: SourceTable): boolean {
  return table.faults.some(({ code }) => code === "quote-open" || code === "last-line-cut" || code === "character-cut");
}

/** Why a source gives no table at all; locales make the words. */
export type SourceIssue =
  | { readonly code: "source-empty" }
  | { readonly code: "encoding-unknown" }
  | { readonly code: "no-table" }
  | { readonly code: "sheet-missing"; readonly sheet: string }
  | { readonly code: "file-unreadable"; readonly detail: string }
  | { readonly code: "json-no-table" }
  | { readonly code: "address-unfit"; readonly url: string }
  | { readonly code: "origin-not-allowed"; readonly origin: string }
  | { readonly code: "address-unreachable"; readonly origin: string }
  | { readonly code: "address-status"; readonly origin: string; readonly status: number }
  | { readonly code: "address-too-large"; readonly limit: number }
  | { readonly code: "address-too-slow"; readonly seconds: number }
  | { readonly code: "stopped" };

export class SourceRefusal extends Error {
  override readonly name = "SourceRefusal";
  readonly issue: SourceIssue;

  constructor(issue: SourceIssue, options?: ErrorOptions) {
    super(issue.code, options);
    this.issue = issue;
  }
}
