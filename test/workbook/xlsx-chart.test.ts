import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { IWorkbookData } from "../../src/workbook/embedded/engine.ts";
import { pinsIn, placeOfPin, pinsResource } from "../../src/workbook/embedded/saved-pins.ts";
import { placedCharts, placedTitleRows } from "../../src/workbook/embedded/sheet-extras.ts";
import { snapshotOf } from "../../src/workbook/embedded/xlsx-open.ts";
import { xlsxOf } from "../../src/workbook/embedded/xlsx-save.ts";
import { chartBook, chartPlan } from "../support/chart-book.ts";
import { nothingSpilled } from "../support/sample-book.ts";

const saved = (book = chartBook()) => xlsxOf(book, nothingSpilled);
const text = (bytes: Uint8Array, part: string) => new TextDecoder().decode(unzipSync(bytes)[part]);
const withPart = (bytes: Uint8Array, part: string, change: (xml: string) => string) => zipSync({ ...unzipSync(bytes), [part]: strToU8(change(text(bytes, part))) });

/** The charts of every sheet, as far as a reader of the workbook sees them. */
const chartsOf = (book: IWorkbookData) => book.sheetOrder.map((id) => placedCharts(book.sheets[id] ?? {}, placeOfPin(book)));
const onSheet = <T extends object>(block: T) => ({ sheet: chartPlan.name, ...block });
const planned = (chartPlan.charts ?? []).map((chart) => ({
  ...chart,
  categories: onSheet(chart.categories),
  series: chart.series.map((series) => ({ ...series, values: onSheet(series.values) })),
  place: onSheet(chart.place),
}));

/** Moves a block as inserted rows would. */
function movedDown(book: IWorkbookData, rows: number): IWorkbookData {
  const [resource] = book.resources?.filter(({ name }) => name === pinsResource) ?? [];
  const pins = [...pinsIn(resource?.data ?? "")].map(([name, pin]) => [name, pin && { ...pin, row: pin.row + rows }]);
  return { ...book, resources: [{ name: pinsResource, data: JSON.stringify(pins) }] };
}

