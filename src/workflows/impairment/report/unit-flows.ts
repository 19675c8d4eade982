import type { UnitEvaluation } from "../evaluation.ts";
import { cellOfLine } from "../linked-figures.ts";
import { signOf } from "../net-flows.ts";
import { itemSlot, unitSlot } from "../slot.ts";
import { f, type Formula, type FormulaPart } from "./formula.ts";
import { cellOf, figureAt, lineAt, linked, mark, method, money, type Paper, rangeOf, row, valueAt } from "./paper.ts";
import type { PaperDraft } from "./sheet.ts";

/** The years of a forecast, as linked or counted. */
export function yearsRow(paper: Paper, draft: PaperDraft, evaluated: UnitEvaluation, length: number): void {
  const slot = unitSlot(evaluated.unit.id, "years");
  const range = paper.test.links[slot] ? rangeOf(paper, slot) : undefined;
  const line = Array.from({ length }, (_, year): Formula | number => (range && year < range.rows * range.columns ? f`${cellOfLine(range, year)}&""` : year + 1));
  draft.row(mark(evaluated, "years"), { ...row(paper, "years"), value: length, line, style: "header" });
}

/** The rows of the forecast as linked, and the net flow they make. */
export function flowRows(paper: Paper, draft: PaperDraft, evaluated: UnitEvaluation, length: number): void {
  const { unit } = evaluated;
  const years = Array.from({ length }, (_, year) => year);
  for (const forecast of unit.forecast.rows) {
    const slot = itemSlot(unit.id, "row", forecast.id);
    const sign = signOf(forecast);
    draft.row(mark(evaluated, forecast.id), {
      ...linked(paper, slot, money(paper)),
      label: [forecast.name, paper.test.frame.language === "zh-CN" ? paper.texts["en-US"].names.rowKinds[forecast.kind] : paper.texts["zh-CN"].names.rowKinds[forecast.kind]],
      method: method(paper, sign === 0 ? "left-out" : sign === 1 ? "adds" : "takes"),
      line: years.map((year) => cellOf(paper, slot, year)),
    });
  }
  const counted = unit.forecast.rows.filter((forecast) => signOf(forecast) !== 0);
  const net = (year: number): Formula => ({
    parts: counted.flatMap((forecast, index): FormulaPart[] => {
      const sign = signOf(forecast) === -1 ? "-" : index === 0 ? "" : "+";
      return [sign, figureAt("value-in-use", mark(evaluated, forecast.id), year)];
    }),
  });
  draft.row(mark(evaluated, "net"), { ...row(paper, "net-flow"), ...money(paper), value: f`SUM(${lineAt("value-in-use", mark(evaluated, "net"), length)})`, method: method(paper, "net-flow"), line: years.map(net), style: "total" });
}

/** When each flow falls due, in years from the test date. */
export function timesRow(paper: Paper, draft: PaperDraft, evaluated: UnitEvaluation, length: number): void {
  const { timing } = evaluated.unit.forecast;
  const line = Array.from({ length }, (_, year) => (timing === "mid" ? year + 0.5 : year + 1));
  draft.row(mark(evaluated, "time"), { ...row(paper, "time"), method: method(paper, timing), line, lineFormat: "0.0" });
}

export const netLine = (evaluated: UnitEvaluation, length: number) => lineAt("value-in-use", mark(evaluated, "net"), length);
export const timeLine = (evaluated: UnitEvaluation, length: number) => lineAt("value-in-use", mark(evaluated, "time"), length);
export const ofUnit = (evaluated: UnitEvaluation, name: string) => valueAt("value-in-use", mark(evaluated, name));
