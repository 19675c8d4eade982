import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Decimal } from "../../src/core/decimal.ts";
import { numberText, percentText } from "../../src/pane/number-format.ts";
import { waterfall } from "../../src/pane/impairment/chart/waterfall.ts";
import { impairmentTest2025 } from "../../src/samples/impairment-test-2025.ts";
import type { UnitEvaluation } from "../../src/workflows/impairment/evaluation.ts";
import type { ImpairmentTest } from "../../src/workflows/impairment/state.ts";
import { evaluatedSample } from "../samples/evaluated-sample.ts";
import { there } from "../workflows/impairment/linked-book.ts";
import { expectDrawn, ImpairmentRoom } from "./support/impairment-room.ts";
import { type Visit, visit } from "./support/visit.ts";

const { units } = evaluatedSample(impairmentTest2025);
const used = units.filter(({ valueInUse }) => valueInUse);
const figure = (value: unknown) => (value instanceof Decimal ? numberText(value, 2) : "—");

let visitor: Visit;
const wizard = () => new ImpairmentRoom(visitor.page, "zh-CN");

beforeAll(async () => {
  visitor = await visit({ locale: "zh-CN" });
  await wizard().arrive(visitor.address);
});

afterAll(async () => {
  expect(visitor.errors).toEqual([]);
  await visitor.end();
});

/** The ends of a bar, or of one too short to be a rectangle, as drawn and as they must be. */
function expectBar(drawn: readonly (readonly [number, number])[], points: readonly number[], ends: readonly Decimal[], axis: number): void {
  const [from, to] = [Decimal.min(...ends).toNumber(), Decimal.max(...ends).toNumber()];
  const near = (shown: number, expected: number) => Math.abs(shown - expected) <= axis * 1e-9;
  const found = from === to ? points.some((point) => near(point, from)) : drawn.some(([start, end]) => near(start, from) && near(end, to));
  expect(found, `${from} to ${to} in ${JSON.stringify([drawn, points])}`).toBe(true);
}

const longest = (values: readonly Decimal[]) => Decimal.max(...values.map((value) => value.abs())).toNumber();

/** Every cell of the map is its figure and on its side of zero, under its column and beside its rate; the present one is marked. */
async function expectMap(unit: UnitEvaluation): Promise<void> {
  const map = there(unit.headroomMap());
  const shown = () => wizard().chart("map").locator("tbody tr").evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll("td")].map((cell) => [cell.textContent, cell.getAttribute("data-headroom"), cell.hasAttribute("data-present")])));
  const { rate, growth = new Decimal(0) } = there(unit.valueInUse?.terms);
  const present = map.across === "growth" ? growth : new Decimal(0);
  await expect.poll(shown).toEqual(map.cells.map((cells, row) => cells.map((cell, column) => [figure(cell), cell instanceof Decimal ? (cell.lt(0) ? "below" : "above") : null, there(map.rates[row]).eq(rate) && there(map.columns[column]).eq(present)])));
  expect(await wizard().chart("map").locator("tbody th").allTextContents()).toEqual(map.rates.map((each) => percentText(each)));
  const [corner, ...heads] = await wizard().chart("map").locator("thead th").allTextContents();
  expect(corner).toBe(map.across === "growth" ? wizard().texts.chart.rateAndGrowth : wizard().texts.chart.rateAndFlows);
  expect(heads).toEqual(map.columns.map((each) => `${map.across === "flows" && each.gt(0) ? "+" : ""}${percentText(each)}`));
}

