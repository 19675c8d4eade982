import { describe, expect, it } from "vitest";
import { impairment2024to2025 } from "../../src/samples/impairment-2024-2025.ts";
import type { SheetPlan } from "../../src/workbook/port.ts";
import { valuesOf } from "../support/sheet-values.ts";

/** Every tie of a sheet by the label of its row and the line of the filing: its status. */
function statuses(plan: SheetPlan): string[] {
  const value = valuesOf(plan);
  return plan.rows.flatMap((cells, row) => {
    const column = cells.findIndex((cell) => cell?.formula?.startsWith("=HEADROOM.TIE."));
    return column < 0 ? [] : [`${value(row, 0)} (${value(row, column + 3)}): ${value(row, column)}`];
  });
}

function sheet(name: string): SheetPlan {
  const found = impairment2024to2025.sheets().find((plan) => plan.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
}

const rowOf = (plan: SheetPlan, text: string) => plan.rows.findIndex((cells) => cells[0]?.value === text);

describe("the impairment test of 2024", () => {
  it("ties wherever the print allows it, and breaks at the carrying amount of line 621", () => {
    expect(statuses(sheet("减值测试 2024"))).toEqual([
      "资产组 1 小计 (544): OK",
      "资产组 2 小计 (545): OK",
      "固定资产合计 (546): OK",
      "在建工程合计 (546): OK",
      "其他非流动资产合计 (546): OK",
      "各资产组合计 (546): OK",
      "资产组 1 税前折现率 (612): OK",
      "资产组 1 账面价值：正文与构成表 (544, 616): OK",
      "资产组 1 账面价值：测试结果表与正文 (621, 616): BREAK",
      "同一数字与两个资产组合计 (621, 546): OK",
      "资产组 1 可收回金额 (622): OK",
      "资产组 2 账面价值 (650): OK",
      "资产组 2 可收回金额 (651): OK",
    ]);
  });
});

describe("the impairment test of 2025", () => {
  const plan = sheet("减值测试 2025");
  const value = valuesOf(plan);

  it("ties wherever the print allows it; the printed margin of 2025 belongs to another revenue and cost", () => {
    expect(statuses(plan)).toEqual([
      "资产组 1 小计 (683): OK",
      "资产组 2 小计 (684): OK",
      "资产组 3 小计 (685): OK",
      "固定资产合计 (687): OK",
      "在建工程合计 (687): OK",
      "其他非流动资产合计 (687): OK",
      "各资产组合计 (687): OK",
      "资产组 1 税前折现率 (785): OK",
      "资产组 2 税前折现率 (830): OK",
      "2025 年度综合毛利率 (775): BREAK",
      "预测期首年综合毛利率 (775): OK",
      "资产组 1 公允价值减去处置费用后的净额 (801): OK",
      "资产组 1 账面价值 (813): OK",
      "资产组 1 可收回金额 (814): OK",
      "资产组 1 减值金额 (816): OK",
      "资产组 2 账面价值 (839): OK",
      "资产组 2 可收回金额 (840): OK",
      "房屋建筑物（减值资产） (890): TAIL",
      "构筑物（减值资产） (891): TAIL",
      "机器设备（减值资产） (892): TAIL",
      "机器设备（未减值资产） (893): OK",
      "电子设备（减值资产） (894): OK",
      "电子设备（未减值资产） (895): OK",
      "资产组 3 账面价值 (896): TAIL",
      "资产组 3 可收回金额 (896): OK",
      "资产组 3 减值额：披露的各项之和 (896): OK",
      "资产组 3 减值额：由账面价值与可收回金额重算 (896): TAIL",
      "2025 年度计提资产减值准备 (308, 898): OK",
    ]);
  });

  it("computes the loss of unit 1, and unit 3 without netting", () => {
    const unit1 = plan.rows.findIndex((cells) => cells.some((cell) => cell?.formula?.startsWith("=HEADROOM.IMPAIR.LOSS")));
    expect(value(unit1, 5)).toBe(1905.61);
    expect(value(rowOf(plan, "若以增值抵减（准则不允许）"), 2)).toBeCloseTo(991.25, 6); // a difference of doubles, as the sheet has it
  });
});
