import type { ResultLanguage } from "../functions/term.ts";
import { buildUp, carryingAmounts, constant, evenly, figure, forecast, type ForecastFigures, forecastOf, increases, indicators, inputSheet, likeForLike, madeUp, madeUpBetween, part, pastForecasts, shareOf, sourceNote, TestDraft, testOf, unitOf, workingCapitalOf } from "./impairment-test.ts";
import type { Sample } from "./sample.ts";
import { amount, percent } from "./sheet.ts";

const data = "减值测试 2024 输入";
const flows = "现金流量 2024";
const years = 16;

const revenue = evenly(373924.95, 345966.55, years);
const workingCapital = shareOf(revenue, 0.03);

const ownLines: readonly ForecastFigures[] = [
  { id: "i1", kind: "revenue", zh: "营业收入", en: "Revenue", values: revenue, source: madeUpBetween("593") },
  { id: "i2", kind: "cost", zh: "营业成本", en: "Cost of sales", values: evenly(366994, 337692, years), source: { zh: "示例编制，毛利率在公开文件 004 第 602 行的区间内", en: "made up within the margins of filing 004, line 602" } },
  { id: "i3", kind: "surtax", zh: "税金及附加", en: "Taxes and surcharges", values: shareOf(revenue, 0.002), source: madeUp },
  { id: "i4", kind: "expense", zh: "销售费用", en: "Selling expenses", values: shareOf(revenue, 0.0017), source: madeUp },
  { id: "i5", kind: "expense", zh: "管理费用", en: "Administration", values: constant(1780, years), source: madeUp },
  { id: "i6", kind: "expense", zh: "研发费用", en: "Research and development", values: constant(390, years), source: madeUp },
  { id: "i7", kind: "depreciation", zh: "折旧和摊销", en: "Depreciation and amortisation", values: constant(1700, years), source: madeUp },
  { id: "i8", kind: "maintenance-capex", zh: "资本性支出", en: "Capital expenditure to maintain", values: constant(1538.1, years), source: madeUp },
  { id: "i9", kind: "working-capital", zh: "营运资金追加额", en: "Increase of working capital", values: increases(workingCapital), source: madeUp },
];

const leasedLines: readonly ForecastFigures[] = [
  { id: "i11", kind: "revenue", zh: "租赁收入", en: "Rent", values: constant(273.4, 15), source: madeUp },
  { id: "i12", kind: "cost", zh: "折旧费用", en: "Depreciation", values: constant(91.86, 15), source: madeUp },
  { id: "i13", kind: "surtax", zh: "税金及附加", en: "Taxes and surcharges", values: constant(34.45, 15), source: madeUp },
  { id: "i14", kind: "depreciation", zh: "折旧和摊销", en: "Depreciation, added back", values: constant(91.86, 15), source: madeUp },
];

