import type { FunctionTexts } from "../texts.ts";

export const funding = {
  "FUND.WORKINGCAPITAL": {
    summary: "销售百分比法测算营运资金：经营性资产和负债随收入同比例增长，逐年新增需求。",
    parameters: {
      revenue_base: "基期营业收入。",
      assets: "基期经营性流动资产，可逐项或一个合计。",
      liabilities: "基期经营性流动负债。",
      growths: "各预测年度的收入增长率。",
    },
    returns: "表格：营业收入、经营性流动资产、经营性流动负债、营运资金占用、各年需求；列为基期、各预测年度、合计。",
    example: "未来三年收入增长 12%、10%、10%。",
    keywords: ["补充流动资金", "销售百分比法", "营运资金", "流动资金缺口"],
  },
  "FUND.GAP": {
    summary: "资金缺口测算：可用资金逐期滚存余额，以及低于最低现金保有量的缺口。",
    parameters: {
      cash: "期初货币资金。",
      restricted: "其中受限部分。",
      credit_lines: "未使用授信额度，一项或多项。",
      inflows: "各期资金流入。",
      outflows: "各期资金流出，填正数。",
      minimum_cash: "最低现金保有量；省略为 0。",
    },
    returns: "表格：期间、期初可用资金、资金流入、资金流出、期末余额、资金缺口。",
    example: "三年资本性支出与现金、未使用授信对比。",
    keywords: ["资金缺口", "可用资金", "授信", "最低现金"],
  },
  "FUND.COVER": {
    summary: "EBITDA、利息保障倍数和 EBITDA 利息保障倍数。",
    parameters: { profit: "各期利润总额。", interest: "计入利润的利息支出。", depreciation: "折旧。", amortisation: "摊销；省略为 0。" },
    returns: "每期三个数：EBITDA、利息保障倍数、EBITDA 利息保障倍数；各期为一列时并排，为一行时上下排列。",
    example: "可转债发行人一个年度。",
    keywords: ["EBITDA", "利息保障倍数", "偿债能力"],
  },
  "FUND.BORROWINGCOST": {
    summary: "借款费用资本化金额：专门借款利息减闲置资金收益，加一般借款按加权平均利率计算的部分。",
    parameters: {
      expenditures: "资产支出，按发生日期先后排列。",
      fractions: "各项支出占用时间占全年的比例，0 至 1。",
      specific_loan: "专门借款本金，全年占用；首先用于最早的支出。",
      specific_rate: "专门借款年利率。",
      idle_income: "尚未动用部分的收益；省略为 0。",
      general_principals: "一般借款本金；省略则无。",
      general_rates: "一般借款年利率。",
      general_fractions: "各笔一般借款占用时间占全年的比例；省略为 1。",
    },
    returns: "计算步骤表：利息、闲置收益、专门借款部分、支出加权平均数、资本化率、一般借款利息、一般借款部分、合计。不超过实际发生的利息。",
    example: "三笔支出，专门借款 2,000，两笔一般借款。",
    keywords: ["借款费用", "资本化", "资本化率", "专门借款", "一般借款"],
  },
  "FUND.RULES": {
    summary: "再融资条件测算：按董事会决议日适用的规则，检验累计债券余额、财务性投资和补充流动资金比例。",
    parameters: {
      board_date: "董事会决议日。",
      net_assets: "最近一期末净资产（口径按规则）。",
      bonds_after_issue: "本次发行后累计债券余额。",
      financial_investments: "已持有和拟持有的财务性投资。",
      raise: "募集资金总额。",
      working_capital_part: "补充流动资金、偿还债务等非资本性支出。",
    },
    returns: "表格：项目、金额、基数、比例、上限、结论、规则、施行日期、备注。2023-02-17 之前仅收录主板、中小板的累计债券余额上限，未收录的不作判断。每项规则须由使用者核对现行原文。",
    example: "2025 年 6 月董事会决议的发行。",
    keywords: ["再融资", "发行条件", "累计债券余额", "财务性投资", "补流比例"],
  },
} satisfies Partial<FunctionTexts>;
