import { Decimal, ONE, ZERO } from "../decimal.ts";

/** What is lost of a selling price on the way: selling expenses and taxes, as fractions of it. */
export interface SellingRates {
  readonly selling: Decimal;
  readonly tax: Decimal;
}

/**
 * Net realisable value of goods (可变现净值), in money:
 *
 *     price × quantity × (1 − selling rate − tax rate) − cost to completion
 *
 * The price is a unit price; completion is an amount for the whole item. A negative result is returned
 * as it is: more than the goods are worth would have to be spent on them.
 * Source: CAS 1 art. 15–16; IAS 2.6, 2.28–31; filing 004, lines 992–1004.
 */
export function goodsValue(price: Decimal, quantity: Decimal, { selling, tax }: SellingRates, completion: Decimal = ZERO): Decimal {
  return price.times(quantity).times(ONE.minus(selling).minus(tax)).minus(completion);
}

/** A material that goes into a product, all figures for one unit of the material or of the product. */
export interface MaterialInProduct {
  /** Of one unit of the material. */
  readonly cost: Decimal;
  readonly productPrice: Decimal;
  readonly productCost: Decimal;
  /** Spent on one unit of the product from here on. */
  readonly completion: Decimal;
  /** Units of the product that come of one unit of the material. */
  readonly yieldRate: Decimal;
}

/**
 * Net realisable value of a material held for production, through the product it becomes:
 *
 *     cost, while product price × (1 − rates) ≥ product cost
 *     (product price × (1 − rates) − completion) × yield, otherwise
 *
 * A material is not written down while its product is sold at a profit. Amounts are per unit.
 * Source: CAS 1 art. 16; IAS 2.32; filing 004, lines 992–1004.
 */
export function materialValue({ cost, productPrice, productCost, completion, yieldRate }: MaterialInProduct, rates: SellingRates): Decimal {
  const net = goodsValue(productPrice, ONE, rates);
  return net.gte(productCost) ? cost : net.minus(completion).times(yieldRate);
}

/**
 * Net realisable value of goods of which a part is sold under a contract (CAS 1 art. 17, IAS 2.31):
 * the contracted part at the contract price, the rest at the market price.
 *
 * Two figures that are never netted: a surplus on the contract does not pay for a loss on the rest.
 * What is contracted beyond the quantity held has no goods behind it and is left out.
 */
export function contractValues(quantity: Decimal, contracted: Decimal, contractPrice: Decimal, marketPrice: Decimal, rates: SellingRates) {
  const covered = Decimal.min(contracted, quantity);
  const rest = quantity.minus(covered);
  return { covered, rest, contractValue: goodsValue(contractPrice, covered, rates), restValue: goodsValue(marketPrice, rest, rates) };
}

/**
 * Charge (+) or reversal (−) of the period (存货跌价准备的计提或转回):
 *
 *     max(0, cost − max(0, net realisable value)) − opening allowance
 *
 * A net realisable value below zero counts as none: goods are written down to nothing, not below; what must
 * be spent beyond that is a provision for an onerous contract (CAS 13, IAS 37), not an allowance.
 * The opening allowance is what is left of it after what went out with goods sold (转销). A reversal
 * never exceeds it, since nothing less than no allowance is required. Cost is not negative: a credit balance of
 * an item is no inventory (goods gone out before they were booked in), and would need no allowance of its own
 * while it hides the one of the goods it is set against.
 * Source: CAS 1 art. 15, 19; IAS 2.33–34.
 */
export function allowanceChange(cost: Decimal, value: Decimal, opening: Decimal = ZERO): { required: Decimal; change: Decimal } {
  const required = Decimal.max(0, cost.minus(Decimal.max(0, value)));
  return { required, change: required.minus(opening) };
}
