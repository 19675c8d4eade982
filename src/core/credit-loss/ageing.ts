import { dayOf, LAST_SERIAL, monthsLater, serialOf } from "../day-count.ts";
import { Decimal, sum } from "../decimal.ts";
import { at } from "../table.ts";

/** Whether edges count months or days. */
export type AgeUnit = "M" | "D";

/** One entry of a ledger: an invoice, or a credit where the amount is negative. Days are serial numbers. */
export interface LedgerItem {
  readonly amount: Decimal;
  readonly date: number;
}

/**
 * The first day of each ageing bucket but the last (账龄): an item stands in bucket k where its date is
 * firstDays[k] or later, in the last bucket where it is before all of them. Youngest first, so the days fall.
 *
 * An item falls in the first bucket whose edge e satisfies as_of ≤ date + e. Months move the last day of a
 * month to the last day of the month they reach and keep any other day, so that a year-end balance of
 * 31 December is exactly twelve months old a year later.
 */
export function firstDays(asOf: number, edges: readonly number[], unit: AgeUnit): number[] {
  return edges.map((edge) => (unit === "D" ? asOf - edge : firstDayWithin(asOf, edge)));
}

/** The earliest day that the months carry to `asOf` or beyond. The reached day never falls as the day rises, so halving finds it. */
function firstDayWithin(asOf: number, months: number): number {
  const reaches = (serial: number) => {
    const { year, month, day } = monthsLater(dayOf(serial), months);
    return year > 9999 || serialOf({ year, month, day }) >= asOf;
  };
  let [before, reached] = [0, Math.min(asOf, LAST_SERIAL)];
  while (reached - before > 1) {
    const middle = Math.floor((before + reached) / 2);
    if (middle >= 1 && reaches(middle)) reached = middle;
    else before = middle;
  }
  return reached;
}

/** The bucket of a day, counted from 0. */
export function bucketOf(date: number, first: readonly number[]): number {
  const bucket = first.findIndex((day) => date >= day);
  return bucket === -1 ? first.length : bucket;
}

/** Amounts by ageing bucket; credits stay in the bucket of their own date. Adds to the ledger exactly. */
export function agedAmounts(items: readonly LedgerItem[], first: readonly number[]): Decimal[] {
  const buckets = Array.from({ length: first.length + 1 }, (): Decimal[] => []);
  for (const { amount, date } of items) at(buckets, bucketOf(date, first)).push(amount);
  return buckets.map((amounts) => sum(amounts));
}

/** What is open of one customer after all its credits. */
export interface OpenItems {
  /** Open amounts by bucket. */
  readonly open: readonly Decimal[];
  /** Credits that found nothing left to settle. */
  readonly unapplied: Decimal;
}

/**
 * Settles a customer's items first in, first out (先进先出核销): all credits, whatever their own date, go against
 * the oldest open item, then the next, until they are used up. Items of one day are settled in the order
 * in which they stand. What is left of the credits is unapplied.
 */
export function settledOldestFirst(items: readonly LedgerItem[], first: readonly number[]): OpenItems {
  const open = Array.from({ length: first.length + 1 }, () => new Decimal(0));
  let credit = sum(items.filter(({ amount }) => amount.lt(0)).map(({ amount }) => amount.negated()));
  for (const { amount, date } of items.filter(({ amount }) => amount.gt(0)).toSorted((a, b) => a.date - b.date)) {
    const used = Decimal.min(amount, credit);
    credit = credit.minus(used);
    const bucket = bucketOf(date, first);
    open[bucket] = at(open, bucket).plus(amount).minus(used);
  }
  return { open, unapplied: credit };
}
