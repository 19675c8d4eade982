import { longestGap, residualOfDates, sumDates, surveyDates } from "./dated-flows.ts";
import { restOfProduct } from "./double-double.ts";
import { NO_CHANGE } from "./flow-moments.ts";
import { residualOfPeriods, sumPeriods, surveyPeriods } from "./periodic-flows.ts";
import { PowerTable, powerOf, restOf } from "./power-table.ts";
import { isProved, provedRate, provedStep } from "./rate-proof.ts";
import { firstStep, growthOfStep, nextStep } from "./rate-step.ts";

/**
 * Sets of flows one after another: set s holds the elements from offsets[s] to offsets[s + 1]. Flows are
 * finite and taken for exactly the doubles they are, so money with decimals is given in cents.
 */
export interface FlowSets {
  readonly offsets: Int32Array;
  readonly flows: Float64Array;
  /** Day of each flow, ascending inside a set; without times the flows of a set stand one period apart. */
  readonly times?: Int32Array;
}

/** What is known of a set: its one rate to the nearest double, that there is none, or that the general solver is needed. */
export const SOLVED = 0;
export const UNSOLVED = 1;
export const NO_RATE = 2;

export interface RatesOfSets {
  readonly rates: Float64Array;
  readonly states: Uint8Array;
}

/**
 * Internal rates of return of many sets of flows, as many a second as doubles allow; a year is so many
 * units of time.
 *
 * One change of sign in time order means exactly one rate (Descartes). Householder's iteration on
 * ln(later ÷ earlier flows), nearly straight in ln(1 + r), comes near it in doubles; one further step
 * with the residual to twice the digits and an error bound proves which double is the nearest. A set with
 * more changes of sign, out of order, of zeros alone, or whose bound does not decide, is left to the
 * general solver.
 */
export function ratesOfSets({ offsets, flows, times }: FlowSets, unitsPerYear: number): RatesOfSets {
  const count = offsets.length - 1;
  const rates = new Float64Array(count);
  const states = new Uint8Array(count);
  const table = new PowerTable();
  for (let set = 0; set < count; set++) {
    let from = offsets[set] as number;
    let to = offsets[set + 1] as number;
    while (from < to && flows[from] === 0) from++;
    while (from < to && flows[to - 1] === 0) to--;
    const state = from === to ? UNSOLVED : times ? dated(flows, times, from, to, unitsPerYear, table) : periodic(flows, from, to, unitsPerYear);
    states[set] = state;
    if (state === SOLVED) rates[set] = provedRate();
  }
  return { rates, states };
}

/** Rounds after which an iteration counts as one that does not settle. */
const ROUNDS = 60;
/** The next error is far below the fourth power of such a step over the whole span, which the proof corrects. */
const SETTLED = 2e-2;
/** In place of a factor: there is none, or it is not known. */
const NONE = -1;
const UNKNOWN = 0;

/** The factor of the last flow at the last moments. */
const reached = new Float64Array(1);

function periodic(flows: Float64Array, from: number, to: number, unitsPerYear: number): number {
  let factor = periodicFactor(flows, from, to);
  if (!(factor > 0)) return factor === NONE ? NO_RATE : UNSOLVED;
  for (let round = 0; round < 2; round++) {
    residualOfPeriods(flows, from, to, factor);
    let power = factor;
    let rest = 0;
    for (let unit = 1; unit < unitsPerYear; unit++) {
      const product = power * factor;
      rest = restOfProduct(power, factor, product) + rest * factor;
      power = product;
    }
    if (isProved(to - from - 1, to - from, power, rest, unitsPerYear, reached[0] as number)) return SOLVED;
    factor *= 1 + provedStep();
  }
  return UNSOLVED;
}

function dated(flows: Float64Array, times: Int32Array, from: number, to: number, unitsPerYear: number, table: PowerTable): number {
  let factor = datedFactor(flows, times, from, to, table);
  if (!(factor > 0)) return factor === NONE ? NO_RATE : UNSOLVED;
  const longest = Math.max(longestGap(), unitsPerYear);
  table.reserve(longest);
  for (let round = 0; round < 2; round++) {
    table.fillWithRests(factor, longest);
    residualOfDates(flows, times, from, to, table);
    const { small, smallRest, large, largeRest } = table;
    const power = powerOf(small, large, unitsPerYear);
    const rest = restOf(small, smallRest, large, largeRest, unitsPerYear, power);
    if (isProved((times[to - 1] as number) - (times[from] as number), to - from, power, rest, unitsPerYear, reached[0] as number)) return SOLVED;
    factor *= 1 + provedStep();
  }
  return UNSOLVED;
}

/** The discount factor of one period, near enough to be proved, of flows whose first and last are not zero. */
function periodicFactor(flows: Float64Array, from: number, to: number): number {
  const change = surveyPeriods(flows, from, to);
  if (change < 0) return change === NO_CHANGE ? NONE : UNKNOWN;
  const span = to - from - 1;
  let factor = growthOfStep(bounded(firstStep(), span));
  for (let round = 0; round < ROUNDS; round++) {
    reached[0] = sumPeriods(flows, from, change, to, factor);
    const step = bounded(nextStep(), span);
    factor *= growthOfStep(step);
    if (Math.abs(step) * span < SETTLED) return factor;
  }
  return UNKNOWN;
}

/** The discount factor of one day, near enough to be proved, of flows whose first and last are not zero. */
function datedFactor(flows: Float64Array, times: Int32Array, from: number, to: number, table: PowerTable): number {
  const change = surveyDates(flows, times, from, to);
  if (change < 0) return change === NO_CHANGE ? NONE : UNKNOWN;
  const gap = longestGap();
  table.reserve(gap);
  const span = (times[to - 1] as number) - (times[from] as number);
  let factor = growthOfStep(bounded(firstStep(), span));
  for (let round = 0; round < ROUNDS; round++) {
    table.fill(factor, gap);
    reached[0] = sumDates(flows, times, from, change, to, table);
    const step = bounded(nextStep(), span);
    factor *= growthOfStep(step);
    if (Math.abs(step) * span < SETTLED) return factor;
  }
  return UNKNOWN;
}

/**
 * The discount factor of one unit of time of flows with one change of sign, none of them zero, right to
 * about ten digits: a first guess for who proves it. 0 or less where doubles do not find it.
 */
export function factorNear(flows: Float64Array, times: Int32Array): number {
  return datedFactor(flows, times, 0, flows.length, new PowerTable());
}

/** A step of more than 8 over the whole span leaves what doubles can hold. */
function bounded(step: number, span: number): number {
  const most = 8 / span;
  return Math.max(-most, Math.min(most, step));
}
