import type { FunctionTexts } from "../texts.ts";

const rate = "Discount rate a year, as a fraction (10.2% or 0.102); above −100%.";
const growth = "Growth of the flows after the last period, below the rate. Omitted, with no terminal flow: nothing follows the last period.";
const timing = '"end" (default), "mid" or "begin" of each year, or as many times in years as there are flows.';
const terminalFlow = "Flow of the first year after the last period, capitalised as it is; omitted, the last flow × (1 + growth).";

export const discounting = {
  "DCF.VALUE": {
    summary: "Value of cash flows by discounting: the present value of the explicit flows plus, where growth or a terminal flow is given, of the perpetuity after them.",
    parameters: {
      flows: "One flow a period from period 1 on, as a row or a column. A blank or '-' is a year without a flow.",
      rate,
      growth,
      timing,
      terminal_flow: terminalFlow,
    },
    returns: "The value at the valuation date, in the unit of the flows.",
    example: "Five years of flows in the middle of each year at 10.2%, then growth of 2% for ever; the perpetuity takes the factor of year 4.5.",
    keywords: ["DCF", "present value", "NPV", "perpetuity", "Gordon growth", "terminal value", "income approach", "value in use"],
  },
  "DCF.TABLE": {
    summary: "The discounting table: each flow with its time, factor and present value, then the terminal value and the total.",
    parameters: {
      labels: "A name for each period, such as its year.",
      flows: "One flow a period from period 1 on, as a row or a column. A blank or '-' is a year without a flow.",
      rate,
      growth,
      timing,
      terminal_flow: terminalFlow,
    },
    returns: "Table: period, cash flow, time, discount factor, present value; where there is one the terminal value; the total.",
    example: "Three years of flows at 10.2%, then growth of 2% for ever.",
    keywords: ["DCF", "discount table", "discount factor", "present value", "terminal value", "income approach"],
  },
  "DCF.NPV": {
    summary: "Net present value at time 0 of flows 1 to n, at one rate or at forward rates whose factors multiply.",
    parameters: {
      rate: "One rate a year, or n forward rates, one a period; above −100%.",
      flows: "One flow a period from period 1 on. A blank or '-' is a year without a flow; the years do not close up as in Excel.",
      timing,
    },
    returns: "The present value, in the unit of the flows.",
    example: "Three mid-year flows at 10.2%.",
    keywords: ["NPV", "net present value", "discount", "forward rates"],
  },
  "DCF.XNPV": {
    summary: "Present value of dated flows, actual days over 365.",
    parameters: {
      rate,
      flows: "One flow a date, in any order.",
      dates: "The date of each flow: serials, or texts such as 2024-12-31, 2024年末.",
      base: "The date of valuation; the first date if omitted. Earlier flows are compounded.",
    },
    returns: "The present value at the base date.",
    example: "Five flows between January 2008 and April 2009 at 9%: 2,086.65.",
    keywords: ["XNPV", "dated flows", "present value", "actual/365"],
  },
  "DCF.TERMINAL": {
    summary: "Value of a growing perpetuity at the end of the last period: the flow of the next year over the rate less growth.",
    parameters: {
      flow_last: "Flow of the last period.",
      rate,
      growth: "Growth for ever after, below the rate.",
    },
    returns: "One value for each flow.",
    example: "1,250 growing by 2% for ever at 10.2%.",
    keywords: ["Gordon growth", "terminal value", "perpetuity", "continuing value"],
  },
  "DCF.EXPECTED": {
    summary: "Present value of the flows of several scenarios weighted by their probabilities.",
    parameters: {
      flows: "A row for each scenario, a column for each period.",
      probabilities: "One for each scenario, adding to 1.",
      rate: "Discount rate a year that does not count again the risk the scenarios contain.",
      timing,
    },
    returns: "The present value of the expected flows.",
    example: "Three scenarios at 30%, 50% and 20%.",
    keywords: ["expected cash flow", "scenario", "probability", "IAS 36 A7"],
  },
  "DCF.FCFF": {
    summary: "Free cash flow to the firm: EBIT after tax plus depreciation less capital expenditure less the increase of working capital.",
    parameters: {
      ebit: "Earnings before interest and tax of each period; a loss brings its tax back.",
      tax_rate: "Tax rate, 0 to 1.",
      depreciation: "Depreciation and amortisation.",
      capex: "Capital expenditure, positive.",
      change_nwc: "Increase of working capital; a decrease is negative.",
    },
    returns: "One flow for each period.",
    example: "Three years, the last with a loss.",
    keywords: ["FCFF", "free cash flow", "unlevered cash flow", "NOPAT"],
  },
  "DCF.CAPM": {
    summary: "Cost of equity: risk-free rate plus beta times the market premium, plus size and specific risk.",
    parameters: {
      risk_free: "Risk-free rate.",
      beta: "Levered beta.",
      premium: "Market risk premium.",
      size: "Size premium; 0 if omitted.",
      specific: "Specific risk; 0 if omitted.",
    },
    returns: "One cost of equity for each beta.",
    example: "3.96% + 1.0532 × 6.99% + 3.00% = 14.32%.",
    keywords: ["CAPM", "cost of equity", "beta", "risk premium"],
  },
  "DCF.RELEVER": {
    summary: "Levered beta from an unlevered one (Hamada).",
    parameters: {
      unlevered_beta: "Beta without debt.",
      debt_equity: "Debt to equity at market values, at least 0.",
      tax_rate: "Tax rate, 0 to 1.",
    },
    returns: "One beta for each.",
    example: "0.9100 at a D/E of 20.98% and 25% tax: 1.0532.",
    keywords: ["beta", "relever", "Hamada", "capital structure"],
  },
  "DCF.UNLEVER": {
    summary: "Unlevered beta from a levered one (Hamada).",
    parameters: {
      levered_beta: "Beta as observed, with the company's debt.",
      debt_equity: "Debt to equity at market values, at least 0.",
      tax_rate: "Tax rate, 0 to 1.",
    },
    returns: "One beta for each.",
    example: "Three comparable companies.",
    keywords: ["beta", "unlever", "Hamada", "comparable companies"],
  },
  "DCF.WACC": {
    summary: "Weighted average cost of capital after tax.",
    parameters: {
      cost_equity: "Cost of equity.",
      cost_debt: "Cost of debt before tax.",
      tax_rate: "Tax rate, 0 to 1.",
      debt_equity: "Debt to equity, at least 0.",
    },
    returns: "One rate for each.",
    example: "14.32% of equity, 7.00% of debt, 25% tax, D/E 20.98%: 12.75%.",
    keywords: ["WACC", "cost of capital", "discount rate"],
  },
  "DCF.MIRR": {
    summary: "Modified internal rate of return: what is paid is financed at one rate, what is received is reinvested at another.",
    parameters: {
      flows: "The flows, the first at time 0.",
      finance_rate: "Rate at which what is paid is financed.",
      reinvest_rate: "Rate at which what is received is reinvested.",
    },
    returns: "One rate; −100% where nothing is received.",
    example: "An outlay of 120,000 and five returns, 10% and 12%: 12.61%.",
    keywords: ["MIRR", "modified return", "reinvestment"],
  },
  "DCF.PAYBACK": {
    summary: "Payback period: years until the flows have returned what was paid, interpolated inside the year; discounted where a rate is given.",
    parameters: {
      flows: "The flows, the first at time 0.",
      rate: "Discount rate a year; 0 if omitted.",
      construction: "Years of construction to be taken off; 0 if omitted.",
    },
    returns: "Years; #N/A where they never do.",
    example: "1,000 paid, recovered in the fourth year at 8%.",
    keywords: ["payback", "discounted payback", "recovery"],
  },
} satisfies Partial<FunctionTexts>;
