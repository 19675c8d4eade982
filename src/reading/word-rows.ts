import { BLANK, cellAt, type CellRow } from "./printed-cell.ts";
import type { PrintedCell, Remark, UnreadReason } from "./printed-document.ts";
import { isFigure, isNil, isNote, statedUnit } from "./printed-words.ts";
import type { TableRegion, TextLine } from "./text-lines.ts";

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A line of words, and how many figures stand at its end. */
interface WordLine {
  readonly number: number;
  readonly line: string;
  readonly words: readonly Word[];
  readonly figures: number;
  readonly isBroken: boolean;
  readonly isGarbled: boolean;
}

// A date printed with spaces is one word: 2025 年 1-5 月, 2024 年度.
const wordPattern = /(?:19|20)\d\d\s?年(?:\s?\d{1,2}(?:-\d{1,2})?\s?月(?:\s?\d{1,2}\s?日)?)?[^\s]*|\S+/g;
const isValue = (text: string) => isFigure(text) || isNil(text);

/**
 * The tables whose cells single spaces part, as text copied out of a document has them: below each other, lines of words
 * that end in equally many figures. A line with fewer figures is not read: nothing says which is missing.
 */
export function wordRegions(lines: readonly TextLine[]): readonly TableRegion[] {
  const regions: TableRegion[] = [];
  let run: WordLine[] = [];
  for (const line of [...lines, undefined]) {
    if (line === undefined || line.kind === "blank" || (line.kind === "words" && (isNote(line.text) || statedUnit(line.text) || isProse(line.text)))) {
      regions.push(...regionsOf(run));
      run = [];
    } else if (line.kind === "words") run.push(wordLine(line, run.length > 0 && lines[lines.indexOf(line) - 1]?.kind === "furniture"));
  }
  return regions;
}

const isProse = (text: string) => text.length > 160 || /[。；，,：:]\s*$/.test(text);

function wordLine({ number, text }: TextLine, isBroken: boolean): WordLine {
  const words = [...text.matchAll(wordPattern)].map((match) => ({ text: match[0], start: match.index, end: match.index + match[0].length }));
  const figures = words.length - 1 - words.findLastIndex((word) => !isValue(word.text));
  const letters = words.reduce((sum, word) => sum + word.text.length, 0);
  const isGarbled = words.length > 2 && letters / words.length < (/\d/.test(text) ? 2.6 : 1.6);
  return { number, line: text, words, figures, isBroken, isGarbled };
}

function regionsOf(run: readonly WordLine[]): readonly TableRegion[] {
  const regions: TableRegion[] = [];
  let from = 0;
  while (from < run.length) {
    const garbled = lengthWhile(run, from, (line) => line.isGarbled);
    if (garbled > 1) {
      regions.push(garbledRegion(run.slice(from, from + garbled)));
      from += garbled;
      continue;
    }
    const region = tableFrom(run, from);
    if (region) regions.push(region.region);
    from = region?.next ?? from + 1;
  }
  return regions;
}

function lengthWhile(run: readonly WordLine[], from: number, holds: (line: WordLine) => boolean): number {
  const end = run.findIndex((line, index) => index >= from && !holds(line));
  return (end === -1 ? run.length : end) - from;
}

function garbledRegion(lines: readonly WordLine[]): TableRegion {
  const numbers = lines.map(({ number }) => number);
  const range = { first: numbers[0] ?? 0, last: numbers.at(-1) ?? 0 };
  return { parted: "words", lines: numbers, rows: [], unread: [{ why: "garbled", lines: range }], doubts: [] };
}

/** The table whose header or first row a line is. */
function tableFrom(run: readonly WordLine[], from: number): { readonly region: TableRegion; readonly next: number } | undefined {
  const head = headOf(run, from);
  const first = isHeading(run[from + head]) && head > 0 ? run[from + head + 1] : run[from + head];
  if (first === undefined || first.figures === 0) return undefined;
  const body = run.slice(from + head, from + head + lengthWhile(run, from + head, (line) => belongs(line, first)));
  const trimmed = body.slice(0, body.findLastIndex((line) => line.words.length > 1 && line.figures > 0) + 1);
  const count = commonCount(trimmed);
  const full = trimmed.filter((line) => fits(line, count));
  const labelWords = full.some(({ words }) => words.length - count > 1) ? 2 : 1;
  const levels = levelsOf(run.slice(from, from + head), count, labelWords);
  const isSure = levels === undefined ? full.length > 1 && count > 1 : levels.length > 0 ? full.length > 1 || count > 1 : full.length > 1 && count > 1;
  const isBare = levels === undefined || levels.length === 0;
  if (!isSure || trimmed.length === 0 || ((isBare || head > 0) && [...run.slice(from, from + head), ...(isBare ? trimmed : [])].some((line) => line.isGarbled))) return undefined;
  const unread: Remark<UnreadReason>[] = [];
  const rows: CellRow[] = [...(levels ?? [])];
  if (levels === undefined) unread.push(...run.slice(from, from + head).map(unclear));
  for (const line of trimmed) {
    if (fits(line, count)) rows.push(rowOf(line, count));
    else if (line.figures === 0) rows.push(headingOf(line, count));
    else unread.push(unclear(line));
  }
  const lines = run.slice(from, from + head + trimmed.length);
  const isMatched = head > 1 && levels !== undefined;
  const doubts = isMatched ? [{ why: "header-matched", lines: { first: run[from]?.number ?? 0, last: run[from + 1]?.number ?? 0 } } as const] : [];
  return { region: { parted: "words", lines: lines.map(({ number }) => number), rows, unread, doubts }, next: from + lines.length };
}

