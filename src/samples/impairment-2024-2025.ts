import type { SheetPlan } from "../workbook/port.ts";
import type { Sample } from "./sample.ts";
import { amount, blank, calculated, finePercent, header, input, label, line, note, percent, printed, type Reference, section, SheetDraft, type Spill, spilled, subtitle, tie, title, total } from "./sheet.ts";

const filing = "filing 004（永杉锂业 2025 年年度报告信息披露监管问询函回复）";
const width = 6;

/** Heads of columns: one text, or one language above the other. */
const headers = (...texts: (string | readonly [chinese: string, english: string])[]) => texts.map((text) => (typeof text === "string" ? header(text) : header(...text)));
const lineHeader = ["行", "Line"] as const;

/** How IMPAIR.TABLE stands on a sheet; its header may take three lines. */
const tableOf = (units: number): Spill => ({
  rows: units + 2,
  columns: 7,
  headed: 3,
  totalled: true,
  formats: [undefined, amount, amount, amount, amount, undefined, amount],
  aligns: ["left", "right", "right", "right", "right", "center", "right"],
});

/** A draft with the columns of this sample: two languages, figures, ties, the line of the filing. */
function draft(name: string, chinese: string, english: string, lines: string): SheetDraft {
  const sheet = new SheetDraft({ name, columnWidths: [25, 26, 14, 14, 14, 14, 14, 14, 14, 9] });
  sheet.row(title(chinese));
  sheet.row(subtitle(english));
  sheet.row(note(`来源：${filing}，${lines} 行。金额单位：人民币万元。`, `Source: filing 004, lines ${lines}. Amounts in ten thousand yuan.`, width));
  return sheet;
}

function part(sheet: SheetDraft, text: string, remark?: readonly [chinese: string, english: string]): void {
  sheet.gap();
  sheet.row(section(text));
  if (remark !== undefined) sheet.row(note(...remark, width));
}

const tieHeaders = (sheet: SheetDraft) =>
  sheet.row(...headers("勾稽事项", "What is tied", ["披露数", "Printed"], ["结果", "Tie"], ["差异", "Difference"], ["容差", "Tolerance"], lineHeader));

/** One tie: what it is in both languages, the printed figure, the parts it should be the sum of, its line. */
function tieSum(sheet: SheetDraft, zh: string, en: string, figure: number, parts: Reference, at: string, format = amount, digits = 2): Reference {
  const own = sheet.upcoming(2);
  sheet.row(label(zh), label(en), printed(figure, format), tie(`=HEADROOM.TIE.SUM(${own},${parts},${digits})`, format === percent ? finePercent : format), line(at));
  return own;
}

/** Units with the parts of their carrying amounts as printed, the total that should foot across and down. */
interface Composition {
  readonly rows: readonly (readonly [zh: string, en: string, fixed: number, construction: number, other: number, total: number, line: string])[];
  readonly totals: readonly [fixed: number, construction: number, other: number, total: number, line: string];
}

/** The table of carrying amounts with its ties, and the cells of the units' totals. */
function carryingAmounts(sheet: SheetDraft, { rows, totals }: Composition): { readonly totals: readonly Reference[]; readonly grandTotal: Reference } {
  sheet.row(...headers("资产组", "Cash-generating unit", ["固定资产", "Fixed assets"], ["在建工程", "Construction in progress"], ["其他非流动资产", "Other non-current"], ["小计（披露）", "Total, printed"], lineHeader));
  const figures = rows.map(([zh, en, fixed, construction, other, sum, at]) => {
    const cells = sheet.row(label(zh), label(en), input(fixed, amount), input(construction, amount), input(other, amount), printed(sum, amount), line(at));
    return { zh, en, sum, at, parts: cells[2].to(cells[4]), columns: [cells[2], cells[3], cells[4], cells[5]] as const };
  });
  const [first, last] = [figures[0], figures.at(-1)];
  if (!first || !last) throw new RangeError("a composition without units");
  const columns = ([0, 1, 2, 3] as const).map((index) => first.columns[index].to(last.columns[index]));
  sheet.row(label("合计"), label("Total"), ...columns.map((column) => total(`=SUM(${column})`, amount)));
  sheet.gap();
  tieHeaders(sheet);
  const unitTotals = figures.map(({ zh, en, sum, at, parts }) => tieSum(sheet, `${zh} 小计`, `${en}: total of its assets`, sum, parts, at));
  const names = [["固定资产", "Fixed assets"], ["在建工程", "Construction in progress"], ["其他非流动资产", "Other non-current assets"], ["各资产组", "All units"]] as const;
  const columnTotals = names.map(([zh, en], index) => {
    const column = columns[index];
    const figure = totals[index];
    if (!column || typeof figure !== "number") throw new RangeError(`no column ${index}`);
    return tieSum(sheet, `${zh}合计`, `${en}: total`, figure, column, totals[4]);
  });
  const grandTotal = columnTotals.at(-1);
  if (!grandTotal) throw new RangeError("no total");
  return { totals: unitTotals, grandTotal };
}

