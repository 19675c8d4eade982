import { Decimal, decimalOfCell, ONE } from "../../../../src/core/decimal.ts";
import { Refusal } from "../../../../src/core/refusal.ts";
import type { Evaluation, UnitEvaluation } from "../../../../src/workflows/impairment/evaluation.ts";
import type { SheetRole } from "../../../../src/workflows/impairment/report/formula.ts";
import type { CellValue } from "../../../../src/workbook/port.ts";
import type { Figures } from "./written-book.ts";

/** What the decimal evaluation says of one row of the workpaper: its value, or its figures to the right. */
interface Expected {
  readonly role: SheetRole;
  readonly key: string;
  readonly value?: Decimal | undefined;
  readonly line?: readonly (Decimal | undefined)[];
  /** Reported figures have to be the same to the last digit; others to what a double holds after some hundred operations. */
  readonly rounded?: boolean;
  /** Digits the figure is shown with, to which a difference that a double cannot hold is rounded away. */
  readonly digits?: number;
}

/** Every native figure of the workpaper as the decimal evaluation has it. */
export function expectedFigures({ test, units, totals }: Evaluation): readonly Expected[] {
  return [
    ...units.flatMap((unit) => unitFigures(unit, test.frame.digits)),
    { role: "result", key: "total-loss", value: totals.loss, rounded: true },
    { role: "result", key: "total-recognised", value: totals.recognised, rounded: true },
  ];
}

function unitFigures(evaluated: UnitEvaluation, digits: number): readonly Expected[] {
  const { unit, carrying, valueInUse, fairValue, assessment, headroom, loss, recognised, flows, rate } = evaluated;
  const of = (role: SheetRole, name: string, value: Decimal | undefined, rounded = false): Expected => ({ role, key: `${unit.id}.${name}`, value, rounded });
  const list: Expected[] = [
    of("units", "own", carrying?.own),
    of("units", "tested", carrying?.tested),
    of("units", "carrying", carrying?.reported, true),
    of("result", "carrying", carrying?.reported, true),
    of("result", "recoverable", assessment?.recoverable, true),
    of("result", "headroom", headroom, true),
    of("result", "loss", loss, true),
    of("result", "recognised", recognised, true),
  ];
  if (evaluated.reversal) list.push(of("result", "reversal", evaluated.reversal, true));
  if (carrying?.goodwill) list.push(of("units", "goodwill-whole", carrying.goodwill.whole));
  if (carrying?.corporate) list.push(of("units", "corporate", carrying.corporate.share));
  if (valueInUse) list.push(of("value-in-use", "value-in-use", valueInUse.reported, true), of("result", "value-in-use", valueInUse.reported, true));
  if (fairValue) list.push(of("fair-value", "fair-value", fairValue.fairValue), of("fair-value", "costs", fairValue.costs), of("fair-value", "fair-value-less-costs", fairValue.reported, true), of("result", "fair-value", fairValue.reported, true));
  if (valueInUse?.exact && flows && rate) list.push(...valueFigures(evaluated, digits));
  return [...list, ...allocationFigures(evaluated), ...backFigures(evaluated)];
}

function valueFigures(evaluated: UnitEvaluation, digits: number): readonly Expected[] {
  const { unit, valueInUse, flows, rate, bridge } = evaluated;
  const exact = valueInUse?.exact;
  if (!exact || !flows || !rate) return [];
  const row = (name: string, value: Decimal | undefined, line?: readonly Decimal[]): Expected => ({ role: "value-in-use", key: `${unit.id}.${name}`, value, ...(line && { line }) });
  const after = bridge.filter(({ kind }) => kind === "value-in-use" || kind === "carrying" || kind === "headroom");
  return [
    row("net", flows.net.reduce((sum, flow) => sum.plus(flow)), flows.net),
    row("rate", rate.preTax),
    row("factor", undefined, exact.flows.flows.map(({ factor }) => factor)),
    row("present", undefined, exact.flows.flows.map(({ value }) => value)),
    row("unrounded", exact.total),
    ...(exact.flows.terminal ? [row("terminal", exact.flows.terminal.value), row("terminal-present", exact.flows.terminal.presentValue)] : []),
    ...(rate.iteration ? [row("post-flow", undefined, rate.iteration.postTaxFlows)] : []),
    ...(rate.capital ? [row("cost-of-equity", rate.capital.costOfEquity), row("post-tax", rate.capital.wacc)] : []),
    ...after.map(({ kind, value }) => ({ ...row(`bridge-${kind}`, value), digits })),
    ...sensitivityFigures(evaluated, digits),
  ];
}

