import { sharedUnit } from "../shared-unit.ts";
import type { Decimal } from "../decimal.ts";
import { quotient } from "../quotient.ts";

/** Price and cost of one unit. */
export interface UnitSale {
  readonly price: Decimal;
  readonly cost: Decimal;
}

/**
 * Change of a unit's gross margin by price and by cost (价格、成本两因素), in points as fractions:
 *
 *     price effect = c0 ÷ p0 − c0 ÷ p1, cost effect = (c0 − c1) ÷ p1
 *
 * The price is replaced first. The effects add exactly to (1 − c1 ÷ p1) − (1 − c0 ÷ p0). Refused for
 * a price of zero. Source: filing 002, lines 722–733 (单位售价与单位成本对毛利率的影响).
 */
export function priceCostEffects(prior: UnitSale, current: UnitSale, index?: number): { price: Decimal; cost: Decimal } {
  const before = quotient(prior.cost, prior.price, "price0", index);
  const repriced = quotient(prior.cost, current.price, "price1", index);
  const after = quotient(current.cost, current.price, "price1", index);
  const cut = sharedUnit([before, repriced, after]);
  return { price: cut(before).minus(cut(repriced)), cost: cut(repriced).minus(cut(after)) };
}

/** An input of one unit of product: how much of it, at what price. */
export interface UnitInput {
  readonly quantity: Decimal;
  readonly price: Decimal;
}

/**
 * Change of the unit cost from one input (单位成本变动：单耗与单价影响), in money a unit:
 *
 *     quantity effect = (q1 − q0) × p0, price effect = q1 × (p1 − p0)
 *
 * They add exactly to q1 × p1 − q0 × p0. Source: filing 002, unit-cost tables of lines 722–830.
 */
export function unitCostEffects(prior: UnitInput, current: UnitInput): { quantity: Decimal; price: Decimal; total: Decimal } {
  return {
    quantity: current.quantity.minus(prior.quantity).times(prior.price),
    price: current.quantity.times(current.price.minus(prior.price)),
    total: current.quantity.times(current.price).minus(prior.quantity.times(prior.price)),
  };
}
