import { describe, expect, it } from "vitest";
import { call, refused } from "../../support/worksheet-call.ts";

describe("READ.NUMBER", () => {
  it("answers one cell, or the two ends of a range side by side", () => {
    expect(call("READ.NUMBER", "下降 2.58 个百分点")).toEqual([[-0.0258]]);
    expect(call("READ.NUMBER", "65.22%- 60.88%")).toEqual([[0.6522, 0.6088]]);
    expect(call("READ.NUMBER", 0.1)).toEqual([[0.1]]);
    expect(call("READ.NUMBER", null)).toEqual([["#VALUE!"]]);
    expect(call("READ.NUMBER", [[null]])).toEqual([[0]]);
  });

  it("reads a column or a row of cells, a range beside or below itself", () => {
    expect(call("READ.NUMBER", [["12.3%"], ["10%~15%"]])).toEqual([[0.123, ""], [0.1, 0.15]]);
    expect(call("READ.NUMBER", [["12.3%", "10%~15%"]])).toEqual([[0.123, 0.1], ["", 0.15]]);
    expect(call("READ.NUMBER", [["1", "2"], ["-", "63,212.00万元"]])).toEqual([[1, 2], [0, 63212]]);
    expect(refused("READ.NUMBER", [["1", "2"], ["3", "1~2"]])).toMatchObject({ code: "not-a-vector" });
  });

  it("names the cell it cannot read, in its own place", () => {
    expect(call("READ.NUMBER", [["(1)"], ["/"], ["5"], ["2024-12-31"]])).toEqual([["#VALUE!"], ["#N/A"], [5], ["#VALUE!"]]);
    expect(refused("READ.NUMBER", "(1)")).toMatchObject({ code: "not-a-number", text: "(1)" });
    expect(refused("READ.NUMBER", true)).toMatchObject({ code: "not-a-number", text: "TRUE" });
  });
});

describe("READ.UNIT", () => {
  it("turns yuan into ten thousand yuan as printed (filing 001, lines 903 and 307)", () => {
    expect(call("READ.UNIT", [["3,354,029,294.02"], ["205,060,091.54"]], "元", "万元", 2)).toEqual([[335402.93], [20506.01]]);
    expect(call("READ.UNIT", "2.448", "亿元", "万元")).toEqual([[24480]]);
    expect(call("READ.UNIT", 5, "Million", "万元")).toEqual([[500]]);
  });

  it("refuses a unit it does not know, and keeps what is not available", () => {
    expect(refused("READ.UNIT", 5, "吨", "万元")).toMatchObject({ code: "unknown-word" });
    expect(call("READ.UNIT", [["/", 5]], "万元", "元")).toEqual([["#N/A", 50000]]);
  });
});
