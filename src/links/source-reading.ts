import type { RangeAddress } from "../workbook/address.ts";
import type { Workbook } from "../workbook/port.ts";
import type { LinkSource } from "./link.ts";
import { LinkRefusal } from "./link-refusal.ts";
import { addressTable } from "./source/address.ts";
import { columnFormats } from "./source/column-formats.ts";
import { delimitedTable } from "./source/delimited.ts";
import type { ReadingRun } from "./source/slices.ts";
import type { SourceTable } from "./source/source-table.ts";
import { spreadsheetTable } from "./source/spreadsheet.ts";
import { rangeTable } from "./source/workbook-range.ts";

/** What a source needs that does not stand in the workbook. */
export interface Supply {
  /** The file, chosen by the person or read again. */
  readonly file?: { readonly name: string; bytes(): Promise<Uint8Array> };
  /** A table that has just been pasted. */
  readonly pasted?: SourceTable;
  readonly allowedOrigins: readonly string[];
}

/** What a source says now, as it is to stand in cells. Refused: a source that is gone, or that has not been supplied. */
export async function sourceNow(workbook: Workbook, source: LinkSource, supply: Supply, run: ReadingRun = {}): Promise<SourceTable> {
  const table = await read(workbook, source, supply, run);
  return { ...table, formats: columnFormats(table) };
}

async function read(workbook: Workbook, source: LinkSource, { file, pasted, allowedOrigins }: Supply, run: ReadingRun): Promise<SourceTable> {
  switch (source.kind) {
    case "range":
    case "named": {
      const range = await sourceRange(workbook, source);
      if (!range) throw new LinkRefusal({ code: "source-gone", source: source.kind === "named" ? source.name : "" });
      return rangeTable(workbook, range, run);
    }
    case "csv":
      if (!file) throw new LinkRefusal({ code: "source-gone", source: source.file });
      return delimitedTable(await fileBytes(file), file.name, run);
    case "xlsx":
      if (!file) throw new LinkRefusal({ code: "source-gone", source: source.file });
      return spreadsheetTable(await fileBytes(file), source, run);
    case "paste":
      if (!pasted) throw new LinkRefusal({ code: "source-gone", source: source.from });
      return pasted;
    case "address":
      return addressTable(source.url, { allowedOrigins }, run);
  }
}

/** What a file holds. One that has been moved, or changed since it was chosen, the browser does not read. */
export async function fileBytes(file: NonNullable<Supply["file"]>): Promise<Uint8Array> {
  try {
    return await file.bytes();
  } catch (error) {
    if (error instanceof DOMException) throw new LinkRefusal({ code: "source-gone", source: file.name });
    throw error;
  }
}

/** Where a source of this workbook stands now; null where it is gone, undefined for one from outside. */
export async function sourceRange(workbook: Pick<Workbook, "pinned" | "namedRanges">, source: LinkSource): Promise<RangeAddress | null | undefined> {
  if (source.kind === "range") return (await workbook.pinned([source.pin]))[0] ?? null;
  if (source.kind === "named") return (await workbook.namedRanges()).find(({ name }) => name === source.name)?.range ?? null;
  return undefined;
}
