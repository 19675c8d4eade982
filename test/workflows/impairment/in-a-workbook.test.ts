import { describe, expect, it } from "vitest";
import { openedSample } from "../../../src/pane/home/opened-sample.ts";
import { impairmentTest2025 } from "../../../src/samples/impairment-test-2025.ts";
import { openTest } from "../../../src/workflows/impairment/advance.ts";
import { evaluate } from "../../../src/workflows/impairment/evaluate.ts";
import { readInputs } from "../../../src/workflows/impairment/input.ts";
import { loadTests } from "../../../src/workflows/impairment/saved-tests.ts";
import { HeadlessWorkbook } from "../../support/engine.ts";
import { there } from "./linked-book.ts";

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
