import { Decimal, ZERO } from "../../../core/decimal.ts";

/** The units a bar is drawn in, from the left end of its axis to the right. */
export const drawn = 1000;

/** An axis that has all its figures, and zero, on it. */
export interface Scale {
  readonly from: Decimal;
  readonly to: Decimal;
  /** Where a figure lies on the axis, in drawn units; for the eye, so that a double is enough. */
  at(value: Decimal): number;
}

export function scaleOf(values: readonly Decimal[]): Scale {
  const from = Decimal.min(ZERO, ...values);
  const most = Decimal.max(ZERO, ...values);
  // An axis of nothing but zeros still has a length.
  const to = most.eq(from) ? from.plus(1) : most;
  const length = to.minus(from);
  return { from, to, at: (value) => value.minus(from).div(length).times(drawn).toNumber() };
}
