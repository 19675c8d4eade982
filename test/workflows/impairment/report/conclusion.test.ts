import { describe, expect, it } from "vitest";
import { impairmentTest2025 } from "../../../../src/samples/impairment-test-2025.ts";
import { readConclusion } from "../../../../src/workflows/impairment/report/conclusion.ts";
import { standingSheets } from "../../../../src/workflows/impairment/report/writing.ts";
import { LinkedBook } from "../linked-book.ts";
import { known, linkedIn, WrittenBook } from "./written-book.ts";

async function sampleWritten(): Promise<WrittenBook> {
  const book = await WrittenBook.ofSample(impairmentTest2025);
  await book.write();
  return book;
}

const conclusionOf = async (book: WrittenBook) => readConclusion(book.host.workbook, await book.paper());

describe("the conclusion re-read from the workpaper", () => {
  it("says every unit, the total, and what would use up the headroom, in both languages", async () => {
    expect(await conclusionOf(await sampleWritten())).toEqual({
      kind: "agrees",
      paragraphs: {
        "zh-CN": [
          "截至2025年12月31日，资产组 1账面价值为24,235.61万元，可收回金额为22,330.00万元（预计未来现金流量的现值），低于账面价值，应确认资产减值损失1,905.61万元。",
          "截至2025年12月31日，资产组 2账面价值为1,173.37万元，可收回金额为2,170.00万元（预计未来现金流量的现值），不低于账面价值，差额为996.63万元，未发生减值。",
          "截至2025年12月31日，资产组 3账面价值为1,951.07万元，可收回金额为959.81万元（公允价值减去处置费用后的净额）；按逐项资产比较，应确认资产减值损失1,193.96万元，未以其他资产的增值抵减。",
          "各资产组合计应确认资产减值损失3,099.57万元。",
          "资产组 2的可收回金额高于账面价值996.63万元。在其他关键假设不变的情况下，折现率由6.20%上升至18.20%，或者现金流量下降45.92%，或者营业收入下降40.14%，或者营业成本上升129.49%时，可收回金额等于账面价值。",
        ],
        "en-US": [
          "At 31 December 2025 the carrying amount of 资产组 1 was 24,235.61 and its recoverable amount, value in use, was 22,330.00. The shortfall is recognised as an impairment loss of 1,905.61. Amounts in ten thousands of CNY.",
          "At 31 December 2025 the carrying amount of 资产组 2 was 1,173.37 and its recoverable amount, value in use, was 2,170.00. It was not below the carrying amount; headroom was 996.63 and no impairment loss is recognised. Amounts in ten thousands of CNY.",
          "At 31 December 2025 the carrying amount of 资产组 3 was 1,951.07 and its recoverable amount, fair value less costs of disposal, was 959.81. Measured asset by asset, without offsetting gains on others, the impairment loss is 1,193.96. Amounts in ten thousands of CNY.",
          "The impairment loss of all units is 3,099.57 (ten thousands of CNY).",
          "The recoverable amount of 资产组 2 exceeds its carrying amount by 996.63 (ten thousands of CNY). The two would be equal, other key assumptions unchanged, if the discount rate rose from 6.20% to 18.20%, or if the cash flows decreased by 45.92%, or if the revenue decreased by 40.14%, or if the cost of sales increased by 129.49%.",
        ],
      },
      outOfDate: [],
    });
  });

  it("is what the formulas of the workpaper say", async () => {
    const book = await sampleWritten();
    const [read, figures] = [await conclusionOf(book), await book.figures()];
    const said = (language: "zh" | "en") => [...["u1", "u2", "u3"].map((unit) => figures.text("cover", `${unit}.conclusion-${language}`, "method")), figures.text("cover", `conclusion-${language}`, "method"), figures.text("disclosure", `u2.break-even-${language}`, "method")];
    expect(read).toEqual({ kind: "agrees", paragraphs: { "zh-CN": said("zh"), "en-US": said("en") }, outOfDate: [] });
  });

  it("is refused where a figure of the workpaper has been overwritten, with the cell and both figures", async () => {
    const book = await sampleWritten();
    const sheet = known((await standingSheets(book.host.workbook, book.report)).get("result")).range.sheet;
    const [row] = (await book.host.values("A1:A40", sheet)).flatMap(([mark], index) => (mark === "u1.recoverable" ? [index + 1] : []));
    await book.host.enter({ [`E${row}`]: 23000 }, sheet);
    expect(await conclusionOf(book)).toMatchObject({
      kind: "differs",
      differences: [
        { unit: "资产组 1", figure: "u1.recoverable", cell: { sheet, row: known(row) - 1, column: 4 }, paper: "23000", evaluated: "22330" },
        { figure: "u1.headroom", paper: "-1235.61", evaluated: "-1905.61" },
        { figure: "u1.loss", paper: "1235.61", evaluated: "1905.61" },
        { figure: "u1.recognised", paper: "1235.61", evaluated: "1905.61" },
        { figure: "u1.loss", cell: { column: 8 }, paper: "1208.81", evaluated: "1864.28" },
        { figure: "u1.loss", cell: { column: 9 }, paper: "8.74", evaluated: "13.48" },
        { figure: "u1.loss", cell: { column: 10 }, paper: "18.06", evaluated: "27.85" },
        { unit: "", figure: "total-loss", paper: "2429.56", evaluated: "3099.56" },
        { unit: "", figure: "total-recognised", paper: "2429.57", evaluated: "3099.57" },
      ],
    });
  });

  it.each([
    ["is refused where the last digit of a loss was given to an asset that was cut less", [60, 25, 15], 99.95, [0.03, 0.01, 0.01], [0.03, 0.02, 0], "differs"],
    ["lets the last digit lie with either of two assets that were cut alike", [50, 50], 99.99, [0.01, 0], [0, 0.01], "agrees"],
    ["is refused where more than the last digit lies elsewhere, though they were cut alike", [50, 50], 99.97, [0.02, 0.01], [0.03, 0], "differs"],
  ] as const)("%s", async (_, carrying, value, computed, overwritten, kind) => {
    const linked = new LinkedBook();
    const unit = linked.unit("资产组 1");
    linked.play({ type: "forecast-changed", unit, forecast: { basis: "given" } }).figure(unit, "carrying", carrying).figure(unit, "value-in-use", value).figure(unit, "fair-value", 0);
    const book = new WrittenBook();
    book.of(await linkedIn(book, linked));
    await book.write();
    expect((await book.figures()).line("allocation", "u1.loss")).toEqual(computed);
    const { range, cells } = known((await standingSheets(book.host.workbook, book.report)).get("allocation"));
    const row = range.row + cells.findIndex(([mark]) => mark?.value === "u1.loss");
    await book.host.workbook.write({ blocks: [{ sheet: range.sheet, row, column: 8, cells: [overwritten.map((loss) => ({ value: loss }))] }] });
    await book.settled();
    expect((await conclusionOf(book)).kind).toBe(kind);
  });

  it("follows an input that moved, but says no break-even that was found before", async () => {
    const book = await sampleWritten();
    const before = await conclusionOf(book);
    await book.retype("u2/carrying", 1273.37);
    const after = await conclusionOf(book);
    if (before.kind !== "agrees" || after.kind !== "agrees") throw new Error("the workpaper does not agree");
    expect(after.outOfDate).toEqual(["资产组 2"]);
    expect(after.paragraphs["zh-CN"][1]).toBe(before.paragraphs["zh-CN"][1]?.replace("1,173.37", "1,273.37").replace("996.63", "896.63"));
    expect([before.paragraphs["zh-CN"].length, after.paragraphs["zh-CN"].length]).toEqual([5, 4]);
    await book.write();
    const again = await conclusionOf(book);
    expect(again.kind === "agrees" && [again.outOfDate, again.paragraphs["zh-CN"].length]).toEqual([[], 5]);
  });

  it("is missing before the workpaper is written, and where its sheet has been deleted", async () => {
    const book = await WrittenBook.ofSample(impairmentTest2025);
    expect(await conclusionOf(book)).toEqual({ kind: "missing" });
    await book.write();
    const sheet = known((await standingSheets(book.host.workbook, book.report)).get("result")).range.sheet;
    await book.host.engine.runLater("sheet.command.remove-sheet", { unitId: book.host.engine.unitId, subUnitId: book.host.engine.book.getSheetBySheetName(sheet)?.getSheetId() });
    expect(await conclusionOf(book)).toEqual({ kind: "missing" });
  });
});
