import { added, lowPart, multiplied } from "./double-double.ts";
import { naturalLogarithm } from "./normal.ts";

/**
 * Sets of flows one after another: set s holds the elements from offsets[s] to offsets[s + 1]. Flows are
 * taken for exactly the doubles they are, so money with decimals is given in cents.
 */
export interface FlowSets {
  readonly offsets: Int32Array;
  readonly flows: Float64Array;
  /** Days or periods of each flow, ascending inside a set. */
  readonly times: Int32Array;
}

/** What is known of a set: its one rate to the nearest double, that there is none, or that the general solver is needed. */
export const SOLVED = 0;
export const UNSOLVED = 1;
export const NO_RATE = 2;

export interface RatesOfSets {
  readonly rates: Float64Array;
  readonly states: Uint8Array;
}

/** Powers of a number up to its 63rd, and of its 64th power, of which every power is one product. */
const BLOCK = 64;

/**
 * Internal rates of return of many sets of flows, as many a second as doubles allow.
 *
 * One change of sign in time order means exactly one rate (Descartes). Newton's iteration on
 * ln(inflows ÷ outflows), nearly straight in ln(1 + r), finds it in doubles; one further step with the
 * residual in double-double and an error bound proves which double is the nearest. A set with more
 * changes of sign, out of order, or whose bound does not decide, is left to the general solver.
 */
export function ratesOfSets({ offsets, flows, times }: FlowSets, unitsPerYear: number): RatesOfSets {
  const count = offsets.length - 1;
  const [rates, states] = [new Float64Array(count), new Uint8Array(count)];
  const tables = new PowerTables(longestSpan(offsets, times));
  for (let set = 0; set < count; set++) {
    const [from, to] = [offsets[set] as number, offsets[set + 1] as number];
    const changes = signChanges(flows, times, from, to);
    states[set] = changes === 1 ? UNSOLVED : changes === 0 ? NO_RATE : UNSOLVED;
    if (changes !== 1) continue;
    const factor = newtonFactor(flows, times, from, to, tables);
    if (factor > 0 && proved(flows, times, from, to, factor, unitsPerYear, tables)) {
      rates[set] = provedRate;
      states[set] = SOLVED;
    }
  }
  return { rates, states };
}

class PowerTables {
  readonly small = new Float64Array(BLOCK);
  readonly large: Float64Array;
  readonly smallRest = new Float64Array(BLOCK);
  readonly largeRest: Float64Array;

  constructor(span: number) {
    this.large = new Float64Array(Math.floor(span / BLOCK) + 1);
    this.largeRest = new Float64Array(this.large.length);
  }

  fill(base: number, span: number): void {
    const { small, large } = this;
    const reach = Math.min(span, BLOCK - 1);
    let power = 1;
    for (let index = 0; index <= reach; index++, power *= base) small[index] = power;
    const blocks = Math.floor(span / BLOCK);
    let block = 1;
    for (let index = 0; index <= blocks; index++, block *= power) large[index] = block;
  }

  fillPairs(base: number, span: number): void {
    const { small, large, smallRest, largeRest } = this;
    const reach = Math.min(span, BLOCK - 1);
    let power = 1;
    let rest = 0;
    for (let index = 0; index <= reach; index++) {
      small[index] = power;
      smallRest[index] = rest;
      power = multiplied(power, rest, base, 0);
      rest = lowPart();
    }
    const blocks = Math.floor(span / BLOCK);
    let block = 1;
    let blockRest = 0;
    for (let index = 0; index <= blocks; index++) {
      large[index] = block;
      largeRest[index] = blockRest;
      block = multiplied(block, blockRest, power, rest);
      blockRest = lowPart();
    }
  }
}

function longestSpan(offsets: Int32Array, times: Int32Array): number {
  let longest = 0;
  for (let set = 0; set + 1 < offsets.length; set++) {
    const [from, to] = [offsets[set] as number, offsets[set + 1] as number];
    if (to > from) longest = Math.max(longest, (times[to - 1] as number) - (times[from] as number));
  }
  return longest;
}

/** Changes of sign in the order of time; 2 where the flows are out of order, so that the general solver sees them. */
function signChanges(flows: Float64Array, times: Int32Array, from: number, to: number): number {
  let changes = 0;
  let sign = 0;
  for (let index = from; index < to; index++) {
    if (index > from && (times[index] as number) <= (times[index - 1] as number)) return 2;
    const own = Math.sign(flows[index] as number);
    if (own === 0) continue;
    if (sign !== 0 && own !== sign) changes++;
    sign = own;
  }
  return changes;
}

