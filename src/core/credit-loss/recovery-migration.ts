import { Decimal, ONE } from "../decimal.ts";

/**
 * Migration rate of a bucket from its recovery rate (回收率), lowered by a forward-looking adjustment:
 *
 *     migration = 1 − max(0, recovery − adjustment)
 *
 * Both are fractions of the opening balance. A negative adjusted recovery counts as none, so the
 * rate never exceeds 1 while recovery is a true fraction; recoveries above 1 are not clipped.
 * Source: filing 002, lines 3414–3444 (迁徙率 = 1 −（平均回收率 − 前瞻性调整）).
 */
export function recoveryMigration(recovery: Decimal, adjustment: Decimal): Decimal {
  return ONE.minus(Decimal.max(0, recovery.minus(adjustment)));
}
