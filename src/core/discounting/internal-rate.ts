import { Decimal } from "../decimal.ts";
import { refuse } from "../refusal.ts";
import { type Root, type RootSet, rootsOf } from "../root/roots.ts";
import { at } from "../table.ts";
import { YEAR_OF_DAYS } from "./present-value.ts";

/**
 * Every internal rate of return above −100% of flows at times 0, 1, 2, … (内部收益率).
 *
 *     Σ flow(t) × (1 + r)^−t = 0
 *
 * A flow of 0 is a year without a flow: the years do not close up.
 * Refused: flows that are all zero.
 */
export function internalRates(flows: readonly Decimal[]): RootSet {
  return rootsOf(flows.map((coefficient, time) => ({ coefficient, time: new Decimal(time) })), 1);
}

/**
 * Every internal rate of return above −100% of dated flows, actual days over 365.
 *
 *     Σ flow × (1 + r)^−((date − first date) ÷ 365) = 0
 *
 * Dates are serials in any order; flows of one day are added. The base moves no root.
 */
export function datedInternalRates(flows: readonly Decimal[], dates: readonly number[]): RootSet {
  const first = Math.min(...dates);
  // Division by 365 and multiplication with it would leave the last of 50 digits: days are the unit of time here.
  const found = flows.map((coefficient, index) => ({ coefficient, time: new Decimal(at(dates, index) - first) }));
  return rootsOf(found, 1, YEAR_OF_DAYS);
}

/**
 * The one rate a cell can hold, of several: the which-th by distance from zero, of +r and −r the positive.
 *
 * Refused: there are not so many, which is said only where it is proved; a cluster that could not be
 * separated lies nearer to zero than the rate that would be answered.
 */
export function chosenRate({ roots, clusters, proof, signChanges }: RootSet, which: number): Root {
  const byDistance = roots.toSorted((a, b) => a.rate.abs().cmp(b.rate.abs()) || b.rate.cmp(a.rate));
  const chosen = byDistance[which - 1];
  const nearer = clusters.find(({ low, high }) => !chosen || Decimal.min(low.abs(), high.abs()).lte(chosen.rate.abs()));
  if (nearer) refuse({ code: "roots-not-separated", low: shown(nearer.low), high: shown(nearer.high) });
  if (chosen) return chosen;
  return refuse(roots.length === 0 ? { code: "no-root", proof, signChanges } : { code: "no-such-root", which, count: roots.length });
}

const shown = (rate: Decimal) => rate.toSignificantDigits(12).toString();

/** The root nearest to a rate that is already there, of two as near the higher: where a question has a present answer. `target` is the value a refusal names. */
export function nearestRate({ roots, clusters }: RootSet, present: Decimal, target: Decimal, fits: (rate: Decimal) => boolean): Decimal {
  const fitting = roots.filter(({ rate }) => fits(rate)).map(({ rate }) => rate);
  const nearest = fitting.toSorted((a, b) => a.minus(present).abs().cmp(b.minus(present).abs()) || b.cmp(a))[0];
  const cluster = clusters.find(({ low, high }) => fits(high) && (!nearest || Decimal.min(low.minus(present).abs(), high.minus(present).abs()).lt(nearest.minus(present).abs())));
  if (cluster) refuse({ code: "roots-not-separated", low: shown(cluster.low), high: shown(cluster.high) });
  return nearest ?? refuse({ code: "no-break-even", target: target.toSignificantDigits(15).toString() });
}
