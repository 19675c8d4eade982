import type { SheetPlan } from "../workbook/port.ts";
import { carryingAmounts, discountRate, draft, headers, lineHeader, part, premia, tableOf, tieHeaders, tieSum, width } from "./impairment-sheet.ts";
import { amount, header, input, label, line, note, printed, spilled } from "./sheet.ts";

export function year2024(): SheetPlan {
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
  const [, table] = sheet.row(header("减值测试结果", "Result of the test"), spilled(`=HEADROOM.IMPAIR.TABLE(${column(0)},${column(2)},${column(3)},${column(4)})`, tableOf(2)));
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
