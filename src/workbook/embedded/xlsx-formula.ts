import { excelStoredName, returnsBlock, storedName, takesRange, typedName } from "./xlsx-function-names.ts";
import { argumentsOf, cellOf, closingOf, isCall, isSign, lastSolid, nextSolid, type Token, tokensOf } from "./xlsx-tokens.ts";

/** Whether a defined name stands for more than one cell. */
export type IsBlockName = (name: string) => boolean;

/** How a formula is to be stored: its text without "=", and whether Excel must calculate it over arrays. */
export interface StoredFormula {
  readonly text: string;
  readonly dynamic: boolean;
}

const joined = (tokens: readonly Token[]) => tokens.map(({ text }) => text).join("");

/** The formula a person types, from the text a file stores. */
export function typedFormula(stored: string): string {
  const tokens = tokensOf(stored).map((token) => {
    if (token.kind !== "word") return token;
    return { ...token, text: typedName(token.text.replace(/^_xlpm\./i, "")) };
  });
  return withoutWrappers(tokens);
}

/** SINGLE(x) and ANCHORARRAY(x), which only files know, as @x and x#. */
function withoutWrappers(tokens: readonly Token[]): string {
  const at = tokens.findIndex((token, index) => /^(SINGLE|ANCHORARRAY)$/i.test(token.text) && isCall(tokens, index));
  if (at < 0) return joined(tokens);
  const open = nextSolid(tokens, at + 1);
  const close = closingOf(tokens, open);
  const inner = withoutWrappers(tokens.slice(open + 1, close));
  const single = /^SINGLE$/i.test(tokens[at]?.text ?? "");
  return `${joined(tokens.slice(0, at))}${single ? `@${inner}` : `${inner}#`}${withoutWrappers(tokens.slice(close + 1))}`;
}

/** What a file must store for a typed formula. */
export function storedFormula(typed: string, isBlockName: IsBlockName): StoredFormula {
  const tokens = tokensOf(typed);
  const dynamic = blockPlaces(tokens, isBlockName).length > 0;
  // Without arrays Excel cuts every range in the place of a single value to one cell by itself: the "@" is only shown.
  const plain = dynamic ? withSingle(tokens) : tokens.filter((token) => !isSign(token, "@"));
  return { text: storedText(withAnchor(plain)), dynamic };
}

function storedText(tokens: readonly Token[]): string {
  const own = parameterPlaces(tokens);
  return tokens
    .map((token, at) => {
      if (own.has(at)) return `_xlpm.${token.text}`;
      if (token.kind !== "word") return token.text;
      return storedName(token.text) ?? (isCall(tokens, at) ? excelStoredName(token.text) : token.text);
    })
    .join("");
}

/** Where LET and LAMBDA name values of their own: Excel marks each use of such a name. */
function parameterPlaces(tokens: readonly Token[]): Set<number> {
  const places = new Set<number>();
  tokens.forEach((token, at) => {
    if (!/^(LET|LAMBDA)$/i.test(token.text) || !isCall(tokens, at)) return;
    const open = nextSolid(tokens, at + 1);
    const given = argumentsOf(tokens, open).slice(0, -1);
    const naming = /^LET$/i.test(token.text) ? given.filter((_, index) => index % 2 === 0) : given;
    const names = new Set(naming.map(([start, end]) => joined(tokens.slice(start, end)).trim().toUpperCase()));
    for (let inside = open; inside <= closingOf(tokens, open); inside += 1) {
      const word = tokens[inside];
      if (word?.kind === "word" && names.has(word.text.toUpperCase()) && !isSign(tokens[inside + 1], "!")) places.add(inside);
    }
  });
  return places;
}

const sign = (text: string): Token => ({ kind: "sign", text });
const word = (text: string): Token => ({ kind: "word", text });

/** @x as SINGLE(x). */
function withSingle(tokens: readonly Token[]): Token[] {
  const at = tokens.findIndex((token) => isSign(token, "@"));
  if (at < 0) return [...tokens];
  const end = operandEnd(tokens, nextSolid(tokens, at + 1));
  return [...tokens.slice(0, at), word("_xlfn.SINGLE"), sign("("), ...withSingle(tokens.slice(at + 1, end)), sign(")"), ...withSingle(tokens.slice(end))];
}

