import type { FunctionTexts } from "../texts.ts";

export const funding = {
  "FUND.WORKINGCAPITAL": {
    summary: "Working capital by percentage of sales: operating assets and liabilities grow with revenue; what is needed year by year.",
    parameters: {
      revenue_base: "Revenue of the base year.",
      assets: "Operating current assets of the base year, item by item or one total.",
      liabilities: "Operating current liabilities of the base year.",
      growths: "Growth of revenue, one fraction a forecast year.",
    },
    returns: "A table: revenue, operating assets, operating liabilities, working capital, yearly need; base year, forecast years, total.",
    example: "Three years of growth at 12%, 10% and 10%.",
    keywords: ["working capital", "percentage of sales", "funding need", "forecast"],
  },
  "FUND.GAP": {
    summary: "Funding gap by period: the running balance of what can be drawn on, and what is missing to hold a minimum.",
    parameters: {
      cash: "Cash at the start.",
      restricted: "The part of it that is restricted.",
      credit_lines: "Unused credit lines, one or several.",
      inflows: "Inflows by period.",
      outflows: "Outflows by period, positive.",
      minimum_cash: "Cash that must remain; 0 if omitted.",
    },
    returns: "A table: period, opening balance, inflow, outflow, closing balance, gap.",
    example: "Three years of capital spending against cash and unused lines.",
    keywords: ["funding gap", "liquidity", "cash", "credit line"],
  },
  "FUND.COVER": {
    summary: "EBITDA and how often it, and profit before interest, covers the interest.",
    parameters: {
      profit: "Profit before tax, one value a period.",
      interest: "Interest expense in profit.",
      depreciation: "Depreciation.",
      amortisation: "Amortisation; 0 if omitted.",
    },
    returns: "Three figures a period: EBITDA, interest cover, EBITDA cover; beside a column of periods, below a row of them.",
    example: "One year of an issuer of convertible bonds.",
    keywords: ["EBITDA", "interest cover", "solvency", "debt service"],
  },
  "FUND.BORROWINGCOST": {
    summary: "Borrowing costs to be capitalised in a year: specific loan less the income of its idle part, general loans at their weighted rate.",
    parameters: {
      expenditures: "Expenditures on the asset in the order of their dates.",
      fractions: "The part of the year each was out, 0 to 1.",
      specific_loan: "Principal of the specific loan, out the whole year; it pays the first expenditures.",
      specific_rate: "Its yearly rate.",
      idle_income: "Income of the part not yet spent; 0 if omitted.",
      general_principals: "Principals of general loans; none if omitted.",
      general_rates: "Their yearly rates.",
      general_fractions: "The part of the year each was outstanding; 1 if omitted.",
    },
    returns: "A table of the steps: interest, idle income, specific part, weighted excess expenditure, capitalisation rate, general interest, general part, total. Never more than was incurred.",
    example: "Three payments, a specific loan of 2,000 and two general loans.",
    keywords: ["borrowing costs", "capitalisation", "IAS 23", "CAS 17", "interest"],
  },
  "FUND.RULES": {
    summary: "Tests of an issue with the limits in force at the board date: bonds outstanding, financial investments, working capital in the proceeds.",
    parameters: {
      board_date: "Date of the board's decision.",
      net_assets: "Net assets at the latest period end, as the rule defines them.",
      bonds_after_issue: "All bonds outstanding after the issue.",
      financial_investments: "Financial investments held and planned.",
      raise: "Proceeds of the issue.",
      working_capital_part: "Working capital, debt repayment and other spending that is not capital.",
    },
    returns: "A table: test, amount, base, ratio, limit, result, rule, date in force, remark. Before 2023-02-17 only the limit on bonds of the main and SME boards is on file; what is not on file is not judged. Each rule must be confirmed against the text in force.",
    example: "An issue decided in June 2025.",
    keywords: ["issue conditions", "bonds", "financial investment", "limit", "refinancing"],
  },
} satisfies Partial<FunctionTexts>;
