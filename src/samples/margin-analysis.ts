import type { SheetPlan } from "../workbook/port.ts";
import type { Sample } from "./sample.ts";
import { amount, calculated, finePercent, grid, header, input, label, line, sourceNote, percent, printed, SheetDraft, section, spilled, subtitle, tie, title } from "./sheet.ts";

const placement = "公开文件 003（中材科技 向特定对象发行股票审核问询函回复，会计师，2025-12）";
const acquisition = "公开文件 002（宏创控股 发行股份购买资产 审核问询函回复，2025）";
const periods = ["2025年1-9月", "2024年度", "2023年度", "2022年度"];
const tieHeaders = [header("勾稽", "Tie"), header("差异", "Difference"), header("容差", "Tolerance")];

function breakEvenSheet(): SheetPlan {
  const wide = 6;
  const sheet = new SheetDraft({ name: "盈亏平衡 Break-even", columnWidths: [34, 15, 15, 15, 15, 15, 10] });
  sheet.row(title("玻璃纤维及制品：毛利率的盈亏平衡点与双因素敏感性"));
  sheet.row(subtitle("Glass fibre: break-even of the margin, and selling price against raw material"));
  sheet.row(
    sourceNote(
      `来源：${placement}，第 259–269 行。文件披露收入、成本、原材料和毛利率；盈亏平衡点、成本转嫁和双因素表文件未披露，为本表测算。`,
      "Source: filing 003, lines 259–269. Revenue, cost, raw material and margin are printed; break-even, pass-through and the two-way grid are printed nowhere and are ours.",
      wide,
    ),
  );
  sheet.gap();
  sheet.row(header("万元", "10,000 yuan"), ...periods.map((period) => header(period)), header("行", "Line"));
  const figures = (chinese: string, english: string, values: readonly number[], at: number) => sheet.row(label(chinese, english), grid(values.map((value) => input(value, amount))), line(at))[1];
  const revenue = figures("营业收入", "Revenue", [661942.48, 774143.14, 837660.88, 913494.95], 266);
  const cost = figures("营业成本", "Cost", [484118.21, 637276.11, 648196.51, 617365.01], 267);
  const inputCost = figures("原材料", "Raw material", [195890.54, 274907.83, 269995.23, 242479.39], 259);
  const [, margins] = sheet.row(label("毛利率（披露）", "Margin, printed"), grid(["26.86%", "17.68%", "22.62%", "32.42%"].map((text) => printed(text))), line(268));
  sheet.gap();

  sheet.row(section("盈亏平衡与成本转嫁 · Break-even and pass-through"));
  const [, target] = sheet.row(label("目标毛利率", "Target margin"), input(0, "0%"));
  const [, shock] = sheet.row(label("原材料上涨", "Raw material dearer by"), input(0.1, "0%"));
  const row = (chinese: string, english: string, formula: string) => sheet.row(label(chinese, english), spilled(formula, { rows: 1, columns: periods.length, formats: [percent] }));
  row("毛利率（本表）", "Margin, ours", `=HEADROOM.MARGIN.RATE(${revenue},${cost})`);
  row("原材料价格变动的限度", "Limit of a change in raw material", `=HEADROOM.MARGIN.BREAKEVEN(${revenue},${cost},${inputCost},${target})`);
  row("售价变动的限度", "Limit of a change in selling price", `=HEADROOM.MARGIN.BREAKEVEN(${revenue},${cost},${inputCost},${target},"price")`);
  row("保持毛利率所需提价", "Price rise that keeps the margin", `=HEADROOM.MARGIN.PASSTHROUGH(${revenue},${cost},${inputCost},${shock})`);
  row("保持毛利额所需提价", "Price rise that keeps the profit", `=HEADROOM.MARGIN.PASSTHROUGH(${revenue},${cost},${inputCost},${shock},"profit")`);
  sheet.gap();

  sheet.row(section("2025年1-9月 售价（纵）与原材料价格（横）· Selling price down, raw material across"));
  const [, inputShocks] = sheet.row(label("原材料价格变动", "Change of raw material"), grid([-0.1, -0.05, 0, 0.05, 0.1].map((value) => input(value, "0%"))));
  const [, priceShocks] = sheet.row(label("售价变动", "Change of selling price"), grid([-0.05, -0.02, 0, 0.02, 0.05].map((value) => input(value, "0%"))));
  const [table] = sheet.row(
    spilled(`=HEADROOM.MARGIN.GRID(${revenue.cell(0, 0)},${cost.cell(0, 0)},${inputCost.cell(0, 0)},${priceShocks},${inputShocks})`, { rows: 6, columns: 6, headed: 1, headFormat: "0%", formats: ["0%", percent] }),
  );
  sheet.gap();

  sheet.row(section("勾稽 · Ties"));
  sheet.row(header("毛利率", "Margin"), ...tieHeaders, header("行", "Line"));
  periods.forEach((period, i) => {
    sheet.row(label(period), tie(`=HEADROOM.TIE.RATIO(${margins.cell(0, i)},${revenue.cell(0, i)}-${cost.cell(0, i)},${revenue.cell(0, i)})`, finePercent), line(268));
  });
  sheet.row(label("双因素表的中心", "Centre of the grid"), tie(`=HEADROOM.TIE.SUM(${margins.cell(0, 0)},${table.cell(3, 3)})`, finePercent), line(268));
  return sheet.plan();
}

