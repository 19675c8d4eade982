import { EARLIER, LATER, moments } from "./flow-moments.ts";
import { naturalLogarithm } from "./normal.ts";

/**
 * The step in the logarithm of the discount factor from a rate of zero to near the root, of the moments there.
 *
 * The logarithm of the ratio of later to earlier flows is the difference of two cumulant generating functions
 * of their times. Its first cumulants make its series; that of level flows (a uniform distribution) damps it.
 */
export function firstStep(): number {
  const earlier = 1 / (moments[EARLIER] as number);
  const later = 1 / (moments[LATER] as number);
  const a1 = (moments[EARLIER + 1] as number) * earlier;
  const a2 = (moments[EARLIER + 2] as number) * earlier;
  const a3 = (moments[EARLIER + 3] as number) * earlier;
  const b1 = (moments[LATER + 1] as number) * later;
  const b2 = (moments[LATER + 2] as number) * later;
  const b3 = (moments[LATER + 3] as number) * later;
  const value = logarithmOfRatio(-(moments[LATER] as number) * earlier);
  const mean = b1 - a1;
  const variance = b2 - b1 * b1 - (a2 - a1 * a1);
  const third = b3 - b1 * (3 * b2 - 2 * b1 * b1) - (a3 - a1 * (3 * a2 - 2 * a1 * a1));
  const step = halleyStep(value, mean, variance);
  const damping = 1 / (1 + Math.abs(variance) * step * step * 0.1);
  const bend = (variance * step * damping) / 2;
  const twist = third * step * step * damping * damping * (1 / 6);
  return step - (value + step * (mean + bend + twist)) / (mean + 2 * bend * damping + 3 * twist);
}

/** The step from where the moments were summed. */
export function nextStep(): number {
  const earlier = 1 / (moments[EARLIER] as number);
  const later = 1 / (moments[LATER] as number);
  const a1 = (moments[EARLIER + 1] as number) * earlier;
  const b1 = (moments[LATER + 1] as number) * later;
  const variance = (moments[LATER + 2] as number) * later - b1 * b1 - ((moments[EARLIER + 2] as number) * earlier - a1 * a1);
  return halleyStep(logarithmOfRatio(-(moments[LATER] as number) * earlier), b1 - a1, variance);
}

/** Halley's step, or Newton's where the curve bends too much for it. */
function halleyStep(value: number, slope: number, curvature: number): number {
  const straight = slope * slope;
  const bent = straight - (value * curvature) / 2;
  return (-value * slope) / (bent > straight / 2 ? bent : straight);
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
  const square = (step * step) / 12;
  return (1 + step / 2 + square) / (1 - step / 2 + square);
}
