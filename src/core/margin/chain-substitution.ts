import { sharedUnit } from "../shared-unit.ts";
import { type Decimal, ONE } from "../decimal.ts";
import { at, consecutive } from "../table.ts";

/**
 * Chain substitution (连环替代法): what each factor adds to the change of a product of factors, when
 * they are replaced one after the other in the order given:
 *
 *     effect of k = f1(1) × … × f1(k−1) × (f1(k) − f0(k)) × f0(k+1) × … × f0(n)
 *
 * The effects add exactly to Π f1 − Π f0. Another order gives other effects: each is valued at the
 * current level of the factors before it and the prior level of those after it. A prior factor of zero
 * leaves those before it without effect. Factors are pure numbers or carry units whose product is that
 * of the result.
 */
export function chainEffects(prior: readonly Decimal[], current: readonly Decimal[]): Decimal[] {
  const products = chainProducts(prior, current);
  const cut = sharedUnit(products);
  return consecutive(products).map(([before, after]) => cut(after).minus(cut(before)));
}

/** What a factor's change is multiplied by: the product of the current factors before it, and each prior factor after it. */
export function chainWeights(prior: readonly Decimal[], current: readonly Decimal[], index: number): { readonly before: Decimal; readonly after: readonly Decimal[] } {
  return { before: current.slice(0, index).reduce((product, factor) => product.times(factor), ONE), after: prior.slice(index + 1) };
}

/** The products on the way from all prior factors to all current ones, one factor replaced at a time. */
function chainProducts(prior: readonly Decimal[], current: readonly Decimal[]): Decimal[] {
  const replaced = (count: number) => prior.map((factor, index) => (index < count ? at(current, index) : factor));
  return Array.from({ length: prior.length + 1 }, (_, count) => replaced(count).reduce((product, factor) => product.times(factor), ONE));
}
