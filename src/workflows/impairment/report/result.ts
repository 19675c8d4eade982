import type { UnitEvaluation } from "../evaluation.ts";
import { isExplained } from "../finding.ts";
import { unitSlot } from "../slot.ts";
import { f, type Formula, type PaperCells, sumOf } from "./formula.ts";
import { definedName, linked, mark, method, money, type Paper, row, share, toDigits, totalOf, valueAt, word } from "./paper.ts";
import { PaperDraft } from "./sheet.ts";
import type { MethodName } from "./texts.ts";
import { lossTie, printedTie, tieCheck, ties } from "./ties.ts";

/** The result of each unit and of all, with what is reported elsewhere beside it. */
export function resultSheet(paper: Paper): PaperDraft {
  const draft = new PaperDraft("result");
  const { units, totals } = paper.evaluation;
  for (const evaluated of units) unitRows(paper, draft, evaluated);
  if (units.length === 0) return draft;
  const all = (name: string) => sumOf(units.map((unit) => valueAt("result", mark(unit, name))));
  draft.row("total-loss", { ...row(paper, "loss-total"), ...money(paper), value: toDigits(paper, all("loss")), style: "total" });
  const recognised = draft.row("total-recognised", { ...row(paper, "recognised-total"), ...money(paper), value: toDigits(paper, all("recognised")), style: "total" });
  draft.name("Impairment_loss_total", recognised.value);
  if (totals.reportedLoss) draft.row("reported-total-loss", { ...linked(paper, "reported-total-loss", money(paper)), check: tieCheck(paper, printedTie(paper, "reported-total-loss", recognised.value, totals.reportedLoss.tie)) });
  return draft;
}

function unitRows(paper: Paper, draft: PaperDraft, evaluated: UnitEvaluation): void {
  const { unit, valueInUse, fairValue } = evaluated;
  const amounts = money(paper);
  draft.text(mark(evaluated, "unit"), unit.name, "section");
  const carrying = draft.row(mark(evaluated, "carrying"), { ...row(paper, "carrying-reported"), ...amounts, value: f`${valueAt("units", mark(evaluated, "carrying"))}`, ...reportedCheck(paper, evaluated, "reported-carrying") });
  const absent = { value: "—", method: method(paper, "not-estimated") } as const;
  const inUse = draft.row(mark(evaluated, "value-in-use"), { ...row(paper, "value-in-use"), ...amounts, ...(valueInUse ? { value: f`${valueAt("value-in-use", mark(evaluated, "value-in-use"))}` } : absent), ...reportedCheck(paper, evaluated, "reported-value-in-use") });
  const fair = draft.row(mark(evaluated, "fair-value"), { ...row(paper, "fair-value-less-costs"), ...amounts, ...(fairValue ? { value: f`${valueAt("fair-value", mark(evaluated, "fair-value-less-costs"))}` } : absent), ...reportedCheck(paper, evaluated, "reported-fair-value") });
  const { formula, by } = recoverableOf(paper, evaluated, carrying.value, inUse.value, fair.value);
  const recoverable = draft.row(mark(evaluated, "recoverable"), { ...row(paper, "recoverable"), ...amounts, value: f`IF(${carrying.value}<0,NA(),${formula})`, method: method(paper, by), style: "total", ...(unit.allocation === "pro-rata" && reportedCheck(paper, evaluated, "reported-recoverable")) });
  draft.name(definedName(paper, evaluated, "recoverable"), recoverable.value);
  const headroom = draft.row(mark(evaluated, "headroom"), { ...row(paper, "headroom"), ...amounts, value: toDigits(paper, f`${recoverable.value}-${carrying.value}`), method: method(paper, "headroom") });
  draft.row(mark(evaluated, "headroom-share"), { ...row(paper, "headroom-share"), ...share, value: f`IF(${carrying.value}=0,0,${headroom.value}/${carrying.value})` });
  const byAsset = unit.allocation === "asset-by-asset" && evaluated.allocation !== undefined;
  const loss = draft.row(mark(evaluated, "loss"), {
    ...row(paper, "loss"),
    ...amounts,
    value: byAsset ? f`${valueAt("allocation", mark(evaluated, "loss"))}` : unit.allocation === "asset-by-asset" ? f`NA()` : toDigits(paper, f`MAX(0,${carrying.value}-MAX(0,${recoverable.value}))`),
    method: method(paper, byAsset ? "asset-by-asset" : "loss"),
    style: "total",
  });
  draft.row(mark(evaluated, "impaired"), { ...row(paper, "impaired"), value: f`IF(${loss.value}>0,"${word(paper, ({ words }) => words.yes)}","${word(paper, ({ words }) => words.no)}")` });
  const recognised = draft.row(mark(evaluated, "recognised"), { ...row(paper, "loss-recognised"), ...amounts, ...recognisedEntry(paper, evaluated, loss.value), style: "total" });
  draft.name(definedName(paper, evaluated, "loss"), recognised.value);
  if (evaluated.reversal) reversalRows(paper, draft, evaluated, carrying.value, recoverable.value);
}

