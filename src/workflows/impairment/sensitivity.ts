import { Decimal, ONE, ZERO } from "../../core/decimal.ts";
import { breakEven } from "../../core/discounting/break-even.ts";
import { guarded, type SensitivityCell } from "../../core/discounting/sensitivity.ts";
import { headroomBreakEven } from "../../core/impairment/break-even.ts";
import { headroomGrid } from "../../core/impairment/sensitivity.ts";
import { valueInUse, type ValueInUseTerms } from "../../core/impairment/value-in-use.ts";
import { Refusal, refuse } from "../../core/refusal.ts";
import { at } from "../../core/table.ts";
import type { BreakEvenFigure, HeadroomMap, Lever, NetFlows, TornadoEntry } from "./evaluation.ts";
import { flowsOf } from "./net-flows.ts";
import type { RowKind, SensitivitySettings } from "./state.ts";

/** A value in use that can be moved: the terms it was computed from, and what it is held against. */
export interface MovableValue {
  readonly terms: ValueInUseTerms;
  readonly flows: NetFlows;
  /** The carrying amount that is tested. */
  readonly carrying: Decimal;
}

const kindsOf: Readonly<Partial<Record<Lever, readonly RowKind[]>>> = { revenue: ["revenue"], cost: ["cost"] };

/** The levers a value has: growth only with a perpetuity, revenue and cost only with such rows. */
export function leversOf({ terms, flows }: MovableValue): readonly Lever[] {
  const rowLevers = (["revenue", "cost"] as const).filter((lever) => flowsOf(flows, kindsOf[lever] ?? []) !== undefined);
  return ["rate", ...(terms.growth === undefined ? [] : (["growth"] as const)), "flows", ...rowLevers];
}

/** Headroom with one lever moved from where it is: rate and growth by points, the others by a fraction of themselves. */
export function headroomAt(value: MovableValue, lever: Lever, change: Decimal): Decimal {
  return headroomWith(value, lever, presentOf(value, lever).plus(change));
}

/** Headroom with a lever set: the rate and growth to a figure, the others to a change of themselves. */
function headroomWith({ terms, flows, carrying }: MovableValue, lever: Lever, setting: Decimal): Decimal {
  return valueInUse(set(terms, flows, lever, setting)).total.minus(carrying);
}

function presentOf({ terms }: MovableValue, lever: Lever): Decimal {
  return lever === "rate" ? terms.rate : lever === "growth" ? (terms.growth ?? ZERO) : ZERO;
}

function set(terms: ValueInUseTerms, flows: NetFlows, lever: Lever, setting: Decimal): ValueInUseTerms {
  if (lever === "rate") return { ...terms, rate: setting };
  if (lever === "growth") return { ...terms, growth: setting };
  if (lever === "flows") return { ...terms, flows: terms.flows.map((flow) => flow.times(ONE.plus(setting))) };
  const own = flowsOf(flows, kindsOf[lever] ?? []) ?? [];
  return { ...terms, flows: terms.flows.map((flow, year) => flow.plus(at(own, year).times(setting))) };
}

/**
 * The values of each lever, the others unchanged, at which the unrounded value in use equals the carrying
 * amount (减值临界点), as IAS 36.134(f)(iii) wants them disclosed. Put back, each leaves the residual.
 */
export function breakEvenFigures(value: MovableValue): readonly BreakEvenFigure[] {
  return leversOf(value).map((lever) => {
    const present = presentOf(value, lever);
    const found = guarded(() => critical(value, lever));
    if (found instanceof Refusal) return { lever, present, found, change: undefined, residual: undefined };
    return { lever, present, found, change: found.minus(present), residual: headroomWith(value, lever, found) };
  });
}

function critical(value: MovableValue, lever: Lever): Decimal {
  const { terms, carrying } = value;
  if (lever === "rate" || lever === "flows") return headroomBreakEven(carrying, terms, lever).found;
  if (lever === "growth") {
    const { baseWorkingCapital, recoveryPresentValue } = valueInUse(terms);
    return breakEven(terms, carrying.plus(baseWorkingCapital).minus(recoveryPresentValue), "growth").found;
  }
  // Headroom is linear in a row: where it stands now and what the whole row brings give the point where it is zero.
  const now = headroomAt(value, lever, ZERO);
  const brought = headroomAt(value, lever, ONE).minus(now);
  if (brought.isZero()) refuse({ code: "no-break-even-flows" });
  return now.negated().div(brought);
}

/** What each lever does to headroom when moved by its step in both directions, the widest first, with its critical value. */
export function tornadoEntries(value: MovableValue, settings: SensitivitySettings, breakEvens: readonly BreakEvenFigure[]): readonly TornadoEntry[] {
  const base = headroomAt(value, "flows", ZERO);
  const entries = breakEvens.map(({ lever, found }): TornadoEntry => {
    const step = new Decimal(lever === "rate" || lever === "growth" ? settings.points : settings.lever);
    const reached = (change: Decimal) => guarded(() => headroomAt(value, lever, change));
    return { lever, step, low: reached(step.negated()), high: reached(step), base, critical: found };
  });
  const width = ({ low, high }: TornadoEntry) => (low instanceof Refusal || high instanceof Refusal ? ZERO : high.minus(low).abs());
  return entries.toSorted((a, b) => width(b).cmp(width(a)));
}

/** Headroom over changes of the rate (down) and of the growth, or without a perpetuity of the flows (across), exactly rounded. */
export function headroomMapOf(value: MovableValue, settings: SensitivitySettings, digits: number): HeadroomMap {
  const { terms, carrying } = value;
  const rates = settings.rates.map((change) => terms.rate.plus(change));
  const { growth, baseWorkingCapital = ZERO, recovery = ZERO, ...rest } = terms;
  if (growth === undefined) {
    const columns = settings.flows.map((change) => new Decimal(change));
    return { across: "flows", rates, columns, cells: headroomGrid({ ...rest, carrying, rates, changes: columns, baseWorkingCapital, recovery }, digits) };
  }
  const columns = settings.growths.map((change) => growth.plus(change));
  // A column has one growth, so it is a headroom grid of its own with the flows unchanged.
  const byGrowth = columns.map((found) => headroomGrid({ ...rest, growth: found, carrying, rates, changes: [ZERO], baseWorkingCapital, recovery }, digits));
  return { across: "growth", rates, columns, cells: rates.map((_, row) => byGrowth.map((grid): SensitivityCell => at(at(grid, row), 0))) };
}