/** A pre-tax rate as the sum of its parts. */
function discountRate(sheet: SheetDraft, parts: readonly (readonly [zh: string, en: string, rate: number, line: string])[], zh: string, en: string, rate: number, at: string): void {
  sheet.row(...headers("税前折现率的构成", "Make-up of the pre-tax rate", ["取值", "Rate"], lineHeader));
  const cells = parts.map(([partZh, partEn, value, of]) => sheet.row(label(partZh), label(partEn), input(value, percent), line(of))[2]);
  const [first, last] = [cells[0], cells.at(-1)];
  if (!first || !last) throw new RangeError("a rate without parts");
  sheet.row(label("合计"), label("Total"), total(`=SUM(${first.to(last)})`, percent));
  sheet.gap();
  tieHeaders(sheet);
  tieSum(sheet, zh, en, rate, first.to(last), at, percent, 4);
}

const premia = [
  ["市场风险", "Market risk", 0.032, "497"],
  ["资金风险", "Funding risk", 0.03, "497"],
  ["管理风险", "Management risk", 0.02, "497"],
] as const;

function year2024(): SheetPlan {
  const sheet = draft("减值测试 2024", "2024 年度钼业板块资产组减值测试", "Impairment test of the molybdenum units, 2024", "536–546、608–652");

  part(sheet, "一、账面价值 · Carrying amounts");
  const { grandTotal } = carryingAmounts(sheet, {
    rows: [
      ["资产组 1", "Unit 1", 17197.05, 5987.23, 2281.83, 25466.11, "544"],
      ["资产组 2", "Unit 2", 1377.94, 0, 0, 1377.94, "545"],
    ],
    totals: [18574.99, 5987.23, 2281.83, 26844.05, "546"],
  });

  part(sheet, "二、税前折现率 · Pre-tax discount rate", ["风险报酬率与 2023 年度相同（612 行）。资产组 2 的风险报酬率未披露，其税前折现率 6.07%（639 行）留待 2025 年度比较。", "The premia are those of 2023 (line 612). Those of unit 2 are not printed; its rate of 6.07% (line 639) is taken up in 2025."]);
  discountRate(sheet, [["无风险报酬率", "Risk-free rate", 0.0187, "612"], ...premia], "资产组 1 税前折现率", "Unit 1: pre-tax rate", 0.1007, "612");

  part(sheet, "三、减值测试 · Impairment test", ["现值高于账面价值，无需再估计公允价值减去处置费用后的净额，以“/”表示（企业会计准则第 8 号第七条）。", "Value in use exceeds the carrying amount, so the other measure was not estimated: '/' (CAS 8, paragraph 7)."]);
  sheet.row(...headers("资产组", "Cash-generating unit", ["账面价值", "Carrying amount"], ["预计未来现金流量的现值", "Value in use"], ["公允价值减处置费用后的净额", "FVLCD"], ["是否减值", "Impaired, printed"], lineHeader));
  const unit1 = sheet.row(label("资产组 1"), label("Unit 1"), input(25466.11, amount), input(27730, amount), input("/"), printed("否"), line(616, 625));
  const unit2 = sheet.row(label("资产组 2"), label("Unit 2"), input(1377.94, amount), input(2310, amount), input("/"), printed("否"), line(645, 652));
  sheet.gap();
  const column = (index: 0 | 2 | 3 | 4) => unit1[index].to(unit2[index]);
  const [, table] = sheet.row(label("减值测试结果", "Result of the test"), spilled(`=HEADROOM.IMPAIR.TABLE(${column(0)},${column(2)},${column(3)},${column(4)})`, tableOf(2)));
  sheet.gap();
  tieHeaders(sheet);
  tieSum(sheet, "资产组 1 账面价值：正文与构成表", "Unit 1: carrying amount, text against the table of line 544", 25466.11, unit1[2], "544, 616");
  tieSum(sheet, "资产组 1 账面价值：测试结果表与正文", "Unit 1: carrying amount, result table against the text", 26844.05, unit1[2], "621, 616");
  sheet.row(
    note(
      "↑ 621 行将两个资产组的合计 26,844.05 印作资产组 1 的账面价值，与 544、616 行的 25,466.11 不符（BREAK）；无论采用哪个数，资产组 1 均未减值。",
      "↑ Line 621 prints the total of both units, 26,844.05, as unit 1's carrying amount; lines 544 and 616 say 25,466.11 (BREAK). Unit 1 is not impaired either way.",
      width,
    ),
  );
  tieSum(sheet, "同一数字与两个资产组合计", "The same figure against the total of both units", 26844.05, grandTotal, "621, 546");
  tieSum(sheet, "资产组 1 可收回金额", "Unit 1: recoverable amount", 27730, table.cell(1, 4), "622");
  tieSum(sheet, "资产组 2 账面价值", "Unit 2: carrying amount", 1377.94, unit2[2], "650");
  tieSum(sheet, "资产组 2 可收回金额", "Unit 2: recoverable amount", 2310, table.cell(2, 4), "651");
  return sheet.plan();
}

