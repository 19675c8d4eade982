import { type Decimal, ZERO } from "../../core/decimal.ts";
import { costChange, grossProfitChange, marginChange, shocked, type TradingPeriod } from "../../core/margin/sensitivity.ts";
import { Refusal } from "../../core/refusal.ts";
import { at } from "../../core/table.ts";
import { block, define, type ResultCell } from "../define.ts";
import { attempted, known } from "../element-wise.ts";
import { defaulted, type Entry, entryVector, labels, number, optional, vector } from "../parameter.ts";
import { signedPercent } from "../percent.ts";
import { type Operand, step, type Step } from "../step.ts";
import { type Term, word } from "../term.ts";
import { sameLength } from "../vector.ts";

type Symbols = Readonly<Record<string, readonly [Term, Operand]>>;

/** One of the three rows a shock has: its figure for a period, and how it is derived. */
interface Measure {
  readonly term: Term;
  figure(period: TradingPeriod, shock: Decimal, passThrough: Decimal, index: number): Decimal;
  readonly needs: readonly (keyof TradingPeriod)[];
  derivation(period: TradingPeriod, shock: Decimal, passThrough: Decimal): { formula: string; symbols: Symbols };
}

const measures: readonly Measure[] = [
  {
    term: "cost-change",
    figure: (period, shock, _passThrough, index) => costChange(period, shock, index),
    needs: ["cost", "inputCost"],
    derivation: ({ cost, inputCost }, shock) => ({
      formula: "I × s ÷ C",
      symbols: { I: ["input-cost", inputCost], s: ["shock", shock], C: ["cost", cost] },
    }),
  },
  {
    term: "gross-profit-change",
    figure: grossProfitChange,
    needs: ["revenue", "cost", "inputCost"],
    derivation: ({ revenue, cost, inputCost }, shock, passThrough) => ({
      formula: "(p − 1) × I × s ÷ (R − C)",
      symbols: {
        p: ["pass-through", passThrough],
        I: ["input-cost", inputCost],
        s: ["shock", shock],
        R: ["revenue", revenue],
        C: ["cost", cost],
      },
    }),
  },
  {
    term: "margin-change",
    figure: marginChange,
    needs: ["revenue", "cost", "inputCost"],
    derivation: (period, shock, passThrough) => {
      const { revenue, cost, inputCost } = period;
      const after = shocked(period, shock, passThrough);
      if (passThrough.isZero()) {
        return { formula: "−I × s ÷ R", symbols: { I: ["input-cost", inputCost], s: ["shock", shock], R: ["revenue", revenue] } };
      }
      return {
        formula: "(R1 − C1) ÷ R1 − (R − C) ÷ R",
        symbols: {
          R1: ["revenue-after", after.revenue],
          C1: ["cost-after", after.cost],
          R: ["revenue", revenue],
          C: ["cost", cost],
        },
      };
    },
  },
];

export const marginSensitivity = define({
  id: "MARGIN.SENSITIVITY",
  family: "margin",
  source: "filing 003, lines 257–280: effect of raw-material prices on the margin",
  formula: "ΔC/C = I·s ÷ C; ΔG/G = (p − 1)·I·s ÷ (R − C); Δm = (R + p·I·s − C − I·s) ÷ (R + p·I·s) − (R − C) ÷ R",
  parameters: {
    revenue: entryVector(),
    cost: entryVector(),
    input_cost: entryVector(),
    shocks: vector(),
    pass_through: defaulted(number(), ZERO),
    labels: optional(labels()),
  },
  returns: "matrix",
  example: [
    [["661,942.48", "774,143.14", "837,660.88", "913,494.95"]],
    [["484,118.21", "637,276.11", "648,196.51", "617,365.01"]],
    [["195,890.54", "274,907.83", "269,995.23", "242,479.39"]],
    [["5%", "10%"]],
    undefined,
    [["2025-09", "2024", "2023", "2022"]],
  ],
  compute({ revenue, cost, input_cost, shocks, pass_through, labels }) {
    sameLength({ revenue, cost, input_cost, labels });
    const periods = revenue.values.map((R, index) => ({
      given: { revenue: R, cost: at(cost.values, index), inputCost: at(input_cost.values, index) },
      label: labels?.values[index],
      number: index + 1,
    }));
    const rows = shocks.values.flatMap((shock) =>
      measures.map((measure) => ({
        shock,
        measure,
        figures: periods.map(({ given, number }) => {
          const figure = attempted(() => measure.figure(needed(given, measure.needs), shock, pass_through, number));
          return { given, figure };
        }),
      })),
    );
    const header: ResultCell[] = ["", ...periods.map(({ label, number }) => label ?? word("period", String(number)))];
    const cells = rows.map(({ shock, measure, figures }): ResultCell[] => [
      word(measure.term, signedPercent(shock)),
      ...figures.map(({ figure }) => figure),
    ]);
    return block([header, ...cells], () =>
      rows.flatMap(({ shock, measure, figures }) =>
        figures.flatMap(({ given, figure }, index): Step[] => {
          if (figure instanceof Refusal) return [];
          const { formula, symbols } = measure.derivation(needed(given, measure.needs), shock, pass_through);
          const { label, number } = at(periods, index);
          return [step(measure.term, formula, symbols, figure, `${label || number}, ${signedPercent(shock)}`)];
        }),
      ),
    );
  },
});

/** The figures of a period that a measure uses; what it does not use may be missing and counts as nil. */
function needed(given: Readonly<Record<keyof TradingPeriod, Entry>>, needs: readonly (keyof TradingPeriod)[]): TradingPeriod {
  const value = (key: keyof TradingPeriod) => (needs.includes(key) ? known(given[key]) : ZERO);
  return { revenue: value("revenue"), cost: value("cost"), inputCost: value("inputCost") };
}
