import { describe, expect, it, vi } from "vitest";
import { ExcelWorkbook } from "../../../src/workbook/excel/excel-workbook.ts";
import { stateSheet } from "../../../src/workbook/state.ts";
import { excelHost, refusal } from "../../support/excel-host.ts";

const excel = excelHost();

describe("documents saved in Excel", () => {
  it("stand on a sheet that only a program can show", async () => {
    await excel.workbook.saveState("settings", 1);
    expect(excel.office.book.find(stateSheet)?.visibility).toBe("VeryHidden");
    await excel.workbook.saveState("settings", 2);
    expect(excel.sheetNames()).toEqual(["Sheet1", stateSheet]);
  });

  // In UTF-8 a Chinese character takes three bytes.
  const long = (character: string) => ({ journal: character.repeat(2_400_000) });

  it("of any length are written and read by requests that Excel on the web takes", async () => {
    const sizes: number[] = [];
    excel.office.obstacle = (asked) => {
      if (asked === "sync") sizes.push(0);
      return undefined;
    };
    const enter = excel.office.book.enter.bind(excel.office.book);
    vi.spyOn(excel.office.book, "enter").mockImplementation((sheet, row, column, entry) => {
      sizes[sizes.length - 1] = (sizes.at(-1) ?? 0) + Buffer.byteLength(JSON.stringify(entry));
      enter(sheet, row, column, entry);
    });
    await excel.workbook.saveState("journal", long("余"));
    await excel.workbook.saveState("journal", long("额"));
    expect(sizes.reduce((sum, size) => sum + size)).toBeGreaterThan(14_400_000);
    expect(Math.max(...sizes)).toBeLessThan(4_000_000);
    expect(await excel.workbook.loadState("journal")).toEqual(long("额"));
  });

  it("are the former one whole, wherever the saving of a long one fails, and can be saved again", async () => {
    await excel.workbook.saveState("other", "stays");
    await excel.workbook.saveState("journal", long("余"));
    let nth = 0;
    for (let failed = true; failed; ) {
      excel.failing("sync", ++nth, "GeneralException");
      failed = (await refusal(excel.workbook.saveState("journal", long("额")))) !== undefined;
      excel.office.obstacle = () => undefined;
      expect(await new ExcelWorkbook().loadState("journal")).toEqual(long(failed ? "余" : "额"));
    }
    expect(nth).toBeGreaterThan(5);
    await excel.workbook.saveState("journal", null);
    expect(await excel.workbook.loadState("journal")).toBeNull();
    expect(await excel.workbook.loadState("other")).toBe("stays");
    expect(excel.office.book.used(excel.office.book.find(stateSheet) ?? excel.office.book.active)).toMatchObject({ rows: 1, columns: 2 });
  });

  it("need a workbook that takes a new sheet", async () => {
    excel.office.book.structureProtected = true;
    expect(await refusal(excel.workbook.saveState("settings", 1))).toEqual({ code: "workbook-protected" });
    excel.office.book.structureProtected = false;
    await excel.workbook.saveState("settings", 1);
    expect(await excel.workbook.loadState("settings")).toBe(1);
  });
});
