import { spanOf, wordsOf, type Token } from "./display-text.ts";
import { isFigure, isNil } from "./printed-words.ts";

/** A line cut into tokens. */
export interface TokenLine {
  readonly number: number;
  readonly line: string;
  readonly tokens: readonly Token[];
  /** A blank line stands above it. */
  readonly apart: boolean;
}

/** The display columns [left, right) that a column of a table takes. */
export interface Lane {
  readonly left: number;
  readonly right: number;
}

export const isValue = (text: string): boolean => isFigure(text) || isNil(text);

const overlap = (token: Lane, lane: Lane) => Math.min(token.right, lane.right) - Math.max(token.left, lane.left);

/** The lanes a token stands over. */
export function lanesOver(lanes: readonly Lane[], token: Lane): readonly number[] {
  return lanes.flatMap((lane, index) => (overlap(token, lane) > 0 ? [index] : []));
}

/**
 * The columns of a block: as many as its fullest lines have tokens, widened by the tokens of the others, and one more
 * wherever a token stands clear of all of them.
 */
export function lanesOf(lines: readonly TokenLine[], wideColumns: 1 | 2): readonly Lane[] {
  const cut = lines.map((line) => cutAtFigures(line, wideColumns));
  const wide = cut.filter((tokens) => tokens.length > 1);
  const figures = wide.filter((tokens) => tokens.some(({ text }) => isValue(text)));
  const body = figures.length > 0 ? figures : wide;
  const full = fullest(body);
  let lanes = Array.from({ length: full[0]?.length ?? 0 }, (_, index) => hull(full.flatMap((tokens) => tokens[index] ?? [])));
  lanes = lanes.reduce<Lane[]>(apart, []);
  const start = lines.findIndex((line, index) => line.tokens.length > 0 && (cut[index] ?? []).some(({ text }) => isValue(text)));
  const lone = cut.slice(Math.max(start, 0)).filter((tokens) => tokens.length === 1);
  for (const tokens of [...body, ...lone]) {
    for (const token of tokens) {
      const over = lanesOver(lanes, token);
      const [only] = over;
      if (over.length === 0) lanes = inserted(lanes, token);
      else if (over.length === 1 && only !== undefined) lanes = widened(lanes, only, token);
    }
  }
  return lanes;
}

const hull = (tokens: readonly Lane[]): Lane => ({
  left: Math.min(...tokens.map(({ left }) => left)),
  right: Math.max(...tokens.map(({ right }) => right)),
});

function fullest(body: readonly (readonly Token[])[]): readonly (readonly Token[])[] {
  const most = Math.max(0, ...body.map((tokens) => tokens.length));
  return body.filter((tokens) => tokens.length === most);
}

/** Lanes of the fullest lines that overlap give way to each other in the middle. */
function apart(lanes: Lane[], lane: Lane): Lane[] {
  const last = lanes.at(-1);
  if (!last || last.right <= lane.left) return [...lanes, lane];
  const middle = Math.floor((last.right + lane.left) / 2);
  return [...lanes.slice(0, -1), { ...last, right: middle }, { ...lane, left: middle }];
}

function inserted(lanes: readonly Lane[], { left, right }: Lane): Lane[] {
  return [...lanes, { left, right }].sort((one, other) => one.left - other.left);
}

/** A lane widened to hold a token, but never into its neighbours. */
function widened(lanes: readonly Lane[], index: number, token: Lane): Lane[] {
  const floor = lanes[index - 1]?.right ?? 0;
  const ceiling = lanes[index + 1]?.left ?? Infinity;
  return lanes.map((lane, at) =>
    at === index ? { left: Math.max(floor, Math.min(lane.left, token.left)), right: Math.min(ceiling, Math.max(lane.right, token.right)) } : lane,
  );
}

const strict = /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[%‰]?$/;
const isClear = (text: string) => (strict.test(text) && /[.,%‰]/.test(text)) || /^[-—–]{1,2}$/.test(text);

const period = /^(?:19|20)\d\d|^\d{1,2}\s*月/;

/** A line of words with its tokens cut where single spaces part words that stand over a column each. */
export function cutOverLanes(source: TokenLine, lanes: readonly Lane[], wideColumns: 1 | 2): TokenLine {
  const tokens = source.tokens.flatMap((token) => {
    const over = lanesOver(lanes, token);
    const words = wordsOf(source.line, token, wideColumns);
    if (over.length < 2 || words.length !== over.length || period.test(token.text)) return [token];
    return words.every((word, index) => lanesOver(lanes, word).every((lane) => lane === over[index])) ? words : [token];
  });
  return { ...source, tokens };
}

/** The tokens of a line, figures that a single space parts from what stands beside them cut off: 40,179.49 98.92% 2,008.97. */
export function cutAtFigures({ line, tokens }: TokenLine, wideColumns: 1 | 2): readonly Token[] {
  return tokens.flatMap((token) => {
    if (!token.text.includes(" ") || isValue(token.text)) return [token];
    const words = wordsOf(line, token, wideColumns);
    const parts: Token[] = [];
    let joins = false;
    for (const word of words) {
      const last = parts.at(-1);
      const clear = isClear(word.text);
      if (last && joins && !clear) parts[parts.length - 1] = spanOf(line, last, word);
      else parts.push(word);
      joins = !clear;
    }
    const figures = parts.filter(({ text }) => isClear(text)).length;
    return figures > 1 || (figures === 1 && (isClear(parts[0]?.text ?? "") || parts.length === 2 && isClear(parts[1]?.text ?? ""))) ? parts : [token];
  });
}

/** The tokens of a line, one a column; a line with as many as there are columns has one in each. Undefined where they cannot be told apart. */
export function placed(lanes: readonly Lane[], tokens: readonly Token[]): readonly (Token | undefined)[] | undefined {
  if (tokens.length === lanes.length) return tokens;
  const cells: (Token | undefined)[] = lanes.map(() => undefined);
  for (const token of tokens) {
    const index = laneOf(lanes, token);
    if (index === undefined || cells[index] !== undefined) return undefined;
    cells[index] = token;
  }
  return cells;
}

/** The column a token stands in: the only one it overlaps, or the one it overlaps by far the most. */
export function laneOf(lanes: readonly Lane[], token: Lane): number | undefined {
  const over = lanesOver(lanes, token).map((index) => ({ index, share: overlap(token, lanes[index] ?? token) }));
  over.sort((one, other) => other.share - one.share);
  const [best, second] = over;
  if (best === undefined) return nearest(lanes, token);
  return second === undefined || best.share >= second.share * 2 ? best.index : undefined;
}

/** The column a token stands close to, where it is not as close to another. */
function nearest(lanes: readonly Lane[], token: Lane): number | undefined {
  const gaps = lanes.map((lane, index) => ({ index, gap: -overlap(token, lane) })).sort((one, other) => one.gap - other.gap);
  const [best, second] = gaps;
  if (best === undefined) return undefined;
  return second === undefined || best.gap * 2 < second.gap ? best.index : undefined;
}