function laidOut(language: ResultLanguage) {
  const draft = new TestDraft(language);
  const inputs = inputSheet(data, [26, 28, 16, 16, 16, 16, 12], "2024 年度钼业板块资产组减值测试：输入", "Impairment test of the molybdenum units, 2024: inputs");
  sourceNote(inputs, "516–652", 7);
  part(inputs, "一、账面价值 · Carrying amounts");
  carryingAmounts(
    inputs,
    data,
    draft,
    [
      { id: "u1", zh: "资产组 1", en: "Unit 1", parts: [17197.05, 5987.23, 2281.83], line: "544" },
      { id: "u2", zh: "资产组 2", en: "Unit 2", parts: [1377.94, 0, 0], line: "545" },
    ],
    { value: 26844.05, line: "546" },
  );

  part(inputs, "二、税前折现率 · Pre-tax discount rates");
  buildUp(inputs, data, draft, "u1", 0.0187, "612");
  figure(inputs, data, draft, "u2/rate", "资产组 2 税前折现率", "Unit 2: pre-tax rate", 0.0607, "639", percent);

  workingCapitalOf(inputs, data, draft, workingCapital);

  part(inputs, "四、披露的结果 · Results as printed");
  figure(inputs, data, draft, "u1/reported-carrying", "资产组 1 账面价值（结果表）", "Unit 1: carrying amount, result table", 26844.05, "621");
  figure(inputs, data, draft, "u1/reported-recoverable", "资产组 1 可收回金额", "Unit 1: recoverable amount", 27730, "622");
  figure(inputs, data, draft, "u2/reported-carrying", "资产组 2 账面价值（结果表）", "Unit 2: carrying amount, result table", 1377.94, "650");
  figure(inputs, data, draft, "u2/reported-recoverable", "资产组 2 可收回金额", "Unit 2: recoverable amount", 2310, "651");

  part(inputs, "五、2023 年度测试的预测与 2024 年度实际 · Forecast of the 2023 test against 2024");
  pastForecasts(inputs, data, draft, "u1", "394–425, 573–602", [
    ["营业收入", "Revenue", 477687.43, 511765.92, 486703.05, amount, "413, 593"],
    ["综合毛利率", "Gross margin", 0.0205, 0.0247, 0.0146, percent, "425, 602"],
    ["氧化钼产能利用率", "Utilisation, oxide", 0.6861, 0.7317, 0.6925, percent, "394, 573"],
    ["钼铁产能利用率", "Utilisation, ferro-molybdenum", 0.6221, 0.6893, 0.6539, percent, "395, 574"],
    ["钒铁产能利用率", "Utilisation, ferro-vanadium", 0.6314, 0.6314, 0.6073, percent, "396, 575"],
  ]);

  const forecasts = inputSheet(flows, [22, 26, ...constant(12, years), 44], "2024 年度减值测试：现金流量预测", "Impairment test of 2024: cash-flow forecasts");
  sourceNote(forecasts, "349–379、560–641", 8);
  part(forecasts, "资产组 1（收益期截至 2040 年底）· Unit 1, to the end of 2040");
  forecast(forecasts, flows, draft, "u1", 2025, years, ownLines);
  part(forecasts, "资产组 2（收益期截至 2039 年）· Unit 2, to 2039");
  forecast(forecasts, flows, draft, "u2", 2025, years, leasedLines);

  const units = [
    unitOf("u1", "资产组 1", {
      assets: "焙烧：租赁线之外的生产线；冶炼：钼铁线和钒铁线；硫酸生产线；亚硫酸钠生产线",
      inflows: "生产线均为自用、正常使用，能够独立产生现金流（004，532 行）",
      change: "7、8、15、16 号线对外租赁，另列资产组 2（004，518–534 行）",
      like: likeForLike("working-capital", "land-use-rights"),
      forecast: forecastOf(ownLines),
    }),
    unitOf("u2", "资产组 2", {
      assets: "焙烧：7、8、15、16 号线",
      use: "leased",
      inflows: "对外租赁，能够独立产生现金流（004，534 行）",
      like: likeForLike(),
      forecast: forecastOf(leasedLines),
      rate: { source: "given", basis: "pre-tax", betaUnlevered: false },
    }),
  ];
  const explanations = {
    "like-for-like:u1:land-use-rights": "土地使用权购置较早，不存在减值，未纳入资产组；计算可收回金额时已合理考虑其影响（004，343、548 行）。",
    "rate-built:u2": "以出租方式获取收益，风险小于资产组 1；风险报酬率未披露（004，637–641 行）。",
    "back-test:u1": "2024 年 3–4 月、6–7 月市场价格快速下跌，拉低当年毛利率（004，604 行）。",
    "back-test-missing:u2": "2024 年度首次对外租赁，没有以前年度预测。",
  };
  const test = testOf("钼业板块资产组减值测试（2024 年度）", "2024-12-31", { indicators: indicators(""), units, explanations });
  return { sheets: [inputs.plan(), forecasts.plan()], test: draft.test(test) };
}

/** The test of 2024 filled in for the wizard, which finds that line 621 prints the total of both units for the first. */
export const impairmentTest2024: Sample = {
  id: "impairment-test-2024",
  source: "filing 004, lines 349–379, 516–652; cash flows made up",
  sheets: () => laidOut("zh-CN").sheets,
  tests: (language) => [laidOut(language).test],
};
