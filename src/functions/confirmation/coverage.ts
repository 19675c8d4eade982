import { type Confirmation, type CoverageLine, coverageLines, confirmed, verified } from "../../core/confirmation/coverage.ts";
import { Decimal } from "../../core/decimal.ts";
import { Refusal } from "../../core/refusal.ts";
import { at } from "../../core/table.ts";
import { block, define, type ResultCell } from "../define.ts";
import { attempted, known } from "../element-wise.ts";
import { entryVector } from "../parameter.ts";
import { type Step, step } from "../step.ts";
import { type Term, word } from "../term.ts";
import { sameLength } from "../vector.ts";

const terms: Readonly<Record<CoverageLine, Term>> = {
  A: "confirmation-book",
  B: "confirmation-sent",
  C: "confirmation-sent-share",
  D: "confirmation-replied",
  E: "confirmation-replied-share",
  F: "confirmation-matched",
  G: "confirmation-matched-share",
  H: "confirmation-reconciled",
  I: "confirmation-reconciled-share",
  J: "confirmation-confirmed",
  K: "confirmation-confirmed-share",
  L: "confirmation-alternative",
  M: "confirmation-alternative-share",
  N: "confirmation-verified",
  O: "confirmation-verified-share",
};

export const confirmCoverage = define({
  id: "CONFIRM.COVERAGE",
  family: "confirmation",
  source: "CSA 1312; filing 002, lines 2586–2601",
  formula: "C = B/A; E = D/B; G = F/B; I = H/B; J = F + H; K = J/B; M = L/B; N = J + L; O = N/A",
  parameters: { book: entryVector(), sent: entryVector(), replied: entryVector(), matched: entryVector(), reconciled: entryVector(), alternative: entryVector() },
  returns: "matrix",
  example: [
    [["6,483,172.70", "14,928,896.13", "12,895,346.52"]],
    [["4,833,918.90", "13,700,270.66", "12,043,709.31"]],
    [["4,823,752.50", "12,327,468.91", "11,348,420.16"]],
    [["4,209,346.62", "9,414,051.69", "8,618,821.55"]],
    [["614,405.88", "2,913,417.22", "2,729,598.61"]],
    [["10,166.40", "1,372,801.75", "695,289.15"]],
  ],
  compute(given) {
    sameLength(given);
    const periods = given.book.values.map((_, index) =>
      attempted((): Confirmation => {
        const value = (key: keyof typeof given) => known(at(given[key].values, index));
        return { book: value("book"), sent: value("sent"), replied: value("replied"), matched: value("matched"), reconciled: value("reconciled"), alternative: value("alternative") };
      }),
    );
    const rows = coverageLines.map(({ line, formula, figure }) => ({
      line,
      formula,
      figures: periods.map((period, index) => attempted(() => figure(known(period), index + 1))),
    }));
    const header: ResultCell[] = ["", ...periods.map((_, index) => word("period", String(index + 1)))];
    const cells = rows.map(({ line, formula, figures }): ResultCell[] => [word(terms[line], formula === line ? `(${line})` : `(${line} = ${formula})`), ...figures]);
    return block([header, ...cells], () =>
      rows.flatMap(({ line, formula, figures }) =>
        figures.flatMap((figure, index): Step[] => {
          const period = at(periods, index);
          if (formula === line || figure instanceof Refusal || period instanceof Refusal) return [];
          const symbols = Object.fromEntries([...formula.matchAll(/[A-Z]/g)].map(([letter]) => [letter, symbolOf(letter as CoverageLine, period)] as const));
          return [step(terms[line], formula, symbols, figure, index + 1)];
        }),
      ),
    );
  },
});

function symbolOf(line: CoverageLine, period: Confirmation): readonly [Term, Decimal] {
  const amounts: Partial<Record<CoverageLine, Decimal>> = {
    A: period.book,
    B: period.sent,
    D: period.replied,
    F: period.matched,
    H: period.reconciled,
    J: confirmed(period),
    L: period.alternative,
    N: verified(period),
  };
  return [terms[line], amounts[line] ?? new Decimal(0)];
}
