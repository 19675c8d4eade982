import { isNativelyArray, isScalarPlace, returnsBlock, takesRange } from "./xlsx-function-names.ts";
import { argumentsOf, cellOf, closingOf, isCall, isSign, joined, lastSolid, nextSolid, type Token, tokensOf } from "../formula-tokens.ts";

/** Whether a defined name stands for more than one cell. */
export type IsBlockName = (name: string) => boolean;

/** Where LET and LAMBDA name values of their own: Excel marks each use of such a name. */
export function parameterPlaces(tokens: readonly Token[]): Set<number> {
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

/** The index after the reference, range or call that starts at the index. */
export function operandEnd(tokens: readonly Token[], start: number): number {
  let end = start + 1;
  if (isCall(tokens, start)) return closingOf(tokens, nextSolid(tokens, start + 1)) + 1;
  while (isSign(tokens[end], "!") || isSign(tokens[end], ":") || tokens[end]?.kind === "bracket" || isSign(tokens[end], "#")) {
    const joins = isSign(tokens[end], "!") || isSign(tokens[end], ":");
    end = joins ? operandEnd(tokens, end + 1) : end + 1;
  }
  return end;
}

/** A block that stands in a formula: from one piece to before another. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where a block stands in the place of a single value, so that the formula spills, or is calculated over arrays. */
export function blockPlaces(tokens: readonly Token[], isBlockName: IsBlockName): Place[] {
  return blocksIn(tokens, isBlockName).filter((place) => !isTaken(tokens, place));
}

function blocksIn(tokens: readonly Token[], isBlockName: IsBlockName): Place[] {
  const places: Place[] = [];
  const own = parameterPlaces(tokens);
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (isSign(token, "@")) {
      at = operandEnd(tokens, nextSolid(tokens, at + 1));
    } else if (isSign(token, "{")) {
      places.push({ start: at, end: braceEnd(tokens, at) });
      at = braceEnd(tokens, at);
    } else if (isCall(tokens, at)) {
      if (returnsBlock(token?.text ?? "")) places.push({ start: at, end: operandEnd(tokens, at) });
      at += 1;
    } else if (token?.kind === "word" || token?.kind === "quoted-sheet" || token?.kind === "number" || token?.kind === "bracket") {
      const end = operandEnd(tokens, at);
      if (!own.has(at) && isBlock(tokens.slice(at, end), isBlockName)) places.push({ start: at, end });
      at = end;
    } else {
      at += 1;
    }
  }
  return places;
}

function braceEnd(tokens: readonly Token[], start: number): number {
  const close = tokens.findIndex((token, at) => at > start && isSign(token, "}"));
  return close < 0 ? tokens.length : close + 1;
}

function isBlock(operand: readonly Token[], isBlockName: IsBlockName): boolean {
  if (operand.some((token) => isSign(token, ":") || isSign(token, "#") || token.kind === "bracket")) return true;
  const last = operand.at(-1);
  return last?.kind === "word" && !/^(TRUE|FALSE)$/i.test(last.text) && cellOf(last.text) === undefined && isBlockName(last.text);
}

/** The call a place lies in, bare brackets passed over: the function and which of its arguments. */
function callAround(tokens: readonly Token[], { start, end }: Place): { name: string; argument: number; whole: boolean; open: number } | undefined {
  let open = openingBefore(tokens, start);
  let whole = open === lastSolid(tokens, start) || isSign(tokens[lastSolid(tokens, start)], ",");
  const after = tokens[nextSolid(tokens, end)];
  whole &&= isSign(after, ")") || isSign(after, ",");
  while (open >= 0 && tokens[lastSolid(tokens, open)]?.kind !== "word") {
    open = openingBefore(tokens, open);
    whole = false;
  }
  if (open < 0) return undefined;
  const argument = argumentsOf(tokens, open).findIndex(([first, last]) => start >= first && start < last);
  return { name: tokens[lastSolid(tokens, open)]?.text ?? "", argument, whole, open };
}

/** Whether a function takes the block as it is: whole, where it wants one, or as part of what it calculates over arrays anyway. */
function isTaken(tokens: readonly Token[], place: Place): boolean {
  const call = callAround(tokens, place);
  return call !== undefined && ((call.whole && takesRange(call.name, call.argument)) || isNativelyArray(call.name, call.argument));
}

/** The "(" that is open at the index; -1 where none is. */
function openingBefore(tokens: readonly Token[], at: number): number {
  let depth = 0;
  for (let index = at - 1; index >= 0; index -= 1) {
    if (isSign(tokens[index], ")")) depth += 1;
    else if (isSign(tokens[index], "(") && (depth -= 1) < 0) return index;
  }
  return -1;
}

/**
 * A formula stored without arrays, with "@" where Excel then cuts a range to one cell; a name is replaced by its range, which the
 * engine can cut. Where it is not certain that Excel cuts, nothing is changed.
 */
export function cutToCells(typed: string, isBlockName: IsBlockName, rangeOf: (name: string) => string | undefined): { formula: string; places: number } {
  const tokens = tokensOf(typed);
  const marks = new Map<number, string>();
  for (const place of blockPlaces(tokens, isBlockName)) {
    if (!isCut(tokens, place)) continue;
    const text = tokens[place.start]?.text ?? "";
    const range = place.end === place.start + 1 ? rangeOf(text) : text;
    if (range !== undefined) marks.set(place.start, `@${range}`);
  }
  return { formula: tokens.map(({ text }, at) => marks.get(at) ?? text).join(""), places: marks.size };
}

/** Whether Excel, without arrays, certainly cuts the range: it is calculated with, or given to a function that wants one value there, and nothing around it makes arrays. */
function isCut(tokens: readonly Token[], place: Place): boolean {
  const first = tokens[place.start];
  if (isSign(first, "{") || isCall(tokens, place.start) || tokens.slice(place.start, place.end).some(({ kind }) => kind === "bracket")) return false;
  let around = callAround(tokens, place);
  const alone = around?.whole === true;
  if (alone && around && !isScalarPlace(around.name, around.argument)) return false;
  while (around) {
    if (isNativelyArray(around.name, around.argument) || returnsBlock(around.name)) return false;
    const name = lastSolid(tokens, around.open);
    around = callAround(tokens, { start: name, end: operandEnd(tokens, name) });
  }
  return true;
}