/** Lines 213–217: revenue and gross profit of 2024 and 2023, margins as printed. */
const businesses = [
  { name: "玻璃纤维及制品", english: "Glass fibre", figures: [697469.86, 122156.49, 738916.71, 180806.77], margins: ["17.51%", "24.47%"], line: 213 },
  { name: "风电叶片", english: "Rotor blades", figures: [856548.41, 115310.9, 947396.36, 155141.95], margins: ["13.46%", "16.38%"], line: 214 },
  { name: "锂电池隔膜", english: "Battery separators", figures: [146822.37, 8070.15, 243737.93, 93867.06], margins: ["5.50%", "38.51%"], line: 215 },
  { name: "其他", english: "Other", figures: [697544.36, 162719.05, 659212.42, 191113.74], margins: ["23.33%", "28.99%"], line: 217 },
] as const;

function bridgeSheet(): SheetPlan {
  const wide = 8;
  const sheet = new SheetDraft({ name: "毛利率变动分解 Bridge", columnWidths: [26, 15, 15, 15, 15, 11, 11, 15, 15, 10] });
  sheet.row(title("2024 年综合毛利率变动：各业务的毛利率影响与收入占比影响"));
  sheet.row(subtitle("Change of the total margin in 2024: effect of each business's margin and of its share of revenue"));
  sheet.row(
    sourceNote(
      `来源：${placement}，第 210–218、34 行。文件只披露综合毛利率下降 6.96 个百分点和锂电池隔膜贡献率下降 3.29 个百分点，其余分解为本表测算，取至 0.01 个百分点，尾差标明。`,
      "Source: filing 003, lines 210–218 and 34. Only the fall of 6.96 points in all and of 3.29 points from separators is printed; the rest is ours, to 0.01 points, with the rounding difference marked.",
      wide,
    ),
  );
  sheet.gap();
  sheet.row(header(""), header("2024年度", undefined, 2), header("2023年度", undefined, 2), header("毛利率（披露）", "Margin, printed", 2), header("营业成本", "Cost", 2), header(""));
  sheet.row(header("万元", "10,000 yuan"), ...["营业收入", "毛利", "营业收入", "毛利"].map((text) => header(text)), header("2024年度"), header("2023年度"), header("2024年度"), header("2023年度"), header("行", "Line"));
  const rows = businesses.length;
  const at = (row: number, column: number) => sheet.upcoming(column, rows).cell(row, 0);
  const [names] = [sheet.upcoming(0, rows)];
  const [figures] = sheet.row(
    grid(
      ...businesses.map((business, row) => [
        label(business.name),
        ...business.figures.map((value) => input(value, amount)),
        ...business.margins.map((text) => printed(text)),
        calculated(`=${at(row, 1)}-${at(row, 2)}`, amount),
        calculated(`=${at(row, 3)}-${at(row, 4)}`, amount),
        line(business.line),
      ]),
    ),
  );
  const [, total] = sheet.row(label("综合毛利率变动（披露）", "Change of the total margin, printed"), printed("-6.96%"), line(34));
  const [, separators] = sheet.row(label("锂电池隔膜贡献率变动（披露）", "Separators, printed"), printed("-3.29%"), line(34));
  sheet.gap();
  const column = (index: number) => figures.part(0, index, rows, 1);
  sheet.row(section("毛利率变动分解 · Bridge"));
  const [bridge] = sheet.row(
    spilled(`=HEADROOM.MARGIN.BRIDGE(${column(3)},${column(8)},${column(1)},${column(7)},${names},"prior",4)`, { rows: rows + 2, columns: 5, headed: 2, totalled: true, formats: [undefined, percent, percent, percent, undefined] }),
  );
  sheet.gap();
  sheet.row(section("勾稽 · Ties"));
  sheet.row(header("项目", "Item"), ...tieHeaders, header("行", "Line"));
  businesses.forEach((business, row) => {
    [0, 1].forEach((year) => {
      const formula = `=HEADROOM.TIE.RATIO(${figures.cell(row, 5 + year)},${figures.cell(row, 2 + 2 * year)},${figures.cell(row, 1 + 2 * year)})`;
      sheet.row(label(`${business.name} ${2024 - year}`, business.english), tie(formula, finePercent), line(business.line));
    });
  });
  sheet.row(label("综合毛利率变动", "Change of the total margin"), tie(`=HEADROOM.TIE.SUM(${total},${bridge.cell(rows + 1, 3)})`, finePercent), line(34));
  sheet.row(label("锂电池隔膜贡献率变动", "Separators"), tie(`=HEADROOM.TIE.SUM(${separators},${bridge.cell(3, 3)})`, finePercent), line(34));
  return sheet.plan();
}

