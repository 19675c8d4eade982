import { Decimal } from "../decimal.ts";
import type { ProductColumns } from "./price-volume-mix.ts";
import { priceVolumeMixTotals } from "./price-volume-mix.ts";
import type { ProfitChange } from "../margin/price-volume-mix.ts";

/** The effects of every product as the doubles nearest to the exact figures, and their exact totals. */
export interface ProfitChangeRows {
  readonly rows: Readonly<Record<keyof ProfitChange, Float64Array>>;
  readonly totals: ProfitChange;
}

/** Whole numbers below this are exact doubles. */
const EXACT = 2 ** 53;
/** 2^27 + 1 splits a double into two halves whose products are exact. */
const SPLITTER = 134_217_729;
/** What a few operations on pairs of doubles may be off, relative to the largest figure that goes into them. */
const PAIR_ERROR = 2 ** -98;

/**
 * priceVolumeMix() over many products whose figures are whole numbers of 1 ÷ (unit) each: quantities of
 * their own unit, prices and unit costs of one common unit, `unit` being the product of both.
 *
 * Effects that need no division are whole numbers divided once, so correctly rounded. Volume and mix are
 * quotients of products of two whole numbers: worked out in pairs of doubles with an error bound, and with
 * decimals where the bound cannot tell which double is nearest. undefined where products do not fit.
 */
export function priceVolumeMixRows(columns: ProductColumns, unit: number): ProfitChangeRows | undefined {
  const scaled = priceVolumeMixTotals(columns, { quantity: 0, price: 0 });
  if (!scaled || unit > 1e22) return undefined;
  const { quantity0, price0, cost0, quantity1, price1, cost1 } = columns;
  const count = quantity0.length;
  const column = () => new Float64Array(count);
  const rows = { volume: column(), mix: column(), price: column(), unitCost: column(), added: column(), dropped: column(), total: column() };
  let [total0, total1] = [0, 0];
  for (let i = 0; i < count; i++) {
    const [q0, q1] = [quantity0[i] as number, quantity1[i] as number];
    if (q0 === 0 || q1 === 0) continue;
    total0 += q0;
    total1 += q1;
  }
  const growth = total1 - total0;
  const divisor = pairProduct(total0, unit);
  for (let i = 0; i < count; i++) {
    const q0 = quantity0[i] as number;
    const q1 = quantity1[i] as number;
    const margin0 = (price0[i] as number) - (cost0[i] as number);
    if (q0 === 0 || q1 === 0) {
      const whole = q0 === 0 ? q1 * ((price1[i] as number) - (cost1[i] as number)) : -q0 * margin0;
      (q0 === 0 ? rows.added : rows.dropped)[i] = unsigned(whole / unit);
      rows.total[i] = unsigned(whole / unit);
      continue;
    }
    const byPrice = q1 * ((price1[i] as number) - (price0[i] as number));
    const byCost = q1 * ((cost0[i] as number) - (cost1[i] as number));
    const base = q0 * margin0;
    const change = q1 * margin0 - base;
    const total = byPrice + byCost + change;
    // Each of these is exact only below 2^53, and only then is what is made of them.
    if (Math.abs(change) >= EXACT || Math.abs(byPrice) + Math.abs(byCost) + Math.abs(change) >= EXACT) return undefined;
    rows.price[i] = unsigned(byPrice / unit);
    rows.unitCost[i] = unsigned(byCost / unit);
    rows.total[i] = unsigned(total / unit);
    rows.volume[i] = quotient(base, growth, 0, 0, divisor, total0, unit);
    rows.mix[i] = quotient(change, total0, -base, growth, divisor, total0, unit);
  }
  const amount = (figure: Decimal) => figure.div(unit);
  return {
    rows,
    totals: {
      volume: amount(scaled.volume),
      mix: amount(scaled.mix),
      price: amount(scaled.price),
      unitCost: amount(scaled.unitCost),
      added: amount(scaled.added),
      dropped: amount(scaled.dropped),
      total: amount(scaled.total),
    },
  };
}

/** Without the sign of a zero. */
const unsigned = (value: number) => value + 0;

interface Pair {
  readonly high: number;
  readonly low: number;
}

/** a × b as the unevaluated sum of two doubles (Dekker): exact. */
function pairProduct(a: number, b: number): Pair {
  const high = a * b;
  const [x, y] = [a * SPLITTER, b * SPLITTER];
  const aHigh = x - (x - a);
  const bHigh = y - (y - b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  return { high, low: aLow * bLow - (high - aHigh * bHigh - aLow * bHigh - aHigh * bLow) };
}

/** The double nearest to (a × b + c × d) ÷ (total × unit), all whole numbers below 2^53. */
function quotient(a: number, b: number, c: number, d: number, divisor: Pair, total: number, unit: number): number {
  const first = pairProduct(a, b);
  const second = pairProduct(c, d);
  if (first.high === -second.high && first.low === -second.low) return 0;
  const sum = first.high + second.high;
  const part = sum - first.high;
  const error = first.high - (sum - part) + (second.high - part) + first.low + second.low;
  const rough = sum / divisor.high;
  const back = pairProduct(rough, divisor.high);
  const rest = sum - back.high - back.low + error - rough * divisor.low;
  const fine = rest / divisor.high;
  const doubt = PAIR_ERROR * ((Math.abs(first.high) + Math.abs(second.high)) / Math.abs(divisor.high)) + PAIR_ERROR * Math.abs(rough);
  const nearest = rough + (fine + doubt);
  if (nearest === rough + (fine - doubt)) return unsigned(nearest);
  return unsigned(new Decimal(a).times(b).plus(new Decimal(c).times(d)).div(new Decimal(total).times(unit)).toNumber());
}
