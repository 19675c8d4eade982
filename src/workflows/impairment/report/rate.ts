import type { UnitEvaluation } from "../evaluation.ts";
import { cellOfLine } from "../linked-figures.ts";
import { type UnitSlot, unitSlot } from "../slot.ts";
import { isPreTax } from "../unit-rate.ts";
import { f, type Formula, type PaperCells } from "./formula.ts";
import { both, cellOf, definedName, factorFormat, figureAt, finePercentFormat, languagesOf, lineAt, linked, mark, method, money, type Paper, rangeOf, row, share, toDigits } from "./paper.ts";
import { columns, nameLines, type PaperDraft } from "./sheet.ts";
import { netLine, ofUnit, timeLine } from "./unit-flows.ts";

/** The discount rate of a unit up to the row `rate`: built up, a cost of capital, or given; a post-tax one turned into a pre-tax one. */
export function rateRows(paper: Paper, draft: PaperDraft, evaluated: UnitEvaluation, length: number): void {
  const found = sourceRate(paper, draft, evaluated);
  if (isPreTax(evaluated.unit)) {
    draft.name(definedName(paper, evaluated, "rate"), draft.row(mark(evaluated, "rate"), { ...row(paper, "pre-tax-rate"), ...share, value: f`${found}`, style: "total" }).value);
    return;
  }
  preTaxByIteration(paper, draft, evaluated, found, length);
}

function sourceRate(paper: Paper, draft: PaperDraft, evaluated: UnitEvaluation): PaperCells {
  const { unit } = evaluated;
  if (unit.rate.source === "given") return draft.row(mark(evaluated, "rate-given"), linked(paper, unitSlot(unit.id, "rate"), share)).value;
  if (unit.rate.source === "cost-of-capital") return costOfCapital(paper, draft, evaluated);
  const parts = unitSlot(unit.id, "rate-parts");
  const labels = rangeOf(paper, unitSlot(unit.id, "rate-labels"));
  const count = evaluated.rate?.buildUp?.parts.length ?? 0;
  const cells = Array.from({ length: count }, (_, index) => index);
  if (labels) draft.row(mark(evaluated, "rate-labels"), { label: both(paper, ({ names }) => names.slots["rate-labels"]), line: cells.map((index) => f`${cellOfLine(labels, index)}&""`), style: "header", lines: nameLines });
  return draft.row(mark(evaluated, "rate-parts"), { ...linked(paper, parts, share), method: method(paper, "build-up"), line: cells.map((index) => cellOf(paper, parts, index)) }).value;
}

function costOfCapital(paper: Paper, draft: PaperDraft, evaluated: UnitEvaluation): PaperCells {
  const { unit } = evaluated;
  const input = (name: UnitSlot, form: object = share): PaperCells | number => (paper.test.links[unitSlot(unit.id, name)] ? draft.row(mark(evaluated, name), linked(paper, unitSlot(unit.id, name), form)).value : 0);
  const [riskFree, beta, premium, size, specific] = [input("risk-free"), input("beta", { format: factorFormat }), input("premium"), input("size"), input("specific")];
  const [debt, costDebt, tax] = [input("debt-equity"), input("cost-debt"), input("tax-rate")];
  const levered = unit.rate.betaUnlevered ? f`${beta}*(1+(1-${tax})*${debt})` : f`${beta}`;
  const used = draft.row(mark(evaluated, "levered-beta"), { ...row(paper, "levered-beta"), format: factorFormat, value: levered, method: unit.rate.betaUnlevered ? method(paper, "levered-beta") : method(paper, "linked") });
  const equity = draft.row(mark(evaluated, "cost-of-equity"), { ...row(paper, "cost-of-equity"), ...share, value: f`${riskFree}+${used.value}*${premium}+${size}+${specific}`, method: method(paper, "capm") });
  return draft.row(mark(evaluated, "post-tax"), { ...row(paper, "post-tax-rate"), ...share, value: f`(${equity.value}+${costDebt}*(1-${tax})*${debt})/(1+${debt})`, method: method(paper, "wacc") }).value;
}

/**
 * The rate that was found is a value; beside it the flows before and after tax are discounted by native formulas,
 * and what they differ by is its check. It turns as soon as a flow, a tax or the post-tax rate moves.
 */
function preTaxByIteration(paper: Paper, draft: PaperDraft, evaluated: UnitEvaluation, postTax: PaperCells, length: number): void {
  const { unit, rate } = evaluated;
  const [first] = languagesOf(paper);
  const years = Array.from({ length }, (_, year) => year);
  const taxes = unitSlot(unit.id, "taxes");
  draft.row(mark(evaluated, "taxes"), { ...linked(paper, taxes, money(paper)), line: years.map((year) => cellOf(paper, taxes, year)) });
  const at = (name: string, year: number) => figureAt("value-in-use", mark(evaluated, name), year);
  const whole = (name: string) => lineAt("value-in-use", mark(evaluated, name), length);
  draft.row(mark(evaluated, "post-flow"), { ...row(paper, "post-tax-flow"), ...money(paper), value: f`SUM(${whole("post-flow")})`, method: method(paper, "post-tax"), line: years.map((year) => f`${at("net", year)}-${at("taxes", year)}`) });
  draft.row(mark(evaluated, "post-factor"), { ...row(paper, "post-tax-factor"), lineFormat: factorFormat, line: years.map((year) => f`1/(1+${postTax})^${at("time", year)}`) });
  const end = Math.max(0, length - 1);
  const growth = unit.forecast.perpetuity ? f`+IF(${ofUnit(evaluated, "growth")}<${postTax},${at("post-flow", end)}*(1+${ofUnit(evaluated, "growth")})/(${postTax}-${ofUnit(evaluated, "growth")})*${at("post-factor", end)},NA())` : f``;
  const recovered = (rateOf: PaperCells): Formula => (paper.test.links[unitSlot(unit.id, "recovery")] ? f`+${ofUnit(evaluated, "recovery")}/(1+${rateOf})^${length}` : f``);
  const present = draft.row(mark(evaluated, "post-present"), { ...row(paper, "post-tax-present"), ...money(paper), value: f`SUMPRODUCT(${whole("post-flow")},${whole("post-factor")})${growth}${recovered(postTax)}` });
  const pre: PaperCells = { role: "value-in-use", key: mark(evaluated, "rate"), column: columns.value, columns: 1 };
  const perpetual = unit.forecast.perpetuity ? f`+${at("net", end)}*(1+${ofUnit(evaluated, "growth")})/(${pre}-${ofUnit(evaluated, "growth")})/(1+${pre})^${at("time", end)}` : f``;
  const check = toDigits(paper, f`SUMPRODUCT(${netLine(evaluated, length)}/(1+${pre})^${timeLine(evaluated, length)})${perpetual}${recovered(pre)}-${present.value}`);
  const found = draft.row(mark(evaluated, "rate"), { ...row(paper, "pre-tax-rate"), unit: "%", format: finePercentFormat, value: rate?.iteration?.rate.toNumber() ?? null, source: first.foundAt(paper.at), method: method(paper, "iterated"), check, style: "printed" });
  draft.name(definedName(paper, evaluated, "rate"), found.value);
  const taxRate = unitSlot(unit.id, "tax-rate");
  if (rate?.grossUp && rangeOf(paper, taxRate)) draft.row(mark(evaluated, "gross-up"), { ...row(paper, "gross-up"), ...share, value: f`${postTax}/(1-${cellOf(paper, taxRate, 0)})`, method: method(paper, "gross-up") });
}