describe("what the pane draws of the sample of 2025", () => {
  it.each(used.map((unit) => [unit.unit.name, unit] as const))("is the bridge of the value of %s, bar by bar, with its figures beside it", async (name, unit) => {
    await wizard().show("result");
    await wizard().showUnit(name);
    const bars = waterfall(unit.bridge);
    await expect.poll(async () => (await wizard().drawnRows("bridge")).map((row) => row.figure)).toEqual(unit.bridge.map(({ value }) => figure(value)));
    const axis = longest(bars.flatMap(({ start, end }) => [start, end]));
    for (const [index, { bars: drawn, points }] of (await wizard().drawnRows("bridge")).entries()) {
      const { start, end } = there(bars[index]);
      expectBar(drawn, points, [start, end], axis);
    }
  });

  it.each(used.map((unit) => [unit.unit.name, unit] as const))("is the tornado of %s, each lever from the present headroom to where it is moved", async (name, unit) => {
    await wizard().show("sensitivity");
    await wizard().showUnit(name);
    const entries = unit.tornado();
    await expect.poll(async () => (await wizard().drawnRows("tornado")).map((row) => row.figure)).toEqual(entries.map(({ critical }) => (critical instanceof Decimal ? percentText(critical, 2) : wizard().texts.chart.noCritical)));
    const known = (value: unknown) => (value instanceof Decimal ? [value] : []);
    const axis = longest(entries.flatMap(({ low, high, base }) => [...known(low), ...known(high), base]));
    for (const [index, { label, bars, points, mark }] of (await wizard().drawnRows("tornado")).entries()) {
      const { lever, low, high, base } = there(entries[index]);
      expect(label).toBe(wizard().words.levers[lever]);
      for (const end of [...known(low), ...known(high)]) expectBar(bars, points, [base, end], axis);
      expectDrawn(mark, base.toNumber(), axis);
    }
    const ends = (end: string) => wizard().chart("tornado").locator(`[data-end="${end}"] > span:last-child`).allTextContents();
    expect([await ends("low"), await ends("high")]).toEqual([entries.map(({ low }) => figure(low)), entries.map(({ high }) => figure(high))]);
  });

  it.each(used.map((unit) => [unit.unit.name, unit] as const))("is the headroom map of %s: every cell its figure, its side of zero, and one of them the present", async (name, unit) => {
    await wizard().show("sensitivity");
    await wizard().showUnit(name);
    await expectMap(unit);
    expect(await wizard().chart("map").locator("td[data-present]").count()).toBe(1);
    const fills = await wizard().chart("map").locator("td[data-headroom]").evaluateAll((cells) => cells.map((cell) => [cell.getAttribute("data-headroom"), getComputedStyle(cell).backgroundColor]));
    const colours = new Map(fills.map(([side, colour]) => [colour, side]));
    for (const [side, colour] of fills) expect(colours.get(colour ?? "")).toBe(side);
  });

  it("is the map of rates and growths, and a tornado with growth among its levers, of a unit whose flows go on for ever", async () => {
    const forever = (test: ImpairmentTest): ImpairmentTest => ({ ...test, units: test.units.map((unit) => (unit.id === "u2" ? { ...unit, forecast: { ...unit.forecast, perpetuity: true } } : unit)) });
    const unit = there(evaluatedSample(impairmentTest2025, forever).units.find(({ unit: { id } }) => id === "u2"));
    expect([unit.headroomMap()?.across, unit.tornado().map(({ lever }) => lever)]).toEqual(["growth", expect.arrayContaining(["growth"])]);
    const forEver = () => wizard().room.getByRole("checkbox", { name: wizard().texts.forecast.perpetuity });
    await wizard().show("forecast");
    await wizard().showUnit(unit.unit.name);
    await forEver().check();
    await wizard().show("sensitivity");
    await expectMap(unit);
    await expect.poll(async () => (await wizard().drawnRows("tornado")).map(({ label }) => label)).toEqual(unit.tornado().map(({ lever }) => wizard().words.levers[lever]));
    await wizard().show("forecast");
    await forEver().uncheck();
  });

  it("is last year's forecast of unit 1 as ranges, a single figure as a line, and what came across them", async () => {
    const [unit] = used;
    const rows = there(unit?.backTest);
    await wizard().show("back-test");
    await wizard().showUnit(there(unit).unit.name);
    await expect.poll(async () => (await wizard().drawnRows("back-test")).map(({ label }) => label)).toEqual(rows.map(({ label }) => label));
    const drawn = await wizard().drawnRows("back-test");
    for (const [index, { bars, points, mark }] of drawn.entries()) {
      const { low, high, actual } = there(rows[index]);
      const axis = longest([low, high, actual]);
      expectBar(bars, points, [low, high], axis);
      expectDrawn(mark, actual.toNumber(), axis);
    }
    expect(drawn.map(({ figure: text }) => text)).toEqual(["363,096.46在区间内", "1.37%低 0.48 个百分点", "81.10%高 15.88 个百分点", "50.40%高 1.11 个百分点", "62.70%低 7.00 个百分点"]);
  });

  it("is the same for those who cannot see it: every chart is a table with a name and heads", async () => {
    for (const [step, charts] of [["result", ["bridge"]], ["sensitivity", ["tornado", "map"]], ["back-test", ["back-test"]]] as const) {
      await wizard().show(step);
      for (const name of charts) {
        const table = wizard().chart(name).getByRole("table");
        await table.waitFor();
        expect(await table.locator("thead th").count()).toBeGreaterThan(1);
        expect(await table.locator('tbody th[scope="row"]').count()).toBe(await table.locator("tbody tr").count());
        expect(await wizard().chart(name).locator("svg:not([aria-hidden])").count()).toBe(0);
      }
    }
  });
});
