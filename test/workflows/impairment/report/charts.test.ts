import { describe, expect, it } from "vitest";
import { Decimal } from "../../../../src/core/decimal.ts";
import { impairmentTest2025 } from "../../../../src/samples/impairment-test-2025.ts";
import type { RangeAddress } from "../../../../src/workbook/address.ts";
import { placeOfPin } from "../../../../src/workbook/embedded/saved-pins.ts";
import { type PlacedChart, placedCharts } from "../../../../src/workbook/embedded/sheet-extras.ts";
import { snapshotOf } from "../../../../src/workbook/embedded/xlsx-open.ts";
import { xlsxOf } from "../../../../src/workbook/embedded/xlsx-save.ts";
import type { Evaluation } from "../../../../src/workflows/impairment/evaluation.ts";
import { standingSheets } from "../../../../src/workflows/impairment/report/writing.ts";
import { known, WrittenBook } from "./written-book.ts";

async function sampleWritten(): Promise<WrittenBook> {
  const book = await WrittenBook.ofSample(impairmentTest2025);
  await book.write();
  return book;
}

/** The charts of the workpaper as they stand in the file. */
async function chartsInFile(book: WrittenBook): Promise<readonly PlacedChart[]> {
  const { snapshot } = await snapshotOf(await xlsxOf(book.host.engine.save(), book.host.engine));
  return Object.values(snapshot.sheets).flatMap((sheet) => placedCharts(sheet, placeOfPin(snapshot)));
}

const drawn = async (book: WrittenBook, range: RangeAddress) => (await book.host.workbook.read(range)).flat().map(({ value }) => value);
const numbers = (cells: readonly unknown[]) => cells.filter((value) => typeof value === "number");
const print = (value: unknown) => (value instanceof Decimal ? value.toFixed(2) : typeof value === "number" ? new Decimal(value).toFixed(2) : "—");

/** The bars and points of each chart as the evaluation has them: one list a series. */
function expectedDrawings({ units }: Evaluation): ReadonlyMap<string, readonly (readonly string[])[]> {
  return new Map<string, readonly (readonly string[])[]>(
    units.flatMap((evaluated) => {
      const { unit, bridge, backTest } = evaluated;
      const [tornado, map] = [evaluated.tornado(), evaluated.headroomMap()];
      return [
        [`${unit.name} 价值构成`, [bridge.filter(({ kind }) => kind === "value-in-use" || kind === "headroom").map(({ value }) => print(value))]],
        [`${unit.name} 单项假设变动`, [tornado.map(({ low }) => print(low)), tornado.map(({ high }) => print(high))]],
        [`${unit.name} 不同折现率`, (map?.columns ?? []).map((_, column) => (map?.cells ?? []).map((cells) => print(cells[column])))],
        [`${unit.name} 以预测区间`, [(backTest ?? []).map(({ low, high, actual }) => print(actual.times(2).div(low.plus(high))))]],
      ] satisfies (readonly [string, readonly (readonly string[])[]])[];
    }),
  );
}

async function disagreeingCharts(book: WrittenBook): Promise<readonly string[]> {
  const expected = expectedDrawings((await book.paper()).evaluation);
  const wrong: string[] = [];
  for (const { title, series } of await chartsInFile(book)) {
    const lists = known([...expected].find(([start]) => title.startsWith(start)))[1];
    const shown = await Promise.all(series.map(async ({ values }) => numbers(await drawn(book, values)).map(print)));
    const held = title.includes("价值构成") ? [known(shown.at(-1)).filter((value) => value !== "0.00")] : title.includes("以预测区间") ? shown.slice(2) : shown;
    if (JSON.stringify(held) !== JSON.stringify(lists)) wrong.push(`${title}: ${JSON.stringify(held)} instead of ${JSON.stringify(lists)}`);
  }
  return wrong;
}

describe("the charts of a written workpaper", () => {
  it("draw from the file the figures of the evaluation: bridge, tornado, headroom, last forecast", async () => {
    const book = await sampleWritten();
    expect((await chartsInFile(book)).map(({ kind }) => kind)).toEqual(["column-stacked", "column-stacked", "bar", "line", "bar", "line", "column"]);
    expect(await disagreeingCharts(book)).toEqual([]);
  });

  it("follow their cells through rows a person puts between, and show new figures once it is written again", async () => {
    const book = await sampleWritten();
    for (const role of ["value-in-use", "sensitivity", "back-test"] as const) {
      const { sheet, row } = known((await standingSheets(book.host.workbook, book.report)).get(role)).range;
      const id = book.host.engine.book.getSheetBySheetName(sheet)?.getSheetId() ?? "";
      await book.host.changeLines("insert-row", row + 5, 2, id);
    }
    await book.retype("u1/carrying", 23609.93);
    await book.write();
    expect(await chartsInFile(book)).toHaveLength(7);
    expect(await disagreeingCharts(book)).toEqual([]);
  });

  it("never keep the name of a unit or of a step that has changed: such a sheet comes anew", async () => {
    const book = await sampleWritten();
    const { test } = await book.paper();
    const renamed = test.units.map((unit, index) => (index === 1 ? { ...unit, name: "焙烧线" } : unit));
    book.of({ ...test, units: renamed, sensitivity: { ...test.sensitivity, flows: ["-0.2", "-0.1", "0", "0.1", "0.2"] } });
    await book.write();
    const standing = await standingSheets(book.host.workbook, book.report);
    const now = new Set([...standing.values()].map(({ range }) => range.sheet));
    const charts = (await chartsInFile(book)).filter(({ place }) => now.has(place.sheet));
    expect(charts.map(({ title }) => title.split(" ").slice(0, 2).join(" ")).toSorted()).toEqual(["焙烧线 价值构成", "焙烧线 不同折现率下的差额", "焙烧线 单项假设变动后的差额（按未舍入的现值）", ...Array.from({ length: 4 }, () => "资产组 1")].toSorted());
    expect(charts.filter(({ kind }) => kind === "line").flatMap(({ series }) => series.map(({ name }) => name))).toEqual(Array.from({ length: 2 }, () => ["-20%", "-10%", "0%", "10%", "20%"]).flat());
  });
});
