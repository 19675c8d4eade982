import { describe, expect, it } from "vitest";
import { call, refused } from "../../support/worksheet-call.ts";

describe("PEER.STAT", () => {
  // Filing 002, lines 3733–3740: the mean of three write-down ratios of 2024, a dash left out.
  const ratios = [["0.38%", "-", "1.61%", "不适用", "3.08%"]];

  it("takes the mean of what is available, a dash left out or counted as zero", () => {
    expect(call("PEER.STAT", ratios)).toEqual([[0.0169]]);
    expect(call("PEER.STAT", ratios, "mean", undefined, "zero")).toEqual([[0.012675]]);
    expect(call("PEER.STAT", ratios, "count")).toEqual([[3]]);
  });

  it("counts 0.00% and a blank cell as figures", () => {
    expect(call("PEER.STAT", [["0.00%", 3, null]])).toEqual([[1]]);
    expect(call("PEER.STAT", [[1], [2], [4]], "median")).toEqual([[2]]);
    expect(call("PEER.STAT", [[4, 1, 2, 3]], "median")).toEqual([[2.5]]);
    expect(call("PEER.STAT", [[4, -1, 2]], "min")).toEqual([[-1]]);
    expect(call("PEER.STAT", [[4, -1, 2]], "max")).toEqual([[4]]);
  });

  it("leaves out what a mark excludes, whatever stands there", () => {
    expect(call("PEER.STAT", [[1, 2, 30]], "mean", [[false, 0, true]])).toEqual([[1.5]]);
    expect(call("PEER.STAT", [[1, 2, "abc"]], "mean", [["", null, "剔除"]])).toEqual([[1.5]]);
    expect(refused("PEER.STAT", [[1, 2, "abc"]])).toMatchObject({ code: "not-a-number", place: { column: 2 } });
    expect(refused("PEER.STAT", [[1, 2]], "mean", [[true]])).toMatchObject({ code: "shapes-differ", parameter: "exclude" });
    expect(refused("PEER.STAT", [[1, 2]], "mean", [[1, 0]])).toMatchObject({ code: "not-a-mark" });
  });

  it("has no mean of nothing, but a count", () => {
    expect(call("PEER.STAT", [["-", "/"]])).toEqual([["#N/A"]]);
    expect(call("PEER.STAT", [["-", "/"]], "count")).toEqual([[0]]);
  });

  it("gives an error in a cell back as that error", () => {
    expect(call("PEER.STAT", [[1, { code: "#DIV/0!" }]])).toEqual([["#DIV/0!"]]);
  });
});

describe("PEER.RANGE", () => {
  const peers = [["0.10%", "0.20%", "0.40%", "0.50%", "无余额"]];
  it.each([
    ["0.05%", "below", 0],
    ["0.10%", "within", 0],
    ["0.20%", "within", 1 / 3],
    ["0.30%", "within", 0.5],
    ["0.50%", "within", 1],
    ["0.60%", "above", 1],
  ])("%s is %s its peers at percentile %d", (value, position, percentile) => {
    expect(call("PEER.RANGE", value, peers)).toEqual([[position, percentile]]);
  });

  it("takes the first place of figures that are equal, as PERCENTRANK.INC does", () => {
    expect(call("PEER.RANGE", 2, [[1, 2, 2, 3]])).toEqual([["within", 1 / 3]]);
    expect(call("PEER.RANGE", 5, [[5]])).toEqual([["within", 1]]);
    expect(call("PEER.RANGE", 5, [["/", "-"]])).toEqual([["#N/A"]]);
  });
});
