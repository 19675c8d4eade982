import { type Decimal, ONE, rounded, ZERO } from "../decimal.ts";
import { discountFactor, growthOf } from "../discounting/discount-factor.ts";
import { cellsOf, guarded, isApart, type SensitivityCell } from "../discounting/sensitivity.ts";
import { endOf, perpetuity, valuation } from "../discounting/valuation.ts";
import { pairsOf } from "../kernel/double-double.ts";
import { exactCell } from "../kernel/exact-cell.ts";
import type { GridColumns, GridRows } from "../kernel/value-grid.ts";
import { Refusal } from "../refusal.ts";
import { at } from "../table.ts";
import type { ValueInUseTerms } from "./value-in-use.ts";

export interface HeadroomGridTerms extends Omit<ValueInUseTerms, "rate" | "baseWorkingCapital" | "recovery"> {
  readonly carrying: Decimal;
  readonly rates: readonly Decimal[];
  readonly changes: readonly Decimal[];
  readonly baseWorkingCapital: Decimal;
  readonly recovery: Decimal;
}

/**
 * Headroom of a unit over discount rates (down) and changes of its flows (across), each as value in use
 * less carrying amount.
 *
 *     headroom = PV(flows, perpetuity) × (1 + change) − working capital + recovery × (1 + r)^−n − carrying amount
 *
 * Changes act on the flows and their perpetuity only. A row needs its present values once, in decimals;
 * the cells are linear in the change and computed like those of every sensitivity table: exactly rounded
 * with `digits`, the nearest double without.
 */
export function headroomGrid(terms: HeadroomGridTerms, digits: number | undefined): SensitivityCell[][] {
  const { rates, changes, flows, growth, terminalFlow, terminalAt, timing = "end", carrying, baseWorkingCapital, recovery } = terms;
  const constant = baseWorkingCapital.plus(carrying).negated();
  const present = rates.map((rate) => guarded(() => valuation({ flows, rate, growth, terminalFlow, terminalAt, timing }).total));
  const recoveryTime = endOf({ flows, timing });
  const known = present.map((value) => (value instanceof Refusal ? undefined : value));
  const offsets = rates.map((rate, row) => (known[row] ? recovery.times(discountFactor(rate, recoveryTime)).plus(constant) : constant));
  const offset = pairsOf(offsets);
  const rows: GridRows = {
    offset,
    offsetError: offset.high.map((value) => Math.abs(value) * DECIMAL_ERROR),
    slope: nothingWhere(known.map((value) => value === undefined), pairsOf(known.map((value) => value ?? ONE))),
    slopeError: DECIMAL_ERROR,
    rates: pairsOf(rates),
  };
  const columns: GridColumns = { factor: pairsOf(changes.map((change) => ONE.plus(change))), growths: pairsOf(changes), perpetual: false };
  return cellsOf(rows, columns, digits, (row, column) => headroomCell(terms, at(rates, row), at(changes, column), digits));
}

/**
 * One cell of the table by itself: the exactly rounded headroom, ties included, or 60 digits of it without
 * `digits`; with times in years, or a perpetuity that is not discounted with the last flow, the headroom of 50 digits.
 */
export function headroomCell(terms: Omit<HeadroomGridTerms, "rates" | "changes">, rate: Decimal, change: Decimal, digits: number | undefined): Decimal {
  const { flows, growth, terminalFlow, terminalAt, timing = "end", carrying, baseWorkingCapital, recovery } = terms;
  const constant = baseWorkingCapital.plus(carrying).negated();
  growthOf(rate);
  const perpetual = growth !== undefined || terminalFlow !== undefined;
  const g = growth ?? ZERO;
  const flow = terminalFlow ?? at(flows, flows.length - 1).times(ONE.plus(g));
  if (perpetual) perpetuity(flow, rate, g);
  const scale = ONE.plus(change);
  if (typeof timing !== "string" || (perpetual && isApart(timing, terminalAt))) {
    const recovered = recovery.times(discountFactor(rate, endOf({ flows, timing })));
    return rounded(valuation({ flows, rate, growth, terminalFlow, terminalAt, timing }).total.times(scale).plus(recovered).plus(constant), digits);
  }
  return exactCell({ flows, rate, timing, perpetuity: perpetual ? { flow, growth: g } : undefined, scale, recovery, constant }, digits);
}

/** What 50 digits, and a pair of doubles made of them, may leave. */
const DECIMAL_ERROR = 2 ** -98;

/** A row without a value is marked so that each of its cells is left to exact arithmetic, which says why. */
function nothingWhere(unknown: readonly boolean[], pairs: GridRows["slope"]): GridRows["slope"] {
  return { high: pairs.high.map((value, row) => (unknown[row] ? Number.NaN : value)), low: pairs.low };
}
