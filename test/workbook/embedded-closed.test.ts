import { describe, expect, it } from "vitest";
import type { ICellData } from "../../src/workbook/embedded/engine.ts";
import { withoutWaiting } from "../support/clock.ts";
import { HeadlessWorkbook } from "../support/engine.ts";

withoutWaiting();

const cells = (text: string): Record<number, Record<number, ICellData>> => ({ 0: { 0: { v: text } } });

describe("a workbook in whose place another is opened", () => {
  it("lets go of its cells, which parts of the engine hold on to", async () => {
    const host = new HeadlessWorkbook();
    const closed = host.engine.book.getActiveSheet();
    await host.workbook.write({ blocks: [{ sheet: "Sheet1", row: 0, column: 0, cells: [[{ value: "余额" }]] }] });
    expect(closed.getCellRaw(0, 0)?.v).toBe("余额");
    host.open();
    expect(closed.getCellMatrix().getMatrix()).toEqual({});
    expect(closed.getConfig().cellData).toEqual({});
  });

  it("leaves the data it was opened from as they are, so that they can be opened again", async () => {
    const host = new HeadlessWorkbook();
    const data = { sheetOrder: ["1"], sheets: { 1: { id: "1", name: "Sheet1", cellData: cells("期末") } } };
    host.engine.open(data);
    host.open();
    expect(data.sheets[1].cellData).toEqual(cells("期末"));
    host.engine.open(host.engine.book.getSnapshot());
    host.engine.open(data);
    expect(await host.value("A1")).toBe("期末");
    host.engine.open(host.engine.book.getSnapshot());
    expect(await host.value("A1")).toBe("期末");
  });
});
