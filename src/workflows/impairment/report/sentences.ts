import type { BreakEvenFigure, UnitEvaluation } from "../evaluation.ts";
import type { PaperCells } from "./formula.ts";
import { criticalFigures, figureAt, mark, type Paper, valueAt } from "./paper.ts";
import { filled, type Said, type ShownFigure } from "./said.ts";
import type { WorkpaperTexts } from "./texts.ts";

const result = (evaluated: UnitEvaluation, name: string): PaperCells => valueAt("result", mark(evaluated, name));
const amountIn = ({ test }: Paper, texts: WorkpaperTexts, cell: PaperCells, absolute = false): Said => filled(texts.amount, { amount: { cell, decimals: Math.max(0, test.frame.digits), absolute }, scale: texts.names.scales[test.frame.scale] });
const unitOfMoney = ({ test }: Paper, texts: WorkpaperTexts) => ({ scale: texts.names.scales[test.frame.scale], currency: test.frame.currency });
const percentOf = (cell: PaperCells, absolute = false): ShownFigure => ({ cell, decimals: 2, percent: true, absolute });

/** The conclusion on one unit: its carrying amount, what can be recovered, and the loss or the headroom. */
export function unitConclusion(paper: Paper, texts: WorkpaperTexts, evaluated: UnitEvaluation): Said {
  const { unit, valueInUse, fairValue } = evaluated;
  const { conclusion } = texts;
  const amount = (name: string, absolute = false) => amountIn(paper, texts, result(evaluated, name), absolute);
  const basis: Said =
    valueInUse && fairValue
      ? { left: result(evaluated, "recoverable"), is: "=", right: result(evaluated, "value-in-use"), then: conclusion.basisValue, otherwise: conclusion.basisFair }
      : valueInUse
        ? conclusion.basisValue
        : conclusion.basisFair;
  const figures = { date: texts.date(paper.test.frame.date), unit: unit.name, carrying: amount("carrying"), recoverable: amount("recoverable"), basis, loss: amount("recognised"), headroom: amount("headroom", true), ...unitOfMoney(paper, texts) };
  const loss = unit.allocation === "asset-by-asset" ? conclusion.assets : conclusion.impaired;
  return { left: result(evaluated, "loss"), is: ">", right: 0, then: filled(loss, figures), otherwise: filled(conclusion.kept, figures) };
}

/** The loss of all units. */
export function totalConclusion(paper: Paper, texts: WorkpaperTexts): Said {
  const recognised = valueAt("result", "total-recognised");
  const { conclusion } = texts;
  return { left: recognised, is: ">", right: 0, then: filled(conclusion.total, { loss: amountIn(paper, texts, recognised), ...unitOfMoney(paper, texts) }), otherwise: conclusion.noLoss };
}

/**
 * What each key assumption would have to become, the others unchanged, for the recoverable amount to equal the carrying
 * amount (IAS 36.134(f)); nothing for a unit that is impaired already, or whose recoverable amount is a fair value.
 */
export function breakEvenSentence(paper: Paper, texts: WorkpaperTexts, evaluated: UnitEvaluation): Said | undefined {
  const found = criticalFigures(paper, evaluated);
  if (found.length === 0 || !evaluated.assessment) return undefined;
  const { breakEven } = texts;
  const changes = found.flatMap((figure, index): readonly Said[] => [index === 0 ? "" : breakEven.between, changeOf(texts, evaluated, figure)]);
  const lead = filled(breakEven.lead, { unit: evaluated.unit.name, headroom: amountIn(paper, texts, result(evaluated, "headroom"), true), ...unitOfMoney(paper, texts) });
  const sentence: Said = [lead, ...changes, breakEven.end];
  return { left: result(evaluated, "loss"), is: ">", right: 0, then: breakEven.impaired, otherwise: { left: result(evaluated, "recoverable"), is: "=", right: result(evaluated, "value-in-use"), then: sentence, otherwise: breakEven.fairValue } };
}

function changeOf(texts: WorkpaperTexts, evaluated: UnitEvaluation, { lever }: BreakEvenFigure): Said {
  const { breakEven } = texts;
  const key = mark(evaluated, `tornado-${lever}`);
  const [critical, change] = [figureAt("sensitivity", key, 3), figureAt("sensitivity", key, 4)];
  const name = texts.names.levers[lever];
  const wording = (rises: boolean): Said =>
    lever === "rate" || lever === "growth"
      ? filled(rises ? breakEven.rises : breakEven.falls, { lever: name, from: percentOf(valueAt("value-in-use", mark(evaluated, lever))), to: percentOf(critical) })
      : filled(rises ? breakEven.more : breakEven.less, { lever: name, change: percentOf(change, true) });
  return { left: change, is: ">", right: 0, then: wording(true), otherwise: wording(false) };
}
