import { type Decimal, rounded } from "../../core/decimal.ts";
import { type Assessment, assessment, reversal } from "../../core/impairment/assessment.ts";
import { valueInUse, type ValueInUseTerms } from "../../core/impairment/value-in-use.ts";
import { Refusal } from "../../core/refusal.ts";
import { backTestRows } from "./back-test-rows.ts";
import type { BridgeEntry, CarryingAmount, FairValue, MeasuredValueInUse, NetFlows, ReportedFigure, Tree, UnitEvaluation, UnitRate } from "./evaluation.ts";
import { fairValueOf } from "./fair-value.ts";
import { isExplained } from "./finding.ts";
import type { LinkedFigures } from "./linked-figures.ts";
import { netFlows } from "./net-flows.ts";
import { reportedFigures } from "./reported-figures.ts";
import { breakEvenFigures, headroomMapOf, type MovableValue, tornadoEntries } from "./sensitivity.ts";
import { unitSlot } from "./slot.ts";
import type { ImpairmentTest, Unit } from "./state.ts";
import { unitAllocation } from "./unit-allocation.ts";
import { unitRate } from "./unit-rate.ts";

/** The derivation of one unit from its inputs. */
export function unitEvaluation(test: ImpairmentTest, unit: Unit, figures: LinkedFigures, carrying: CarryingAmount | undefined): UnitEvaluation {
  const flows = unit.forecast.basis === "rows" ? netFlows(test, unit, figures) : undefined;
  const rateOrRefusal = unitRate(test, unit, figures, flows);
  const rate = rateOrRefusal instanceof Refusal ? undefined : rateOrRefusal;
  const measuredOrRefusal = measuredValueInUse(test, unit, figures, flows, rate);
  const measured = measuredOrRefusal instanceof Refusal ? undefined : measuredOrRefusal;
  const fairValue = fairValueOf(test, unit, figures, measured?.reported);
  const tree = treeOf(unit, carrying, measured);
  const tested = carrying && assessed(test, unit, carrying, tree, measured, fairValue);
  const given = { carrying, fairValue, loss: tested?.loss, tree };
  const allocation = unitAllocation(test, unit, figures, given);
  const movable: MovableValue | undefined = measured?.terms && flows && carrying && { terms: measured.terms, flows, carrying: carrying.reported };
  const breakEvens = once(() => (movable ? breakEvenFigures(movable) : []));
  const loss = unit.allocation === "asset-by-asset" ? (allocation?.mode === "asset-by-asset" ? allocation.loss : undefined) : tested?.loss;
  const reported = reportedFigures(unit, figures, { carrying, valueInUse: measured, fairValue, assessment: tested, allocation }, test.frame.digits);
  return {
    unit,
    carrying,
    flows,
    rate,
    refused: [rateOrRefusal, measuredOrRefusal].find((found) => found instanceof Refusal),
    valueInUse: measured,
    fairValue,
    tree,
    assessment: tested,
    headroom: tested?.recoverable.minus(tested.carrying),
    loss,
    recognised: recognisedLoss(unit, loss, reported),
    reversal: tested && reversedLoss(test, unit, figures, tested),
    allocation,
    reported,
    backTest: backTestRows(unit, figures),
    bridge: bridgeOf(flows, measured, carrying),
    breakEvens,
    tornado: once(() => (movable ? tornadoEntries(movable, test.sensitivity, breakEvens()) : [])),
    headroomMap: once(() => movable && headroomMapOf(movable, test.sensitivity, test.frame.digits)),
  };
}

/** Up to what the unit would carry had no loss been recognised (IAS 36.117); goodwill stays as it is (IAS 36.124), and CAS 8 art. 17 allows none. */
function reversedLoss({ frame }: ImpairmentTest, unit: Unit, figures: LinkedFigures, { carrying, recoverable }: Assessment): Decimal | undefined {
  const without = frame.standard === "IAS36" ? figures.one(unitSlot(unit.id, "carrying-without-loss")) : undefined;
  return without && reversal(carrying, rounded(without, frame.digits), recoverable);
}

function recognisedLoss(unit: Unit, loss: Decimal | undefined, reported: readonly ReportedFigure[]): Decimal | undefined {
  const printed = reported.find(({ slot }) => slot === unitSlot(unit.id, "reported-loss"));
  return loss && printed && printed.tie.status !== "BREAK" ? printed.printed : loss;
}

