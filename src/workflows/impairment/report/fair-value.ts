import type { FairValue, UnitEvaluation } from "../evaluation.ts";
import { cellOfLine } from "../linked-figures.ts";
import { itemSlot, type UnitSlot, unitSlot } from "../slot.ts";
import { replacementRows, scrapRows } from "./replacement.ts";
import { f, type Formula, type PaperCells, sumOf } from "./formula.ts";
import { both, cellOf, countCheck, definedName, figureAt, languagesOf, lineAt, linked, mark, method, money, type Paper, rangeOf, row, saidOf, share, toDigits, valueAt } from "./paper.ts";
import { nameLines, PaperDraft, type RowEntry } from "./sheet.ts";

/** Fair value less costs of disposal of each unit that has one. */
export function fairValueSheet(paper: Paper): PaperDraft {
  const draft = new PaperDraft("fair-value");
  for (const evaluated of paper.evaluation.units) {
    if (!evaluated.fairValue) continue;
    const { unit } = evaluated;
    draft.text(mark(evaluated, "unit"), saidOf(paper, unit.name, languagesOf(paper)[0].names.fairValueMethods[unit.fairValue.method]), "section");
    const count = evaluated.fairValue.assets.length;
    const labels = rangeOf(paper, unitSlot(unit.id, "asset-labels"));
    if (labels && labels.rows * labels.columns === count) draft.row(mark(evaluated, "assets"), { ...row(paper, "asset"), value: count, style: "header", lines: nameLines, line: Array.from({ length: count }, (_, index) => f`${cellOfLine(labels, index)}&""`) });
    measuredRows(paper, draft, evaluated, count);
    costRows(paper, draft, evaluated, evaluated.fairValue);
    const unrounded = draft.row(mark(evaluated, "unrounded"), { ...row(paper, "fair-value-unrounded"), ...money(paper), value: f`${of(evaluated, "fair-value")}-${of(evaluated, "costs")}` });
    const reported = draft.row(mark(evaluated, "fair-value-less-costs"), { ...row(paper, "fair-value-less-costs"), ...money(paper), ...netReported(paper, evaluated, unrounded.value, count), style: "total" });
    draft.name(definedName(paper, evaluated, "fair_value_less_costs"), reported.value);
  }
  return draft;
}

/** Rounded to the digits of amounts; of a unit tested asset by asset the sum of its rounded assets. */
function netReported(paper: Paper, evaluated: UnitEvaluation, unrounded: PaperCells, count: number): Pick<RowEntry, "value" | "method"> {
  if (evaluated.unit.allocation !== "asset-by-asset") return { value: toDigits(paper, unrounded), method: method(paper, "rounded") };
  const assets = Array.from({ length: count }, (_, index) => toDigits(paper, figureAt("fair-value", mark(evaluated, "asset-net"), index)));
  return { value: toDigits(paper, sumOf(assets)), method: method(paper, "asset-sum") };
}

const of = (evaluated: UnitEvaluation, name: string) => valueAt("fair-value", mark(evaluated, name));

/** The rows up to `fair-value`, whose figures to the right are the assets. */
function measuredRows(paper: Paper, draft: PaperDraft, evaluated: UnitEvaluation, count: number): void {
  const { unit } = evaluated;
  const assets = Array.from({ length: count }, (_, index) => index);
  const whole = lineAt("fair-value", mark(evaluated, "fair-value"), count);
  const total = (line: readonly Formula[], scrap: Formula) => draft.row(mark(evaluated, "fair-value"), { ...row(paper, "fair-value-total"), ...money(paper), value: f`SUM(${whole})${scrap}`, line });
  if (unit.fairValue.method === "replacement" || unit.fairValue.method === "in-use-scrap") {
    const line = replacementRows(paper, draft, evaluated, count);
    total(line, unit.fairValue.method === "in-use-scrap" ? f`+${scrapRows(paper, draft, evaluated)}` : f``);
    return;
  }
  if (unit.fairValue.method === "income" && unit.fairValue.income === "value-in-use") {
    total([f`${valueAt("value-in-use", mark(evaluated, "value-in-use"))}`], f``);
    return;
  }
  const slot = unitSlot(unit.id, "fair-value");
  draft.row(mark(evaluated, "fair-value"), { ...linked(paper, slot, money(paper)), line: assets.map((index) => cellOf(paper, slot, index)) });
}

