import { divided, figureOf } from "./expression.ts";
import type { Figure } from "./figure.ts";
import type { Line, View } from "./grid.ts";
import { shareWords } from "./label.ts";
import { type Family, type Instance, instanceOf, support } from "./relation.ts";

/** A line of shares and the amounts they are shares of, in one section of a table. */
export interface Shares {
  readonly view: View;
  readonly target: Line;
  readonly amounts: Line;
  readonly section: number;
  /** The whole, where the table prints it. */
  readonly whole: Figure | undefined;
  readonly pairs: readonly { readonly share: Figure; readonly amount: Figure }[];
  readonly family: Family;
}

const wordsOfShare = 10;

/**
 * Lines of shares (占比) with the amounts next to them: share = amount ÷ whole. The whole is the amount at 100%, or
 * that of the total; where the table prints neither, the largest share stands in for it, as all must imply one whole
 * (filing 002, lines 3977–3992).
 */
export function sharesIn(view: View): Shares[] {
  const found: Shares[] = [];
  const sections = [...new Set(view.positions.map(({ section }) => section))];
  for (const target of view.lines) {
    for (const section of sections) {
      const positions = view.positions.filter((position) => position.section === section);
      const shares = positions.flatMap((position) => view.at(target.index, position.index) ?? []);
      if (shares.length < 2 || shares.some(({ kind, dash }) => kind !== "rate" && !dash)) continue;
      let best: Shares | undefined;
      let most = -Infinity;
      for (const amounts of view.lines) {
        if (amounts === target || Math.abs(amounts.index - target.index) > 8) continue;
        const pairs = pairsOf(view, target, amounts, positions);
        if (pairs.length < 2) continue;
        for (const candidate of candidatesOf(pairs)) {
          const family = familyOf(target, candidate, pairs);
          const { held, bits, broken } = support(family);
          const worth = bits - 12 * broken - Math.abs(amounts.index - target.index);
          if (held >= (candidate.sure ? 1 : 2) && worth > (candidate.sure ? -12 : 0) && worth > most) [best, most] = [{ view, target, amounts, section, whole: candidate.whole, pairs, family }, worth];
        }
      }
      if (best) found.push(best);
    }
  }
  return found;
}

type SharePair = Shares["pairs"][number] & { readonly position: Line };
interface Candidate {
  readonly whole: Figure | undefined;
  readonly from: SharePair;
  /** Whether a row of totals prints it at exactly 100%. */
  readonly sure: boolean;
}

function pairsOf(view: View, target: Line, amounts: Line, positions: readonly Line[]): SharePair[] {
  return positions.flatMap((position) => {
    const [share, amount] = [view.at(target.index, position.index), view.at(amounts.index, position.index)];
    return share && amount && amount.kind === "amount" && !amount.dash && !share.dash && amount.value !== 0 ? [{ share, amount, position }] : [];
  });
}

function candidatesOf(pairs: readonly SharePair[]): Candidate[] {
  const whole = pairs.filter(({ share, position }) => share.value === 1 || (position.kind === "total" && share.value > 0.995 && share.value < 1.005));
  const total = whole.filter(({ share, position }) => share.value === 1 && position.kind === "total");
  // A total of exactly 100% is the whole; its share is not rounded.
  if (total.length > 0) return total.map((from) => ({ whole: from.amount, from, sure: true }));
  const largest = [...pairs].sort((a, b) => Math.abs(b.amount.value) - Math.abs(a.amount.value));
  return [...whole.slice(-2).map((from) => ({ whole: from.amount, from, sure: false })), ...largest.slice(0, 3).map((from) => ({ whole: undefined, from, sure: false }))];
}

function familyOf(target: Line, { whole, from, sure }: Candidate, pairs: readonly SharePair[]): Family {
  const words = shareWords.test(target.text) || (sure && /比例/.test(target.label)) ? wordsOfShare : 0;
  const instances = pairs.flatMap(({ share, amount }): Instance[] => {
    if (share === from.share) return [];
    const base = whole ? figureOf(whole) : divided(figureOf(from.amount), figureOf(from.share));
    const instance = instanceOf("share", share, divided(figureOf(amount), base));
    return instance ? [instance] : [];
  });
  return { rule: "share", words, instances };
}
