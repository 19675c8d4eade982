import { ZERO } from "../core/decimal.ts";
import { meet, trueValues } from "../core/tie-out/interval.ts";
import { exactValue, figuresIn } from "./expression.ts";
import type { Figure } from "./figure.ts";
import type { Instance } from "./relation.ts";
import { replaced } from "./solve.ts";

/** A part printed twice, without which the relation holds: a rate copied into the row of another item. */
export function redundantPart({ rule, printed, expression }: Instance): { readonly part: Figure; readonly twin: Figure } | undefined {
  if (rule !== "sum" && rule !== "weighted-average") return undefined;
  const parts = figuresIn(expression).filter(({ dash, value }) => !dash && value !== 0);
  for (const part of parts) {
    const twin = parts.find((other) => other !== part && other.text === part.text && other.cell?.column === part.cell?.column);
    if (twin && part.text.replace(/\D/g, "").length >= 3 && meet(trueValues(printed.printed), exactValue(replaced(expression, part, ZERO)).range)) return { part, twin };
  }
  return undefined;
}
