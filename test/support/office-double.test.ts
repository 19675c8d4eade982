import { beforeEach, describe, expect, it } from "vitest";
import { OfficeDouble } from "./office-double.ts";

/** The few members these tests use, as the adapter sees them. */
interface Range {
  values: unknown;
  readonly isNullObject: boolean;
  readonly conditionalFormats: { readonly items: ConditionalFormat[]; load(paths: string): void };
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
  readonly charts: { add(type: string, source: object, by: string): Chart };
}
interface Chart {
  readonly legend: { visible: boolean; readonly legendEntries: { getItemAt(index: number): { visible: boolean } } };
}
interface ConditionalFormat {
  readonly type: string;
  readonly custom: { readonly rule: { load(paths: string): void } };
  delete(): void;
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

  it("tells the formula of a conditional format only where it has one, and deletes it for good", async () => {
    office.book.active.conditionalFormats.push({ block: { row: 0, column: 0, rows: 2, columns: 2 }, type: "ColorScale", formula: "", fill: "", priority: 0 });
    await run(async (context) => {
      const { conditionalFormats } = context.workbook.worksheets.getItem("Sheet1").getRange("B2");
      conditionalFormats.load("items/type");
      await context.sync();
      const [format] = conditionalFormats.items;
      expect(format?.type).toBe("ColorScale");
      format?.custom.rule.load("formula");
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
      format?.delete();
      await context.sync();
      format?.delete();
      await expect(context.sync()).rejects.toMatchObject({ code: "ItemNotFound" });
    });
  });

  it("begins a chart with a series for each column of its block, and has entries in a legend only while it is shown", async () => {
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      const chart = sheet.charts.add("Line", sheet.getRange("B2:C4"), "Columns");
      await context.sync();
      expect(office.book.active.charts[0]?.series.map(({ values }) => values)).toEqual(["B2:B4", "C2:C4"]);
      chart.legend.visible = false;
      chart.legend.legendEntries.getItemAt(0).visible = false;
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidOperation" });
      sheet.charts.add("Line", {}, "Columns");
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
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
