import { describe, expect, it } from "vitest";
import { impairmentTest2025 } from "../../../../src/samples/impairment-test-2025.ts";
import { WorkbookRefusal } from "../../../../src/workbook/port.ts";
import { sheetRoles } from "../../../../src/workflows/impairment/report/formula.ts";
import { staleReport } from "../../../../src/workflows/impairment/report/workpaper.ts";
import { standingSheets, writeWorkpaper } from "../../../../src/workflows/impairment/report/writing.ts";
import { itemSlot } from "../../../../src/workflows/impairment/slot.ts";
import { disagreements } from "./expected-figures.ts";
import { randomBook } from "./random-book.ts";
import { known, linkedIn, WrittenBook } from "./written-book.ts";

const inputs = "减值测试 2025 输入";

async function sampleWritten(): Promise<WrittenBook> {
  const book = await WrittenBook.ofSample(impairmentTest2025);
  await book.write();
  return book;
}

async function sheetOf(book: WrittenBook, role: (typeof sheetRoles)[number]): Promise<{ readonly name: string; readonly id: string; readonly rows: number; readonly columns: number }> {
  const range = (await standingSheets(book.host.workbook, book.report)).get(role)?.range;
  if (!range) throw new Error(`${role} does not stand`);
  return { name: range.sheet, id: book.host.engine.book.getSheetBySheetName(range.sheet)?.getSheetId() ?? "", rows: range.rows, columns: range.columns };
}

const sheetNames = async (book: WrittenBook) => (await book.host.workbook.sheets()).map(({ name }) => name);

describe("the written workpaper", () => {
  it("has its sheets, each row with its names in both languages", async () => {
    const book = await sampleWritten();
    const figures = await book.figures();
    expect(figures.keys("result").slice(0, 6)).toEqual(["title", "of", "#", "u1.unit", "u1.carrying", "u1.value-in-use"]);
    for (const role of sheetRoles) {
      const named = figures.keys(role).filter((key) => figures.value(role, key) !== null && key !== "#");
      for (const key of named) expect([role, key, figures.text(role, key, "label")]).toEqual([role, key, expect.stringMatching(/\S/)]);
    }
    expect([figures.text("result", "u1.recoverable", "label"), figures.text("result", "u1.recoverable", "second")]).toEqual(["可收回金额", "Recoverable amount"]);
    expect([figures.value("cover", "preparer"), figures.value("cover", "reviewer"), figures.value("cover", "written-at")]).toEqual(["编制人（示例）", "复核人（示例）", "2026-03-05 09:30"]);
  });

  it("uses no function of the add-in: every formula is native", async () => {
    const book = await sampleWritten();
    const standing = await standingSheets(book.host.workbook, book.report);
    const formulas = [...standing.values()].flatMap(({ cells }) => cells.flat().flatMap(({ formula }) => formula ?? []));
    expect(formulas.length).toBeGreaterThan(500);
    expect(formulas.filter((formula) => /HEADROOM\./.test(formula))).toEqual([]);
  });

  it("follows an input that is changed, and its checks of found values turn", async () => {
    const book = await sampleWritten();
    const before = await book.figures();
    expect([before.value("result", "u1.loss"), before.check("sensitivity", "u1.tornado-rate"), before.check("cover", "check-sensitivity")]).toEqual([1905.61, 0, 0]);
    await book.retype("u1/carrying", 23609.93);
    const after = await book.figures();
    const paper = await book.paper();
    expect(paper.evaluation.units[0]?.loss?.toNumber()).toBe(1805.61);
    expect([after.value("result", "u1.loss"), after.check("sensitivity", "u1.tornado-rate"), after.check("cover", "check-sensitivity")]).toEqual([1805.61, 100, 4]);
    expect(after.text("cover", "u1.conclusion-zh", "method")).toContain("可收回金额为22,330.00万元");
    expect(staleReport(paper.test, paper.inputs)).toBe(true);
  });

  it("has a result that rests on no value found by iteration: it follows the flows, and the check of the pre-tax rate turns", async () => {
    const book = new WrittenBook();
    const test = await linkedIn(book, randomBook(7));
    await book.of(test).write();
    const unit = known(test.units[1]);
    const key = `${unit.id}.rate`;
    expect((await book.figures()).check("value-in-use", key)).toBe(0);
    await book.retype(itemSlot(unit.id, "row", known(unit.forecast.rows[0]).id), 123.45);
    const [figures, { evaluation }] = [await book.figures(), await book.paper()];
    expect([figures.value("result", `${unit.id}.value-in-use`), figures.value("result", `${unit.id}.loss`), figures.value("result", "total-loss")]).toEqual([evaluation.units[1]?.valueInUse?.reported.toNumber(), evaluation.units[1]?.loss?.toNumber(), evaluation.totals.loss?.toNumber()]);
    expect(Math.abs(Number(figures.check("value-in-use", key)))).toBeGreaterThan(0.01);
  });

  it("follows rows inserted in the inputs", async () => {
    const book = await sampleWritten();
    const id = book.host.engine.book.getSheetBySheetName(inputs)?.getSheetId() ?? "";
    await book.host.changeLines("insert-row", 2, 4, id);
    const { evaluation, test, inputs: read } = await book.paper();
    expect(disagreements(await book.figures(), evaluation)).toEqual([]);
    expect(staleReport(test, read)).toBe(false);
  });

  it("says that a linked block was deleted, and shows no zero in its place", async () => {
    const book = await sampleWritten();
    const id = book.host.engine.book.getSheetBySheetName(inputs)?.getSheetId() ?? "";
    const range = await book.blockOf("u2/carrying");
    await book.host.workbook.select(range);
    await book.host.changeLines("remove-row-by-range", range.row, 1, id);
    const broken = await book.figures();
    expect([broken.value("units", "u2.own"), broken.value("result", "u2.loss"), broken.value("result", "total-loss")]).toEqual(["#REF!", "#REF!", "#REF!"]);
    expect([broken.value("result", "u1.loss"), broken.value("result", "u3.loss")]).toEqual([1905.61, 1193.95]);
    await book.write();
    const again = await book.figures();
    expect([again.value("units", "u2.own"), again.text("units", "u2.own", "method"), again.value("result", "total-recognised")]).toEqual(["#N/A", "链接区域已被删除，未按零处理", "#N/A"]);
  });
});

