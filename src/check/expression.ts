import { Decimal, ONE, ZERO } from "../core/decimal.ts";
import { dividedBy, exactly, type Interval, plus, signed, times, trueValues } from "../core/tie-out/interval.ts";
import type { Figure } from "./figure.ts";

/** What a figure is recomputed from. A figure that stands in it twice only widens what it reaches. */
export type Expression =
  | { readonly op: "figure"; readonly figure: Figure }
  | { readonly op: "constant"; readonly value: number }
  | { readonly op: "sum"; readonly terms: readonly { readonly sign: 1 | -1; readonly of: Expression }[] }
  | { readonly op: "product"; readonly of: readonly Expression[] }
  | { readonly op: "quotient"; readonly of: Expression; readonly by: Expression }
  | { readonly op: "size"; readonly of: Expression }
  | { readonly op: "median"; readonly of: readonly Expression[] };

export const figureOf = (figure: Figure): Expression => ({ op: "figure", figure });
export const constant = (value: number): Expression => ({ op: "constant", value });
export const summed = (...of: readonly Expression[]): Expression => ({ op: "sum", terms: of.map((each) => ({ sign: 1, of: each })) });
export const less = (of: Expression, by: Expression): Expression => ({ op: "sum", terms: [{ sign: 1, of }, { sign: -1, of: by }] });
export const multiplied = (...of: readonly Expression[]): Expression => ({ op: "product", of });
export const divided = (of: Expression, by: Expression): Expression => ({ op: "quotient", of, by });

/** The figures an expression is made of, in their order. */
export function figuresIn(expression: Expression): Figure[] {
  switch (expression.op) {
    case "figure":
      return [expression.figure];
    case "constant":
      return [];
    case "sum":
      return expression.terms.flatMap((term) => figuresIn(term.of));
    case "quotient":
      return [...figuresIn(expression.of), ...figuresIn(expression.by)];
    case "size":
      return figuresIn(expression.of);
    default:
      return expression.of.flatMap(figuresIn);
  }
}

/** A value in doubles, with the ends of what the print rounding of its figures lets it be. */
export interface Approximation {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The expression in doubles: quick, and good to sort what surely holds from what may not. Undefined
 * where it divides by something that may be zero. Nothing is reported on its word alone.
 */
export function approximation(expression: Expression): Approximation | undefined {
  switch (expression.op) {
    case "figure":
      return expression.figure;
    case "constant":
      return { value: expression.value, low: expression.value, high: expression.value };
    case "sum": {
      let [value, low, high] = [0, 0, 0];
      for (const { sign, of } of expression.terms) {
        const term = approximation(of);
        if (!term) return undefined;
        value += sign * term.value;
        low += sign === 1 ? term.low : -term.high;
        high += sign === 1 ? term.high : -term.low;
      }
      return { value, low, high };
    }
    case "product": {
      let product: Approximation = { value: 1, low: 1, high: 1 };
      for (const factor of expression.of) {
        const next = approximation(factor);
        if (!next) return undefined;
        product = hull(product.value * next.value, [product.low * next.low, product.low * next.high, product.high * next.low, product.high * next.high]);
      }
      return product;
    }
    case "quotient": {
      const [of, by] = [approximation(expression.of), approximation(expression.by)];
      if (!of || !by || (by.low <= 0 && by.high >= 0)) return undefined;
      return hull(of.value / by.value, [of.low / by.low, of.low / by.high, of.high / by.low, of.high / by.high]);
    }
    case "size": {
      const of = approximation(expression.of);
      if (!of) return undefined;
      const ends = [Math.abs(of.low), Math.abs(of.high)];
      return { value: Math.abs(of.value), low: of.low <= 0 && of.high >= 0 ? 0 : Math.min(...ends), high: Math.max(...ends) };
    }
    case "median": {
      const all = expression.of.map(approximation);
      if (all.length === 0 || all.includes(undefined)) return undefined;
      const middle = (end: "value" | "low" | "high") => middleOf(all.flatMap((each) => (each ? [each[end]] : [])).sort((a, b) => a - b), (a, b) => (a + b) / 2);
      return { value: middle("value"), low: middle("low"), high: middle("high") };
    }
  }
}

function hull(value: number, ends: readonly number[]): Approximation {
  return { value, low: Math.min(...ends), high: Math.max(...ends) };
}

function middleOf<T>(sorted: readonly T[], mean: (a: T, b: T) => T): T {
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new RangeError("no middle of nothing");
  return upper === lower ? upper : mean(lower, upper);
}

/** The expression exactly: its value from the figures as printed, and all values it may have had before they were rounded. */
export function exactValue(expression: Expression): { readonly value: Decimal; readonly range: Interval } {
  switch (expression.op) {
    case "figure":
      return { value: expression.figure.printed.value, range: trueValues(expression.figure.printed) };
    case "constant": {
      const value = new Decimal(String(expression.value));
      return { value, range: exactly(value) };
    }
    case "sum": {
      const terms = expression.terms.map(({ sign, of }) => ({ sign, ...exactValue(of) }));
      return {
        value: terms.reduce((sum, { sign, value }) => sum.plus(value.times(sign)), ZERO),
        range: terms.reduce((sum, { sign, range }) => plus(sum, signed(range, sign)), exactly(ZERO)),
      };
    }
    case "product": {
      const factors = expression.of.map(exactValue);
      return { value: factors.reduce((product, { value }) => product.times(value), ONE), range: factors.reduce((product, { range }) => times(product, range), exactly(ONE)) };
    }
    case "quotient": {
      const [of, by] = [exactValue(expression.of), exactValue(expression.by)];
      return { value: of.value.div(by.value), range: dividedBy(of.range, by.range) };
    }
    case "size": {
      const { value, range } = exactValue(expression.of);
      if (range.low.at.gte(0)) return { value, range };
      if (range.high.at.lte(0)) return { value: value.abs(), range: signed(range, -1) };
      const wider = range.high.at.gt(range.low.at.negated()) ? range.high : signed(range, -1).high;
      return { value: value.abs(), range: { low: { at: ZERO, closed: true }, high: wider } };
    }
    case "median": {
      const all = expression.of.map(exactValue);
      const half = new Decimal(2);
      const middle = (of: readonly Decimal[]) => middleOf([...of].sort((a, b) => a.comparedTo(b)), (a, b) => a.plus(b).div(half));
      return {
        value: middle(all.map(({ value }) => value)),
        // Both ends count as reached: a median may sit on an end that another figure of the same value reaches.
        range: { low: { at: middle(all.map(({ range }) => range.low.at)), closed: true }, high: { at: middle(all.map(({ range }) => range.high.at)), closed: true } },
      };
    }
  }
}
