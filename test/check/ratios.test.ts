import { describe, expect, it } from "vitest";
import { checkOf } from "../support/found-in.ts";

async function foundIn(...lines: readonly string[]): Promise<string[]> {
  return (await checkOf(...lines)).findings.map(({ figure, expected }) => `${figure.text} → ${expected}`);
}

describe("a margin and its parts", () => {
  /** Filing 001, lines 355–360, without 2018. */
  const table = (margin: string) => ["项目 | 2017 年度 | 2016 年度 | 2015 年度", "国内销售毛利率 | 33.14% | 19.73% | 21.77%", "国内销售额比例 | 67.40% | 55.50% | 47.88%", "出口销售毛利率 | 22.12% | 25.73% | 19.65%", "出口销售额比例 | 32.60% | 44.50% | 52.12%", `主营业务毛利率 | ${margin}`];

  it("are held against each other by the share of each part", async () => {
    const { findings, coverage } = await checkOf(...table("29.55% | 22.40% | 20.66%"));
    expect(findings).toEqual([]);
    expect(coverage.checked).toBe(coverage.figures);
    expect(await foundIn(...table("29.55% | 24.20% | 20.66%"))).toEqual(["24.20% → 22.40%"]);
  });
});

describe("a row whose name is a ratio", () => {
  /** Filing 002, lines 2961–2962 and 3073. */
  const tables = (ratio: string) => ["有息负债如下：", "", "单位：万元", "项目 | 2025年5月31日 | 2024年12月31日 | 2023年12月31日", "短期借款 | 2,081,599.85 | 1,977,791.55 | 1,678,284.08", `短期借款/营业收入 | ${ratio}`, "", "经营情况如下：", "", "单位：万元", "项目 | 2025 年 1-5 月 | 2024 年度 | 2023 年度", "营业收入 | 6,483,172.70 | 14,928,896.13 | 12,895,346.52"];

  it("is recomputed with a divisor of another table, brought to a year for a part of one", async () => {
    const { findings, coverage } = await checkOf(...tables("13.38% | 13.25% | 13.01%"));
    expect(findings).toEqual([]);
    expect(coverage.checked).toBe(coverage.figures);
    expect(await foundIn(...tables("13.38% | 13.25% | 13.10%"))).toEqual(["13.10% → 13.01%"]);
  });
});
