import type { FunctionTexts } from "../texts.ts";

export const confirmation = {
  "CONFIRM.COVERAGE": {
    summary: "Statistics of confirmation letters in the fifteen lines A to O that filings print, with all ratios.",
    parameters: {
      book: "A: book amounts, one a period.",
      sent: "B: amounts confirmation was asked for.",
      replied: "D: amounts replied to.",
      matched: "F: replied and matching.",
      reconciled: "H: differing, confirmed after reconciliation.",
      alternative: "L: verified by alternative procedures where no reply came.",
    },
    returns: "A table of fifteen rows, one column a period.",
    example: "Revenue confirmed with customers in three periods.",
    keywords: ["confirmation", "audit", "coverage", "reply rate", "alternative procedures"],
  },
} satisfies Partial<FunctionTexts>;