describe("a workpaper written again", () => {
  it("updates its own cells where they are by now, and leaves a person's beside and between them", async () => {
    const book = await sampleWritten();
    const names = await sheetNames(book);
    const result = await sheetOf(book, "result");
    await book.host.changeLines("insert-row", 6, 2, result.id);
    await book.host.enter({ B8: "我的说明", [`K5`]: "已核对", G7: 12.5 }, result.name);
    const { blocks } = known(book.report);
    await book.retype("u1/carrying", 23609.93);
    await book.write();
    expect(await sheetNames(book)).toEqual(names);
    expect(known(book.report).blocks).toEqual(blocks);
    expect([await book.host.value("B8", result.name), await book.host.value("K5", result.name), await book.host.value("G7", result.name)]).toEqual(["我的说明", "已核对", 12.5]);
    const { evaluation } = await book.paper();
    const figures = await book.figures();
    expect(disagreements(figures, evaluation)).toEqual([]);
    expect([figures.check("sensitivity", "u1.tornado-rate"), figures.check("cover", "check-sensitivity")]).toEqual([0, 0]);
  });

  it("brings back a sheet that was deleted", async () => {
    const book = await sampleWritten();
    const { id } = await sheetOf(book, "value-in-use");
    await book.host.engine.runLater("sheet.command.remove-sheet", { unitId: book.host.engine.unitId, subUnitId: id });
    await book.host.engine.calculated();
    expect((await book.figures()).value("result", "u1.value-in-use")).toBe("#REF!");
    await book.write();
    const { evaluation } = await book.paper();
    expect(disagreements(await book.figures(), evaluation)).toEqual([]);
  });

  it("comes on a new sheet where its rows have become others, and the old one says so", async () => {
    const book = await sampleWritten();
    const old = await sheetOf(book, "units");
    const saved = (await book.paper()).test;
    book.of({ ...saved, units: saved.units.slice(0, 2), links: Object.fromEntries(Object.entries(saved.links).filter(([slot]) => !slot.startsWith("u3/"))) });
    await book.host.enter({ B30: "我的说明" }, old.name);
    await book.write();
    const now = await sheetOf(book, "units");
    expect(now.name).toBe("资产组账面价值 2025 (2)");
    expect([await book.host.value("C1", old.name), await book.host.value("B30", old.name)]).toEqual([`→ ${now.name}`, "我的说明"]);
    expect(disagreements(await book.figures(), (await book.paper()).evaluation)).toEqual([]);
  });

  it("is taken back whole, with what it has written over", async () => {
    const book = await sampleWritten();
    const names = await sheetNames(book);
    const first = await book.figures();
    await book.retype("u1/carrying", 23609.93);
    const { written } = await writeWorkpaper(book.host.workbook, await book.paper());
    await book.settled();
    expect((await book.figures()).check("sensitivity", "u1.tornado-rate")).toBe(0);
    expect(await written.undo()).toBe(true);
    expect(await sheetNames(book)).toEqual(names);
    expect((await book.figures()).line("sensitivity", "u1.tornado-rate")[3]).toBe(first.line("sensitivity", "u1.tornado-rate")[3]);
  });

  it("leaves nothing where it is stopped", async () => {
    const book = await WrittenBook.ofSample(impairmentTest2025);
    const names = await sheetNames(book);
    const stopping = new AbortController();
    stopping.abort();
    await expect(writeWorkpaper(book.host.workbook, await book.paper(), { signal: stopping.signal })).rejects.toThrow(new WorkbookRefusal({ code: "stopped" }));
    expect(await sheetNames(book)).toEqual(names);
  });
});

describe("two workpapers in one workbook", () => {
  it("do not mix: each names its own sheets", async () => {
    const book = await sampleWritten();
    const first = book.report;
    book.of(await linkedIn(book, randomBook(31)));
    book.report = null;
    await book.write();
    expect(disagreements(await book.figures(), (await book.paper()).evaluation)).toEqual([]);
    book.report = first;
    expect((await book.figures()).value("result", "total-recognised")).toBe(3099.57);
  });
});
