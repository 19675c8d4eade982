import { describe, expect, it } from "vitest";
import { changedResults, results } from "../../src/links/results.ts";
import { HeadlessWorkbook } from "../support/engine.ts";

const elsewhere = [{ sheet: "Sheet1", row: 90, column: 0, rows: 2, columns: 2 }];

describe("the results of a workbook", () => {
  it("are compared after a refresh, with the causes of each difference", async () => {
    const book = new HeadlessWorkbook();
    await book.enter({ A1: "使用价值", B1: "=HEADROOM.DCF.VALUE(B3:B4,B5)", A2: "合计", B2: "=SUM(B3:B4)", B3: 110, B4: 121, B5: 0.1 });
    const pin = await book.workbook.pin({ sheet: "Sheet1", row: 1, column: 1, rows: 1, columns: 1 });
    const before = await results(book.workbook, [pin], elsewhere);
    expect(before.map(({ label, value }) => [label, value])).toEqual([["使用价值", 200], ["合计", 231]]);
    await book.enter({ B4: 242, B5: 0.21 });
    const changed = await changedResults(book.workbook, before);
    expect(changed.map(({ label, before: was, after }) => [label, was, after])).toEqual([["使用价值", 200, expect.closeTo(256.198, 3)], ["合计", 231, 352]]);
    expect(changed[0]?.effect?.figures[0]?.causes.map(({ parameters, amount }) => [parameters.join(), amount.toFixed(2)])).toEqual([["flows", "100.00"], ["rate", "-43.80"]]);
    expect(changed[1]?.effect).toBeUndefined();
  });

  it("say nothing of what has not moved, nor of a sheet that has gone", async () => {
    const book = new HeadlessWorkbook();
    await book.enter({ B1: "=HEADROOM.DCF.VALUE(B3:B4,B5)", B3: 110, B4: 121, B5: 0.1 });
    const before = await results(book.workbook, [], elsewhere);
    await book.enter({ D9: 1 });
    expect(await changedResults(book.workbook, before)).toEqual([]);
    expect(await changedResults(book.workbook, before.map((result) => ({ ...result, cell: { ...result.cell, sheet: "别处" } })))).toEqual([]);
  });
});
