import { Decimal, sum } from "../../core/decimal.ts";
import { carryingAmounts } from "./carrying-amount.ts";
import type { Evaluation, Totals, UnitEvaluation } from "./evaluation.ts";
import { findingsOf } from "./findings.ts";
import type { Inputs } from "./input.ts";
import { everyOne, linkedFigures, type LinkedFigures } from "./linked-figures.ts";
import { reportedFigure } from "./reported-figures.ts";
import type { ImpairmentTest } from "./state.ts";
import { unitEvaluation } from "./unit-evaluation.ts";

/**
 * The whole derivation of a test from its linked blocks, and every finding. `previous` is the test of the year
 * before, where there is one: its units are compared. Costly parts are computed when first asked for.
 */
export function evaluate(test: ImpairmentTest, inputs: Inputs, previous?: ImpairmentTest): Evaluation {
  const figures = linkedFigures(test, inputs);
  const carrying = carryingAmounts(test, figures);
  const units = test.units.map((unit, index) => unitEvaluation(test, unit, figures, carrying[index]));
  const derived = { test, figures, units, totals: totalsOf(test, figures, units) };
  return { ...derived, findings: findingsOf(derived, inputs, previous) };
}

function totalsOf(test: ImpairmentTest, figures: LinkedFigures, units: readonly UnitEvaluation[]): Totals {
  const total = (figure: (unit: UnitEvaluation) => Decimal | undefined) => {
    const known = units.length > 0 ? everyOne(units.map(figure)) : undefined;
    return known && sum(known);
  };
  const recognised = everyOne(units.map((unit) => unit.recognised));
  const unitOfPrint = new Decimal(10).pow(-test.frame.digits);
  return {
    carrying: total((unit) => unit.carrying?.own),
    printedCarrying: figures.one("carrying-total"),
    loss: total((unit) => unit.loss),
    recognised: total((unit) => unit.recognised),
    reportedLoss: recognised && reportedFigure("reported-total-loss", figures, [recognised.map((value) => ({ sign: 1, figure: { value, unit: unitOfPrint } }))]),
  };
}
