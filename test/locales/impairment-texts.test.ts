import { describe, expect, it } from "vitest";
import { findingSentence, type ImpairmentTexts, impairmentTexts } from "../../src/locales/impairment-texts.ts";
import { cases, complete } from "../workflows/impairment/finding-cases.ts";

const both = Object.entries(impairmentTexts);

describe("the sentences of an impairment test", () => {
  it.each(both)("%s: whatever is found is said whole, passed or not", (language, texts: ImpairmentTexts) => {
    const said = new Map<string, Set<string>>();
    for (const [, , , , spoil] of [undefined, ...cases].map((entry) => entry ?? (["", "", "", "", () => undefined] as const))) {
      const prepared = complete();
      spoil(prepared);
      for (const { facts, outcome } of prepared.book.evaluation.findings) {
        const sentence = findingSentence(facts, outcome, texts);
        expect(sentence, facts.code).not.toMatch(/undefined|NaN|null|\[object|true|false/);
        expect(sentence, facts.code).toMatch(language === "zh-CN" ? /[。]$/ : /[.?]$/);
        expect(texts.findings[facts.code].title.length).toBeGreaterThan(0);
        said.set(facts.code, (said.get(facts.code) ?? new Set()).add(outcome));
      }
    }
    // Comparing units needs a test of the year before.
    const unsaid = Object.keys(texts.findings).filter((code) => !said.has(code));
    expect(unsaid).toEqual(["composition-change"]);
  });

  it("names paragraphs as each language does", () => {
    const { "zh-CN": zh, "en-US": en } = impairmentTexts;
    expect(zh.paragraph("CAS8", "11")).toBe("《企业会计准则第 8 号》第十一条");
    expect(zh.paragraph("CAS8", "23–25")).toBe("《企业会计准则第 8 号》第二十三条至第二十五条");
    expect(zh.paragraph("CAS8", "20–21")).toBe("《企业会计准则第 8 号》第二十条至第二十一条");
    expect(zh.paragraph("IAS36", "33(b), 35")).toBe("IAS 36 第 33(b)、35 段");
    expect(en.paragraph("CAS8", "7")).toBe("CAS 8, art. 7");
    expect(en.paragraph("IAS36", "104–108")).toBe("IAS 36.104–108");
  });

  it("says a loss, a break and its cause in the idiom of the field", () => {
    const zh = impairmentTexts["zh-CN"];
    expect(findingSentence({ code: "loss-recognised", loss: "1905.61", carrying: "24235.61", recoverable: "22330.00" }, "pass", zh)).toBe("可收回金额 22,330.00，账面价值 24,235.61，减值损失 1,905.61。");
    expect(findingSentence({ code: "reported-tie", name: "reported-carrying", row: null, printed: "26844.05", computed: "25466.11", difference: "1377.94", status: "BREAK", cause: { is: "total-of-units" } }, "explain", zh)).toBe(
      "“账面价值（披露数）”为 26,844.05，计算得 25,466.11，差异 1,377.94：不符，该数等于各资产组账面价值合计。",
    );
    expect(findingSentence({ code: "one-measure-enough", measure: "value-in-use", amount: "27730.00", carrying: "25466.11" }, "pass", impairmentTexts["en-US"])).toBe(
      "Value in use of 27,730.00 is not below the carrying amount of 25,466.11: the unit is not impaired, and the other measure need not be estimated.",
    );
  });
});
