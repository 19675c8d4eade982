import { assetsTie, unitsTie } from "../carrying-ties.ts";
import { unitSlot } from "../slot.ts";
import { f, type Formula, sumOf } from "./formula.ts";
import { definedName, linked, mark, method, money, type Paper, rangeOf, row, saidOf, share, toDigits, totalOf, valueAt } from "./paper.ts";
import { PaperDraft } from "./sheet.ts";
import { nativeTie, tieCheck } from "./ties.ts";
import type { UnitEvaluation } from "../evaluation.ts";

/** The carrying amount of each unit: its own, goodwill grossed up, its share of corporate assets; tied to the printed total. */
export function unitsSheet(paper: Paper): PaperDraft {
  const draft = new PaperDraft("units");
  const { test, evaluation } = paper;
  if (test.links["corporate-assets"]) draft.row("corporate", linked(paper, "corporate-assets", money(paper)));
  for (const unit of evaluation.units) unitRows(paper, draft, unit);
  const own = evaluation.units.map((unit) => valueAt("units", mark(unit, "own")));
  const total = draft.row("total", { ...row(paper, "units-total"), ...money(paper), value: toDigits(paper, sumOf(own)), style: "total" });
  if (test.links["carrying-total"]) {
    const printed = draft.row("printed-total", linked(paper, "carrying-total", money(paper)));
    const tie = unitsTie(test, evaluation.figures);
    const difference = f`${printed.value}-${sumOf(own)}`;
    draft.row("total-tie", { ...row(paper, "tie-difference"), ...money(paper), value: toDigits(paper, f`${printed.value}-${total.value}`), method: method(paper, "tie"), check: tie ? tieCheck(paper, nativeTie(difference, tie)) : toDigits(paper, difference) });
  }
  return draft;
}

function unitRows(paper: Paper, draft: PaperDraft, evaluated: UnitEvaluation): void {
  const { unit } = evaluated;
  const { test, evaluation } = paper;
  const slot = (name: Parameters<typeof unitSlot>[1]) => unitSlot(unit.id, name);
  const amounts = money(paper);
  draft.text(mark(evaluated, "unit"), saidOf(paper, unit.name, unit.assets), "section");
  const parts = [draft.row(mark(evaluated, "own"), linked(paper, slot("carrying"), amounts)).value];
  if (test.links[slot("goodwill")]) {
    const parent = draft.row(mark(evaluated, "goodwill"), linked(paper, slot("goodwill"), amounts));
    const held = test.links[slot("ownership")] ? draft.row(mark(evaluated, "ownership"), linked(paper, slot("ownership"), share)).value : 1;
    parts.push(draft.row(mark(evaluated, "goodwill-whole"), { ...row(paper, "goodwill-whole"), ...amounts, value: f`${parent.value}/${held}`, method: method(paper, "goodwill-gross") }).value);
  }
  if (test.links["corporate-assets"]) {
    const life = draft.row(mark(evaluated, "life"), linked(paper, slot("remaining-life"), { format: "0.00" }));
    const weighted = evaluation.units.map((other) => f`${valueAt("units", mark(other, "own"))}*${valueAt("units", mark(other, "life"))}`);
    const weight = draft.row(mark(evaluated, "weight"), { ...row(paper, "corporate-weight"), ...share, value: f`${valueAt("units", mark(evaluated, "own"))}*${life.value}/${sumOf(weighted)}`, method: method(paper, "corporate-weight") });
    parts.push(draft.row(mark(evaluated, "corporate"), { ...row(paper, "corporate-share"), ...amounts, value: f`${valueAt("units", "corporate")}*${weight.value}` }).value);
  }
  const tested = draft.row(mark(evaluated, "tested"), { ...row(paper, "carrying-tested"), ...amounts, value: sumOf(parts), method: method(paper, "carrying-tested") });
  const carrying = draft.row(mark(evaluated, "carrying"), { ...row(paper, "carrying-reported"), ...amounts, value: toDigits(paper, tested.value), method: method(paper, "rounded"), style: "total", ...assetsCheck(paper, evaluated) });
  draft.name(definedName(paper, evaluated, "carrying"), carrying.value);
}

/** What the linked assets miss of the carrying amount they are parts of. */
function assetsCheck(paper: Paper, evaluated: UnitEvaluation): { readonly check?: Formula } {
  const { test, evaluation } = paper;
  const slot = unitSlot(evaluated.unit.id, "asset-carrying");
  const [held, own] = [evaluated.carrying && assetsTie(test, evaluated.unit, evaluation.figures, evaluated.carrying), rangeOf(paper, unitSlot(evaluated.unit.id, "carrying"))];
  if (!test.links[slot] || !held || !own) return {};
  const parts = held.withoutLiabilities ? f`SUMIF(${own},">0")` : f`${valueAt("units", mark(evaluated, "own"))}`;
  return { check: tieCheck(paper, nativeTie(f`${totalOf(paper, slot)}-${parts}`, held.tie)) };
}
