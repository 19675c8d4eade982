import { sharedUnit } from "../shared-unit.ts";
import { type Decimal, ONE } from "../decimal.ts";
import { refuse } from "../refusal.ts";
import { at, consecutive } from "../table.ts";

/**
 * Chain substitution (连环替代法): what each factor adds to the change of a product of factors, when
 * they are replaced one after the other in the order given:
 *
 *     effect of k = f1(1) × … × f1(k−1) × (f1(k) − f0(k)) × f0(k+1) × … × f0(n)
 *
 * The effects add exactly to Π f1 − Π f0. Another order gives other effects: each is valued at the
 * current level of the factors before it and the prior level of those after it. A factor of zero is
 * refused, since everything on its other side would vanish with it. Factors are pure numbers or carry
 * units whose product is that of the result.
 */
export function chainEffects(prior: readonly Decimal[], current: readonly Decimal[]): Decimal[] {
  for (const [parameter, factors] of [["factors0", prior], ["factors1", current]] as const) {
    const zero = factors.findIndex((factor) => factor.isZero());
    if (zero >= 0) refuse({ code: "zero-factor", parameter, index: zero + 1 });
  }
  const products = chainProducts(prior, current);
  const cut = sharedUnit(products);
  return consecutive(products).map(([before, after]) => cut(after).minus(cut(before)));
}

/** The products on the way from all prior factors to all current ones, one factor replaced at a time. */
export function chainProducts(prior: readonly Decimal[], current: readonly Decimal[]): Decimal[] {
  const replaced = (count: number) => prior.map((factor, index) => (index < count ? at(current, index) : factor));
  return Array.from({ length: prior.length + 1 }, (_, count) => replaced(count).reduce((product, factor) => product.times(factor), ONE));
}
