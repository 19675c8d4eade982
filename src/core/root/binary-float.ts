/** Bits kept of a mantissa. */
export type Precision = number;

/**
 * A positive number known from below: mantissa × 2^exponent ≤ value ≤ that × (1 + slack × 2^(1 − precision)).
 * Every operation cuts down and adds to the slack, so that the bound stays true without directed rounding.
 */
export interface BinaryFloat {
  readonly mantissa: bigint;
  readonly exponent: number;
  readonly slack: number;
}

/** An exact positive number, mantissa × 2^exponent: a point at which a sign is asked for. */
export interface Dyadic {
  readonly mantissa: bigint;
  readonly exponent: number;
}

export const dyadic = (mantissa: bigint, exponent: number): Dyadic => ({ mantissa, exponent });

const word = new DataView(new ArrayBuffer(8));

/** Bits of a whole number, 0 for 0. */
export function bitLength(value: bigint): number {
  if (value === 0n) return 0;
  const rough = Number(value);
  if (!Number.isFinite(rough)) {
    const text = value.toString(16);
    return text.length * 4 - Math.clz32(Number(`0x${text.slice(0, 1)}`)) + 28;
  }
  word.setFloat64(0, rough);
  const bits = ((word.getUint16(0) >> 4) & 0x7ff) - 1022;
  // The double may have been rounded up to the next power of two.
  return value >> BigInt(bits - 1) === 0n ? bits - 1 : bits;
}

/** The number times 2^bits, cut down where bits is negative. */
export function shifted(value: bigint, bits: number): bigint {
  return bits >= 0 ? value << BigInt(bits) : value >> BigInt(-bits);
}

function cut(mantissa: bigint, exponent: number, slack: number, precision: Precision): BinaryFloat {
  const excess = bitLength(mantissa) - precision;
  if (excess <= 0) return { mantissa, exponent, slack };
  return { mantissa: mantissa >> BigInt(excess), exponent: exponent + excess, slack: slack + 1 };
}

export function floatOf({ mantissa, exponent }: Dyadic, precision: Precision): BinaryFloat {
  return cut(mantissa, exponent, 0, precision);
}

export function product(a: BinaryFloat, b: BinaryFloat, precision: Precision): BinaryFloat {
  // One more than the sum covers the product of the two relative errors, far below one unit.
  const slack = a.slack + b.slack === 0 ? 0 : a.slack + b.slack + 1;
  return cut(a.mantissa * b.mantissa, a.exponent + b.exponent, slack, precision);
}

/** The exact order of two points: negative, zero or positive as a is below, at or above b. */
export function compared(a: Dyadic, b: Dyadic): number {
  const exponent = Math.min(a.exponent, b.exponent);
  const difference = shifted(a.mantissa, a.exponent - exponent) - shifted(b.mantissa, b.exponent - exponent);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** A point between two others: near the geometric mean where they are far apart, else near the middle. `part` of 16 says how far along. */
export function between(low: Dyadic, high: Dyadic, part = 8): Dyadic {
  const [lowTop, highTop] = [bitLength(low.mantissa) + low.exponent, bitLength(high.mantissa) + high.exponent];
  if (highTop - lowTop > 2) return dyadic(BigInt(16 + part - 8), Math.floor((lowTop + highTop) / 2) - 4);
  const exponent = Math.min(low.exponent, high.exponent) - 4;
  const [a, b] = [shifted(low.mantissa, low.exponent - exponent), shifted(high.mantissa, high.exponent - exponent)];
  return trimmed(a + ((b - a) * BigInt(part)) / 16n, exponent, b - a);
}

/** A point without more digits than the distance to its neighbours needs. */
function trimmed(mantissa: bigint, exponent: number, distance: bigint): Dyadic {
  const spare = Math.max(0, bitLength(distance) - 8);
  return dyadic(mantissa >> BigInt(spare), exponent + spare);
}

/** −log2 of the relative distance of two points, rounded: how many leading bits they share. */
export function sharedBits(low: Dyadic, high: Dyadic): number {
  const exponent = Math.min(low.exponent, high.exponent);
  const [a, b] = [shifted(low.mantissa, low.exponent - exponent), shifted(high.mantissa, high.exponent - exponent)];
  return bitLength(b) - bitLength(b - a);
}
