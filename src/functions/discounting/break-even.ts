import { type Decimal, ZERO } from "../../core/decimal.ts";
import { type BreakEven, breakEven, preTaxRate } from "../../core/discounting/break-even.ts";
import { circularCost } from "../../core/discounting/circular-cost.ts";
import { discountFactor } from "../../core/discounting/discount-factor.ts";
import { terminalTimeOf, valuation, type ValuationTerms } from "../../core/discounting/valuation.ts";
import { at } from "../../core/table.ts";
import { block, define, figure, type ResultCell } from "../define.ts";
import { choice, defaulted, discounting, number, optional, vector } from "../parameter.ts";
import { step, type Step } from "../step.ts";
import { type Term, word } from "../term.ts";
import { sameLength } from "../vector.ts";
import { rootSteps } from "./root-steps.ts";
import { terminalAt, timing, timingOf } from "./timing.ts";
import { growth, valuationSteps } from "./valuation.ts";

export const dcfBreakEven = define({
  id: "DCF.BREAKEVEN",
  family: "discounting",
  source: "IAS 36.134(f)(iii); CAS 8 art. 30",
  formula: "value(lever) = target",
  parameters: {
    target: number(),
    flows: vector(),
    rate: number(discounting),
    growth: growth(),
    lever: defaulted(choice("rate", "growth", "flows"), "rate"),
    timing: timing(),
    terminal_flow: optional(number()),
    terminal_at: terminalAt(),
  },
  returns: "scalar",
  example: [[["12,500.00"]], [["1,050.00", "1,120.00", "1,180.00"]], [["10.2%"]], [["2%"]], undefined, undefined, undefined, undefined],
  compute({ target, flows, rate, growth, lever, timing, terminal_flow, terminal_at }) {
    const terms = { flows: flows.values, rate, growth, timing: timingOf(timing, flows), terminalFlow: terminal_flow, terminalAt: terminal_at };
    const found = breakEven(terms, target, lever);
    return figure(found.found, () => breakEvenSteps(found, terms, target));
  },
});

function breakEvenSteps(found: BreakEven, terms: ValuationTerms, target: Decimal): Step[] {
  const T = ["target", target] as const;
  const check = step("residual", "V − T", { V: ["value-of-flows", found.valuation.total], T }, found.residual);
  if (found.lever === "rate") {
    const r = ["break-even-rate", found.found] as const;
    return [
      step("break-even-rate", "r", { r }, found.found),
      ...valuationSteps(found.valuation, { rate: found.found, terminalFlow: terms.terminalFlow }),
      check,
      ...(found.roots ? rootSteps(found.roots, found.found) : []),
    ];
  }
  if (found.lever === "flows") {
    const { total } = valuation(terms);
    return [step("break-even-change", "T ÷ V − 1", { T, V: ["value-of-flows", total] }, found.found), check];
  }
  const explicit = valuation({ ...terms, growth: undefined, terminalFlow: undefined });
  const { flow } = at(explicit.flows, explicit.flows.length - 1);
  const factor = discountFactor(terms.rate, terminalTimeOf(terms));
  const missing = target.minus(explicit.total);
  const last = (terms.terminalFlow ?? flow).times(factor);
  const X = ["discounted-missing", missing] as const;
  const C = ["discounted-last", last] as const;
  const r = ["discount-rate", terms.rate] as const;
  return [
    step("discounted-missing", "T − PV", { T, PV: ["value-of-flows", explicit.total] }, missing),
    step("discounted-last", "CF × DF", { CF: [terms.terminalFlow ? "terminal-flow" : "last-flow", terms.terminalFlow ?? flow], DF: ["discount-factor", factor] }, last),
    step("break-even-growth", terms.terminalFlow ? "r − C ÷ X" : "(X × r − C) ÷ (X + C)", { X, r, C }, found.found),
    check,
  ];
}

