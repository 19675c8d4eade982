import { Decimal, ONE } from "../../core/decimal.ts";
import { refuse } from "../../core/refusal.ts";
import { define } from "../define.ts";
import { defaulted, number } from "../parameter.ts";
import { figuresOf, printedCells, printedDigits } from "./printed-figures.ts";
import { tied } from "./tie.ts";

export const tieSum = define({
  id: "TIE.SUM",
  family: "tie-out",
  source: "filing 002, lines 3402–3408",
  formula: "D = P − Σ(p)",
  parameters: { printed: printedCells(), parts: printedCells(), digits: printedDigits() },
  returns: "matrix",
  example: [[["315,958.40"]], [["224,158.71"], ["89,273.82"], ["1,532.17"], ["258.66"], ["735.05"]], undefined],
  compute({ digits, ...cells }) {
    const figures = figuresOf(cells, digits);
    return tied(figures("printed"), { parts: figures("parts") }, ({ all }) => ({
      terms: all("parts").map((figure) => ({ sign: 1, figure })),
      formula: "Σ(p)",
      symbols: (points) => ({ p: ["part", points.map(({ figure }) => figure)] }),
    }));
  },
});

export const tieProduct = define({
  id: "TIE.PRODUCT",
  family: "tie-out",
  source: "filing 002, lines 3414–3466",
  formula: "D = P − a × b ÷ s",
  parameters: { printed: printedCells(), a: printedCells(), b: printedCells(), scale: defaulted(number(), ONE), digits: printedDigits() },
  returns: "matrix",
  example: [[["78.58"], ["0.04"], ["727.80"]], [["76,979.98"], ["7.45"], ["727.80"]], [["0.1021%"], ["0.6299%"], ["100.0000%"]], undefined, undefined],
  compute({ digits, scale, ...cells }) {
    if (scale.isZero()) refuse({ code: "zero-base", parameter: "scale" });
    const figures = figuresOf(cells, digits);
    return tied(figures("printed"), { a: figures("a"), b: figures("b") }, ({ one }) => ({
      terms: [{ sign: 1, figure: one("a"), times: one("b"), scale }],
      formula: scale.eq(1) ? "a × b" : "a × b ÷ s",
      symbols: ([point]) => ({
        a: ["factor", point?.figure ?? new Decimal(0)],
        b: ["factor", point?.other ?? new Decimal(0)],
        ...(scale.eq(1) ? {} : { s: ["scale", scale] as const }),
      }),
    }));
  },
});

export const tieRatio = define({
  id: "TIE.RATIO",
  family: "tie-out",
  source: "filing 003, lines 258–261",
  formula: "D = P − n ÷ d",
  parameters: { printed: printedCells(), numerator: printedCells(), denominator: printedCells(), digits: printedDigits() },
  returns: "matrix",
  example: [
    [["40.46%", "43.14%", "41.65%", "39.28%"]],
    [["195,890.54", "274,907.83", "269,995.23", "242,479.39"]],
    [["484,118.21", "637,276.11", "648,196.51", "617,365.01"]],
    undefined,
  ],
  compute({ digits, ...cells }) {
    const figures = figuresOf(cells, digits);
    return tied(figures("printed"), { numerator: figures("numerator"), denominator: figures("denominator") }, ({ one }) => {
      const over = one("denominator");
      if (over.value.isZero()) refuse({ code: "zero-base", parameter: "denominator" });
      return {
        terms: [{ sign: 1, figure: one("numerator"), over }],
        formula: "n ÷ d",
        symbols: ([point]) => ({
          n: ["numerator", point?.figure ?? new Decimal(0)],
          d: ["denominator", point?.other ?? new Decimal(0)],
        }),
      };
    });
  },
});
