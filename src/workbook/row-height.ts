import { looks, pixelsOf } from "./look.ts";
import type { CellPlan, SheetPlan } from "./port.ts";

// No host fits a row to merged cells, and the engine fits none that a program writes. These are the measures of the default
// size, 11 points: a line that holds Chinese, what a cell keeps free around its text, and characters from broad to narrow.
const standardSize = 11;
const standardWidth = 11.9;
const measure = { line: 20, margin: 6 } as const;
const characters: readonly [RegExp, pixels: number][] = [[/[\u2e80-\uffef]/, 14.7], [/[A-Zmw%=+×–—↑]/, 10.2], [/[ijltfrI .,:;'()/·-]/, 4.8], [/[ckosvxyz]/, 7.6], [/./, 8.1]];

const widthOf = (text: string) => [...text].reduce((sum, character) => sum + (characters.find(([kind]) => kind.test(character))?.[1] ?? 0), 0);

/** The height of a row without wrapped or large text, in pixels. */
export const standardHeight = 24;
// Excel takes no more: 409 points.
const highest = 545;

/** Heights in pixels that show every text of a planned sheet whole, from row 1 on; undefined where a row needs no more than the others. */
export function rowHeights(plan: SheetPlan): (number | undefined)[] {
  return plan.rows.map((row, r) => {
    const height = Math.round(row.reduce((highestYet, cell, c) => (mayBeHigh(cell) ? Math.max(highestYet, heightOf(cell, availableWidth(plan, r, c))) : highestYet), standardHeight));
    return height > standardHeight ? Math.min(highest, height) : undefined;
  });
}

const mayBeHigh = (cell: CellPlan | undefined): cell is CellPlan => cell !== undefined && (cell.wrap === true || cell.lines !== undefined || cell.style !== undefined);

function heightOf({ value, wrap, lines = 1, style }: CellPlan, width: number): number {
  const { size = standardSize, bold = false } = style ? looks[style] : {};
  const scale = (bold ? 1.08 : 1) * (size / standardSize);
  const texts = typeof value === "string" ? value.split("\n") : [];
  const needed = wrap ? texts.reduce((sum, text) => sum + linesOf(text, width / scale), 0) : 1;
  return Math.max(lines, needed) * measure.line * (size / standardSize) + (needed > 1 || lines > 1 || size > standardSize ? measure.margin : 0);
}

function availableWidth({ columnWidths, merged = [] }: SheetPlan, r: number, c: number): number {
  const columns = merged.find((block) => block.row === r && block.column === c)?.columns ?? 1;
  return Array.from({ length: columns }, (_, i) => pixelsOf(columnWidths[c + i] ?? standardWidth)).reduce((sum, width) => sum + width, -measure.margin);
}

/** How many lines a text takes at a width: parted between words, and between any two wide characters. */
function linesOf(text: string, width: number): number {
  let [lines, filled] = [1, 0];
  for (const [piece] of text.matchAll(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/g)) {
    const length = widthOf(piece);
    // A space may hang over the end of the line.
    if (filled > 0 && filled + widthOf(piece.trimEnd()) > width) [lines, filled] = [lines + 1, 0];
    // A word longer than the line is cut.
    lines += Math.floor(length / width);
    filled += length % width;
  }
  return lines;
}
