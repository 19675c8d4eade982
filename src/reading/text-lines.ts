import type { CellRow } from "./printed-cell.ts";
import type { DoubtReason, PrintedTable, Remark, UnreadReason } from "./printed-document.ts";
import { isPageMark, isRule, statedUnit } from "./printed-words.ts";

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
  return withoutUnitsAgain(lines.map((line, index) => ({ number: index + 1, text: line, kind: kindOf(line, lines[index - 1], lines[index + 1]) })));
}

/** The lines with a table's unit, printed again where the table goes on after a page mark, told to be furniture. */
function withoutUnitsAgain(lines: readonly TextLine[]): readonly TextLine[] {
  const isRow = (line: TextLine | undefined) => line !== undefined && /\t|\S(?: {2}|\u3000).*\S|[|│].*[|│]/.test(line.text);
  let unit = "";
  let [last, isMarked]: [TextLine | undefined, boolean] = [undefined, false];
  return lines.map((line) => {
    if (line.kind === "blank") return line;
    if (line.kind === "furniture") {
      isMarked = true;
      return line;
    }
    const stated = statedUnit(line.text)?.text ?? "";
    const isAgain = stated !== "" && stated === unit && isMarked && isRow(last);
    if (stated !== "") unit = stated;
    if (isAgain) return { ...line, kind: "furniture" };
    [last, isMarked] = [line, false];
    return line;
  });
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
