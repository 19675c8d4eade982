import { type CaseMap, tie } from "./case-formula.ts";

/** Totals, shares, products, changes and roll-forwards as printed. */
export const tieOutCases: CaseMap = {
  "c001-022": (published) => [tie("TIE.SUM", "OK", published.text("expected", "total"), published.column("inputs"))],
};
