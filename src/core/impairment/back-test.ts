import { type Decimal, ZERO } from "../decimal.ts";
import { refuse } from "../refusal.ts";

/** Where an outcome lies against what was forecast. */
export interface BackTest {
  readonly position: "below" | "within" | "above";
  /** The distance to the nearer end of the range: negative below it, 0 within, positive above. */
  readonly gap: Decimal;
}

/**
 * A forecast held against what came (预测与实际的比较): IAS 36.34 asks management to weigh how past forecasts
 * turned out before it relies on new ones; filings print forecasts as ranges (filing 004, lines 410–425).
 *
 *     gap = actual − low where below, actual − high where above, 0 within; the ends belong to the range
 *
 * Refused where the range is upside down; `index` counts from 1 the one of several it is.
 */
export function backTest(low: Decimal, high: Decimal, actual: Decimal, index?: number): BackTest {
  if (low.gt(high)) refuse({ code: "range-upside-down", parameter: "forecast_low", index, low: low.toString(), other: "forecast_high", high: high.toString() });
  if (actual.lt(low)) return { position: "below", gap: actual.minus(low) };
  if (actual.gt(high)) return { position: "above", gap: actual.minus(high) };
  return { position: "within", gap: ZERO };
}
