import { describe, expect, it, vi } from "vitest";
import { excelHost } from "../../support/excel-host.ts";

const excel = excelHost();

describe("listeners in Excel", () => {
  it("are taken notice of once a person has finished typing, and hear of added and deleted sheets", async () => {
    const listener = vi.fn();
    excel.office.editing = true;
    excel.workbook.onChanged(listener);
    await new Promise((resolve) => setTimeout(resolve, 20));
    excel.office.editing = false;
    await vi.waitFor(() => expect(excel.office.listeners.size).toBe(4));
    await excel.person.addsSheet("ECL");
    await vi.waitFor(() => expect(listener).toHaveBeenCalledTimes(1));
    await excel.person.deletesSheet("ECL");
    await vi.waitFor(() => expect(listener).toHaveBeenCalledTimes(2));
  });

  it("leave nothing behind in Excel", async () => {
    const leave = excel.workbook.onChanged(() => undefined);
    await vi.waitFor(() => expect(excel.office.listeners.size).toBe(4));
    leave();
    await vi.waitFor(() => expect(excel.office.listeners.size).toBe(0));
  });

  it("hear nothing between leaving and Excel's taking notice of it", async () => {
    const listener = vi.fn();
    const leave = excel.workbook.onChanged(listener);
    await vi.waitFor(() => expect(excel.office.listeners.size).toBe(4));
    leave();
    excel.office.tell("changed");
    await vi.waitFor(() => expect(excel.office.listeners.size).toBe(0));
    expect(listener).not.toHaveBeenCalled();
  });
});

describe("what Excel tells of changes", () => {
  const heard = async (act: () => Promise<unknown>) => {
    const calls: unknown[] = [];
    const leave = excel.workbook.onChanged((changed) => calls.push(changed));
    await vi.waitFor(() => expect(excel.office.listeners.size).toBe(4));
    await act();
    await vi.waitFor(() => expect(calls).not.toEqual([]));
    leave();
    excel.office.obstacle = () => undefined;
    await vi.waitFor(() => expect(excel.office.listeners.size).toBe(0));
    return calls;
  };

  it("comes under the name of its sheet, whole rows in full, with the row before deleted ones", async () => {
    expect(await heard(() => excel.person.insertsRows("Sheet1", 2, 2))).toEqual([[{ sheet: "Sheet1", row: 2, column: 0, rows: 2, columns: 16_384 }]]);
    expect(await heard(() => excel.person.deletesRows("Sheet1", 2, 2))).toEqual([[{ sheet: "Sheet1", row: 1, column: 0, rows: 3, columns: 16_384 }]]);
    expect(await heard(() => excel.person.deletesColumns("Sheet1", 0, 1))).toEqual([[{ sheet: "Sheet1", row: 0, column: 0, rows: 1_048_576, columns: 1 }]]);
  });

  it("is anything where sheets come and go", async () => {
    expect(await heard(() => excel.person.addsSheet("ECL"))).toEqual([null]);
  });

  it("is anything where Excel cannot be asked for the sheet", async () => {
    excel.office.obstacle = (asked) => (asked === "sync" && excel.office.book.active.cells.size > 0 ? "GeneralException" : undefined);
    expect(await heard(() => excel.person.types("Sheet1", "A1", 1))).toEqual([null]);
  });
});
