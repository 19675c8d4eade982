import type { SheetPlan } from "../workbook/port.ts";
import type { Sample } from "./sample.ts";
import { amount, calculated, finePercent, header, input, label, line, note, sourceNote, printed, type Reference, section, SheetDraft, spilled, subtitle, tie, title } from "./sheet.ts";

const filing = "公开文件 001（索通发展 公开发行可转换公司债券反馈意见回复，2019）";
const periods = ["2018 年度", "2019 年度", "2020 年度", "2021 年度", "2022 年度", "永续期"] as const;
const width = 8;

/** The forecast as printed; costs with the sign they have in the sum. */
const forecast = {
  revenue: [61658.23, 52359.45, 52883.04, 52883.04, 52883.04, 52883.04],
  costs: [
    ["减：营业成本", "Cost of sales", [57549.39, 49192.78, 49812.54, 49952.99, 50101.01, 50101.01], 3362],
    ["减：营业税金及附加", "Surtaxes", [362.01, 308.67, 310.38, 309.64, 308.87, 308.87], 3363],
    ["减：营业费用", "Selling expenses", [203.24, 189.45, 195.33, 200.53, 206.11, 206.11], 3364],
    ["减：管理费用", "Administration", [380.72, 395.7, 411.78, 428.9, 447.17, 447.17], 3365],
    ["减：财务费用", "Finance cost", [237.11, 235.3, 235.39, 235.37, 235.36, 235.36], 3366],
  ],
  operating: [2925.76, 2037.55, 1917.61, 1755.6, 1584.53, 1584.53],
  total: [3357.12, 2196.74, 2025.94, 1755.6, 1584.53, 1584.53],
  net: [2625.67, 1687.35, 1546.53, 1316.7, 1188.4, 1188.4],
  flows: [4086.9, 3068.1, 2964.95, 2663.9, 2609.74, 1475.06],
} as const;

function opened(name: string, chinese: string, english: string, lines: string): SheetDraft {
  const sheet = new SheetDraft({ name, columnWidths: [30, 27, 14, 14, 14, 14, 14, 14, 10] });
  sheet.row(title(chinese));
  sheet.row(subtitle(english));
  sheet.row(sourceNote(`来源：${filing}，第 ${lines} 行。金额单位：人民币万元。`, `Source: filing 001, lines ${lines}. Amounts in ten thousand yuan.`, width));
  sheet.gap();
  return sheet;
}

const tieHeaders = (sheet: SheetDraft) =>
  sheet.row(header("勾稽事项"), header("What is tied"), header("披露数", "Printed"), header("结果", "Tie"), header("差异", "Difference"), header("容差", "Tolerance"), header("行", "Line"));

/** The one column of a row of figures, counted from 0. */
const column = (row: Reference, index: number) => row.cell(0, index);

