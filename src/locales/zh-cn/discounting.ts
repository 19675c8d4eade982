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
} satisfies Partial<FunctionTexts>;
