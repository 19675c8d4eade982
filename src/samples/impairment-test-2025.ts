import type { ResultLanguage } from "../functions/term.ts";
import { buildUp, carryingAmounts, constant, evenly, figure, forecast, type ForecastFigures, forecastOf, heads, increases, indicators, inputSheet, likeForLike, madeUp, madeUpBetween, part, pastForecasts, shareOf, sourceNote, TestDraft, testOf, unitOf, workingCapitalOf } from "./impairment-test.ts";
import type { Sample } from "./sample.ts";
import { amount, input, label, line, percent, printed } from "./sheet.ts";

const data = "减值测试 2025 输入";
const flows = "现金流量 2025";
const years = 15;

const revenue = evenly(287034.26, 236817.51, years);
const workingCapital = shareOf(revenue, 0.03);

const ownLines: readonly ForecastFigures[] = [
  { id: "i1", kind: "revenue", zh: "营业收入", en: "Revenue", values: revenue, source: madeUpBetween("763") },
  { id: "i2", kind: "cost", zh: "营业成本", en: "Cost of sales", values: evenly(280604.16, 230247.08, years), source: madeUpBetween("774") },
  { id: "i3", kind: "surtax", zh: "税金及附加", en: "Taxes and surcharges", values: shareOf(revenue, 0.002), source: madeUp },
  { id: "i4", kind: "expense", zh: "销售费用", en: "Selling expenses", values: shareOf(revenue, 0.0018), source: madeUp },
  { id: "i5", kind: "expense", zh: "管理费用", en: "Administration", values: constant(1780, years), source: madeUp },
  { id: "i6", kind: "expense", zh: "研发费用", en: "Research and development", values: constant(390, years), source: madeUp },
  { id: "i7", kind: "depreciation", zh: "折旧和摊销", en: "Depreciation and amortisation", values: constant(1620, years), source: madeUp },
  { id: "i8", kind: "maintenance-capex", zh: "资本性支出", en: "Capital expenditure to maintain", values: constant(1315.7, years), source: madeUp },
  { id: "i9", kind: "working-capital", zh: "营运资金追加额", en: "Increase of working capital", values: increases(workingCapital), source: madeUp },
];

const leasedLines: readonly ForecastFigures[] = [
  { id: "i11", kind: "revenue", zh: "租赁收入", en: "Rent", values: constant(270.4, 14), source: madeUp },
  { id: "i12", kind: "cost", zh: "折旧费用", en: "Depreciation", values: constant(83.81, 14), source: madeUp },
  { id: "i13", kind: "surtax", zh: "税金及附加", en: "Taxes and surcharges", values: constant(34.07, 14), source: madeUp },
  { id: "i14", kind: "depreciation", zh: "折旧和摊销", en: "Depreciation, added back", values: constant(83.81, 14), source: madeUp },
];

const idleAssets = [
  ["房屋建筑物（减值资产）", "Buildings, impaired", 709.53, 350.56, 358.98, "890"],
  ["构筑物（减值资产）", "Structures, impaired", 73.04, 27.31, 45.74, "891"],
  ["机器设备（减值资产）", "Machinery, impaired", 1094.67, 306.94, 787.72, "892"],
  ["机器设备（未减值资产）", "Machinery, not impaired", 68.84, 271.51, 0, "893"],
  ["电子设备（减值资产）", "Electronics, impaired", 4.97, 3.45, 1.52, "894"],
  ["电子设备（未减值资产）", "Electronics, not impaired", 0.01, 0.04, 0, "895"],
] as const;

