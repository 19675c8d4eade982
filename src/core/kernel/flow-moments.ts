/**
 * What a step towards the rate of a set of flows needs to know of it: the discounted flows before the
 * change of sign and those after it, each summed as they are and times the first three powers of their time.
 * A typed array, because an engine allocates for every double that a function leaves elsewhere.
 */
export const moments = new Float64Array(8);

/** Where the sums of the flows before the change of sign begin, and those after it. */
export const EARLIER = 0;
export const LATER = 4;

export function keepMoments(place: number, size: number, timed: number, squared: number, cubed: number): void {
  moments[place] = size;
  moments[place + 1] = timed;
  moments[place + 2] = squared;
  moments[place + 3] = cubed;
}

/** In place of the index at which the sign changes: it does not, or more than once, or the times do not ascend. */
export const NO_CHANGE = -1;
export const SEVERAL_CHANGES = -2;

/** The value of a set of flows to about twice the digits of a double, and its slope in the logarithm of the factor. */
export const residual = new Float64Array(2);
