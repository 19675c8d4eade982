import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { a1 } from "../../src/workbook/address.ts";
import { RedoCommand, RemoveSheetMutation } from "../../src/workbook/embedded/engine.ts";
import { placeOfPin } from "../../src/workbook/embedded/saved-pins.ts";
import { placedCharts } from "../../src/workbook/embedded/sheet-extras.ts";
import { snapshotOf } from "../../src/workbook/embedded/xlsx-open.ts";
import { xlsxOf } from "../../src/workbook/embedded/xlsx-save.ts";
import { markFills } from "../../src/workbook/mark.ts";
import type { MarkKind, SheetPlan } from "../../src/workbook/port.ts";
import { plannedSheetContract } from "../contract/planned-sheet-contract.ts";
import { blockAt, HeadlessWorkbook } from "../support/engine.ts";

/** The parts of the file as text, without the times of writing. */
async function partsOf({ engine }: HeadlessWorkbook): Promise<Record<string, string>> {
  const parts = unzipSync(await xlsxOf(engine.save(), engine));
  return Object.fromEntries(Object.entries(parts).map(([path, bytes]) => [path, new TextDecoder().decode(bytes).replace(/<dcterms:.*?<\/dcterms:\w+>/g, "")]));
}

/** The part of a sheet in the file, by the place of the sheet. */
async function sheetXml(host: HeadlessWorkbook, name: string): Promise<string> {
  const index = host.engine.book.getSheets().findIndex((sheet) => sheet.getName() === name);
  return (await partsOf(host))[`xl/worksheets/sheet${index + 1}.xml`] ?? "";
}

const idOf = ({ engine }: HeadlessWorkbook, sheet: string) => engine.book.getSheetBySheetName(sheet)?.getSheetId() ?? "";

async function insertsRow(host: HeadlessWorkbook, sheet: string, before: number): Promise<void> {
  const { engine } = host;
  const range = { startRow: before, endRow: before, startColumn: 0, endColumn: 25 };
  await engine.runLater("sheet.command.insert-row", { unitId: engine.unitId, subUnitId: idOf(host, sheet), direction: 0, range });
  await engine.calculated();
}

async function chartsOf({ engine }: HeadlessWorkbook, sheet: string) {
  const { snapshot } = await snapshotOf(await xlsxOf(engine.save(), engine));
  const data = Object.values(snapshot.sheets).find(({ name }) => name === sheet) ?? {};
  return placedCharts(data, placeOfPin(snapshot)).map(({ kind, title, categories, series, place }) => ({
    kind,
    title,
    categories: a1(categories),
    series: series.map(({ name, values, hidden = false }) => ({ name, values: a1(values), hidden })),
    place: a1(place),
  }));
}

async function named(host: HeadlessWorkbook, name: string): Promise<string | undefined> {
  const workbook = (await partsOf(host))["xl/workbook.xml"] ?? "";
  return new RegExp(`<definedName name="${name}">([^<]*)<`).exec(workbook)?.[1]?.replaceAll("$", "");
}

plannedSheetContract(() => {
  const host = new HeadlessWorkbook();
  const { engine, workbook } = host;
  return Promise.resolve({
    workbook,
    person: {
      insertsRow: (sheet: string, before: number) => insertsRow(host, sheet, before),
      async deletesSheet(name: string) {
        engine.run(RemoveSheetMutation.id, { unitId: engine.unitId, subUnitId: idOf(host, name), subUnitName: name });
      },
    },
    seen: {
      async frozen(sheet: string) {
        const { ySplit = 0, xSplit = 0 } = engine.book.getSheetBySheetName(sheet)?.getFreeze() ?? {};
        return [ySplit, xSplit];
      },
      async printed(sheet: string) {
        const xml = await sheetXml(host, sheet);
        const titles = /"_xlnm.Print_Titles" localSheetId="1">[^<]*!([^<]*)</.exec((await partsOf(host))["xl/workbook.xml"] ?? "");
        return { titleRows: titles?.[1] ?? "", wide: Number(/fitToWidth="(\d+)" fitToHeight="0"/.exec(xml)?.[1]), orientation: /orientation="(\w+)"/.exec(xml)?.[1] ?? "" };
      },
      named: (name: string) => named(host, name),
      charts: (sheet: string) => chartsOf(host, sheet),
      async mark(sheet: string, cell: string) {
        const { row, column } = blockAt(cell);
        const look = engine.book.getSheetBySheetName(sheet)?.getCell(row, column)?.s;
        const fill = typeof look === "object" ? look?.bg?.rgb : undefined;
        return (Object.keys(markFills) as MarkKind[]).find((kind) => markFills[kind] === fill);
      },
      async saved() {
        return [engine.save(), await partsOf(host)];
      },
    },
  });
});

