/** A piece of a formula. Joining the texts of all pieces gives the formula back. */
export interface Token {
  readonly kind: "text" | "quoted-sheet" | "bracket" | "error" | "number" | "word" | "space" | "sign";
  readonly text: string;
}

const patterns: readonly (readonly [Token["kind"], RegExp])[] = [
  ["space", /[\s]+/y],
  ["text", /"(?:[^"]|"")*"?/y],
  ["quoted-sheet", /'(?:[^']|'')*'?/y],
  ["error", /#(?:N\/A|NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|SPILL!|CALC!|GETTING_DATA|BUSY!|CONNECT!|BLOCKED!|FIELD!|UNKNOWN!)/iy],
  ["number", /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![\p{L}_])/uy],
  ["word", /[$\p{L}_\\][$\p{L}\p{N}_.\\?]*/uy],
];

/** The pieces of a formula, without its leading "=". */
export function tokensOf(formula: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < formula.length) {
    const token = formula[at] === "[" ? { kind: "bracket" as const, text: bracketAt(formula, at) } : tokenAt(formula, at);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function tokenAt(formula: string, at: number): Token {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const text = pattern.exec(formula)?.[0];
    if (text) return { kind, text };
  }
  return { kind: "sign", text: String.fromCodePoint(formula.codePointAt(at) ?? 0) };
}

/** From "[" to the "]" that closes it; a quote mark makes the next character plain: Table1[[a'[b]:[c]]. */
function bracketAt(formula: string, start: number): string {
  let depth = 0;
  for (let at = start; at < formula.length; at += 1) {
    const character = formula[at];
    if (character === "'") at += 1;
    else if (character === "[") depth += 1;
    else if (character === "]" && (depth -= 1) === 0) return formula.slice(start, at + 1);
  }
  return formula.slice(start);
}

export const joined = (tokens: readonly Token[]) => tokens.map(({ text }) => text).join("");

/** Index of the next piece that is no space, from an index on; the length where there is none. */
export function nextSolid(tokens: readonly Token[], from: number): number {
  let at = from;
  while (tokens[at]?.kind === "space") at += 1;
  return at;
}

/** Index of the last piece that is no space, before an index; -1 where there is none. */
export function lastSolid(tokens: readonly Token[], before: number): number {
  let at = before - 1;
  while (tokens[at]?.kind === "space") at -= 1;
  return at;
}

export const isSign = (token: Token | undefined, text: string) => token?.kind === "sign" && token.text === text;

/** Whether the word at the index is called: its next piece is "(". */
export const isCall = (tokens: readonly Token[], at: number) => tokens[at]?.kind === "word" && isSign(tokens[nextSolid(tokens, at + 1)], "(");

/** Index of the ")" that closes the "(" at the index; the last index where none does. */
export function closingOf(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    if (isSign(tokens[at], "(")) depth += 1;
    else if (isSign(tokens[at], ")") && (depth -= 1) === 0) return at;
  }
  return tokens.length - 1;
}

/** The arguments of the call whose "(" is at the index, as [first, after last] indexes. */
export function argumentsOf(tokens: readonly Token[], open: number): [number, number][] {
  const close = closingOf(tokens, open);
  const found: [number, number][] = [];
  let start = open + 1;
  let depth = 0;
  for (let at = open + 1; at < close; at += 1) {
    const token = tokens[at];
    if (isSign(token, "(") || isSign(token, "{")) depth += 1;
    else if (isSign(token, ")") || isSign(token, "}")) depth -= 1;
    else if (depth === 0 && isSign(token, ",")) {
      found.push([start, at]);
      start = at + 1;
    }
  }
  return [...found, [start, close]];
}

const cellPattern = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/;

export interface CellReference {
  readonly column: number;
  readonly row: number;
  readonly columnFixed: boolean;
  readonly rowFixed: boolean;
}

/** The cell a word names, 0-based; undefined where it names none (A1 yes, RATE1 and XFE1 no). */
export function cellOf(word: string): CellReference | undefined {
  const [, columnFixed = "", letters = "", rowFixed = "", digits = ""] = cellPattern.exec(word) ?? [];
  if (letters === "") return undefined;
  const column = columnOf(letters);
  const row = Number(digits) - 1;
  if (column >= 16_384 || row < 0 || row >= 1_048_576) return undefined;
  return { column, row, columnFixed: columnFixed !== "", rowFixed: rowFixed !== "" };
}

/** The 0-based column of its letters. */
export function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
