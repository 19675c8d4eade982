import { alignedBlocks } from "./aligned-blocks.ts";
import { cutAtFigures, cutOverLanes, isValue, placed, type Lane, type TokenLine } from "./aligned-columns.ts";
import { foldedLines, withoutFirstWords, type HeadedRun, type PlacedLine } from "./aligned-folds.ts";
import { geometryOf } from "./aligned-geometry.ts";
import { headerLevels } from "./aligned-header.ts";
import { tokensOf, type Token } from "./display-text.ts";
import { BLANK, cellAt, type CellRow } from "./printed-cell.ts";
import type { Remark, UnreadReason } from "./printed-document.ts";
import { totalKind } from "./printed-words.ts";
import type { TableRegion, TextLine } from "./text-lines.ts";

interface Block {
  readonly rows: readonly CellRow[];
  readonly unread: readonly Remark<UnreadReason>[];
}

/** The tables whose cells stand in columns of spaces. */
export function alignedRegions(lines: readonly TextLine[]): readonly TableRegion[] {
  return alignedBlocks(lines).map((pages) => {
    const hasValues = pages.map((page) => page.some(({ text }) => tokensOf(text, 2).some((token) => isValue(token.text))));
    const blocks = pages.map((page, index) => blockOf(page, index > 0, hasValues.includes(true)));
    return {
      parted: "columns",
      lines: pages.flat().map(({ number }) => number),
      rows: blocks.flatMap(({ rows }) => rows),
      unread: blocks.flatMap(({ unread }) => unread),
      doubts: [],
    };
  });
}

function blockOf(page: readonly TextLine[], afterBreak: boolean, hasValues: boolean): Block {
  const { lines, lanes, wideColumns } = geometryOf(page);
  const placedLines = lines.map((line) => placedLine(line, lanes, wideColumns));
  const runs = hasValues ? headedRuns(placedLines, lanes) : [{ header: placedLines.slice(0, 1), body: placedLines.slice(1) }];
  const rows: CellRow[] = [];
  const unread: Remark<UnreadReason>[] = [];
  runs.forEach((run, index) => {
    const { header, body } = withoutFirstWords(run);
    const levels = headerLevels(header.map(({ source }) => source), lanes);
    if (levels === undefined) unread.push(...header.map(({ source }) => unclear(source)));
    const read = foldedLines(body);
    unread.push(...body.filter(({ cells }) => cells === undefined).map(({ source }) => unclear(source)));
    const all = [...(levels ?? []), ...centredLabels(read)];
    rows.push(...all.map((row, at) => (at === 0 ? { ...row, afterBreak: afterBreak || index > 0 } : row)));
  });
  return { rows, unread };
}

const unclear = ({ number }: TokenLine) => ({ why: "columns-unclear", lines: { first: number, last: number } }) as const;

function placedLine(uncut: TokenLine, lanes: readonly Lane[], wideColumns: 1 | 2): PlacedLine {
  const tokens = cutAtFigures(uncut, wideColumns);
  const hasValues = tokens.some(({ text }) => isValue(text));
  const source = hasValues ? uncut : cutOverLanes(uncut, lanes, wideColumns);
  const cell = (token: Token | undefined) => (token ? cellAt(source.line, source.number, token.start, token.end) : BLANK);
  const cells = placed(lanes, hasValues ? tokens : source.tokens)?.map(cell) ?? placed(lanes, source.tokens)?.map(cell);
  return { source, cells, hasValues };
}

/** The lines of a block cut where words stand over several columns of figures: there a header begins. */
function headedRuns(lines: readonly PlacedLine[], lanes: readonly Lane[]): readonly HeadedRun[] {
  const values = lanes.map((_, lane) => lines.filter(({ cells }) => isValue(cells?.[lane]?.text ?? "")).length);
  const texts = lanes.map((_, lane) => lines.filter(({ cells, hasValues }) => hasValues && (cells?.[lane]?.text ?? "") !== "").length);
  const isFigureLane = (lane: number) => (values[lane] ?? 0) * 2 > (texts[lane] ?? 0);
  const isHeaderLine = ({ hasValues, source }: PlacedLine) =>
    !hasValues && source.tokens.filter((token) => lanes.some((lane, index) => isFigureLane(index) && token.left < lane.right && token.right > lane.left)).length > 1;
  const runs: { header: PlacedLine[]; body: PlacedLine[] }[] = [];
  let inHeader = false;
  lines.forEach((line, index) => {
    const open = runs.at(-1);
    const startsHeader = isHeaderLine(line) || (open === undefined && !line.hasValues);
    const continues = inHeader && !line.hasValues && (isHeaderLine(line) || lines.slice(index).find((later) => later.hasValues || isHeaderLine(later))?.hasValues === false || !line.source.apart);
    if (continues) open?.header.push(line);
    else if (startsHeader && !inHeader) {
      runs.push({ header: [...piecesAbove(open, line), line], body: [] });
      inHeader = true;
    } else {
      if (open === undefined) runs.push({ header: [], body: [line] });
      else open.body.push(line);
      inHeader = false;
    }
  });
  return runs;
}

/** Lone words straight above a header line belong to it. */
function piecesAbove(open: { body: PlacedLine[] } | undefined, line: PlacedLine): PlacedLine[] {
  const pieces: PlacedLine[] = [];
  let below = line;
  for (let last = open?.body.at(-1); open && last && !last.hasValues && !below.source.apart; last = open.body.at(-1)) {
    open.body.pop();
    pieces.unshift(last);
    below = last;
  }
  return pieces;
}

/**
 * A first label printed once in the middle of its rows (2017 年 beside five customers), given to all of them, where each
 * group of rows up to a total has exactly one.
 */
function centredLabels(rows: readonly CellRow[]): readonly CellRow[] {
  const isTotal = ({ cells }: CellRow) => cells.slice(0, 2).some(({ text }) => totalKind(text) !== "item");
  const items = rows.filter((row) => !isTotal(row));
  const isSparse = items.every(({ cells }) => (cells[1]?.text ?? "") !== "" && !isValue(cells[1]?.text ?? "")) && items.some(({ cells }) => cells[0]?.text === "");
  if (!isSparse) return rows;
  const groups = rows.reduce<CellRow[][]>((before, row) => {
    if (isTotal(row)) return [...before, [row], []];
    before.at(-1)?.push(row);
    return before;
  }, [[]]);
  const labels = groups.map((group) => group.filter((row) => !isTotal(row) && row.cells[0]?.text !== "").map(({ cells }) => cells[0]));
  if (groups.some((group, index) => group.some((row) => !isTotal(row)) && labels[index]?.length !== 1)) return rows;
  return groups.flatMap((group, index) =>
    group.map((row) => {
      const label = labels[index]?.[0];
      if (label === undefined || row.cells[0]?.text !== "" || isTotal(row)) return row;
      return { ...row, cells: [{ ...label, merged: "down" as const }, ...row.cells.slice(1)] };
    }),
  );
}