const block = (text: string) => blockAt(text);
const workpaper: SheetPlan = {
  name: "减值测试",
  columnWidths: [12],
  rows: [["期间", "现值"], ["2026", 1905.61], ["2027", 1193.96]].map((row) => row.map((value) => ({ value }))),
  printTitleRows: 1,
  names: [{ name: "现值", ...block("B2:B3") }, { name: "首年", ...block("B2") }],
  charts: [{ kind: "column", title: "现值", categories: block("A2:A3"), series: [{ name: "现值", values: block("B2:B3") }], place: block("D2:H10") }],
};

async function opened(plan = workpaper): Promise<HeadlessWorkbook> {
  const host = new HeadlessWorkbook();
  await host.workbook.write({ sheets: [plan] });
  return host;
}

describe("a workpaper in the built-in workbook", () => {
  it("has its chart follow rows inserted above, and grow with rows inserted within", async () => {
    const host = await opened();
    await insertsRow(host, "减值测试", 0);
    await insertsRow(host, "减值测试", 3);
    expect(await chartsOf(host, "减值测试")).toMatchObject([{ categories: "A3:A5", series: [{ values: "B3:B5" }], place: "D3:H12" }]);
    host.engine.undo();
    expect(await chartsOf(host, "减值测试")).toMatchObject([{ categories: "A3:A4", series: [{ values: "B3:B4" }], place: "D3:H11" }]);
  });

  it("prints the same title rows after rows have been inserted above them", async () => {
    const host = await opened();
    await insertsRow(host, "减值测试", 0);
    expect((await partsOf(host))["xl/workbook.xml"]).toContain("减值测试!$2:$2<");
  });

  it("comes back with chart and names when its undoing is undone", async () => {
    const host = await opened();
    host.engine.undo();
    expect(await named(host, "首年")).toBeUndefined();
    expect(Object.keys(await partsOf(host)).filter((path) => path.includes("chart"))).toEqual([]);
    host.engine.run(RedoCommand.id);
    await host.engine.calculated();
    expect(await named(host, "首年")).toBe("减值测试!B2");
    expect(await chartsOf(host, "减值测试")).toHaveLength(1);
  });

  it("keeps its names in a file, and on their cells after that", async () => {
    const host = await opened();
    const { engine } = host;
    engine.open((await snapshotOf(await xlsxOf(engine.save(), engine))).snapshot);
    expect(await host.workbook.namedRanges()).toEqual([
      { name: "现值", kind: "name", range: { sheet: "减值测试", ...block("B2:B3") } },
      { name: "首年", kind: "name", range: { sheet: "减值测试", ...block("B2") } },
    ]);
    await insertsRow(host, "减值测试", 1);
    expect(await named(host, "现值")).toBe("减值测试!B3:B4");
    expect(await chartsOf(host, "减值测试")).toMatchObject([{ series: [{ values: "B3:B4" }], place: "D3:H11" }]);
  });

  it("is undone with its names after a person has done something else", async () => {
    const host = new HeadlessWorkbook();
    const written = await host.workbook.write({ sheets: [workpaper] });
    await host.enter({ A1: 5 });
    expect(await written.undo()).toBe(true);
    expect(await named(host, "首年")).toBeUndefined();
  });

  it("leaves its data the same in memory when marks have come and gone", async () => {
    const host = await opened();
    const before = host.engine.save();
    await host.workbook.showMarks([{ range: { sheet: "减值测试", ...block("A1:B3") }, kind: "break" }]);
    expect(host.engine.save()).toEqual(before);
    await host.workbook.showMarks([]);
    expect(host.engine.save()).toEqual(before);
  });

  it("shows no marks of another workbook", async () => {
    const host = await opened();
    await host.workbook.showMarks([{ range: { sheet: "Sheet1", ...block("A1") }, kind: "break" }]);
    host.open();
    expect(host.engine.book.getSheetBySheetName("Sheet1")?.getCell(0, 0)?.s).toBeUndefined();
  });

  it("tells no listener of marks, which change no value", async () => {
    const host = await opened();
    let heard = 0;
    host.workbook.onChanged(() => (heard += 1));
    await host.workbook.showMarks([{ range: { sheet: "Sheet1", ...block("A1") }, kind: "note" }]);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(heard).toBe(0);
  });
});
