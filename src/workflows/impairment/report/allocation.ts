import { Decimal } from "../../../core/decimal.ts";
import type { UnitEvaluation } from "../evaluation.ts";
import { cellOfLine } from "../linked-figures.ts";
import { type Slot, slotParts, unitSlot } from "../slot.ts";
import { f, type Formula, type PaperCells } from "./formula.ts";
import { both, cellOf, countCheck, figureAt, languagesOf, lineAt, mark, method, money, type Paper, rangeOf, row, saidOf, share, sourceOf, toDigits, valueAt } from "./paper.ts";
import { nameLines, PaperDraft } from "./sheet.ts";

/** The loss of each unit on its assets. Assets lie to the right, in the order of their cells. */
export function allocationSheet(paper: Paper): PaperDraft {
  const draft = new PaperDraft("allocation");
  for (const evaluated of paper.evaluation.units) {
    const { allocation, unit } = evaluated;
    if (!allocation) continue;
    draft.text(mark(evaluated, "unit"), saidOf(paper, unit.name, languagesOf(paper)[0].names.allocations[unit.allocation]), "section");
    if (allocation.mode === "asset-by-asset") assetByAsset(paper, draft, evaluated, allocation.assets.length);
    else proRata(paper, draft, evaluated, allocation.result.assets.length);
  }
  return draft;
}

const each = (count: number) => Array.from({ length: count }, (_, index) => index);
const sheetCells = (evaluated: UnitEvaluation) => ({
  value: (name: string) => valueAt("allocation", mark(evaluated, name)),
  at: (name: string, index: number) => figureAt("allocation", mark(evaluated, name), index),
  whole: (name: string, count: number) => lineAt("allocation", mark(evaluated, name), count),
});

/** Where the assets stand: those linked, else the parts of the carrying amount. */
function assetsSlot(paper: Paper, { unit }: UnitEvaluation): Slot {
  const linked = unitSlot(unit.id, "asset-carrying");
  return paper.test.links[linked] ? linked : unitSlot(unit.id, "carrying");
}

const assetCells = (paper: Paper, evaluated: UnitEvaluation, index: number): Formula => cellOf(paper, assetsSlot(paper, evaluated), index);

function headRows(paper: Paper, draft: PaperDraft, evaluated: UnitEvaluation, count: number, corporate: boolean): void {
  const labels = rangeOf(paper, unitSlot(evaluated.unit.id, "asset-labels"));
  const own = corporate ? count - 1 : count;
  const name = (index: number) => (labels && index < labels.rows * labels.columns ? f`${cellOfLine(labels, index)}&""` : index + 1);
  const line = each(count).map((index) => (index < own ? name(index) : both(paper, ({ rows }) => rows["corporate-share"]).join(" ")));
  draft.row(mark(evaluated, "assets"), { ...row(paper, "asset"), value: count, style: "header", line, lines: nameLines });
}

function assetByAsset(paper: Paper, draft: PaperDraft, evaluated: UnitEvaluation, count: number): void {
  const { at, whole } = sheetCells(evaluated);
  const amounts = money(paper);
  const net = (index: number) => figureAt("fair-value", mark(evaluated, "asset-net"), index);
  headRows(paper, draft, evaluated, count, false);
  const total = (name: string) => toDigits(paper, f`SUM(${whole(name, count)})`);
  const carrying = draft.row(mark(evaluated, "asset-carrying"), { ...row(paper, "carrying-reported"), ...amounts, value: total("asset-carrying"), source: sourceOf(paper, assetsSlot(paper, evaluated)), ...countCheck(paper, assetsSlot(paper, evaluated)), method: method(paper, "rounded"), line: each(count).map((index) => toDigits(paper, assetCells(paper, evaluated, index))) });
  const recoverable = draft.row(mark(evaluated, "recoverable"), { ...row(paper, "asset-recoverable"), ...amounts, value: total("recoverable"), method: method(paper, "rounded"), line: each(count).map((index) => toDigits(paper, net(index))) });
  draft.row(mark(evaluated, "loss"), { ...row(paper, "asset-loss"), ...amounts, value: total("loss"), method: method(paper, "asset-by-asset"), style: "total", check: uncovered(paper, evaluated, carrying.value, count), line: each(count).map((index) => toDigits(paper, f`MAX(0,${at("asset-carrying", index)}-MAX(0,${at("recoverable", index)}))`)) });
  draft.row(mark(evaluated, "after"), { ...row(paper, "asset-after"), ...amounts, value: total("after"), line: each(count).map((index) => f`${at("asset-carrying", index)}-${at("loss", index)}`) });
  draft.row(mark(evaluated, "netted"), { ...row(paper, "netted"), ...amounts, value: toDigits(paper, f`MAX(0,${carrying.value}-${recoverable.value})`), method: method(paper, "netted") });
}

