import { restOfProduct } from "./double-double.ts";

/** Powers below this one stand in the first table, its own powers in the second: every other is one product. */
const BLOCK = 32;
const SHIFT = 5;

/**
 * Whole powers of a number: those below 32, and every 32nd. Each as a double and, on request, what is
 * missing from it to the exact power.
 *
 * The double of the t-th power is wrong by at most t × 2^−53 of itself, for its error comes from t − 1
 * products in whatever order; with its rest added, by at most 4t² × 2^−106.
 */
export class PowerTable {
  readonly small = new Float64Array(BLOCK);
  readonly smallRest = new Float64Array(BLOCK);
  large = new Float64Array(1);
  largeRest = new Float64Array(1);

  /** Makes room for powers up to `reach`. */
  reserve(reach: number): void {
    const blocks = (reach >> SHIFT) + 1;
    if (blocks > this.large.length) {
      this.large = new Float64Array(blocks);
      this.largeRest = new Float64Array(blocks);
    }
    this.small[0] = this.large[0] = 1;
  }

  /** Powers of a base up to `reach`, for which there is room. */
  fill(base: number, reach: number): void {
    const { small, large } = this;
    small[1] = base;
    const last = reach < BLOCK ? reach : BLOCK - 1;
    for (let power = 2; power <= last; power++) small[power] = (small[power >> 1] as number) * (small[(power + 1) >> 1] as number);
    if (reach < BLOCK) return;
    large[1] = (small[BLOCK / 2] as number) * (small[BLOCK / 2] as number);
    const blocks = reach >> SHIFT;
    for (let power = 2; power <= blocks; power++) large[power] = (large[power >> 1] as number) * (large[(power + 1) >> 1] as number);
  }

  /** The same, each with its rest. */
  fillWithRests(base: number, reach: number): void {
    this.fill(base, reach);
    const { small, smallRest, large, largeRest } = this;
    const last = reach < BLOCK ? reach : BLOCK - 1;
    for (let power = 2; power <= last; power++) smallRest[power] = restOfPair(small, smallRest, power >> 1, small, smallRest, (power + 1) >> 1, small[power] as number);
    if (reach < BLOCK) return;
    largeRest[1] = restOfPair(small, smallRest, BLOCK / 2, small, smallRest, BLOCK / 2, large[1] as number);
    const blocks = reach >> SHIFT;
    for (let power = 2; power <= blocks; power++) largeRest[power] = restOfPair(large, largeRest, power >> 1, large, largeRest, (power + 1) >> 1, large[power] as number);
  }
}

/** A power as a double, of the tables that reach it. */
export function powerOf(small: Float64Array, large: Float64Array, exponent: number): number {
  if (exponent < BLOCK) return small[exponent] as number;
  return (small[exponent & (BLOCK - 1)] as number) * (large[exponent >> SHIFT] as number);
}

/** What is missing from that double to the power. */
export function restOf(small: Float64Array, smallRest: Float64Array, large: Float64Array, largeRest: Float64Array, exponent: number, power: number): number {
  if (exponent < BLOCK) return smallRest[exponent] as number;
  return restOfPair(small, smallRest, exponent & (BLOCK - 1), large, largeRest, exponent >> SHIFT, power);
}

/** What is missing from the product of two entries to that of what they stand for. */
function restOfPair(a: Float64Array, aRest: Float64Array, i: number, b: Float64Array, bRest: Float64Array, j: number, product: number): number {
  const x = a[i] as number;
  const y = b[j] as number;
  return restOfProduct(x, y, product) + (x * (bRest[j] as number) + (aRest[i] as number) * y);
}
