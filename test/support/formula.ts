import { Decimal } from "../../src/core/decimal.ts";
import type { Operand, Step } from "../../src/functions/step.ts";

type Value = Decimal | Decimal[];
type Calculation = (...numbers: Decimal[]) => Decimal;

const functions: Record<string, Calculation> = {
  max: (...numbers) => Decimal.max(...numbers),
  min: (...numbers) => Decimal.min(...numbers),
  abs: (x) => given(x).abs(),
  sqrt: (x) => given(x).sqrt(),
  ln: (x) => given(x).ln(),
  exp: (x) => given(x).exp(),
  round: (x, digits) => {
    const unit = new Decimal(10).pow(given(digits));
    const scaled = given(x).times(unit);
    return scaled.abs().plus(0.5).floor().times(scaled.isNegative() ? -1 : 1).div(unit);
  },
};

function given(x: Decimal | undefined): Decimal {
  if (!x) throw new Error("an argument is missing");
  return x;
}

/**
 * Evaluates the formula of a step on its own symbols, by a grammar that shares nothing with the
 * product: + − × ÷ ^, brackets, functions, and Σ(…) and Π(…) over lists.
 */
export function evaluated({ formula, symbols }: Pick<Step, "formula" | "symbols">): Decimal {
  const tokens = formula.match(/\d+(?:\.\d+)?%?|[ΣΠ]|[\p{L}_][\p{L}\p{N}_′]*|[-+−×÷*/^(),]/gu) ?? [];
  if (tokens.join("") !== formula.replace(/\s+/g, "")) throw new Error(`cannot read the formula "${formula}"`);
  let next = 0;
  const peek = () => tokens[next];
  const take = (token?: string) => {
    const found = tokens[next++];
    if (found === undefined || (token !== undefined && found !== token)) throw new Error(`"${token ?? "more"}" expected in "${formula}"`);
    return found;
  };
  const value = (operand: Operand): Value => (Array.isArray(operand) ? [...operand] : (operand as Decimal));

  const expression = (): Value => {
    let left = product();
    for (let sign = peek(); sign === "+" || sign === "-" || sign === "−"; sign = peek()) {
      take();
      left = each(left, product(), (a, b) => (sign === "+" ? a.plus(b) : a.minus(b)));
    }
    return left;
  };
  const product = (): Value => {
    let left = signed();
    for (let sign = peek(); sign === "×" || sign === "*" || sign === "÷" || sign === "/"; sign = peek()) {
      take();
      left = each(left, signed(), (a, b) => (sign === "×" || sign === "*" ? a.times(b) : a.div(b)));
    }
    return left;
  };
  const signed = (): Value => {
    if (peek() !== "−" && peek() !== "-") return power();
    take();
    return each(power(), new Decimal(0), (a) => a.negated());
  };
  const power = (): Value => {
    const base = atom();
    if (peek() !== "^") return base;
    take();
    return each(base, signed(), (a, b) => a.pow(b));
  };
  const atom = (): Value => {
    const token = take();
    if (token === "(") {
      const inner = expression();
      take(")");
      return inner;
    }
    if (token === "Σ" || token === "Π") {
      take("(");
      const list = [expression()].flat();
      take(")");
      return list.reduce((total, x) => (token === "Σ" ? total.plus(x) : total.times(x)), new Decimal(token === "Σ" ? 0 : 1));
    }
    const call = functions[token];
    if (call && peek() === "(") {
      take("(");
      const arguments_ = [expression()];
      while (peek() === ",") {
        take();
        arguments_.push(expression());
      }
      take(")");
      return applied(call, arguments_);
    }
    if (/^\d/.test(token)) return token.endsWith("%") ? new Decimal(token.slice(0, -1)).div(100) : new Decimal(token);
    const symbol = symbols[token];
    if (!symbol) throw new Error(`"${token}" has no value in "${formula}"`);
    return value(symbol.value);
  };
  const result = expression();
  if (next < tokens.length) throw new Error(`cannot read the rest of "${formula}"`);
  if (Array.isArray(result)) throw new Error(`"${formula}" gives a list, not a figure`);
  return result;
}

function each(a: Value, b: Value, calculation: (a: Decimal, b: Decimal) => Decimal): Value {
  return applied((x, y) => calculation(given(x), given(y)), [a, b]);
}

function applied(calculation: Calculation, values: Value[]): Value {
  const length = Math.max(...values.map((value) => (Array.isArray(value) ? value.length : 0)));
  const pick = (index: number) => values.map((value) => (Array.isArray(value) ? given(value[index]) : value));
  if (!values.some(Array.isArray)) return calculation(...pick(0));
  return Array.from({ length }, (_, index) => calculation(...pick(index)));
}
