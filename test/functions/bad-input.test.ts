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
      ["revenue, value 1, is zero, so nothing can be divided by it: correct it, or leave this item out.", "revenue 第 1 个值为零，不能作为除数：请更正，或不计算该项。"],
    ],
    [
      "a price that falls by all of itself",
      said("MARGIN.GRID", 100, 80, 40, [[-1]], [[0.1]]),
      ["revenue × (1 + price_shocks) is zero, so nothing can be divided by it: correct it, or leave this item out.", "revenue × (1 + price_shocks) 为零，不能作为除数：请更正，或不计算该项。"],
    ],
    [
      "a prior factor of zero",
      said("MARGIN.CHAIN", [[1, 0, 2]], [[1, 2, 3]]),
      ["factors0, value 2, is zero: every effect before it would vanish. Leave the factor out, or compare the amounts directly.", "factors0 第 2 个因素为零，其前各因素的影响将全部消失：请去掉该因素，或直接比较金额。"],
    ],
    [
      "a current factor of zero",
      said("MARGIN.CHAIN", [[1, 2, 2]], [[1, 0, 3]]),
      ["factors1, value 2, is zero: every effect after it would vanish. Leave the factor out, or compare the amounts directly.", "factors1 第 2 个因素为零，其后各因素的影响将全部消失：请去掉该因素，或直接比较金额。"],
    ],
    ...([["blank", [[null, 0]]], ["entered as a payment", [[-80, 0]]]] as const).map(([how, capex]): [string, readonly [string, string], readonly [string, string]] => [
      `capex ${how}`,
      said("PROJECT.EVALUATE", capex, [[1, 2]], [[0, 0]], [[0, 0]], 0.25),
      ["capex holds no outlay: enter what is invested in each year as a positive figure.", "capex 没有投资额：请按年填入投资支出，填正数。"],
    ]),
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
