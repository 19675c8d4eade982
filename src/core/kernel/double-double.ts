import { Decimal } from "../decimal.ts";

/**
 * Double-double arithmetic: a number as an unevaluated sum of two doubles, about 106 bits. Each operation
 * returns the high part and leaves the low part for lowPart(), so that inner loops allocate nothing.
 * Only + − × ÷ and the square root are used: the same bits on every engine.
 * The relative error of an operation stays below 2^−100, that of a sum measured by the larger operand.
 */
export const lowPart = (): number => register[0] as number;

// A typed array, because an engine allocates for every double that is written to a variable of a module.
const register = new Float64Array(1);

const SPLITTER = 134_217_729; // 2^27 + 1: cuts a double into halves whose products are exact (Dekker)

/** a × b of plain doubles, exactly. */
export function productOf(a: number, b: number): number {
  const product = a * b;
  let c = SPLITTER * a;
  const ah = c - (c - a);
  const al = a - ah;
  c = SPLITTER * b;
  const bh = c - (c - b);
  const bl = b - bh;
  register[0] = al * bl - (product - ah * bh - al * bh - ah * bl);
  return product;
}

/** What a rounded product of two doubles misses, exactly: a × b − product. */
export function restOfProduct(a: number, b: number, product: number): number {
  let c = SPLITTER * a;
  const ah = c - (c - a);
  const al = a - ah;
  c = SPLITTER * b;
  const bh = c - (c - b);
  const bl = b - bh;
  return al * bl - (product - ah * bh - al * bh - ah * bl);
}

export function multiplied(ah: number, al: number, bh: number, bl: number): number {
  const product = productOf(ah, bh);
  const rest = lowPart() + (ah * bl + al * bh);
  const high = product + rest;
  register[0] = rest - (high - product);
  return high;
}

export function added(ah: number, al: number, bh: number, bl: number): number {
  const sum = ah + bh;
  const part = sum - ah;
  const rest = ah - (sum - part) + (bh - part) + (al + bl);
  const high = sum + rest;
  register[0] = rest - (high - sum);
  return high;
}

export function divided(ah: number, al: number, bh: number, bl: number): number {
  const first = ah / bh;
  const back = multiplied(bh, bl, first, 0);
  const left = added(ah, al, -back, -lowPart());
  const leftRest = lowPart();
  const second = left / bh;
  const again = multiplied(bh, bl, second, 0);
  const third = added(left, leftRest, -again, -lowPart()) / bh;
  const sum = first + second;
  const rest = second - (sum - first) + third;
  const high = sum + rest;
  register[0] = rest - (high - sum);
  return high;
}

export function rooted(ah: number, al: number): number {
  const root = Math.sqrt(ah);
  const square = productOf(root, root);
  const left = added(ah, al, -square, -lowPart());
  return added(root, 0, left / (2 * root), 0);
}

/** Numbers as two doubles each. */
export interface Pairs {
  readonly high: Float64Array;
  readonly low: Float64Array;
}

/** Decimals to the last bit of a pair; one too large for a double becomes NaN, which no bound accepts. */
export function pairsOf(values: readonly Decimal[]): Pairs {
  const high = Float64Array.from(values, (value) => value.toNumber());
  const rest = (value: Decimal, double: number) => (Number.isFinite(double) ? value.minus(digitByDigit(double)).toNumber() : Number.NaN);
  return { high, low: Float64Array.from(values, (value, index) => rest(value, high[index] as number)) };
}

/** A double as the decimal it exactly is, where `new Decimal` takes the shortest decimal that reads as it. */
function digitByDigit(double: number): Decimal {
  let scaled = double;
  let halvings = 0;
  for (; !Number.isInteger(scaled); halvings++) scaled *= 2;
  return new Wide(BigInt(scaled).toString()).div(new Wide(2).pow(halvings));
}

const Wide = Decimal.clone({ precision: 1100 });

const POWERS_OF_TEN = Array.from({ length: 16 }, (_, power) => 10 ** power);

/**
 * Doubles as the decimals a person sees in their cells, each as a pair: the double, and what is missing
 * from it to the decimal of up to 15 digits that reads as it.
 */
export function pairsOfCells(values: Float64Array): Pairs {
  const rest = new Float64Array(values.length);
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    for (const scale of POWERS_OF_TEN) {
      const whole = Math.round(value * scale);
      if (whole / scale !== value) continue;
      const back = productOf(value, scale);
      rest[index] = (whole - back - lowPart()) / scale;
      break;
    }
  }
  return { high: values, low: rest };
}
