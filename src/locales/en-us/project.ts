import type { FunctionTexts } from "../texts.ts";

export const project = {
  "PROJECT.EVALUATE": {
    summary: "Evaluation of a project before financing: yearly flows before and after income tax, internal rate of return, net present value, payback and discounted payback.",
    parameters: {
      capex: "Capital expenditure by year, positive, year 1 first.",
      revenue: "Revenue by year, without VAT.",
      cost: "Cash cost by year, without depreciation and interest.",
      depreciation: "Depreciation and amortisation by year.",
      tax_rate: "Income tax rate, a fraction.",
      rate: "Discount rate; 10% if omitted.",
      salvage: "What the assets bring at the end of the last year; 0 if omitted.",
      working_capital: "Put into working capital by year, positive; all of it returns in the last year.",
      surtax: "Surtaxes by year.",
    },
    returns: "A table: year, EBIT, income tax, flow before and after tax; then IRR, NPV, payback and discounted payback of both. Payback counts from the start of year 1.",
    example: "Two years of building and six of full output.",
    keywords: ["project", "IRR", "NPV", "payback", "feasibility", "capital budgeting"],
  },
  "PROJECT.BEP": {
    summary: "Break-even output: how much must be made to pay the fixed cost, and what share of capacity that is.",
    parameters: {
      fixed_cost: "Fixed cost of a year.",
      price: "Selling price of one unit.",
      variable_cost: "Variable cost of one unit.",
      tax: "Tax on one unit; 0 if omitted.",
      capacity: "Capacity of a year; the share is left out if omitted.",
    },
    returns: "Break-even output, and its share of capacity.",
    example: "Carbon anodes: 18,500 of fixed cost, 300,000 tonnes of capacity.",
    keywords: ["break-even", "BEP", "fixed cost", "utilisation"],
  },
  "PROJECT.SENSITIVITY": {
    summary: "Sensitivity of a project after tax to capital expenditure, revenue and cost: NPV, IRR, sensitivity coefficient, critical point.",
    parameters: {
      capex: "Capital expenditure by year, positive, year 1 first.",
      revenue: "Revenue by year.",
      cost: "Cash cost by year.",
      depreciation: "Depreciation by year; it stays as planned.",
      tax_rate: "Income tax rate, a fraction.",
      changes: "Changes of each factor as signed fractions: -10%, 10%.",
      rate: "Discount rate; 10% if omitted.",
    },
    returns: "A table: factor, change, NPV, IRR, sensitivity coefficient, critical point; the base case first.",
    example: "Five years of output after one of building, each factor ±10%.",
    keywords: ["sensitivity", "critical point", "switching value", "IRR", "elasticity"],
  },
  "PROJECT.CAPACITY": {
    summary: "Capacity of a year, each plant weighted by its months in service; the month of start counts in full.",
    parameters: { capacities: "Capacity of each plant.", start_dates: "Start of each plant: a date or a month (2019-05).", year: "The year." },
    returns: "One figure.",
    example: "Four plants, three of which start in 2019: 147.",
    keywords: ["capacity", "months in service", "weighted"],
  },
} satisfies Partial<FunctionTexts>;
