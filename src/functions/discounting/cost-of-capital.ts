import { ZERO } from "../../core/decimal.ts";
import { costOfEquity, freeCashFlow, leveredBeta, unleveredBeta, weightedCost } from "../../core/discounting/cost-of-capital.ts";
import { define } from "../define.ts";
import { known } from "../element-wise.ts";
import { elementBlock, elements } from "../elements.ts";
import { defaulted, entries } from "../parameter.ts";
import { step } from "../step.ts";

const none = () => defaulted(entries(), [[ZERO]]);
const taxRate = () => entries({ minimum: 0, maximum: 1 });
const debtEquity = () => entries({ minimum: 0 });

export const dcfCapm = define({
  id: "DCF.CAPM",
  family: "discounting",
  source: "filing 001, lines 3615–3618, 3694–3702",
  formula: "Ke = Rf + β × P + S + α",
  parameters: { risk_free: entries(), beta: entries(), premium: entries(), size: none(), specific: none() },
  returns: "matrix",
  example: [[["3.96%"]], [["1.0532"]], [["6.99%"]], undefined, [["3.00%"]]],
  compute(given) {
    const found = elements(given, (element) => {
      const terms = { riskFree: known(element.risk_free), beta: known(element.beta), premium: known(element.premium), size: known(element.size), specific: known(element.specific) };
      return { ...terms, cost: costOfEquity(terms) };
    });
    return elementBlock(found, ({ cost }) => cost, ({ riskFree, beta, premium, size, specific, cost }, which) => {
      const symbols = { Rf: ["risk-free-rate", riskFree], β: ["beta", beta], P: ["market-premium", premium], S: ["size-premium", size], α: ["specific-risk", specific] } as const;
      return [step("cost-of-equity", "Rf + β × P + S + α", symbols, cost, which)];
    });
  },
});

export const dcfRelever = define({
  id: "DCF.RELEVER",
  family: "discounting",
  source: "Hamada (1972); filing 001, lines 3653–3672",
  formula: "βL = βU × (1 + (1 − T) × D/E)",
  parameters: { unlevered_beta: entries(), debt_equity: debtEquity(), tax_rate: taxRate() },
  returns: "matrix",
  example: [[["0.9100"]], [["20.98%"]], [["25%"]]],
  compute(given) {
    const found = elements(given, (element) => {
      const [U, DE, T] = [known(element.unlevered_beta), known(element.debt_equity), known(element.tax_rate)];
      return { U, DE, T, beta: leveredBeta(U, DE, T) };
    });
    return elementBlock(found, ({ beta }) => beta, ({ U, DE, T, beta }, which) => [
      step("levered-beta", "U × (1 + (1 − T) × DE)", { U: ["unlevered-beta", U], T: ["tax-rate", T], DE: ["debt-to-equity", DE] }, beta, which),
    ]);
  },
});

export const dcfUnlever = define({
  id: "DCF.UNLEVER",
  family: "discounting",
  source: "Hamada (1972); filing 001, lines 3653–3672",
  formula: "βU = βL ÷ (1 + (1 − T) × D/E)",
  parameters: { levered_beta: entries(), debt_equity: debtEquity(), tax_rate: taxRate() },
  returns: "matrix",
  example: [[["1.12", "0.98", "1.05"]], [["35%", "12%", "20%"]], [["25%"]]],
  compute(given) {
    const found = elements(given, (element) => {
      const [L, DE, T] = [known(element.levered_beta), known(element.debt_equity), known(element.tax_rate)];
      return { L, DE, T, beta: unleveredBeta(L, DE, T) };
    });
    return elementBlock(found, ({ beta }) => beta, ({ L, DE, T, beta }, which) => [
      step("unlevered-beta", "L ÷ (1 + (1 − T) × DE)", { L: ["levered-beta", L], T: ["tax-rate", T], DE: ["debt-to-equity", DE] }, beta, which),
    ]);
  },
});

export const dcfWacc = define({
  id: "DCF.WACC",
  family: "discounting",
  source: "filing 001, lines 3694–3709",
  formula: "WACC = (Ke + Kd × (1 − T) × D/E) ÷ (1 + D/E)",
  parameters: { cost_equity: entries(), cost_debt: entries(), tax_rate: taxRate(), debt_equity: debtEquity() },
  returns: "matrix",
  example: [[["14.32%"]], [["7.00%"]], [["25%"]], [["20.98%"]]],
  compute(given) {
    const found = elements(given, (element) => {
      const [Ke, Kd, T, DE] = [known(element.cost_equity), known(element.cost_debt), known(element.tax_rate), known(element.debt_equity)];
      return { Ke, Kd, T, DE, cost: weightedCost(Ke, Kd, T, DE) };
    });
    return elementBlock(found, ({ cost }) => cost, ({ Ke, Kd, T, DE, cost }, which) => {
      const symbols = { Ke: ["cost-of-equity", Ke], Kd: ["cost-of-debt", Kd], T: ["tax-rate", T], DE: ["debt-to-equity", DE] } as const;
      return [step("wacc", "(Ke + Kd × (1 − T) × DE) ÷ (1 + DE)", symbols, cost, which)];
    });
  },
});

export const dcfFcff = define({
  id: "DCF.FCFF",
  family: "discounting",
  source: "filing 001, lines 3358–3370",
  formula: "FCFF = EBIT × (1 − T) + D&A − CAPEX − ΔNWC",
  parameters: { ebit: entries(), tax_rate: taxRate(), depreciation: entries(), capex: entries(), change_nwc: entries() },
  returns: "matrix",
  example: [[["1,900.00", "2,050.00", "-120.00"]], [["25%"]], [["800.00", "820.00", "830.00"]], [["600.00", "300.00", "100.00"]], [["150.00", "-40.00", "-"]]],
  compute(given) {
    const found = elements(given, (period) => {
      const terms = {
        ebit: known(period.ebit),
        taxRate: known(period.tax_rate),
        depreciation: known(period.depreciation),
        capex: known(period.capex),
        changeInWorkingCapital: known(period.change_nwc),
      };
      return { ...terms, flow: freeCashFlow(terms) };
    });
    return elementBlock(found, ({ flow }) => flow, ({ ebit, taxRate: T, depreciation, capex, changeInWorkingCapital, flow }, which) => {
      const symbols = { EBIT: ["ebit", ebit], T: ["tax-rate", T], DA: ["depreciation", depreciation], CAPEX: ["capex", capex], W: ["working-capital-increase", changeInWorkingCapital] } as const;
      return [step("free-cash-flow", "EBIT × (1 − T) + DA − CAPEX − W", symbols, flow, which)];
    });
  },
});
