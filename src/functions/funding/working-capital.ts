import { type Decimal, sum } from "../../core/decimal.ts";
import { workingCapital, type WorkingCapitalYear } from "../../core/funding/working-capital.ts";
import { at } from "../../core/table.ts";
import { block, define, type ResultCell } from "../define.ts";
import { number, vector } from "../parameter.ts";
import { type Step, step } from "../step.ts";
import { type Term, word } from "../term.ts";

const rows: readonly (readonly [Exclude<keyof WorkingCapitalYear, "growth" | "need">, Term])[] = [
  ["revenue", "revenue"],
  ["assets", "operating-assets"],
  ["liabilities", "operating-liabilities"],
  ["occupied", "working-capital"],
];

export const fundWorkingCapital = define({
  id: "FUND.WORKINGCAPITAL",
  family: "funding",
  source: "percentage-of-sales method; Securities and Futures Law Opinion No. 18 on raising working capital",
  formula: "W(t) = R(t) × (ΣA − ΣL) ÷ R(0); need(t) = W(t) − W(t−1)",
  parameters: { revenue_base: number(), assets: vector(), liabilities: vector(), growths: vector() },
  returns: "matrix",
  example: [[["484,118.21"]], [["62,300.00", "41,500.00", "98,000.00"]], [["55,200.00", "18,400.00"]], [["12%", "10%", "10%"]]],
  compute({ revenue_base, assets, liabilities, growths }) {
    const years = workingCapital(revenue_base, assets.values, liabilities.values, growths.values);
    const needs = years.flatMap(({ need }) => (need ? [need] : []));
    const header: ResultCell[] = [word("item"), word("base-year"), ...growths.values.map((_, index) => word("year", String(index + 1))), word("total")];
    const cells: ResultCell[][] = [
      header,
      ...rows.map(([key, term]): ResultCell[] => [word(term), ...years.map((year) => year[key]), ""]),
      [word("funding-need"), "", ...needs, sum(needs)],
    ];
    return block(cells, () => [
      step("operating-assets", "Σ(a)", { a: ["operating-assets", assets.values] }, at(years, 0).assets),
      step("operating-liabilities", "Σ(l)", { l: ["operating-liabilities", liabilities.values] }, at(years, 0).liabilities),
      ...years.slice(1).flatMap((year, index) => yearSteps(at(years, 0), at(years, index), year, index + 1)),
      step("funding-need", "Σ(n)", { n: ["funding-need", needs] }, sum(needs)),
    ]);
  },
});

function yearSteps(base: WorkingCapitalYear, prior: WorkingCapitalYear, year: WorkingCapitalYear, which: number): Step[] {
  const growth = year.growth;
  const need: Decimal | undefined = year.need;
  if (!growth || !need) return [];
  const R = ["revenue", year.revenue] as const;
  return [
    step("revenue", "R × (1 + g)", { R: ["revenue", prior.revenue], g: ["growth-rate", growth] }, year.revenue, which),
    step("working-capital", "R × W0 ÷ R0", { R, W0: ["working-capital", base.occupied], R0: ["revenue", base.revenue] }, year.occupied, which),
    step("funding-need", "W − V", { W: ["working-capital", year.occupied], V: ["working-capital", prior.occupied] }, need, which),
  ];
}
