import { describe, expect, it } from "vitest";
import { checkOf } from "../support/found-in.ts";

const years = "项目 | 2025年1-9月 | 2024年度 | 2023年度 | 2022年度";
const structure = ["主营业务成本构成如下:", "", "单位:万元", years, "原材料 | 195,890.54 | 274,907.83 | 269,995.23 | 242,479.39", "营业成本 | 484,118.21 | 637,276.11 | 648,196.51 | 617,365.01", "占比 | 40.46% | 43.14% | 41.65% | 39.28%", ""];

/** Filing 003, lines 262–275. */
const sensitivity = (margin: string) => [
  "影响情况测算如下:", "", "单位:万元", years, "主营业务收入 | 661,942.48 | 774,143.14 | 837,660.88 | 913,494.95", "主营业务成本 | 484,118.21 | 637,276.11 | 648,196.51 | 617,365.01", "主营业务毛利率 | 26.86% | 17.68% | 22.62% | 32.42%", "主营业务毛利 | 177,824.27 | 136,867.03 | 189,464.37 | 296,129.94",
  "主要原材料采购价格上涨5% 主营业务成本变动 | 2.02% | 2.16% | 2.08% | 1.96%", "主营业务毛利变动 | -5.51% | -10.04% | -7.13% | -4.09%", `毛利率变动 | ${margin}`,
  "主要原材料采购价格上涨10% 主营业务成本变动 | 4.05% | 4.31% | 4.17% | 3.93%", "主营业务毛利变动 | -11.02% | -20.09% | -14.25% | -8.19%", "毛利率变动 | -2.96% | -3.55% | -3.22% | -2.65%",
];

describe("a sensitivity to the price of materials", () => {
  it("is recomputed from the cost structure above it, every figure of it", async () => {
    const { findings, coverage } = await checkOf(...structure, ...sensitivity("-1.48% | -1.78% | -1.61% | -1.33%"));
    expect(findings).toEqual([]);
    expect(coverage.checked).toBe(coverage.figures);
  });

  it("is found wrong where a change does not follow", async () => {
    const { findings } = await checkOf(...structure, ...sensitivity("-1.48% | -1.87% | -1.61% | -1.33%"));
    expect(findings.map(({ figure, expected, difference }) => `${difference}: ${figure.text} → ${expected}`)).toEqual(["transposition: -1.87% → -1.78%"]);
  });

  it("may print falls without their sign", async () => {
    const { findings } = await checkOf(...structure, ...sensitivity("1.48% | 1.78% | 1.61% | 1.33%"));
    expect(findings).toEqual([]);
  });
});
