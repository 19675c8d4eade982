import type { FunctionTexts } from "../texts.ts";

const digits =
  "Decimals with which cells that hold numbers were printed: one for all, or one for each argument before it. The most decimals seen in the call if omitted. Text cells carry their own.";
const answer =
  "{status, difference, tolerance}: OK, the recomputed figure prints as the printed one; TAIL, the difference (printed − recomputed) is smaller than what print rounding allows; BREAK otherwise. One row for each printed figure of a column, one column for each of a row.";

export const tieOut = {
  "TIE.SUM": {
    summary: "Does the printed total foot? Holds it against the sum of its parts and tells a rounding tail from a break.",
    parameters: {
      printed: "The printed total; a column or row of totals has its parts beside or below it.",
      parts: "The printed parts. A dash is nil; a part below zero is subtracted.",
      digits,
    },
    returns: answer,
    example: "Five ageing buckets and their printed total.",
    keywords: ["tie", "foot", "total", "sum", "rounding", "check"],
  },
  "TIE.RATIO": {
    summary: "Can the printed ratio come from any true values that print as this numerator and denominator?",
    parameters: {
      printed: "The printed ratio (40.46% or 0.4046).",
      numerator: "The printed numerator.",
      denominator: "The printed denominator; zero is an error.",
      digits,
    },
    returns: answer,
    example: "Raw material as a share of cost in four periods.",
    keywords: ["tie", "ratio", "share", "margin", "percentage", "rounding", "check"],
  },
  "TIE.PRODUCT": {
    summary: "Is the printed figure a × b ÷ scale, within what the printed digits allow?",
    parameters: {
      printed: "The printed product.",
      a: "The first printed factor, such as a quantity or a balance.",
      b: "The second printed factor, such as a price or a rate.",
      scale: "An exact divisor: 10000 from yuan to ten thousand yuan. 1 if omitted.",
      digits,
    },
    returns: answer,
    example: "Three loss allowances held against balance × loss rate; the second one does not follow.",
    keywords: ["tie", "product", "quantity × price", "rounding", "check"],
  },
  "READ.NUMBER": {
    summary: "The number printed in a cell of a filing: separators, brackets, percent, points, sign words, units and ranges read as a reader would.",
    parameters: { text: "The cell or cells as printed. Percent and percentage points become fractions; a unit is read over, not applied." },
    returns: "The number; a range answers its two ends side by side. Dates, note numbers such as (1) and words are errors.",
    example: "A fall in percentage points, an amount with its unit, a bracketed minus and a range.",
    keywords: ["read", "number", "text", "parse", "filing", "points", "range"],
  },
} satisfies Partial<FunctionTexts>;