/** Lines 1320–1333: amount (万元), quantity (万吨), price (元/吨) and margin of the largest customers of primary aluminium. */
type Customer = readonly [amount: string, quantity: number, price: number, margin: number, line: number];
const customers: readonly { readonly name: string; readonly now?: Customer; readonly then?: Customer }[] = [
  { name: "创新集团", now: ["4,943,905.03", 283.21, 17456.74, 0.1765, 1320], then: ["4,512,125.64", 275.16, 16397.94, 0.0987, 1329] },
  { name: "万通金属", now: ["980,527.02", 55.65, 17618.4, 0.1802, 1321], then: ["893,940.98", 54.04, 16542.99, 0.1046, 1330] },
  { name: "久盛铝业", now: ["907,427.35", 51.75, 17533.6, 0.1684, 1322], then: ["763,691.92", 46.18, 16536.61, 0.1231, 1331] },
  { name: "一凡金属", now: ["456,959.17", 25.91, 17633.34, 0.1901, 1323] },
  { name: "惠民县天阳", now: ["434,121.58", 24.79, 17508.71, 0.1643, 1324] },
  { name: "经纬金属", then: ["437,124.27", 26.55, 16466.74, 0.0975, 1332] },
  { name: "立中轻合金", then: ["301,179.71", 18.18, 16563.08, 0.1044, 1333] },
];

function priceVolumeMixSheet(): SheetPlan {
  const wide = 10;
  const sheet = new SheetDraft({ name: "量价分析 PVM", columnWidths: [16, 14, 11, 12, 12, 14, 11, 12, 12, 14, 14, 12] });
  sheet.row(title("电解铝前五大客户毛利变动：销量、客户结构、价格、单位成本"));
  sheet.row(subtitle("Gross profit from the five largest customers of primary aluminium: volume, mix, price, unit cost"));
  sheet.row(
    sourceNote(
      `来源：${acquisition}，第 1319–1334 行。文件披露金额、数量、单价和毛利率，未披露量价分解；单位成本 = 单价 ×（1 − 毛利率）。未进入另一年前五名的客户按新增或退出单列，并不表示没有交易。`,
      "Source: filing 002, lines 1319–1334. Amounts, quantities, prices and margins are printed; the analysis is printed nowhere and is ours. Unit cost = price × (1 − margin). A customer not among the five of the other year stands apart as new or dropped, which does not mean that nothing was sold to it.",
      wide,
    ),
  );
  sheet.gap();
  sheet.row(header(""), header("2024年度", undefined, 4), header("2023年度", undefined, 4), header("单位成本", "Unit cost", 2), header(""));
  const heads = [header("金额 万元", "Amount"), header("数量 万吨", "Quantity"), header("单价 元/吨", "Price"), header("毛利率", "Margin")];
  sheet.row(header("客户", "Customer"), ...heads, ...heads, header("2024年度"), header("2023年度"), header("行", "Line"));
  const rows = customers.length;
  const at = (row: number, column: number) => sheet.upcoming(column, rows).cell(row, 0);
  const side = (customer: Customer | undefined) => [printed(customer?.[0] ?? null), input(customer?.[1] ?? null, "#,##0.00"), input(customer?.[2] ?? null, amount), input(customer?.[3] ?? null, percent)];
  const [figures] = sheet.row(
    grid(
      ...customers.map(({ name, now, then }, row) => [
        label(name),
        ...side(now),
        ...side(then),
        calculated(`=${at(row, 3)}*(1-${at(row, 4)})`, amount),
        calculated(`=${at(row, 7)}*(1-${at(row, 8)})`, amount),
        line(...[now?.[4], then?.[4]].flatMap((found) => (found === undefined ? [] : [found]))),
      ]),
    ),
  );
  sheet.gap();
  const column = (index: number) => figures.part(0, index, rows, 1);
  sheet.row(section("量价分析（万元）· Price, volume and mix"));
  sheet.row(
    spilled(`=HEADROOM.MARGIN.PVM(${column(6)},${column(7)},${column(10)},${column(2)},${column(3)},${column(9)},${column(0)},2)`, {
      rows: rows + 2,
      columns: 9,
      headed: 2,
      totalled: true,
      formats: [undefined, amount, amount, amount, amount, amount, amount, amount, undefined],
    }),
  );
  sheet.gap();
  sheet.row(section("勾稽：金额 = 数量 × 单价 · Ties: amount = quantity × price"));
  sheet.row(header("客户", "Customer"), header("年度", "Year"), ...tieHeaders, header("行", "Line"));
  customers.forEach(({ name, now, then }, row) => {
    const check = (year: string, customer: Customer | undefined, first: number) => {
      if (!customer) return;
      sheet.row(label(name), label(year), tie(`=HEADROOM.TIE.PRODUCT(${figures.cell(row, first)},${figures.cell(row, first + 1)},${figures.cell(row, first + 2)})`), line(customer[4]));
    };
    check("2024", now, 1);
    check("2023", then, 5);
  });
  return sheet.plan();
}

export const marginAnalysis: Sample = {
  id: "margin-analysis",
  source: "filing 003, lines 34, 210–218 and 259–269; filing 002, lines 1319–1334",
  sheets: () => [breakEvenSheet(), bridgeSheet(), priceVolumeMixSheet()],
};