/** As many figures as before, and none below zero: a liability is no asset that could take a loss. */
function partsCheck(paper: Paper, slot: Slot): { readonly check?: Formula } {
  const [{ check }, range] = [countCheck(paper, slot), rangeOf(paper, slot)];
  return check && range && slotParts(slot)?.name === "carrying" ? { check: f`${check}-COUNTIF(${range},"<0")` } : check ? { check } : {};
}

/** What the unit carries beyond its assets, such as goodwill: tested on none of them. */
function uncovered(paper: Paper, evaluated: UnitEvaluation, assets: PaperCells, count: number): Formula {
  const difference = toDigits(paper, f`${valueAt("units", mark(evaluated, "carrying"))}-${assets}`);
  const tolerance = new Decimal(10).pow(-paper.test.frame.digits).times(count + 1).div(2).toString();
  return f`IF(ABS(${difference})<${tolerance},0,${difference})`;
}

/**
 * Goodwill first, then pro rata with floors, without rounds: an asset is at its floor where the fraction of its
 * carrying amount that brings it there would, taken from all, place no more than the loss. Rounded to the reported
 * digits by largest remainders, as the evaluation does, so that the parts add.
 */
function proRata(paper: Paper, draft: PaperDraft, evaluated: UnitEvaluation, count: number): void {
  const { value, at, whole } = sheetCells(evaluated);
  const corporate = evaluated.carrying?.corporate !== undefined;
  const amounts = money(paper);
  const scale = f`10^${paper.test.frame.digits}`;
  const line = (cell: (index: number) => Formula) => each(count).map(cell);
  const isShare = (index: number) => corporate && index === count - 1;
  headRows(paper, draft, evaluated, count, corporate);
  const rest = lossLeft(paper, draft, evaluated);
  const floors = unitSlot(evaluated.unit.id, "asset-floors");
  const hasFloors = paper.test.links[floors] !== undefined;
  const first = evaluated.carrying?.goodwill ? f`${valueAt("units", mark(evaluated, "goodwill-whole"))}+` : f``;
  const upTo = (parts: number) => (parts === 0 ? f`${first}0` : f`${first}SUM(${{ ...at("asset-unrounded", 0), columns: parts }})`);
  const [linkedAssets, amount] = [assetsSlot(paper, evaluated), toDigits(paper, f`SUM(${whole("asset-carrying", count)})`)];
  draft.row(mark(evaluated, "asset-unrounded"), { ...row(paper, "asset-unrounded"), ...amounts, source: sourceOf(paper, linkedAssets), ...partsCheck(paper, linkedAssets), line: line((index) => (isShare(index) ? f`${valueAt("units", mark(evaluated, "corporate"))}` : assetCells(paper, evaluated, index))) });
  draft.row(mark(evaluated, "asset-carrying"), { ...row(paper, "carrying-reported"), ...amounts, value: amount, method: method(paper, "allocation-running"), line: line((index) => toDigits(paper, f`${toDigits(paper, upTo(index + 1))}-${toDigits(paper, upTo(index))}`)) });
  draft.row(mark(evaluated, "floor"), { ...row(paper, "floor"), ...amounts, source: sourceOf(paper, floors), ...countCheck(paper, floors), line: line((index) => (hasFloors && !isShare(index) ? f`MIN(${at("asset-carrying", index)},${toDigits(paper, cellOf(paper, floors, index))})` : f`0`)) });
  draft.row(mark(evaluated, "room"), { ...row(paper, "room"), ...amounts, value: f`SUM(${whole("room", count)})`, line: line((index) => toDigits(paper, f`${at("asset-carrying", index)}-${at("floor", index)}`)) });
  draft.row(mark(evaluated, "ratio"), { ...row(paper, "ratio"), ...share, line: line((index) => f`IF(${at("asset-carrying", index)}=0,0,${at("room", index)}/${at("asset-carrying", index)})`) });
  const [carrying, room, full] = [whole("asset-carrying", count), whole("room", count), whole("at-floor", count)];
  const capacity = (index: number): Formula => {
    const taken = f`${at("ratio", index)}*${carrying}`;
    return f`SUMPRODUCT((${taken}<${room})*${taken}+(${taken}>=${room})*${room})`;
  };
  draft.row(mark(evaluated, "capacity"), { ...row(paper, "capacity"), ...amounts, method: method(paper, "allocation-capacity"), line: line(capacity) });
  draft.row(mark(evaluated, "at-floor"), { ...row(paper, "at-floor"), format: "0", value: f`SUM(${full})`, method: method(paper, "allocation-floor"), line: line((index) => f`IF(AND(${rest}>0,${toDigits(paper, at("capacity", index))}<=${rest}),1,0)`) });
  const remainder = draft.row(mark(evaluated, "remainder-loss"), { ...row(paper, "remainder-loss"), ...amounts, value: toDigits(paper, f`${rest}-SUMPRODUCT(${full},${room})`) }).value;
  const base = draft.row(mark(evaluated, "base"), { ...row(paper, "base"), ...amounts, value: toDigits(paper, f`SUM(${carrying})-SUMPRODUCT(${full},${carrying})`) }).value;
  const unplaced = draft.row(mark(evaluated, "unplaced"), { ...row(paper, "unplaced"), ...amounts, value: f`IF(${base}=0,${remainder},0)` }).value;
  draft.row(mark(evaluated, "share"), { ...row(paper, "share"), ...amounts, method: method(paper, "allocation-share"), line: line((index) => f`IF(${at("at-floor", index)}=1,${at("room", index)},IF(${base}=0,0,${remainder}*${at("asset-carrying", index)}/${base}))`) });
  draft.row(mark(evaluated, "cut"), { ...row(paper, "cut"), format: "0", value: f`SUM(${whole("cut", count)})`, line: line((index) => f`INT(ROUND(${at("share", index)}*${scale},6))`) });
  draft.row(mark(evaluated, "remainder"), { ...row(paper, "remainder"), format: "0.000000", value: f`ROUND((${rest}-${unplaced})*${scale},0)-${value("cut")}`, method: method(paper, "allocation-rounding"), line: line((index) => f`ROUND(${at("share", index)}*${scale}-${at("cut", index)},6)`) });
  const before = (index: number): Formula => (index === 0 ? f`` : f`+COUNTIF(${{ ...at("remainder", 0), columns: index }},${at("remainder", index)})`);
  draft.row(mark(evaluated, "raised"), { ...row(paper, "raised"), format: "0", line: line((index) => f`IF(SUMPRODUCT((${whole("remainder", count)}>${at("remainder", index)})*1)${before(index)}<${value("remainder")},1,0)`) });
  draft.row(mark(evaluated, "loss"), { ...row(paper, "asset-loss"), ...amounts, value: toDigits(paper, f`SUM(${whole("loss", count)})`), style: "total", line: line((index) => toDigits(paper, f`(${at("cut", index)}+${at("raised", index)})/${scale}`)), check: toDigits(paper, f`SUM(${whole("loss", count)})+${unplaced}-${rest}`) });
  draft.row(mark(evaluated, "after"), { ...row(paper, "asset-after"), ...amounts, value: toDigits(paper, f`SUM(${whole("after", count)})`), line: line((index) => toDigits(paper, f`${at("asset-carrying", index)}-${at("loss", index)}`)) });
}

