import type { CellRow } from "./printed-cell.ts";
import type { DoubtReason, PrintedTable, Remark, UnreadReason } from "./printed-document.ts";
import { isPageMark, isRule } from "./printed-words.ts";

/** A line of a text and what it is before it is known whether it belongs to a table. */
export interface TextLine {
  readonly number: number;
  readonly text: string;
  readonly kind: "blank" | "furniture" | "words";
}

/** Lines that one way of parting cells took for tables. */
export interface TableRegion {
  readonly parted: PrintedTable["parted"];
  readonly lines: readonly number[];
  readonly rows: readonly CellRow[];
  readonly unread: readonly Remark<UnreadReason>[];
  /** Doubts about tables of the region that the parting of their cells raised. */
  readonly doubts: readonly Remark<DoubtReason>[];
}

export function textLines(text: string): readonly TextLine[] {
  const lines = text.replace(/^\ufeff/, "").replace(/\f/g, " ").split(/\r\n|\n|\r/);
  return lines.map((line, index) => ({ number: index + 1, text: line, kind: kindOf(line, lines[index - 1], lines[index + 1]) }));
}

function kindOf(line: string, above = "", below = ""): TextLine["kind"] {
  if (line.trim() === "") return "blank";
  const isAlone = above.trim() === "" && below.trim() === "";
  return isPageMark(line) || isRule(line) || (isAlone && /^\s*\d{1,4}\s*$/.test(line)) ? "furniture" : "words";
}

/** Runs of lines that satisfy a condition, with blank lines and furniture allowed between them. */
export function runsOf(lines: readonly TextLine[], belongs: (line: TextLine) => boolean): readonly (readonly TextLine[])[] {
  const runs: TextLine[][] = [];
  let open: TextLine[] | undefined;
  for (const line of lines) {
    if (line.kind !== "words") open?.push(line);
    else if (!belongs(line)) open = undefined;
    else if (open) open.push(line);
    else runs.push((open = [line]));
  }
  return runs.map((run) => run.slice(0, run.findLastIndex(({ kind }) => kind === "words") + 1));
}
