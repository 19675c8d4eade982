import type { UnitEvaluation } from "../evaluation.ts";
import { unitSlot } from "../slot.ts";
import { isPreTax } from "../unit-rate.ts";
import { bridgeRows } from "./bridge.ts";
import { f, type FormulaPart, sumOf } from "./formula.ts";
import { definedName, factorFormat, figureAt, lineAt, linked, mark, method, money, type Paper, row, share, toDigits, toValueDigits } from "./paper.ts";
import { rateRows } from "./rate.ts";
import { PaperDraft } from "./sheet.ts";
import { flowRows, ofUnit, timesRow, yearsRow } from "./unit-flows.ts";

/** Value in use of each unit that has one: flows, rate, factors, perpetuity, and the bridge to its headroom. */
export function valueInUseSheet(paper: Paper): PaperDraft {
  const draft = new PaperDraft("value-in-use");
  for (const evaluated of paper.evaluation.units) {
    if (!evaluated.valueInUse) continue;
    draft.text(mark(evaluated, "unit"), evaluated.unit.name, "section");
    const value = evaluated.unit.forecast.basis === "given" ? givenValue(paper, draft, evaluated) : derivedValue(paper, draft, evaluated);
    const reported = draft.row(mark(evaluated, "value-in-use"), { ...row(paper, "value-in-use"), ...money(paper), value: toValueDigits(paper, value), method: method(paper, "rounded-value"), style: "total" });
    draft.name(definedName(paper, evaluated, "value_in_use"), reported.value);
    if (evaluated.flows && evaluated.carrying) bridgeRows(paper, draft, evaluated, evaluated.flows.net.length);
  }
  return draft;
}

function givenValue(paper: Paper, draft: PaperDraft, { unit }: UnitEvaluation) {
  return draft.row(`${unit.id}.given`, { ...linked(paper, unitSlot(unit.id, "value-in-use"), money(paper)), method: method(paper, "given") }).value;
}

function derivedValue(paper: Paper, draft: PaperDraft, evaluated: UnitEvaluation) {
  const { unit, flows } = evaluated;
  const amounts = money(paper);
  const length = flows?.net.length ?? 0;
  const years = Array.from({ length }, (_, year) => year);
  const slot = (name: "growth" | "base-working-capital" | "recovery") => unitSlot(unit.id, name);
  const at = (name: string, year: number) => figureAt("value-in-use", mark(evaluated, name), year);
  yearsRow(paper, draft, evaluated, length);
  flowRows(paper, draft, evaluated, length);
  timesRow(paper, draft, evaluated, length);
  if (unit.forecast.perpetuity) {
    const form = paper.test.links[slot("growth")] ? linked(paper, slot("growth"), share) : { label: linked(paper, slot("growth"), share).label ?? (["", ""] as const), ...share, value: 0 };
    draft.row(mark(evaluated, "growth"), form);
  }
  if (paper.test.links[slot("recovery")]) draft.row(mark(evaluated, "recovery"), linked(paper, slot("recovery"), amounts));
  rateRows(paper, draft, evaluated, length);

  const rate = ofUnit(evaluated, "rate");
  draft.row(mark(evaluated, "factor"), { ...row(paper, "factor"), method: method(paper, "factor"), lineFormat: factorFormat, line: years.map((year) => f`1/(1+${rate})^${at("time", year)}`) });
  const whole = lineAt("value-in-use", mark(evaluated, "present"), length);
  const net = lineAt("value-in-use", mark(evaluated, "net"), length);
  const half = unit.forecast.timing === "mid" ? f`*(1+${rate})^0.5` : f``;
  const present = draft.row(mark(evaluated, "present"), { ...row(paper, "present"), ...amounts, value: f`SUM(${whole})`, method: method(paper, "present"), line: years.map((year) => f`${at("net", year)}*${at("factor", year)}`), check: toDigits(paper, f`NPV(${rate},${net})${half}-SUM(${whole})`) });
  const perpetuity = perpetuityRows(paper, draft, evaluated, length);
  // At the pre-tax rate that was found both values are one; the one after tax is native to the last cell, so it is what the result stands on.
  const parts: FormulaPart[] = isPreTax(unit) ? [present.value, ...perpetuity] : [ofUnit(evaluated, "post-present")];
  if (paper.test.links[slot("base-working-capital")]) {
    const base = draft.row(mark(evaluated, "working-capital"), linked(paper, slot("base-working-capital"), amounts));
    parts.push(draft.row(mark(evaluated, "working-capital-less"), { ...row(paper, "working-capital-less"), ...amounts, value: f`-${base.value}`, method: method(paper, "working-capital") }).value);
  }
  if (paper.test.links[slot("recovery")]) {
    const factor = draft.row(mark(evaluated, "recovery-factor"), { ...row(paper, "recovery-factor"), format: factorFormat, value: f`1/(1+${rate})^${length}` });
    const recovered = draft.row(mark(evaluated, "recovery-present"), { ...row(paper, "recovery-present"), ...amounts, value: f`${ofUnit(evaluated, "recovery")}*${factor.value}`, method: method(paper, "recovery") }).value;
    if (isPreTax(unit)) parts.push(recovered);
  }
  return draft.row(mark(evaluated, "unrounded"), { ...row(paper, "value-unrounded"), ...amounts, value: sumOf(parts), ...(!isPreTax(unit) && { method: method(paper, "after-tax") }) }).value;
}

/** What follows the last year, where a perpetuity does. A growth that is not below the rate has no value: #N/A. */
function perpetuityRows(paper: Paper, draft: PaperDraft, evaluated: UnitEvaluation, length: number): readonly FormulaPart[] {
  if (!evaluated.unit.forecast.perpetuity) return [];
  const amounts = money(paper);
  const [rate, growth, last] = [ofUnit(evaluated, "rate"), ofUnit(evaluated, "growth"), Math.max(0, length - 1)];
  const flow = draft.row(mark(evaluated, "terminal-flow"), { ...row(paper, "terminal-flow"), ...amounts, value: f`${figureAt("value-in-use", mark(evaluated, "net"), last)}*(1+${growth})` });
  const value = draft.row(mark(evaluated, "terminal"), { ...row(paper, "terminal-value"), ...amounts, value: f`IF(${growth}<${rate},${flow.value}/(${rate}-${growth}),NA())`, method: method(paper, "terminal") });
  return [draft.row(mark(evaluated, "terminal-present"), { ...row(paper, "terminal-present"), ...amounts, value: f`${value.value}*${figureAt("value-in-use", mark(evaluated, "factor"), last)}`, method: method(paper, "terminal-present") }).value];
}
