import type { UnitEvaluation } from "../evaluation.ts";
import { type UnitSlot, unitSlot } from "../slot.ts";
import { f, type Formula, type PaperCells } from "./formula.ts";
import { cellOf, countCheck, factorFormat, figureAt, lineAt, linked, mark, method, money, type Paper, rangeOf, row, share, totalOf } from "./paper.ts";
import type { PaperDraft } from "./sheet.ts";

/** Replacement cost, newness and market discount, asset by asset; gives the fair value of each. */
export function replacementRows(paper: Paper, draft: PaperDraft, evaluated: UnitEvaluation, count: number): readonly Formula[] {
  const assets = Array.from({ length: count }, (_, index) => index);
  const slot = (name: UnitSlot) => unitSlot(evaluated.unit.id, name);
  const at = (name: string, index: number) => figureAt("fair-value", mark(evaluated, name), index);
  const given = (name: UnitSlot) => paper.test.links[slot(name)] !== undefined;
  const each = (name: UnitSlot, form: object) => inputRow(paper, draft, evaluated, name, count, form);
  draft.row(mark(evaluated, "replacement-cost"), { ...linked(paper, slot("replacement-cost"), money(paper)), line: assets.map((index) => cellOf(paper, slot("replacement-cost"), index)) });
  if (given("newness")) each("newness", share);
  else newnessRows(paper, draft, evaluated, count);
  const discounted = evaluated.unit.fairValue.method === "replacement" && given("market-discount");
  if (discounted) each("market-discount", share);
  return assets.map((index) => f`${at("replacement-cost", index)}*${at("newness", index)}${discounted ? f`*${at("market-discount", index)}` : f``}`);
}

/** A linked figure for each asset, or the one that goes for all. */
function inputRow(paper: Paper, draft: PaperDraft, evaluated: UnitEvaluation, name: UnitSlot, count: number, form: object): void {
  const slot = unitSlot(evaluated.unit.id, name);
  const range = rangeOf(paper, slot);
  const single = range?.rows === 1 && range.columns === 1;
  draft.row(mark(evaluated, name), { ...linked(paper, slot, {}), value: null, ...form, line: Array.from({ length: count }, (_, index) => cellOf(paper, slot, single ? 0 : index)) });
}

function newnessRows(paper: Paper, draft: PaperDraft, evaluated: UnitEvaluation, count: number): void {
  const { unit } = evaluated;
  const assets = Array.from({ length: count }, (_, index) => index);
  const slot = (name: UnitSlot) => unitSlot(unit.id, name);
  const at = (name: string, index: number) => figureAt("fair-value", mark(evaluated, name), index);
  const given = (name: UnitSlot) => paper.test.links[slot(name)] !== undefined;
  for (const name of ["economic-life", "years-used"] as const) inputRow(paper, draft, evaluated, name, count, { format: "0.00" });
  draft.row(mark(evaluated, "theoretical"), { ...row(paper, "theoretical-newness"), ...share, method: method(paper, "theoretical"), line: assets.map((index) => f`MAX(0,(${at("economic-life", index)}-${at("years-used", index)})/${at("economic-life", index)})`) });
  const entries = given("surveyed") ? paper.evaluation.figures.entries(slot("surveyed")) : undefined;
  if (entries) inputRow(paper, draft, evaluated, "surveyed", count, share);
  if (given("obsolescence")) inputRow(paper, draft, evaluated, "obsolescence", count, share);
  const weights = slot("newness-weights");
  const { check } = countCheck(paper, weights);
  if (given("newness-weights")) draft.row(mark(evaluated, "newness-weights"), { ...linked(paper, weights, share), value: null, ...(check && { check: f`${check}-IF(ROUND(${totalOf(paper, weights)}-1,6)=0,0,1)` }), line: [0, 1].map((index) => cellOf(paper, weights, index)) });
  const weight = (index: number): Formula | string => (given("newness-weights") ? f`${at("newness-weights", index)}` : (["0.4", "0.6"][index] ?? "0"));
  const weighted = (index: number): Formula => {
    // An asset that nobody has inspected keeps its theoretical newness.
    const inspected = entries && (entries.length === 1 ? entries[0] : entries[index]) !== undefined;
    return inspected ? f`(${at("theoretical", index)}*${weight(0)}+${at("surveyed", index)}*${weight(1)})` : f`${at("theoretical", index)}`;
  };
  draft.row(mark(evaluated, "newness"), { ...row(paper, "newness-used"), ...share, method: method(paper, "newness"), line: assets.map((index) => f`${weighted(index)}${given("obsolescence") ? f`*(1-${at("obsolescence", index)})` : f``}`) });
}

/** The present value of what demolition brings. */
export function scrapRows(paper: Paper, draft: PaperDraft, evaluated: UnitEvaluation): PaperCells {
  const slot = (name: UnitSlot) => unitSlot(evaluated.unit.id, name);
  const at = (name: string, index: number) => figureAt("fair-value", mark(evaluated, name), index);
  const count = evaluated.fairValue?.scrap?.values.length ?? 0;
  const metals = Array.from({ length: count }, (_, index) => index);
  const orElse = (name: UnitSlot, otherwise: number, form: object): PaperCells | number => (paper.test.links[slot(name)] ? draft.row(mark(evaluated, name), linked(paper, slot(name), form)).value : otherwise);
  const [recovery, vat, rate, years] = [orElse("scrap-recovery", 1, share), orElse("scrap-vat", 0, share), orElse("scrap-rate", 0, share), orElse("scrap-years", 0, { format: factorFormat })];
  for (const name of ["scrap-tonnes", "scrap-prices"] as const) draft.row(mark(evaluated, name), { ...linked(paper, slot(name), { format: "#,##0.00" }), value: null, line: metals.map((index) => cellOf(paper, slot(name), index)) });
  draft.row(mark(evaluated, "scrap-net-price"), { ...row(paper, "scrap-net-price"), lineFormat: "#,##0.00", line: metals.map((index) => f`${at("scrap-prices", index)}/(1+${vat})`) });
  draft.row(mark(evaluated, "scrap-value"), { ...row(paper, "scrap-value"), ...money(paper), line: metals.map((index) => f`${at("scrap-tonnes", index)}*${recovery}*${at("scrap-net-price", index)}`) });
  const undiscounted = draft.row(mark(evaluated, "scrap-undiscounted"), { ...row(paper, "scrap-undiscounted"), ...money(paper), value: f`SUM(${lineAt("fair-value", mark(evaluated, "scrap-value"), count)})` });
  return draft.row(mark(evaluated, "scrap-present"), { ...row(paper, "scrap-present"), ...money(paper), value: f`${undiscounted.value}/(1+${rate})^${years}`, method: method(paper, "scrap") }).value;
}
