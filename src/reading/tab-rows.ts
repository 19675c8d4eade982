import { cellAt, type CellRow } from "./printed-cell.ts";
import { isFigure } from "./printed-words.ts";
import { runsOf, type TableRegion, type TextLine } from "./text-lines.ts";

/** The tables whose cells are parted by tabs, or by upright lines as in Markdown. */
export function tabRegions(lines: readonly TextLine[]): readonly TableRegion[] {
  return runsOf(lines, ({ text }) => text.includes("\t") || isBarred(text)).flatMap((run) => {
    const rows = run.flatMap((line, index) => (line.kind === "words" ? [tabRow(line, index > 0 && run[index - 1]?.kind !== "words")] : []));
    return isTable(rows) ? [{ parted: "tabs", lines: run.map(({ number }) => number), rows, unread: [], doubts: [] } as const] : [];
  });
}

const isBarred = (text: string) => /^\s*[|│].*[|│]\s*$/.test(text) && (text.match(/[|│]/g)?.length ?? 0) > 2;

function tabRow({ text, number }: TextLine, afterBreak: boolean): CellRow {
  const isBar = isBarred(text);
  const parts = text.split(isBar ? /[|│]/ : "\t");
  let start = 0;
  const cells = parts.map((part) => {
    const cell = cellAt(text, number, start, start + part.length);
    start += part.length + 1;
    return cell;
  });
  // A barred line begins and ends with a bar, so that nothing stands before the first and behind the last.
  return { cells: isBar ? cells.slice(1, -1) : cells, lines: [number], afterBreak, marked: false };
}

/** A tab at the beginning of a line, or one between a heading and its page, makes no table. */
function isTable(rows: readonly CellRow[]): boolean {
  const wide = rows.filter(({ cells }) => cells.filter(({ text }) => text !== "").length > 1);
  return wide.length > 1 || wide.some(({ cells }) => cells.some(({ text }) => isFigure(text)));
}