const unit3 = [
  ["房屋建筑物（减值资产）", "Buildings, impaired", 709.53, 350.56, 358.98, "890"],
  ["构筑物（减值资产）", "Structures, impaired", 73.04, 27.31, 45.74, "891"],
  ["机器设备（减值资产）", "Machinery, impaired", 1094.67, 306.94, 787.72, "892"],
  ["机器设备（未减值资产）", "Machinery, not impaired", 68.84, 271.51, 0, "893"],
  ["电子设备（减值资产）", "Electronics, impaired", 4.97, 3.45, 1.52, "894"],
  ["电子设备（未减值资产）", "Electronics, not impaired", 0.01, 0.04, 0, "895"],
] as const;

function year2025(): SheetPlan {
  const sheet = draft("减值测试 2025", "2025 年度钼业板块资产组减值测试", "Impairment test of the molybdenum units, 2025", "654–898");

  part(sheet, "一、账面价值 · Carrying amounts");
  carryingAmounts(sheet, {
    rows: [
      ["资产组 1", "Unit 1", 23709.93, 171.4, 354.28, 24235.61, "683"],
      ["资产组 2", "Unit 2", 1173.37, 0, 0, 1173.37, "684"],
      ["资产组 3", "Unit 3", 1951.07, 0, 0, 1951.07, "685"],
    ],
    totals: [26834.37, 171.4, 354.28, 27360.05, "687"],
  });

  part(sheet, "二、税前折现率 · Pre-tax discount rate", ["风险报酬率与以前年度相同（785、830 行）。", "The premia are those of earlier years (lines 785 and 830)."]);
  discountRate(sheet, [["无风险报酬率", "Risk-free rate", 0.02, "785"], ...premia], "资产组 1 税前折现率", "Unit 1: pre-tax rate", 0.102, "785");
  sheet.gap();
  discountRate(
    sheet,
    [
      ["2024 年度税前折现率", "Pre-tax rate of 2024", 0.0607, "639"],
      ["减：2024 年度无风险报酬率", "Less: risk-free rate of 2024", -0.0187, "612"],
      ["加：2025 年度无风险报酬率", "Plus: risk-free rate of 2025", 0.02, "830"],
    ],
    "资产组 2 税前折现率",
    "Unit 2: pre-tax rate",
    0.062,
    "830",
  );

  part(sheet, "三、综合毛利率 · Gross margin of unit 1");
  grossMargins(sheet);

  part(sheet, "四、资产组 1、资产组 2 · Units 1 and 2");
  const { loss } = unitsInUse(sheet);

  part(
    sheet,
    "五、资产组 3：单项资产，不以增值抵减 · Unit 3, asset by asset, no surplus set against a loss",
    ["闲置、备用生产线，直接以公允价值减去处置费用后的净额为可收回金额（723–735 行）。", "Idle and standby lines: fair value less costs of disposal alone (lines 723–735)."],
  );
  const assets = assetByAsset(sheet);

  part(sheet, "六、减值准备合计 · Impairment losses of the year");
  sheet.row(...headers("资产组", "Cash-generating unit", ["减值准备", "Loss"], lineHeader));
  const [, , first] = sheet.row(label("资产组 1"), label("Unit 1"), calculated(`=${loss}`, amount), line(816));
  sheet.row(label("资产组 2"), label("Unit 2"), input(0, amount), line(834));
  const [, , last] = sheet.row(label("资产组 3"), label("Unit 3"), calculated(`=${assets}`, amount), line(896));
  sheet.row(label("合计"), label("Total"), total(`=SUM(${first.to(last)})`, amount));
  sheet.gap();
  tieHeaders(sheet);
  tieSum(sheet, "2025 年度计提资产减值准备", "Impairment losses of 2025", 3099.57, first.to(last), "308, 898");
  return sheet.plan();
}