/** E1# as ANCHORARRAY(E1). */
function withAnchor(tokens: readonly Token[]): Token[] {
  const at = tokens.findIndex((token) => isSign(token, "#"));
  const last = at < 0 ? -1 : lastSolid(tokens, at);
  if (last < 0 || tokens[last]?.kind !== "word") return [...tokens];
  const onSheet = isSign(tokens[last - 1], "!");
  const start = onSheet ? last - 2 : last;
  return [...tokens.slice(0, start), word("_xlfn.ANCHORARRAY"), sign("("), ...tokens.slice(start, at), sign(")"), ...withAnchor(tokens.slice(at + 1))];
}

/** The index after the reference, range or call that starts at the index. */
function operandEnd(tokens: readonly Token[], start: number): number {
  let end = start + 1;
  if (isCall(tokens, start)) return closingOf(tokens, nextSolid(tokens, start + 1)) + 1;
  while (isSign(tokens[end], "!") || isSign(tokens[end], ":") || tokens[end]?.kind === "bracket" || isSign(tokens[end], "#")) {
    const joins = isSign(tokens[end], "!") || isSign(tokens[end], ":");
    end = joins ? operandEnd(tokens, end + 1) : end + 1;
  }
  return end;
}

/** Where a block stands in the place of a single value, so that the formula spills, or is calculated over arrays. */
export function blockPlaces(tokens: readonly Token[], isBlockName: IsBlockName): number[] {
  const places: number[] = [];
  const own = parameterPlaces(tokens);
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    if (isSign(token, "@")) {
      at = operandEnd(tokens, nextSolid(tokens, at + 1));
      continue;
    }
    const isOperand = token?.kind === "word" || token?.kind === "quoted-sheet" || token?.kind === "number" || token?.kind === "bracket";
    if (isSign(token, "{") || (isCall(tokens, at) && returnsBlock(token?.text ?? ""))) {
      if (!isTaken(tokens, at)) places.push(at);
      at += 1;
      continue;
    }
    const end = isOperand && !isCall(tokens, at) ? operandEnd(tokens, at) : at + 1;
    if (isOperand && !isCall(tokens, at) && !own.has(at) && isBlock(tokens.slice(at, end), isBlockName) && !isTaken(tokens, at, end)) places.push(at);
    at = end;
  }
  return places;
}

function isBlock(operand: readonly Token[], isBlockName: IsBlockName): boolean {
  if (operand.some((token) => isSign(token, ":") || isSign(token, "#") || token.kind === "bracket")) return true;
  const last = operand.at(-1);
  return last?.kind === "word" && !/^(TRUE|FALSE)$/i.test(last.text) && cellOf(last.text) === undefined && isBlockName(last.text);
}

/** Whether the block is, whole, an argument of a function that takes blocks there. */
function isTaken(tokens: readonly Token[], start: number, end = isSign(tokens[start], "{") ? braceEnd(tokens, start) : closingOf(tokens, nextSolid(tokens, start + 1)) + 1): boolean {
  const before = tokens[lastSolid(tokens, start)];
  const after = tokens[nextSolid(tokens, end)];
  if (!(isSign(before, "(") || isSign(before, ",")) || !(isSign(after, ")") || isSign(after, ","))) return false;
  const open = openingBefore(tokens, start);
  const called = tokens[lastSolid(tokens, open)];
  if (open < 0 || called?.kind !== "word") return false;
  return takesRange(called.text, argumentsOf(tokens, open).findIndex(([first, last]) => start >= first && start < last));
}

const braceEnd = (tokens: readonly Token[], start: number) => tokens.findIndex((token, at) => at > start && isSign(token, "}")) + 1;

/** The "(" that is open at the index; -1 where none is. */
function openingBefore(tokens: readonly Token[], at: number): number {
  let depth = 0;
  for (let index = at - 1; index >= 0; index -= 1) {
    if (isSign(tokens[index], ")")) depth += 1;
    else if (isSign(tokens[index], "(") && (depth -= 1) < 0) return index;
  }
  return -1;
}

/** A formula of the time before dynamic arrays, with "@" where Excel then cut a range to one cell; how many such places there were. */
export function cutToCells(typed: string, isBlockName: IsBlockName): { formula: string; places: number } {
  const tokens = tokensOf(typed);
  const places = new Set(blockPlaces(tokens, isBlockName).filter((at) => !isSign(tokens[at], "{")));
  return { formula: tokens.map(({ text }, at) => (places.has(at) ? `@${text}` : text)).join(""), places: places.size };
}
