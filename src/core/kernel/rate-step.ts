import { EARLIER, LATER, moments } from "./flow-moments.ts";
import { naturalLogarithm } from "./normal.ts";

/**
 * Value, slope and further derivatives, in the logarithm of the discount factor, of ln(later ÷ earlier flows):
 * the differences of the first cumulants of the times, weighted by the flows.
 */
const curve = new Float64Array(4);

function fitCurve(): void {
  const earlier = 1 / (moments[EARLIER] as number);
  const later = 1 / (moments[LATER] as number);
  const a1 = (moments[EARLIER + 1] as number) * earlier;
  const a2 = (moments[EARLIER + 2] as number) * earlier;
  const a3 = (moments[EARLIER + 3] as number) * earlier;
  const b1 = (moments[LATER + 1] as number) * later;
  const b2 = (moments[LATER + 2] as number) * later;
  const b3 = (moments[LATER + 3] as number) * later;
  curve[0] = logarithmOfRatio(-(moments[LATER] as number) * earlier);
  curve[1] = b1 - a1;
  curve[2] = b2 - b1 * b1 - (a2 - a1 * a1);
  curve[3] = b3 - b1 * (3 * b2 - 2 * b1 * b1) - (a3 - a1 * (3 * a2 - 2 * a1 * a1));
}

/** The step in the logarithm of the factor from a rate of zero to near the root, with the curve damped as that of level flows is. */
export function firstStep(): number {
  fitCurve();
  const value = curve[0] as number;
  const slope = curve[1] as number;
  const bend = curve[2] as number;
  const straight = slope * slope;
  const bent = straight - (value * bend) / 2;
  const step = (-value * slope) / (bent > straight / 2 ? bent : straight);
  const damping = 1 / (1 + Math.abs(bend) * step * step * 0.1);
  const second = (bend * step * damping) / 2;
  const third = (curve[3] as number) * step * step * damping * damping * (1 / 6);
  return step - (value + step * (slope + second + third)) / (slope + 2 * second * damping + 3 * third);
}

/** Householder's step of the third order from where the moments were summed, or Newton's where the curve bends too much for it. */
export function nextStep(): number {
  fitCurve();
  const value = curve[0] as number;
  const slope = curve[1] as number;
  const bend = value * (curve[2] as number);
  const straight = slope * slope;
  const bent = 6 * slope * (straight - bend) + value * value * (curve[3] as number);
  const ratio = (6 * straight - 3 * bend) / bent;
  return Math.abs(ratio * slope - 1) < 0.5 ? -value * ratio : -value / slope;
}

/** ln x, near enough for a step and the nearer the closer to 1. */
function logarithmOfRatio(ratio: number): number {
  const part = (ratio - 1) / (ratio + 1);
  const square = part * part;
  if (square < 0.01) return part * (2 + square * (2 / 3 + square * (2 / 5 + square * (2 / 7))));
  if (square < 0.5) return (2 * part * (945 - square * (735 - 64 * square))) / (945 - square * (1050 - 225 * square));
  return naturalLogarithm(ratio);
}

/** e^step of a small step, nearly exact. */
export function growthOfStep(step: number): number {
  const square = step * step * (1 / 12);
  return (1 + step / 2 + square) / (1 - step / 2 + square);
}
