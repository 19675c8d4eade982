/** An exact fraction, computed with nothing of the core: what the core says can be held against it. */
export class Fraction {
  readonly top: bigint;
  readonly bottom: bigint;

  constructor(top: bigint, bottom = 1n) {
    const sign = bottom < 0n ? -1n : 1n;
    const common = divisor(top < 0n ? -top : top, bottom * sign);
    this.top = (sign * top) / common;
    this.bottom = (sign * bottom) / common;
  }

  /** From a decimal as it is written: "-12.345". */
  static of(text: string | number): Fraction {
    const [, sign = "", whole = "", decimals = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(text)) ?? [];
    if (whole === "") throw new Error(`${text} is no decimal`);
    return new Fraction(BigInt(`${sign}${whole}${decimals}`), 10n ** BigInt(decimals.length));
  }

  plus = (other: Fraction): Fraction => new Fraction(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom);
  minus = (other: Fraction): Fraction => new Fraction(this.top * other.bottom - other.top * this.bottom, this.bottom * other.bottom);
  times = (other: Fraction): Fraction => new Fraction(this.top * other.top, this.bottom * other.bottom);
  over = (other: Fraction): Fraction => new Fraction(this.top * other.bottom, this.bottom * other.top);
  compare = (other: Fraction): number => Number(this.minus(other).top > 0n) - Number(this.minus(other).top < 0n);
  equals = (other: Fraction): boolean => this.top === other.top && this.bottom === other.bottom;

  /** The whole number below. */
  floor(): bigint {
    return this.top >= 0n ? this.top / this.bottom : -((-this.top + this.bottom - 1n) / this.bottom);
  }

  /** The nearest whole number, a half away from zero. */
  round(): bigint {
    return this.top >= 0n ? new Fraction(2n * this.top + this.bottom, 2n * this.bottom).floor() : -new Fraction(-this.top, this.bottom).round();
  }
}

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? (a === 0n ? 1n : a) : divisor(b, a % b);
}

export const least = (a: Fraction, b: Fraction): Fraction => (a.compare(b) <= 0 ? a : b);
export const total = (parts: readonly Fraction[]): Fraction => parts.reduce((sum, part) => sum.plus(part), new Fraction(0n));
