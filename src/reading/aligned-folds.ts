import type { TokenLine } from "./aligned-columns.ts";
import { BLANK, folded, type CellRow } from "./printed-cell.ts";
import type { PrintedCell } from "./printed-document.ts";

/** A line with its tokens in the columns; no cells where they cannot be told apart. */
export interface PlacedLine {
  readonly source: TokenLine;
  readonly cells: readonly PrintedCell[] | undefined;
  readonly hasValues: boolean;
}

/** A header with the lines below it. */
export interface HeadedRun {
  readonly header: readonly PlacedLine[];
  readonly body: readonly PlacedLine[];
}

/** The rows of the lines below a header, words printed on lines of their own folded into the rows they belong to. */
export function foldedLines(lines: readonly PlacedLine[]): readonly CellRow[] {
  return groupsOf(lines.filter(({ cells }) => cells !== undefined)).flatMap((group) => foldsOf(group).rows.map(rowOf));
}

/** A run whose first row's words above its figures were taken for part of the header: given back to the row where its fold is better so. */
export function withoutFirstWords(run: HeadedRun): HeadedRun {
  const [group = []] = groupsOf(run.body.filter(({ cells }) => cells !== undefined));
  if (group.length === 0 || group[0]?.source.apart || !group.some(({ hasValues }) => hasValues)) return run;
  const costs = [0, 1, 2].map((count) => {
    const words = run.header.slice(run.header.length - count);
    const isPossible = count < run.header.length && words.every(({ cells }) => cells !== undefined);
    return isPossible ? foldsOf([...words, ...group]).cost + count * FIRST_WORDS : Infinity;
  });
  const count = costs.indexOf(Math.min(...costs));
  return { header: run.header.slice(0, run.header.length - count), body: [...run.header.slice(run.header.length - count), ...run.body] };
}

/** Lines with no blank line between them. */
function groupsOf(lines: readonly PlacedLine[]): readonly (readonly PlacedLine[])[] {
  return lines.reduce<PlacedLine[][]>((groups, line) => {
    const open = groups.at(-1);
    if (open === undefined || line.source.apart) groups.push([line]);
    else open.push(line);
    return groups;
  }, []);
}

// How far from the usual look of a folded row each reading is. Cells are centred in height as a rule, so that a row has as
// many lines of words above its figures as below; words that stand where the row is blank are surely its own.
const FIRST_WORDS = 0.5;
const OFF_CENTRE = 0.7;
const THROUGH_WORDS = 0.3;
const BESIDE_WORDS = 2;
const HEADING = 1.2;
const NUMBERED_HEADING = 0.2;
const ROW_OF_WORDS = 0.9;
const MOST_WORDS = 4;

interface Reading {
  readonly cost: number;
  readonly rows: readonly (readonly PlacedLine[])[];
}

/** A reading of the lines so far whose last row is not closed: the words above its figures are known, those below are not. */
interface Open extends Reading {
  readonly row: readonly PlacedLine[];
  readonly main: PlacedLine;
}

/** The likeliest division of a group of lines into rows and headings. */
function foldsOf(group: readonly PlacedLine[]): Reading {
  if (!group.some(({ hasValues }) => hasValues)) return { cost: 0, rows: group.map((line) => [line]) };
  let open: readonly (Open | Reading)[] = [{ cost: 0, rows: [] }];
  let words: PlacedLine[] = [];
  for (const line of group) {
    if (!line.hasValues) {
      words.push(line);
      continue;
    }
    const waiting = words;
    open = best(open.flatMap((reading) => continuations(reading, waiting, line)));
    words = [];
  }
  const ends = open.flatMap((reading) => closings(reading, words, words.length));
  return ends.reduce((least, reading) => (reading.cost < least.cost ? reading : least));
}

/** The cheapest of the readings that agree on the words above the last row. */
function best(readings: readonly Open[]): readonly Open[] {
  const byWords = new Map<number, Open>();
  for (const reading of readings) {
    const known = byWords.get(reading.row.length);
    if (known === undefined || reading.cost < known.cost) byWords.set(reading.row.length, reading);
  }
  return [...byWords.values()];
}

/** The readings in which some of the words belong to the row above, some are headings and the rest to the next row. */
function continuations(reading: Open | Reading, words: readonly PlacedLine[], main: PlacedLine): readonly Open[] {
  const counts = Array.from({ length: Math.min(words.length, MOST_WORDS) + 1 }, (_, above) => words.length - above);
  return counts.flatMap((count) => closings(reading, words, count).map(({ cost, rows }) => ({ cost, rows, row: [...words.slice(count), main], main })));
}

/** The readings that close the last row with the first of some words, and make headings of the others up to a count. */
function closings(reading: Open | Reading, words: readonly PlacedLine[], count: number): readonly Reading[] {
  const most = "row" in reading ? Math.min(count, MOST_WORDS) : 0;
  return Array.from({ length: most + 1 }, (_, below) => {
    const headings = words.slice(below, count);
    const row = "row" in reading ? [[...reading.row, ...words.slice(0, below)]] : [];
    const own = "row" in reading ? costOf(reading.row.slice(0, -1), reading.main, words.slice(0, below)) : 0;
    const cost = reading.cost + own + headings.reduce((sum, line) => sum + headingCost(line), 0);
    return { cost, rows: [...reading.rows, ...row, ...headings.map((line) => [line])] };
  });
}

function headingCost({ cells = [] }: PlacedLine): number {
  const [first, ...others] = cells.filter(({ text }) => text !== "");
  if (others.length > 0) return cells[0]?.text === "" ? HEADING * 2 : ROW_OF_WORDS;
  return looksLikeHeading(first?.text ?? "") ? NUMBERED_HEADING : HEADING;
}

const looksLikeHeading = (text: string) => /^(?:[（(]?[一二三四五六七八九十]+[、)）]|其中)|[:：]$/.test(text);

function costOf(above: readonly PlacedLine[], main: PlacedLine, below: readonly PlacedLine[]): number {
  const words = [...above, ...below];
  const lanes = (main.cells ?? []).map((_, lane) => lane).filter((lane) => words.some(({ cells }) => cells?.[lane]?.text !== ""));
  const isCentred = above.length === below.length;
  const costs = lanes.map((lane): number => {
    if (main.cells?.[lane]?.text === "") return 0;
    const isHeaded = looksLikeHeading(above[0]?.cells?.[lane]?.text ?? "");
    return isCentred && !isHeaded && isFull([...above, main, ...below], lane) ? THROUGH_WORDS : BESIDE_WORDS;
  });
  return Math.abs(above.length - below.length) * OFF_CENTRE + costs.reduce((sum, cost) => sum + cost, 0);
}

/** All lines of a folded cell but the last fill their column: none is much shorter than the line after it. */
function isFull(lines: readonly PlacedLine[], lane: number): boolean {
  const widths = lines.map(({ cells }) => cells?.[lane]?.text.length ?? 0).filter((width) => width > 0);
  return widths.every((width, index) => width >= (widths[index + 1] ?? 0) * 0.7);
}

function rowOf(lines: readonly PlacedLine[]): CellRow {
  const width = Math.max(0, ...lines.map(({ cells }) => cells?.length ?? 0));
  const cells = Array.from({ length: width }, (_, lane) => lines.reduce<PrintedCell>((upper, line) => folded(upper, line.cells?.[lane] ?? BLANK), BLANK));
  return { cells, lines: lines.map(({ source }) => source.number), afterBreak: false, marked: false };
}