/** Revenue and cost of the reporting year and of the first forecast year, with the margins printed from them. */
function grossMargins(sheet: SheetDraft): void {
  sheet.row(...headers("期间", "Period", ["营业收入", "Revenue"], ["营业成本", "Cost"], ["毛利", "Gross profit"], ["毛利率", "Margin"], lineHeader));
  const period = (zh: string, en: string, revenue: number, cost: number) => {
    const [r, c, profit] = [sheet.upcoming(2), sheet.upcoming(3), sheet.upcoming(4)];
    sheet.row(label(zh), label(en), input(revenue, amount), input(cost, amount), calculated(`=${r}-${c}`, amount), calculated(`=${profit}/${r}`, percent), line(763, 774));
    return { revenue: r, profit };
  };
  const year = period("2025 年度", "2025", 363096.46, 357599.02);
  const forecast = period("预测期首年", "First forecast year", 287034.26, 280604.16);
  sheet.gap();
  tieHeaders(sheet);
  const tieMargin = (zh: string, en: string, margin: string, { profit, revenue }: typeof year) => {
    const own = sheet.upcoming(2);
    sheet.row(label(zh), label(en), printed(margin), tie(`=HEADROOM.TIE.RATIO(${own},${profit},${revenue},2)`, finePercent), line(775));
  };
  tieMargin("2025 年度综合毛利率", "Gross margin of 2025", "1.37%", year);
  sheet.row(
    note(
      "↑ 披露的收入、成本得出 1.51%，而不是 1.37%（BREAK）；1.37% 与 240 行披露的钼业务毛利率相同，二者口径不同。",
      "↑ The printed revenue and cost give 1.51%, not 1.37% (BREAK); 1.37% is the margin line 240 prints for the business as a whole.",
      width,
    ),
  );
  tieMargin("预测期首年综合毛利率", "Gross margin of the first forecast year", "2.24%", forecast);
}

