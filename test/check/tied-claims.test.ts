import { describe, expect, it } from "vitest";
import { checkOf, foundIn } from "../support/found-in.ts";

/** The lines of sentences with figures that took part in no check. */
const untiedIn = async (...lines: readonly string[]) => (await checkOf(...lines)).coverage.leftOut.filter(({ why }) => why === "not-matched").map(({ line }) => lines[line - 1]);

const ages = [
  "报告期各期末，公司应收账款账龄结构如下：", "", "单位：万元", "账龄 | 2024年12月31日 |  | 2023年12月31日 |  | 2022年12月31日 | ", " | 金额 | 占比 | 金额 | 占比 | 金额 | 占比",
  "1年以内 | 45,120.36 | 86.20% | 39,870.15 | 88.02% | 35,002.10 | 90.17%", "1-2年 | 4,560.22 | 8.71% | 3,501.78 | 7.73% | 2,610.44 | 6.72%", "2-3年 | 1,680.50 | 3.21% | 1,205.66 | 2.66% | 780.12 | 2.01%", "3年以上 | 980.14 | 1.87% | 720.03 | 1.59% | 426.38 | 1.10%",
  "合计 | 52,341.22 | 100.00% | 45,297.62 | 100.00% | 38,819.04 | 100.00%", "减：坏账准备 | 4,410.11 |  | 3,580.90 |  | 2,756.20 | ", "账面价值 | 47,931.11 |  | 41,716.72 |  | 36,062.84 | ", "",
];

const products = [
  "报告期内，公司主营业务收入及毛利率情况如下：", "", "单位：万元", "项目 | 2024年度 |  |  | 2023年度 |  | ", " | 收入 | 成本 | 毛利率 | 收入 | 成本 | 毛利率",
  "产品A | 60,210.55 | 48,320.11 | 19.75% | 55,810.22 | 45,120.90 | 19.15%", "产品B | 35,601.70 | 30,502.66 | 14.32% | 33,120.60 | 28,105.77 | 15.14%", "产品C | 12,088.45 | 9,820.30 | 18.76% | 11,540.31 | 9,001.25 | 22.00%", "合计 | 107,900.70 | 88,643.07 | 17.85% | 100,471.13 | 82,227.92 | 18.16%", "",
];

const sales = [
  "5.1 报告期内，发行人营业收入构成情况如下：", "", "单位：万元", "项目 | 2025年1-6月 | 2024年度 | 2023年度", "主营业务收入 | 38,112.50 | 72,340.18 | 65,120.77", "其中：境内 | 30,005.20 | 58,112.30 | 53,440.20", "境外 | 8,107.30 | 14,227.88 | 11,680.57", "其他业务收入 | 733.40 | 1,176.22 | 890.11", "合计 | 38,845.90 | 73,516.40 | 66,010.88", "",
];

const margins = ["单位：万元", "产品 | 2024年度 |  | 2023年度 | ", " | 销售收入 | 销售成本 | 销售收入 | 销售成本", "电解铝 | 45,120.36 | 38,220.15 | 39,870.15 | 35,012.60", "氧化铝 | 22,560.22 | 19,501.78 | 20,610.44 | 18,120.30", "合计 | 67,680.58 | 57,721.93 | 60,480.59 | 53,132.90", ""];

/** A sentence after its table; the figure that is right in it, and a wrong one in its place. */
type Case = readonly [string, readonly string[], string, string, string];

const cases: readonly Case[] = [
  ["a list of shares, oldest first under columns newest first", ages, "报告期各期末，公司1年以内的应收账款余额占比分别为90.17%、88.02%和86.20%。", "88.02%", "88.05%"],
  ["a list in the periods it names", ages, "2023年末、2024年末和2022年末，公司1年以内的应收账款余额占比分别为88.02%、86.20%和90.17%。", "86.20%", "86.02%"],
  ["growth of a balance that no column prints", ages, "2024年末应收账款余额较上年末增长15.55%。", "15.55%", "15.65%"],
  ["growth in the periods of both ends", ages, "2024年末1-2年的应收账款余额较2023年末增长30.23%。", "30.23%", "32.03%"],
  ["growth over two years", ages, "2024年末应收账款余额较2022年末增长34.83%。", "34.83%", "38.43%"],
  ["provisions in per cent of balances", ages, "报告期各期末，坏账准备计提比例分别为7.10%、7.91%和8.43%。", "7.91%", "7.19%"],
  ["the change of a balance", ages, "2024年末，应收账款坏账准备较上年末增加829.21万元。", "829.21万元", "892.21万元"],
  ["a rate of its row and column", products, "2024年度，公司产品B毛利率为14.32%。", "14.32%", "14.23%"],
  ["points lost by one of the products, after 较上年 of the clause before", products, "2024年度，综合毛利率较上年下降0.31个百分点，其中产品C毛利率下降3.24个百分点。", "3.24个百分点", "3.42个百分点"],
  ["several products at once", products, "2024年度，产品A、产品B和产品C的毛利率分别为19.75%、14.32%和18.76%。", "14.32%", "14.23%"],
  ["an amount in 亿元, its change and its growth", products, "2024年度，公司主营业务收入为10.79亿元，较2023年度增加7,429.57万元，增幅为7.39%。", "7,429.57万元", "7,492.57万元"],
  ["growth after the change it goes with", products, "2024年度，公司主营业务收入为10.79亿元，较2023年度增加7,429.57万元，增幅为7.39%。", "7.39%", "7.93%"],
  ["a share of a total that no column prints", sales, "2024年度，境外收入占比为19.35%。", "19.35%", "19.53%"],
  ["a list of shares of the total that the words name", sales, "报告期内，发行人主营业务收入占营业收入的比例分别为98.65%、98.40%和98.11%。", "98.40%", "94.80%"],
  ["growth of a part, which goes on from the clause before", sales, "2024年度主营业务收入较2023年度增长11.09%，其中境外收入增长21.81%。", "21.81%", "21.18%"],
  ["a share from one year to another", sales, "境外收入占比由2023年的17.69%提高至2024年的19.35%。", "19.35%", "19.53%"],
  ["an amount from one year to another", sales, "境外收入由2023年的11,680.57万元增长至2024年的14,227.88万元。", "14,227.88万元", "14,272.88万元"],
  ["a year named before what came of it", sales, "2024年境内收入占比从2023年的80.96%下降至79.05%。", "79.05%", "79.50%"],
  ["a fall", sales, "2024年，境内收入占比较上年下降1.91个百分点。", "1.91个百分点", "1.19个百分点"],
  ["a margin of revenue and cost", margins, "2024年度，电解铝毛利率为15.29%，较上年提高3.11个百分点。", "15.29%", "12.59%"],
  ["points between two margins that no column prints", margins, "2024年度，电解铝毛利率为15.29%，较上年提高3.11个百分点。", "3.11个百分点", "1.31个百分点"],
];

