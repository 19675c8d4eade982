import { addingTo, sharedUnit } from "../shared-unit.ts";
import { type Decimal, rounded, sum } from "../decimal.ts";
import { quotient } from "../quotient.ts";
import { at } from "../table.ts";
import type { Sales } from "./gross-margin.ts";

/** Whose weights value the change of the margins: the prior period's margins and current weights, or the other way round. */
export type BridgeBase = "prior" | "current";

/** What a product adds to the change of the total margin. */
export interface BridgeStep {
  /** From the change of its own margin (毛利率变动影响). */
  readonly rate: Decimal;
  /** From the change of its share of revenue (收入占比变动影响). */
  readonly mix: Decimal;
  /** The change of its contribution to the total margin. */
  readonly total: Decimal;
}

/**
 * Change of the total gross margin by product (毛利率变动分解), in points as fractions:
 *
 *     prior:   rate = w1 × (m1 − m0), mix = (w1 − w0) × m0
 *     current: rate = w0 × (m1 − m0), mix = (w1 − w0) × m1
 *     total  = w1 × m1 − w0 × m0
 *
 * w is the share of revenue, m the margin of the product. A product without revenue in one of the
 * periods has no margin there: its whole contribution is mix. Rate and mix add to the total exactly, and
 * the totals of all products to the change of the total margin. Refused where all revenue is zero.
 * Source: filing 003, lines 20–34 (毛利率贡献率同比).
 */
export function marginBridge(prior: readonly Sales[], current: readonly Sales[], base: BridgeBase): BridgeStep[] {
  const revenueOf = (products: readonly Sales[]) => sum(products.map(({ revenue }) => revenue));
  const [R0, R1] = [revenueOf(prior), revenueOf(current)];
  shares(prior, "Σ revenues0");
  shares(current, "Σ revenues1");
  const whole = R0.times(R1);
  // Every effect as one fraction: what is equal then differs by exactly zero, whatever digits its shares and margins have.
  const raw = prior.map((before, index) => {
    const after = at(current, index);
    const total = fraction(profit(after).times(R0).minus(profit(before).times(R1)), whole);
    const isAllMix = isNewOrDropped(before, after) || before.cost.times(after.revenue).eq(after.cost.times(before.revenue));
    if (isAllMix) return { total, mix: total, isAllMix };
    const weighed = base === "prior" ? before : after;
    const shift = after.revenue.times(R0).minus(before.revenue.times(R1));
    return { total, mix: fraction(shift.times(profit(weighed)), whole.times(weighed.revenue)), isAllMix };
  });
  const cut = sharedUnit(raw.flatMap(({ mix, total }) => [mix.value, total.value]));
  const totals = column(raw.map(({ total }) => total), cut, () => true);
  const own = raw.map(({ mix, isAllMix }, index) => (isAllMix ? { ...mix, value: at(totals, index) } : mix));
  const mixes = column(own, cut, (index) => !at(raw, index).isAllMix);
  return totals.map((total, index) => ({ rate: total.minus(at(mixes, index)), mix: at(mixes, index), total }));
}

const profit = ({ revenue, cost }: Sales) => revenue.minus(cost);

interface Fraction {
  readonly numerator: Decimal;
  readonly denominator: Decimal;
  readonly value: Decimal;
}

function fraction(numerator: Decimal, denominator: Decimal): Fraction {
  return { numerator, denominator, value: numerator.div(denominator) };
}

/** The effects of one column, adding to their sum. */
function column(effects: readonly Fraction[], cut: (figure: Decimal) => Decimal, mayCarry: (index: number) => boolean): Decimal[] {
  const parts = effects.map(({ value }) => cut(value));
  const isExact = effects.map(({ numerator, denominator }, index) => at(parts, index).times(denominator).eq(numerator));
  if (isExact.every((exact) => exact)) return parts;
  // A sum of quotients is right but for its last digits, so one less than the finest part has is left of it.
  const finest = Math.max(...parts.map((part) => part.decimalPlaces()));
  const total = rounded(sum(effects.map(({ value }) => value)), finest - 1);
  return addingTo(total, parts, (index) => mayCarry(index) && !at(isExact, index));
}

/** Whether a product was sold in one of the two periods only, so that it has no margin to compare. */
export function isNewOrDropped(prior: Sales, current: Sales): boolean {
  return prior.revenue.isZero() || current.revenue.isZero();
}

/** The share of each product in the revenue of all. */
export function shares(products: readonly Sales[], parameter: string): Decimal[] {
  const total = sum(products.map(({ revenue }) => revenue));
  return products.map(({ revenue }) => quotient(revenue, total, parameter));
}
