import { type Expression, figureOf } from "./expression.ts";
import type { Line, View } from "./grid.ts";
import { type Family, type Instance, instanceOf, support } from "./relation.ts";

/** A balance carried forward: closing = opening ± what stands between them. */
export interface Roll {
  readonly opening: Line;
  readonly closing: Line;
  readonly family: Family;
}

const opening = /期初|年初|上年末|上期末|初余额|年末.*余额|末余额/;
const closing = /期末|年末|末余额|月末|日余额|余额$/;
const mostMovements = 5;
const wordsOfRolling = 10;

/** Balances carried forward along a view: 期初 + 增加 − 减少 = 期末, the signs being those that hold (filing 002, lines 3024–3036). */
export function rollsIn(view: View): Roll[] {
  const found: Roll[] = [];
  for (const first of view.lines.filter(({ label }) => opening.test(label))) {
    let best: Roll | undefined;
    let most = 0;
    for (const last of view.lines.filter((line) => closing.test(line.label) && line.index > first.index + 1 && line.index <= first.index + 1 + mostMovements && line.section === first.section)) {
      const movements = view.lines.slice(first.index + 1, last.index);
      for (let signs = 0; signs < 1 << movements.length; signs += 1) {
        const family: Family = { rule: "roll-forward", words: wordsOfRolling, instances: instancesOf(view, first, movements, last, signs) };
        const { held, bits, broken } = support(family);
        const worth = bits - 12 * broken;
        if (held >= 2 && worth > most) [best, most] = [{ opening: first, closing: last, family }, worth];
      }
    }
    if (best) found.push(best);
  }
  return found;
}

function instancesOf(view: View, first: Line, movements: readonly Line[], last: Line, signs: number): Instance[] {
  return view.positions.flatMap((position) => {
    const printed = view.at(last.index, position.index);
    const start = view.at(first.index, position.index);
    if (!printed || !start || printed.kind !== "amount") return [];
    const terms: { sign: 1 | -1; of: Expression }[] = [{ sign: 1, of: figureOf(start) }];
    let telling = 0;
    for (const [at, movement] of movements.entries()) {
      const figure = view.at(movement.index, position.index);
      if (!figure) continue;
      if (figure.kind !== "amount") return [];
      if (figure.value !== 0) telling += 1;
      terms.push({ sign: signs & (1 << at) ? -1 : 1, of: figureOf(figure) });
    }
    const instance = instanceOf("roll-forward", printed, { op: "sum", terms });
    return instance ? [telling === 0 || (telling === 1 && start.value === 0) ? { ...instance, bits: 0 } : instance] : [];
  });
}
