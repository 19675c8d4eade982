/** 依据中的用语，较长者在前。 */
const phrases: readonly (readonly [string, string])[] = [
  ["Methods and Parameters for the Economic Evaluation of Construction Projects, 3rd edition", "《建设项目经济评价方法与参数（第三版）》"],
  ["Measures for Securities Issuance by Listed Companies (2006) art. 14", "《上市公司证券发行管理办法》（2006 年）第十四条"],
  ["Securities and Futures Law Opinion No. 18 on raising working capital", "《证券期货法律适用意见第 18 号》关于补充流动资金的规定"],
  ["Securities and Futures Law Opinion No. 18 (2023-02-17)", "《证券期货法律适用意见第 18 号》（2023 年 2 月 17 日）"],
  ["Guidance on the Application of Regulatory Rules, Accounting No. 2", "《监管规则适用指引——会计类第 2 号》"],
  ["the reader must confirm the text in force", "使用者须核对现行规则原文"],
  ["IAS 36 C4–C8 and illustrative example 7A", "IAS 36 C4–C8 及示例 7A"],
  ["contracted goods at the contract price, the rest at the market price, never netted", "有合同部分按合同价格，其余按市场价格，互不抵销"],
  ["margin, price of inputs and pass-through of cost", "毛利率、原材料价格与成本转嫁"],
  ["effect of raw-material prices on the margin", "原材料价格对毛利率的影响"],
  ["points from unrounded margins", "百分点由未四舍五入的毛利率计算"],
  ["contribution to the margin", "毛利率贡献率"],
  ["margin without the loss of a shutdown", "剔除停工损失后的模拟毛利率"],
  ["unit consumption and unit price", "单耗与单价对单位成本的影响"],
  ["unit price and unit cost", "单位售价、单位成本对毛利率的影响"],
  ["capacity weighted by months in service", "产能按投产月份加权"],
  ["capital expenditure and funding gap", "资本性支出与资金缺口"],
  ["spread of ore and salt", "矿盐差"],
  ["sales three months after purchases", "采购与销售错配三个月"],
  ["break-even analysis", "盈亏平衡分析"],
  ["sensitivity coefficient and critical point", "敏感度系数与临界点"],
  ["percentage-of-sales method", "销售百分比法"],
  ["debt-service ratios as filings define them", "公开文件通行的偿债能力指标"],
  ["analysis by price, volume and mix", "量、价、结构分析"],
  ["new and dropped products apart", "新增和停售产品单列"],
  ["chain substitution, factors replaced in the order given", "连环替代法，按给定顺序逐个替代"],
  ["parts rounded to add (largest remainder)", "各部分四舍五入后相加等于合计（最大余数法）"],
  ["ageing migration as practised", "实务通行的账龄迁徙率法"],
  ["ageing as printed in", "账龄列示见"],
  ["transition matrix, yearly", "年度转移矩阵"],
  ["expected cash flows", "期望现金流量"],
  ["Descartes' rule of signs", "笛卡尔符号法则"],
  ["internal rate of return of projects", "项目内部收益率"],
  ["Hamada (1972)", "哈马达模型（1972）"],
  ["actual/365, as Excel's", "实际天数/365，同 Excel 的"],
  ["as Excel's", "同 Excel 的"],
  ["joined: ", "连写见"],
];

/** 依据的中文写法：准则写条款，公开文件写行号。 */
export function sourceText(source: string): string {
  const named = phrases.reduce((text, [english, chinese]) => text.replaceAll(english, chinese), source);
  return named
    .replace(/CAS (\d+) art\. (\d[\d–]*(?:, \d[\d–]*)*)/g, (_, standard: string, articles: string) => `《企业会计准则第 ${standard} 号》第 ${listed(articles)} 条`)
    .replace(/CAS (\d+)/g, "《企业会计准则第 $1 号》")
    .replace(/CSA (\d+)/g, "《中国注册会计师审计准则第 $1 号》")
    .replace(/filing (\d+), lines? (\d[\d–]*(?:(?:, | and )\d[\d–]*)*)/g, (_, filing: string, lines: string) => `公开文件 ${filing} 第 ${listed(lines)} 行`)
    .replaceAll(" and ", "、")
    .replaceAll(": ", "：")
    .replaceAll("; ", "；")
    .replaceAll(", ", "、")
    .replace(/(?<=\p{Script=Han}) (?=《|公)/gu, "");
}

const listed = (numbers: string) => numbers.replaceAll(" and ", "、").replaceAll(", ", "、");