/** What comes back of earlier losses, no further than to what would be carried without them (IAS 36.117). */
function reversalRows(paper: Paper, draft: PaperDraft, evaluated: UnitEvaluation, carrying: PaperCells, recoverable: PaperCells): void {
  const without = draft.row(mark(evaluated, "carrying-without-loss"), linked(paper, unitSlot(evaluated.unit.id, "carrying-without-loss"), money(paper)));
  draft.row(mark(evaluated, "reversal"), { ...row(paper, "reversal"), ...money(paper), value: toDigits(paper, f`MAX(0,MIN(${recoverable},${toDigits(paper, without.value)})-${carrying})`), method: method(paper, "reversal"), style: "total" });
}

/** The higher of the two measures, or the one that the order of the standard asks for; amounts stand rounded already. */
function recoverableOf(paper: Paper, { unit, valueInUse, fairValue }: UnitEvaluation, carrying: PaperCells, inUse: PaperCells, fair: PaperCells): { readonly formula: Formula; readonly by: MethodName } {
  const higher = fairValue ? f`MAX(${inUse},${fair})` : isExplained(paper.test, "second-measure-needed", unit.id) ? f`${inUse}` : f`NA()`;
  if (unit.measures === "fair-value" || (unit.measures === "tree" && unit.use === "idle")) return { formula: fairValue ? f`${fair}` : f`NA()`, by: "fair-value-only" };
  if (!valueInUse) return { formula: f`NA()`, by: "by-tree" };
  if (unit.measures === "value-in-use") return { formula: f`${inUse}`, by: "value-in-use-only" };
  if (unit.measures === "both") return { formula: higher, by: "both" };
  return { formula: f`IF(${inUse}>=${carrying},${inUse},${higher})`, by: "by-tree" };
}

/** The loss as reported as long as it ties, else the one computed here. */
function recognisedEntry(paper: Paper, evaluated: UnitEvaluation, loss: PaperCells) {
  const slot = unitSlot(evaluated.unit.id, "reported-loss");
  const found = evaluated.reported.find((figure) => figure.slot === slot);
  if (!found) return { value: f`${loss}` };
  const tie = lossTie(paper, evaluated, loss, found.tie);
  return { value: f`IF(${ties(paper, tie)},${toDigits(paper, totalOf(paper, slot))},${loss})`, method: method(paper, "recognised"), check: tieCheck(paper, tie) };
}

/** What is reported elsewhere less the figure of the row, where that is more than the printed digits explain. */
function reportedCheck(paper: Paper, { unit, reported }: UnitEvaluation, name: "reported-carrying" | "reported-value-in-use" | "reported-fair-value" | "reported-recoverable") {
  const slot = unitSlot(unit.id, name);
  const found = reported.find((figure) => figure.slot === slot);
  const own = { "reported-carrying": "carrying", "reported-value-in-use": "value-in-use", "reported-fair-value": "fair-value", "reported-recoverable": "recoverable" }[name];
  return found ? { check: tieCheck(paper, printedTie(paper, slot, valueAt("result", `${unit.id}.${own}`), found.tie)) } : {};
}
