import type { FunctionTexts } from "../texts.ts";

export const margin = {
  "MARGIN.SENSITIVITY": {
    summary: "原材料价格波动对营业成本、毛利和毛利率的敏感性分析，版式与披露一致：每个变动幅度三行，每期一列。",
    parameters: {
      revenue: "各期营业收入，一行或一列。",
      cost: "各期营业成本。",
      input_cost: "各期营业成本中价格发生变动的原材料金额。",
      shocks: "采购价格变动幅度，上涨为正、下降为负：5%、10%、-5%。",
      pass_through: "成本变动中能够通过售价转嫁给客户的比例；省略为 0，1 为全部转嫁。",
      labels: "表头的期间名称；省略则按序号。",
    },
    returns: "表格：表头为期间；每个变动幅度依次为营业成本变动（占成本）、毛利变动（占毛利）、毛利率变动（百分点），均为带符号的小数。",
    example: "玻璃纤维四期数据：原材料采购价格上涨 5% 和 10%，其他条件不变。",
    keywords: ["敏感性", "原材料", "毛利率", "价格波动", "成本转嫁", "毛利", "上涨"],
  },
} satisfies Partial<FunctionTexts>;
