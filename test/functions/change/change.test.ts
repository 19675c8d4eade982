import { describe, expect, it } from "vitest";
import { answer, AnsweredError, spelled } from "../../../src/functions/answer.ts";
import { argumentOf } from "../../../src/functions/cell.ts";
import { changeText } from "../../../src/functions/change/text.ts";
import { word } from "../../../src/functions/term.ts";
import { locales } from "../../../src/locales/locale.ts";
import { sentenceOf } from "../../../src/locales/texts.ts";
import { call, refused } from "../../support/worksheet-call.ts";

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

describe("CHANGE.TEXT, all periods in one sentence", () => {
  const periods = ["2025年1-9月", "2024年度", "2023年度", "2022年度"];
  const table = call(
    "MARGIN.SENSITIVITY",
    [[661942.48, 774143.14, 837660.88, 913494.95]],
    [[484118.21, 637276.11, 648196.51, 617365.01]],
    [[195890.54, 274907.83, 269995.23, 242479.39]],
    [[0.05, 0.1]],
    undefined,
    [periods],
  );
  const row = (index: number) => [(table[index] ?? []).slice(1)];

  // Filing 003, lines 277–279: the text runs from the oldest period, the table from the newest.
  it.each([
    [1, "change", "分别上涨1.96%、2.08%、2.16%和2.02%"],
    [2, "change", "分别下降4.09%、7.13%、10.04%和5.51%"],
    [3, "points", "分别下降1.33个百分点、1.61个百分点、1.78个百分点和1.48个百分点"],
    [4, "change", "分别上涨3.93%、4.17%、4.31%和4.05%"],
    [5, "change", "分别下降8.19%、14.25%、20.09%和11.02%"],
    [6, "points", "分别下降2.65个百分点、3.22个百分点、3.55个百分点和2.96个百分点"],
  ])("prints what filing 003 prints of row %i of its sensitivity table", (index, kind, printed) => {
    const [text, ...others] = sentence(row(index), 0, kind, undefined, undefined, undefined, "reverse");
    expect(String(text).replaceAll(" ", "")).toBe(printed);
    expect(others).toEqual([]);
  });

  it("parts figures from characters by a space, and goes in the order of the cells where asked", () => {
    expect(sentence(row(2), 0, "change", undefined, undefined, undefined, "forward")).toEqual(["分别下降 5.51%、10.04%、7.13% 和 4.09%"]);
    expect(sentence(row(3), 0, "points", undefined, undefined, undefined, "reverse")).toEqual(["分别下降 1.33 个百分点、1.61 个百分点、1.78 个百分点和 1.48 个百分点"]);
    expect(sentence([[-0.05], [-0.1]], 0, "change", undefined, 0, undefined, "reverse")).toEqual(["分别下降 10% 和 5%"]);
  });

  it("says the same in English", () => {
    expect(sentence(row(2), 0, "change", "en-US", undefined, undefined, "reverse")).toEqual(["fell by 4.09%, 7.13%, 10.04% and 5.51% respectively"]);
    expect(sentence(row(3), 0, "points", "en-US", undefined, undefined, "reverse")).toEqual(["down 1.33, 1.61, 1.78 and 1.48 percentage points respectively"]);
    expect(sentence([[105, 110]], [[100, 100]], "rate", "en-US", undefined, undefined, "forward")).toEqual(["up 5.00% and 10.00% year on year respectively"]);
    expect(sentence([[3, 1250]], 0, "amount", "en-US", 2, "million yuan", "forward")).toEqual(["increases of 3.00 million yuan and 1,250.00 million yuan respectively"]);
    expect(sentence([[0.01, -0.02, 0]], 0, "change", "en-US", undefined, undefined, "forward")).toEqual(["rose by 1.00%, fell by 2.00% and unchanged respectively"]);
    expect(sentence([[0, 0]], 0, "change", "en-US", undefined, undefined, "forward")).toEqual(["all unchanged"]);
  });

  it("gives every period its verb where they go different ways", () => {
    expect(sentence([[-0.0409, 0.0713, 0]], 0, "change", undefined, undefined, undefined, "forward")).toEqual(["分别下降 4.09%、上涨 7.13% 和持平"]);
    expect(sentence([[0, 0.01]], 0, "points", undefined, undefined, undefined, "forward")).toEqual(["分别持平和上升 1.00 个百分点"]);
    expect(sentence([[5, -3]], 0, "amount", undefined, 0, "万元", "reverse")).toEqual(["分别减少 3 万元和增加 5 万元"]);
    expect(sentence([[105, 110]], [[100, 100]], "rate", undefined, undefined, undefined, "forward")).toEqual(["分别同比增长 5.00% 和 10.00%"]);
  });

  it("says of periods that all stood still that they did, and of a single one what it would say anyway", () => {
    expect(sentence([[0.00001, 0]], 0, "change", undefined, undefined, undefined, "forward")).toEqual(["均持平"]);
    expect(sentence(-0.0409, 0, "change", undefined, undefined, undefined, "reverse")).toEqual(["下降 4.09%"]);
    expect(sentence(0, 0, "change", undefined, undefined, undefined, "reverse")).toEqual(["持平"]);
  });

  it("words a change that is computed already one by one, too", () => {
    expect(sentence([[-0.0409, 0.0713]], 0, "change")).toEqual(["下降 4.09%", "上涨 7.13%"]);
    expect(sentence([[-0.0409, 0.0713]], 0, "change", "en-US")).toEqual(["fell by 4.09%", "rose by 7.13%"]);
  });

  it("writes no sentence where a period is missing, has no base, or stands in a block", () => {
    const join = [undefined, undefined, undefined, "forward"];
    expect(refused("CHANGE.TEXT", [[0.1, "不适用"]], 0, "change", ...join)).toEqual({ code: "not-available", place: { parameter: "current", row: 0, column: 1, single: false }, text: "不适用" });
    expect(refused("CHANGE.TEXT", [[1, 2]], [[1, 0]], "rate", ...join)).toMatchObject({ code: "zero-base", place: { parameter: "prior", row: 0, column: 1 } });
    expect(refused("CHANGE.TEXT", [[1, 2], [3, 4]], 0, "amount", ...join)).toEqual({ code: "not-a-vector", parameter: "current", rows: 2, columns: 2 });
    expect(refused("CHANGE.TEXT", 1, 0, "amount", undefined, undefined, undefined, "backward")?.code).toBe("unknown-word");
  });

  it("takes no prior figure with a change that is computed already", () => {
    const issue = refused("CHANGE.TEXT", [[0.1, 0.2]], 0.05, "change", undefined, undefined, undefined, "forward");
    expect(issue).toEqual({ code: "change-of-change", value: "0.05" });
    expect(issue && sentenceOf(issue, locales["zh-CN"].sentences)).toContain("prior 应为 0");
    expect(call("CHANGE.TEXT", [[0.1, 0.2]], 0.05, "change")).toEqual([["#VALUE!", "#VALUE!"]]);
  });

  it("derives every figure of the sentence, and the sentence from the figures in its order", () => {
    const steps = changeText.call([[[0.05, -0.1]], 0, "change", undefined, undefined, undefined, "reverse"].map(argumentOf)).steps();
    expect(steps.map(({ term, which, value }) => [term, which, String(value instanceof Object && "term" in value ? value.term : value)])).toEqual([
      ["change", 1, "5"],
      ["change", 2, "-10"],
      ["change-sentence", undefined, "respectively"],
    ]);
    expect(steps.at(-1)?.symbols["D"]?.value.toString()).toBe("-10,5");
  });
});
