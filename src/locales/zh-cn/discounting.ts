import type { FunctionTexts } from "../texts.ts";

const rate = "折现率（年），以小数或百分数表示（10.2% 或 0.102），须高于 −100%。";
const growth = "预测期之后的永续增长率，须低于折现率。与永续期现金流量均省略时，不计算永续期。";
const timing = "现金流量的时点：\"end\" 年末（默认）、\"mid\" 年中、\"begin\" 年初；或与现金流量个数相同的一组折现期（年）。";
const terminalFlow = "预测期后第一年的现金流量，直接资本化；省略时为最后一期现金流量 ×（1 + 增长率）。";

export const discounting = {
  "DCF.VALUE": {
    summary: "现金流折现的价值：各预测期现金流量的现值之和；给出增长率或永续期现金流量时，再加永续期价值的现值。",
    parameters: {
      flows: "自第 1 期起每期一个现金流量，排成一行或一列。空白或“-”表示当年没有现金流量。",
      rate,
      growth,
      timing,
      terminal_flow: terminalFlow,
    },
    returns: "评估基准日的价值，单位与现金流量相同。",
    example: "五年年中现金流量，折现率 10.2%，此后永续增长 2%；永续期价值按第 4.5 年的折现系数折现。",
    keywords: ["收益法", "折现", "现值", "净现值", "永续增长", "永续期", "未来现金流量的现值"],
  },
  "DCF.TABLE": {
    summary: "折现计算表：各期现金流量、折现期、折现系数、现值，以及永续期价值与合计。",
    parameters: {
      labels: "各期名称，例如年度。",
      flows: "自第 1 期起每期一个现金流量，排成一行或一列。空白或“-”表示当年没有现金流量。",
      rate,
      growth,
      timing,
      terminal_flow: terminalFlow,
    },
    returns: "表格：期间、现金流量、折现期、折现系数、现值；有永续期时另列永续期价值；最后为合计。",
    example: "三年现金流量，折现率 10.2%，此后永续增长 2%。",
    keywords: ["收益法", "折现表", "折现系数", "现值", "永续期", "净现值"],
  },
  "DCF.NPV": {
    summary: "第 1 至 n 期现金流量在 0 时点的净现值；折现率可以是一个，也可以每期一个（各期系数连乘）。",
    parameters: {
      rate: "年折现率一个，或每期一个远期利率；须高于 −100%。",
      flows: "自第 1 期起每期一个现金流量。空白或“-”表示当年没有现金流量；年度不会像 Excel 那样前移。",
      timing,
    },
    returns: "净现值，单位与现金流量相同。",
    example: "三个年中现金流量，折现率 10.2%。",
    keywords: ["净现值", "折现", "现值", "远期利率"],
  },
  "DCF.XNPV": {
    summary: "按实际日期折现的现值，实际天数除以 365。",
    parameters: {
      rate,
      flows: "每个日期一个现金流量，顺序不限。",
      dates: "各现金流量的日期：序列号，或 2024-12-31、2024年末 等文本。",
      base: "评估基准日，省略为第一个日期；更早的现金流量按复利计算到基准日。",
    },
    returns: "基准日的现值。",
    example: "2008 年 1 月至 2009 年 4 月的五个现金流量，折现率 9%：2,086.65。",
    keywords: ["净现值", "按日折现", "日期", "现值"],
  },
  "DCF.TERMINAL": {
    summary: "最后一期期末的永续价值：下一年现金流量 ÷（折现率 − 增长率）。",
    parameters: {
      flow_last: "最后一期现金流量。",
      rate,
      growth: "此后的永续增长率，须低于折现率。",
    },
    returns: "每个现金流量一个价值。",
    example: "1,250 永续增长 2%，折现率 10.2%。",
    keywords: ["永续价值", "终值", "永续增长", "戈登模型"],
  },
  "DCF.EXPECTED": {
    summary: "各情景现金流量按概率加权后的现值（期望现金流量法）。",
    parameters: {
      flows: "每行一个情景，每列一期。",
      probabilities: "每个情景一个概率，合计为 1。",
      rate: "折现率（年），不得重复考虑已反映在情景中的风险。",
      timing,
    },
    returns: "期望现金流量的现值。",
    example: "三个情景，概率 30%、50%、20%。",
    keywords: ["期望现金流量", "情景", "概率", "现值"],
  },
  "DCF.FCFF": {
    summary: "企业自由现金流量：息税前利润 ×（1 − 所得税率）+ 折旧与摊销 − 资本性支出 − 营运资金增加额。",
    parameters: {
      ebit: "各期息税前利润；亏损同时带回所得税。",
      tax_rate: "所得税率，0 至 1。",
      depreciation: "折旧与摊销。",
      capex: "资本性支出，填正数。",
      change_nwc: "营运资金增加额；减少填负数。",
    },
    returns: "每期一个现金流量。",
    example: "三年，最后一年亏损。",
    keywords: ["自由现金流", "企业自由现金流量", "收益法", "息前税后利润"],
  },
  "DCF.CAPM": {
    summary: "权益资本成本：无风险报酬率 + β × 市场风险溢价 + 规模溢价 + 特有风险报酬率。",
    parameters: {
      risk_free: "无风险报酬率。",
      beta: "有财务杠杆 β 系数。",
      premium: "市场风险溢价。",
      size: "规模溢价，省略为 0。",
      specific: "企业特有风险报酬率，省略为 0。",
    },
    returns: "每个 β 一个权益资本成本。",
    example: "3.96% + 1.0532 × 6.99% + 3.00% = 14.32%。",
    keywords: ["资本资产定价模型", "权益资本成本", "β 系数", "风险溢价"],
  },
  "DCF.RELEVER": {
    summary: "由无财务杠杆 β 系数计算有财务杠杆 β 系数（Hamada 公式）。",
    parameters: {
      unlevered_beta: "无财务杠杆 β 系数。",
      debt_equity: "按市场价值计算的 D/E，不得为负。",
      tax_rate: "所得税率，0 至 1。",
    },
    returns: "每个输入一个 β。",
    example: "βU 0.9100，D/E 20.98%，所得税率 25%：1.0532。",
    keywords: ["β 系数", "加杠杆", "资本结构"],
  },
  "DCF.UNLEVER": {
    summary: "由有财务杠杆 β 系数计算无财务杠杆 β 系数（Hamada 公式）。",
    parameters: {
      levered_beta: "可比公司的有财务杠杆 β 系数。",
      debt_equity: "按市场价值计算的 D/E，不得为负。",
      tax_rate: "所得税率，0 至 1。",
    },
    returns: "每个输入一个 β。",
    example: "三家可比公司。",
    keywords: ["β 系数", "去杠杆", "可比公司"],
  },
  "DCF.WACC": {
    summary: "加权平均资本成本（税后）。",
    parameters: {
      cost_equity: "权益资本成本。",
      cost_debt: "税前债务资本成本。",
      tax_rate: "所得税率，0 至 1。",
      debt_equity: "D/E，不得为负。",
    },
    returns: "每组输入一个折现率。",
    example: "权益 14.32%，债务 7.00%，所得税率 25%，D/E 20.98%：12.75%。",
    keywords: ["加权平均资本成本", "折现率", "资本结构"],
  },
  "DCF.MIRR": {
    summary: "修正内部收益率：流出按融资利率折现，流入按再投资收益率计至期末。",
    parameters: {
      flows: "各期现金流量，第一个在 0 时点。",
      finance_rate: "融资利率。",
      reinvest_rate: "再投资收益率。",
    },
    returns: "一个收益率；没有流入时为 −100%。",
    example: "投入 120,000，五期回收，10% 与 12%：12.61%。",
    keywords: ["修正内部收益率", "再投资"],
  },
  "DCF.PAYBACK": {
    summary: "投资回收期：收回投资所需的年数，当年内按比例插值；给出折现率时为动态投资回收期。",
    parameters: {
      flows: "各期现金流量，第一个在 0 时点。",
      rate: "折现率（年），省略为 0（静态）。",
      construction: "应扣除的建设期（年），省略为 0。",
    },
    returns: "年数；始终未能收回时为 #N/A。",
    example: "投入 1,000，按 8% 折现于第四年收回。",
    keywords: ["投资回收期", "静态回收期", "动态回收期"],
  },
} satisfies Partial<FunctionTexts>;
