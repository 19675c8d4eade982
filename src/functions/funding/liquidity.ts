import { type Decimal, sum, ZERO } from "../../core/decimal.ts";
import { fundingPeriods } from "../../core/funding/funding-gap.ts";
import { quotient } from "../../core/quotient.ts";
import { Refusal } from "../../core/refusal.ts";
import { at } from "../../core/table.ts";
import { block, define, type ResultCell } from "../define.ts";
import { attempted, known } from "../element-wise.ts";
import { defaulted, type Entry, entryVector, number, table, vector } from "../parameter.ts";
import { type Step, step } from "../step.ts";
import { word } from "../term.ts";
import { laidOutEach, sameLength, type Vector } from "../vector.ts";

export const fundGap = define({
  id: "FUND.GAP",
  family: "funding",
  source: "filing 004, lines 1068–1082: capital expenditure and funding gap",
  formula: "B(0) = cash − restricted + Σ credit lines; B(t) = B(t−1) + in − out; gap = max(0, minimum − B(t))",
  parameters: {
    cash: number(),
    restricted: number(),
    credit_lines: table(),
    inflows: vector(),
    outflows: vector(),
    minimum_cash: defaulted(number(), ZERO),
  },
  returns: "matrix",
  example: [[["3.73"]], [[0]], [["10.56"]], [[4.2, 5.0, 5.6]], [[9.5, 8.0, 6.1]], [[5]]],
  compute({ cash, restricted, credit_lines, inflows, outflows, minimum_cash }) {
    sameLength({ inflows, outflows });
    const lines = credit_lines.flat();
    const available = cash.minus(restricted).plus(sum(lines));
    const periods = fundingPeriods(available, inflows.values.map((inflow, index) => [inflow, at(outflows.values, index)] as const), minimum_cash);
    const cells: ResultCell[][] = [
      (["period", "opening-balance", "cash-inflow", "cash-outflow", "closing-balance", "funding-gap"] as const).map((term) => word(term)),
      ...periods.map(({ opening, inflow, outflow, closing, gap }, index): ResultCell[] => [word("period", String(index + 1)), opening, inflow, outflow, closing, gap]),
    ];
    return block(cells, () => [
      step("available-funds", "C − X + Σ(l)", { C: ["cash", cash], X: ["restricted-cash", restricted], l: ["credit-line", lines] }, available),
      ...periods.flatMap(({ opening, inflow, outflow, closing, gap }, index): Step[] => [
        step("closing-balance", "B + i − o", { B: ["opening-balance", opening], i: ["cash-inflow", inflow], o: ["cash-outflow", outflow] }, closing, index + 1),
        step("funding-gap", "max(0, M − B)", { M: ["minimum-cash", minimum_cash], B: ["closing-balance", closing] }, gap, index + 1),
      ]),
    ]);
  },
});

export const fundCover = define({
  id: "FUND.COVER",
  family: "funding",
  source: "debt-service ratios as filings define them; filing 001, lines 2475–2496",
  formula: "EBITDA = P + I + D + A; (P + I) ÷ I; EBITDA ÷ I",
  parameters: {
    profit: entryVector(),
    interest: entryVector(),
    depreciation: entryVector(),
    amortisation: defaulted(entryVector(), { values: [ZERO], direction: "column" } satisfies Vector<Entry>),
  },
  returns: "matrix",
  example: [[["26,841.20"]], [["5,310.45"]], [["12,760.00"]], [["1,045.30"]]],
  compute({ profit, interest, depreciation, amortisation }) {
    const one = amortisation.values.length === 1;
    sameLength({ profit, interest, depreciation, ...(one ? {} : { amortisation }) });
    const periods = profit.values.map((_, index) => {
      const given = attempted(() => ({
        P: known(at(profit.values, index)),
        I: known(at(interest.values, index)),
        D: known(at(depreciation.values, index)),
        A: known(at(amortisation.values, one ? 0 : index)),
      }));
      const element = profit.values.length === 1 ? undefined : index + 1;
      const ebitda = attempted(() => sum(Object.values<Decimal>(known(given))));
      const cover = attempted(() => quotient(known(given).P.plus(known(given).I), known(given).I, "interest", element));
      const ebitdaCover = attempted(() => quotient(known(ebitda), known(given).I, "interest", element));
      return { given, element, ebitda, cover, ebitdaCover };
    });
    return block(
      laidOutEach(periods.map(({ ebitda, cover, ebitdaCover }) => [ebitda, cover, ebitdaCover]), profit),
      () =>
        periods.flatMap(({ given, element, ebitda, cover, ebitdaCover }): Step[] => {
          if (given instanceof Refusal || ebitda instanceof Refusal) return [];
          const { P, I, D, A } = given;
          const symbols = { P: ["profit-before-tax", P], I: ["interest-expense", I], D: ["depreciation", D], A: ["amortisation", A] } as const;
          return [
            step("ebitda", "P + I + D + A", symbols, ebitda, element),
            ...(cover instanceof Refusal ? [] : [step("interest-cover", "(P + I) ÷ I", { P: symbols.P, I: symbols.I }, cover, element)]),
            ...(ebitdaCover instanceof Refusal ? [] : [step("ebitda-cover", "E ÷ I", { E: ["ebitda", ebitda], I: symbols.I }, ebitdaCover, element)]),
          ];
        }),
    );
  },
});
