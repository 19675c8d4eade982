import type { FunctionTexts } from "../texts.ts";

const digits = "数值单元格披露时的小数位数：填一个则通用，或每个在前的参数各填一个。省略则取本次调用中出现的最多位数；文本单元格按其自身位数。";
const answer =
  "{结果, 差异, 容许尾差}：OK 表示重算数四舍五入后与披露数一致；TAIL 表示差异（披露数 − 重算数）在披露位数容许的尾差之内；BREAK 表示勾稽不符。披露数为一列时每行一个结果，为一行时每列一个结果。";

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
    summary: "比率勾稽：披露的比率能否由四舍五入后为所列分子、分母的真实数据得出。",
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
    summary: "读出披露文件单元格中的数值：千分位、括号负数、百分数、百分点、升降字样、单位与区间，均按阅读习惯识别。",
    parameters: { text: "按原样的单元格。百分数和百分点换为小数；单位只识别，不换算。" },
    returns: "数值；区间返回并列的两端。日期、（1）之类的序号和文字返回错误。",
    example: "下降的百分点、带单位的金额、括号负数和一个区间。",
    keywords: ["取数", "数值", "文本", "解析", "百分点", "区间"],
  },
  "TIE.CHANGE": {
    summary: "变动比例勾稽：披露的变动比例能否由四舍五入后为所列两期数的真实数据得出，以及所用的基数。",
    parameters: {
      printed: "披露的变动比例。",
      current: "披露的本期数。",
      prior: "披露的上期数；为零则报错。",
      digits,
    },
    returns: `${answer}第四格说明符合的基数：signed 按带符号的上期数，absolute 按上期数绝对值（仅上期为负时不同），none 均不符合。`,
    example: "一个下降，以及上期为负、分别用两种基数的变动。",
    keywords: ["勾稽", "同比", "变动比例", "增长率", "基数", "核对"],
  },
  "TIE.ROLL": {
    summary: "滚动勾稽：披露的期末数是否等于期初数加本期增加减本期减少。",
    parameters: {
      printed: "披露的期末数。",
      opening: "披露的期初数。",
      increases: "披露的各项本期增加。",
      decreases: "披露的各项本期减少，填正数。",
      digits,
    },
    returns: answer,
    example: "期初 100.00，两项增加，一项减少。",
    keywords: ["勾稽", "变动表", "期初", "期末", "滚动", "核对"],
  },
  "TIE.WEIGHTED": {
    summary: "加权勾稽：披露的综合比率是否等于各项占比与比率乘积之和，在披露位数容许的范围内。",
    parameters: {
      printed: "披露的综合比率。",
      shares: "披露的各项占比。",
      rates: "披露的各项比率，与占比一一对应。",
      digits,
    },
    returns: answer,
    example: "由两项业务的毛利率和收入占比勾稽综合毛利率。",
    keywords: ["勾稽", "加权", "综合毛利率", "占比", "核对"],
  },
  "TIE.IMPLIED": {
    summary: "反推分母：若干“金额、占比”共同指向的总额；没有共同总额时为 BREAK。",
    parameters: {
      amounts: "披露的金额。",
      shares: "披露的占未披露总额的比例，与金额一一对应。",
      digits,
    },
    returns: "{下限, 上限}：与各组均相符的总额区间；或 BREAK。",
    example: "同一年度两笔销售及其占同类交易的比例。",
    keywords: ["反推", "隐含分母", "总额", "占比", "勾稽"],
  },
  "TIE.BASE": {
    summary: "由本期数和披露的变动比例反推未披露的上期数。",
    parameters: {
      current: "披露的本期数。",
      printed_rate: "披露的变动比例，下降填负数。",
      base: "“signed”按带符号的上期数，“absolute”按绝对值（上期为亏损）。省略为 signed。",
      digits,
    },
    returns: "{下限, 按披露数计算, 上限}。",
    example: "一季度收入下降 6.29%。",
    keywords: ["反推", "上期数", "基数", "勾稽"],
  },
  "CHANGE.RATE": {
    summary: "较上期的变动比例，可选基数；涉及亏损时可改用扭亏为盈等表述。",
    parameters: {
      current: "本期数。",
      prior: "上期数；为零的一项报错。",
      base: "“signed”除以上期数，“absolute”除以其绝对值，“label”在任一期为亏损时给出表述。省略为 signed。",
    },
    returns: "每组一个比例或表述。",
    example: "三家公司：扭亏为盈、两期盈利、由盈转亏。",
    keywords: ["同比", "变动比例", "增长率", "扭亏为盈", "亏损"],
  },
  "CHANGE.TEXT": {
    summary: "按披露文件的写法表述变动：比例、百分点或金额。",
    parameters: {
      current: "本期数。",
      prior: "上期数。",
      kind: "“rate”比例、“points”百分点（两数均为小数）、“amount”金额、“change”（本期数本身即变动比例，上期数填 0）。省略为 rate，以上期数绝对值为基数。已算出的百分点或金额变动，上期数填 0。",
      language: "“zh-CN”或“en-US”；省略则用工作簿的语言。",
      digits: "表述中的小数位数，省略为 2。",
      unit: "金额后的单位。",
      join: "“forward”按原顺序、“reverse”按相反顺序，将一行或一列的各期合为一句（分别下降……）。省略则每组一个片段。",
    },
    returns: "每组一个语句片段；指定 join 时合为一句。",
    example: "敏感性分析表的一行（最近一期在前）写成披露文件的一句（最早一期在前）。",
    keywords: ["表述", "同比增长", "百分点", "变动", "语句", "分别", "敏感性"],
  },
  "PEER.STAT": {
    summary: "同行业可比公司的统计值，只计有数据的公司。",
    parameters: {
      values: "可比公司的数值；“不适用”“N/A”等跳过。",
      stat: "“mean”平均值、“median”中位值、“min”、“max”、“count”。省略为平均值。",
      exclude: "形状相同的区域：TRUE 或文字表示剔除。",
      dash: "“skip”跳过“-”，“zero”按零计。省略为 skip。",
    },
    returns: "一个数值。",
    example: "五家公司的跌价计提比例：“-”跳过，0.00% 计入。",
    keywords: ["同行业", "可比公司", "平均值", "中位值", "剔除"],
  },
  "PEER.RANGE": {
    summary: "本公司数值低于、处于还是高于可比公司区间，及其百分位。",
    parameters: { value: "本公司数值。", peers: "可比公司的数值；无数据的跳过。" },
    returns: "{低于 / 处于 / 高于, 含端点的百分位}。",
    example: "本公司计提比例与三家可比公司比较。",
    keywords: ["同行业", "可比公司", "区间", "百分位"],
  },
  "READ.UNIT": {
    summary: "金额单位之间的精确换算。",
    parameters: {
      value: "金额。",
      from: "原单位：元、千元、万元、百万元、亿元；one、thousand、million、billion。",
      to: "目标单位。",
      digits: "保留的小数位数。省略则不四舍五入。",
    },
    returns: "每个金额一个结果。",
    example: "以元计的收入和净利润换算为万元。",
    keywords: ["单位", "换算", "万元", "亿元"],
  },
} satisfies Partial<FunctionTexts>;
