import type { FunctionTexts } from "../texts.ts";

export const margin = {
  "MARGIN.SENSITIVITY": {
    summary: "Sensitivity of cost, gross profit and gross margin to the price of an input, laid out as filings disclose it: three rows for every shock, one column a period.",
    parameters: {
      revenue: "Revenue, one value a period, as a row or a column.",
      cost: "Cost of sales, one value a period.",
      input_cost: "The part of the cost that is the input whose price moves, one value a period.",
      shocks: "Changes of the input's price as signed fractions: 5%, 10%, -5%.",
      pass_through: "Share of the change of cost that is handed on in the selling price; 0 if omitted, 1 hands on all of it.",
      labels: "Names of the periods for the header; numbered if omitted.",
    },
    returns: "A table: a header of periods, then for every shock the change of cost as a share of cost, of gross profit as a share of gross profit, and of the margin in points, all as signed fractions.",
    example: "Glass fibre, four periods: raw material 5% and 10% dearer, all else unchanged.",
    keywords: ["sensitivity", "raw material", "margin", "shock", "pass-through", "what if", "gross profit"],
  },
} satisfies Partial<FunctionTexts>;
