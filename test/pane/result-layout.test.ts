import { describe, expect, it } from "vitest";
import { Decimal } from "../../src/core/decimal.ts";
import { step } from "../../src/functions/step.ts";
import { type Term, Word, word } from "../../src/functions/term.ts";
import type { ResultCell } from "../../src/functions/define.ts";
import { isFraction } from "../../src/pane/functions/fraction.ts";
import { namedBySteps } from "../../src/pane/functions/named-by-steps.ts";
import { neededWidth, resultLayout } from "../../src/pane/functions/result-layout.ts";

const d = (value: string) => new Decimal(value);
const name = (cell: ResultCell) => (cell instanceof Word ? cell.term : String(cell));
const byHeader = (_: Decimal, headers: readonly (ResultCell | undefined)[]) => headers.some((header) => header instanceof Word && isFraction(header.term));
const laidOut = (cells: ResultCell[][]) => {
  const layout = resultLayout(cells, name, byHeader);
  return { ...layout, header: layout.header?.map(({ text }) => text), rows: layout.rows.map((row) => row.map(({ text }) => text)) };
};
const words = (...terms: Term[]) => terms.map((term) => word(term));

describe("a result shown in the pane", () => {
  it("heads its columns with the words of its first row, prints shares as percentages and amounts with the same decimals", () => {
    expect(
      laidOut([
        words("ageing-bucket", "balance", "provision", "loss-rate"),
        ["1–2 年", d("4403.93"), d("220"), d("0.05")],
        [word("total"), d("290332.84"), d("0"), d("0.0212")],
      ]),
    ).toEqual({
      header: ["ageing-bucket", "balance", "provision", "loss-rate"],
      rows: [
        ["1–2 年", "4,403.93", "220.00", "5.00%"],
        ["total", "290,332.84", "0.00", "2.12%"],
      ],
      labelled: true,
    });
  });

  it("stands a row of figures up, each with its place", () => {
    expect(laidOut([[d("1"), d("2.5"), d("3")]])).toEqual({ header: undefined, rows: [["1", "1.0"], ["2", "2.5"], ["3", "3.0"]], labelled: true });
  });

  it("does not take the words of an answer for a header", () => {
    expect(laidOut([["OK"], [d("0")], [d("0.005")]])).toEqual({ header: undefined, rows: [["OK"], ["0.000"], ["0.005"]], labelled: false });
  });

  it("leaves figures of a column as they are where the same decimals would not tell them", () => {
    expect(laidOut([["a", d("0.0000205309")], ["b", d("12")]]).rows).toEqual([["a", "0.0000205309"], ["b", "12"]]);
  });

  it("tells the places of a tie by the steps that lead to them", () => {
    const steps = [step("difference", "P − R", {}, d("-0.01")), step("tolerance", "h", {}, d("0.03")), step("tie-status", "S", {}, "TAIL")];
    expect(laidOut(namedBySteps([["TAIL", d("-0.01"), d("0.03")]], steps).map((row) => [...row]))).toEqual({
      header: undefined,
      rows: [["tie-status", "TAIL"], ["difference", "−0.01"], ["tolerance", "0.03"]],
      labelled: true,
    });
  });

  it("leaves a vector whose figures are all of one kind without labels", () => {
    const cells = [[d("0.02"), d("0.03")]];
    expect(namedBySteps(cells, [step("loss-rate", "m", {}, d("0.02"), 1), step("loss-rate", "m", {}, d("0.03"), 2)])).toBe(cells);
  });

  it("prints whole amounts with the decimals they are reported with, and leaves small figures alone", () => {
    const shown = (reported: number) => resultLayout([["公允价值", d("22330")], ["处置费用", d("370")]], name, byHeader, reported).rows.map((row) => row[1]?.text);
    expect([shown(0), shown(2)]).toEqual([["22,330", "370"], ["22,330.00", "370.00"]]);
    expect(resultLayout([["权重", d("1")], ["份数", d("3")]], name, byHeader, 2).rows.map((row) => row[1]?.text)).toEqual(["1", "3"]);
  });

  it("needs more room for longer figures, never less than its longest word", () => {
    const narrow = resultLayout([words("item", "rate"), ["甲", d("0.01")]], name, byHeader);
    const wide = resultLayout([words("item", "balance"), ["甲", d("123456789.01")]], name, byHeader);
    expect(neededWidth(wide)).toBeGreaterThan(neededWidth(narrow));
    expect(neededWidth(wide)).toBeGreaterThan("123,456,789.01".length * 6);
  });
});
