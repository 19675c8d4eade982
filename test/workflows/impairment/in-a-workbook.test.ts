import { describe, expect, it } from "vitest";
import { openedSample } from "../../../src/pane/home/opened-sample.ts";
import { impairmentTest2024 } from "../../../src/samples/impairment-test-2024.ts";
import { impairmentTest2025 } from "../../../src/samples/impairment-test-2025.ts";
import { openTest } from "../../../src/workflows/impairment/advance.ts";
import { evaluate } from "../../../src/workflows/impairment/evaluate.ts";
import { openFindings } from "../../../src/workflows/impairment/findings.ts";
import { readInputs } from "../../../src/workflows/impairment/input.ts";
import { loadTests } from "../../../src/workflows/impairment/saved-tests.ts";
import { HeadlessWorkbook } from "../../support/engine.ts";
import { there } from "./linked-book.ts";
import { WrittenBook } from "./report/written-book.ts";

/** The open test of a workbook, derived from what its cells hold now. */
async function derived(host: HeadlessWorkbook) {
  const test = openTest(await loadTests(host.workbook));
  if (!test) throw new Error("no test is open");
  return evaluate(test, await readInputs(host.workbook, [test]));
}

describe("the sample of 2025 in a workbook", () => {
  it("is opened with its test, which finds the printed losses and follows a changed cell", async () => {
    const host = new HeadlessWorkbook();
    await openedSample(host.workbook, impairmentTest2025, "zh-CN");
    const before = await derived(host);
    expect(before.units.map(({ recognised }) => recognised?.toString())).toEqual(["1905.61", "0", "1193.96"]);
    const carrying = before.figures.readings.get("u1/carrying")?.range;
    const [cell] = [there(carrying)].map(({ sheet, row, column }) => ({ sheet, row, column }));
    await host.workbook.write({ blocks: [{ ...there(cell), cells: [[{ value: 23609.93 }]] }] });
    expect((await derived(host)).units[0]?.loss?.toString()).toBe("1805.61");
  });

  it("follows its cells when rows are inserted above them, and says which are deleted instead of reading zero", async () => {
    const host = new HeadlessWorkbook();
    const { sheets } = await openedSample(host.workbook, impairmentTest2025, "zh-CN");
    const inputs = host.engine.book.getSheetBySheetName(sheets[0] ?? "")?.getSheetId() ?? "";
    const before = await derived(host);
    const at = there(there(before.figures.readings.get("u2/carrying")).range).row;
    await host.changeLines("insert-row", 0, 3, inputs);
    const moved = await derived(host);
    expect(moved.figures.readings.get("u2/carrying")?.range?.row).toBe(at + 3);
    expect(moved.totals.recognised?.toString()).toBe("3099.57");
    await host.changeLines("remove-row-by-range", at + 3, 1, inputs);
    const deleted = await derived(host);
    expect([deleted.units[1]?.carrying, deleted.units[1]?.loss, deleted.totals.loss]).toEqual([undefined, undefined, undefined]);
    expect(deleted.findings.filter(({ facts }) => facts.code === "range-deleted")).toMatchObject([{ unit: "u2", slot: "u2/carrying", outcome: "fail" }]);
  });

  it("is taken back whole: sheets, test and pins", async () => {
    const host = new HeadlessWorkbook();
    const written = await openedSample(host.workbook, impairmentTest2025, "zh-CN");
    const pin = openTest(await loadTests(host.workbook))?.links["carrying-total"]?.pin ?? "";
    expect(await host.workbook.pinned([pin])).toMatchObject([{ rows: 1 }]);
    expect(await written.undo()).toBe(true);
    expect((await loadTests(host.workbook)).tests).toEqual([]);
    expect(await host.workbook.pinned([pin])).toEqual([null]);
  });
});

describe("the sample of 2024 in a workbook", () => {
  it("finds that line 621 prints the total of both units for the first, and its workpaper says by how much", async () => {
    const book = await WrittenBook.ofSample(impairmentTest2024);
    const { evaluation } = await book.paper();
    expect(evaluation.units.map(({ carrying, assessment, loss }) => [carrying?.reported, assessment?.recoverable, loss].map(String))).toEqual([["25466.11", "27730", "0"], ["1377.94", "2310", "0"]]);
    expect(openFindings(evaluation).map(({ facts }) => facts)).toMatchObject([{ code: "reported-tie", printed: "26844.05", computed: "25466.11", difference: "1377.94", cause: { is: "total-of-units" } }]);
    await book.write();
    const figures = await book.figures();
    expect(figures.checks().filter(([, value]) => value !== 0)).toEqual([["cover/check-result", 1], ["result/u1.carrying", 1377.94]]);
    await book.retype("u1/reported-carrying", 25466.11);
    expect((await book.figures()).check("result", "u1.carrying")).toBe(0);
  });
});