/** The loss of the unit, what goodwill takes of it, and what is left for the assets. */
function lossLeft(paper: Paper, draft: PaperDraft, evaluated: UnitEvaluation): PaperCells {
  const amounts = money(paper);
  const loss = draft.row(mark(evaluated, "unit-loss"), { ...row(paper, "loss"), ...amounts, value: f`${valueAt("result", mark(evaluated, "loss"))}` }).value;
  const whole = evaluated.carrying?.goodwill ? toDigits(paper, valueAt("units", mark(evaluated, "goodwill-whole"))) : f`0`;
  const goodwill = draft.row(mark(evaluated, "goodwill"), { ...row(paper, "goodwill-carrying"), ...amounts, value: whole }).value;
  const taken = draft.row(mark(evaluated, "goodwill-loss"), { ...row(paper, "goodwill-loss"), ...amounts, value: f`MIN(${loss},${goodwill})`, method: method(paper, "goodwill-first") }).value;
  if (evaluated.carrying?.goodwill) {
    const held = paper.test.links[unitSlot(evaluated.unit.id, "ownership")] ? valueAt("units", mark(evaluated, "ownership")) : 1;
    draft.row(mark(evaluated, "goodwill-parent"), { ...row(paper, "goodwill-parent"), ...amounts, value: toDigits(paper, f`${taken}*${held}`) });
  }
  return draft.row(mark(evaluated, "loss-left"), { ...row(paper, "loss-left"), ...amounts, value: toDigits(paper, f`${loss}-${taken}`) }).value;
}
