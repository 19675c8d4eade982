import { type Decimal, ONE } from "../decimal.ts";

/** Who gains when the price rises: a buyer still has to pay it, a seller still has to receive it. */
export type Side = "buy" | "sell";

/**
 * Fair-value change of a lot at a provisional price (点价前暂定价批次的公允价值变动损益), in money:
 *
 *     sell:  quantity × (current − initial) ÷ (1 + VAT),   buy: the negative of it
 *
 * A gain is positive. The buyer's payable grows with the price, so a rise is a loss to the buyer. Prices
 * include VAT where a rate is given. Source: CAS 22 art. 23–26; IFRS 9 4.3.3; filing 004, lines 142–202.
 */
export function provisionalPriceChange(quantity: Decimal, initial: Decimal, current: Decimal, side: Side, vat: Decimal): Decimal {
  const rise = quantity.times(current.minus(initial)).div(ONE.plus(vat));
  return side === "sell" ? rise : rise.negated();
}
