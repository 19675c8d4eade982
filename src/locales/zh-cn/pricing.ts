import type { FunctionTexts } from "../texts.ts";

export const pricing = {
  "PRICING.FAIRVALUE": {
    summary: "未点价批次的公允价值变动损益；买方在价格上涨时为损失。",
    parameters: {
      quantity: "批次数量。",
      initial_price: "初始确认价格。",
      current_price: "资产负债表日价格。",
      side: "\"buy\" 采购（默认）或 \"sell\" 销售。",
      vat: "价格所含增值税税率；省略为 0。",
    },
    returns: "收益为正、损失为负。",
    example: "两批后点价矿石，含 13% 增值税。",
    keywords: ["点价", "后点价", "暂定价", "嵌入衍生工具", "公允价值变动"],
  },
  "PRICING.TABLE": {
    summary: "暂定价批次的公允价值变动台账：未点价与已点价分列。",
    parameters: {
      lots: "每行一批，五列：批次、数量、初始价格、期末或结算价格、是否已点价（TRUE/FALSE 或 是/否）。",
      side: "\"buy\" 采购（默认）或 \"sell\" 销售。",
      vat: "价格所含增值税税率；省略为 0。",
    },
    returns: "表格：批次、未点价、已点价、合计，末行合计。",
    example: "三个批次，其中一批已点价。",
    keywords: ["点价台账", "批次", "暂定价", "已点价", "未点价"],
  },
} satisfies Partial<FunctionTexts>;
