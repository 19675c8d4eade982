import type { UnitAllocation, UnitEvaluation } from "../evaluation.ts";
import { unitSlot } from "../slot.ts";
import { f, sumOf } from "./formula.ts";
import { both, figureAt, head, mark, method, money, type Paper, row, toDigits, valueAt } from "./paper.ts";
import type { PaperDraft } from "./sheet.ts";

/**
 * The entry a unit's loss asks for (CAS 8 art. 15, IAS 36.60): the loss against the impairment of goodwill, of which
 * consolidated statements book the share of the parent, and of every asset; beside each what it carries before and after.
 */
export function journalRows(paper: Paper, draft: PaperDraft, evaluated: UnitEvaluation): void {
  const { allocation } = evaluated;
  if (!allocation) return;
  const [amounts, key] = [money(paper), (name: string) => mark(evaluated, name)];
  const taken = (name: string) => valueAt("allocation", key(name));
  const goodwill = allocation.mode === "pro-rata" && evaluated.carrying?.goodwill !== undefined;
  const names = assetNames(paper, evaluated, allocation);
  const credits = [...(goodwill ? ["credit-goodwill"] : []), ...names.map((_, index) => `credit-${index + 1}`)];
  const own = (name: string) => valueAt("disclosure", key(name));
  draft.heads(key("journal"), head(paper, "journal"), (["carrying-reported", "asset-loss", "asset-after"] as const).map((name) => head(paper, name)));
  const booked = sumOf(credits.map(own));
  const others = goodwill ? f`+${own("goodwill-others")}` : f``;
  const unplaced = allocation.mode === "pro-rata" ? f`+${taken("unplaced")}` : f``;
  const unitLoss = valueAt("result", key("loss"));
  draft.row(key("debit"), { ...row(paper, "debit-loss"), ...amounts, value: toDigits(paper, booked), method: method(paper, "journal"), style: "total", check: toDigits(paper, f`${booked}${others}${unplaced}-${unitLoss}`) });
  if (goodwill) draft.row(key("credit-goodwill"), { ...row(paper, "credit-goodwill"), ...amounts, value: f`${taken("goodwill-parent")}`, method: method(paper, "goodwill-share"), line: [f`${taken("goodwill")}`, f`${taken("goodwill-loss")}`, toDigits(paper, f`${taken("goodwill")}-${taken("goodwill-loss")}`)] });
  names.forEach((name, index) => {
    const figure = (part: string) => f`${figureAt("allocation", key(part), index)}`;
    draft.row(key(`credit-${index + 1}`), { label: both(paper, ({ rows }) => `${rows["credit-asset"]}${name}`), ...amounts, value: figure("loss"), line: [figure("asset-carrying"), figure("loss"), figure("after")] });
  });
  const down = (column: number) => sumOf(credits.map((credit) => figureAt("disclosure", key(credit), column)));
  draft.row(key("assets-total"), { ...row(paper, "assets-total"), ...amounts, line: [0, 1, 2].map((column) => toDigits(paper, down(column))), check: toDigits(paper, f`${down(1)}${unplaced}-${unitLoss}`) });
  if (goodwill) draft.row(key("goodwill-others"), { ...row(paper, "goodwill-others"), ...amounts, value: toDigits(paper, f`${taken("goodwill-loss")}-${taken("goodwill-parent")}`) });
  if (paper.test.links[unitSlot(evaluated.unit.id, "reported-loss")]) draft.row(key("recognised-tail"), { ...row(paper, "recognised-tail"), ...amounts, value: toDigits(paper, f`${valueAt("result", key("recognised"))}-${unitLoss}`) });
}

/** What the assets are called, in the order of the allocation; the share of corporate assets comes last. */
function assetNames(paper: Paper, { carrying }: UnitEvaluation, allocation: UnitAllocation): readonly string[] {
  const labels = allocation.mode === "pro-rata" ? allocation.labels : allocation.assets.map(({ label }) => label);
  const own = labels.map((label, index) => label || String(index + 1));
  return allocation.mode === "pro-rata" && carrying?.corporate ? [...own, both(paper, ({ rows }) => rows["corporate-share"]).join(" ")] : own;
}
