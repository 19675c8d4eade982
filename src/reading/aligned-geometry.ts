import { cutAtFigures, isValue, lanesOf, placed, type Lane, type TokenLine } from "./aligned-columns.ts";
import { tokensOf, type Token } from "./display-text.ts";
import type { TextLine } from "./text-lines.ts";

/** The tokens of a block, the columns they stand in, and how wide its printer made Chinese characters. */
export interface Geometry {
  readonly lines: readonly TokenLine[];
  readonly lanes: readonly Lane[];
  readonly wideColumns: 1 | 2;
}

/** A block with Chinese characters two columns wide, or one, whichever parts its lines and has its columns straight. */
export function geometryOf(lines: readonly TextLine[]): Geometry {
  const two = measured(lines, 2);
  if (two.misfits === 0 && two.spread <= two.geometry.lanes.length) return two.geometry;
  const one = measured(lines, 1);
  // Two is the rule: one must be clearly better.
  return (one.misfits - two.misfits || one.spread - two.spread * 0.7) < 0 ? one.geometry : two.geometry;
}

// What a column that no line needs counts for, in display columns its cells would stand apart.
const EXTRA_LANE = 6;

function measured(lines: readonly TextLine[], wideColumns: 1 | 2) {
  const cut = lines.flatMap(({ text, number, kind }, index) =>
    kind === "words" ? [{ number, line: text, tokens: tokensOf(text, wideColumns), apart: lines[index - 1]?.kind !== "words" }] : [],
  );
  const lanes = lanesOf(cut, wideColumns);
  const figures = cut.map((line) => cutAtFigures(line, wideColumns)).filter((tokens) => tokens.some(({ text }) => isValue(text)));
  const cells = figures.map((tokens) => placed(lanes, tokens));
  const misfits = cells.filter((row) => row === undefined).length;
  const fullest = Math.max(0, ...figures.map((tokens) => tokens.length));
  const names = cut.filter(({ tokens }) => tokens.length === lanes.length && !tokens.some(({ text }) => isValue(text)));
  const extra = (lanes.length - fullest) * EXTRA_LANE + names.reduce((sum, { tokens }) => sum + offMiddle(tokens, lanes), 0);
  const spread = lanes.reduce((sum, _, lane) => sum + spreadOf(cells.flatMap((row) => row?.[lane] ?? [])), extra);
  return { geometry: { lines: cut, lanes, wideColumns }, misfits, spread };
}

/** How far the names of figures stand off the middle of their columns, beyond the column that rounding takes. */
function offMiddle(tokens: readonly Token[], lanes: readonly Lane[]): number {
  return tokens.slice(1).reduce((sum, token, index) => {
    const lane = lanes[index + 1] ?? token;
    return sum + Math.max(0, Math.abs(token.left + token.right - lane.left - lane.right) / 2 - 1);
  }, 0);
}

/** How far the cells of a column stand from one left edge, right edge or middle, whichever they keep to best. */
function spreadOf(tokens: readonly Token[]): number {
  if (tokens.length === 0) return 0;
  const range = (edge: (token: Token) => number) => Math.max(...tokens.map(edge)) - Math.min(...tokens.map(edge));
  return Math.min(range(({ left }) => left), range(({ right }) => right), range(({ left, right }) => (left + right) / 2));
}
