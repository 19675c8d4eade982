import { sharedUnit } from "../shared-unit.ts";
import { type Decimal, sum } from "../decimal.ts";
import { quotient } from "../quotient.ts";
import { at } from "../table.ts";
import { grossMargin, marginContributions, type Sales } from "./gross-margin.ts";

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
  const [share0, share1] = [shares(prior, "Σ revenues0"), shares(current, "Σ revenues1")];
  const [contribution0, contribution1] = [marginContributions(prior), marginContributions(current)];
  const raw = prior.map((_, index) => {
    const total = at(contribution1, index).minus(at(contribution0, index));
    if (isNewOrDropped(at(prior, index), at(current, index))) return { mix: total, total };
    const margin = grossMargin(at(base === "prior" ? prior : current, index));
    return { mix: at(share1, index).minus(at(share0, index)).times(margin), total };
  });
  const cut = sharedUnit(raw.flatMap(({ mix, total }) => [mix, total]));
  return raw.map(({ mix, total }) => {
    const step = { mix: cut(mix), total: cut(total) };
    return { rate: step.total.minus(step.mix), ...step };
  });
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
