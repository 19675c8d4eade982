import { describe, expect, it } from "vitest";
import { argumentOf } from "../../../src/functions/cell.ts";
import { fundBorrowingCost } from "../../../src/functions/funding/borrowing-cost.ts";
import { fundRules } from "../../../src/functions/funding/issue-rules.ts";
import { fundCover, fundGap } from "../../../src/functions/funding/liquidity.ts";
import { fundWorkingCapital } from "../../../src/functions/funding/working-capital.ts";
import { cellsOf, errorOf, exactCells } from "../../support/call.ts";

describe("working capital by percentage of sales", () => {
  it("grows with revenue and needs the difference year by year; the needs add to the whole increase", () => {
    const rows = cellsOf(fundWorkingCapital, 1000, [[300, 100]], [[150]], [[0.1, 0.2]]);
    expect(rows.slice(1)).toEqual([
      ["revenue", 1000, 1100, 1320, ""],
      ["operating-assets", 400, 440, 528, ""],
      ["operating-liabilities", 150, 165, 198, ""],
      ["working-capital", 250, 275, 330, ""],
      ["funding-need", "", 25, 55, 80],
    ]);
  });

  it("refuses a base year without revenue", () => {
    expect(errorOf(fundWorkingCapital, 0, [[300]], [[150]], [[0.1]])).toMatchObject({ literal: "#DIV/0!", issue: { parameter: "revenue_base" } });
  });
});

describe("the funding gap", () => {
  it("runs the balance on below the minimum, so that the last gap is what all periods lack together", () => {
    const rows = cellsOf(fundGap, 100, 20, [[30, 10]], [[50, 60]], [[150, 120]], 15);
    expect(rows.slice(1).map((row) => row.slice(1))).toEqual([[120, 50, 150, 20, 0], [20, 60, 120, -40, 55]]);
  });

  it("is none in the filing: 3.73 of cash, 10.56 of lines and 5 of new shares against 10 of capital spending", () => {
    // Filing 004, lines 1070–1082, in 亿元.
    expect(cellsOf(fundGap, 3.73, 0, 10.56, 5, 10)[1]?.slice(1)).toEqual([14.29, 5, 10, 9.29, 0]);
  });
});

describe("interest cover", () => {
  it("counts the interest back into profit", () => {
    expect(cellsOf(fundCover, [[300], [90]], [[100], [0]], [[50], [10]], [[30], [0]])).toEqual([
      [480, 4, 4.8],
      [100, expect.objectContaining({ literal: "#DIV/0!" }), expect.objectContaining({ literal: "#DIV/0!" })],
    ]);
  });

  it("stands below its year where the years stand in a row", () => {
    expect(cellsOf(fundCover, [[300, 90]], [[100, 10]], [[50, 10]], 30)).toEqual([[480, 140], [4, 10], [4.8, 14]]);
    expect(cellsOf(fundCover, 300, 100, 50, 30)).toEqual([[480, 4, 4.8]]);
  });
});

describe("capitalised borrowing costs", () => {
  it("gives the first expenditures to the specific loan and the rest to general loans at their weighted rate", () => {
    // By hand: excess 0, 2000, 1500 → 2000 × 0.5 + 1500 × 0.25 = 1375; (120 + 800) ÷ 12,000 = 7.6667%; 1375 × 920 ÷ 12,000 = 1265 ÷ 12
    const table = cellsOf(fundBorrowingCost, [[1500, 2500, 1500]], [[1, 0.5, 0.25]], 2000, 0.06, 15, [[2000, 10_000]], [[0.06, 0.08]]);
    expect(table.slice(1).map((row) => row[1])).toEqual([120, 15, 105, 1375, 920 / 12_000, 920, 1265 / 12, 2525 / 12]);
  });

  it("keeps the capitalisation rate unrounded", () => {
    // 2,500 at 26 ÷ 300: a rate rounded to 8.67% would give 216.75.
    const general = exactCells(fundBorrowingCost, [[2500]], [[1]], 0, 0, 0, [[100, 200]], [[0.1, 0.08]])[7]?.[1];
    expect(String(general)).toBe("26");
    const uncapped = exactCells(fundBorrowingCost, [[2500]], [[1]], 0, 0, 0, [[1000, 2000]], [[0.1, 0.08]])[7]?.[1];
    expect(Number(uncapped)).toBe(2500 * 260 / 3000);
  });

  it("capitalises no more than the interest that was incurred", () => {
    const table = cellsOf(fundBorrowingCost, [[90_000]], [[1]], 1000, 0.05, 80, [[2000]], [[0.06]]);
    expect(table.slice(1).map((row) => row[1])).toEqual([50, 80, 0, 89_000, 0.06, 120, 120, 120]);
  });

  it("wants rates where principals are given", () => {
    expect(errorOf(fundBorrowingCost, 100, 1, 50, 0.05, 0, 100).issue).toEqual({ code: "argument-missing", parameter: "general_rates" });
  });
});

describe("the tests of an issue", () => {
  const rules = (date: string, bonds: number) => cellsOf(fundRules, date, 1000, bonds, 300, 500, 151).slice(1);

  it("apply the rule in force at the board date: 40% of net assets before 17 February 2023, 50% from then on", () => {
    expect(rules("2023-02-16", 450)[0]?.slice(3, 8)).toEqual([0.45, 0.4, "failed", "rule-issuance-measures-2006", "2006-05-08"]);
    expect(rules("2023-02-17", 450)[0]?.slice(3, 8)).toEqual([0.45, 0.5, "passed", "rule-opinion-18", "2023-02-17"]);
  });

  it("pass at the limit and fail above it", () => {
    expect(rules("2025-06-20", 500).map((row) => row[5])).toEqual(["passed", "passed", "failed"]);
  });

  it("say which issues may use the whole of the proceeds as working capital", () => {
    expect(rules("2025-06-20", 500).map((row) => row[8])).toEqual(["reader-must-confirm", "reader-must-confirm", "working-capital-exceptions"]);
  });

  it("claim nothing for a date before the rules on file, and say from which date they are", () => {
    const unknown = ["/", "/", "no-rule-on-file 2023-02-17", "/", "reader-must-confirm"];
    expect(rules("2022-06-30", 450).map((row) => row.slice(4))).toEqual([[0.4, "failed", "rule-issuance-measures-2006", "2006-05-08", "main-boards-only"], unknown, unknown]);
    expect(rules("2006-05-07", 450)[0]?.slice(4)).toEqual(["/", "/", "no-rule-on-file 2006-05-08", "/", "reader-must-confirm"]);
  });

  it("fail against net assets below zero instead of passing a negative ratio", () => {
    expect(cellsOf(fundRules, "2025-06-20", -1000, 450, 300, 500, 100)[1]?.[5]).toBe("failed");
    const { steps } = fundRules.call(["2025-06-20", -1000, 450, 300, 500, 100].map(argumentOf));
    expect(steps().find(({ term }) => term === "bonds-test")?.formula).toBe("b > 0");
  });
});