function forecastSheet(): SheetPlan {
  const sheet = opened("收益预测 Forecast", "收益法：收益预测汇总表", "Income approach: the forecast", "3358–3370");
  sheet.row(header("项目"), header("Item"), ...periods.map((period) => header(period)), header("行", "Line"));
  const figures = (zh: string, en: string, cells: readonly number[], at: number, kind: typeof input): Reference => {
    const row = sheet.row(label(zh), label(en), { grid: [cells.map((cell) => kind(cell, amount))] }, line(at));
    return row[2];
  };
  const revenue = figures("营业收入", "Revenue", forecast.revenue, 3361, input);
  const costs = forecast.costs.map(([zh, en, cells, at]) => figures(zh, en, cells.map((cell) => -cell), at, input));
  const operating = figures("营业利润", "Operating profit", forecast.operating, 3367, printed);
  const total = figures("利润总额", "Profit before tax", forecast.total, 3368, printed);
  const tax = sheet.row(label("减：所得税（营业利润 × 25%）"), label("Less: tax, 25% of operating profit"), { grid: [periods.map((_, index) => calculated(`=-${column(operating, index)}*25%`, amount))] }, line(3669))[2];
  const net = figures("净利润", "Net profit", forecast.net, 3369, printed);
  sheet.gap();

  tieHeaders(sheet);
  const last = costs.at(-1) ?? revenue;
  const sum = (zh: string, en: string, figure: Reference, parts: Reference, at: number) =>
    sheet.row(label(zh), label(en), calculated(`=${figure}`, amount), tie(`=HEADROOM.TIE.SUM(${figure},${parts},2)`), line(at));
  periods.forEach((period, index) => {
    sum(`${period} 营业利润`, "Operating profit", column(operating, index), column(revenue, index).to(column(last, index)), 3367);
  });
  periods.forEach((period, index) => {
    sum(`${period} 净利润`, "Net profit", column(net, index), column(total, index).to(column(tax, index)), 3369);
  });
  sheet.gap();

  sheet.row(section("2022 年度企业自由现金流量 · Free cash flow of 2022"));
  sheet.row(note("资本性支出与营运资金增加额未披露；2022 年度按二者为零可以勾稽，其他年度不能。", "Capital expenditure and the increase of working capital are not printed: 2022 ties with both at nil, the other years do not.", width));
  const part = (zh: string, en: string, cell: ReturnType<typeof input>, at: string) => sheet.row(label(zh), label(en), cell, line(at))[2];
  const first = part("净利润", "Net profit", calculated(`=${column(net, 4)}`, amount), "3369");
  part("加：利息支出 ×（1 − 25%）", "Interest after tax", calculated("=225.26*75%", amount), "3582");
  part("加：折旧（单位折旧 × 销量）", "Depreciation", calculated("=77.09*46563.57/2975.39", amount), "3429–3465");
  part("加：管理费用中的折旧", "Depreciation in administration", input(8.01, amount), "3544–3559");
  const end = part("加：摊销", "Amortisation", input(37.96, amount), "3544–3559");
  tieHeaders(sheet);
  const own = sheet.upcoming(2);
  sheet.row(label("企业自由现金流量"), label("Free cash flow"), printed(2609.74, amount), tie(`=HEADROOM.TIE.SUM(${own},${first.to(end)},2)`), line(3370));
  return sheet.plan();
}

