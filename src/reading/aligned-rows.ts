import { cutAtFigures, isValue, lanesOf, placed, type Lane, type TokenLine } from "./aligned-columns.ts";
import { headerLevels } from "./aligned-header.ts";
import { alignedBlocks } from "./aligned-blocks.ts";
import { tokensOf, type Token } from "./display-text.ts";
import { BLANK, cellAt, folded, type CellRow } from "./printed-cell.ts";
import type { PrintedCell, Remark, UnreadReason } from "./printed-document.ts";
import { totalKind } from "./printed-words.ts";
import type { TableRegion, TextLine } from "./text-lines.ts";

interface Block {
  readonly rows: readonly CellRow[];
  readonly unread: readonly Remark<UnreadReason>[];
}

/** The tables whose cells stand in columns of spaces. */
export function alignedRegions(lines: readonly TextLine[]): readonly TableRegion[] {
  return alignedBlocks(lines).map((pages) => {
    const blocks = pages.map((page, index) => bestBlock(page, index > 0));
    return {
      parted: "columns",
      lines: pages.flat().map(({ number }) => number),
      rows: blocks.flatMap(({ rows }) => rows),
      unread: blocks.flatMap(({ unread }) => unread),
    };
  });
}

/** A block read with Chinese characters two columns wide, or one, whichever leaves less unread. */
function bestBlock(lines: readonly TextLine[], afterBreak: boolean): Block {
  const [two, one] = ([2, 1] as const).map((wideColumns) => blockOf(lines, wideColumns, afterBreak));
  if (two === undefined || one === undefined) throw new RangeError("two widths give two blocks");
  return one.unread.length < two.unread.length ? one : two;
}

function blockOf(lines: readonly TextLine[], wideColumns: 1 | 2, afterBreak: boolean): Block {
  const cut = tokenLines(lines, wideColumns);
  const lanes = lanesOf(cut, wideColumns);
  const placedLines = cut.map((line) => placedLine(line, lanes, wideColumns));
  const runs = headedRuns(placedLines, lanes);
  const rows: CellRow[] = [];
  const unread: Remark<UnreadReason>[] = [];
  runs.forEach(({ header, body }, index) => {
    const levels = headerLevels(header.map(({ source }) => source), lanes);
    if (levels === undefined) unread.push(...header.map(({ source }) => unclear(source)));
    const read = rowsOf(body);
    unread.push(...body.filter(({ cells }) => cells === undefined).map(({ source }) => unclear(source)));
    const all = [...(levels ?? []), ...centredLabels(read)];
    rows.push(...all.map((row, at) => (at === 0 ? { ...row, afterBreak: afterBreak || index > 0 } : row)));
  });
  return { rows, unread };
}

const unclear = ({ number }: TokenLine) => ({ why: "columns-unclear", lines: { first: number, last: number } }) as const;

function tokenLines(lines: readonly TextLine[], wideColumns: 1 | 2): readonly TokenLine[] {
  return lines.flatMap(({ text, number, kind }, index) =>
    kind === "words" ? [{ number, line: text, tokens: tokensOf(text, wideColumns), apart: lines[index - 1]?.kind !== "words" }] : [],
  );
}

/** A line with its tokens in the columns; no cells where they cannot be told apart. */
interface PlacedLine {
  readonly source: TokenLine;
  readonly cells: readonly PrintedCell[] | undefined;
  readonly hasValues: boolean;
}

function placedLine(source: TokenLine, lanes: readonly Lane[], wideColumns: 1 | 2): PlacedLine {
  const tokens = cutAtFigures(source, wideColumns);
  const cell = (token: Token | undefined) => (token ? cellAt(source.line, source.number, token.start, token.end) : BLANK);
  const cells = placed(lanes, tokens)?.map(cell) ?? placed(lanes, source.tokens)?.map(cell);
  return { source, cells, hasValues: tokens.some(({ text }) => isValue(text)) };
}

/** A header with the lines below it. */
interface HeadedRun {
  readonly header: readonly PlacedLine[];
  readonly body: readonly PlacedLine[];
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

interface Row {
  cells: readonly PrintedCell[];
  lines: readonly number[];
}

/** The rows of the lines below a header: lines without figures are folded into the row beside them that lacks their words, or are headings. */
function rowsOf(lines: readonly PlacedLine[]): readonly CellRow[] {
  const rows: Row[] = [];
  let waiting: { line: PlacedLine; cells: readonly PrintedCell[] }[] = [];
  const release = () => {
    rows.push(...waiting.map(({ line, cells }) => ({ cells, lines: [line.source.number] })));
    waiting = [];
  };
  let last: Row | undefined;
  for (const line of lines) {
    const { cells, source, hasValues } = line;
    if (cells === undefined) continue;
    if (source.apart) {
      release();
      last = undefined;
    }
    if (hasValues) {
      const above = waiting.filter((piece) => lacks(cells, piece.cells));
      if (above.length < waiting.length) release();
      const own = above.length === waiting.length ? above : [];
      waiting = [];
      last = { cells: own.reduceRight((row, piece) => foldedRows(piece.cells, row), cells), lines: [...own.map((piece) => piece.line.source.number), source.number] };
      rows.push(last);
    } else if (last && waiting.length === 0 && (lacks(last.cells, cells) || isFoldBelow(last, lines, line))) {
      last.cells = foldedRows(last.cells, cells);
      last.lines = [...last.lines, source.number];
    } else {
      waiting.push({ line, cells });
    }
  }
  release();
  return rows.map((row) => ({ ...row, afterBreak: false, marked: false }));
}

/** Whether a row is blank in all the columns of a piece. */
function lacks(row: readonly PrintedCell[], piece: readonly PrintedCell[]): boolean {
  return piece.every(({ text }, lane) => text === "" || row[lane]?.text === "");
}

/**
 * Whether words below a row go on with those of the row: as many lines of its label stand above it, or it is the only row of
 * a group of lines that blank lines part from the others.
 */
function isFoldBelow(row: Row, lines: readonly PlacedLine[], piece: PlacedLine): boolean {
  const at = lines.indexOf(piece);
  const main = lines.findIndex(({ source, hasValues }) => hasValues && row.lines.includes(source.number));
  const above = row.lines.filter((line) => line < (lines[main]?.source.number ?? 0)).length;
  if (above > at - main - 1) return true;
  const after = lines.slice(at + 1).find(({ source, hasValues }) => hasValues || source.apart);
  const start = lines.slice(0, main + 1).findLastIndex(({ source }) => source.apart);
  const isFirst = lines.slice(Math.max(start, 0), main).every(({ hasValues }) => !hasValues);
  return isFirst && (after === undefined || after.source.apart) && (start > 0 || after !== undefined);
}

const foldedRows = (upper: readonly PrintedCell[], lower: readonly PrintedCell[]): readonly PrintedCell[] => upper.map((cell, lane) => folded(cell, lower[lane] ?? BLANK));

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
