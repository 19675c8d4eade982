import { Decimal, rounded, sum } from "./decimal.ts";
import { at } from "./table.ts";

/** A part of a total after rounding. */
export interface RoundedPart {
  readonly value: Decimal;
  /** What it carries beyond its own rounding so that the parts add: 0, or one unit of the last digit up or down. */
  readonly plug: Decimal;
}

/**
 * Parts rounded so that they add to the rounded total (尾差调整), the largest remainder first:
 *
 *     every part is cut down to whole units (up, where the total is negative); the units still missing
 *     from the total go to the parts that were cut most, of equal ones to the first
 *
 * `digits` counts decimals; without it the parts stay as they are. `total` is the figure to be reached,
 * a multiple of the unit less than one unit from the sum of the parts; omitted, the sum of the parts
 * rounded half away from zero. Under that condition no part moves by a whole unit, and one that needs
 * no rounding keeps its value. Parts of opposite sign give opposite results.
 */
export function roundedParts(parts: readonly Decimal[], digits: number | undefined, total?: Decimal): RoundedPart[] {
  if (digits === undefined) return parts.map((value) => ({ value, plug: new Decimal(0) }));
  const unit = new Decimal(10).pow(-digits);
  const target = total ?? rounded(sum(parts), digits);
  const sign = target.isNegative() ? -1 : 1;
  const cut = parts.map((part, index) => {
    const units = part.times(sign).div(unit);
    const below = units.floor();
    // Thirds and sixths end after 50 digits, each at another place: what differs there alone is cut alike.
    return { index, below, remainder: rounded(units.minus(below), 30) };
  });
  const missing = target.times(sign).div(unit).minus(sum(cut.map(({ below }) => below))).toNumber();
  const order = cut.toSorted((a, b) => b.remainder.cmp(a.remainder) || a.index - b.index);
  const raised = new Set(order.slice(0, missing).map(({ index }) => index));
  return cut.map(({ index, below }) => {
    const value = below.plus(raised.has(index) ? 1 : 0).times(unit).times(sign);
    return { value, plug: value.minus(rounded(at(parts, index), digits)) };
  });
}

/**
 * Parts rounded one after the other so that what has been added up so far is always the rounded sum:
 *
 *     part(i) = round(Σ parts up to i) − round(Σ parts before i)
 *
 * They add to the rounded total, and a worksheet can do it in one formula a part. A part that needs no
 * rounding keeps its value as long as what stands before it is not negative; no part moves by a whole unit.
 */
export function runningParts(parts: readonly Decimal[], digits: number): Decimal[] {
  const reached = parts.map((_, index) => rounded(sum(parts.slice(0, index + 1)), digits));
  return reached.map((value, index) => value.minus(index === 0 ? 0 : at(reached, index - 1)));
}

/** A table of parts by row and column after rounding: every row adds, every column adds. */
export interface RoundedTable {
  readonly rows: readonly { readonly parts: readonly RoundedPart[]; readonly total: RoundedPart }[];
  readonly columns: readonly Decimal[];
  readonly total: Decimal;
}

/**
 * A table of parts rounded from the total down: the totals of the rows add to the rounded total, the
 * parts of each row to the total of the row, and the totals of the columns are the sums of what stands
 * above them, so they too add to the rounded total.
 */
export function roundedTable(rows: readonly (readonly Decimal[])[], digits: number | undefined): RoundedTable {
  const totals = roundedParts(rows.map(sum), digits);
  const cells = rows.map((parts, index) => {
    const total = at(totals, index);
    return { parts: roundedParts(parts, digits, digits === undefined ? undefined : total.value), total };
  });
  const width = Math.max(0, ...rows.map((parts) => parts.length));
  const columns = Array.from({ length: width }, (_, column) => sum(cells.map(({ parts }) => at(parts, column).value)));
  return { rows: cells, columns, total: sum(totals.map(({ value }) => value)) };
}
