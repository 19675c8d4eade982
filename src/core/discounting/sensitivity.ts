import { Decimal, ONE, rounded, ZERO } from "../decimal.ts";
import { lowPart, multiplied, type Pairs, pairsOf } from "../kernel/double-double.ts";
import { exactCell } from "../kernel/exact-cell.ts";
import { type GridColumns, type GridRows, nearestGrid, roundedGrid, rowValues, type ValueGrid } from "../kernel/value-grid.ts";
import { Refusal } from "../refusal.ts";
import { at } from "../table.ts";
import { discountFactor, growthOf, type Timing } from "./discount-factor.ts";
import { perpetuity, type TerminalAt, terminalTimeOf, valuation } from "./valuation.ts";

export interface SensitivityTerms {
  readonly flows: readonly Decimal[];
  readonly rates: readonly Decimal[];
  readonly growths: readonly Decimal[];
  readonly timing: Timing;
  readonly terminalFlow: Decimal | undefined;
  readonly terminalAt?: TerminalAt | undefined;
}

/** A cell of a sensitivity table: its value, or why it has none. */
export type SensitivityCell = Decimal | Refusal;

/**
 * The value of flows and the perpetuity after them over rates (down) and growths (across), as DCF.VALUE
 * gives each (敏感性分析).
 *
 * With `digits` every cell is the exactly rounded value, without the nearest double: one pass over the
 * flows a row in double-double, the cells in doubles with an error bound, and exact fractions where the
 * bound cannot decide. Times given in years are computed in decimals throughout, and so is an undecided cell whose
 * perpetuity is not discounted with the last flow.
 * A cell whose rate is at or below −100%, or whose growth is not below its rate, says so.
 */
export function valueGrid(terms: SensitivityTerms, digits: number | undefined): SensitivityCell[][] {
  const { flows, rates, growths, timing, terminalFlow, terminalAt } = terms;
  const exact = (row: number, column: number) => valueCell(terms, at(rates, row), at(growths, column), digits);
  const last = at(flows, flows.length - 1);
  if (typeof timing !== "string") {
    return rates.map((rate) => {
      const explicit = guarded(() => valuation({ flows, rate, timing }).total);
      if (explicit instanceof Refusal) return growths.map(() => explicit);
      const factor = discountFactor(rate, terminalTimeOf({ flows, timing, terminalAt }));
      return growths.map((growth) => guarded(() => rounded(explicit.plus(perpetuity(terminalFlow ?? last.times(ONE.plus(growth)), rate, growth).times(factor)), digits)));
    });
  }
  const ratePairs = pairsOf(rates);
  const flowPairs = pairsOf(flows);
  const { present, size, error, ...own } = rowValues(flowPairs, ratePairs, timing);
  const { lastFactor, error: slopeError } = terminalAt === "end" ? rowValues(flowPairs, ratePairs, "end") : { ...own, error };
  const rows: GridRows = {
    offset: present,
    offsetError: size.map((value) => value * error),
    slope: timesOne(lastFactor, terminalFlow ?? last),
    slopeError,
    rates: ratePairs,
  };
  const columns: GridColumns = { factor: pairsOf(growths.map((growth) => (terminalFlow ? ONE : ONE.plus(growth)))), growths: pairsOf(growths), perpetual: true };
  return cellsOf(rows, columns, digits, exact);
}

/**
 * One cell of the table by itself: the exactly rounded value, ties included, or 60 digits of it without
 * `digits`; with times in years, or a perpetuity that is not discounted with the last flow, the value of 50 digits.
 */
export function valueCell({ flows, timing, terminalFlow, terminalAt }: Omit<SensitivityTerms, "rates" | "growths">, rate: Decimal, growth: Decimal, digits: number | undefined): Decimal {
  if (typeof timing !== "string" || isApart(timing, terminalAt)) return rounded(valuation({ flows, rate, growth, timing, terminalFlow, terminalAt }).total, digits);
  const flow = terminalFlow ?? at(flows, flows.length - 1).times(ONE.plus(growth));
  // Both refuse what has no value, with the figures of this cell.
  growthOf(rate);
  perpetuity(flow, rate, growth);
  return exactCell({ flows, rate, timing, perpetuity: { flow, growth }, scale: ONE, recovery: ZERO, constant: ZERO }, digits);
}

/** Whether the perpetuity is discounted from another time than the last flow. */
export function isApart(timing: Timing, terminalAt: TerminalAt | undefined): boolean {
  return terminalAt === "end" && timing !== "end";
}

/** A grid from the fast path, its undecided cells from exact arithmetic. */
export function cellsOf(rows: GridRows, columns: GridColumns, digits: number | undefined, exact: (row: number, column: number) => Decimal): SensitivityCell[][] {
  const width = columns.growths.high.length;
  const grid: ValueGrid = digits === undefined ? nearestGrid(rows, columns) : roundedGrid(rows, columns, digits);
  const undecided = new Set(grid.undecided);
  return Array.from(rows.rates.high, (_, row) =>
    Array.from({ length: width }, (_unused, column): SensitivityCell => {
      const place = row * width + column;
      if (undecided.has(place)) return guarded(() => exact(row, column));
      return new Decimal(grid.values[place] ?? 0);
    }),
  );
}

export function guarded(calculation: () => Decimal): SensitivityCell {
  try {
    return calculation();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** Every pair times one number. */
export function timesOne(pairs: Pairs, value: Decimal): Pairs {
  const factor = pairsOf([value]);
  const result = { high: new Float64Array(pairs.high.length), low: new Float64Array(pairs.high.length) };
  pairs.high.forEach((high, index) => {
    result.high[index] = multiplied(high, pairs.low[index] as number, factor.high[0] as number, factor.low[0] as number);
    result.low[index] = lowPart();
  });
  return result;
}
