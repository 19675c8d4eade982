import { describe, expect, it } from "vitest";
import { checkOf, foundIn } from "../support/found-in.ts";

const sentences: readonly (readonly [string, string, string])[] = [
  ["2024年度，公司营业收入由11.39亿元增长9.4%至12.46亿元。", "9.4%", "4.9%"],
  ["2024年度，公司净利润同比下降8.3%至1.21亿元（2023年：1.32亿元）。", "8.3%", "3.8%"],
  ["2024年度，公司研发费用为4,512.30万元（上年：4,210.15万元），同比增长7.18%。", "7.18%", "7.81%"],
  ["2024年末，公司资产负债率由45.20%下降至43.10%，下降2.10个百分点。", "2.10个百分点", "1.20个百分点"],
  ["2024年末存货余额为12,450.20万元，较上年末增加1,130.10万元，增幅9.98%。", "9.98%", "8.99%"],
  ["2023年及2024年，公司净利润分别为1,021.83万元、996.12万元；营业收入分别为128,953.46万元、149,288.96万元，同比增加20,335.50万元，增幅15.77%。", "15.77%", "17.57%"],
  ["甲公司注册资本为14,500万元，其中乙公司出资5,800万元，占注册资本的40%，丙公司出资3,625.32万元，占注册资本的25%，丁公司出资2,175万元，占注册资本的15%。", "25%", "52%"],
];

describe("a sentence that computes itself", () => {
  it.each(sentences)("holds: %s", async (sentence) => {
    expect((await checkOf(sentence)).findings).toEqual([]);
  });

  it.each(sentences)("is found where its result is wrong: %s", async (sentence, right, wrong) => {
    expect(await foundIn(sentence.replace(right, wrong))).toEqual([expect.stringMatching(new RegExp(`: ${wrong} → ${right.replace(/(\d)(?=个)/, "$1 ")}$`))]);
  });

  it.each([
    "2024年度，公司营业收入由11.39亿元增长至12.46亿元，净利润同比下降8.3%至1.21亿元。",
    "2024年度，公司收入为4,512.30万元（上年：4,210.15万元），利润增长17.18%。",
    "甲公司注册资本为14,500万元，乙公司净资产5,800万元，占注册资本的50%。",
    "甲公司注册资本为14,500万元，乙公司注册资本为2,000万元，甲公司持有乙公司出资1,020万元，占乙公司注册资本的51%。",
  ])("is left alone where its figures are of several things: %s", async (sentence) => {
    expect(await foundIn(sentence)).toEqual([]);
  });
});
