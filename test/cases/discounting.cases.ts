import { type CaseFormula, type CaseMap, gives, tie, type Verdict } from "./case-formula.ts";
import type { PublishedCase } from "./published-case.ts";

/**
 * Free cash flow from net profit as the filing works it: EBIT × (1 − 25%) is net profit + interest × 75%,
 * depreciation is that of a unit × units sold + administration, and amortisation; no capital expenditure.
 */
function freeCashFlow(published: PublishedCase, year: readonly string[], printed: string, verdict: Verdict): CaseFormula {
  const figure = (name: string) => Number(published.input(...year, name).replaceAll(",", ""));
  const depreciation = (figure("unit_dep") * figure("main_cost")) / figure("unit_cost") + figure("admin_dep") + figure("amort");
  return gives(printed, verdict, ["DCF.FCFF", figure("ni") / 0.75 + figure("interest"), "25%", depreciation, 0, 0]);
}

const percent = (printed: string) => `${printed}%`;
const debtToEquity = percent("20.98");

/** The value of the filing's flows and perpetuity, held against the printed equity value plus the debt. */
function appraisal(published: PublishedCase, timing: "mid" | "end"): CaseFormula {
  const flows = published.list("inputs", "fcff");
  return gives("18,569.59", "BREAK", ["DCF.VALUE", [flows.slice(0, -1)], percent(published.input("wacc_pct")), undefined, timing, flows.at(-1)]);
}

/** The income approach of filing 001, lines 3358–3709. */
export const discountingCases: CaseMap = {
  "c001-199": (published) => [freeCashFlow(published, [], published.printed("fcff"), "OK")],
  "c001-200": (published) => published.names("expected").map((year) => freeCashFlow(published, [year], published.printed(year), "BREAK")),
  "c001-201": (published) => {
    const [profit, interest] = ["ni", "interest"].map((name) => Number(published.input(name)));
    return [gives(published.printed("fcff"), "BREAK", ["DCF.FCFF", (profit ?? 0) / 0.75 + (interest ?? 0), "25%", 0, 0, 0])];
  },
  "c001-202": (published) => [tie("TIE.RATIO", "OK", [[percent(published.printed("de_pct"))]], [["3,220.00"]], [[published.input("equity_dcf")]])],
  "c001-203": (published) => [tie("TIE.RATIO", "BREAK", [[percent(published.printed("de_pct"))]], [["3,220.00"]], [[published.input("book")]])],
  "c001-204": (published) => [gives(published.printed("beta_l"), "OK", ["DCF.RELEVER", published.input("beta_u"), debtToEquity, "25%"])],
  "c001-205": (published) => [
    gives(percent(published.printed("re")), "OK", ["DCF.CAPM", percent(published.input("rf")), published.input("beta"), percent(published.input("erp")), undefined, percent(published.input("rc"))]),
  ],
  "c001-207": (published) => {
    const [rf, erp, rc, rd] = ["rf", "erp", "rc", "rd"].map((name) => percent(published.input(name)));
    return [
      gives(published.printed("beta_l"), "OK", ["DCF.RELEVER", published.input("beta_u"), debtToEquity, "25%"]),
      gives(percent(published.printed("re")), "OK", ["DCF.CAPM", rf, published.printed("beta_l"), erp, undefined, rc]),
      gives(percent(published.printed("wacc")), "OK", ["DCF.WACC", percent(published.printed("re")), rd, "25%", debtToEquity]),
    ];
  },
  "c001-208": (published) => [appraisal(published, "mid")],
  "c001-209": (published) => [appraisal(published, "end")],
};
