import { type Decimal, ONE } from "../../core/decimal.ts";
import { datedValue, expectedFlows, type ForwardFlow, forwardValue, type PresentValue, presentValue } from "../../core/discounting/present-value.ts";
import { perpetuity } from "../../core/discounting/valuation.ts";
import { refuse } from "../../core/refusal.ts";
import { at } from "../../core/table.ts";
import { date, dates } from "../date.ts";
import { define, figure } from "../define.ts";
import { known } from "../element-wise.ts";
import { elementBlock, elements } from "../elements.ts";
import { discounting, entries, number, optional, table, vector } from "../parameter.ts";
import { step, type Step } from "../step.ts";
import { sameLength } from "../vector.ts";
import { timing, timingOf } from "./timing.ts";

export const dcfNpv = define({
  id: "DCF.NPV",
  family: "discounting",
  source: "IAS 36.31, A15–A21; CAS 8 art. 9",
  formula: "NPV = Σ CF(t) × (1 + r)^−t",
  parameters: { rate: vector(discounting), flows: vector(), timing: timing() },
  returns: "scalar",
  example: [[["10.2%"]], [["1,050.00", "1,120.00", "1,180.00"]], [["mid"]]],
  compute({ rate, flows, timing }) {
    const when = timingOf(timing, flows);
    if (rate.values.length === 1) {
      const found = presentValue(at(rate.values, 0), flows.values, when);
      return figure(found.total, () => presentValueSteps(found, at(rate.values, 0)));
    }
    sameLength({ flows, rate });
    const found = forwardValue(rate.values, flows.values, when);
    return figure(found.total, () => [
      ...found.flows.flatMap((flow, index) => forwardSteps(flow, index + 1)),
      step("value-of-flows", "Σ(PV)", { PV: ["present-value", found.flows.map(({ value }) => value)] }, found.total),
    ]);
  },
});

function forwardSteps({ flow, rate, opening, into, factor, value }: ForwardFlow, which: number): Step[] {
  return [
    step("discount-factor", "D0 × (1 + r)^−h", { D0: ["opening-factor", opening], r: ["discount-rate", rate], h: ["part-of-period", into] }, factor, which),
    step("present-value", "CF × DF", { CF: ["cash-flow", flow], DF: ["discount-factor", factor] }, value, which),
  ];
}

function presentValueSteps({ flows, total }: PresentValue, rate: Decimal): Step[] {
  return [
    ...flows.flatMap(({ flow, time, factor, value }, index) => [
      step("discount-factor", "(1 + r)^−t", { r: ["discount-rate", rate], t: ["time", time] }, factor, index + 1),
      step("present-value", "CF × DF", { CF: ["cash-flow", flow], DF: ["discount-factor", factor] }, value, index + 1),
    ]),
    step("value-of-flows", "Σ(PV)", { PV: ["present-value", flows.map(({ value }) => value)] }, total),
  ];
}

export const dcfXnpv = define({
  id: "DCF.XNPV",
  family: "discounting",
  source: "actual/365, as Excel's XNPV; IAS 36.31",
  formula: "XNPV = Σ CF × (1 + r)^−((d − d0) ÷ 365)",
  parameters: { rate: number(discounting), flows: vector(), dates: dates(), base: optional(date()) },
  returns: "scalar",
  example: [[["9%"]], [["-10,000", "2,750", "4,250", "3,250", "2,750"]], [["2008-01-01", "2008-03-01", "2008-10-30", "2009-02-15", "2009-04-01"]], undefined],
  compute({ rate, flows, dates, base }) {
    sameLength({ flows, dates });
    const found = datedValue(rate, flows.values, dates.values, base ?? at(dates.values, 0));
    return figure(found.total, () => presentValueSteps(found, rate));
  },
});

export const dcfTerminal = define({
  id: "DCF.TERMINAL",
  family: "discounting",
  source: "IAS 36.33(c); CAS 8 art. 11; filing 001, lines 3358–3370",
  formula: "TV = CF × (1 + g) ÷ (r − g)",
  parameters: { flow_last: entries(), rate: entries(), growth: entries({ minimum: -1 }) },
  returns: "matrix",
  example: [[["1,250.00"]], [["10.2%"]], [["2%"]]],
  compute(given) {
    const found = elements(given, (element) => {
      const [CF, r, g] = [known(element.flow_last), known(element.rate), known(element.growth)];
      const flow = CF.times(ONE.plus(g));
      return { CF, r, g, flow, value: perpetuity(flow, r, g) };
    });
    return elementBlock(found, ({ value }) => value, ({ CF, r, g, flow, value }, which) => [
      step("terminal-flow", "CF × (1 + g)", { CF: ["last-flow", CF], g: ["growth-rate", g] }, flow, which),
      step("terminal-value", "TF ÷ (r − g)", { TF: ["terminal-flow", flow], r: ["discount-rate", r], g: ["growth-rate", g] }, value, which),
    ]);
  },
});

export const dcfExpected = define({
  id: "DCF.EXPECTED",
  family: "discounting",
  source: "IAS 36.55–56, A7–A14; CAS 8 art. 11",
  formula: "E(t) = Σ p(s) × CF(s, t); V = Σ E(t) × (1 + r)^−t",
  parameters: { flows: table(), probabilities: vector({ minimum: 0, maximum: 1 }), rate: number(discounting), timing: timing() },
  returns: "scalar",
  example: [[["100", "110"], ["80", "85"], ["40", "30"]], [["30%"], ["50%"], ["20%"]], [["8%"]], undefined],
  compute({ flows, probabilities, rate, timing }) {
    if (probabilities.values.length !== flows.length) {
      refuse({ code: "lengths-differ", parameter: "probabilities", given: probabilities.values.length, other: "flows", expected: flows.length, lines: "row" });
    }
    const expected = expectedFlows(flows, probabilities.values);
    const found = presentValue(rate, expected, timingOf(timing, { values: expected, direction: "row" }));
    return figure(found.total, () => [
      ...expected.map((flow, period) => {
        const CF = ["cash-flow", flows.map((scenario) => at(scenario, period))] as const;
        return step("expected-flow", "Σ(p × CF)", { p: ["probability", probabilities.values], CF }, flow, period + 1);
      }),
      ...presentValueSteps(found, rate),
    ]);
  },
});
