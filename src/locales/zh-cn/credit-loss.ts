import type { FunctionTexts } from "../texts.ts";

export const creditLoss = {
  "ECL.RECOVERYMIGRATION": {
    summary: "由历史回收率扣减前瞻性调整求各账龄段的迁徙率；最后一段为 100%。",
    parameters: {
      recovery: "各账龄段的历史回收率，由短到长，占期初余额的比例（97.86% 或 0.9786）。",
      adjustment: "前瞻性调整：各段共用一个，或每段一个；从回收率中扣减。",
    },
    returns: "每个账龄段一个迁徙率。",
    example: "五个账龄段，回收率 97.86% 至 0%，各扣减 0.08 个百分点。",
    keywords: ["迁徙率", "回收率", "前瞻性", "滚动率"],
  },
  "ECL.RATES": {
    summary: "各账龄段的预期信用损失率：沿迁徙路径到最后一段的迁徙率连乘，再乘最终损失率。",
    parameters: {
      migration: "各账龄段的迁徙率，由短到长。",
      next: "各段迁往第几段（从 1 数起）；省略时依次迁往后一段。一年以内的并行账龄段填同一个数：{3,3,4,5,5}。",
      terminal_loss: "到达终点的余额损失多少，省略为 1。",
      digits: "按小数（不是百分数）保留的位数：4 即 12.34%。省略则不取舍。",
    },
    returns: "每个账龄段一个损失率。",
    example: "一年以内的两段并行迁往 1–2 年，最后一段全部损失。",
    keywords: ["损失率", "预期信用损失", "连乘", "账龄", "坏账", "减值矩阵"],
  },
} satisfies Partial<FunctionTexts>;