function valueSheet(): SheetPlan {
  const sheet = opened("折现率与评估值 Value", "收益法：折现率与股东权益价值", "Income approach: discount rate and equity value", "3568–3571、3608–3712、1751");
  sheet.row(header("参数"), header("Parameter"), header("取值", "Value"), header("行", "Line"));
  const given = (zh: string, en: string, text: string | number, at: string, format?: string) => sheet.row(label(zh), label(en), input(text, format), line(at))[2];
  const riskFree = given("无风险报酬率 Rf", "Risk-free rate", "3.96%", "3697");
  const premium = given("市场风险溢价 Rm − Rf", "Market risk premium", "6.99%", "3698");
  const unlevered = given("无财务杠杆 β", "Unlevered beta", "0.9100", "3700");
  const taxRate = given("所得税率", "Tax rate", "25%", "3701");
  const specific = given("个别风险 Rc", "Specific risk", "3.00%", "3703");
  const costDebt = given("债务成本率 Rd", "Cost of debt", "7.00%", "3704");
  const debt = given("付息债务（2,010 + 1,210）", "Interest-bearing debt", 3220, "3568–3570", amount);
  const equity = given("股东权益评估值", "Equity as appraised", 15349.59, "1751", amount);
  const whole = sheet.row(label("债务与权益合计"), label("Debt and equity"), calculated(`=SUM(${debt.to(equity)})`, amount))[2];
  const ratio = given("D/E（披露）", "Debt to equity, printed", "20.98%", "3702");
  const beta = sheet.row(label("有财务杠杆 β"), label("Levered beta"), calculated(`=HEADROOM.DCF.RELEVER(${unlevered},${ratio},${taxRate})`, "0.0000"))[2];
  const cost = sheet.row(label("权益资本成本 Re"), label("Cost of equity"), calculated(`=HEADROOM.DCF.CAPM(${riskFree},${beta},${premium},,${specific})`, finePercent))[2];
  const wacc = sheet.row(label("加权平均资本成本"), label("Weighted average cost of capital"), calculated(`=HEADROOM.DCF.WACC(${cost},${costDebt},${taxRate},${ratio})`, finePercent))[2];
  sheet.gap();

  tieHeaders(sheet);
  const tied = (zh: string, en: string, text: string, formula: (own: Reference) => string, at: number, format = finePercent) => {
    const own = sheet.upcoming(2);
    sheet.row(label(zh), label(en), printed(text), tie(formula(own), format), line(at));
  };
  tied("D/E", "Debt to equity", "20.98%", (own) => `=HEADROOM.TIE.RATIO(${own},${debt},${equity},2)`, 3702);
  tied("有财务杠杆 β", "Levered beta", "1.0532", (own) => `=HEADROOM.TIE.SUM(${own},${beta},4)`, 3699, "0.000000");
  tied("权益资本成本", "Cost of equity", "14.32%", (own) => `=HEADROOM.TIE.SUM(${own},${cost},4)`, 3696);
  tied("债务比率", "Share of debt", "17.34%", (own) => `=HEADROOM.TIE.RATIO(${own},${debt},${whole},2)`, 3705);
  tied("权益比率", "Share of equity", "82.66%", (own) => `=HEADROOM.TIE.RATIO(${own},${equity},${whole},2)`, 3706);
  tied("加权平均资本成本", "Weighted average cost of capital", "12.75%", (own) => `=HEADROOM.TIE.SUM(${own},${wacc},4)`, 3709);
  sheet.row(note("文件称 D/E 按净资产确定，但 20.98% 等于付息债务除以收益法评估值，账面净资产 10,265.81 得 31.37%：资本结构取自评估结果本身，属循环计算。", "The text says net assets; 20.98% is debt over the appraised equity itself (book net assets give 31.37%), so the calculation is circular.", width));
  sheet.gap();

  sheet.row(section("年中折现，永续期按末期系数 · Mid-year, perpetuity at the last factor"));
  sheet.row(header("期间"), header("Period"), header("自由现金流量", "Free cash flow"), header("行", "Line"));
  const rows = periods.map((period, index) => sheet.row(label(period), label(index < 5 ? period.slice(0, 4) : "Perpetuity"), input(forecast.flows[index] ?? 0, amount), line(3370)));
  const [from, to, terminal] = [rows[0], rows[4], rows[5]];
  if (!from || !to || !terminal) throw new RangeError("six periods");
  sheet.gap();
  const [table] = sheet.row(
    spilled(`=HEADROOM.DCF.TABLE(${from[0].to(to[0])},${from[2].to(to[2])},"12.75%",,"mid",${terminal[2]})`, {
      rows: 8,
      columns: 5,
      headed: 2,
      totalled: true,
      formats: [undefined, amount, "0.0", "0.000000", amount],
      aligns: ["left", "right", "right", "right", "right"],
    }),
  );
  const own = sheet.row(label("减：付息债务后的股东权益价值"), label("Equity: value less debt"), calculated(`=${table.cell(7, 4)}-${debt}`, amount))[2];
  sheet.row(label("与评估值 15,349.59 的差额"), label("Above the appraised 15,349.59"), calculated(`=${own}-${equity}`, amount), line(1751));
  sheet.row(note("溢余及非经营性资产、负债未披露，差额 51.3 万元不能勾稽，仅并列。", "Surplus and non-operating items are not printed, so the difference of 51.3 cannot be tied and only stands beside.", width));
  sheet.gap();

  sheet.row(section("资本结构与评估值一致的折现率 · The rate at which the ratio is that of the value itself"));
  sheet.row(
    spilled(`=HEADROOM.DCF.WACCITERATE(${from[2].to(to[2])},0%,${unlevered},${riskFree},${premium},${costDebt},${taxRate},${debt},${specific},"mid")`, {
      rows: 7,
      columns: 2,
      headed: 1,
      formats: [undefined, "0.0000"],
      aligns: ["left", "right"],
    }),
  );
  sheet.row(note("此处永续期取末期现金流量 2,609.74（而非披露的 1,475.06），故价值高于评估值；用以说明循环的求解。", "The perpetuity here is the last flow of 2,609.74, not the printed 1,475.06, so the value lies higher: it shows how the circle is solved.", width));
  return sheet.plan();
}

/** The income approach of an acquisition: forecast, cost of capital with its circular ratio, and value. */
export const incomeApproach: Sample = {
  id: "income-approach",
  source: "filing 001, lines 1751, 3358–3712",
  sheets: () => [forecastSheet(), valueSheet()],
};

