import { describe, expect, it } from "vitest";
import { catalogue } from "../../src/functions/catalogue.ts";
import { locales } from "../../src/locales/locale.ts";

const sources = [...new Set(catalogue.map(({ source }) => source))];

/** Names that Chinese texts leave as they are. */
const names = /IFRS|IAS|BCZ|Excel|XNPV|XIRR|MIRR|xoshiro|AS 241|(?<![a-zA-Z])[ABC]\d|7A|\([a-z]+\)/g;

describe("the source of a function", () => {
  it.each(sources)("is Chinese for a Chinese reader: %s", (source) => {
    expect(locales["zh-CN"].sourceText(source).replace(names, "")).not.toMatch(/[A-Za-z]/);
  });

  it.each(sources)("is English for an English one: %s", (source) => {
    expect(locales["en-US"].sourceText(source)).not.toMatch(/\p{Script=Han}/u);
  });

  it("names articles of a standard and lines of a filing", () => {
    expect(locales["zh-CN"].sourceText("IAS 36.31; CAS 8 art. 6, 9–11; filing 003, lines 34 and 130: points from unrounded margins")).toBe(
      "IAS 36.31；《企业会计准则第 8 号》第 6、9–11 条；公开文件 003 第 34、130 行：百分点由未四舍五入的毛利率计算",
    );
  });
});
