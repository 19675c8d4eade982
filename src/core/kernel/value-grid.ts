import { added, divided, lowPart, multiplied, type Pairs, rooted } from "./double-double.ts";

/**
 * A grid whose cells are offset(row) + slope(row) × factor(column), divided by rate(row) − growth(column)
 * where `perpetual`: every sensitivity table of a discounted value has this form, so one pass over the
 * flows a row is enough. Errors bound what the pairs of a row may be off, in the unit of the cell.
 */
export interface GridRows {
  readonly offset: Pairs;
  readonly offsetError: Float64Array;
  readonly slope: Pairs;
  /** Relative to the slope. */
  readonly slopeError: number;
  readonly rates: Pairs;
}

export interface GridColumns {
  readonly factor: Pairs;
  readonly growths: Pairs;
  readonly perpetual: boolean;
}

/** The cells row by row, and the places of those that need exact arithmetic: a bound could not decide them, or they have no value. */
export interface ValueGrid {
  readonly values: Float64Array;
  readonly undecided: readonly number[];
}

const UNIT = 2 ** -53;
/** Adding and subtracting 1.5 × 2^52 rounds a double of less than 2^51 to a whole number. */
const ROUNDER = 6755399441055744;
const ROUNDABLE = 2 ** 50;
const PAIR_ERROR = 2 ** -98;

/**
 * Cells rounded to `digits` decimals, exactly: computed in doubles with an error bound, in double-double
 * where that bound reaches a rounding tie, and left undecided where that does.
 *
 * The bound of a cell counts eight roundings of the quotient, four of the sum and what the row may be off;
 * UNIT is half a unit in the last place.
 */
export function roundedGrid(rows: GridRows, columns: GridColumns, digits: number): ValueGrid {
  const [height, width] = [rows.rates.high.length, columns.growths.high.length];
  const values = new Float64Array(height * width);
  const undecided: number[] = [];
  const up = digits > 0 ? 10 ** digits : 1;
  const down = digits < 0 ? 10 ** -digits : 1;
  const { high: factors } = columns.factor;
  const { high: growths, low: growthRests } = columns.growths;
  for (let row = 0, cell = 0; row < height; row++) {
    const offset = rows.offset.high[row] as number;
    const offsetRest = rows.offset.low[row] as number;
    const slope = rows.slope.high[row] as number;
    const rate = rows.rates.high[row] as number;
    const rateRest = rows.rates.low[row] as number;
    const rowError = (rows.offsetError[row] as number) + 4 * UNIT * Math.abs(offset);
    for (let column = 0; column < width; column++, cell++) {
      const spread = columns.perpetual ? rate - (growths[column] as number) + (rateRest - (growthRests[column] as number)) : 1;
      const capitalised = (slope * (factors[column] as number)) / spread;
      const scaled = ((offset + capitalised + offsetRest) * up) / down;
      const whole = scaled + ROUNDER - ROUNDER;
      const bound = ((rowError + 14 * UNIT * Math.abs(capitalised)) * up) / down + 2 * UNIT * Math.abs(scaled);
      // Written so that a NaN is undecided as well.
      if (spread > 0 && Math.abs(scaled) < ROUNDABLE && 0.5 - Math.abs(scaled - whole) > bound) values[cell] = (whole / up) * down;
      else if (!decidedByPair(rows, columns, row, column, { values, cell, up, down })) undecided.push(cell);
    }
  }
  return { values, undecided };
}

interface Target {
  readonly values: Float64Array;
  readonly cell: number;
  readonly up: number;
  readonly down: number;
}

function decidedByPair(rows: GridRows, columns: GridColumns, row: number, column: number, { values, cell, up, down }: Target): boolean {
  if (!valueAt(rows, columns, row, column)) return false;
  const times = multiplied(valueHigh, valueLow, up, 0);
  const scaled = divided(times, lowPart(), down, 0);
  const rest = lowPart();
  const whole = Math.round(scaled);
  const bound = (valueError * up) / down + PAIR_ERROR * Math.abs(scaled);
  const decided = Math.abs(scaled) < ROUNDABLE && 0.5 - Math.abs(scaled - whole + rest) > bound;
  if (decided) values[cell] = (whole / up) * down;
  return decided;
}

