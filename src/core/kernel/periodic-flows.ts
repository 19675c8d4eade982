import { restOfProduct } from "./double-double.ts";
import { EARLIER, keepMoments, LATER, NO_CHANGE, residual, SEVERAL_CHANGES } from "./flow-moments.ts";

/*
 * The loops over the flows before and after their change of sign are spelled out, alike as they are, so
 * that the sums stay in local variables: this is where the time goes.
 */

/** The index at which the flows change their sign, and their moments at a rate of zero. The first flow is not zero. */
export function surveyPeriods(flows: Float64Array, from: number, to: number): number {
  const sign = (flows[from] as number) < 0 ? -1 : 1;
  let size = 0;
  let timed = 0;
  let squared = 0;
  let cubed = 0;
  let time = 0;
  let index = from;
  for (; index < to; index++) {
    const flow = flows[index] as number;
    if (flow * sign < 0) break;
    size += flow;
    timed += time * flow;
    squared += time * (time * flow);
    cubed += time * (time * (time * flow));
    time++;
  }
  keepMoments(EARLIER, size, timed, squared, cubed);
  if (index === to) return NO_CHANGE;
  const change = index;
  size = timed = squared = cubed = 0;
  for (; index < to; index++) {
    const flow = flows[index] as number;
    if (flow * sign > 0) return SEVERAL_CHANGES;
    size += flow;
    timed += time * flow;
    squared += time * (time * flow);
    cubed += time * (time * (time * flow));
    time++;
  }
  keepMoments(LATER, size, timed, squared, cubed);
  return change;
}

/** Leaves the moments at a discount factor of one period; answers the factor of the last flow. */
export function sumPeriods(flows: Float64Array, from: number, change: number, to: number, factor: number): number {
  let size = 0;
  let timed = 0;
  let squared = 0;
  let cubed = 0;
  let power = 1;
  let time = 0;
  let index = from;
  for (; index < change; index++) {
    const value = (flows[index] as number) * power;
    power *= factor;
    size += value;
    timed += time * value;
    squared += time * (time * value);
    cubed += time * (time * (time * value));
    time++;
  }
  keepMoments(EARLIER, size, timed, squared, cubed);
  size = timed = squared = cubed = 0;
  for (; index < to; index++) {
    const value = (flows[index] as number) * power;
    power *= factor;
    size += value;
    timed += time * value;
    squared += time * (time * value);
    cubed += time * (time * (time * value));
    time++;
  }
  keepMoments(LATER, size, timed, squared, cubed);
  return power;
}

/** Leaves the residual at a discount factor of one period: Horner's scheme with every rounding error kept. */
export function residualOfPeriods(flows: Float64Array, from: number, to: number, factor: number): void {
  let value = flows[to - 1] as number;
  let rest = 0;
  let slope = 0;
  for (let index = to - 2; index >= from; index--) {
    const flow = flows[index] as number;
    slope = factor * (slope + value);
    const product = value * factor;
    const sum = product + flow;
    const part = sum - product;
    rest = rest * factor + (restOfProduct(value, factor, product) + (product - (sum - part) + (flow - part)));
    value = sum;
  }
  residual[0] = value + rest;
  residual[1] = slope;
}
