import { addingTo, sharedUnit } from "../shared-unit.ts";
import { type Decimal, sum, ZERO } from "../decimal.ts";
import { quotient } from "../quotient.ts";
import { at } from "../table.ts";

/** A product in two periods: quantity, selling price and unit cost. */
export interface PricedProduct {
  readonly quantity0: Decimal;
  readonly price0: Decimal;
  readonly cost0: Decimal;
  readonly quantity1: Decimal;
  readonly price1: Decimal;
  readonly cost1: Decimal;
}

/** Why the gross profit of a product changed, in money. */
export interface ProfitChange {
  readonly volume: Decimal;
  readonly mix: Decimal;
  readonly price: Decimal;
  readonly unitCost: Decimal;
  /** The whole gross profit of a product that was not sold before. */
  readonly added: Decimal;
  /** The whole gross profit, with a minus, of a product that is sold no more. */
  readonly dropped: Decimal;
  readonly total: Decimal;
}

/**
 * Change of gross profit by product (量、价、结构与单位成本对毛利的影响), with u = price − unit cost
 * and Q the quantity of all products sold in both periods:
 *
 *     volume = (Q1 − Q0) × q0 ÷ Q0 × u0     at last year's mix
 *     mix    = (q1 − Q1 × q0 ÷ Q0) × u0     = Q1 × (mix1 − mix0) × u0
 *     price  = q1 × (p1 − p0), unit cost = −q1 × (c1 − c0)
 *
 * A product that was not sold in one of the periods stands apart with its whole gross profit and does
 * not touch Q. The parts add exactly to q1 × u1 − q0 × u0. All products must be counted in one unit of
 * quantity. Refused where the quantities of the prior period add to zero.
 */
export function priceVolumeMix(products: readonly PricedProduct[]): ProfitChange[] {
  const continuing = products.filter(isContinuing);
  const Q0 = sum(continuing.map(({ quantity0 }) => quantity0));
  const Q1 = sum(continuing.map(({ quantity1 }) => quantity1));
  if (continuing.length > 0) quotient(Q1, Q0, "Σ quantity0");
  const perVolume = (timesQ0: Decimal) => (timesQ0.isZero() ? ZERO : timesQ0.div(Q0));
  const raw = products.map((product) => {
    const { quantity0, price0, cost0, quantity1, price1, cost1 } = product;
    const total = quantity1.times(price1.minus(cost1)).minus(quantity0.times(price0.minus(cost0)));
    if (!isContinuing(product)) return { total, volumeTimesQ0: ZERO, price: ZERO, unitCost: ZERO };
    const volumeTimesQ0 = quantity0.times(price0.minus(cost0)).times(Q1.minus(Q0));
    return { total, volumeTimesQ0, price: quantity1.times(price1.minus(price0)), unitCost: quantity1.times(cost0.minus(cost1)) };
  });
  const cut = sharedUnit(raw.flatMap(({ total, volumeTimesQ0, price, unitCost }) => [total, perVolume(volumeTimesQ0), price, unitCost]));
  const allVolume = cut(perVolume(sum(raw.map(({ volumeTimesQ0 }) => volumeTimesQ0))));
  const ownVolumes = raw.map(({ volumeTimesQ0 }) => cut(perVolume(volumeTimesQ0)));
  const volumes = addingTo(allVolume, ownVolumes, (index) => !at(ownVolumes, index).times(Q0).eq(at(raw, index).volumeTimesQ0));
  return raw.map((figures, index) => {
    const [total, volume, price, unitCost] = [cut(figures.total), at(volumes, index), cut(figures.price), cut(figures.unitCost)];
    const rest = total.minus(volume).minus(price).minus(unitCost);
    const none = { mix: ZERO, added: ZERO, dropped: ZERO };
    const product = products[index];
    if (product && isContinuing(product)) return { volume, price, unitCost, total, ...none, mix: rest };
    return { volume, price, unitCost, total, ...none, ...(product?.quantity0.isZero() ? { added: rest } : { dropped: rest }) };
  });
}

/** Whether a product was sold in both periods. */
export function isContinuing({ quantity0, quantity1 }: Pick<PricedProduct, "quantity0" | "quantity1">): boolean {
  return !quantity0.isZero() && !quantity1.isZero();
}
