import type { SheetPlan } from "../workbook/port.ts";
import { carryingAmounts, discountRate, draft, headers, lineHeader, part, premia, tableOf, tieHeaders, tieSum, width } from "./impairment-sheet.ts";
import { amount, blank, calculated, finePercent, header, input, label, line, note, percent, printed, type Reference, type SheetDraft, spilled, tie, total } from "./sheet.ts";

const unit3 = [
  ["房屋建筑物（减值资产）", "Buildings, impaired", 709.53, 350.56, 358.98, "890"],
  ["构筑物（减值资产）", "Structures, impaired", 73.04, 27.31, 45.74, "891"],
  ["机器设备（减值资产）", "Machinery, impaired", 1094.67, 306.94, 787.72, "892"],
  ["机器设备（未减值资产）", "Machinery, not impaired", 68.84, 271.51, 0, "893"],
  ["电子设备（减值资产）", "Electronics, impaired", 4.97, 3.45, 1.52, "894"],
  ["电子设备（未减值资产）", "Electronics, not impaired", 0.01, 0.04, 0, "895"],
] as const;

export function year2025(): SheetPlan {
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
  sheet.row(...headers("资产组", "Cash-generating unit", ["账面价值", "Carrying amount"], ["预计未来现金流量的现值", "Value in use"], ["公允价值减处置费用后的净额", "FVLCD"], ["减值损失", "Loss, ours"], ["是否减值", "Impaired, printed"], lineHeader));
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
  const [, table] = sheet.row(header("减值测试结果", "Result of the test"), spilled(`=HEADROOM.IMPAIR.TABLE(${column(0)},${column(2)},${column(3)},${column(4)})`, tableOf(2)));
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
  const [, table] = sheet.row(header("减值测试结果", "Result of the test"), spilled(`=HEADROOM.IMPAIR.TABLE(${column(0)},${column(3)},,${column(2)})`, tableOf(6)));
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
