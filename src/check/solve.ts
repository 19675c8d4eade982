import { Decimal } from "../core/decimal.ts";
import { exactValue, type Expression } from "./expression.ts";
import type { Figure } from "./figure.ts";
import type { Instance } from "./relation.ts";

const steps = 12;

/**
 * What a figure would have to be for the relation to hold with all others as printed: the recomputed value for the
 * result itself, and for an input the root of result = expression by secants, which a sum or product reaches at once.
 * Undefined where there is none.
 */
export function solvedFor({ printed, expression }: Instance, figure: Figure): Decimal | undefined {
  if (figure === printed) return exactValue(expression).value;
  const target = printed.printed.value;
  const off = (value: Decimal) => exactValue(replaced(expression, figure, value)).value.minus(target);
  const start = figure.printed.value;
  let [x0, x1] = [start, start.isZero() ? new Decimal(1) : start.times("1.01")];
  try {
    let [y0, y1] = [off(x0), off(x1)];
    for (let step = 0; step < steps && !y1.isZero(); step += 1) {
      const slope = y1.minus(y0);
      if (slope.isZero()) return undefined;
      const next = x1.minus(y1.times(x1.minus(x0)).div(slope));
      [x0, y0, x1] = [x1, y1, next];
      y1 = off(x1);
      if (y1.abs().lt(printed.printed.unit.times("1e-6"))) break;
    }
    return y1.abs().lte(printed.printed.unit) ? x1 : undefined;
  } catch {
    return undefined;
  }
}

/** The expression with one figure taken as another value. */
export function replaced(expression: Expression, figure: Figure, value: Decimal): Expression {
  const number = value.toNumber();
  return withFigures(expression, (own) => (own === figure ? { ...figure, printed: { value, unit: new Decimal(0) }, value: number, low: number, high: number } : own));
}

/** The expression with other figures in the places of its own. */
export function withFigures(expression: Expression, other: (figure: Figure) => Figure): Expression {
  switch (expression.op) {
    case "figure":
      return { op: "figure", figure: other(expression.figure) };
    case "constant":
      return expression;
    case "sum":
      return { op: "sum", terms: expression.terms.map(({ sign, of }) => ({ sign, of: withFigures(of, other) })) };
    case "quotient":
      return { op: "quotient", of: withFigures(expression.of, other), by: withFigures(expression.by, other) };
    case "size":
      return { op: "size", of: withFigures(expression.of, other) };
    default:
      return { ...expression, of: expression.of.map((each) => withFigures(each, other)) };
  }
}
