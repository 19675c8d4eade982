import type { UnitEvaluation } from "../evaluation.ts";
import { itemSlot, type Slot, unitSlot } from "../slot.ts";
import { f, type Formula } from "./formula.ts";
import { both, cellOf, cellsCheck, figureAt, head, inBoth, mark, method, type Paper, percentFormat, sourceOf, word } from "./paper.ts";
import { columns, PaperDraft } from "./sheet.ts";

/** Last forecasts held against what came. */
export function backTestSheet(paper: Paper): PaperDraft {
  const draft = new PaperDraft("back-test");
  for (const evaluated of paper.evaluation.units) {
    const compared = [...rangeRows(paper, evaluated), ...pastRows(paper, evaluated)];
    if (!evaluated.backTest || compared.length === 0) continue;
    draft.text(mark(evaluated, "unit"), evaluated.unit.name, "section");
    compareRows(paper, draft, evaluated, compared);
  }
  return draft;
}

interface Compared {
  readonly name: string;
  readonly label: string;
  readonly low: Formula;
  readonly high: Formula;
  readonly actual: Formula;
  readonly source: string;
  /** Turns where one of them is no figure any more. */
  readonly check: Formula;
}

function rangeRows(paper: Paper, { unit }: UnitEvaluation): readonly Compared[] {
  const slot = (name: "back-labels" | "back-low" | "back-high" | "back-actual") => unitSlot(unit.id, name);
  const { figures } = paper.evaluation;
  const [low, actual] = [figures.entries(slot("back-low")), figures.entries(slot("back-actual"))];
  const upper: Slot = figures.entries(slot("back-high")) ? slot("back-high") : slot("back-low");
  const high = figures.entries(upper);
  const labels = figures.labels(slot("back-labels"));
  if (!low || !high || !actual || low.length !== actual.length || high.length !== actual.length) return [];
  return actual.flatMap((came, index): Compared[] => {
    const [from, to] = [low[index], high[index]];
    if (!came || !from || !to || from.gt(to)) return [];
    return [{ name: `range-${index + 1}`, label: labels?.[index] ?? String(index + 1), low: cellOf(paper, slot("back-low"), index), high: cellOf(paper, upper, index), actual: cellOf(paper, slot("back-actual"), index), source: sourceOf(paper, slot("back-actual")), check: cellsCheck(paper, [[slot("back-low"), index], [upper, index], [slot("back-actual"), index]]) }];
  });
}

function pastRows(paper: Paper, { unit }: UnitEvaluation): readonly Compared[] {
  const { figures } = paper.evaluation;
  return unit.past.flatMap((past) => {
    const [forecast, actual] = [itemSlot(unit.id, "past", past.id), itemSlot(unit.id, "actual", past.id)];
    const [expected, came] = [figures.line(forecast), figures.line(actual)];
    if (!expected || !came || came.length > expected.length) return [];
    return came.map((_, year): Compared => ({ name: `${past.id}-${year + 1}`, label: came.length > 1 ? `${past.name} ${year + 1}` : past.name, low: cellOf(paper, forecast, year), high: cellOf(paper, forecast, year), actual: cellOf(paper, actual, year), source: sourceOf(paper, actual), check: cellsCheck(paper, [[forecast, year], [actual, year]]) }));
  });
}

function compareRows(paper: Paper, draft: PaperDraft, evaluated: UnitEvaluation, compared: readonly Compared[]): void {
  const compares = ["forecast-low", "forecast-high", "actual"] as const;
  draft.heads(mark(evaluated, "head"), head(paper, "compared"), ([...compares, "position", ...compares] as const).map((name) => head(paper, name)), head(paper, "gap"));
  const said = (text: "below" | "within" | "above") => word(paper, ({ words }) => words[text]);
  const keys = compared.map(({ name }) => mark(evaluated, name));
  compared.forEach(({ label, low, high, actual, source, check }, index) => {
    const key = keys[index] ?? "";
    const at = (column: number) => figureAt("back-test", key, column);
    const position = f`IF(${at(2)}<${at(0)},"${said("below")}",IF(${at(2)}>${at(1)},"${said("above")}","${said("within")}"))`;
    const middle = f`(${at(0)}+${at(1)})`;
    const against = (column: number) => f`IF(${middle}=0,0,2*${at(column)}/${middle})`;
    draft.row(key, {
      label: [label, both(paper, (texts) => texts.rows.gap)[1]],
      value: f`IF(${at(2)}<${at(0)},${at(2)}-${at(0)},IF(${at(2)}>${at(1)},${at(2)}-${at(1)},0))`,
      format: "#,##0.00##",
      source,
      check,
      method: method(paper, "back-test"),
      line: [low, high, actual, position, against(0), against(1), against(2)],
    });
    draft.format(key, { 4: percentFormat, 5: percentFormat, 6: percentFormat });
  });
  const down = (column: number) => ({ role: "back-test" as const, key: keys[0] ?? "", lastKey: keys.at(-1) ?? "", column, columns: 1 });
  draft.chart({
    key: mark(evaluated, "chart"),
    kind: "column",
    title: `${evaluated.unit.name} ${inBoth(paper, "against-middle")}`,
    categories: down(columns.label),
    series: compares.map((name, index) => ({ name: inBoth(paper, name), values: down(columns.line + 4 + index) })),
    size: { rows: 16, columns: 7 },
  });
}
