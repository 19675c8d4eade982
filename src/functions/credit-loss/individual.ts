import { turnover } from "../../core/credit-loss/expected-loss.ts";
import { expectedFlows, individualLoss } from "../../core/credit-loss/individual.ts";
import { Decimal } from "../../core/decimal.ts";
import { Refusal } from "../../core/refusal.ts";
import { transposed } from "../../core/table.ts";
import { quotient } from "../../core/quotient.ts";
import { date, dates } from "../date.ts";
import { block, define, figure, type ResultCell } from "../define.ts";
import { attempted, known } from "../element-wise.ts";
import { elements } from "../elements.ts";
import { defaulted, discounting, entries, number, vector } from "../parameter.ts";
import { step } from "../step.ts";
import { sameLength } from "../vector.ts";

export const eclSpecific = define({
  id: "ECL.SPECIFIC",
  family: "credit-loss",
  source: "IFRS 9 B5.5.33; CAS 22 art. 47",
  formula: "A = max(0, B − Σ(CF × (1 + r)^(−days ÷ 365)))",
  parameters: { balance: number(), flows: vector(), dates: dates(), rate: number(discounting), as_of: date() },
  returns: "scalar",
  example: [[["1,200.00"]], [[300, 400]], [["2025-06-30", "2026-06-30"]], [["5%"]], [["2024-12-31"]]],
  compute({ balance, flows, dates, rate, as_of }) {
    sameLength({ flows, dates });
    const expected = expectedFlows(flows.values, dates.values, rate, as_of);
    const loss = individualLoss(balance, expected);
    return figure(loss, () => [
      ...expected.map(({ flow, days, presentValue }, index) =>
        step("present-value", "F × (1 + r) ^ (−d ÷ 365)", { F: ["cash-flow", flow], r: ["effective-rate", rate], d: ["days", new Decimal(days)] }, presentValue, index + 1),
      ),
      step("provision", "max(0, B − Σ(V))", { B: ["balance", balance], V: ["present-value", expected.map(({ presentValue }) => presentValue)] }, loss),
    ]);
  },
});

export const eclTurnover = define({
  id: "ECL.TURNOVER",
  family: "credit-loss",
  source: "filing 002, lines 3547–3556 and 3588–3600",
  formula: "n = R × 12 ÷ m ÷ ((o + c) ÷ 2); days = D ÷ n",
  parameters: {
    revenue: entries(),
    opening: entries(),
    closing: entries(),
    months: defaulted(number({ minimum: 0 }), new Decimal(12)),
    days: defaulted(number({ minimum: 0 }), new Decimal(365)),
  },
  returns: "matrix",
  example: [[["6,380,843.77"]], [["348,534.29"]], [["314,210.58"]], [[5]], undefined],
  compute({ revenue, opening, closing, months, days }) {
    quotient(days, months, "months");
    const found = elements({ revenue, opening, closing }, (given, element) => {
      const [R, o, c] = [known(given.revenue), known(given.opening), known(given.closing)];
      const times = turnover(R, o, c, months, element);
      return { R, o, c, times, length: attempted(() => quotient(days, times, "revenue", element)) };
    });
    const lone = found.flat().length === 1;
    const rows = found.flat().map((one): ResultCell[] => (one instanceof Refusal ? [one, one] : [one.times, one.length]));
    const [only] = found.flat();
    if (lone && only instanceof Refusal) throw only;
    return block(found.length === 1 && !lone ? transposed(rows) : rows, () =>
      found.flat().flatMap((one, index) => {
        if (one instanceof Refusal) return [];
        const which = lone ? undefined : index + 1;
        const symbols = { R: ["revenue", one.R], m: ["months", months], o: ["opening-figure", one.o], c: ["closing-figure", one.c] } as const;
        const turned = step("turnover", "R × 12 ÷ m ÷ ((o + c) ÷ 2)", symbols, one.times, which);
        if (one.length instanceof Refusal) return [turned];
        return [turned, step("turnover-days", "D ÷ n", { D: ["days", days], n: ["turnover", one.times] }, one.length, which)];
      }),
    );
  },
});
