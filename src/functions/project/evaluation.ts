import { Decimal, ZERO } from "../../core/decimal.ts";
import { internalRate, projectFlows, projectNpv, projectPayback, type ProjectPayback, type ProjectYear } from "../../core/project/evaluation.ts";
import { Refusal, refuse } from "../../core/refusal.ts";
import { at } from "../../core/table.ts";
import { block, define, type ResultCell } from "../define.ts";
import { attempted } from "../element-wise.ts";
import { defaulted, discounting, number, optional, vector } from "../parameter.ts";
import { type Step, step } from "../step.ts";
import { type Term, word } from "../term.ts";
import { sameLength, type Vector } from "../vector.ts";

export const projectEvaluate = define({
  id: "PROJECT.EVALUATE",
  family: "project",
  source: "Methods and Parameters for the Economic Evaluation of Construction Projects, 3rd edition; filing 001, lines 2717–2731",
  formula: "EBIT = S − X − C − D; tax = max(0, EBIT) × T; CF = S − X − C − I − W (+ salvage + ΣW); NPV = Σ CF(t) ÷ (1 + r)^t; Σ CF(t) ÷ (1 + IRR)^t = 0",
  parameters: {
    capex: vector(),
    revenue: vector(),
    cost: vector(),
    depreciation: vector(),
    tax_rate: number({ minimum: 0, maximum: 1 }),
    rate: defaulted(number(discounting), new Decimal("0.1")),
    salvage: defaulted(number(), ZERO),
    working_capital: optional(vector()),
    surtax: optional(vector()),
  },
  returns: "matrix",
  example: [
    [[60_000, 20_000, 0, 0, 0, 0, 0, 0]],
    [[0, 30_000, 60_000, 60_000, 60_000, 60_000, 60_000, 60_000]],
    [[0, 18_000, 33_000, 33_000, 33_000, 33_000, 33_000, 33_000]],
    [[0, 5000, 10_000, 10_000, 10_000, 10_000, 10_000, 10_000]],
    [["25%"]],
    undefined,
    [[8000]],
    [[0, 3000, 2000, 0, 0, 0, 0, 0]],
    [[0, 150, 300, 300, 300, 300, 300, 300]],
  ],
  compute(given) {
    sameLength({ capex: given.capex, revenue: given.revenue, cost: given.cost, depreciation: given.depreciation, working_capital: given.working_capital, surtax: given.surtax });
    const years = projectYears(given);
    const flows = projectFlows(years, given.tax_rate, given.salvage);
    const sides = [flows.map(({ pretax }) => pretax), flows.map(({ posttax }) => posttax)].map((side) => ({
      flows: side,
      rate: attempted(() => internalRate(side)),
      value: projectNpv(given.rate, side),
      payback: attempted(() => projectPayback(side)),
      discounted: attempted(() => projectPayback(side, given.rate)),
    }));
    const yearsOf = (found: ProjectPayback | Refusal): ResultCell => (found instanceof Refusal ? found : found.years);
    const measure = (term: Term, figure: (side: (typeof sides)[number]) => ResultCell): ResultCell[] => [word(term), "", "", ...sides.map(figure)];
    const cells: ResultCell[][] = [
      (["project-year", "ebit", "income-tax", "pretax-flow", "posttax-flow"] as const).map((term) => word(term)),
      ...flows.map(({ ebit, tax, pretax, posttax }, index): ResultCell[] => [new Decimal(index + 1), ebit, tax, pretax, posttax]),
      measure("internal-rate", ({ rate }) => rate),
      measure("net-present-value", ({ value }) => value),
      measure("static-payback", ({ payback }) => yearsOf(payback)),
      measure("discounted-payback", ({ discounted }) => yearsOf(discounted)),
    ];
    return block(cells, () => [
      ...flows.flatMap((flow, index): Step[] => {
        const { capex, revenue, cost, depreciation, workingCapital, surtax } = at(years, index);
        const [S, X, C] = [["revenue", revenue], ["surtax", surtax], ["cash-cost", cost]] as const;
        return [
          step("ebit", "S − X − C − D", { S, X, C, D: ["depreciation", depreciation] }, flow.ebit, index + 1),
          step("income-tax", "max(0, E) × T", { E: ["ebit", flow.ebit], T: ["tax-rate", given.tax_rate] }, flow.tax, index + 1),
          step("pretax-flow", "S − X − C − I − W + B", { S, X, C, I: ["project-outlay", capex], W: ["working-capital", workingCapital], B: ["returned-at-end", flow.returned] }, flow.pretax, index + 1),
          step("posttax-flow", "P − t", { P: ["pretax-flow", flow.pretax], t: ["income-tax", flow.tax] }, flow.posttax, index + 1),
        ];
      }),
      ...sides.flatMap((side, index) => sideSteps(side, given.rate, index === 0 ? "pretax-flow" : "posttax-flow")),
    ]);
  },
});

interface Side {
  readonly flows: readonly Decimal[];
  readonly rate: Decimal | Refusal;
  readonly value: Decimal;
  readonly payback: ProjectPayback | Refusal;
  readonly discounted: ProjectPayback | Refusal;
}

function sideSteps({ flows, rate, value, payback, discounted }: Side, discountRate: Decimal, term: "pretax-flow" | "posttax-flow"): Step[] {
  const f = [term, flows] as const;
  const t = ["time", flows.map((_, index) => new Decimal(index + 1))] as const;
  const paybackStep = (of: "static-payback" | "discounted-payback", found: ProjectPayback | Refusal): Step[] => {
    if (found instanceof Refusal || found.year === 1) return [];
    const symbols = { y: ["project-year", new Decimal(found.year)], m: ["missing-amount", found.missing], b: ["flow-of-year", found.brought] } as const;
    return [step(of, "y − 1 + m ÷ b", symbols, found.years)];
  };
  return [
    // The rate has no formula of its own: what proves it is the value at that rate.
    ...(rate instanceof Refusal ? [] : [step("residual", "Σ(f ÷ (1 + i) ^ t)", { f, i: ["internal-rate", rate], t }, projectNpv(rate, flows))]),
    step("net-present-value", "Σ(f ÷ (1 + r) ^ t)", { f, r: ["discount-rate", discountRate], t }, value),
    ...paybackStep("static-payback", payback),
    ...paybackStep("discounted-payback", discounted),
  ];
}

interface GivenYears {
  readonly capex: Vector<Decimal>;
  readonly revenue: Vector<Decimal>;
  readonly cost: Vector<Decimal>;
  readonly depreciation: Vector<Decimal>;
  readonly working_capital?: Vector<Decimal> | undefined;
  readonly surtax?: Vector<Decimal> | undefined;
}

/** The plan year by year; what was not given is nil in every year. Refused where nothing is invested: blank cells, or payments entered as negative. */
export function projectYears({ capex, revenue, cost, depreciation, working_capital, surtax }: GivenYears): ProjectYear[] {
  if (![...capex.values, ...(working_capital?.values ?? [])].some((outlay) => outlay.gt(0))) refuse({ code: "no-outlay", parameter: "capex" });
  return capex.values.map((outlay, index) => ({
    capex: outlay,
    revenue: at(revenue.values, index),
    cost: at(cost.values, index),
    depreciation: at(depreciation.values, index),
    workingCapital: working_capital ? at(working_capital.values, index) : ZERO,
    surtax: surtax ? at(surtax.values, index) : ZERO,
  }));
}
