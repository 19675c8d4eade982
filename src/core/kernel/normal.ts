/**
 * Random numbers that are the same on every engine: xoshiro128** with 53 bits a number, and the normal
 * quantile by AS 241, whose logarithm is made of + − × ÷ like everything else here.
 */
export class RandomStream {
  private readonly state: Int32Array;

  /** The stream of a seed, a whole number from 0 to 2^32 − 1. */
  constructor(seed: number) {
    // splitmix32 spreads the seed over the state, so that neighbouring seeds share nothing.
    let mixed = seed >>> 0;
    this.state = Int32Array.from({ length: 4 }, () => {
      mixed = (mixed + 0x9e3779b9) >>> 0;
      let z = mixed;
      z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
      z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
      return z ^ (z >>> 16);
    });
  }

  /** The next numbers of the stream, strictly between 0 and 1. */
  fill(numbers: Float64Array): void {
    const { state } = this;
    let a = state[0] as number;
    let b = state[1] as number;
    let c = state[2] as number;
    let d = state[3] as number;
    for (let index = 0; index < numbers.length; index++) {
      let scrambled = Math.imul(b, 5);
      const high = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 5;
      let shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = (d << 11) | (d >>> 21);
      scrambled = Math.imul(b, 5);
      const low = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 6;
      shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = (d << 11) | (d >>> 21);
      numbers[index] = (high * 67_108_864 + low + 0.5) * 2 ** -53;
    }
    state[0] = a;
    state[1] = b;
    state[2] = c;
    state[3] = d;
  }
}

/** The quantile is a quotient of polynomials for probabilities closer to a half than this, another one beyond. */
const CENTRE = 0.425;

/**
 * The standard normal quantile (Wichura, AS 241, PPND16) of each probability: the x below which a standard
 * normal falls with that probability, to about 1e-16 of itself. Each between 0 and 1; `tails` has room for
 * as many.
 */
export function fillQuantiles(probabilities: Float64Array, quantiles: Float64Array, tails: Int32Array): void {
  let count = 0;
  for (let index = 0; index < probabilities.length; index++) {
    const q = (probabilities[index] as number) - 0.5;
    quantiles[index] = centralQuantile(q);
    // Lists what may lie in a tail without a branch that a processor guesses wrongly one time in seven.
    tails[count] = index;
    count += (Math.abs(q) + (1 - CENTRE + 1e-9)) | 0;
  }
  for (let listed = 0; listed < count; listed++) {
    const index = tails[listed] as number;
    const p = probabilities[index] as number;
    const q = p - 0.5;
    if (q > -CENTRE && q < CENTRE) continue;
    const tail = tailQuantile(Math.sqrt(-naturalLogarithm(q < 0 ? p : 1 - p)));
    quantiles[index] = q < 0 ? -tail : tail;
  }
}

function centralQuantile(q: number): number {
  const r = 0.180625 - q * q;
  return (
    (q * (((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r + 45921.953931549871457) * r + 13731.693765509461125) * r + 1971.5909503065514427) * r + 133.14166789178437745) * r + 3.387132872796366608)) /
    (((((((5226.495278852854561 * r + 28729.085735721942674) * r + 39307.89580009271061) * r + 21213.794301586595867) * r + 5394.1960214247511077) * r + 687.1870074920579083) * r + 42.313330701600911252) * r + 1)
  );
}

function tailQuantile(root: number): number {
  if (root <= 5) {
    const r = root - 1.6;
    return (
      (((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) * r + 1.27045825245236838258) * r + 3.64784832476320460504) * r + 5.7694972214606914055) * r + 4.6303378461565452959) * r + 1.42343711074968357734) /
      (((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r + 0.14810397642748007459) * r + 0.68976733498510000455) * r + 1.6763848301838038494) * r + 2.05319162663775882187) * r + 1)
    );
  }
  const r = root - 5;
  return (
    (((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 0.0012426609473880784386) * r + 0.026532189526576123093) * r + 0.29656057182850489123) * r + 1.7848265399172913358) * r + 5.4637849111641143699) * r + 6.6579046435011037772) /
    (((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r + 7.868691311456132591e-4) * r + 0.0148753612908506148525) * r + 0.13692988092273580531) * r + 0.59983220655588793769) * r + 1)
  );
}

const LN2 = 0.6931471805599453;
const SQRT2 = 1.4142135623730951;

const word = new DataView(new ArrayBuffer(8));

/** ln x of a normal double: its exponent apart, the rest by the series of the area tangent; the engines' own logarithms differ in their last bits. */
export function naturalLogarithm(x: number): number {
  word.setFloat64(0, x);
  const top = word.getUint32(0);
  word.setUint32(0, (top & 0x000fffff) | 0x3fe00000);
  let mantissa = word.getFloat64(0);
  let exponent = (top >>> 20) - 1022;
  if (mantissa < SQRT2 / 2) {
    mantissa *= 2;
    exponent--;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  const z = s * s;
  const series = 1 + z * (1 / 3 + z * (1 / 5 + z * (1 / 7 + z * (1 / 9 + z * (1 / 11 + z * (1 / 13 + z * (1 / 15 + z * (1 / 17 + z * (1 / 19 + z * (1 / 21))))))))));
  return exponent * LN2 + 2 * s * series;
}
