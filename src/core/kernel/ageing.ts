/*
 * Ageing of ledgers too long for decimal arithmetic. Amounts are whole units of their last digit, mostly
 * cents, in doubles: sums of them are exact while all amounts together stay under LARGEST_TOTAL, which
 * whoever fills a ledger has checked. Equal to the definitions in ../credit-loss/ageing.ts to the last bit.
 */

/** A ledger as columns; entry i is amounts[i] on dates[i], for customer keys[i] where there are customers. */
export interface Ledger {
  readonly amounts: Float64Array;
  readonly dates: Int32Array;
}

/** Whole numbers up to here are exact in a double, and so is every sum of them that stays below. */
export const LARGEST_TOTAL = 2 ** 53;

/** The bucket of an age in days, by look-up; ages beyond its end stand in the last bucket. */
export interface AgeTable {
  readonly bucketByAge: Uint8Array;
  readonly lastBucket: number;
}

/** Prepares the look-up from the first day of each bucket. At most 255 buckets. */
export function ageTable(asOf: number, firstDays: readonly number[]): AgeTable {
  const lastBucket = firstDays.length;
  const oldest = firstDays[lastBucket - 1] ?? asOf;
  const bucketByAge = new Uint8Array(Math.max(0, asOf - oldest) + 1);
  for (let age = 0, bucket = 0; age < bucketByAge.length; age++) {
    while (bucket < lastBucket && asOf - age < (firstDays[bucket] ?? 0)) bucket++;
    bucketByAge[age] = bucket;
  }
  return { bucketByAge, lastBucket };
}

/** Amounts by bucket, in units. */
export function agedUnits({ amounts, dates }: Ledger, asOf: number, { bucketByAge, lastBucket }: AgeTable): Float64Array {
  const buckets = new Float64Array(lastBucket + 1);
  const known = bucketByAge.length;
  for (let i = 0; i < amounts.length; i++) {
    const age = asOf - (dates[i] as number);
    const bucket = age < known ? (bucketByAge[age] as number) : lastBucket;
    buckets[bucket] = (buckets[bucket] as number) + (amounts[i] as number);
  }
  return buckets;
}

/**
 * Open amounts of every customer after first-in-first-out settlement: for each customer its buckets,
 * youngest first, then its unapplied credit.
 *
 * No item is matched with another: credits settle the oldest items first whatever their own date, and
 * items of one bucket are as good as one, so the sums of a customer's buckets are enough.
 */
export function settledUnits({ amounts, dates }: Ledger, keys: Int32Array, customers: number, asOf: number, { bucketByAge, lastBucket }: AgeTable): Float64Array {
  const width = lastBucket + 2;
  const open = new Float64Array(customers * width);
  const known = bucketByAge.length;
  for (let i = 0; i < amounts.length; i++) {
    const amount = amounts[i] as number;
    const row = (keys[i] as number) * width;
    if (amount < 0) {
      open[row + width - 1] = (open[row + width - 1] as number) - amount;
    } else {
      const age = asOf - (dates[i] as number);
      const slot = row + (age < known ? (bucketByAge[age] as number) : lastBucket);
      open[slot] = (open[slot] as number) + amount;
    }
  }
  for (let row = 0; row < open.length; row += width) {
    let credit = open[row + width - 1] as number;
    for (let slot = row + lastBucket; slot >= row && credit > 0; slot--) {
      const owed = open[slot] as number;
      const used = owed < credit ? owed : credit;
      open[slot] = owed - used;
      credit -= used;
    }
    open[row + width - 1] = credit;
  }
  return open;
}
