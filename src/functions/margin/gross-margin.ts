import { sum } from "../../core/decimal.ts";
import { grossMargin, marginContributions, marginDifference, proformaMargin, salesOf } from "../../core/margin/gross-margin.ts";
import { at } from "../../core/table.ts";
import { block, define } from "../define.ts";
import { eachElement } from "../elements.ts";
import { entries, vector } from "../parameter.ts";
import { step } from "../step.ts";
import { laidOut, sameLength } from "../vector.ts";

export const marginRate = define({
  id: "MARGIN.RATE",
  family: "margin",
  source: "CAS 14, CAS 30 art. 31; filing 003, lines 10, 33 and 268",
  formula: "m = (R − C) ÷ R",
  parameters: { revenue: entries(), cost: entries() },
  returns: "matrix",
  example: [[["661,942.48", "774,143.14"]], [["484,118.21", "637,276.11"]]],
  compute: (given) =>
    eachElement(given, grossMargin, ({ revenue, cost }, margin, element) => [
      step("margin", "(R − C) ÷ R", { R: ["revenue", revenue], C: ["cost", cost] }, margin, element),
    ]),
});

export const marginChange = define({
  id: "MARGIN.CHANGE",
  family: "margin",
  source: "filing 003, lines 34 and 130: points from unrounded margins",
  formula: "Δm = (R1 − C1) ÷ R1 − (R0 − C0) ÷ R0",
  parameters: { revenue1: entries(), cost1: entries(), revenue0: entries(), cost0: entries() },
  returns: "matrix",
  example: [[["774,143.14"]], [["637,276.11"]], [["837,660.88"]], [["648,196.51"]]],
  compute: (given) =>
    eachElement(
      given,
      ({ revenue1, cost1, revenue0, cost0 }, element) => marginDifference({ revenue: revenue1, cost: cost1 }, { revenue: revenue0, cost: cost0 }, element),
      ({ revenue1, cost1, revenue0, cost0 }, change, element) => {
        const current = { revenue: revenue1, cost: cost1 };
        const prior = { revenue: revenue0, cost: cost0 };
        return [
          step("margin-current", "(R1 − C1) ÷ R1", { R1: ["revenue-current", revenue1], C1: ["cost-current", cost1] }, grossMargin(current), element),
          step("margin-prior", "(R0 − C0) ÷ R0", { R0: ["revenue-prior", revenue0], C0: ["cost-prior", cost0] }, grossMargin(prior), element),
          step("margin-change", "m1 − m0", { m1: ["margin-current", grossMargin(current)], m0: ["margin-prior", grossMargin(prior)] }, change, element),
        ];
      },
    ),
});

export const marginContribution = define({
  id: "MARGIN.CONTRIBUTION",
  family: "margin",
  source: "filing 003, lines 20–34: contribution to the margin",
  formula: "c(i) = (R(i) − C(i)) ÷ Σ R; Σ c = total margin",
  parameters: { revenues: vector(), costs: vector() },
  returns: "matrix",
  example: [[["750,000.00", "856,548.41", "146,822.37"]], [["620,000.00", "741,237.51", "138,752.22"]]],
  compute({ revenues, costs }) {
    sameLength({ revenues, costs });
    const products = salesOf(revenues.values, costs.values);
    const contributions = marginContributions(products);
    return block(laidOut(contributions, revenues), () => [
      ...contributions.map((contribution, index) => {
        const { revenue, cost } = at(products, index);
        const symbols = { R: ["revenue", revenue], C: ["cost", cost], r: ["revenue", revenues.values] } as const;
        return step("margin-contribution", "(R − C) ÷ Σ(r)", symbols, contribution, index + 1);
      }),
      step("margin", "Σ(c)", { c: ["margin-contribution", contributions] }, sum(contributions)),
    ]);
  },
});

export const marginProforma = define({
  id: "MARGIN.PROFORMA",
  family: "margin",
  source: "filing 003, lines 131–137: margin without the loss of a shutdown",
  formula: "m = 1 − (C − A) ÷ R",
  parameters: { revenue: entries(), cost: entries(), adjustments: entries() },
  returns: "matrix",
  example: [[["157,931.14"]], [["150,542.24"]], [["13,831.61"]]],
  compute: (given) =>
    eachElement(
      given,
      ({ revenue, cost, adjustments }, element) => proformaMargin({ revenue, cost }, adjustments, element),
      ({ revenue, cost, adjustments }, margin, element) => {
        const adjusted = cost.minus(adjustments);
        return [
          step("cost-adjusted", "C − A", { C: ["cost", cost], A: ["adjustment", adjustments] }, adjusted, element),
          step("margin", "1 − c ÷ R", { c: ["cost-adjusted", adjusted], R: ["revenue", revenue] }, margin, element),
        ];
      },
    ),
});
