import type { FunctionTexts } from "../texts.ts";

const digits = "数值单元格披露时的小数位数：填一个则通用，或每个在前的参数各填一个。省略则取本次调用中出现的最多位数；文本单元格按其自身位数。";
const answer =
  "{结果, 差异, 容许尾差}：OK 表示重算数取舍后与披露数一致；TAIL 表示差异（披露数 − 重算数）在披露位数容许的尾差之内；BREAK 表示勾稽不符。披露数为一列时每行一个结果，为一行时每列一个结果。";

export const tieOut = {
  "TIE.SUM": {
    summary: "合计勾稽：披露的合计与各分项之和是否一致，区分四舍五入尾差与差错。",
    parameters: {
      printed: "披露的合计；若为一列或一行，各自的分项在其旁或其下。",
      parts: "披露的各分项。“-”为零；减项填负数。",
      digits,
    },
    returns: answer,
    example: "五个账龄段与披露的合计。",
    keywords: ["勾稽", "合计", "加总", "尾差", "核对"],
  },
  "TIE.RATIO": {
    summary: "比率勾稽：披露的比率能否由取舍后为所列分子、分母的真实数据得出。",
    parameters: {
      printed: "披露的比率（40.46% 或 0.4046）。",
      numerator: "披露的分子。",
      denominator: "披露的分母；为零则报错。",
      digits,
    },
    returns: answer,
    example: "四个期间原材料占主营业务成本的比例。",
    keywords: ["勾稽", "占比", "比率", "毛利率", "尾差", "核对"],
  },
  "TIE.PRODUCT": {
    summary: "乘积勾稽：披露数是否等于 a × b ÷ 换算系数，在披露位数容许的范围内。",
    parameters: {
      printed: "披露的乘积。",
      a: "披露的第一个乘数，如数量或账面余额。",
      b: "披露的第二个乘数，如单价或损失率。",
      scale: "精确的换算系数：由元换算为万元填 10000。省略为 1。",
      digits,
    },
    returns: answer,
    example: "三个坏账准备与账面余额 × 损失率核对，第二个对不上。",
    keywords: ["勾稽", "乘积", "数量乘单价", "量价额", "尾差", "核对"],
  },
  "READ.NUMBER": {
    summary: "读出披露文件单元格中的数值：千分位、括号负数、百分数、百分点、升降字样、单位与区间，均按读者的理解。",
    parameters: { text: "按原样的单元格。百分数和百分点换为小数；单位只读过，不换算。" },
    returns: "数值；区间返回并列的两端。日期、（1）之类的序号和文字返回错误。",
    example: "下降的百分点、带单位的金额、括号负数和一个区间。",
    keywords: ["取数", "数值", "文本", "解析", "百分点", "区间"],
  },
} satisfies Partial<FunctionTexts>;
