import type { Decimal } from "../core/decimal.ts";
import type { Term, Word } from "./term.ts";

/** One value of a step: a number, several for a sum over them, or a word such as a status. */
export type Operand = Decimal | readonly Decimal[];

/** Which of several figures a step finds: the 1-based index, the label its user gave it, or a word of ours. */
export type Which = number | string | Word;

/**
 * One step of a derivation: `term = formula`, with the value of every symbol.
 *
 * The formula is written in symbols that are the same in every language, with + − × ÷ ^ ( ), the
 * functions max, min, abs, round(x, n) and Σ(…), which runs over the lists among its operands:
 *
 *     { term: "impairment-loss", formula: "max(0, CA − RA)",
 *       symbols: { CA: { term: "carrying-amount", value: 24235.61 }, RA: { … } }, value: 1905.61 }
 *
 * A test evaluates every formula independently and compares it with the value.
 */
export interface Step {
  readonly term: Term;
  readonly which?: Which;
  readonly formula: string;
  readonly symbols: Readonly<Record<string, { readonly term: Term; readonly value: Operand }>>;
  readonly value: Decimal | string | Word;
}

/** A step, with its symbols given as [term, value] pairs. */
export function step(
  term: Term,
  formula: string,
  symbols: Readonly<Record<string, readonly [Term, Operand]>>,
  value: Decimal | string | Word,
  which?: Which,
): Step {
  const named = Object.entries(symbols).map(([symbol, [of, operand]]) => [symbol, { term: of, value: operand }] as const);
  return { term, formula, symbols: Object.fromEntries(named), value, ...(which === undefined ? {} : { which }) };
}
