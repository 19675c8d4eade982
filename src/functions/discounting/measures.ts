import { Decimal, ZERO } from "../../core/decimal.ts";
import { modifiedReturn, payback } from "../../core/discounting/measures.ts";
import { refuse } from "../../core/refusal.ts";
import { define, figure } from "../define.ts";
import { defaulted, discounting, number, vector } from "../parameter.ts";
import { step } from "../step.ts";

export const dcfMirr = define({
  id: "DCF.MIRR",
  family: "discounting",
  source: "as Excel's MIRR",
  formula: "MIRR = (FV(positive) ÷ −PV(negative))^(1 ÷ n) − 1",
  parameters: { flows: vector(), finance_rate: number(discounting), reinvest_rate: number(discounting) },
  returns: "scalar",
  example: [[["-120,000", "39,000", "30,000", "21,000", "37,000", "46,000"]], [["10%"]], [["12%"]]],
  compute({ flows, finance_rate, reinvest_rate }) {
    const { paid, received, periods, rate } = modifiedReturn(flows.values, finance_rate, reinvest_rate);
    return figure(rate, () => {
      const positive = flows.values.flatMap((flow, t) => (flow.gt(0) ? [{ flow, after: new Decimal(periods - t) }] : []));
      const negative = flows.values.flatMap((flow, t) => (flow.isNegative() ? [{ flow, t: new Decimal(t) }] : []));
      return [
        step("paid-present-value", "Σ(CF × (1 + r)^−t)", { CF: ["cash-flow", negative.map(({ flow }) => flow)], r: ["finance-rate", finance_rate], t: ["time", negative.map(({ t }) => t)] }, paid),
        ...(positive.length === 0
          ? []
          : [step("received-future-value", "Σ(CF × (1 + k)^h)", { CF: ["cash-flow", positive.map(({ flow }) => flow)], k: ["reinvestment-rate", reinvest_rate], h: ["years-to-end", positive.map(({ after }) => after)] }, received)]),
        step("modified-return", "(FV ÷ −PV)^(1 ÷ n) − 1", { FV: ["received-future-value", received], PV: ["paid-present-value", paid], n: ["periods", new Decimal(periods)] }, rate),
      ];
    });
  },
});

export const dcfPayback = define({
  id: "DCF.PAYBACK",
  family: "discounting",
  source: "Methods and Parameters for the Economic Evaluation of Construction Projects, 3rd edition; filing 001, lines 2717–2731",
  formula: "P = (T − 1) + missing(T − 1) ÷ CF(T) − construction",
  parameters: { flows: vector(), rate: defaulted(number(), ZERO), construction: defaulted(number({ minimum: 0 }), ZERO) },
  returns: "scalar",
  example: [[["-1,000", "200", "400", "500", "500"]], [["8%"]], undefined],
  compute({ flows, rate, construction }) {
    const found = payback(flows.values, rate) ?? refuse({ code: "never-recovered" });
    const after = found.years.minus(construction);
    if (after.isNegative()) {
      const place = { parameter: "construction", row: 0, column: 0, single: true };
      refuse({ code: "above-maximum", place, value: construction.toString(), maximum: found.years.toFixed(2) });
    }
    return figure(after, () => {
      const { period, missing, brought, years } = found;
      const c = ["construction-years", construction] as const;
      if (period === 0 || brought.isZero()) return [step("payback-years", "P − c", { P: ["payback-from-start", years], c }, after)];
      const symbols = { T: ["payback-period", new Decimal(period)], M: ["missing-amount", missing], CF: ["present-value", brought], c } as const;
      return [step("payback-years", "T − 1 + M ÷ CF − c", symbols, after)];
    });
  },
});
