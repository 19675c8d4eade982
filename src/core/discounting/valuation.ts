import { Decimal, ONE, sum, ZERO } from "../decimal.ts";
import { refuse } from "../refusal.ts";
import { at } from "../table.ts";
import { discountFactor, type Timing, timesOf } from "./discount-factor.ts";

/** One flow on its way to the present: value = flow × factor. */
export interface DiscountedFlow {
  readonly flow: Decimal;
  readonly time: Decimal;
  readonly factor: Decimal;
  readonly value: Decimal;
}

/** What follows the explicit flows, capitalised: value = flow ÷ (rate − growth), present value = value × factor. */
export interface TerminalValue {
  /** The flow of the first year after the explicit ones. */
  readonly flow: Decimal;
  readonly growth: Decimal;
  readonly value: Decimal;
  readonly time: Decimal;
  readonly factor: Decimal;
  readonly presentValue: Decimal;
}

export interface Valuation {
  readonly flows: readonly DiscountedFlow[];
  readonly terminal?: TerminalValue;
  readonly total: Decimal;
}

/** Where a perpetuity is discounted from: with the last explicit flow, or from the end of that flow's period. */
export type TerminalAt = "flow" | "end";

export interface ValuationTerms {
  readonly flows: readonly Decimal[];
  /** A fraction a year. */
  readonly rate: Decimal;
  readonly growth?: Decimal | undefined;
  readonly timing?: Timing;
  /** The flow of year n + 1. */
  readonly terminalFlow?: Decimal | undefined;
  readonly terminalAt?: TerminalAt | undefined;
}

/** When the last period ends: after as many periods as there are flows, or at the last of the times given. */
export function endOf({ flows, timing = "end" }: Pick<ValuationTerms, "flows" | "timing">): Decimal {
  return typeof timing === "string" ? new Decimal(flows.length) : Decimal.max(...timing);
}

/** The time from which a perpetuity after the flows is discounted. */
export function terminalTimeOf({ flows, timing = "end", terminalAt = "flow" }: Pick<ValuationTerms, "flows" | "timing" | "terminalAt">): Decimal {
  return terminalAt === "end" ? endOf({ flows, timing }) : at(timesOf(timing, flows.length), flows.length - 1);
}

/**
 * Value of flows by discounting (现金流折现): the present value of n explicit flows and, where a growth
 * rate or a terminal flow is given, of the perpetuity after them.
 *
 *     value = Σ flow(t) × (1 + r)^(−t)  +  flow(n + 1) ÷ (r − g) × (1 + r)^(−t(n))
 *
 * Conventions. The perpetuity takes the factor of the last explicit flow, so with mid-year flows that
 * of n − 0.5: its first flow then falls in the middle of year n + 1 like the others before it. `terminalAt`
 * "end" takes that of n instead, as some practitioners do: lower by a factor of (1 + r)^0.5 at mid-year.
 * A terminal flow is capitalised as it is; without one it is the last flow × (1 + g); with one and no
 * growth, g is 0. Neither given: no perpetuity. A flow of 0 is a year without a flow.
 * Sources: IAS 36.31 and 36.33(c), CAS 8 art. 9–11 (present value, growth after the forecast);
 * as practised in filing 001, lines 3358–3730, and filing 004, lines 357–379.
 *
 * `flows` are one a period in money, `timing` gives each its time in years.
 * Refused: a rate at or below −100%; a perpetuity whose growth is not below the rate.
 */
export function valuation({ flows, rate, growth, timing = "end", terminalFlow, terminalAt }: ValuationTerms): Valuation {
  const times = timesOf(timing, flows.length);
  const discounted = flows.map((flow, index): DiscountedFlow => {
    const time = at(times, index);
    const factor = discountFactor(rate, time);
    return { flow, time, factor, value: flow.times(factor) };
  });
  const explicit = sum(discounted.map(({ value }) => value));
  if (growth === undefined && terminalFlow === undefined) return { flows: discounted, total: explicit };
  const last = at(discounted, discounted.length - 1);
  const time = terminalTimeOf({ flows, timing, terminalAt });
  const factor = time.eq(last.time) ? last.factor : discountFactor(rate, time);
  const g = growth ?? ZERO;
  const flow = terminalFlow ?? last.flow.times(ONE.plus(g));
  const value = perpetuity(flow, rate, g);
  const terminal = { flow, growth: g, value, time, factor, presentValue: value.times(factor) };
  return { flows: discounted, terminal, total: explicit.plus(terminal.presentValue) };
}

/**
 * Value of a growing perpetuity one year before its first flow (Gordon growth, 永续年金).
 *
 *     value = flow of the first year ÷ (rate − growth)
 *
 * Refused where growth is not below the rate: the sum of the flows is then not finite.
 */
export function perpetuity(firstFlow: Decimal, rate: Decimal, growth: Decimal): Decimal {
  if (growth.gte(rate)) refuse({ code: "growth-too-high", growth: growth.toString(), rate: rate.toString() });
  return firstFlow.div(rate.minus(growth));
}
