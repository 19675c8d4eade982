import { describe, expect, it } from "vitest";
import { fileSentence, fileTexts, lossText } from "../../src/locales/file-texts.ts";

const zh = fileTexts["zh-CN"];
const en = fileTexts["en-US"];

describe("what a file loses, in words", () => {
  it.each([
    [{ code: "charts", sheets: ["数据", "汇总"] } as const, "图表：数据、汇总", "Charts: 数据, 汇总"],
    [{ code: "macros" } as const, "宏（VBA 代码）", "Macros (VBA)"],
    [{ code: "names-dropped", names: ["外部"] } as const, "指向其他文件的名称：外部", "Names that refer to other files: 外部"],
    [{ code: "formulas-as-values", cells: ["A1", "A2"], count: 9 } as const, "引用其他文件的公式（保留最后的计算结果）：A1、A2 等共 9 处", "Formulas that refer to other files (their last result stays): A1, A2 and 7 more"],
    [{ code: "formulas-as-values", cells: ["A1"], count: 1 } as const, "引用其他文件的公式（保留最后的计算结果）：A1", "Formulas that refer to other files (their last result stays): A1"],
    [{ code: "unknown-parts", parts: ["xl/new/a.xml"] } as const, "本程序不认识的内容：xl/new/a.xml", "Parts this program does not know: xl/new/a.xml"],
  ])("%o", (loss, chinese, english) => {
    expect([lossText(loss, zh), lossText(loss, en)]).toEqual([chinese, english]);
  });
});

describe("why a file is refused, in words", () => {
  it("names the cell, what it holds and what it can", () => {
    const issue = { code: "text-too-long", cell: "表!B7", length: 40_000, limit: 32_767 } as const;
    expect(fileSentence(issue, zh)).toBe("表!B7 的文字有 40000 个字符，而单元格最多容纳 32767 个。请拆分到几个单元格后再保存。");
    expect(fileSentence(issue, en)).toBe("The text in 表!B7 has 40000 characters, and a cell holds 32767. Split it over several cells, then save.");
  });
});
