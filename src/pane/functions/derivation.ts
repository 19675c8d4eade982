import { Decimal } from "../../core/decimal.ts";
import { type Naming, spelled } from "../../functions/answer.ts";
import type { Operand, Step } from "../../functions/step.ts";
import { type Term, Word } from "../../functions/term.ts";
import { amountDecimals, decimalsOf, isAmount, numberText, percentText } from "../number-format.ts";
import { isFraction } from "./fraction.ts";

/** A step as a person reads it. */
export interface Derivation {
  readonly term: Term;
  readonly which?: number | string;
  /** In symbols: max(0, CA − RA). */
  readonly symbols: string;
  /** With the values put in: max(0, 24,235.61 − 22,330.00). */
  readonly values: string;
  readonly result: string;
  /** What the symbols mean. */
  readonly legend: readonly { readonly symbol: string; readonly term: Term }[];
}

/** A list longer than this is shown by its beginning and its length. */
const listed = 6;

/** The steps of one result. Their amounts are printed with the same decimals, as they would stand under each other. */
export function derivations(steps: readonly Step[], name: Naming): Derivation[] {
  const cents = Math.min(2, amountDecimals(steps.flatMap(valuesIn)));
  return steps.map((step) => derivation(step, cents, name));
}

function valuesIn({ symbols, value }: Step): Decimal[] {
  return [...Object.values(symbols).flatMap((symbol) => flat(symbol.value)), ...(value instanceof Decimal ? [value] : [])];
}

function derivation(step: Step, cents: number, name: Naming): Derivation {
  const amounts = valuesIn(step).some(isAmount);
  const result = step.value instanceof Decimal ? step.value : undefined;
  const decimals = result ? Math.max(isAmount(result) ? cents : 0, decimalsOf(result)) : 0;
  const figure = (value: Decimal, term: Term, enough: number) => {
    if (isFraction(term)) return percentText(value, Math.max(4, enough - 2));
    if (isAmount(value) || (value.isZero() && amounts)) return numberText(value, Math.max(cents, decimalsOf(value), enough));
    return numberText(value, Math.max(decimalsOf(value), enough));
  };
  // What is added or taken away must be seen with the decimals of the result, and what is multiplied with its digits and one more, or the line does not give it.
  const multiplies = /[×÷^]/.test(step.formula);
  const adds = /[+−-]/.test(step.formula);
  const enough = (value: Decimal) => {
    const forSum = adds && !(multiplies && isAmount(value)) ? decimals : 0;
    const forProduct = multiplies && result && !isAmount(value) ? result.e + decimals + 1 - value.e : 0;
    return Math.min(Math.max(forSum, forProduct), value.decimalPlaces());
  };
  const operand = (symbol: string) => {
    const found = step.symbols[symbol];
    if (!found) return symbol;
    const texts = flat(found.value).map((value) => figure(value, found.term, enough(value)));
    if (found.value instanceof Decimal) return found.value.isNegative() ? `(${texts.join("")})` : texts.join("");
    const shown = texts.length > listed ? [...texts.slice(0, listed - 1), "…", ...texts.slice(-1)] : texts;
    return `{${shown.join("; ")}}`;
  };
  const values = summed(step.formula.replace(/[\p{L}_][\p{L}\p{N}_′]*/gu, operand));
  return {
    term: step.term,
    ...(step.which === undefined ? {} : { which: step.which instanceof Word ? spelled(step.which, name) : step.which }),
    symbols: step.formula,
    values,
    result: step.value instanceof Decimal ? figure(step.value, step.term, 0) : step.value instanceof Word ? spelled(step.value, name) : step.value,
    legend: Object.entries(step.symbols).map(([symbol, { term }]) => ({ symbol, term })),
  };
}

/** Σ over one list is the sum that everybody writes, in brackets where it is a part of more. */
function summed(values: string): string {
  return values.replace(/Σ\(\{([^{}]*)\}\)/gu, (sum, list: string) => {
    const written = list.replaceAll("; ", " + ");
    return sum === values ? written : `(${written})`;
  });
}

function flat(value: Operand): readonly Decimal[] {
  return value instanceof Decimal ? [value] : value;
}
