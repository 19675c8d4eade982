import { Decimal } from "../../core/decimal.ts";
import { chosenRate, datedInternalRates, internalRates } from "../../core/discounting/internal-rate.ts";
import { datedValue, presentValue } from "../../core/discounting/present-value.ts";
import type { RootSet } from "../../core/root/roots.ts";
import { dates } from "../date.ts";
import { block, define, figure, type ResultCell } from "../define.ts";
import { defaulted, optional, vector, whole } from "../parameter.ts";
import { step, type Step } from "../step.ts";
import { word } from "../term.ts";
import { sameLength } from "../vector.ts";
import { countSteps, proofWord, rootSteps } from "./root-steps.ts";

const source = "Descartes' rule of signs; filing 001, lines 2717–2731: internal rate of return of projects";

export const dcfIrr = define({
  id: "DCF.IRR",
  family: "discounting",
  source,
  formula: "Σ CF(t) × (1 + r)^−t = 0, r > −100%",
  parameters: { flows: vector(), which: defaulted(whole({ minimum: 1 }), 1) },
  returns: "scalar",
  example: [[["-70,000", "12,000", "15,000", "18,000", "21,000", "26,000"]], undefined],
  compute({ flows, which }) {
    const set = internalRates(flows.values);
    const { rate } = chosenRate(set, which);
    return figure(rate, () => {
      const times = flows.values.map((_, time) => new Decimal(time));
      return rateSteps(set, rate, flows.values, times, presentValue(rate, flows.values, times).total);
    });
  },
});

export const dcfXirr = define({
  id: "DCF.XIRR",
  family: "discounting",
  source: "actual/365, as Excel's XIRR",
  formula: "Σ CF × (1 + r)^−((d − d0) ÷ 365) = 0, r > −100%",
  parameters: { flows: vector(), dates: dates(), which: defaulted(whole({ minimum: 1 }), 1) },
  returns: "scalar",
  example: [[["-10,000", "2,750", "4,250", "3,250", "2,750"]], [["2008-01-01", "2008-03-01", "2008-10-30", "2009-02-15", "2009-04-01"]], undefined],
  compute({ flows, dates, which }) {
    sameLength({ flows, dates });
    const set = datedInternalRates(flows.values, dates.values);
    const { rate } = chosenRate(set, which);
    return figure(rate, () => {
      const found = datedValue(rate, flows.values, dates.values, Math.min(...dates.values));
      return rateSteps(set, rate, flows.values, found.flows.map(({ time }) => time), found.total);
    });
  },
});

function rateSteps(set: RootSet, rate: Decimal, flows: readonly Decimal[], times: readonly Decimal[], residual: Decimal): Step[] {
  const r = ["internal-rate", rate] as const;
  return [
    step("internal-rate", "r", { r }, rate),
    step("residual", "Σ(CF × (1 + r)^−t)", { CF: ["cash-flow", flows], r, t: ["time", times] }, residual),
    ...rootSteps(set, rate),
  ];
}

export const dcfRoots = define({
  id: "DCF.ROOTS",
  family: "discounting",
  source,
  formula: "all r > −100% with Σ CF(t) × (1 + r)^−t = 0",
  parameters: { flows: vector(), dates: optional(dates()) },
  returns: "matrix",
  example: [[["-1,000", "3,600", "-4,310", "1,716"]], undefined],
  compute({ flows, dates }) {
    sameLength({ flows, dates });
    const set = dates ? datedInternalRates(flows.values, dates.values) : internalRates(flows.values);
    const { roots, clusters, proof } = set;
    const rows = [
      ...roots.map(({ rate, multiplicity }) => ({ at: rate, row: [rate, multiplicity === 1 ? "" : word("multiple-root", String(multiplicity))] })),
      // An interval stands as its two ends, the lower one in the column of the rates.
      ...clusters.map(({ low, high }) => ({ at: low, row: [low, high] })),
    ].toSorted((a, b) => a.at.cmp(b.at));
    const cells: ResultCell[][] = [...rows.map(({ row }) => row), [new Decimal(roots.length), proofWord(proof)]];
    return block(cells, () => {
      const first = dates ? Math.min(...dates.values) : 0;
      const times = flows.values.map((_, index) => (dates ? new Decimal((dates.values[index] ?? first) - first).div(365) : new Decimal(index)));
      return [
        ...roots.map(({ rate }, index) => {
          const symbols = { CF: ["cash-flow", flows.values], r: ["internal-rate", rate], t: ["time", times] } as const;
          return step("residual", "Σ(CF × (1 + r)^−t)", symbols, presentValue(rate, flows.values, times).total, index + 1);
        }),
        ...countSteps(set),
      ];
    });
  },
});
