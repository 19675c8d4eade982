import { describe, expect, it } from "vitest";
import { checked } from "../../src/check/checked.ts";
import type { Finding } from "../../src/check/finding.ts";
import { check as english } from "../../src/locales/en-us/check.ts";
import { check as chinese } from "../../src/locales/zh-cn/check.ts";
import { readText } from "../../src/reading/text.ts";

async function findingsIn(...lines: readonly string[]): Promise<readonly Finding[]> {
  return (await checked(readText(lines.join("\n").replaceAll(" | ", "\t")))).findings;
}

async function foundIn(...lines: readonly string[]): Promise<string[]> {
  return (await findingsIn(...lines)).map(({ rule, difference, figure, result, from }) => `${rule} ${difference}: ${figure.text} ≠ ${(result ? [result] : from).map(({ text }) => text).join(", ")}`);
}

const table = ["单位：万元", "项目 | 2025 年度 | 2024 年度 | 2023 年度", "营业收入 | 364,512.20 | 334,120.45 | 310,874.67", "研发费用率 | 2.15% | 3.42% | 2.88%", "毛利率 | 26.15% | 21.42% | 23.88%", ""];

describe("a bound in words that does not hold is found", () => {
  it.each<[string, string, readonly string[]]>([
    ["below", "报告期各期，期间费用占比分别为 2.15%、3.42%和 2.88%，均在 3%以下。", ["bound two-versions: 3% ≠ 3.42%"]],
    ["not above", "报告期各期，期间费用占比分别为 2.15%、3.42%和 2.88%，均不超过 3%。", ["bound two-versions: 3% ≠ 3.42%"]],
    ["short of, by the figure farthest off", "报告期各期，备用金余额分别为 5.15 亿元、6.42 亿元和 4.88 亿元，均不足 5 亿元。", ["bound two-versions: 5 亿元 ≠ 6.42 亿元"]],
    ["more than", "报告期各期，外销占比分别为 65.15%、63.42%和 68.88%，均超过 65%。", ["bound two-versions: 65% ≠ 63.42%"]],
    ["between", "报告期各期，外销占比分别为 22.15%、31.42%和 28.88%，均在 20%至 30%之间。", ["bound two-versions: 30% ≠ 31.42%"]],
    ["of one figure, in another unit", "2025 年末，备用金余额为 5,215.66 万元，超过 1 亿元。", ["bound two-versions: 1 亿元 ≠ 5,215.66 万元"]],
  ])("in its own sentence: %s", async (_what, sentence, found) => {
    expect(await foundIn(sentence)).toEqual(found);
  });

  it.each<[string, string, readonly string[]]>([
    ["below", "报告期各期，公司研发费用率均在 3%以下。", ["bound two-versions: 3% ≠ 3.42%"]],
    ["above", "报告期各期，公司毛利率均在 22%以上。", ["bound two-versions: 22% ≠ 21.42%"]],
    ["between", "报告期各期，公司毛利率均在 20%至 25%之间。", ["bound two-versions: 25% ≠ 26.15%"]],
    ["in one period and another unit", "2024 年度，公司营业收入超过 35 亿元。", ["bound two-versions: 35 亿元 ≠ 334,120.45"]],
    ["roughly", "2024 年度，公司营业收入约 43.4 亿元。", ["approximate two-versions: 43.4 亿元 ≠ 334,120.45"]],
    ["close to", "2024 年度，公司毛利率接近 24%。", ["approximate two-versions: 24% ≠ 21.42%"]],
  ])("against its table: %s", async (_what, sentence, found) => {
    expect(await foundIn(...table, sentence)).toEqual(found);
  });
});