function once<T>(compute: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => (kept ??= { value: compute() }).value;
}

function measuredValueInUse({ frame }: ImpairmentTest, unit: Unit, figures: LinkedFigures, flows: NetFlows | undefined, rate: UnitRate | undefined): MeasuredValueInUse | Refusal | undefined {
  if (unit.forecast.basis === "given") {
    const given = figures.one(unitSlot(unit.id, "value-in-use"));
    return given && { terms: undefined, exact: undefined, unrounded: given, reported: rounded(given, frame.valueDigits) };
  }
  if (!flows || !rate) return undefined;
  const terms: ValueInUseTerms = { flows: flows.net, rate: rate.preTax, growth: flows.growth, timing: unit.forecast.timing, baseWorkingCapital: flows.baseWorkingCapital, recovery: flows.recovery };
  try {
    const exact = valueInUse(terms);
    return { terms, exact, unrounded: exact.total, reported: rounded(exact.total, frame.valueDigits) };
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/**
 * What has to be estimated: of an idle unit the fair value less costs of disposal alone; of any other the value
 * in use first, and the second measure only where that falls short (CAS 8 art. 7, IAS 36.19; filing 004, lines 691–735).
 */
function treeOf(unit: Unit, carrying: CarryingAmount | undefined, measured: MeasuredValueInUse | undefined): Tree {
  if (unit.measures !== "tree") return { measures: unit.measures, because: "chosen" };
  return byTree(unit, carrying, measured);
}

export function byTree(unit: Unit, carrying: CarryingAmount | undefined, measured: MeasuredValueInUse | undefined): Tree {
  if (unit.use === "idle") return { measures: "fair-value", because: "idle" };
  if (!carrying || !measured) return { measures: "value-in-use", because: "value-in-use-first" };
  return measured.reported.gte(carrying.reported) ? { measures: "value-in-use", because: "value-in-use-exceeds" } : { measures: "both", because: "value-in-use-falls-short" };
}

/** Held against what the tree asks for. A second measure that cannot be estimated is left out once a person has said why (CAS 8 art. 8). */
function assessed(test: ImpairmentTest, unit: Unit, carrying: CarryingAmount, { measures }: Tree, measured: MeasuredValueInUse | undefined, fairValue: FairValue | undefined): Assessment | undefined {
  if (carrying.reported.isNegative()) return undefined;
  const viu = measures === "fair-value" ? undefined : measured?.reported;
  const fvlcd = measures === "value-in-use" ? undefined : fairValue?.reported;
  if (measures !== "fair-value" && !viu) return undefined;
  if (measures === "fair-value" && !fvlcd) return undefined;
  if (measures === "both" && !fvlcd && !isExplained(test, "second-measure-needed", unit.id)) return undefined;
  return assessment(carrying.reported, { valueInUse: viu, fairValueLessCosts: fvlcd });
}

function bridgeOf(flows: NetFlows | undefined, measured: MeasuredValueInUse | undefined, carrying: CarryingAmount | undefined): readonly BridgeEntry[] {
  const exact = measured?.exact;
  if (!flows || !exact || !carrying) return [];
  const { terminal } = exact.flows;
  return [
    ...exact.flows.flows.map(({ value }, year): BridgeEntry => ({ kind: "year", label: flows.years[year] ?? "", value })),
    ...(terminal ? [{ kind: "terminal" as const, label: "", value: terminal.presentValue }] : []),
    ...(exact.baseWorkingCapital.isZero() ? [] : [{ kind: "working-capital" as const, label: "", value: exact.baseWorkingCapital.negated() }]),
    ...(exact.recovery.isZero() ? [] : [{ kind: "recovery" as const, label: "", value: exact.recoveryPresentValue }]),
    ...roundingEntry(measured),
    { kind: "value-in-use", label: "", value: measured.reported },
    { kind: "carrying", label: "", value: carrying.reported.negated() },
    { kind: "headroom", label: "", value: measured.reported.minus(carrying.reported) },
  ];
}

/** What rounding the result does to it, so that the bridge adds. */
function roundingEntry({ reported, unrounded }: MeasuredValueInUse): readonly BridgeEntry[] {
  const difference = reported.minus(unrounded);
  return difference.isZero() ? [] : [{ kind: "rounding", label: "", value: difference }];
}
