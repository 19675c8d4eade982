import type { Lane, TokenLine } from "./aligned-columns.ts";
import { lanesOver } from "./aligned-columns.ts";
import type { Token } from "./display-text.ts";
import { BLANK, cellAt, folded, type CellRow } from "./printed-cell.ts";
import type { PrintedCell } from "./printed-document.ts";
import { isLabelName, isSerialName, sameness } from "./printed-words.ts";

/** One cell of a header: what it says and the columns [first, last] it stands over. */
interface HeadCell {
  readonly cell: PrintedCell;
  readonly first: number;
  readonly last: number;
}

/** A line's token with the columns it was matched to. */
interface Match {
  readonly token: Token;
  readonly first: number;
  readonly last: number;
}

/**
 * The levels of a header printed over columns of spaces, read from the bottom up: a line whose tokens stand each over
 * a column of their own is part of the names below it; one whose tokens stand over several columns, between them, or over names that
 * repeat, is a level above. Such tokens share the columns so that each stands over the middle of its own.
 * Undefined where a token fits nowhere.
 */
export function headerLevels(lines: readonly TokenLine[], lanes: readonly Lane[]): readonly CellRow[] | undefined {
  const stacks: HeadCell[][] = lanes.map(() => []);
  for (const line of [...lines].reverse()) {
    const below = stacks.map((stack) => stack[0]);
    const isLevel = isLevelAbove(line.tokens, lanes, below);
    const matches = isLevel ? shared(line.tokens, lanes, below) : eachAlone(line.tokens, lanes);
    if (matches === undefined) return undefined;
    for (const { token, first, last } of matches) {
      const cell = cellAt(line.line, line.number, token.start, token.end);
      const under = below[first];
      const isSingle = first === last && under !== undefined && under.first === under.last;
      const isFold = isSingle && (!isLevel || first === 0 || (isStraightAbove(line, under.cell) && !period.test(token.text)));
      const head = { cell: isFold ? folded(cell, under.cell) : cell, first, last };
      for (let lane = first; lane <= last; lane++) {
        const stack = stacks[lane];
        if (isFold) stack?.splice(0, 1, head);
        else stack?.unshift(head);
      }
    }
  }
  const depth = Math.max(0, ...stacks.map((stack) => stack.length));
  const numbers = lines.map(({ number }) => number);
  return Array.from({ length: depth }, (_, level) => ({
    cells: stacks.map((stack, lane) => levelCell(stack[level], lane)),
    lines: numbers,
    afterBreak: false,
    marked: true,
  }));
}

function levelCell(head: HeadCell | undefined, lane: number): PrintedCell {
  if (head === undefined) return BLANK;
  return lane === head.first ? head.cell : { ...head.cell, merged: "across" };
}

const period = /^(?:(?:19|20)\d\d|第?[一二三四]季度|\d{1,2}\s*月)/;

function isLevelAbove(tokens: readonly Token[], lanes: readonly Lane[], below: readonly (HeadCell | undefined)[]): boolean {
  const over = tokens.map((token) => lanesOver(lanes, token));
  const covered = new Set(over.flat());
  const named = children(below);
  const nameOf = (lane: number) => sameness(below[lane]?.cell.text ?? "");
  const isRepeated = (lane: number) => named.filter((other) => nameOf(other) === nameOf(lane)).length > 1;
  const leavesNames = named.some((lane) => !covered.has(lane));
  return tokens.some((token, index) => {
    const standsOver = (over[index] ?? []).filter((lane) => below[lane] !== undefined);
    const isBetween = over[index]?.length === 0 && named.length > 0;
    const isPeriod = period.test(token.text) && standsOver.some((lane) => !period.test(below[lane]?.cell.text ?? ""));
    return standsOver.length > 1 || isBetween || isPeriod || (leavesNames && standsOver.some(isRepeated));
  });
}

const isStraightAbove = ({ number }: TokenLine, { places }: PrintedCell) => places[0]?.line === number + 1;

/** The tokens each over a column of its own, in their order, as close to the middle of it as can be. */
function eachAlone(tokens: readonly Token[], lanes: readonly Lane[]): readonly Match[] | undefined {
  return cheapest(tokens, lanes.map((_, lane) => lane), lanes, 0, 1);
}

const middle = ({ left, right }: Lane) => (left + right) / 2;

/** What leaving a named column without a cell above it costs, in display columns a cell may stand off the middle of its own. */
const UNCOVERED = 4;

/**
 * The columns of each cell of a level, by least total distance between a cell and the middle of its columns. A token over a
 * column that has no name below is that column's name.
 */
function shared(tokens: readonly Token[], lanes: readonly Lane[], below: readonly (HeadCell | undefined)[]): readonly Match[] | undefined {
  const named = children(below);
  const own = tokens.map((token) => lanesOver(lanes, token)).map((over) => (over.length === 1 && over[0] !== undefined && !named.includes(over[0]) ? over[0] : undefined));
  const free = tokens.filter((_, index) => own[index] === undefined);
  const best = cheapest(free, named, lanes, UNCOVERED, lanes.length);
  if (best === undefined) return undefined;
  const alone = tokens.flatMap((token, index) => (own[index] === undefined ? [] : [{ token, first: own[index], last: own[index] }]));
  return [...alone, ...best].sort((one, other) => one.first - other.first);
}

/**
 * The columns whose names a level above can stand over: those on the line where most names are. A name printed between
 * the lines (序号) belongs to a cell as high as the whole header.
 */
function children(below: readonly (HeadCell | undefined)[]): readonly number[] {
  const onLine = new Map<number, number[]>();
  below.forEach((head, lane) => {
    if (lane === 0 && (isSerialName(head?.cell.text ?? "") || isLabelName(head?.cell.text ?? ""))) return;
    for (const { line } of head?.cell.places ?? []) onLine.set(line, [...(onLine.get(line) ?? []), lane]);
  });
  const [lowest] = [...onLine].sort(([oneLine, one], [otherLine, other]) => other.length - one.length || otherLine - oneLine);
  return lowest?.[1] ?? [];
}

interface Plan {
  readonly cost: number;
  readonly matches: readonly Match[];
}

/** The plan of least cost that gives each token, in order, a run of at most so many of the named columns. */
function cheapest(tokens: readonly Token[], named: readonly number[], lanes: readonly Lane[], uncovered: number, most: number): readonly Match[] | undefined {
  // plans[n]: the best plan of the tokens so far that has decided on the first n named columns.
  let plans: (Plan | undefined)[] = Array.from({ length: named.length + 1 }, (_, count) => ({ cost: count * uncovered, matches: [] }));
  for (const token of tokens) {
    const next: (Plan | undefined)[] = plans.map(() => undefined);
    for (let from = 0; from < named.length; from++) {
      const before = plans[from];
      if (before === undefined) continue;
      for (let to = from; to < Math.min(named.length, from + most); to++) {
        const [first, last] = [named[from], named[to]];
        const [left, right] = [lanes[first ?? 0]?.left ?? 0, lanes[last ?? 0]?.right ?? 0];
        if (first === undefined || last === undefined || last - first !== to - from) break;
        const cost = before.cost + Math.abs(middle(token) - (left + right) / 2);
        for (let after = to + 1; after <= named.length; after++) {
          const total = cost + (after - to - 1) * uncovered;
          const known = next[after];
          if (known === undefined || total < known.cost) next[after] = { cost: total, matches: [...before.matches, { token, first, last }] };
        }
      }
    }
    plans = next;
  }
  return plans[named.length]?.matches;
}
