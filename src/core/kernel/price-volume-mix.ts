import { Decimal } from "../decimal.ts";
import type { ProfitChange } from "../margin/price-volume-mix.ts";
import { restOfProduct } from "./double-double.ts";

/** Products as columns of whole numbers below 2^51: quantities of one unit, prices and unit costs of another. */
export interface ProductColumns {
  readonly quantity0: Float64Array;
  readonly price0: Float64Array;
  readonly cost0: Float64Array;
  readonly quantity1: Float64Array;
  readonly price1: Float64Array;
  readonly cost1: Float64Array;
}

/** The effects of every product as the doubles nearest to the exact figures, and their totals to 50 digits. */
export interface ProfitChangeRows {
  readonly rows: Readonly<Record<keyof ProfitChange, Float64Array>>;
  readonly totals: ProfitChange;
}

/** Whole numbers below this are exact doubles. */
const EXACT = 2 ** 53;
/** Low halves of so many products add below 2^53. */
const MOST_PRODUCTS = 2 ** 20;
const HALF_WORD = 2 ** 32;
const PER_HALF_WORD = 2 ** -32;
/** Powers of ten up to this are exact doubles. */
const LARGEST_UNIT = 1e22;
/** What a few operations on pairs of doubles may be off, relative to the largest figure that goes into them. */
const PAIR_ERROR = 2 ** -98;

/**
 * priceVolumeMix() over many products, `unit` being so many units of quantity × price as make one of money
 * (10^7 where quantities have 3 decimals and prices 4).
 *
 * Effects that need no division are whole numbers divided once, so correctly rounded. Volume and mix are
 * quotients of products of two whole numbers: worked out in pairs of doubles with an error bound, and with
 * decimals where the bound cannot tell which double is nearest. undefined where products do not fit, or the
 * quantities of the prior period add to zero: the caller then computes with decimals, which say why not.
 */
export function priceVolumeMixRows(columns: ProductColumns, unit: number): ProfitChangeRows | undefined {
  const { quantity0, price0, cost0, quantity1, price1, cost1 } = columns;
  const count = quantity0.length;
  const { total0, total1, continuing } = quantities(columns);
  if (count > MOST_PRODUCTS || unit > LARGEST_UNIT || Math.abs(total0) >= EXACT || Math.abs(total1) >= EXACT || (continuing && total0 === 0)) return undefined;
  const column = () => new Float64Array(count);
  const rows = { volume: column(), mix: column(), price: column(), unitCost: column(), added: column(), dropped: column(), total: column() };
  const sums = { base: halves(), change: halves(), price: halves(), unitCost: halves(), added: halves(), dropped: halves() };
  const growth = total1 - total0;
  const divisor = divisorOf(total0, unit);
  for (let i = 0; i < count; i++) {
    const q0 = quantity0[i] as number;
    const q1 = quantity1[i] as number;
    const margin0 = (price0[i] as number) - (cost0[i] as number);
    if (q0 === 0 || q1 === 0) {
      const whole = q0 === 0 ? q1 * ((price1[i] as number) - (cost1[i] as number)) : -q0 * margin0;
      if (Math.abs(whole) >= EXACT) return undefined;
      const effect = q0 === 0 ? "added" : "dropped";
      add(sums[effect], whole);
      rows[effect][i] = unsigned(whole / unit);
      rows.total[i] = unsigned(whole / unit);
      continue;
    }
    const byPrice = q1 * ((price1[i] as number) - (price0[i] as number));
    const byCost = q1 * ((cost0[i] as number) - (cost1[i] as number));
    const base = q0 * margin0;
    const current = q1 * margin0;
    const change = current - base;
    // Each of these is exact only below 2^53, and only then is what is made of them.
    if (Math.abs(base) >= EXACT || Math.abs(current) >= EXACT || Math.abs(change) + Math.abs(byPrice) + Math.abs(byCost) >= EXACT) return undefined;
    add(sums.base, base);
    add(sums.change, change);
    add(sums.price, byPrice);
    add(sums.unitCost, byCost);
    rows.price[i] = unsigned(byPrice / unit);
    rows.unitCost[i] = unsigned(byCost / unit);
    rows.total[i] = unsigned((byPrice + byCost + change) / unit);
    // volume = base × growth ÷ total0, and mix is the rest of the change.
    const grown = base * growth;
    const grownRest = restOfProduct(base, growth, grown);
    const changed = change * total0;
    const rest = changed - grown;
    const part = rest - changed;
    const restRest = changed - (rest - part) - (grown + part) + restOfProduct(change, total0, changed) - grownRest;
    rows.volume[i] = quotient(grown, grownRest, Math.abs(grown), divisor) ?? volumeByDecimals(base, growth, divisor);
    rows.mix[i] = quotient(rest, restRest, Math.abs(changed) + Math.abs(grown), divisor) ?? mixByDecimals(change, base, growth, divisor);
  }
  const amount = (of: keyof typeof sums) => amountOf(sums[of]).div(unit);
  const [base, change, price, unitCost] = [amount("base"), amount("change"), amount("price"), amount("unitCost")];
  const [added, dropped] = [amount("added"), amount("dropped")];
  const volume = continuing ? base.times(growth).div(total0) : base;
  // What the quantities at last year's margins changed in all, less what volume explains of it, is mix.
  return { rows, totals: { volume, mix: change.minus(volume), price, unitCost, added, dropped, total: change.plus(price).plus(unitCost).plus(added).plus(dropped) } };
}

