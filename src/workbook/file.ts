/** A cell of a named sheet, as a person finds it: 减值测试!B7. */
export type CellName = string;

/** What a file held that this workbook cannot keep, or keeps in another form; locales make the words. */
export type Loss =
  | { readonly code: LostPart; readonly sheets: readonly string[] }
  | { readonly code: LostInCells; readonly cells: readonly CellName[]; readonly count: number }
  | { readonly code: LostInWorkbook }
  | { readonly code: "names-dropped"; readonly names: readonly string[] }
  | { readonly code: "unknown-parts"; readonly parts: readonly string[] };

/** Things that lie on sheets and are gone once the workbook is saved here. */
export type LostPart =
  | "charts"
  | "chart-looks"
  | "images"
  | "shapes"
  | "pivot-tables"
  | "slicers"
  | "comments"
  | "data-validation"
  | "conditional-formats"
  | "tables"
  | "filters"
  | "hyperlinks"
  | "sheet-protection"
  | "outline-groups"
  | "sparklines"
  | "controls"
  | "embedded-objects"
  | "line-looks"
  | "page-breaks"
  | "print-areas"
  | "split-panes"
  | "chart-sheets";

/** Things of single cells that are kept in a plainer form. */
export type LostInCells = "rich-text" | "looks" | "formulas-as-values" | "array-formulas" | "implicit-intersection";

export type LostInWorkbook = "macros" | "external-links" | "workbook-protection" | "dates-1904" | "custom-data" | "data-connections" | "signatures";

/** Why a file was not opened or not written; the open workbook stays as it was. */
export type FileIssue =
  | { readonly code: "file-empty" }
  | { readonly code: "file-protected" }
  | { readonly code: "file-old-excel" }
  | { readonly code: "file-binary-excel" }
  | { readonly code: "file-open-document" }
  | { readonly code: "file-text" }
  | { readonly code: "file-no-workbook" }
  | { readonly code: "file-damaged"; readonly detail: string }
  | { readonly code: "file-too-large"; readonly megabytes: number; readonly limit: number }
  | { readonly code: "text-too-long"; readonly cell: CellName; readonly length: number; readonly limit: number }
  | { readonly code: "formula-too-long"; readonly cell: CellName; readonly length: number; readonly limit: number }
  | { readonly code: "sheet-name-unfit"; readonly sheet: string };

export class FileRefusal extends Error {
  override readonly name = "FileRefusal";
  readonly issue: FileIssue;

  constructor(issue: FileIssue, options?: ErrorOptions) {
    super(issue.code, options);
    this.issue = issue;
  }
}