/** Cells as the nearest doubles: computed in double-double, and left undecided where the bound straddles two of them. */
export function nearestGrid(rows: GridRows, columns: GridColumns): ValueGrid {
  const [height, width] = [rows.rates.high.length, columns.growths.high.length];
  const values = new Float64Array(height * width);
  const undecided: number[] = [];
  for (let row = 0, cell = 0; row < height; row++) {
    for (let column = 0; column < width; column++, cell++) {
      const known = valueAt(rows, columns, row, column);
      if (known && valueHigh + (valueLow - valueError) === valueHigh + (valueLow + valueError)) values[cell] = valueHigh + valueLow;
      else undecided.push(cell);
    }
  }
  return { values, undecided };
}

let valueHigh = 0;
let valueLow = 0;
let valueError = 0;

/** Leaves the cell in valueHigh, valueLow and valueError; false where it has no value. */
function valueAt({ offset, offsetError, slope, slopeError, rates }: GridRows, { factor, growths, perpetual }: GridColumns, row: number, column: number): boolean {
  let high = multiplied(slope.high[row] as number, slope.low[row] as number, factor.high[column] as number, factor.low[column] as number);
  let rest = lowPart();
  if (perpetual) {
    const spread = added(rates.high[row] as number, rates.low[row] as number, -(growths.high[column] as number), -(growths.low[column] as number));
    if (!(spread > 0)) return false;
    high = divided(high, rest, spread, lowPart());
    rest = lowPart();
  }
  valueError = (offsetError[row] as number) + (slopeError + PAIR_ERROR) * Math.abs(high) + PAIR_ERROR * Math.abs(offset.high[row] as number);
  valueHigh = added(offset.high[row] as number, offset.low[row] as number, high, rest);
  valueLow = lowPart();
  return Number.isFinite(valueHigh) && Number.isFinite(valueError);
}

export type GridTiming = "end" | "mid" | "begin";

/** The present values of the flows and the factor of the last one at every rate, as pairs. */
export interface RowValues {
  readonly present: Pairs;
  /** The sum of the sizes of the discounted flows: what errors are measured by. */
  readonly size: Float64Array;
  readonly lastFactor: Pairs;
  /** Relative error of either, of `size` and of the factor. */
  readonly error: number;
}

/** One Horner pass a row in double-double. Rates at or below −100% give NaN, which no cell accepts. */
export function rowValues(flows: Pairs, rates: Pairs, timing: GridTiming): RowValues {
  const height = rates.high.length;
  const count = flows.high.length;
  const pair = () => ({ high: new Float64Array(height), low: new Float64Array(height) });
  const [present, lastFactor, size] = [pair(), pair(), new Float64Array(height)];
  for (let row = 0; row < height; row++) {
    const growth = added(1, 0, rates.high[row] as number, rates.low[row] as number);
    const v = growth > 0 ? divided(1, 0, growth, lowPart()) : Number.NaN;
    const vRest = lowPart();
    let [sum, sumRest, sizes] = [0, 0, 0];
    for (let index = count - 1; index >= 0; index--) {
      const flow = flows.high[index] as number;
      sum = multiplied(sum, sumRest, v, vRest);
      sum = added(sum, lowPart(), flow, flows.low[index] as number);
      sumRest = lowPart();
      sizes = sizes * v + Math.abs(flow);
    }
    // The sum stands at the beginning of the first year; the factor of the last flow is v^(count − 1) there.
    let [last, lastRest] = power(v, vRest, count - 1);
    if (timing !== "begin") {
      const shift = timing === "end" ? v : rooted(v, vRest);
      const shiftRest = timing === "end" ? vRest : lowPart();
      sum = multiplied(sum, sumRest, shift, shiftRest);
      sumRest = lowPart();
      last = multiplied(last, lastRest, shift, shiftRest);
      lastRest = lowPart();
      sizes *= shift;
    }
    present.high[row] = sum;
    present.low[row] = sumRest;
    lastFactor.high[row] = last;
    lastFactor.low[row] = lastRest;
    size[row] = sizes;
  }
  // Six operations a step, each doubled by the error of v itself.
  return { present, size, lastFactor, error: (16 * count + 32) * 2 ** -100 };
}

function power(base: number, baseRest: number, exponent: number): [number, number] {
  let [result, resultRest, square, squareRest] = [1, 0, base, baseRest];
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) {
      result = multiplied(result, resultRest, square, squareRest);
      resultRest = lowPart();
    }
    square = multiplied(square, squareRest, square, squareRest);
    squareRest = lowPart();
  }
  return [result, resultRest];
}