/** The quantities of the products sold in both periods, and whether there are any. */
function quantities({ quantity0, quantity1 }: ProductColumns): { readonly total0: number; readonly total1: number; readonly continuing: boolean } {
  let [total0, total1, continuing] = [0, 0, false];
  for (let i = 0; i < quantity0.length; i++) {
    const q0 = quantity0[i] as number;
    const q1 = quantity1[i] as number;
    if (q0 === 0 || q1 === 0) continue;
    total0 += q0;
    total1 += q1;
    continuing = true;
  }
  return { total0, total1, continuing };
}

/** A sum of whole numbers below 2^53 that stays exact: high and low halves apart. */
type Halves = Float64Array;

const halves = (): Halves => new Float64Array(2);

function add(sum: Halves, whole: number): void {
  const words = Math.floor(whole * PER_HALF_WORD);
  sum[0] = (sum[0] as number) + words;
  sum[1] = (sum[1] as number) + (whole - words * HALF_WORD);
}

const amountOf = ([high = 0, low = 0]: Halves) => new Decimal(high).times(HALF_WORD).plus(low);

/** Without the sign of a zero. */
const unsigned = (value: number) => value + 0;

/** What volume and mix are divided by: total0 × unit as a double, what that misses, and the double of its inverse. */
interface Divisor {
  readonly total0: number;
  readonly unit: number;
  readonly high: number;
  readonly low: number;
  readonly inverse: number;
}

function divisorOf(total0: number, unit: number): Divisor {
  const high = total0 * unit;
  return { total0, unit, high, low: restOfProduct(total0, unit, high), inverse: 1 / high };
}

/** The double nearest to a pair over the divisor; undefined where the pair, made of figures as large as `size`, cannot tell which that is. */
function quotient(high: number, low: number, size: number, divisor: Divisor): number | undefined {
  if (high === 0 && low === 0) return 0;
  const rough = high / divisor.high;
  const back = rough * divisor.high;
  const fine = (high - back - restOfProduct(rough, divisor.high, back) + low - rough * divisor.low) * divisor.inverse;
  const doubt = PAIR_ERROR * (size * Math.abs(divisor.inverse) + Math.abs(rough));
  const nearest = rough + (fine + doubt);
  return nearest === rough + (fine - doubt) ? unsigned(nearest) : undefined;
}

const volumeByDecimals = (base: number, growth: number, { total0, unit }: Divisor) =>
  unsigned(new Decimal(base).times(growth).div(new Decimal(total0).times(unit)).toNumber());

const mixByDecimals = (change: number, base: number, growth: number, { total0, unit }: Divisor) =>
  unsigned(new Decimal(change).times(total0).minus(new Decimal(base).times(growth)).div(new Decimal(total0).times(unit)).toNumber());
