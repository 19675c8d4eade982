import { describe, expect, it } from "vitest";
import { answer, AnsweredError, spelled } from "../../../src/functions/answer.ts";
import { changeText } from "../../../src/functions/change/text.ts";
import { word } from "../../../src/functions/term.ts";
import { locales } from "../../../src/locales/locale.ts";
import { call } from "../../support/worksheet-call.ts";

const sentence = (...given: unknown[]) => {
  const result = answer(changeText, given, (term, language = "zh-CN") => locales[language].sentences.terms[term]);
  if (result instanceof AnsweredError) throw new Error(result.literal);
  return result.flat();
};

describe("CHANGE.RATE", () => {
  it("measures on the signed base, or on the size of a loss", () => {
    expect(call("CHANGE.RATE", [[110, 5686.55]], [[100, -1300.82]])).toEqual([[0.1, -5.371511815623991]]);
    expect(call("CHANGE.RATE", "15.24", "-9.33", "absolute")).toEqual([[2.6334405144694535]]);
    expect(call("CHANGE.RATE", 15.24, -9.33)).toEqual([[-2.6334405144694535]]);
  });

  it("answers a word where a loss is among the two years, and the rate between profits", () => {
    expect(call("CHANGE.RATE", [[5, -5, -3, -8, 5, -5, 0]], [[-5, 5, -5, -5, 4, -5, -5]], "label")).toEqual([
      ["turned-to-profit", "turned-to-loss", "loss-narrowed", "loss-widened", 0.25, 0, "loss-narrowed"],
    ]);
    expect(locales["zh-CN"].sentences.terms["turned-to-profit"]).toBe("扭亏为盈");
  });

  it("has no rate over nothing, in that place only", () => {
    expect(call("CHANGE.RATE", [[5], [6]], [[0], [5]])).toEqual([["#DIV/0!"], [0.2]]);
    expect(call("CHANGE.RATE", [[5], [6]], [["未披露"], [5]])).toEqual([["#N/A"], [0.2]]);
    expect(call("CHANGE.RATE", 5, 0)).toEqual([["#DIV/0!"]]);
  });
});

describe("CHANGE.TEXT", () => {
  it("writes rates, points and amounts as filings do (filing 002, lines 3150–3177 and 3531)", () => {
    expect(sentence(105, 100)).toEqual(["同比增长 5.00%"]);
    expect(sentence("996.12", "1,021.83", "amount", undefined, undefined, "万元")).toEqual(["减少 25.71 万元"]);
    expect(sentence("743,822.23", "-10,335.98", "amount", undefined, undefined, "万元")).toEqual(["增加 754,158.21 万元"]);
    expect(sentence("54.89%", "38.57%", "points")).toEqual(["上升 16.32 个百分点"]);
    expect(sentence("15.24", "-9.33")).toEqual(["同比增长 263.34%"]);
    expect(sentence(0.95, 1, "rate", "zh-CN", 0)).toEqual(["同比下降 5%"]);
    expect(sentence(1, 1.000001)).toEqual(["持平"]);
  });

  it("writes the language that was asked for, whatever the workbook's", () => {
    expect(sentence([[105], [95]], [[100], [100]], "rate", "en-US")).toEqual(["up 5.00% year on year", "down 5.00% year on year"]);
    expect(sentence(0.2865, 0.26, "points", "en-US")).toEqual(["up 2.65 percentage points"]);
  });

  it("puts the detail where the name has room for it, otherwise after", () => {
    expect(spelled(word("rose-by-points", "2.65"), () => "上升 {} 个百分点")).toBe("上升 2.65 个百分点");
    expect(spelled(word("shock", "+5%"), () => "上涨")).toBe("上涨 +5%");
    expect(spelled(word("rose-by-points", "$&"), () => "a {} b")).toBe("a $& b");
  });
});
