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
} satisfies Partial<FunctionTexts>;
