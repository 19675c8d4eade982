import { Decimal, sum } from "../decimal.ts";
import { refuse } from "../refusal.ts";
import { at } from "../table.ts";

export type Statistic = "mean" | "median" | "min" | "max" | "count";

/**
 * A statistic of the figures that are available among comparable companies (同行业可比公司):
 * arithmetic mean, median (the mean of the two in the middle where their number is even), smallest,
 * largest, or how many there are. None available is refused, except for the count.
 * Convention: filing 002, lines 3284–3314 and 3733–3740; figures that are not available are skipped, never zero.
 */
export function statistic(values: readonly Decimal[], kind: Statistic): Decimal {
  if (kind === "count") return new Decimal(values.length);
  if (values.length === 0) refuse({ code: "nothing-available", parameter: "values" });
  if (kind === "mean") return sum(values).div(values.length);
  const sorted = ascending(values);
  if (kind === "min") return at(sorted, 0);
  if (kind === "max") return at(sorted, sorted.length - 1);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? at(sorted, middle) : at(sorted, middle - 1).plus(at(sorted, middle)).div(2);
}

export function ascending(values: readonly Decimal[]): Decimal[] {
  return [...values].sort((a, b) => a.comparedTo(b));
}

/** Where a figure stands among its peers. */
export interface Standing {
  readonly position: "below" | "within" | "above";
  /** The inclusive percentile: 0 at the smallest peer, 1 at the largest, between two of them in proportion; 0 and 1 outside. */
  readonly percentile: Decimal;
  /** How many peers are smaller, and the two peers around the figure. */
  readonly smaller: number;
  readonly from: Decimal;
  readonly to: Decimal;
}

/**
 * Whether a figure lies within the range of its peers, and at which inclusive percentile
 * (Excel's PERCENTRANK.INC, unrounded):
 *
 *     percentile = (peers smaller + (value − peer below) ÷ (peer above − peer below)) ÷ (n − 1)
 *
 * counting only where the value lies strictly between two peers; a value equal to a peer takes
 * the number of smaller peers ÷ (n − 1). A single peer that is met stands at 1.
 */
export function standing(value: Decimal, peers: readonly Decimal[]): Standing {
  if (peers.length === 0) refuse({ code: "nothing-available", parameter: "peers" });
  const sorted = ascending(peers);
  const last = sorted.length - 1;
  const [low, high] = [at(sorted, 0), at(sorted, last)];
  const smaller = sorted.filter((peer) => peer.lt(value)).length;
  if (value.lt(low)) return { position: "below", percentile: new Decimal(0), smaller, from: low, to: low };
  if (value.gt(high)) return { position: "above", percentile: new Decimal(1), smaller, from: high, to: high };
  if (last === 0) return { position: "within", percentile: new Decimal(1), smaller, from: low, to: low };
  const met = at(sorted, smaller);
  if (met.eq(value)) return { position: "within", percentile: new Decimal(smaller).div(last), smaller, from: met, to: met };
  const from = at(sorted, smaller - 1);
  const between = value.minus(from).div(met.minus(from));
  return { position: "within", percentile: between.plus(smaller - 1).div(last), smaller, from, to: met };
}