describe("the charts of a workpaper in a file", () => {
  it("are those of the plan when it is opened again, however often, and none is said to be lost", async () => {
    const once = await snapshotOf(await saved());
    expect(chartsOf(once.snapshot)).toEqual([[], planned, []]);
    expect(once.notKept).toEqual([]);
    expect(chartsOf((await snapshotOf(await saved(once.snapshot))).snapshot)).toEqual([[], planned, []]);
  });

  it("hold the figures of their cells, for readers that do not calculate", async () => {
    const xml = text(await saved(), "xl/charts/chart1.xml");
    expect(xml).toContain("<c:f>'使用价值 Q&amp;A''s'!$A$2:$A$5</c:f><c:strCache><c:ptCount val=\"4\"/><c:pt idx=\"0\"><c:v>2026</c:v></c:pt>");
    expect(xml).toContain('<c:numCache><c:formatCode>#,##0.00</c:formatCode><c:ptCount val="4"/><c:pt idx="0"><c:v>21960.5</c:v></c:pt><c:pt idx="1"><c:v>370.25</c:v></c:pt>');
  });

  it("show each the figures of their own sheet", async () => {
    const book = chartBook("a", "b");
    Object.assign(book.sheets["b"]?.cellData?.[1] ?? {}, { 2: { v: 1193.96, t: 2 } });
    const bytes = await saved(book);
    const first = (part: number) => /<c:v>增加<\/c:v>[^]*?<c:numCache>[^]*?<c:pt idx="0"><c:v>([^<]*)</.exec(text(bytes, `xl/charts/chart${part}.xml`))?.[1];
    expect([first(1), first(6)]).toEqual(["21960.5", "1193.96"]);
    expect(chartsOf((await snapshotOf(bytes)).snapshot).map((charts) => charts.length)).toEqual([5, 5, 0]);
  });

  it("leave the base of a waterfall unseen, in its column and in the legend", async () => {
    const xml = text(await saved(), "xl/charts/chart1.xml");
    expect(xml.match(/<c:tx><c:v>[^<]*<\/c:v><\/c:tx><c:spPr><a:noFill\/>/g)).toEqual(["<c:tx><c:v>基数</c:v></c:tx><c:spPr><a:noFill/>"]);
    expect(xml).toContain('<c:legendEntry><c:idx val="0"/><c:delete val="1"/></c:legendEntry>');
  });

  it("have no title where none is planned, though Excel would name a single series in its place", async () => {
    const [titled, untitled] = [text(await saved(), "xl/charts/chart2.xml"), text(await saved(), "xl/charts/chart5.xml")];
    expect(titled).toContain('<c:autoTitleDeleted val="0"/>');
    expect(untitled).toContain('<c:autoTitleDeleted val="1"/>');
  });

  it("follow their cells", async () => {
    const [, [first] = []] = chartsOf((await snapshotOf(await saved(movedDown(chartBook(), 3)))).snapshot);
    expect(first?.series[1]?.values).toEqual(onSheet({ row: 4, column: 2, rows: 4, columns: 1 }));
    expect(first?.place.row).toBe(9);
  });

  it("are gone with their cells, and with their sheet", async () => {
    const book = chartBook();
    const pins = [...pinsIn(book.resources?.[0]?.data ?? "")].map(([name, pin]) => [name, pin?.row === 1 && pin.column === 0 ? null : pin]);
    expect(chartsOf({ ...book, resources: [{ name: pinsResource, data: JSON.stringify(pins) }] })).toEqual([[], [], []]);
    const without = { ...chartBook(), sheetOrder: ["a", "c"] };
    expect(Object.keys(unzipSync(await saved(without))).filter((path) => /chart|drawing/.test(path))).toEqual([]);
  });

  it("of another program are lost, and said to be", async () => {
    const foreign = withPart(await saved(), "xl/drawings/drawing2.xml", (xml) => xml.replace('name="Headroom 2"', 'name="Chart 2"'));
    const { snapshot, notKept } = await snapshotOf(foreign);
    expect(chartsOf(snapshot)[1]).toHaveLength(4);
    expect(notKept).toEqual([{ code: "charts", sheets: [chartPlan.name] }]);
  });

  it.each([
    ["</c:barChart>", "</c:barChart><c:lineChart></c:lineChart>"],
    ['<c:grouping val="clustered"/>', '<c:grouping val="percentStacked"/>'],
    [/<c:cat>[^]*?<\/c:cat>/, ""],
  ])("are lost where a person has made of them what we never draw: %s → %s", async (from, to) => {
    const changed = withPart(await saved(), "xl/charts/chart2.xml", (xml) => xml.replace(from, to));
    expect((await snapshotOf(changed)).notKept).toEqual([{ code: "charts", sheets: [chartPlan.name] }]);
  });

  it("are kept from a file that Excel has saved, without the looks they may have got there", async () => {
    const excel = withPart(await saved(), "docProps/app.xml", (xml) => xml.replace("Headroom", "Microsoft Excel"));
    const { snapshot, notKept } = await snapshotOf(excel);
    expect(chartsOf(snapshot)[1]).toEqual(planned);
    expect(notKept).toEqual([{ code: "chart-looks", sheets: [chartPlan.name] }]);
  });
});

describe("the printed page of a workpaper in a file", () => {
  const titleRows = (book: IWorkbookData) => book.sheetOrder.map((id) => placedTitleRows(book.sheets[id] ?? {}, placeOfPin(book)));

  it("repeats the title rows, in landscape, as wide as one page", async () => {
    const bytes = await saved();
    expect(text(bytes, "xl/workbook.xml")).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="1">'使用价值 Q&amp;A''s'!$1:$1</definedName>`);
    expect(text(bytes, "xl/worksheets/sheet2.xml")).toMatch(/<pageSetUpPr fitToPage="1"\/>[^]*<pageSetup[^>]* orientation="landscape"[^>]* fitToWidth="1" fitToHeight="0"/);
  });

  it("is the same when the file is opened again, and follows its rows", async () => {
    const { snapshot } = await snapshotOf(await saved(movedDown(chartBook(), 2)));
    expect(titleRows(snapshot)).toEqual([undefined, onSheet({ row: 2, column: 0, rows: 1, columns: 16_384 }), undefined]);
    expect(text(await saved(snapshot), "xl/worksheets/sheet2.xml")).toContain('orientation="landscape"');
  });
});

it("frozen rows and columns stay frozen in a file", async () => {
  const bytes = await saved();
  expect(text(bytes, "xl/worksheets/sheet2.xml")).toContain('<pane xSplit="2" ySplit="1" topLeftCell="C2" state="frozen" activePane="bottomRight"/>');
  expect((await snapshotOf(bytes)).snapshot.sheets["sheet-2"]?.freeze).toEqual({ xSplit: 2, ySplit: 1, startRow: 1, startColumn: 2 });
});