/** Units 1 and 2: value in use first; where it falls short, fair value less costs of disposal as well. */
function unitsInUse(sheet: SheetDraft): { readonly loss: Reference } {
  sheet.row(...headers("资产组 1：公允价值减去处置费用后的净额", "Unit 1: fair value less costs of disposal", ["金额", "Amount"], lineHeader));
  const [, , fairValue] = sheet.row(label("公允价值（收益法）"), label("Fair value, income approach"), input(22330, amount), line(795));
  const [, , costs] = sheet.row(label("减：处置费用"), label("Less: costs of disposal"), input(-370, amount), line(799));
  const [, , net] = sheet.row(label("公允价值减去处置费用后的净额"), label("Fair value less costs of disposal"), total(`=SUM(${fairValue.to(costs)})`, amount));
  sheet.gap();
  sheet.row(...headers("资产组", "Cash-generating unit", ["账面价值", "Carrying amount"], ["预计未来现金流量的现值", "Value in use"], ["公允价值减处置费用后的净额", "FVLCD"], ["减值损失（本表）", "Loss, ours"], ["是否减值", "Impaired, printed"], lineHeader));
  const unit = (zh: string, en: string, carrying: number, viu: number, fvlcd: ReturnType<typeof input>, impaired: string, lines: string) => {
    const [c, v, f] = [sheet.upcoming(2), sheet.upcoming(3), sheet.upcoming(4)];
    return sheet.row(
      label(zh),
      label(en),
      input(carrying, amount),
      input(viu, amount),
      fvlcd,
      calculated(`=HEADROOM.IMPAIR.LOSS(${c},${v},${f})`, amount),
      printed(impaired),
      line(lines),
    );
  };
  const first = unit("资产组 1", "Unit 1", 24235.61, 22330, calculated(`=${net}`, amount), "是", "789, 815");
  const second = unit("资产组 2", "Unit 2", 1173.37, 2170, input("/"), "否", "834, 841");
  sheet.gap();
  const column = (index: 0 | 2 | 3 | 4) => first[index].to(second[index]);
  const [, table] = sheet.row(label("减值测试结果", "Result of the test"), spilled(`=HEADROOM.IMPAIR.TABLE(${column(0)},${column(2)},${column(3)},${column(4)})`, tableOf(2)));
  sheet.gap();
  tieHeaders(sheet);
  tieSum(sheet, "资产组 1 公允价值减去处置费用后的净额", "Unit 1: fair value less costs of disposal", 21960, fairValue.to(costs), "801");
  tieSum(sheet, "资产组 1 账面价值", "Unit 1: carrying amount", 24235.61, first[2], "813");
  tieSum(sheet, "资产组 1 可收回金额", "Unit 1: recoverable amount", 22330, table.cell(1, 4), "814");
  const loss = tieSum(sheet, "资产组 1 减值金额", "Unit 1: impairment loss", 1905.61, table.cell(1, 6), "816");
  tieSum(sheet, "资产组 2 账面价值", "Unit 2: carrying amount", 1173.37, second[2], "839");
  tieSum(sheet, "资产组 2 可收回金额", "Unit 2: recoverable amount", 2170, table.cell(2, 4), "840");
  return { loss };
}

/** The assets of unit 3, each with its loss; the cell of their printed total. */
function assetByAsset(sheet: SheetDraft): Reference {
  sheet.row(
    ...headers("科目", "Assets", ["可收回金额", "Recoverable"], ["账面价值", "Carrying amount"], ["减：二者孰低", "Less: the lower"], ["减值额（披露）", "Loss, printed"], ["结果", "Tie"], ["差异", "Difference"], ["容差", "Tolerance"], lineHeader),
  );
  const rows = unit3.map(([zh, en, carrying, recoverable, loss, at]) => {
    const [r, c, parts, own] = [sheet.upcoming(2), sheet.upcoming(3), sheet.upcoming(3, 1, 2), sheet.upcoming(5)];
    return sheet.row(
      label(zh),
      label(en),
      input(recoverable, amount),
      input(carrying, amount),
      calculated(`=-MIN(${c},${r})`, amount),
      printed(loss, amount),
      tie(`=HEADROOM.TIE.SUM(${own},${parts},2)`),
      line(at),
    );
  });
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) throw new RangeError("a unit without assets");
  const column = (index: 0 | 2 | 3 | 5) => first[index].to(last[index]);
  sheet.gap();
  const [, table] = sheet.row(label("减值测试结果", "Result of the test"), spilled(`=HEADROOM.IMPAIR.TABLE(${column(0)},${column(3)},,${column(2)})`, tableOf(6)));
  sheet.gap();
  tieHeaders(sheet);
  tieSum(sheet, "资产组 3 账面价值", "Unit 3: carrying amount", 1951.07, column(3), "896");
  tieSum(sheet, "资产组 3 可收回金额", "Unit 3: recoverable amount", 959.81, column(2), "896");
  const loss = tieSum(sheet, "资产组 3 减值额：披露的各项之和", "Unit 3: loss, from the printed losses", 1193.96, column(5), "896");
  tieSum(sheet, "资产组 3 减值额：由账面价值与可收回金额重算", "Unit 3: loss, recomputed from the amounts", 1193.96, table.part(1, 6, 6, 1), "896");
  sheet.row(
    label("若以增值抵减（准则不允许）"),
    label("If the surplus were netted, which the standard does not allow"),
    calculated(`=${table.cell(7, 1)}-${table.cell(7, 4)}`, amount),
    blank(3),
    line(885),
  );
  return loss;
}

/** The impairment tests of three molybdenum units in two years, from the reply to an exchange's inquiry. */
export const impairment2024to2025: Sample = {
  id: "impairment-2024-2025",
  source: "filing 004, lines 536–546, 608–652, 654–898",
  sheets: () => [year2024(), year2025()],
};