describe("what a sentence says of the table above it takes part", () => {
  it.each(cases)("%s", async (_what, table, sentence) => {
    expect(await foundIn(...table, sentence)).toEqual([]);
    expect(await untiedIn(...table, sentence)).toEqual([]);
  });
});

describe("a figure of a sentence that its table does not bear out is found and righted", () => {
  it.each(cases)("%s", async (_what, table, sentence, right, wrong) => {
    const spaced = right.replace(/(\d)(?=[个亿万])/, "$1 ");
    expect(await foundIn(...table, sentence.replace(right, wrong))).toEqual([expect.stringMatching(new RegExp(`: ${wrong} → ${spaced}$`))]);
  });
});

describe("what is said of something else is left out, not found wrong", () => {
  it.each<[string, readonly string[], string]>([
    ["another company", ages, "2024年末，同行业可比公司1年以内的应收账款余额占比为82.60%。"],
    ["a row the table has not", ages, "2024年末，4-5年的应收账款余额占比为1.78%。"],
    ["another thing with a word in common", sales, "2024年度，境外采购占比为19.53%。"],
    ["a share of another whole", sales, "2024年度，境外收入占净利润的比例为19.53%。"],
    ["a forecast", products, "预计2024年度产品B毛利率为14.23%。"],
    ["a plan", products, "假设2024年度产品B毛利率下降至14.23%。"],
    ["part of a period", products, "2024年1-6月，产品B毛利率为14.23%。"],
    ["neither period", products, "公司产品B毛利率为14.23%。"],
    ["figures on a condition", products, "2024年度，剔除运费影响后，产品B毛利率为14.23%。"],
    ["growth over another span", sales, "2024年度，境外收入环比增长21.18%。"],
    ["growth a year", sales, "2024年度，境外收入年均增长21.18%。"],
    ["growth in times", sales, "2024年度，境外收入较上年增长1.28倍。"],
    ["part of a thing", products, "2024年度，产品B境外毛利率为14.23%。"],
  ])("%s", async (_what, table, sentence) => {
    expect(await foundIn(...table, sentence)).toEqual([]);
    expect(await untiedIn(...table, sentence)).toEqual([sentence]);
  });
});

describe("a sentence between two tables", () => {
  const below = ["5.2 前五大客户销售情况如下：", "", "客户 | 销售金额（万元） | 占营业收入比例", "客户甲 | 9,120.40 | 12.41%", "客户乙 | 7,015.66 | 9.54%", "合计 | 16,136.06 | 21.95%"];

  it("speaks of the one above and not of the one it happens to stand before", async () => {
    const sentence = "境外收入占比由2023年的17.69%提高至2024年的19.53%。";
    expect(await foundIn(...sales, sentence, "", ...below)).toEqual(["transposition: 19.53% → 19.35%"]);
  });
});

describe("a comparison in words", () => {
  it.each([
    "报告期内，公司产品A毛利率高于产品B毛利率。",
    "报告期内，公司产品B毛利率低于产品A。",
    "2024年度，产品A毛利率高于产品C毛利率。",
    "公司产品A收入增长率高于产品C收入增长率。",
    "报告期内，除2023年外，产品A毛利率高于产品C毛利率。",
    "报告期内，产品A毛利率高于同行业产品C毛利率。",
    "产品A毛利率通常高于产品C毛利率。",
  ])("holds or is left alone: %s", async (sentence) => {
    expect(await foundIn(...products, sentence)).toEqual([]);
  });

  it.each<[string, readonly string[]]>([
    ["报告期内，公司产品A毛利率高于产品C毛利率。", ["two-versions: 19.15% → 22.00%"]],
    ["报告期各期，产品A毛利率均高于产品C。", ["two-versions: 19.15% → 22.00%"]],
    ["2024年度，产品A的毛利率低于产品B的毛利率。", ["two-versions: 19.75% → 14.32%"]],
    ["2023年度，产品C收入高于产品B收入。", ["two-versions: 11,540.31 → 33,120.60"]],
  ])("is found where the table says otherwise: %s", async (sentence, found) => {
    expect(await foundIn(...products, sentence)).toEqual(found);
  });
});
