import { unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { placeOfPin } from "../../src/workbook/embedded/saved-pins.ts";
import { type PlacedChart, placedCharts, placedTitleRows } from "../../src/workbook/embedded/sheet-extras.ts";
import { snapshotOf, type OpenedFile } from "../../src/workbook/embedded/xlsx-open.ts";
import { xlsxOf } from "../../src/workbook/embedded/xlsx-save.ts";
import { chartBook, chartPlan } from "../support/chart-book.ts";
import { throughLibreOffice } from "../support/libre-office.ts";
import { nothingSpilled } from "../support/sample-book.ts";

describe("the charts of a workpaper opened and saved by LibreOffice", () => {
  let bytes: Uint8Array;
  let after: OpenedFile;
  let charts: PlacedChart[];
  beforeAll(async () => {
    bytes = throughLibreOffice(await xlsxOf(chartBook(), nothingSpilled));
    after = await snapshotOf(bytes);
    charts = placedCharts(after.snapshot.sheets["sheet-2"] ?? {}, placeOfPin(after.snapshot));
  }, 120_000);

  it.each((chartPlan.charts ?? []).map((chart, index) => ({ index, chart })))("are drawn from the same cells: $chart.kind $chart.title", ({ index, chart }) => {
    const { kind, title, categories, series } = charts[index] ?? {};
    const onSheet = (block: object) => ({ sheet: chartPlan.name, ...block });
    expect({ kind, title, categories }).toEqual({ kind: chart.kind, title: chart.title, categories: onSheet(chart.categories) });
    expect(series?.map(({ name, values, hidden = false }) => ({ name, values, hidden }))).toEqual(chart.series.map(({ name, values, hidden = false }) => ({ name, values: onSheet(values), hidden })));
  });

  it("show the figures that stand in the cells", () => {
    const xml = new TextDecoder().decode(unzipSync(bytes)["xl/charts/chart1.xml"]);
    expect(xml).toContain("<c:v>21960.5</c:v>");
    expect(xml).toContain("<c:v>处置费用</c:v>");
  });

  it("repeat the title rows on each printed page", () => {
    expect(placedTitleRows(after.snapshot.sheets["sheet-2"] ?? {}, placeOfPin(after.snapshot))).toMatchObject({ row: 0, rows: 1 });
  });
});
