import { leastSquares } from "../../core/credit-loss/regression.ts";
import { overlaidRate, weightedRates } from "../../core/credit-loss/expected-loss.ts";
import { Decimal } from "../../core/decimal.ts";
import { Refusal, refuse } from "../../core/refusal.ts";
import { at, type Grid } from "../../core/table.ts";
import { block, define, type ResultCell } from "../define.ts";
import { eachElement } from "../elements.ts";
import { attempted, known } from "../element-wise.ts";
import { choice, defaulted, entries, type Entry, vector } from "../parameter.ts";
import { type Step, step } from "../step.ts";
import { type Term, word } from "../term.ts";
import { sameLength } from "../vector.ts";

const source = "IFRS 9 5.5.17, B5.5.51–52; CAS 22 art. 58; filing 002, lines 3470 and 3483–3485";

export const eclForward = define({
  id: "ECL.FORWARD",
  family: "credit-loss",
  source,
  formula: "B = a + b × x",
  parameters: { loss_history: vector(), macro_history: vector(), macro_forecast: entries() },
  returns: "matrix",
  example: [[["0.52%", "0.38%", "0.41%", "0.95%", "0.30%", "0.22%"]], [["6.7%", "6.9%", "6.0%", "2.2%", "8.4%", "5.2%"]], [["4.82%"]]],
  compute({ loss_history, macro_history, macro_forecast }) {
    sameLength({ loss_history, macro_history });
    const fit = leastSquares(loss_history.values, macro_history.values);
    const outcome = eachElement(
      { macro_forecast },
      ({ macro_forecast: x }) => fit.intercept.plus(fit.slope.times(x)),
      ({ macro_forecast: x }, fitted, element) => [
        step("forward-adjustment", "a + b × x", { a: ["intercept", fit.intercept], b: ["slope", fit.slope], x: ["macro-factor", x] }, fitted, element),
      ],
    );
    return { ...outcome, steps: () => [...lineSteps(loss_history.values, macro_history.values, fit), ...outcome.steps()] };
  },
});

export const eclForwardFit = define({
  id: "ECL.FORWARDFIT",
  family: "credit-loss",
  source,
  formula: "y = a + b × x; R² = 1 − SSR ÷ SST; t = b ÷ se(b)",
  parameters: { loss_history: vector(), macro_history: vector() },
  returns: "matrix",
  example: [[["0.52%", "0.38%", "0.41%", "0.95%", "0.30%", "0.22%"]], [["6.7%", "6.9%", "6.0%", "2.2%", "8.4%", "5.2%"]]],
  compute({ loss_history, macro_history }) {
    sameLength({ loss_history, macro_history });
    const fit = leastSquares(loss_history.values, macro_history.values);
    const undetermined = new Refusal({ code: "fit-undetermined", pairs: fit.pairs });
    const rows: readonly (readonly [Term, Decimal | undefined])[] = [
      ["intercept", fit.intercept],
      ["slope", fit.slope],
      ["r-squared", fit.rSquared],
      ["slope-error", fit.standardError],
      ["t-statistic", fit.t],
      ["p-value", fit.p],
      ["pairs", new Decimal(fit.pairs)],
    ];
    return block([[word("item"), word("figure")], ...rows.map(([term, value]): ResultCell[] => [word(term), value ?? undetermined])], () => {
      const { xx, yy, residual } = fit.sums;
      const n = ["pairs", new Decimal(fit.pairs)] as const;
      const steps = lineSteps(loss_history.values, macro_history.values, fit);
      if (fit.standardError && fit.rSquared && fit.t) {
        steps.push(
          step("r-squared", "1 − e ÷ q", { e: ["residual-squares", residual], q: ["total-squares", yy] }, fit.rSquared),
          step("slope-error", "sqrt(e ÷ (n − 2) ÷ s)", { e: ["residual-squares", residual], n, s: ["factor-squares", xx] }, fit.standardError),
          step("t-statistic", "b ÷ s", { b: ["slope", fit.slope], s: ["slope-error", fit.standardError] }, fit.t),
        );
      }
      return steps;
    });
  },
});

function lineSteps(y: readonly Decimal[], x: readonly Decimal[], { slope, intercept, pairs }: ReturnType<typeof leastSquares>): Step[] {
  const symbols = { x: ["macro-factor", x], y: ["loss-rate", y], n: ["pairs", new Decimal(pairs)] } as const;
  return [
    step("slope", "(n × Σ(x × y) − Σ(x) × Σ(y)) ÷ (n × Σ(x × x) − Σ(x) ^ 2)", symbols, slope),
    step("intercept", "(Σ(y) − b × Σ(x)) ÷ n", { ...symbols, b: ["slope", slope] }, intercept),
  ];
}

export const eclOverlay = define({
  id: "ECL.OVERLAY",
  family: "credit-loss",
  source,
  formula: "r′ = max(0, min(1, r × (1 + f)))",
  parameters: { rates: entries(), factor: entries(), mode: defaulted(choice("multiply", "add"), "multiply") },
  returns: "matrix",
  example: [[["0.0281%", "0.5505%", "26.6710%", "100%"]], [["10%"]], undefined],
  compute({ rates, factor, mode }) {
    return eachElement(
      { rates, factor },
      ({ rates, factor }) => overlaidRate(rates, factor, mode),
      ({ rates, factor }, result, element) => {
        const formula = mode === "multiply" ? "max(0, min(1, r × (1 + f)))" : "max(0, min(1, r + f))";
        return [step("loss-rate", formula, { r: ["loss-rate", rates], f: ["forward-adjustment", factor] }, result, element)];
      },
    );
  },
});

export const eclScenarios = define({
  id: "ECL.SCENARIOS",
  family: "credit-loss",
  source: "IFRS 9 5.5.17(a); CAS 22 art. 58",
  formula: "r = Σ(w × r(s))",
  parameters: { rates: entries(), weights: vector({ minimum: 0 }) },
  returns: "matrix",
  example: [
    [
      ["0.5%", "5%", "30%"],
      ["0.8%", "8%", "42%"],
      ["1.6%", "14%", "60%"],
    ],
    [["25%", "50%", "25%"]],
  ],
  compute({ rates, weights }) {
    if (weights.values.length !== rates.length) {
      refuse({ code: "lengths-differ", parameter: "weights", given: weights.values.length, other: "rates", expected: rates.length, lines: "row" });
    }
    const columns = at(rates, 0).map((_, bucket) => rates.map((scenario) => at(scenario, bucket)));
    const found = columns.map((column) => weightedColumn(column, weights.values));
    return block([found], () =>
      found.flatMap((rate, index) => {
        if (rate instanceof Refusal) return [];
        const symbols = { w: ["scenario-weight", weights.values], r: ["loss-rate", at(columns, index).map((entry) => known(entry))] } as const;
        return [step("loss-rate", "Σ(w × r)", symbols, rate, index + 1)];
      }),
    );
  },
});

/** The weighted rate of one bucket; missing in a scenario it is missing, but wrong weights are wrong for all. */
function weightedColumn(column: readonly Entry[], weights: readonly Decimal[]): Entry {
  const missing = column.find((entry) => entry instanceof Refusal);
  const grid: Grid<Decimal> = column.map((entry) => [entry instanceof Refusal ? new Decimal(0) : entry]);
  const [rate] = weightedRates(grid, weights);
  return missing ?? attempted(() => rate ?? refuse({ code: "nothing-available", parameter: "rates" }));
}
