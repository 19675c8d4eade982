import { restOfProduct } from "./double-double.ts";
import { EARLIER, keepMoments, LATER, NO_CHANGE, residual, SEVERAL_CHANGES } from "./flow-moments.ts";
import { type PowerTable, powerOf, restOf } from "./power-table.ts";

/** The longest gap between two flows of the set surveyed last. */
export const longestGap = (): number => longest[0] as number;

const longest = new Int32Array(1);

/** The index at which the flows change their sign, and their moments at a rate of zero. The first flow is not zero. */
export function surveyDates(flows: Float64Array, times: Int32Array, from: number, to: number): number {
  const sign = (flows[from] as number) < 0 ? -1 : 1;
  const first = times[from] as number;
  let previous = first - 1;
  let widest = 0;
  let changed = 0;
  let size = 0;
  let timed = 0;
  let squared = 0;
  let cubed = 0;
  for (let index = from; index < to; index++) {
    const day = times[index] as number;
    const flow = flows[index] as number;
    const gap = day - previous;
    if (gap <= 0) return SEVERAL_CHANGES;
    if (gap > widest) widest = gap;
    previous = day;
    if (flow * sign < 0) {
      if (changed === 0) {
        changed = index;
        keepMoments(EARLIER, size, timed, squared, cubed);
        size = timed = squared = cubed = 0;
      }
    } else if (changed !== 0 && flow !== 0) {
      return SEVERAL_CHANGES;
    }
    const time = day - first;
    size += flow;
    timed += time * flow;
    squared += time * (time * flow);
    cubed += time * (time * (time * flow));
  }
  keepMoments(LATER, size, timed, squared, cubed);
  longest[0] = widest;
  return changed === 0 ? NO_CHANGE : changed;
}

/** Leaves the moments at the factor of one day of which the table has the powers; answers the factor of the last flow. */
export function sumDates(flows: Float64Array, times: Int32Array, from: number, change: number, to: number, table: PowerTable): number {
  const { small, large } = table;
  const first = times[from] as number;
  let previous = first;
  let power = 1;
  let size = 0;
  let timed = 0;
  let squared = 0;
  let cubed = 0;
  for (let index = from; index < to; index++) {
    const day = times[index] as number;
    power *= powerOf(small, large, day - previous);
    previous = day;
    if (index === change) {
      keepMoments(EARLIER, size, timed, squared, cubed);
      size = timed = squared = cubed = 0;
    }
    const value = (flows[index] as number) * power;
    const time = day - first;
    size += value;
    timed += time * value;
    squared += time * (time * value);
    cubed += time * (time * (time * value));
  }
  keepMoments(LATER, size, timed, squared, cubed);
  return power;
}

/** Leaves the residual at the factor of one day of which the table has the powers with their rests: Horner's scheme over gaps, every rounding error kept. */
export function residualOfDates(flows: Float64Array, times: Int32Array, from: number, to: number, table: PowerTable): void {
  const { small, large, smallRest, largeRest } = table;
  let value = flows[to - 1] as number;
  let rest = 0;
  let slope = 0;
  let following = times[to - 1] as number;
  for (let index = to - 2; index >= from; index--) {
    const day = times[index] as number;
    const gap = following - day;
    following = day;
    const power = powerOf(small, large, gap);
    const powerRest = restOf(small, smallRest, large, largeRest, gap, power);
    const flow = flows[index] as number;
    slope = power * (slope + gap * value);
    const product = value * power;
    const sum = product + flow;
    const part = sum - product;
    rest = rest * power + (restOfProduct(value, power, product) + (product - (sum - part) + (flow - part)) + value * powerRest);
    value = sum;
  }
  residual[0] = value + rest;
  residual[1] = slope;
}
