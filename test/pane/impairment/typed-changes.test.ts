import { describe, expect, it } from "vitest";
import { nextYearOf } from "../../../src/pane/impairment/next-year-frame.ts";
import { changeText, fractionOf, fractionsOf } from "../../../src/pane/impairment/step/change-text.ts";

describe("a change of an assumption as a person types it", () => {
  it.each([
    ["0.5%", "0.005"],
    ["-10%", "-0.1"],
    ["−1 %", "-0.01"],
    ["+5％", "0.05"],
    ["0.05", "0.05"],
    ["五", "五"],
  ])("%s is kept as %s", (typed, kept) => {
    expect(fractionOf(typed)).toBe(kept);
  });

  it("is shown as a percentage, and read back as what it was", () => {
    for (const fraction of ["-0.01", "-0.005", "0", "0.005", "0.1"]) expect(fractionOf(changeText(fraction))).toBe(fraction);
  });

  it("comes in lists with commas of either language", () => {
    expect(fractionsOf("-1%, 0%，1%、")).toEqual(["-0.01", "0", "0.01"]);
  });
});

describe("next year's test", () => {
  it("counts the year of name and date up", () => {
    expect(nextYearOf({ name: "钼业板块 2025", date: "2025-12-31" })).toEqual({ name: "钼业板块 2026", date: "2026-12-31" });
  });

  it("falls on a day that exists", () => {
    expect(nextYearOf({ name: "x", date: "2028-02-29" }).date).toBe("2029-02-28");
  });
});