/** The discount factor of one unit of time, near enough for one more step; 0 where the iteration does not settle. */
function newtonFactor(flows: Float64Array, times: Int32Array, from: number, to: number, tables: PowerTables): number {
  const first = times[from] as number;
  const span = (times[to - 1] as number) - first;
  const { small, large } = tables;
  let factor = 1;
  for (let round = 0; round < 40; round++) {
    tables.fill(factor, span);
    let gain = 0;
    let loss = 0;
    let gainTimes = 0;
    let lossTimes = 0;
    for (let index = from; index < to; index++) {
      const time = (times[index] as number) - first;
      const value = (flows[index] as number) * (small[time & (BLOCK - 1)] as number) * (large[time >> 6] as number);
      if (value > 0) {
        gain += value;
        gainTimes += time * value;
      } else {
        loss -= value;
        lossTimes -= time * value;
      }
    }
    const slope = gainTimes / gain - lossTimes / loss;
    const wanted = -naturalLogarithm(gain / loss) / slope;
    if (!(Math.abs(wanted) < 1e4)) return 0;
    // A step of more than 8 over the whole span leaves what doubles can hold; smaller ones are nearly exact.
    const most = 8 / span;
    const step = Math.max(-most, Math.min(most, wanted));
    factor *= (1 + step / 2 + (step * step) / 12) / (1 - step / 2 + (step * step) / 12);
    if (Math.abs(step) * span < 1e-5) return factor;
  }
  return 0;
}

let provedRate = 0;

/** Leaves the nearest double in provedRate where the bound decides it. */
function proved(flows: Float64Array, times: Int32Array, from: number, to: number, factor: number, unitsPerYear: number, tables: PowerTables): boolean {
  const first = times[from] as number;
  const span = (times[to - 1] as number) - first;
  const { small, large, smallRest, largeRest } = tables;
  tables.fillPairs(factor, span);
  let sum = 0;
  let rest = 0;
  let slope = 0;
  let size = 0;
  for (let index = from; index < to; index++) {
    const time = (times[index] as number) - first;
    const s = time & (BLOCK - 1);
    const l = time >> 6;
    let power = small[s] as number;
    let powerRest = smallRest[s] as number;
    if (l > 0) {
      power = multiplied(power, powerRest, large[l] as number, largeRest[l] as number);
      powerRest = lowPart();
    }
    const value = multiplied(power, powerRest, flows[index] as number, 0);
    const valueRest = lowPart();
    sum = added(sum, rest, value, valueRest);
    rest = lowPart();
    slope += time * value;
    size += Math.abs(value);
  }
  const step = -(sum + rest) / slope;
  // Powers take up to 64 + span ÷ 64 products of 2^−100 each, doubled for their blocks; the slope is a plain sum.
  const powers = (2 * BLOCK + span / 16 + 64) * 2 ** -100;
  const lever = Math.abs(size / slope);
  const stepError = lever * powers + Math.abs(step) * lever * span * (to - from + 8) * 2 ** -52 + step * step * lever * span * span;
  // (factor × (1 + step))^−units − 1, the second factor by its first two terms.
  let growth = 1;
  let growthRest = 0;
  let square = factor;
  let squareRest = 0;
  for (let left = unitsPerYear; left > 0; left >>= 1) {
    if (left & 1) {
      growth = multiplied(growth, growthRest, square, squareRest);
      growthRest = lowPart();
    }
    square = multiplied(square, squareRest, square, squareRest);
    squareRest = lowPart();
  }
  const correction = unitsPerYear * step;
  const corrected = multiplied(growth, growthRest, 1, correction);
  const rate = inverseLess1(corrected, lowPart());
  const error = (1 + Math.abs(rate)) * (unitsPerYear * stepError + correction * correction + (2 * unitsPerYear + 64) * 2 ** -100);
  provedRate = rate + lowPart();
  return Number.isFinite(rate) && rate + (lowPart() - error) === rate + (lowPart() + error);
}

/** 1 ÷ x − 1 in double-double. */
function inverseLess1(high: number, rest: number): number {
  const guess = 1 / high;
  const back = multiplied(high, rest, guess, 0);
  const left = added(1, 0, -back, -lowPart());
  const inverse = added(guess, 0, left / high, 0);
  return added(inverse, lowPart(), -1, 0);
}