function laidOut(language: ResultLanguage) {
  const draft = new TestDraft(language);
  const inputs = inputSheet(data, [26, 28, 16, 16, 16, 16, 12], "2025 年度钼业板块资产组减值测试：输入", "Impairment test of the molybdenum units, 2025: inputs");
  sourceNote(inputs, "654–898", 7);
  part(inputs, "一、账面价值 · Carrying amounts");
  carryingAmounts(
    inputs,
    data,
    draft,
    [
      { id: "u1", zh: "资产组 1", en: "Unit 1", parts: [23709.93, 171.4, 354.28], line: "683" },
      { id: "u2", zh: "资产组 2", en: "Unit 2", parts: [1173.37, 0, 0], line: "684" },
      { id: "u3", zh: "资产组 3", en: "Unit 3", parts: [1951.07, 0, 0], line: "685" },
    ],
    { value: 27360.05, line: "687" },
  );

  part(inputs, "二、税前折现率 · Pre-tax discount rates");
  buildUp(inputs, data, draft, "u1", 0.02, "785");
  figure(inputs, data, draft, "u2/rate", "资产组 2 税前折现率", "Unit 2: pre-tax rate", 0.062, "830", percent);

  workingCapitalOf(inputs, data, draft, workingCapital);

  part(inputs, "四、资产组 1 公允价值减去处置费用 · Unit 1: fair value less costs of disposal");
  figure(inputs, data, draft, "u1/fair-value", "公允价值（收益法）", "Fair value, income approach", 22330, "795");
  figure(inputs, data, draft, "u1/disposal-costs", "处置费用", "Costs of disposal", 370, "799");

  part(inputs, "五、资产组 3 逐项资产 · Unit 3, asset by asset");
  inputs.row(...heads(["科目", "Assets"], ["", ""], ["账面价值", "Carrying amount"], ["可收回金额", "Recoverable"], ["减值额（披露）", "Loss, printed"], ["", ""], ["行", "Line"]));
  const assets = idleAssets.map(([zh, en, carrying, recoverable, loss, at]) => inputs.row(label(zh), label(en), input(carrying, amount), input(recoverable, amount), printed(loss, amount), undefined, line(at)));
  const [first, last] = [assets[0], assets.at(-1)];
  if (!first || !last) throw new RangeError("a unit without assets");
  for (const [place, column] of [["asset-labels", 0], ["asset-carrying", 2], ["fair-value", 3], ["reported-loss", 4]] as const) draft.link(`u3/${place}`, data, first[column].to(last[column]), "890–895");

  part(inputs, "六、披露的结果 · Results as printed");
  figure(inputs, data, draft, "u1/reported-value-in-use", "资产组 1 现值", "Unit 1: value in use", 22330, "789");
  figure(inputs, data, draft, "u1/reported-loss", "资产组 1 减值金额", "Unit 1: loss", 1905.61, "816");
  figure(inputs, data, draft, "u2/reported-recoverable", "资产组 2 可收回金额", "Unit 2: recoverable amount", 2170, "840");
  figure(inputs, data, draft, "u2/reported-loss", "资产组 2 减值金额", "Unit 2: loss", 0, "834");
  figure(inputs, data, draft, "reported-total-loss", "计提资产减值准备合计", "Total loss", 3099.57, "898");

  part(inputs, "七、2024 年度测试的预测与 2025 年度实际 · Forecast of the 2024 test against 2025");
  pastForecasts(inputs, data, draft, "u1", "573–602, 744–775", [
    ["营业收入", "Revenue", 345966.55, 373924.95, 363096.46, amount, "593, 763"],
    ["综合毛利率", "Gross margin", 0.0185, 0.0279, 0.0137, percent, "602, 775"],
    ["氧化钼产能利用率", "Utilisation, oxide", 0.6088, 0.6522, 0.811, percent, "573, 744"],
    ["钼铁产能利用率", "Utilisation, ferro-molybdenum", 0.4448, 0.4929, 0.504, percent, "574, 745"],
    ["钒铁产能利用率", "Utilisation, ferro-vanadium", 0.697, 0.697, 0.627, percent, "575, 746"],
  ]);

  const forecasts = inputSheet(flows, [22, 26, ...constant(12, years), 44], "2025 年度减值测试：现金流量预测", "Impairment test of 2025: cash-flow forecasts");
  sourceNote(forecasts, "349–379、737–841", 8);
  part(forecasts, "资产组 1（收益期截至 2040 年底）· Unit 1, to the end of 2040");
  forecast(forecasts, flows, draft, "u1", 2026, years, ownLines);
  part(forecasts, "资产组 2（收益期截至 2039 年）· Unit 2, to 2039");
  forecast(forecasts, flows, draft, "u2", 2026, years, leasedLines);

  const units = [
    unitOf("u1", "资产组 1", {
      assets: "焙烧：1、2、3、4、13、14 号线；冶炼：钼铁线和钒铁线；硫酸生产线",
      inflows: "生产线均为自用、正常使用，能够独立产生现金流（004，671 行）",
      change: "9、10、17、18 号线闲置，亚硫酸钠生产线转为备用，另列资产组 3（004，654–675 行）",
      like: likeForLike("working-capital", "land-use-rights"),
      forecast: forecastOf(ownLines),
      fairValue: { method: "income", level: 3, income: "linked", net: false, costs: "unit", schedules: [] },
    }),
    unitOf("u2", "资产组 2", {
      assets: "焙烧：7、8、15、16 号线",
      use: "leased",
      inflows: "对外租赁，能够独立产生现金流（004，673 行）",
      like: likeForLike(),
      forecast: forecastOf(leasedLines),
      rate: { source: "given", basis: "pre-tax", betaUnlevered: false },
    }),
    unitOf("u3", "资产组 3", {
      assets: "焙烧：9、10、17、18 号线；亚硫酸钠生产线",
      use: "idle",
      inflows: "暂时闲置及备用，作为一个资产组处置（004，675 行）",
      fairValue: { method: "market", level: 3, income: "linked", net: true, costs: "unit", schedules: [] },
      allocation: "asset-by-asset",
    }),
  ];
  const explanations = {
    "like-for-like:u1:land-use-rights": "土地使用权购置较早，不存在减值，未纳入资产组；计算可收回金额时已合理考虑其影响（004，343 行）。",
    "rate-built:u2": "以出租方式获取收益，风险小于资产组 1；风险报酬率未披露（004，637–641、830 行）。",
    "back-test:u1": "2025 年度部分生产线出租、闲置，口径与 2024 年度不同；毛利率低于预测，利用率除钒铁外高于预测（004，744–775 行）。",
    "back-test-missing:u2": "租金以合同为准，原文未披露各年预测。",
  };
  const test = testOf("钼业板块资产组减值测试（2025 年度）", "2025-12-31", { indicators: indicators("9、10、17、18 号线暂时闲置，亚硫酸钠生产线备用（004，654–675 行）"), units, explanations });
  return { sheets: [inputs.plan(), forecasts.plan()], test: draft.test(test) };
}

/** The test of 2025 filled in for the wizard: 1,905.61, nothing, 1,193.96, in total 3,099.57. */
export const impairmentTest2025: Sample = {
  id: "impairment-test-2025",
  source: "filing 004, lines 349–379, 654–898; cash flows made up",
  sheets: () => laidOut("zh-CN").sheets,
  tests: (language) => [laidOut(language).test],
};
