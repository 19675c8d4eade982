import { Decimal } from "../decimal.ts";
import type { ProfitChange } from "../margin/price-volume-mix.ts";

/** Products as columns of doubles, one element a product, each the double of a decimal with few digits. */
export interface ProductColumns {
  readonly quantity0: Float64Array;
  readonly price0: Float64Array;
  readonly cost0: Float64Array;
  readonly quantity1: Float64Array;
  readonly price1: Float64Array;
  readonly cost1: Float64Array;
}

/** Decimals that quantities, and prices with unit costs, are printed with. */
export interface ColumnDigits {
  readonly quantity: number;
  readonly price: number;
}

/** Adding and subtracting 1.5 × 2^52 rounds a double of less than 2^51 to a whole number. */
const ROUNDER = 6755399441055744;
const ROUNDABLE = 2 ** 51;
/** Whole numbers below this are exact doubles. */
const EXACT = 2 ** 53;
/** Low halves of so many products add below 2^53. */
const MOST_PRODUCTS = 2 ** 20;
/** Two roundings of a double: what x × 10^d may be off from a whole number when x prints with d decimals. */
const SLACK = 4e-16;
const HALF_WORD = 2 ** 32;
const PER_HALF_WORD = 2 ** -32;

/** A sum of whole numbers below 2^53 that stays exact: high and low halves apart. */
interface Halves {
  high: number;
  low: number;
}

/**
 * The totals of priceVolumeMix() over many products, exact: volume, mix, price, unit cost, new and
 * dropped products and their sum, each to 50 digits.
 *
 * Quantities and prices become whole numbers (a quantity of 12.345 with 3 decimals is 12,345), whose
 * products below 2^53 are exact doubles and are added in two halves, so that nothing is rounded until
 * the one division by the total quantity. undefined where a figure has more decimals than said, or a
 * product does not fit: the caller then computes with decimals.
 */
export function priceVolumeMixTotals(columns: ProductColumns, digits: ColumnDigits): ProfitChange | undefined {
  const { quantity0, price0, cost0, quantity1, price1, cost1 } = columns;
  if (quantity0.length > MOST_PRODUCTS) return undefined;
  const [perQuantity, perPrice] = [10 ** digits.quantity, 10 ** digits.price];
  let [total0, total1, off] = [0, 0, 0];
  let [priceHigh, priceLow, costHigh, costLow, baseHigh, baseLow, mixHigh, mixLow] = [0, 0, 0, 0, 0, 0, 0, 0];
  const [added, dropped]: [Halves, Halves] = [{ high: 0, low: 0 }, { high: 0, low: 0 }];
  for (let i = 0; i < quantity0.length; i++) {
    const scaledQ0 = (quantity0[i] as number) * perQuantity;
    const scaledQ1 = (quantity1[i] as number) * perQuantity;
    const scaledP0 = (price0[i] as number) * perPrice;
    const scaledP1 = (price1[i] as number) * perPrice;
    const scaledC0 = (cost0[i] as number) * perPrice;
    const scaledC1 = (cost1[i] as number) * perPrice;
    const q0 = scaledQ0 + ROUNDER - ROUNDER;
    const q1 = scaledQ1 + ROUNDER - ROUNDER;
    const p0 = scaledP0 + ROUNDER - ROUNDER;
    const p1 = scaledP1 + ROUNDER - ROUNDER;
    const c0 = scaledC0 + ROUNDER - ROUNDER;
    const c1 = scaledC1 + ROUNDER - ROUNDER;
    if (
      Math.abs(scaledQ0 - q0) > Math.abs(q0) * SLACK ||
      Math.abs(scaledQ1 - q1) > Math.abs(q1) * SLACK ||
      Math.abs(scaledP0 - p0) > Math.abs(p0) * SLACK ||
      Math.abs(scaledP1 - p1) > Math.abs(p1) * SLACK ||
      Math.abs(scaledC0 - c0) > Math.abs(c0) * SLACK ||
      Math.abs(scaledC1 - c1) > Math.abs(c1) * SLACK ||
      !(Math.abs(p0) + Math.abs(p1) + Math.abs(c0) + Math.abs(c1) + Math.abs(q0) + Math.abs(q1) < ROUNDABLE)
    ) {
      off++;
    }
    const margin0 = p0 - c0;
    if (q0 === 0 || q1 === 0) {
      add(added, q0 === 0 ? q1 * (p1 - c1) : 0);
      add(dropped, q1 === 0 ? -q0 * margin0 : 0);
      if (!fits(q1 * (p1 - c1)) || !fits(q0 * margin0)) off++;
      continue;
    }
    const byPrice = q1 * (p1 - p0);
    const byCost = q1 * (c0 - c1);
    const base = q0 * margin0;
    const current = q1 * margin0;
    if (!fits(byPrice) || !fits(byCost) || !fits(base) || !fits(current)) off++;
    const priceWords = Math.floor(byPrice * PER_HALF_WORD);
    const costWords = Math.floor(byCost * PER_HALF_WORD);
    const baseWords = Math.floor(base * PER_HALF_WORD);
    const mixWords = Math.floor(current * PER_HALF_WORD);
    priceHigh += priceWords;
    priceLow += byPrice - priceWords * HALF_WORD;
    costHigh += costWords;
    costLow += byCost - costWords * HALF_WORD;
    baseHigh += baseWords;
    baseLow += base - baseWords * HALF_WORD;
    mixHigh += mixWords;
    mixLow += current - mixWords * HALF_WORD;
    total0 += q0;
    total1 += q1;
  }
  if (off > 0 || Math.abs(total0) >= EXACT || Math.abs(total1) >= EXACT) return undefined;
  return finished({ total0, total1, unit: perQuantity * perPrice }, {
    price: { high: priceHigh, low: priceLow },
    unitCost: { high: costHigh, low: costLow },
    base: { high: baseHigh, low: baseLow },
    current: { high: mixHigh, low: mixLow },
    added,
    dropped,
  });
}

const fits = (product: number) => product < EXACT && product > -EXACT;

function add(halves: Halves, product: number): void {
  const words = Math.floor(product * PER_HALF_WORD);
  halves.high += words;
  halves.low += product - words * HALF_WORD;
}

function finished(
  { total0, total1, unit }: { readonly total0: number; readonly total1: number; readonly unit: number },
  sums: Readonly<Record<"price" | "unitCost" | "base" | "current" | "added" | "dropped", Halves>>,
): ProfitChange | undefined {
  const amount = ({ high, low }: Halves) => new Decimal(high).times(HALF_WORD).plus(low).div(unit);
  const [price, unitCost, base, current] = [amount(sums.price), amount(sums.unitCost), amount(sums.base), amount(sums.current)];
  const [added, dropped] = [amount(sums.added), amount(sums.dropped)];
  if (total0 === 0 && (total1 !== 0 || !base.isZero() || !current.isZero())) return undefined;
  const volume = total0 === 0 ? new Decimal(0) : base.times(new Decimal(total1).minus(total0)).div(total0);
  // What the quantities at last year's margins changed in all, less what volume explains of it.
  const mix = current.minus(base).minus(volume);
  return { volume, mix, price, unitCost, added, dropped, total: current.minus(base).plus(price).plus(unitCost).plus(added).plus(dropped) };
}
