import type { FunctionTexts } from "../texts.ts";

export const inventory = {
  "NRV.GOODS": {
    summary: "商品的可变现净值：估计售价 × 数量，扣除销售费用、相关税费和至完工将要发生的成本。",
    parameters: {
      price: "单位估计售价（不含税）。",
      quantity: "结存数量。",
      selling_rate: "销售费用占售价的比例；省略为 0。",
      tax_rate: "相关税费占售价的比例；省略为 0。",
      completion: "至完工估计将要发生的成本（总额）；省略为 0。",
    },
    returns: "每项存货一个金额。",
    example: "库存商品，以及尚需投入 12,500 元的在产品。",
    keywords: ["可变现净值", "存货跌价", "成本与可变现净值孰低"],
  },
  "NRV.MATERIAL": {
    summary: "为生产而持有的材料的可变现净值：以所生产产成品推算；产成品未发生减值时按材料成本。",
    parameters: {
      cost: "材料单位成本。",
      product_price: "产成品单位售价（不含税）。",
      product_cost: "产成品单位成本。",
      completion: "单位产成品至完工尚需发生的成本。",
      selling_rate: "销售费用占售价的比例；省略为 0。",
      tax_rate: "相关税费占售价的比例；省略为 0。",
      yield: "单位材料产出的产成品数量；省略为 1。",
    },
    returns: "单位材料的金额。",
    example: "用于生产锂盐的矿石：产成品售价低于与高于其成本两种情形。",
    keywords: ["原材料", "在产品", "可变现净值", "产成品"],
  },
  "NRV.CONTRACT": {
    summary: "部分有合同的存货的可变现净值：有合同部分按合同价格，其余按市场价格，分别确定、不得相互抵销。",
    parameters: {
      quantity: "结存数量。",
      contracted: "合同约定数量；超过结存的按结存计。",
      contract_price: "单位合同价格（不含税）。",
      market_price: "单位市场价格（不含税）。",
      selling_rate: "销售费用占售价的比例；省略为 0。",
      tax_rate: "相关税费占售价的比例；省略为 0。",
    },
    returns: "每项两个金额：有合同部分、无合同部分；分别与各自成本比较。各项为一列时并排，为一行时上下排列。",
    example: "结存 1,000 件，其中 600 件合同价 52 元，市场价 46.50 元。",
    keywords: ["合同价格", "超出部分", "可变现净值"],
  },
  "NRV.PROVISION": {
    summary: "本期存货跌价准备的计提或转回：应有跌价准备减期初跌价准备。",
    parameters: { cost: "存货成本。", nrv: "可变现净值。", opening_allowance: "期初跌价准备（已扣除随销售转销的部分）；省略为 0。" },
    returns: "计提为正、转回为负；转回不超过期初跌价准备。",
    example: "首次计提、部分转回、全部转回各一例。",
    keywords: ["存货跌价准备", "计提", "转回", "转销"],
  },
  "NRV.TABLE": {
    summary: "存货跌价准备测算表：逐项比较成本与可变现净值，合计不相互抵销。",
    parameters: {
      labels: "存货名称。",
      cost: "各项成本。",
      nrv: "各项可变现净值。",
      opening_allowance: "各项期初跌价准备（已扣除随销售转销的部分）；省略为 0。",
    },
    returns: "表格：项目、成本、可变现净值、应有跌价准备、期初跌价准备、本期计提（转回）、账面价值，末行合计。",
    example: "原材料、在产品、库存商品三项。",
    keywords: ["存货跌价准备", "测算表", "逐项", "账面价值"],
  },
} satisfies Partial<FunctionTexts>;
