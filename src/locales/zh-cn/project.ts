import type { FunctionTexts } from "../texts.ts";

export const project = {
  "PROJECT.EVALUATE": {
    summary: "项目投资经济评价（融资前）：所得税前、后各年净现金流量，财务内部收益率、财务净现值、静态和动态投资回收期。",
    parameters: {
      capex: "各年建设投资，填正数，从第 1 年起。",
      revenue: "各年营业收入（不含税）。",
      cost: "各年经营成本（不含折旧和利息）。",
      depreciation: "各年折旧与摊销。",
      tax_rate: "所得税税率（小数）。",
      rate: "基准折现率；省略为 10%。",
      salvage: "期末回收的固定资产余值；省略为 0。",
      working_capital: "各年投入的流动资金，填正数；末年全部收回。",
      surtax: "各年税金及附加。",
    },
    returns: "表格：年份、息税前利润、调整所得税、税前与税后净现金流量；其后为两种口径的内部收益率、净现值、静态和动态投资回收期。回收期自第 1 年年初起算。",
    example: "建设期两年，其后六年达产。",
    keywords: ["项目评价", "内部收益率", "净现值", "投资回收期", "募投项目"],
  },
  "PROJECT.BEP": {
    summary: "盈亏平衡产量，以及占产能的比例。",
    parameters: { fixed_cost: "年固定成本。", price: "单位售价。", variable_cost: "单位变动成本。", tax: "单位税金；省略为 0。", capacity: "年产能；省略则不计算比例。" },
    returns: "盈亏平衡产量及占产能的比例。",
    example: "预焙阳极：固定成本 18,500，产能 300,000 吨。",
    keywords: ["盈亏平衡", "盈亏平衡点", "BEP", "固定成本", "产能利用率"],
  },
  "PROJECT.SENSITIVITY": {
    summary: "项目敏感性分析（税后）：建设投资、营业收入、经营成本变动时的净现值、内部收益率、敏感度系数和临界点。",
    parameters: {
      capex: "各年建设投资，填正数，从第 1 年起。",
      revenue: "各年营业收入。",
      cost: "各年经营成本。",
      depreciation: "各年折旧，不随因素变动。",
      tax_rate: "所得税税率（小数）。",
      changes: "各因素变动幅度（带符号）：-10%、10%。",
      rate: "基准折现率；省略为 10%。",
    },
    returns: "表格：因素、变动幅度、净现值、内部收益率、敏感度系数、临界点；首行为基本方案。",
    example: "建设一年、生产五年，各因素变动 ±10%。",
    keywords: ["敏感性分析", "敏感度系数", "临界点", "内部收益率"],
  },
  "PROJECT.CAPACITY": {
    summary: "年度产能：各生产线按投产月数加权，投产当月按整月计。",
    parameters: { capacities: "各生产线产能。", start_dates: "各生产线投产日期或月份（2019-05、2019年5月）。", year: "年份。" },
    returns: "一个数。",
    example: "四条生产线，其中三条于 2019 年投产：147。",
    keywords: ["产能", "加权产能", "投产月份"],
  },
} satisfies Partial<FunctionTexts>;
