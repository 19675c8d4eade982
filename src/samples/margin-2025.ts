import type { SheetPlan } from "../workbook/port.ts";
import type { Sample } from "./sample.ts";
import { amount, calculated, type DraftCell, finePercent, grid, header, input, label, line, note, sourceNote, percent, printed, type Reference, SheetDraft, spilled, subtitle, title } from "./sheet.ts";

const filing = "公开文件 003（中材科技 向特定对象发行股票审核问询函回复，会计师，2025-12）";
const periods = ["2025年1-9月", "2024年度", "2023年度", "2022年度"];

type Four = readonly [string, string, string, string];

/** A business line as printed, the latest period first, with the lines its rows stand on. */
interface Business {
  readonly sheet: string;
  readonly name: string;
  readonly english: string;
  readonly lines: string;
  readonly revenue: readonly [figures: Four, line: number];
  readonly cost: readonly [figures: Four, line: number];
  readonly margin: readonly [figures: Four, line: number];
  readonly grossProfit: readonly [figures: Four, line: number];
  readonly inputCost: readonly [figures: Four, line: number];
  readonly share: readonly [figures: Four, line: number];
  /** Three rows for a rise of 5%, three for a rise of 10%: change of cost, of gross profit, of margin. */
  readonly sensitivity: readonly (readonly [figures: Four, line: number])[];
  /** The text under the table: what it says of each of those rows, the earliest period first. */
  readonly sentences?: readonly (readonly [text: string, lines: string])[];
}

const businesses: readonly Business[] = [
  {
    sheet: "毛利率敏感性 玻璃纤维",
    name: "玻璃纤维及制品（泰山玻纤）",
    english: "Glass fibre",
    lines: "257–280",
    inputCost: [["195,890.54", "274,907.83", "269,995.23", "242,479.39"], 259],
    share: [["40.46%", "43.14%", "41.65%", "39.28%"], 261],
    revenue: [["661,942.48", "774,143.14", "837,660.88", "913,494.95"], 266],
    cost: [["484,118.21", "637,276.11", "648,196.51", "617,365.01"], 267],
    margin: [["26.86%", "17.68%", "22.62%", "32.42%"], 268],
    grossProfit: [["177,824.27", "136,867.03", "189,464.37", "296,129.94"], 269],
    sensitivity: [
      [["2.02%", "2.16%", "2.08%", "1.96%"], 270],
      [["-5.51%", "-10.04%", "-7.13%", "-4.09%"], 271],
      [["-1.48%", "-1.78%", "-1.61%", "-1.33%"], 272],
      [["4.05%", "4.31%", "4.17%", "3.93%"], 273],
      [["-11.02%", "-20.09%", "-14.25%", "-8.19%"], 274],
      [["-2.96%", "-3.55%", "-3.22%", "-2.65%"], 275],
    ],
    sentences: [
      ["分别上涨1.96%、2.08%、2.16%和2.02%", "277"],
      ["分别下降4.09%、7.13%、10.04%和5.51%", "277"],
      ["分别下降1.33个百分点、1.61个百分点、1.78个百分点和1.48个百分点", "277–278"],
      ["分别上涨3.93%、4.17%、4.31%和4.05%", "279"],
      ["分别下降8.19%、14.25%、20.09%和11.02%", "279"],
      ["分别下降2.65个百分点、3.22个百分点、3.55个百分点和2.96个百分点", "279"],
    ],
  },
  {
    sheet: "毛利率敏感性 风电叶片",
    name: "风电叶片",
    english: "Rotor blades",
    lines: "296–317",
    inputCost: [["577,943.91", "549,375.02", "615,688.62", "731,202.22"], 297],
    share: [["77.85%", "74.12%", "77.71%", "83.83%"], 299],
    revenue: [["891,074.06", "856,548.41", "947,396.36", "954,587.93"], 305],
    cost: [["742,357.01", "741,237.51", "792,254.41", "872,257.39"], 306],
    margin: [["16.69%", "13.46%", "16.38%", "8.62%"], 307],
    grossProfit: [["148,717.04", "115,310.90", "155,141.95", "82,330.54"], 308],
    sensitivity: [
      [["3.89%", "3.71%", "3.89%", "4.19%"], 309],
      [["-19.43%", "-23.82%", "-19.84%", "-44.41%"], 310],
      [["-3.24%", "-3.21%", "-3.25%", "-3.83%"], 311],
      [["7.79%", "7.41%", "7.77%", "8.38%"], 312],
      [["-38.86%", "-47.64%", "-39.69%", "-88.81%"], 313],
      [["-6.49%", "-6.41%", "-6.50%", "-7.66%"], 314],
    ],
  },
  {
    sheet: "毛利率敏感性 锂电池隔膜",
    name: "锂电池隔膜",
    english: "Battery separators",
    lines: "336–358",
    inputCost: [["55,640.76", "43,312.10", "50,655.13", "38,958.98"], 337],
    share: [["36.96%", "31.22%", "33.80%", "34.87%"], 339],
    revenue: [["157,931.14", "146,822.37", "243,737.93", "186,690.07"], 345],
    cost: [["150,542.24", "138,752.22", "149,870.88", "111,725.52"], 346],
    margin: [["4.68%", "5.50%", "38.51%", "40.15%"], 347],
    grossProfit: [["7,388.90", "8,070.15", "93,867.06", "74,964.55"], 348],
    sensitivity: [
      [["1.85%", "1.56%", "1.69%", "1.74%"], 349],
      [["-37.65%", "-26.83%", "-2.70%", "-2.60%"], 350],
      [["-1.76%", "-1.47%", "-1.04%", "-1.04%"], 351],
      [["3.70%", "3.12%", "3.38%", "3.49%"], 352],
      [["-75.30%", "-53.67%", "-5.40%", "-5.20%"], 353],
      [["-3.52%", "-2.95%", "-2.08%", "-2.09%"], 355],
    ],
  },
];

