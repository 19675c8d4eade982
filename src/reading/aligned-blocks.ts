import { isValue } from "./aligned-columns.ts";
import { tokensOf } from "./display-text.ts";
import { isNote, statedUnit } from "./printed-words.ts";
import type { TextLine } from "./text-lines.ts";

const WIDEST_PIECE = 44;

type Shape = "row" | "piece" | "prose" | "blank" | "furniture";

function shapeOf({ text, kind }: TextLine): Shape {
  if (kind !== "words") return kind;
  if (isNote(text) || statedUnit(text)) return "prose";
  const tokens = tokensOf(text, 2);
  if (statedUnit(tokens.at(-1)?.text ?? "")) return "prose";
  if (tokens.length > 1) return "row";
  const [only] = tokens;
  return only !== undefined && only.right - only.left <= WIDEST_PIECE && !/[。；：:;，,]$/.test(only.text) ? "piece" : "prose";
}

/**
 * The blocks of lines printed in columns of spaces, each as the pages it stands on: lines of several cells, with blank
 * lines and lone words between them.
 */
export function alignedBlocks(lines: readonly TextLine[]): readonly (readonly (readonly TextLine[])[])[] {
  const blocks: TextLine[][][] = [];
  let pages: TextLine[][] | undefined;
  let held: TextLine[] = [];
  let isNewPage = false;
  for (const line of lines) {
    const shape = shapeOf(line);
    if (shape === "row") {
      if (pages === undefined) blocks.push((pages = [[...adjacentPieces(held), line]]));
      else if (isNewPage) pages.push([...adjacentPieces(held), line]);
      else pages.at(-1)?.push(...held, line);
      [held, isNewPage] = [[], false];
    } else if (shape === "furniture" && pages) {
      pages.at(-1)?.push(...adjacentAfter(held));
      [held, isNewPage] = [[], true];
    } else if (shape === "piece" || shape === "blank") {
      held.push(line);
    } else {
      pages?.at(-1)?.push(...(isNewPage ? [] : adjacentAfter(held)));
      [pages, held, isNewPage] = [undefined, [], false];
    }
  }
  pages?.at(-1)?.push(...(isNewPage ? [] : adjacentAfter(held)));
  return blocks.map((block) => block.map(withoutEdges)).filter(isTable);
}

/** The lone words straight above a block's first line. */
function adjacentPieces(held: readonly TextLine[]): readonly TextLine[] {
  return held.slice(held.findLastIndex(({ kind }) => kind !== "words") + 1);
}

/** The lone words straight below a block's last line. */
function adjacentAfter(held: readonly TextLine[]): readonly TextLine[] {
  const end = held.findIndex(({ kind }) => kind !== "words");
  return end === -1 ? held : held.slice(0, end);
}

const withoutEdges = (lines: readonly TextLine[]) => lines.slice(0, lines.findLastIndex(({ kind }) => kind === "words") + 1);

/** Two lines with figures in columns, or three with words in as many columns each. */
function isTable(pages: readonly (readonly TextLine[])[]): boolean {
  const tokens = pages.flat().filter(({ kind }) => kind === "words").map(({ text }) => tokensOf(text, 2));
  const rows = tokens.filter((line) => line.length > 1);
  const figures = rows.filter((line) => line.some(({ text }) => isValue(text)));
  const [first] = rows;
  return figures.length > 1 || (figures.length === 1 && rows.length > 1) || (rows.length > 2 && rows.every((line) => line.length === first?.length));
}
