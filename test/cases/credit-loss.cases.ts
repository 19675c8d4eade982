import { type CaseMap, gives } from "./case-formula.ts";
import { percent } from "./published-case.ts";

/** Ageing, migration, loss rates and loss allowances as printed. */
export const creditLossCases: CaseMap = {
  "c001-054": (published) => [
    gives([["2008.97"], ["132.18"], ["-"], ["-"]], "OK", [
      "ECL.PROVISION",
      published.column("inputs", "balance"),
      published.list("inputs", "rate_pct").map((rate) => [percent(rate)]),
      undefined,
      2,
    ]),
  ],
};
