import type { SheetPart, SheetRow } from "../../links/source/sheet-rows.ts";
import type { SourceIssue } from "../../links/source/source-table.ts";

/** What the worker is asked: the sheets of a file, or the rows of a part of it. */
export interface SpreadsheetRequest {
  readonly bytes: Uint8Array;
  readonly part: SheetPart | null;
}

/** What the worker tells while it reads a file, and in the end. */
export type SpreadsheetMessage =
  | { readonly kind: "names"; readonly names: readonly string[] }
  /** How much of it has been read, from 0 to 1. */
  | { readonly kind: "share"; readonly share: number }
  | { readonly kind: "rows"; readonly rows: readonly SheetRow[] }
  | { readonly kind: "end" }
  | { readonly kind: "refused"; readonly issue: SourceIssue }
  | { readonly kind: "failed"; readonly detail: string };
