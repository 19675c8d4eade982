import { type Decimal, sum, ZERO } from "../../core/decimal.ts";
import { at } from "../../core/table.ts";
import type { NetFlows } from "./evaluation.ts";
import { everyOne, type LinkedFigures } from "./linked-figures.ts";
import { itemSlot, unitSlot } from "./slot.ts";
import type { ForecastRow, ImpairmentTest, RowKind, Unit } from "./state.ts";

/** What each kind of row does to the net flow: adds, reduces, or may not be in it (CAS 8 art. 10 and 12, IAS 36.39, 44 and 50). */
const directions: Readonly<Record<RowKind, 1 | -1 | 0>> = {
  revenue: 1,
  "other-inflow": 1,
  depreciation: 1,
  "net-flow": 1,
  cost: -1,
  surtax: -1,
  expense: -1,
  "maintenance-capex": -1,
  "working-capital": -1,
  "other-outflow": -1,
  "income-tax": 0,
  financing: 0,
  "enhancing-capex": 0,
  restructuring: 0,
};

/** The sign a row has in the net flow; 0 for rows that are left out of it. */
export function signOf({ kind, signed }: Pick<ForecastRow, "kind" | "signed">): 1 | -1 | 0 {
  const direction = directions[kind];
  return direction === -1 && signed ? 1 : direction;
}

/** A row as linked, before its sign. */
export interface LinkedRow {
  readonly row: ForecastRow;
  readonly values: readonly Decimal[];
}

/** The rows of a forecast that could be read, in their order. */
export function linkedRows(unit: Unit, figures: LinkedFigures): readonly LinkedRow[] {
  return unit.forecast.rows.flatMap((row) => {
    const values = figures.line(itemSlot(unit.id, "row", row.id));
    return values ? [{ row, values }] : [];
  });
}

/**
 * Net cash flows of a unit by year (现金净流量):
 *
 *     NCF = profit before interest and tax + depreciation − capital expenditure to maintain − increase of working capital
 *
 * as practised in filing 004, lines 349–373: revenue less costs, surtaxes and expenses is that profit.
 * Undefined where a row is missing, unreadable, or not as long as the others.
 */
export function netFlows(test: ImpairmentTest, unit: Unit, figures: LinkedFigures): NetFlows | undefined {
  const linked = linkedRows(unit, figures);
  const length = linked[0]?.values.length;
  if (length === undefined || linked.length !== unit.forecast.rows.length || linked.some(({ values }) => values.length !== length)) return undefined;
  const optional = (name: "growth" | "growth-benchmark" | "base-working-capital" | "recovery") => {
    const slot = unitSlot(unit.id, name);
    return test.links[slot] && (name !== "growth" || unit.forecast.perpetuity) ? figures.one(slot) : ZERO;
  };
  const [growth, benchmark, baseWorkingCapital, recovery] = [optional("growth"), optional("growth-benchmark"), optional("base-working-capital"), optional("recovery")];
  if (!growth || !baseWorkingCapital || !recovery) return undefined;
  const counted = linked.filter(({ row }) => signOf(row) !== 0).map(({ row, values }) => ({ row, values: values.map((value) => value.times(signOf(row))) }));
  if (counted.length === 0) return undefined;
  const labels = figures.labels(unitSlot(unit.id, "years"));
  return {
    years: Array.from({ length }, (_, index) => labels?.[index] || String(index + 1)),
    rows: counted,
    leftOut: linked.filter(({ row }) => signOf(row) === 0),
    net: Array.from({ length }, (_, year) => sum(counted.map(({ values }) => at(values, year)))),
    growth: unit.forecast.perpetuity ? growth : undefined,
    benchmark: test.links[unitSlot(unit.id, "growth-benchmark")] ? benchmark : undefined,
    baseWorkingCapital,
    recovery,
  };
}

/** The sum by year of the rows of some kinds, with the signs they have in the net flow; undefined where there are none. */
export function flowsOf({ rows }: Pick<NetFlows, "rows">, kinds: readonly RowKind[]): readonly Decimal[] | undefined {
  const chosen = rows.filter(({ row }) => kinds.includes(row.kind));
  const years = chosen[0]?.values.length;
  if (years === undefined) return undefined;
  return everyOne(Array.from({ length: years }, (_, year) => sum(chosen.map(({ values }) => at(values, year)))));
}