export const dcfPreTaxRate = define({
  id: "DCF.PRETAXRATE",
  family: "discounting",
  source: "IAS 36.55, BCZ85; CAS 8 art. 13",
  formula: "value(pre-tax flows, r) = value(post-tax flows, post-tax rate)",
  parameters: { pretax_flows: vector(), posttax_flows: vector(), posttax_rate: number(discounting), growth: growth(), timing: timing(), terminal_at: terminalAt() },
  returns: "scalar",
  example: [[["800", "800", "800", "800", "800"]], [["600", "640", "600", "620", "600"]], [["8%"]], undefined, undefined, undefined],
  compute({ pretax_flows, posttax_flows, posttax_rate, growth, timing, terminal_at }) {
    sameLength({ pretax_flows, posttax_flows });
    const when = timingOf(timing, pretax_flows, "pretax_flows");
    const terms = { flows: posttax_flows.values, rate: posttax_rate, growth, timing: when, terminalAt: terminal_at };
    const found = preTaxRate(pretax_flows.values, terms);
    return figure(found.rate, () => {
      const posttax = valuation(terms);
      const V = ["value-of-flows", found.pretax.total] as const;
      return [
        ...valuationSteps(posttax, { rate: posttax_rate, terminalFlow: undefined }),
        step("pretax-rate", "r", { r: ["pretax-rate", found.rate] }, found.rate),
        ...valuationSteps(found.pretax, { rate: found.rate, terminalFlow: undefined }),
        step("residual", "V − P", { V, P: ["posttax-value", found.posttaxValue] }, found.residual),
        ...rootSteps(found.roots, found.rate),
      ];
    });
  },
});

export const dcfWaccIterate = define({
  id: "DCF.WACCITERATE",
  family: "discounting",
  source: "filing 001, lines 3568–3571, 3653–3709",
  formula: "WACC = f(D ÷ (V(WACC) − D))",
  parameters: {
    flows: vector(),
    growth: number({ minimum: -1 }),
    unlevered_beta: number(),
    risk_free: number(),
    premium: number(),
    cost_debt: number(),
    tax_rate: number({ minimum: 0, maximum: 1 }),
    debt: number({ minimum: 0 }),
    specific: defaulted(number(), ZERO),
    timing: timing(),
    terminal_at: terminalAt(),
  },
  returns: "matrix",
  example: [
    [["4,086.90", "3,068.10", "2,964.95", "2,663.90", "2,609.74"]],
    [["0%"]],
    [["0.9100"]],
    [["3.96%"]],
    [["6.99%"]],
    [["7.00%"]],
    [["25%"]],
    [["3,220.00"]],
    [["3.00%"]],
    [["mid"]],
    undefined,
  ],
  compute({ flows, growth, unlevered_beta, risk_free, premium, cost_debt, tax_rate, debt, specific, timing, terminal_at }) {
    const found = circularCost({
      flows: flows.values,
      growth: growth ?? ZERO,
      timing: timingOf(timing, flows),
      unleveredBeta: unlevered_beta,
      riskFree: risk_free,
      premium,
      costDebt: cost_debt,
      taxRate: tax_rate,
      debt,
      specific,
      terminalAt: terminal_at,
    });
    const { wacc, beta, costEquity, debtToEquity, value, residual } = found;
    const rows: readonly (readonly [Term, Decimal])[] = [
      ["wacc", wacc],
      ["levered-beta", beta],
      ["cost-of-equity", costEquity],
      ["debt-to-equity", debtToEquity],
      ["value-of-flows", value],
      ["residual", residual],
    ];
    const cells: ResultCell[][] = [[word("item"), word("amount")], ...rows.map(([term, figure]) => [word(term), figure])];
    const DE = ["debt-to-equity", debtToEquity] as const;
    const T = ["tax-rate", tax_rate] as const;
    return block(cells, () => [
      step("wacc", "w", { w: ["wacc", wacc] }, wacc),
      ...valuationSteps(valuation({ flows: flows.values, rate: wacc, growth: growth ?? ZERO, timing: timingOf(timing, flows), terminalAt: terminal_at }), { rate: wacc, terminalFlow: undefined }),
      step("debt-to-equity", "D ÷ (V − D)", { D: ["debt", debt], V: ["value-of-flows", value] }, debtToEquity),
      step("levered-beta", "U × (1 + (1 − T) × DE)", { U: ["unlevered-beta", unlevered_beta], T, DE }, beta),
      step("cost-of-equity", "Rf + β × P + α", { Rf: ["risk-free-rate", risk_free], β: ["beta", beta], P: ["market-premium", premium], α: ["specific-risk", specific] }, costEquity),
      step("residual", "(Ke + Kd × (1 − T) × DE) ÷ (1 + DE) − w", { Ke: ["cost-of-equity", costEquity], Kd: ["cost-of-debt", cost_debt], T, DE, w: ["wacc", wacc] }, residual),
      ...rootSteps(found.roots, wacc),
    ]);
  },
});

