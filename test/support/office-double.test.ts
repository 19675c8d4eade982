import { beforeEach, describe, expect, it } from "vitest";
import { OfficeDouble } from "./office-double.ts";

/** The few members these tests use, as the adapter sees them. */
interface Range {
  values: unknown;
  readonly isNullObject: boolean;
  load(paths: string): void;
}
interface Context {
  sync(): Promise<void>;
  readonly workbook: { readonly worksheets: { getItem(key: string): Sheet; getItemOrNullObject(key: string): Sheet } };
}
interface Sheet {
  readonly isNullObject: boolean;
  readonly name: string;
  load(paths: string): void;
  getRange(address: string): Range;
}

let office: OfficeDouble;
const run = <T>(batch: (context: Context) => Promise<T>): Promise<T> => office.globals.Excel.run((context) => batch(context as object as Context));
beforeEach(() => {
  office = new OfficeDouble();
});

describe("the double of Office", () => {
  it("tells nothing that was not loaded, and nothing before a sync", async () => {
    await run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
      expect(() => range.values).toThrow("not loaded");
      range.load("values");
      expect(() => range.values).toThrow("not loaded");
      await context.sync();
      expect(range.values).toEqual([[""]]);
    });
  });

  it("loses what was written without a sync", async () => {
    await run((context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A1").values = [[1]];
      return Promise.resolve();
    });
    expect(office.book.sheets[0]?.cells.size).toBe(0);
  });

  it("rejects values of another shape than the range, and keeps what came before in the same request", async () => {
    const writing = run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1").values = [[1]];
      sheet.getRange("B1:C1").values = [[1]];
      await context.sync();
    });
    await expect(writing).rejects.toMatchObject({ code: "InvalidArgument" });
    expect([...(office.book.sheets[0]?.cells.keys() ?? [])]).toEqual(["A1"]);
  });

  it("turns texts into what Excel takes them for", async () => {
    await run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:F1");
      range.values = [["97.86%", "2024-12-31", "TRUE", "1,905.61", "'1,905.61", "账龄"]];
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([[0.9786, 45_000, true, 1905.61, "1,905.61", "账龄"]]);
    });
  });

  it("follows a sheet by its id through renaming, not by its name, and not beyond its end", async () => {
    office.add("ECL");
    const { id } = office.book.find("ECL") ?? { id: "" };
    await run(async (context) => {
      const held = context.workbook.worksheets.getItemOrNullObject(id);
      expect(() => held.isNullObject).toThrow("needs a sync");
      Object.assign(office.book.find("ECL") ?? {}, { name: "坏账准备" });
      held.load("name");
      await context.sync();
      expect(held.name).toBe("坏账准备");
      context.workbook.worksheets.getItem("ECL").load("name");
      await expect(context.sync()).rejects.toMatchObject({ code: "ItemNotFound" });
      const named = context.workbook.worksheets.getItem("坏账准备");
      office.delete(office.book.find(id) ?? office.book.active);
      named.load("name");
      await expect(context.sync()).rejects.toMatchObject({ code: "ItemNotFound" });
    });
  });

  it("knows nothing that Excel might not have", async () => {
    await run((context) => {
      expect(() => Reflect.get(context.workbook, "everything")).toThrow("knows no workbook.everything");
      expect(() => Reflect.set(context.workbook, "everything", 1)).toThrow("cannot be set");
      return Promise.resolve();
    });
  });
});
