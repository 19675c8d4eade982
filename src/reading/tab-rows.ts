import { cellAt, type CellRow } from "./printed-cell.ts";
import { isFigure } from "./printed-words.ts";
import { runsOf, type TableRegion, type TextLine } from "./text-lines.ts";

/** The tables whose cells are parted by tabs. */
export function tabRegions(lines: readonly TextLine[]): readonly TableRegion[] {
  return runsOf(lines, ({ text }) => text.includes("\t")).flatMap((run) => {
    const rows = run.flatMap((line, index) => (line.kind === "words" ? [tabRow(line, index > 0 && run[index - 1]?.kind !== "words")] : []));
    return isTable(rows) ? [{ parted: "tabs", lines: run.map(({ number }) => number), rows, unread: [], doubts: [] } as const] : [];
  });
}

function tabRow({ text, number }: TextLine, afterBreak: boolean): CellRow {
  let start = 0;
  const cells = text.split("\t").map((part) => {
    const cell = cellAt(text, number, start, start + part.length);
    start += part.length + 1;
    return cell;
  });
  return { cells, lines: [number], afterBreak, marked: false };
}

/** A tab at the beginning of a line, or one between a heading and its page, makes no table. */
function isTable(rows: readonly CellRow[]): boolean {
  const wide = rows.filter(({ cells }) => cells.filter(({ text }) => text !== "").length > 1);
  return wide.length > 1 || wide.some(({ cells }) => cells.some(({ text }) => isFigure(text)));
}