const unclear = ({ number }: WordLine) => ({ why: "columns-unclear", lines: { first: number, last: number } }) as const;

/** How many lines of a header stand from a line on: none, one or two. */
function headOf(run: readonly WordLine[], from: number): number {
  const isHead = (line: WordLine | undefined) => line !== undefined && line.figures === 0 && line.words.length > 1;
  const isBody = (index: number) => (run[index]?.figures ?? 0) > 0 || (isHeading(run[index]) && (run[index + 1]?.figures ?? 0) > 0);
  if (!isHead(run[from])) return 0;
  return isHead(run[from + 1]) && isBody(from + 2) ? 2 : 1;
}

const isHeading = (line: WordLine | undefined) => line?.words.length === 1 && line.figures === 0 && line.line.trim().length <= 24;

function belongs(line: WordLine, first: WordLine): boolean {
  if (line.isGarbled && line.figures !== first.figures) return false;
  return line.figures > 0 || isHeading(line) || fits(line, first.figures);
}

function commonCount(lines: readonly WordLine[]): number {
  const counts = new Map<number, number>();
  for (const { figures } of lines) if (figures > 0) counts.set(figures, (counts.get(figures) ?? 0) + 1);
  return [...counts].sort(([oneCount, one], [otherCount, other]) => other - one || otherCount - oneCount)[0]?.[0] ?? 0;
}

/** A label and as many figures as the table has; or as many words in all, of which some stand for figures (扭亏为盈). */
function fits({ words, figures }: WordLine, count: number): boolean {
  const label = words.slice(0, words.length - count).map(({ text }) => text);
  const isNamed = /\p{L}.*\p{L}/u.test(label.join("")) || /^(?:19|20)\d\d/.test(label[0] ?? "");
  const hasLabel = words.length > figures && isNamed && !label.some((text) => /^\d[\d,]*\.\d+$/.test(text));
  return hasLabel && (figures === count || (words.length === count + 1 && words.slice(1).some(({ text }) => isValue(text))));
}

function rowOf(source: WordLine, count: number): CellRow {
  const at = source.words.length - count;
  const label = source.words.slice(0, at);
  const cells = [cell(source, label[0], label.at(-1)), ...source.words.slice(at).map((word) => cell(source, word, word))];
  return { cells, lines: [source.number], afterBreak: source.isBroken, marked: false };
}

function headingOf(source: WordLine, count: number): CellRow {
  const cells = [cell(source, source.words[0], source.words.at(-1)), ...Array.from({ length: count }, () => BLANK)];
  return { cells, lines: [source.number], afterBreak: source.isBroken, marked: false };
}

function cell({ line, number }: WordLine, first: Word | undefined, last: Word | undefined): PrintedCell {
  return first && last ? cellAt(line, number, first.start, last.end) : BLANK;
}

/**
 * The levels of a header over a label and so many figures: one line with a name for each, the label's as many words as labels have; or one with a name for each
 * figure below one with a name for each group of them, told by the first name's coming again. Undefined where the counts do not match.
 */
function levelsOf(head: readonly WordLine[], count: number, labelWords: number): readonly CellRow[] | undefined {
  const [first, second] = head;
  if (first === undefined) return [];
  const isBroken = first.isBroken;
  if (second === undefined) {
    const labels = first.words.length - count;
    if (labels < 0 || labels > labelWords) return undefined;
    const names = first.words.slice(labels).map((word) => cell(first, word, word));
    const cells = [cell(first, first.words[0], first.words[labels - 1]), ...names];
    return [{ cells, lines: [first.number], afterBreak: isBroken, marked: true }];
  }
  const children = second.words.map((word) => cell(second, word, word));
  const starts = children.flatMap(({ text }, index) => (text === children[0]?.text ? [index] : []));
  const parents = first.words.map((word) => cell(first, word, word));
  if (children.length !== count || parents.length !== starts.length + 1) return undefined;
  const [label = BLANK, ...groups] = parents;
  const over = children.map((_, index): PrintedCell => {
    const group = starts.findLastIndex((start) => start <= index);
    const parent = groups[group] ?? BLANK;
    return starts[group] === index ? parent : { ...parent, merged: "across" };
  });
  return [
    { cells: [label, ...over], lines: [first.number], afterBreak: isBroken, marked: true },
    { cells: [BLANK, ...children], lines: [second.number], afterBreak: false, marked: true },
  ];
}
