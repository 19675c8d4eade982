import { ONE, ZERO } from "../../core/decimal.ts";
import { refuse } from "../../core/refusal.ts";
import { at } from "../../core/table.ts";
import type { PrintedNumber } from "../../core/tie-out/printed-number.ts";
import { tieOf } from "../../core/tie-out/tie.ts";
import { define } from "../define.ts";
import { figuresOf, printedCells, printedDigits } from "./printed-figures.ts";
import { type Question, tied } from "./tie.ts";

export const tieChange = define({
  id: "TIE.CHANGE",
  family: "tie-out",
  source: "filing 003, lines 176–184; filing 001, lines 1838–1843",
  formula: "D = P − (c − p) ÷ p, or ÷ |p|",
  parameters: { printed: printedCells(), current: printedCells(), prior: printedCells(), digits: printedDigits() },
  returns: "matrix",
  example: [[["-34.25%"], ["-537.15%"], ["12,498.89%"]], [["408,256.60"], ["5,686.55"], ["12,577.43"]], [["620,929.52"], ["-1,300.82"], ["-101.44"]], undefined],
  compute({ digits, ...cells }) {
    const figures = figuresOf(cells, digits);
    return tied(figures("printed"), { current: figures("current"), prior: figures("prior") }, ({ printed, one }) => fittingBase(printed, one("current"), one("prior")));
  },
});

/** The question on the base that fits the print; on the signed one where neither does. */
function fittingBase(printed: PrintedNumber, current: PrintedNumber, prior: PrintedNumber): Question {
  if (prior.value.isZero()) refuse({ code: "zero-base", parameter: "prior" });
  const signed: Question = {
    terms: [{ sign: 1, figure: current, over: prior }],
    constant: ONE.negated(),
    formula: "(c − p) ÷ p",
    remark: "signed",
    symbols: ([point]) => ({ c: ["current-figure", point?.figure ?? ZERO], p: ["prior-figure", point?.other ?? ZERO] }),
  };
  const fits = ({ terms, constant }: Question) => tieOf(printed, terms, constant).status !== "BREAK";
  if (fits(signed)) return signed;
  const absolute: Question = { ...signed, terms: [{ sign: -1, figure: current, over: prior }], constant: ONE, formula: "(c − p) ÷ abs(p)", remark: "absolute" };
  return prior.value.isNegative() && fits(absolute) ? absolute : { ...signed, remark: "none" };
}

export const tieRoll = define({
  id: "TIE.ROLL",
  family: "tie-out",
  source: "filing 002, lines 3024–3062",
  formula: "D = P − (o + Σ(i) − Σ(d))",
  parameters: { printed: printedCells(), opening: printedCells(), increases: printedCells(), decreases: printedCells(), digits: printedDigits() },
  returns: "matrix",
  example: [[["106.00"]], [["100.00"]], [["12.50", "3.50"]], [["10.00"]], undefined],
  compute({ digits, ...cells }) {
    const figures = figuresOf(cells, digits);
    const given = { opening: figures("opening"), increases: figures("increases"), decreases: figures("decreases") };
    return tied(figures("printed"), given, ({ one, all }) => {
      const opening = one("opening");
      const increases = all("increases");
      const decreases = all("decreases");
      return {
        terms: [
          ...[opening, ...increases].map((figure) => ({ sign: 1, figure }) as const),
          ...decreases.map((figure) => ({ sign: -1, figure }) as const),
        ],
        formula: "o + Σ(i) − Σ(d)",
        symbols: (points) => {
          const values = points.map(({ figure }) => figure);
          return {
            o: ["opening-figure", values[0] ?? ZERO],
            i: ["increase", values.slice(1, 1 + increases.length)],
            d: ["decrease", values.slice(1 + increases.length)],
          };
        },
      };
    });
  },
});

export const tieWeighted = define({
  id: "TIE.WEIGHTED",
  family: "tie-out",
  source: "filing 002, lines 3744–3776",
  formula: "D = P − Σ(w × r)",
  parameters: { printed: printedCells(), shares: printedCells(), rates: printedCells(), digits: printedDigits() },
  returns: "matrix",
  example: [[["18.15%"]], [["96.19%", "3.81%"]], [["18.40%", "11.81%"]], undefined],
  compute({ digits, ...cells }) {
    const figures = figuresOf(cells, digits);
    return tied(figures("printed"), { shares: figures("shares"), rates: figures("rates") }, ({ all }) => {
      const shares = all("shares");
      const rates = all("rates");
      if (shares.length !== rates.length) refuse({ code: "lengths-differ", parameter: "rates", given: rates.length, other: "shares", expected: shares.length });
      return {
        terms: shares.map((figure, index) => ({ sign: 1, figure, times: at(rates, index) })),
        formula: "Σ(w × r)",
        symbols: (points) => ({ w: ["share", points.map(({ figure }) => figure)], r: ["rate", points.map(({ other }) => other)] }),
      };
    });
  },
});
