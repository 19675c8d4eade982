import type { UnitEvaluation } from "../evaluation.ts";
import type { Finding } from "../finding.ts";
import { type LinkedRow, linkedRows, signOf } from "../net-flows.ts";
import { itemSlot, unitSlot } from "../slot.ts";
import { growthFindings } from "./growth.ts";
import { rowFindings } from "./rows.ts";
import { type Derived, finding, missingUnitLink, needs, type Rule } from "./rule.ts";

/** The forecast of every unit whose value in use is wanted. */
export const forecastFindings: Rule = (derived): readonly Finding[] => derived.units.filter((unit) => needs(unit).valueInUse).flatMap((unit) => unitFindings(derived, unit));

function unitFindings(derived: Derived, unit: UnitEvaluation): readonly Finding[] {
  const { forecast } = unit.unit;
  if (forecast.basis === "given") {
    const slot = unitSlot(unit.unit.id, "value-in-use");
    return [...missingUnitLink(derived, unit.unit, "value-in-use"), finding(derived, { code: "value-derived", derived: false }, { outcome: "explain", step: "forecast", unit: unit.unit, slot, clause: "present-value" })];
  }
  if (forecast.rows.length === 0) return [finding(derived, { code: "no-rows" }, { outcome: "fail", step: "forecast", unit: unit.unit, clause: "flow-kinds" })];
  const rows = linkedRows(unit.unit, derived.figures);
  return [
    ...missingRows(derived, unit),
    ...lengthFindings(derived, unit, rows),
    ...budgetFindings(derived, unit),
    ...rowFindings(derived, unit, rows),
    ...growthFindings(derived, unit),
    ...(forecast.prices === "real" ? [finding(derived, { code: "prices-like-rate", prices: forecast.prices }, { outcome: "explain", step: "forecast", unit: unit.unit, clause: "flow-kinds" })] : []),
  ];
}

function missingRows(derived: Derived, { unit }: UnitEvaluation): readonly Finding[] {
  const rows = unit.forecast.rows.filter(({ id }) => !derived.test.links[itemSlot(unit.id, "row", id)]);
  return [
    ...missingUnitLink(derived, unit, "years"),
    ...(unit.forecast.perpetuity ? missingUnitLink(derived, unit, "growth") : []),
    ...rows.map(({ id, name }) => finding(derived, { code: "row-unlinked", rowName: name }, { outcome: "fail", step: "forecast", unit, slot: itemSlot(unit.id, "row", id), about: id, clause: "flow-kinds" })),
    ...(unit.forecast.rows.every((row) => signOf(row) === 0) ? [finding(derived, { code: "no-rows" }, { outcome: "fail", step: "forecast", unit, clause: "flow-kinds" })] : []),
  ];
}

/** Rows of one length, as many as there are years, the years one after the other from the test date on. */
function lengthFindings(derived: Derived, { unit }: UnitEvaluation, rows: readonly LinkedRow[]): readonly Finding[] {
  const labels = derived.figures.labels(unitSlot(unit.id, "years"));
  const expected = labels?.length ?? rows[0]?.values.length;
  const wrong = expected === undefined ? [] : rows.filter(({ values }) => values.length !== expected);
  const years = labels?.map((label) => Number(/(?<!\d)\d{4}(?!\d)/.exec(label)?.[0])) ?? [];
  const gap = years.findIndex((year, index) => index > 0 && year !== (years[index - 1] ?? year) + 1);
  const dated = years.length > 0 && years.every((year) => !Number.isNaN(year));
  const slot = unitSlot(unit.id, "years");
  const testYear = Number(derived.test.frame.date.slice(0, 4));
  return [
    ...wrong.map(({ row, values }) =>
      finding(derived, { code: "row-length", rowName: row.name, given: values.length, expected: expected ?? 0 }, { outcome: "fail", step: "forecast", unit, slot: itemSlot(unit.id, "row", row.id), about: row.id }),
    ),
    ...(dated && gap > 0 ? [finding(derived, { code: "years-not-consecutive", before: labels?.[gap - 1] ?? "", after: labels?.[gap] ?? "" }, { outcome: "fail", step: "forecast", unit, slot })] : []),
    ...(dated && testYear > 0 && years[0] !== testYear + 1 ? [finding(derived, { code: "first-year", year: labels?.[0] ?? "", date: derived.test.frame.date }, { outcome: "explain", step: "forecast", unit, slot })] : []),
  ];
}

/** Approved budgets reach five years at most, unless a longer period is justified. */
function budgetFindings(derived: Derived, { unit, flows }: UnitEvaluation): readonly Finding[] {
  const { budgetYears } = unit.forecast;
  const years = flows?.net.length ?? null;
  const judged = { step: "forecast", unit, slot: unitSlot(unit.id, "years"), clause: "budget" } as const;
  const possible = budgetYears !== null && budgetYears >= 1 && (years === null || budgetYears <= years);
  return [finding(derived, { code: "budget-length", budgetYears, years }, { ...judged, outcome: !possible ? "fail" : budgetYears > 5 ? "explain" : "pass" })];
}
