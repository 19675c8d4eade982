import { type Decimal, ONE, rounded, ZERO } from "../../../core/decimal.ts";
import { at } from "../../../core/table.ts";
import type { NetFlows, UnitEvaluation } from "../evaluation.ts";
import type { Finding } from "../finding.ts";
import { flowsOf } from "../net-flows.ts";
import { unitSlot } from "../slot.ts";
import { type Derived, finding } from "./rule.ts";

/** After the budget growth is steady or declining, and not above the long-term average of the market (CAS 8 art. 11, IAS 36.33(c)). */
export function growthFindings(derived: Derived, unit: UnitEvaluation): readonly Finding[] {
  const { flows } = unit;
  if (!flows) return [];
  return [...tailFindings(derived, unit, flows), ...steadyFindings(derived, unit, flows), ...terminalFindings(derived, unit, flows)];
}

/** Growth by year of revenue, or of the net flow where there is none; undefined from zero or a loss on. */
function growths(flows: NetFlows): readonly (Decimal | undefined)[] {
  const series = flowsOf(flows, ["revenue"]) ?? flows.net;
  // To a hundredth of a point: printed amounts leave more digits than anybody planned.
  return series.map((value, year) => (year > 0 && at(series, year - 1).gt(0) ? rounded(value.div(at(series, year - 1)).minus(ONE), 4) : undefined));
}

function tailFindings(derived: Derived, { unit }: UnitEvaluation, flows: NetFlows): readonly Finding[] {
  const { budgetYears } = unit.forecast;
  const after = budgetYears === null ? [] : growths(flows).slice(budgetYears).flatMap((growth) => growth ?? []);
  const highest = [...after, ...(flows.growth ? [flows.growth] : [])].reduce<Decimal | undefined>((most, growth) => (most?.gte(growth) ? most : growth), undefined);
  if (!highest) return [];
  const { benchmark } = flows;
  const allowed = highest.lte(ZERO) || (benchmark !== undefined && highest.lte(benchmark));
  const facts = { code: "growth-tail", growth: highest.toString(), benchmark: benchmark?.toString() ?? null } as const;
  return [finding(derived, facts, { outcome: allowed ? "pass" : "explain", step: "forecast", unit, slot: unitSlot(unit.id, "growth"), clause: "growth" })];
}

function steadyFindings(derived: Derived, { unit }: UnitEvaluation, flows: NetFlows): readonly Finding[] {
  const found = growths(flows);
  const start = unit.forecast.budgetYears;
  if (start === null) return [];
  const rising = found.findIndex((growth, year) => {
    const before = found[year - 1];
    return year > start && growth !== undefined && before !== undefined && growth.gt(before);
  });
  const judged = { step: "forecast", unit, slot: unitSlot(unit.id, "years"), clause: "growth" } as const;
  if (rising < 0) return start > 0 && start + 1 < found.length ? [finding(derived, { code: "growth-steady", year: "", before: "", after: "" }, { ...judged, outcome: "pass" })] : [];
  const facts = { code: "growth-steady", year: at(flows.years, rising), before: String(found[rising - 1]), after: String(found[rising]) } as const;
  return [finding(derived, facts, { ...judged, outcome: "explain" })];
}

/** Three quarters of a value after the forecast is more than most forecasts can bear. */
function terminalFindings(derived: Derived, { unit, valueInUse }: UnitEvaluation, flows: NetFlows): readonly Finding[] {
  const value = valueInUse?.exact?.flows;
  if (!value?.terminal || !value.total.gt(0) || flows.growth === undefined) return [];
  const share = rounded(value.terminal.presentValue.div(value.total), 4);
  return [finding(derived, { code: "terminal-share", share: share.toString() }, { outcome: share.gt("0.75") ? "explain" : "pass", step: "forecast", unit, slot: unitSlot(unit.id, "growth") })];
}
