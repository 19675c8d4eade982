import { readDocx } from "../reading/docx.ts";
import { readHtml } from "../reading/html.ts";
import type { PrintedDocument } from "../reading/printed-document.ts";
import { readText } from "../reading/text.ts";
import { type SheetCells, sheetDocument } from "./sheet-document.ts";

/** What can be checked: words, a file with its name, cells of a sheet. */
export type CheckSource =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "file"; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: "cells"; readonly cells: SheetCells };

/** Why a source is not read: a PDF, another kind of file, a damaged one; or nothing in it to check. */
export type NotRead = "pdf" | "kind" | "damaged" | "empty";

/** A source as read, with its lines where it has lines of its own. */
export interface ReadSource {
  readonly document: PrintedDocument;
  readonly lines: readonly string[] | undefined;
}

export function readSource(source: CheckSource): ReadSource | NotRead {
  switch (source.kind) {
    case "text":
      return plainText(source.text);
    case "cells":
      return { document: sheetDocument(source.cells), lines: undefined };
    case "file":
      return readFile(source);
  }
}

function readFile({ name, bytes }: Extract<CheckSource, { kind: "file" }>): ReadSource | NotRead {
  const kind = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? "txt";
  switch (kind) {
    case "pdf":
      return "pdf";
    case "docx": {
      const document = readDocx(bytes);
      return document ? { document, lines: undefined } : "damaged";
    }
    case "html":
    case "htm":
      return { document: readHtml(decoded(bytes)), lines: undefined };
    case "txt":
      return plainText(decoded(bytes));
    default:
      return "kind";
  }
}

const plainText = (text: string): ReadSource => ({ document: readText(text), lines: text.replace(/^\ufeff/, "").split(/\r\n|\n|\r/) });

/** UTF-8 or UTF-16, or the encoding of Chinese text files that are neither. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
