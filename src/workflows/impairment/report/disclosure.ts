import type { UnitEvaluation } from "../evaluation.ts";
import { f } from "./formula.ts";
import { both, capitalised, criticalFigures, figureAt, mark, method, money, type Paper, row, share, valueAt, word } from "./paper.ts";
import { journalRows } from "./journal.ts";
import { breakEvenSentence } from "./sentences.ts";
import { PaperDraft } from "./sheet.ts";
import { saidFormula } from "./said.ts";
import { fairValueMethods } from "../state.ts";
import type { PaperTexts, WorkpaperTexts } from "./texts.ts";

/** What the notes disclose of each unit: its amounts, the basis, the key assumptions, and where they would use up the headroom. */
export function disclosureSheet(paper: Paper): PaperDraft {
  const draft = new PaperDraft("disclosure");
  for (const evaluated of paper.evaluation.units) unitRows(paper, draft, evaluated);
  return draft;
}

/** What the sheet says in both languages or in the first, by how it stands there, in one language: for a table that is read in that one. */
export function disclosureWords(paper: Paper, language: keyof PaperTexts): ReadonlyMap<string, string> {
  const own = paper.texts[language];
  const values: readonly ((texts: WorkpaperTexts) => string)[] = [({ conclusion }) => conclusion.basisValue, ({ conclusion }) => conclusion.basisFair, ...fairValueMethods.map((name) => ({ names }: WorkpaperTexts) => names.fairValueMethods[name])];
  const years = paper.test.units.flatMap(({ forecast }) => forecast.budgetYears ?? []);
  const notes: readonly ((texts: WorkpaperTexts) => string)[] = [...years.map((count) => (texts: WorkpaperTexts) => texts.budgetYears(count)), ...([1, 2, 3] as const).map((level) => (texts: WorkpaperTexts) => texts.level(level)), ...(["journal", "goodwill-share", "reversal"] as const).map((name) => ({ methods }: WorkpaperTexts) => methods[name])];
  return new Map([...values.map((text) => [word(paper, text), capitalised(text(own))] as const), ...notes.map((text) => [both(paper, text)[0], text(own)] as const)]);
}

function unitRows(paper: Paper, draft: PaperDraft, evaluated: UnitEvaluation): void {
  const { unit, valueInUse, fairValue, flows } = evaluated;
  const amounts = money(paper);
  const of = (name: string) => valueAt("result", mark(evaluated, name));
  draft.text(mark(evaluated, "unit"), unit.name, "section");
  draft.row(mark(evaluated, "carrying"), { ...row(paper, "carrying-reported"), ...amounts, value: f`${of("carrying")}` });
  draft.row(mark(evaluated, "recoverable"), { ...row(paper, "recoverable"), ...amounts, value: f`${of("recoverable")}` });
  draft.row(mark(evaluated, "loss"), { ...row(paper, "loss-recognised"), ...amounts, value: f`${of("recognised")}` });
  const [inUse, fair] = [word(paper, ({ conclusion }) => conclusion.basisValue), word(paper, ({ conclusion }) => conclusion.basisFair)];
  draft.row(mark(evaluated, "basis"), { ...row(paper, "measure-basis"), value: valueInUse && fairValue ? f`IF(${of("recoverable")}=${of("value-in-use")},"${inUse}","${fair}")` : valueInUse ? inUse : fair });
  if (valueInUse && flows) {
    const years = unit.forecast.budgetYears;
    draft.row(mark(evaluated, "years"), { ...row(paper, "forecast-years"), value: flows.net.length, ...(years !== null && { method: both(paper, ({ budgetYears }) => budgetYears(years))[0] }) });
    draft.row(mark(evaluated, "rate"), { ...row(paper, "discount-rate"), ...share, value: f`${valueAt("value-in-use", mark(evaluated, "rate"))}` });
    if (unit.forecast.perpetuity) draft.row(mark(evaluated, "growth"), { label: both(paper, ({ names }) => names.slots.growth), ...share, value: f`${valueAt("value-in-use", mark(evaluated, "growth"))}` });
  }
  if (fairValue) {
    draft.row(mark(evaluated, "fair-value-method"), { ...row(paper, "fair-value-method"), value: word(paper, ({ names }) => names.fairValueMethods[unit.fairValue.method]), method: both(paper, ({ level }) => level(unit.fairValue.level))[0] });
  }
  for (const { lever } of criticalFigures(paper, evaluated)) {
    const key = mark(evaluated, `tornado-${lever}`);
    const label = both(paper, (texts) => `${texts.rows.critical}${texts.marks.colon}${texts.names.levers[lever]}`);
    draft.row(mark(evaluated, `critical-${lever}`), { label, ...share, value: f`${figureAt("sensitivity", key, 3)}` });
  }
  if (evaluated.reversal) draft.row(mark(evaluated, "reversal"), { ...row(paper, "reversal"), ...amounts, value: f`${of("reversal")}`, method: method(paper, "reversal") });
  journalRows(paper, draft, evaluated);
  for (const [index, texts] of [paper.texts["zh-CN"], paper.texts["en-US"]].entries()) {
    const sentence = breakEvenSentence(paper, texts, evaluated);
    if (sentence !== undefined) draft.row(mark(evaluated, `break-even-${index === 0 ? "zh" : "en"}`), { ...row(paper, "break-even-sentence"), method: saidFormula(sentence) });
  }
}