const shocks = [0.05, 0.1];
const measures = [["营业成本变动", "Change of cost"], ["毛利变动", "Change of gross profit"], ["毛利率变动（百分点）", "Change of margin, points"]] as const;
/** The rise of the price behind a row of the table: three rows each. */
const riseOf = (row: number) => `+${(shocks[Math.floor(row / 3)] ?? 0) * 100}%`;
const each = (row: Reference) => periods.map((_, column) => row.cell(0, column));
const typed = ([figures]: readonly [Four, number]) => figures.map((text) => input(Number(text.replaceAll(",", "")), amount));
const asPrinted = ([figures]: readonly [Four, number]) => figures.map((text) => printed(text));
const periodHeaders = () => periods.map((period) => header(period));

function sheetOf(business: Business): SheetPlan {
  const sheet = new SheetDraft({ name: business.sheet, columnWidths: [34, 14.5, 14.5, 14.5, 14.5, 14.5, 14.5, 14.5, 14.5, 9], frozenRows: 3 });
  sheet.row(title(`原材料价格波动对毛利率影响的敏感性分析：${business.name}`));
  sheet.row(subtitle(`Sensitivity of margins to raw-material prices: ${business.english}`));
  sheet.row(header("输入与披露数 Inputs and print"), ...periodHeaders(), header("行 Line"));
  const figures = (chinese: string, english: string, cells: DraftCell[], at: number) => sheet.row(label(`${chinese} ${english}`), grid(cells), line(at))[1];
  const revenue = figures("营业收入", "Revenue", typed(business.revenue), business.revenue[1]);
  const cost = figures("营业成本", "Cost", typed(business.cost), business.cost[1]);
  const grossProfit = figures("毛利", "Gross profit", asPrinted(business.grossProfit), business.grossProfit[1]);
  const margin = figures("毛利率", "Gross margin", asPrinted(business.margin), business.margin[1]);
  const inputCost = figures("原材料", "Raw material", typed(business.inputCost), business.inputCost[1]);
  const share = figures("原材料占营业成本", "Share of cost", asPrinted(business.share), business.share[1]);
  const [, shock] = sheet.row(label("原材料采购价格上涨", "Rise of the raw material's price"), grid(shocks.map((value) => input(value, "0%"))));
  const [, passThrough] = sheet.row(label("成本转嫁比例", "Share passed through to customers"), input(0, "0%"));
  sheet.row(
    sourceNote(
      `来源：${filing}，第 ${business.lines} 行。单位：万元。其他条件不变，仅原材料价格变动。`,
      `Source: filing 003, lines ${business.lines}. In ten thousand yuan. All else unchanged, only the price of raw material moves.`,
      6,
    ),
  );
  sheet.gap();

  sheet.row(header("本表公式 Our formulas"), ...periodHeaders());
  const ours = (name: string, formula: (column: number) => string, format: string) => {
    const [, row] = sheet.row(label(name), grid(periods.map((_, column) => calculated(formula(column), format))));
    return row;
  };
  const [R, C, I] = [each(revenue), each(cost), each(inputCost)];
  const ourProfit = ours("毛利 Gross profit", (i) => `=${R[i]}-${C[i]}`, amount);
  ours("毛利率 Gross margin", (i) => `=${ourProfit.cell(0, i)}/${R[i]}`, percent);
  ours("原材料占营业成本 Share of cost", (i) => `=${I[i]}/${C[i]}`, percent);
  // What the ties hold the printed percentages against: the change in money, unrounded.
  const changes = shocks.map((value, s) => ({
    cost: ours(`+${value * 100}% 成本变动额 Change of cost`, (i) => `=${I[i]}*${shock.cell(0, s).fixed}`, amount),
    profit: ours(`+${value * 100}% 毛利变动额 Change of profit`, (i) => `=-${I[i]}*${shock.cell(0, s).fixed}`, amount),
  }));
  sheet.gap();

  const count = business.sensitivity.length;
  sheet.row(header(""), header("本表公式 Our formulas", undefined, 4), header("披露 As printed", undefined, 4), header(""));
  const labels = sheet.upcoming(5, 1, periods.length);
  const [computed, table] = sheet.row(
    spilled(`=HEADROOM.MARGIN.SENSITIVITY(${revenue},${cost},${inputCost},${shock},${passThrough},${labels})`, {
      rows: count + 1,
      columns: periods.length + 1,
      headed: 1,
      formats: [percent],
      aligns: ["left", "right"],
    }),
    grid(periodHeaders(), ...business.sensitivity.map(asPrinted)),
    grid([header("行 Line")], ...business.sensitivity.map(([, at]) => [line(at)])),
  );
  sheet.row(
    note(
      "成本变动占营业成本、毛利变动占毛利的百分比；毛利率变动以百分号披露，实为百分点（见表注）；负号为下降。",
      "Cost as a share of cost, gross profit as a share of gross profit; the change of the margin is printed with a percent sign and means points (note to the table). A minus is a fall.",
      6,
    ),
  );
  business.sentences?.forEach(([text, at], row) => {
    const [name, english] = measures[row % 3] ?? measures[0];
    const formula = `=HEADROOM.CHANGE.TEXT(${computed.part(row + 1, 1, 1, periods.length)},0,"${row % 3 === 2 ? "points" : "change"}","zh-CN",2,,"reverse")`;
    sheet.row(label(`文字表述 ${riseOf(row)} ${name}`, `In words, ${riseOf(row)} ${english}`), { ...calculated(formula), align: "left" });
    sheet.row(label("披露 As printed"), { ...printed(text), align: "left", across: 2 * periods.length }, line(at));
  });
  sheet.gap();

  sheet.row(header("勾稽 Ties"), ...periodHeaders(), header("行 Line"));
  const check = (chinese: string, english: string, formula: string, at: number, format: string) => {
    const names = [label(chinese, english), ...["差异 Difference", "容差 Tolerance"].map((name): DraftCell => ({ ...label(name), align: "right" }))];
    const result = { ...spilled(formula, { rows: 3, columns: periods.length, formats: [format], aligns: ["right"] }), style: "check" } as const;
    sheet.row(grid(...names.map((name) => [name])), result, line(at));
  };
  check("营业收入 = 营业成本 + 毛利", "Revenue = cost + gross profit", `=HEADROOM.TIE.SUM(${revenue},${cost.to(grossProfit)})`, business.grossProfit[1], amount);
  check("毛利率", "Gross margin", `=HEADROOM.TIE.RATIO(${margin},${grossProfit},${revenue})`, business.margin[1], finePercent);
  check("原材料占营业成本", "Share of cost", `=HEADROOM.TIE.RATIO(${share},${inputCost},${cost})`, business.share[1], finePercent);
  business.sensitivity.forEach(([, at], row) => {
    const change = changes[Math.floor(row / 3)];
    const rise = riseOf(row);
    const [chinese, english] = measures[row % 3] ?? measures[0];
    const of = [cost, grossProfit, revenue][row % 3];
    const numerator = row % 3 === 0 ? change?.cost : change?.profit;
    check(`${rise} ${chinese}`, `${rise} ${english}`, `=HEADROOM.TIE.RATIO(${table.part(row + 1, 0, 1, 4)},${numerator},${of})`, at, finePercent);
  });
  return sheet.plan();
}

export const margin2025: Sample = {
  id: "margin-2025",
  source: "filing 003, lines 257–359",
  sheets: () => businesses.map(sheetOf),
};