describe("a trend in words that does not hold is found", () => {
  it.each<[string, string, readonly string[]]>([
    ["of the list before it", "2023 年、2024 年和 2025 年，备用金余额分别为 5.15 亿元、6.42 亿元和 4.88 亿元，呈逐年上升趋势。", ["trend two-versions: 4.88 亿元 ≠ 6.42 亿元"]],
    ["of a list in the order of its periods", "2025 年、2024 年和 2023 年，备用金余额分别为 5.15 亿元、6.42 亿元和 7.88 亿元，逐年上升。", ["trend two-versions: 6.42 亿元 ≠ 7.88 亿元", "trend two-versions: 5.15 亿元 ≠ 6.42 亿元"]],
    ["of the series of a table", "报告期各期，公司研发费用率逐年上升。", ["trend two-versions: 2.15% ≠ 3.42%"]],
  ])("%s", async (_what, sentence, found) => {
    expect((await foundIn(...table, sentence)).sort()).toEqual([...found].sort());
  });

  it.each([
    "2023 年、2024 年和 2025 年，备用金余额分别为 5.15 亿元、6.42 亿元和 7.88 亿元，呈逐年上升趋势。",
    "备用金余额分别为 7.88 亿元、6.42 亿元和 5.15 亿元，呈逐年上升趋势。",
    "报告期各期，公司营业收入逐年增长。",
    "预计未来公司研发费用率逐年上升。",
    "报告期各期，同行业可比公司研发费用率逐年上升。",
  ])("but not in: %s", async (sentence) => {
    expect(await foundIn(...table, sentence)).toEqual([]);
  });
});

describe("what words say truly, or not surely of a table, is no error", () => {
  it.each([
    "报告期各期，期间费用占比分别为 2.15%、3.00%和 2.88%，均在 3%以下。",
    "报告期各期，期间费用占比分别为 2.15%、3.42%和 2.88%，除 2024 年外均在 3%以下。",
    "报告期各期，期间费用占比分别为 2.15%、3.42%和 2.88%，同行业均在 3%以下。",
    "报告期各期，期间费用占比分别为 2.15%、3.42%和 2.88%，均低于 3%，2024 年除外。",
    "报告期各期，期间费用占比分别为 2.15%、3.42%和 2.88%，占比均低于 1%。",
    "报告期各期，期间费用占比分别为 2.15%、3.42%和 2.88%，均未低于 2%。",
    "外销占比均超过 50%，其中第一大客户占比分别为 35.76%和 33.79%。",
    "报告期各期，公司研发费用率均不超过 3.5%。",
    "报告期各期，同行业可比公司研发费用率均低于 3%。",
    "报告期各期，公司研发费用率增长均低于 1%。",
    "报告期各期，公司毛利率均超过 21.42%。",
    "预计未来公司毛利率均在 30%以上。",
    "公司要求研发费用率均不超过 1%。",
    "报告期各期，公司毛利率均在 30%以上的产品占比较小。",
    "2024 年度，公司营业收入超过 33 亿元。",
    "2024 年度，公司营业收入约 33 亿元。",
    "2024 年度，公司营业收入约 33.5 亿元。",
    "2024 年度，公司毛利率接近 20%。",
  ])("%s", async (sentence) => {
    expect(await foundIn(...table, sentence)).toEqual([]);
  });
});

describe("the sentence of a finding", () => {
  const place = ({ places }: Finding["figure"]) => `L${places[0]?.line}`;

  it("names the bound and what lies beyond it", async () => {
    const [finding] = await findingsIn(...table, "报告期各期，公司研发费用率均在 3%以下。");
    expect(finding && [english.sentence(finding, place), chinese.sentence(finding, place)]).toEqual([
      "The text sets “3%” (L7) as a bound, but “3.42%” (L4) lies beyond it; which of the two is wrong the text does not tell.",
      "正文以L7“3%”为界限，而L4“3.42%”超出该界限；两处何者有误须查对原始资料。",
    ]);
  });

  it("names the rough figure and the printed one", async () => {
    const [finding] = await findingsIn(...table, "2024 年度，公司毛利率接近 24%。");
    expect(finding && [english.sentence(finding, place), chinese.sentence(finding, place)]).toEqual([
      "“24%” (公司毛利率接近) is given as approximate, but “21.42%” (L5) is further away than rounding allows; which of the two is wrong the text does not tell.",
      "列示约数“24%”（公司毛利率接近），与L5“21.42%”相差过大，非四舍五入所致；两处何者有误须查对原始资料。",
    ]);
  });
});