function costRows(paper: Paper, draft: PaperDraft, evaluated: UnitEvaluation, { assets, fees }: FairValue): void {
  const { unit } = evaluated;
  const slot = (name: UnitSlot) => unitSlot(unit.id, name);
  const amounts = money(paper);
  const given = paper.test.links[slot("disposal-costs")] !== undefined && !unit.fairValue.net;
  const range = given ? rangeOf(paper, slot("disposal-costs")) : undefined;
  const count = range ? range.rows * range.columns : 0;
  const parts = given ? [draft.row(mark(evaluated, "disposal-costs"), { ...linked(paper, slot("disposal-costs"), amounts), line: Array.from({ length: count }, (_, index) => cellOf(paper, slot("disposal-costs"), index)) }).value] : [];
  for (const { schedule, tiers } of fees) parts.push(feeRows(paper, draft, evaluated, schedule, tiers.length));
  const costs = draft.row(mark(evaluated, "costs"), { ...row(paper, "costs-total"), ...amounts, value: sumOf(parts), ...(unit.fairValue.net && { method: method(paper, "costs-net") }) });
  if (assets.length < 2 && unit.allocation !== "asset-by-asset") return;
  // Costs of each asset stay with theirs; what remains is spread by fair value.
  const own = given && unit.fairValue.costs === "asset";
  const shared = own ? f`(${costs.value}-${of(evaluated, "disposal-costs")})` : f`${costs.value}`;
  const fair = (index: number) => figureAt("fair-value", mark(evaluated, "fair-value"), index);
  const spread = (index: number) => f`IF(${of(evaluated, "fair-value")}=0,0,${shared}*${fair(index)}/${of(evaluated, "fair-value")})`;
  draft.row(mark(evaluated, "asset-costs"), { ...row(paper, "asset-costs"), ...amounts, method: method(paper, "costs-spread"), line: assets.map((_, index) => (own ? f`${figureAt("fair-value", mark(evaluated, "disposal-costs"), index)}+${spread(index)}` : spread(index))) });
  draft.row(mark(evaluated, "asset-net"), { ...row(paper, "asset-net"), ...amounts, value: f`SUM(${lineAt("fair-value", mark(evaluated, "asset-net"), assets.length)})`, line: assets.map((_, index) => f`${fair(index)}-${figureAt("fair-value", mark(evaluated, "asset-costs"), index)}`) });
}

/** A progressive fee: each tier on the part of the fair value that falls into it. */
function feeRows(paper: Paper, draft: PaperDraft, evaluated: UnitEvaluation, { id, name }: { readonly id: `i${number}`; readonly name: string }, tiers: number) {
  const [thresholds, rates] = [itemSlot(evaluated.unit.id, "thresholds", id), itemSlot(evaluated.unit.id, "rates", id)];
  const each = Array.from({ length: tiers }, (_, tier) => tier);
  const at = (part: string, tier: number) => figureAt("fair-value", mark(evaluated, `${id}-${part}`), tier);
  const base = of(evaluated, "fair-value");
  const bounds = (from: number) => ({ ...at("thresholds", from), columns: tiers - 1 });
  const { check } = countCheck(paper, thresholds);
  // Tiers that do not ascend from zero are none.
  const ascending = f`-IF(${at("thresholds", 0)}=0,0,1)${tiers > 1 ? f`-SUMPRODUCT((${bounds(1)}<=${bounds(0)})*1)` : f``}`;
  draft.row(mark(evaluated, `${id}-thresholds`), { ...linked(paper, thresholds, money(paper)), value: null, ...(check && { check: f`${check}${ascending}` }), line: each.map((tier) => cellOf(paper, thresholds, tier)) });
  draft.row(mark(evaluated, `${id}-rates`), { ...linked(paper, rates, share), value: null, line: each.map((tier) => cellOf(paper, rates, tier)) });
  draft.row(mark(evaluated, `${id}-amounts`), { ...row(paper, "fee-amount"), ...money(paper), line: each.map((tier) => (tier === tiers - 1 ? f`MAX(0,${base}-${at("thresholds", tier)})` : f`MAX(0,MIN(${base},${at("thresholds", tier + 1)})-${at("thresholds", tier)})`)) });
  const whole = (part: string) => lineAt("fair-value", mark(evaluated, `${id}-${part}`), tiers);
  return draft.row(mark(evaluated, `${id}-fee`), { label: [name, both(paper, (texts) => texts.rows.fee)[1]], ...money(paper), value: f`SUMPRODUCT(${whole("amounts")},${whole("rates")})`, method: method(paper, "fee") }).value;
}
