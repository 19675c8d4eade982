import { type Decimal, ONE } from "../decimal.ts";
import { refuse } from "../refusal.ts";
import { at } from "../table.ts";

/**
 * Expected loss rate of an ageing bucket (预期信用损失率): the chance that a balance migrates through
 * every older bucket until it is lost.
 *
 *     loss rate of j = m(j) × m(next j) × … × m(last) × terminal loss
 *
 * `chain` holds the migration rates along the bucket's way, its own first, that of the last bucket last.
 *
 * Convention: the rate of the last bucket is a factor like the others and counted once, so that a
 * filing's 100% for the oldest bucket is an input, not an assumption.
 * Source: IFRS 9 B5.5.35 and CAS 22 art. 63 (provision matrix); as practised in filing 002, lines 3414–3444.
 */
export function lossRate(chain: readonly Decimal[], terminalLoss: Decimal = ONE): Decimal {
  return chain.reduce((product, rate) => product.times(rate), terminalLoss);
}

/**
 * The way of each bucket to the end: indices of the buckets passed, the bucket itself first.
 *
 * `next` gives for each bucket the index of the one its unpaid balance stands in a period later;
 * buckets that share a `next` run in parallel (two sub-year buckets that both flow into 1–2 years).
 * A bucket that is its own next ends the way. Any other loop is refused.
 */
export function chainsOf(next: readonly number[]): number[][] {
  return next.map((_, bucket) => chainFrom(bucket, next));
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
