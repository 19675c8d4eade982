import { blockPlaces, type IsBlockName, operandEnd, parameterPlaces } from "./xlsx-array.ts";
import { excelStoredName, storedName, typedName } from "./xlsx-function-names.ts";
import { closingOf, isCall, isSign, joined, lastSolid, nextSolid, type Token, tokensOf } from "../formula-tokens.ts";

/** How a formula is to be stored: its text without "=", and whether Excel must calculate it over arrays. */
export interface StoredFormula {
  readonly text: string;
  readonly dynamic: boolean;
}

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
