import { refuse } from "../../core/refusal.ts";
import { at, type Grid } from "../../core/table.ts";
import { type Bound, impliedPrior, impliedTotals } from "../../core/tie-out/implied.ts";
import type { PrintedNumber } from "../../core/tie-out/printed-number.ts";
import { block, define } from "../define.ts";
import { known } from "../element-wise.ts";
import { choice, defaulted } from "../parameter.ts";
import { type Step, step } from "../step.ts";
import type { Term } from "../term.ts";
import { type Figure, figuresOf, printedCells, printedDigits } from "./printed-figures.ts";

export const tieImplied = define({
  id: "TIE.IMPLIED",
  family: "tie-out",
  source: "filing 002, lines 3977–3992; filing 003, lines 451–460",
  formula: "T = a ÷ w",
  parameters: { amounts: printedCells(), shares: printedCells(), digits: printedDigits() },
  returns: "matrix",
  example: [[["199,796.52"], ["24,862.10"]], [["63.22%"], ["7.87%"]], undefined],
  compute({ digits, ...cells }) {
    const figures = figuresOf(cells, digits);
    const amounts = figures("amounts").flat();
    const shares = figures("shares").flat();
    if (amounts.length !== shares.length) {
      refuse({ code: "lengths-differ", parameter: "shares", given: shares.length, other: "amounts", expected: amounts.length });
    }
    const totals = impliedTotals(amounts.map((amount, pair) => ({ amount: known(amount), share: known(at(shares, pair)) })));
    if (!totals) return block([["BREAK"]]);
    return block([[totals.low.value, totals.high.value]], () => [boundStep("lowest-total", totals.low), boundStep("highest-total", totals.high)]);
  },
});

function boundStep(term: Term, { amount, share, value, pair }: Bound): Step {
  return step(term, "a ÷ w", { a: ["amount", amount], w: ["share", share] }, value, pair + 1);
}

export const tieBase = define({
  id: "TIE.BASE",
  family: "tie-out",
  source: "filing 001, lines 267–269 and 307–308",
  formula: "p = c ÷ (1 + r)",
  parameters: { current: printedCells(), printed_rate: printedCells(), base: defaulted(choice("signed", "absolute"), "signed"), digits: printedDigits() },
  returns: "matrix",
  example: [[["86,081.23"]], [["-6.29%"]], undefined, undefined],
  compute({ base, digits, ...cells }) {
    const figures = figuresOf(cells, digits);
    const current = theOne(figures("current"), "current");
    const rate = theOne(figures("printed_rate"), "printed_rate");
    const prior = impliedPrior(current, rate, base);
    const formula = prior.side === 1 ? "c ÷ (1 + r)" : "c ÷ (1 − r)";
    const found = (term: Term, value: typeof prior.low, point: typeof prior.lowAt) =>
      step(term, formula, { c: ["current-figure", point.current], r: ["rate", point.rate] }, value);
    return block([[prior.low, prior.mid, prior.high]], () => [
      found("lowest-prior", prior.low, prior.lowAt),
      found("prior-figure", prior.mid, { current: current.value, rate: rate.value }),
      found("highest-prior", prior.high, prior.highAt),
    ]);
  },
});

function theOne(grid: Grid<Figure>, parameter: string): PrintedNumber {
  const figures = grid.flat();
  if (figures.length !== 1) refuse({ code: "not-one-cell", parameter, rows: grid.length, columns: grid[0]?.length ?? 0 });
  return known(at(figures, 0));
}
