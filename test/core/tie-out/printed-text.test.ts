import { describe, expect, it } from "vitest";
import { textReading } from "../../../src/core/tie-out/printed-text.ts";

const read = (text: string) => {
  const reading = textReading(text);
  return reading.kind === "numbers" ? reading.ends.map(({ value }) => value.toString()).join(" to ") : reading.kind;
};

describe("the number in a text of a filing", () => {
  it.each([
    // Filing 004, lines 573, 585, 413, 774, 262, 270, 98, 132.
    ["65.22%- 60.88%", "0.6522 to 0.6088"],
    ["20.58-20.99", "20.58 to 20.99"],
    ["280,604.16 - 230,247.08", "280604.16 to 230247.08"],
    ["减少10.27个百分点", "-0.1027"],
    ["增加4.58个百分点", "0.0458"],
    ["65,706.2888万(元)", "65706.2888"],
    ["95,200万美元", "95200"],
    // Filing 003, line 599, and filing 002, lines 3150–3177 and 4725–4730.
    ["收购:14,687.5860", "14687.586"],
    ["1,696.45%", "16.9645"],
    ["提升 0.66 元/股", "0.66"],
    ["降低 28.65%", "-0.2865"],
    ["-0.23 个百分点", "-0.0023"],
    ["10%~15%", "0.1 to 0.15"],
    ["3.33~4.00", "3.33 to 4"],
  ])("%s is %s", (text, value) => expect(read(text)).toBe(value));

  it.each([
    ["下降 2.58 个百分点", "-0.0258", "a word of falling makes it negative"],
    ["减少 -5", "-5", "but does not flip a minus"],
    ["63,212.00万元", "63212", "a unit is read over, not applied"],
    ["（1,234.56）万元", "-1234.56", "brackets are a minus before a unit too"],
    ["50 个基点", "0.005", "basis points are fractions"],
    ["10-15%", "0.1 to 0.15", "the percent of the second end goes for both"],
    ["-2%~-1%", "-0.02 to -0.01", "a sign is no range"],
    ["5%～11%", "0.05 to 0.11", "a full-width wave"],
    ["12.3①", "12.3", "the mark of a note is not a digit"],
    ["1,234.56(1)", "1234.56", "nor is its number"],
    ["12.3²", "12.3", "nor an exponent"],
    ["100元/㎡", "100", "a unit per another"],
    ["5.58年", "5.58", "a length of time has decimals"],
    ["¥1,234", "1234", "a currency sign before"],
    ["约为 10 亿元", "10", "a rounded figure is one"],
    ["-", "0", "a dash is nil"],
    ["", "0", "a blank cell is 0"],
  ])("%s is %s: %s", (text, value) => expect(read(text)).toBe(value));

  it.each(["/", "未公开", "不适用"])("%s is not available", (text) => expect(read(text)).toBe("absent"));

  it.each(["(1)", "（１）", "2024-12-31", "2024/6/27", "2025 年 5 月 31 日", "2017-2018", "2025-5", "3 年以上", "1-2 年", "1-3 个月", "5 年", "超过 10 年", "15 日", "扭亏为盈", "LPR", "123 456", "1,23", "12:30", "资产组 1", "电解铝 761 万吨，氧化铝 1,687 万吨", "5.2%万元", "是 ^注", "5.03)", "（5.03", "5.03 万(元"])(
    "%s is words",
    (text) => expect(read(text)).toBe("words"),
  );
});