function sensitivityFigures(evaluated: UnitEvaluation, digits: number): readonly Expected[] {
  const { unit } = evaluated;
  const figure = (value: Decimal | Refusal | undefined) => (value instanceof Refusal ? undefined : value);
  const tornado = evaluated.tornado().flatMap(({ lever, step, low, high, base, critical }): readonly Expected[] => {
    const row = { role: "sensitivity", key: `${unit.id}.tornado-${lever}` } as const;
    return [
      { ...row, value: base, line: [undefined, figure(low), figure(high)], digits },
      { ...row, line: [step, undefined, undefined, figure(critical)] },
    ];
  });
  const map = evaluated.headroomMap();
  const rows = (map?.cells ?? []).flatMap((cells, index): readonly Expected[] => {
    const row = { role: "sensitivity", key: `${unit.id}.map-${index + 1}` } as const;
    return [{ ...row, value: map?.rates[index] }, { ...row, line: cells.map(figure), rounded: true }];
  });
  return [...tornado, ...rows];
}

function allocationFigures({ unit, allocation }: UnitEvaluation): readonly Expected[] {
  if (!allocation) return [];
  const row = (name: string, value: Decimal | undefined, line?: readonly Decimal[]): Expected => ({ role: "allocation", key: `${unit.id}.${name}`, value, rounded: true, ...(line && { line }) });
  if (allocation.mode === "asset-by-asset") return [row("loss", allocation.loss, allocation.assets.map(({ loss }) => loss)), row("recoverable", undefined, allocation.assets.map(({ recoverable }) => recoverable)), row("netted", allocation.netted)];
  const { result } = allocation;
  return [
    row("loss", undefined, result.assets.map(({ loss }) => loss)),
    row("goodwill-loss", result.goodwill.loss),
    row("unplaced", result.unplaced.loss),
    row("floor", undefined, result.assets.map(({ floor }) => floor)),
    row("at-floor", undefined, result.assets.map(({ atFloor }) => (atFloor ? ONE : new Decimal(0)))),
  ];
}

function backFigures({ unit, backTest }: UnitEvaluation): readonly Expected[] {
  return (backTest ?? []).map(({ gap, low, high, actual }, index): Expected => ({ role: "back-test", key: `${unit.id}.range-${index + 1}`, value: gap, line: [low, high, actual] }));
}

/** The rows whose cells are not what the evaluation says. */
export function disagreements(figures: Figures, evaluation: Evaluation): readonly string[] {
  return expectedFigures(evaluation).flatMap(({ role, key, value, line, rounded = false, digits }) => {
    const cells: readonly (readonly [string, CellValue, Decimal | undefined])[] = [
      ...(value === undefined ? [] : [["value", figures.value(role, key), value] as const]),
      ...(line ?? []).map((expected, index) => [String(index + 1), figures.line(role, key)[index] ?? null, expected] as const),
    ];
    return cells.flatMap(([place, cell, expected]) => (expected === undefined || same(cell, expected, rounded, digits) ? [] : [`${role}/${key} ${place}: ${String(cell)} instead of ${expected.toString()}`]));
  });
}

function same(cell: CellValue, expected: Decimal, rounded: boolean, digits: number | undefined): boolean {
  if (typeof cell !== "number") return false;
  const found = decimalOfCell(cell);
  if (rounded) return found.eq(expected);
  // A double has 15 digits; what is shown in print may differ by half a unit of its last one where it was rounded natively.
  const tolerance = Decimal.max(expected.abs(), 1).times("1e-10");
  const ofPrint = digits === undefined ? 0 : new Decimal(10).pow(-digits).times("0.500001");
  return found.minus(expected).abs().lte(Decimal.max(tolerance, ofPrint));
}
