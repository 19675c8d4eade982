import { constant, divided, figureOf, less } from "./expression.ts";
import type { Line, View } from "./grid.ts";
import { changeWords } from "./label.ts";
import type { Rule } from "./finding.ts";
import { type Family, type Instance, instanceOf, support } from "./relation.ts";

/** A line of changes, each against the place before or after it. */
export interface Lag {
  readonly rule: Rule;
  readonly target: Line;
  readonly of: Line;
  readonly family: Family;
}

/**
 * Lines that print the change of another one from place to place: a column of growth rates beside the years down its side,
 * a row of 变动比例 under a row of prices.
 */
export function lagsIn(view: View): Lag[] {
  const found: Lag[] = [];
  for (const target of view.lines) {
    if (!changeWords.test(target.text)) continue;
    let best: Lag | undefined;
    let most = 0;
    for (const of of view.lines) {
      if (of === target || Math.abs(of.index - target.index) > 6) continue;
      for (const step of [-1, 1]) {
        for (const rule of ["growth", "change"] as const) {
          const family: Family = { rule, words: 12, instances: instancesOf(view, rule, target, of, step) };
          const { held, bits, broken } = support(family);
          const worth = bits - 12 * broken;
          if (held >= 2 && worth > most) [best, most] = [{ rule, target, of, family }, worth];
        }
      }
    }
    if (best) found.push(best);
  }
  return found;
}

function instancesOf(view: View, rule: "growth" | "change", target: Line, of: Line, step: number): Instance[] {
  return view.positions.flatMap((position, at) => {
    const before = view.positions[at + step];
    if (!before || before.section !== position.section || position.kind !== "item" || before.kind !== "item") return [];
    const [printed, now, then] = [view.at(target.index, position.index), view.at(of.index, position.index), view.at(of.index, before.index)];
    if (!printed || !now || !then || now.dash || then.dash || now.kind !== then.kind) return [];
    if (rule === "growth" ? printed.kind !== "rate" || now.kind !== "amount" : (printed.kind === "amount") !== (now.kind === "amount")) return [];
    const [current, prior] = [figureOf(now), figureOf(then)];
    const instance = instanceOf(rule, printed, rule === "growth" ? less(divided(current, prior), constant(1)) : less(current, prior));
    return instance ? [instance] : [];
  });
}
