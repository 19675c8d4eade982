import { sum } from "../../../core/decimal.ts";
import type { UnitEvaluation } from "../evaluation.ts";
import type { ClauseId, Finding, FindingFacts } from "../finding.ts";
import { flowsOf, type LinkedRow, signOf } from "../net-flows.ts";
import { itemSlot, unitSlot } from "../slot.ts";
import type { RowKind } from "../state.ts";
import { type Derived, finding, money } from "./rule.ts";

/** What the flows may contain: no tax, no financing, no enhancement, no uncommitted restructuring, working capital once. */
export function rowFindings(derived: Derived, unit: UnitEvaluation, rows: readonly LinkedRow[]): readonly Finding[] {
  return [
    ...forbiddenRows(derived, unit, "no-tax-rows", "tax-and-financing", ["income-tax"], taxWords),
    ...forbiddenRows(derived, unit, "no-financing-rows", "tax-and-financing", ["financing"], financingWords),
    ...forbiddenRows(derived, unit, "maintenance-only", "current-condition", ["enhancing-capex", "restructuring"], enhancementWords),
    ...signFindings(derived, unit, rows),
    ...workingCapital(derived, unit),
    ...capexFindings(derived, unit),
  ];
}

const taxWords = /所得税|income tax|current tax|deferred tax/i;
const financingWords = /利息|财务费用|借款|筹资|融资|股利|分红|interest|financ|\bloans?\b|borrowing|dividend/i;
const enhancementWords = /技改|技术改造|改良|扩产|扩建|扩能|新增产能|重组|裁员|expansion|upgrade|enhance|restructur/i;

type ForbiddenCode = Extract<FindingFacts["code"], "no-tax-rows" | "no-financing-rows" | "maintenance-only">;

/** A row of such a kind is left out of the flows; one whose name sounds like it but is counted must be explained. */
function forbiddenRows(derived: Derived, { unit }: UnitEvaluation, code: ForbiddenCode, clause: ClauseId, kinds: readonly RowKind[], words: RegExp): readonly Finding[] {
  const judged = { step: "forecast", unit, clause } as const;
  const suspects = unit.forecast.rows.filter((row) => signOf(row) !== 0 && words.test(row.name));
  const leftOut = unit.forecast.rows.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name);
  if (suspects.length === 0) return [finding(derived, { code, rowName: "", leftOut }, { ...judged, outcome: "pass" })];
  return suspects.map(({ id, name }) => finding(derived, { code, rowName: name, leftOut }, { ...judged, outcome: "explain", slot: itemSlot(unit.id, "row", id), about: id }));
}

/** Outflows all negative though they are said to stand as positive amounts, or the other way round, would be added instead of deducted. */
function signFindings(derived: Derived, { unit }: UnitEvaluation, rows: readonly LinkedRow[]): readonly Finding[] {
  const outflows = rows.filter(({ row }) => !["working-capital", "net-flow"].includes(row.kind) && signOf({ ...row, signed: false }) === -1);
  const wrong = outflows.filter(({ row, values }) => {
    const total = sum(values);
    return row.signed ? total.gt(0) : total.lt(0);
  });
  return wrong.map(({ row }) => finding(derived, { code: "sign-of-row", rowName: row.name, signed: row.signed }, { outcome: "explain", step: "forecast", unit, slot: itemSlot(unit.id, "row", row.id), about: row.id }));
}

/**
 * Working capital is deducted whole where the carrying amount does not contain it, not at all where it does,
 * and comes back at the end of a finite life: counted once (CAS 8 art. 19, IAS 36.78–79).
 */
function workingCapital(derived: Derived, { unit, flows }: UnitEvaluation): readonly Finding[] {
  if (!flows) return [];
  const has = (name: "base-working-capital" | "recovery") => derived.test.links[unitSlot(unit.id, name)] !== undefined;
  const carrying = unit.like["working-capital"]?.carrying ?? false;
  const [opening, released] = [has("base-working-capital"), has("recovery") || unit.forecast.perpetuity];
  const changes = flowsOf(flows, ["working-capital"]) !== undefined;
  const facts = { code: "working-capital-once", carrying, opening, changes, released } as const;
  const judged = { step: "forecast", unit, slot: unitSlot(unit.id, "base-working-capital"), clause: "like-for-like" } as const;
  if (carrying && opening) return [finding(derived, facts, { ...judged, outcome: "fail" })];
  const wanting = (!carrying && changes && !opening) || ((opening || carrying) && !released);
  return [finding(derived, facts, { ...judged, outcome: wanting ? "explain" : "pass" })];
}

/** A perpetuity must renew what wears out: in the last year capital expenditure not below depreciation. */
function capexFindings(derived: Derived, { unit, flows }: UnitEvaluation): readonly Finding[] {
  const depreciation = flows && flowsOf(flows, ["depreciation"])?.at(-1);
  if (!flows || !depreciation || !unit.forecast.perpetuity) return [];
  const capex = (flowsOf(flows, ["maintenance-capex"])?.at(-1) ?? depreciation.times(0)).negated();
  const facts = { code: "capex-against-depreciation", capex: money(derived, capex), depreciation: money(derived, depreciation) } as const;
  return [finding(derived, facts, { outcome: capex.lt(depreciation) ? "explain" : "pass", step: "forecast", unit, clause: "flow-kinds" })];
}
