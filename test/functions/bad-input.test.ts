import { describe, expect, it } from "vitest";
import type { FunctionId } from "../../src/functions/catalogue.ts";
import { answer, AnsweredError } from "../../src/functions/answer.ts";
import { catalogue } from "../../src/functions/catalogue.ts";
import { sentences as english } from "../../src/locales/en-us/sentences.ts";
import { sentenceOf } from "../../src/locales/texts.ts";
import { sentences as chinese } from "../../src/locales/zh-cn/sentences.ts";

/** The sentences beside the first error of an answer, English and Chinese. */
function said(id: FunctionId, ...given: readonly unknown[]): readonly [string, string] {
  const fn = catalogue.find((found) => found.id === id);
  if (!fn) throw new Error(`no function ${id}`);
  const result = answer(fn, given, (term) => term);
  const error = result instanceof AnsweredError ? result : result.flat().find((cell) => cell instanceof AnsweredError);
  if (!(error instanceof AnsweredError)) throw new Error(`${id} answered ${JSON.stringify(result)}`);
  return [sentenceOf(error.issue, english), sentenceOf(error.issue, chinese)];
}

describe("bad input is answered with the cell, what is wrong and what to do", () => {
  it.each<[string, readonly [string, string], readonly [string, string]]>([
    [
      "a shock as text",
      said("MARGIN.SENSITIVITY", 100, 80, 40, [[0.05, "涨"]]),
      ["shocks, row 1, column 2: '涨' is not a number; write one like 1,234.56 or 12.3%.", "shocks 第 1 行第 2 列：“涨”不是数字，请写成 1,234.56 或 12.3% 的形式。"],
    ],
    [
      "zero revenue",
      said("MARGIN.RATE", [[0, 100]], [[1, 2]]),
      ["revenue, row 1, column 1 is zero, so nothing can be divided by it: correct it, or leave this item out.", "revenue 第 1 行第 1 列为零，不能作为除数：请更正，或不计算该项。"],
    ],
    [
      "a price that falls by all of itself",
      said("MARGIN.GRID", 100, 80, 40, [[0.1, -1]], [[0.1]]),
      ["revenue × (1 + price_shocks), row 1, column 2 is zero, so nothing can be divided by it: correct it, or leave this item out.", "revenue × (1 + price_shocks) 第 1 行第 2 列为零，不能作为除数：请更正，或不计算该项。"],
    ],
    [
      "a prior factor of zero",
      said("MARGIN.CHAIN", [[1, 0, 2]], [[1, 2, 3]]),
      ["factors0, row 1, column 2 is zero: every effect before it would vanish. Leave the factor out, or compare the amounts directly.", "factors0 第 1 行第 2 列为零，其前各因素的影响将全部消失：请去掉该因素，或直接比较金额。"],
    ],
    [
      "a current factor of zero",
      said("MARGIN.CHAIN", [[1, 2, 2]], [[1, 0, 3]]),
      ["factors1, row 1, column 2 is zero: every effect after it would vanish. Leave the factor out, or compare the amounts directly.", "factors1 第 1 行第 2 列为零，其后各因素的影响将全部消失：请去掉该因素，或直接比较金额。"],
    ],
    [
      "zero revenue in a block, beside one cost for all",
      said("MARGIN.RATE", [[100, 200], [300, 0]], 80),
      ["revenue, row 2, column 2 is zero, so nothing can be divided by it: correct it, or leave this item out.", "revenue 第 2 行第 2 列为零，不能作为除数：请更正，或不计算该项。"],
    ],
    [
      "a revenue of zero for a row of costs",
      said("MARGIN.RATE", 0, [[80, 90]]),
      ["revenue is zero, so nothing can be divided by it: correct it, or leave this item out.", "revenue 为零，不能作为除数：请更正，或不计算该项。"],
    ],
    [
      "a loss, of which no share can be taken",
      said("MARGIN.SENSITIVITY", [[100], [90]], [[80], [120]], [[40], [40]], 0.1),
      [
        "revenue, row 2, column 1: the gross profit is −30, and a change has no meaning as a share of a loss. Read the change of the margin in points instead.",
        "revenue 第 2 行第 1 列对应的毛利为 −30：毛利为负时变动比例没有意义，请改看毛利率变动的百分点。",
      ],
    ],
    [
      "one rate of a row of forward rates",
      said("DCF.NPV", [["8%", "-120%", "9%"]], [[1, 2, 3]]),
      ["rate, row 1, column 2 is −120%; a rate to discount at must be above −100%, such as 8% or 0.08.", "rate 第 1 行第 2 列为 −120%；折现率应高于 −100%，例如 8% 或 0.08。"],
    ],
    [
      "one rate of a sensitivity table",
      said("DCF.SENSITIVITY", [[1, 2]], [["8%"], ["-100%"]], "1%"),
      ["rates, row 2, column 1 is −100%; a rate to discount at must be above −100%, such as 8% or 0.08.", "rates 第 2 行第 1 列为 −100%；折现率应高于 −100%，例如 8% 或 0.08。"],
    ],
    [
      "times of fifteen decimals over many years",
      said("DCF.BREAKEVEN", 90, [[10, 90]], 0.1, undefined, "rate", [[0.123456789012347, 98.7654321098767]]),
      [
        "timing has up to 15 decimals; over 98.7654 years a rate is solved exactly with at most 13: round the times first, as in =ROUND(A1, 13).",
        "timing 的时点最多有 15 位小数；跨度为 98.7654 年时，精确求解折现率最多容许 13 位：请先四舍五入，例如 =ROUND(A1, 13)。",
      ],
    ],
    [
      "flows of one sign",
      said("DCF.IRR", [[100, 200]]),
      [
        "The flows never change sign, so no rate above −100% makes their value zero: enter what is paid as negative and what is received as positive, the first outlay included.",
        "现金流量没有正负变化，不存在使现值为零的折现率（高于 −100%）：流出请填负数，流入填正数，并包括初始投资。",
      ],
    ],
    [
      "a forecast whose ends are the wrong way round",
      said("IMPAIR.BACKTEST", [[1], [9]], [[2], [8]], [[1], [1]]),
      ["forecast_low, row 2, column 1 is 9, above forecast_high of 8: swap the two, or correct them.", "forecast_low 第 2 行第 1 列为 9，高于 forecast_high 的 8：请核对上下限是否填反。"],
    ],
    [
      "a date that is missing",
      said("DCF.XIRR", [[-100, 110]], [["2024-12-31", null]]),
      ["dates, row 1, column 2: a blank cell is not a date. Write it like 2024-12-31.", "dates 第 1 行第 2 列：空白单元格不是日期，请写成 2024-12-31 的形式。"],
    ],
    [
      "an ownership of 80 for 80%",
      said("IMPAIR.GOODWILL", 500, 80, 1350, 1000),
      ["ownership is 80; it must be at most 1, a share written as 80% or 0.8.", "ownership 为 80，不得大于 1，比例请写成 80% 或 0.8。"],
    ],
    [
      "an inventory below zero",
      said("NRV.TABLE", [["a"], ["b"]], [[100], [-20]], [[90], [0]]),
      ["cost, row 2, column 1 is -20; it must be at least 0.", "cost 第 2 行第 1 列为 -20，不得小于 0。"],
    ],
    [
      "weights for another number of scenarios",
      said("ECL.SCENARIOS", [[0.1, 0.2], [0.2, 0.3]], [[0.2, 0.3, 0.5]]),
      ["weights has 3 values, but rates has 2 rows: both need the same number.", "weights 有 3 个值，而 rates 有 2 行，二者个数应当相同。"],
    ],
    ...([["blank", [[null, 0]]], ["entered as a payment", [[-80, 0]]]] as const).map(([how, capex]): [string, readonly [string, string], readonly [string, string]] => [
      `capex ${how}`,
      said("PROJECT.EVALUATE", capex, [[1, 2]], [[0, 0]], [[0, 0]], 0.25),
      ["capex holds no outlay: enter what is invested in each year as a positive figure.", "capex 没有投资额：请按年填入投资支出，填正数。"],
    ]),
    [
      "a blank cell for a word",
      said("CHANGE.RATE", [[1]], [[2]], [[null]]),
      ['base: a blank cell is no choice. Use "signed" or "absolute" or "label".', 'base：空白单元格不是可选项，可用 "signed" 或 "absolute" 或 "label"。'],
    ],
    [
      "a selection without a ledger",
      said("ECL.AGING", [[null], [null]], [[null], [null]], "2024-12-31"),
      ["amounts is an empty range: select the cells that hold the figures.", "amounts 是空区域，请选择有数据的单元格。"],
    ],
    [
      "the same where blank cells are handed over as zero",
      said("ECL.AGINGFIFO", [[0], [0]], [[0], [0]], [[0], [0]], "2024-12-31"),
      ["amounts is an empty range: select the cells that hold the figures.", "amounts 是空区域，请选择有数据的单元格。"],
    ],
  ])("%s", (_what, found, expected) => {
    expect(found).toEqual(expected);
  });
});
