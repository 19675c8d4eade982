import { type Decimal, ONE } from "../decimal.ts";
import { refuse } from "../refusal.ts";
import { at } from "../table.ts";

/** The way a bucket takes to the last one, and what is lost along it. */
export interface LossRate {
  /** Indices of the buckets passed, the bucket itself first, the last bucket last. */
  readonly chain: readonly number[];
  /** The product of the chain's migration rates and the terminal loss, unrounded. */
  readonly rate: Decimal;
}

/**
 * Expected loss rate of each ageing bucket (预期信用损失率): the chance that a balance migrates
 * through every older bucket until it is lost.
 *
 *     loss rate of j = m(j) × m(next j) × … × m(last) × terminal loss
 *
 * `migration` holds one rate a bucket, youngest first. `next` gives for each bucket the index of
 * the one its unpaid balance stands in a period later; buckets that share a `next` run in parallel
 * (two sub-year buckets that both flow into 1–2 years). A bucket that is its own next ends the
 * chain, its own rate counted once. Any other loop is refused.
 *
 * Convention: the rate of the last bucket is a factor like the others, so that a filing's
 * 100% for the oldest bucket is an input, not an assumption.
 * Source: IFRS 9 B5.5.35 and CAS 22 art. 63 (provision matrix); as practised in filing 002, lines 3414–3444.
 */
export function lossRates(migration: readonly Decimal[], next: readonly number[], terminalLoss: Decimal = ONE): LossRate[] {
  return migration.map((_, bucket) => {
    const chain = chainFrom(bucket, next);
    const rate = chain.reduce((product, index) => product.times(at(migration, index)), terminalLoss);
    return { chain, rate };
  });
}

/** Each bucket flows into the one after it, the last into itself. */
export function oneByOne(buckets: number): number[] {
  return Array.from({ length: buckets }, (_, bucket) => Math.min(bucket + 1, buckets - 1));
}

function chainFrom(start: number, next: readonly number[]): number[] {
  const chain = [start];
  for (let bucket = start; at(next, bucket) !== bucket; ) {
    bucket = at(next, bucket);
    if (chain.includes(bucket)) refuse({ code: "buckets-in-a-loop", bucket: bucket + 1 });
    chain.push(bucket);
  }
  return chain;
}
