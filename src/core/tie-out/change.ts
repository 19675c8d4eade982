import type { Decimal } from "../decimal.ts";
import { refuse } from "../refusal.ts";

/** What a change is measured on: the prior figure with its sign, or its size. */
export type ChangeBase = "signed" | "absolute";

/** What became of a result where one of the two years was a loss. */
export type Turn = "turned-to-profit" | "turned-to-loss" | "loss-narrowed" | "loss-widened";

/**
 * Growth of a figure over the prior period (变动率), a fraction:
 *
 *     signed:   (current − prior) ÷ prior
 *     absolute: (current − prior) ÷ |prior|
 *
 * The two differ only over a negative prior figure: there the signed base calls an improvement a fall.
 * Filings use either: 003, lines 176–184, signed; 001, lines 1838–1843, and 002, lines 3150–3163, absolute.
 * A prior figure of zero is refused.
 */
export function growth(current: Decimal, prior: Decimal, base: ChangeBase): Decimal {
  if (prior.isZero()) refuse({ code: "zero-base", parameter: "prior" });
  return current.minus(prior).div(base === "signed" ? prior : prior.abs());
}

/**
 * The label that stands for a rate where a loss is among the two figures (扭亏为盈, 由盈转亏, 减亏, 增亏);
 * undefined where both are profits, or where a loss stayed what it was, and the rate says all there is.
 */
export function turnOf(current: Decimal, prior: Decimal): Turn | undefined {
  if (prior.isNegative() && !prior.isZero()) {
    if (current.gt(0)) return "turned-to-profit";
    return current.eq(prior) ? undefined : current.gt(prior) ? "loss-narrowed" : "loss-widened";
  }
  return current.lt(0) ? "turned-to-loss" : undefined;
}
