import { describe, expect, it } from "vitest";
import { reading } from "../../../src/core/tie-out/printed-number.ts";

describe("a printed cell", () => {
  it.each([
    ["1,234.56", "1234.56", "0.01"],
    ["1234.56", "1234.56", "0.01"],
    ["（1,234.56）", "-1234.56", "0.01"],
    ["(0.5)", "-0.5", "0.1"],
    ["(123)", "-123", "1"],
    ["12.3%", "0.123", "0.001"],
    ["12.30％", "0.123", "0.0001"],
    ["(12.3%)", "-0.123", "0.001"],
    ["（12.3）%", "-0.123", "0.001"],
    ["1.5‰", "0.0015", "0.0001"],
    ["－5", "-5", "1"],
    ["−5.0", "-5", "0.1"],
    ["+5", "5", "1"],
    ["１，２３４．５", "1234.5", "0.1"],
    [" 48 ", "48", "1"],
    ["- 5", "-5", "1"],
    ["12.3 %", "0.123", "0.001"],
    [".5", "0.5", "0.1"],
    ["0.00%", "0", "0.0001"],
    ["0.000030070275%", "3.0070275e-7", "1e-14"],
  ])("%s is %s, printed to %s", (text, value, unit) => {
    const read = reading(text);
    if (read.kind !== "number") throw new Error(`read as ${read.kind}`);
    expect(read.value.toString()).toBe(value);
    expect(read.unit.toString()).toBe(unit);
  });

  it.each(["-", "—", "--", "——", " - ", "－"])("%s is a nil amount", (text) => expect(reading(text).kind).toBe("dash"));
  it.each(["", "  ", "\u3000"])("'%s' is blank", (text) => expect(reading(text).kind).toBe("blank"));
  it.each(["/", "未披露", "未公开", "不适用", "无余额", "N/A", "n/a", " 不适用 "])("%s is not available", (text) => expect(reading(text).kind).toBe("absent"));

  it.each([
    ["(1)", "the number of a note"],
    ["（4）", "the number of a note"],
    ["1,23", "a separator that parts no thousands"],
    ["1,2345", "a separator that parts no thousands"],
    ["0,123", "a separator after nothing"],
    ["123 456", "two numbers a space apart"],
    ["1, 234", "a list"],
    ["1,234.565,678.90", "two numbers glued"],
    ["1.", "the number of a paragraph"],
    ["(-5)", "a minus twice over"],
    ["12.3①", "a number with the mark of a note"],
    ["5²", "a number with an exponent or note"],
    ["2024-12-31", "a date"],
    ["10%~15%", "a range"],
    ["----", "the rule under a header"],
    ["12.3%%", "no percentage"],
    ["1e5", "no printed number"],
    ["abc", "a word"],
  ])("%s is text: %s", (text) => expect(reading(text).kind).toBe("text"));
});
