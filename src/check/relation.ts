import { meet, trueValues } from "../core/tie-out/interval.ts";
import { approximation, exactValue, type Expression, figuresIn } from "./expression.ts";
import type { Figure } from "./figure.ts";
import type { Rule } from "./finding.ts";

/** One figure held against what others make of it. */
export interface Instance {
  readonly rule: Rule;
  readonly printed: Figure;
  readonly expression: Expression;
  readonly holds: boolean;
  /** How unlikely it is to hold by chance, as powers of two; 0 where it says nothing, such as 0 + 0 = 0. */
  readonly bits: number;
}

/** The same relation in several places: one total over several columns, one rate down its column. */
export interface Family {
  readonly rule: Rule;
  /** What the words alone say for it, in the bits of an instance that holds. */
  readonly words: number;
  readonly instances: readonly Instance[];
  /** Set where the result follows from figures that are sure: then a break is its own. */
  readonly blames?: "result";
  /** Set where the numbering of the rows says it: then it need only hold more often than it breaks, as one shifted row breaks many. */
  readonly structural?: true;
}

const mostBits = 24;
const leastWeight = 3;

/**
 * Whether the printed figure is reachable from the true values behind the others. Doubles decide where
 * they are clear of every edge; what they cannot decide, and every break, is judged exactly.
 * Undefined where nothing can be said: a divisor that may be zero, a dash that may stand for anything small.
 */
export function instanceOf(rule: Rule, printed: Figure, expression: Expression): Instance | undefined {
  const reach = approximation(expression);
  if (!reach || !Number.isFinite(reach.value)) return undefined;
  const gap = Math.max(reach.low - printed.high, printed.low - reach.high);
  const slack = 1e-9 * Math.max(Math.abs(printed.value), Math.abs(reach.value), 1e-9);
  const unit = printed.high - printed.low;
  const width = reach.high - reach.low + unit;
  const holds = gap < -slack || (gap <= slack && meet(trueValues(printed.printed), exactValue(expression).range));
  // A dash may stand for what is waived, and a nil for what was floored at nil.
  if (!holds && (printed.dash || (printed.value === 0 && reach.value < 0))) return undefined;
  const size = Math.max(Math.abs(printed.value), unit);
  if (printed.value === 0) return { rule, printed, expression, holds, bits: 0 };
  const near = width === 0 ? mostBits : Math.log2(size / width);
  // Rounded parts add to the very digit less often by chance than near it, and about every other time where they are the parts.
  const exact = holds && additive.has(rule) && Math.abs(reach.value - printed.value) <= slack ? Math.log2(size / Math.max(unit, finest(expression))) - 1 : 0;
  return { rule, printed, expression, holds, bits: Math.min(mostBits, Math.max(0, near, exact)) };
}

/** The last digit that an expression's figures are printed to. */
function finest(expression: Expression): number {
  return figuresIn(expression).reduce((least, { dash, low, high }) => (dash ? least : Math.min(least, high - low)), Infinity);
}

const additive: ReadonlySet<Rule> = new Set(["sum", "difference", "roll-forward"]);

/** What holds speaks for the relation; an instance of less than three bits holds too easily to count. */
export function support(family: Family): { readonly held: number; readonly bits: number; readonly broken: number } {
  let [held, bits, broken] = [0, 0, 0];
  for (const instance of family.instances) {
    if (!instance.holds) broken += 1;
    else if (instance.bits >= leastWeight) {
      held += 1;
      bits += instance.bits;
    }
  }
  return { held, bits, broken };
}

/** Words that go with a quotient and do not say it: 比例 beside two amounts. Fewer bits are then enough. */
const hinted = 6;
const likely = 26;
/** Words that say a relation outright, so that it need not hold more often than it breaks. */
const outright = 14;
/** Bits beyond which chance is out of the question, whatever the words say. */
const certain = 40;

/**
 * Whether a family may be used at all: enough that holds, and more of it than of what breaks; as much of it
 * where words say it outright, far more where only the figures speak for it, and not with many digits.
 */
export function established(family: Family, needed = 26): boolean {
  const { held, bits, broken } = support(family);
  if (family.structural && bits >= certain && broken < held) return true;
  return held >= 1 && bits + family.words >= needed && broken <= held / (family.words >= outright ? 1 : family.words >= 10 || bits >= (family.rule === "quotient" && family.words >= hinted ? likely : certain) ? 2 : 4);
}
