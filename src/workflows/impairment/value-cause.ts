import { type Decimal, rounded, ZERO } from "../../core/decimal.ts";
import { valueInUse, type ValueInUseTerms } from "../../core/impairment/value-in-use.ts";
import { Refusal } from "../../core/refusal.ts";
import { at } from "../../core/table.ts";
import type { MeasuredValueInUse, NetFlows } from "./evaluation.ts";
import type { ForecastRow } from "./state.ts";

/** What moves a value in use: the flows, the growth after them, the rate, the balances at both ends, a valuer's figure, and its rounding. */
export const valueCauses = ["flows", "growth", "rate", "working-capital", "recovery", "given", "rounding"] as const;
export type ValueCauseKind = (typeof valueCauses)[number];

/** A part of a difference. More than one kind where none of them could be changed alone. */
export interface ValueCause {
  readonly kinds: readonly ValueCauseKind[];
  /** The row of the forecast whose flows they are; none where the forecast has become longer or shorter. */
  readonly row?: ForecastRow;
  readonly amount: Decimal;
}

/** A value in use and the flows it was made from. */
export interface DerivedValue {
  readonly measured: MeasuredValueInUse;
  readonly flows: NetFlows | undefined;
}

// Twenty decimals are more than any value shows, and few enough that differences of 50 digits are exact.
const exactDecimals = 20;

/**
 * The change of a reported value in use split by cause; the parts add exactly to the difference.
 *
 *     after − before = Σ rows of flows + growth + rate + working capital + recovery + rounding
 *
 * One input after the other is changed, in this order, as in `resultEffect` of the links: the flows row by row at
 * the old rate, then the growth after them, then the rate, then the working capital at the test date and what is
 * recovered at the end. A rate found from flows after tax moves with them; that is its own cause. Inputs that cannot
 * be changed alone, such as a growth not below the old rate, are changed together. Causes of zero are left out.
 */
export function valueCausesOf(before: DerivedValue, after: DerivedValue): readonly ValueCause[] {
  const difference = after.measured.reported.minus(before.measured.reported);
  if (difference.isZero()) return [];
  const [was, is] = [before.measured.terms, after.measured.terms];
  if (!was || !is) return [{ kinds: ["given"], amount: difference }];
  let reached = rounded(before.measured.unrounded, exactDecimals);
  let waiting: readonly ValueCauseKind[] = [];
  const causes: ValueCause[] = [];
  for (const { kind, row, terms } of changesOf(before.flows, after.flows, was, is)) {
    waiting = waiting.includes(kind) ? waiting : [...waiting, kind];
    const value = valueAt(terms);
    if (!value) continue;
    causes.push({ kinds: waiting, ...(row && waiting.length === 1 && { row }), amount: value.minus(reached) });
    reached = value;
    waiting = [];
  }
  const rounding = difference.minus(reached.minus(rounded(before.measured.unrounded, exactDecimals)));
  return [...causes, { kinds: ["rounding"] as const, amount: rounding }].filter(({ amount }) => !amount.isZero());
}

interface Change {
  readonly kind: ValueCauseKind;
  readonly row?: ForecastRow;
  /** With everything changed so far. */
  readonly terms: ValueInUseTerms;
}

function changesOf(before: NetFlows | undefined, after: NetFlows | undefined, was: ValueInUseTerms, is: ValueInUseTerms): readonly Change[] {
  const flows: ValueInUseTerms = { ...was, flows: is.flows };
  const growth: ValueInUseTerms = { ...flows, growth: is.growth };
  const rate: ValueInUseTerms = { ...growth, rate: is.rate };
  const capital: ValueInUseTerms = { ...rate, baseWorkingCapital: is.baseWorkingCapital ?? ZERO };
  return [
    ...flowChanges(before, after, was, is),
    { kind: "growth", terms: growth },
    { kind: "rate", terms: rate },
    { kind: "working-capital", terms: capital },
    { kind: "recovery", terms: { ...capital, recovery: is.recovery ?? ZERO } },
  ];
}

/** The flows of one row after the other; all at once where the forecast has another number of years. */
function flowChanges(before: NetFlows | undefined, after: NetFlows | undefined, was: ValueInUseTerms, is: ValueInUseTerms): readonly Change[] {
  const rows = before?.rows.map(({ row, values }, index) => ({ row, values, now: after?.rows[index] })) ?? [];
  const alike = was.flows.length === is.flows.length && rows.length === after?.rows.length && rows.every(({ row, now }) => now?.row.id === row.id);
  if (!alike) return [{ kind: "flows", terms: { ...was, flows: is.flows } }];
  let flows = was.flows;
  return rows.map(({ row, values, now }): Change => {
    flows = flows.map((flow, year) => flow.minus(at(values, year)).plus(at(now?.values ?? values, year)));
    return { kind: "flows", row, terms: { ...was, flows } };
  });
}

function valueAt(terms: ValueInUseTerms): Decimal | undefined {
  try {
    return rounded(valueInUse(terms).total, exactDecimals);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
