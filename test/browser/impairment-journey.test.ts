import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Decimal } from "../../src/core/decimal.ts";
import { numberText } from "../../src/pane/number-format.ts";
import { waterfall } from "../../src/pane/impairment/chart/waterfall.ts";
import { itemSlot } from "../../src/workflows/impairment/slot.ts";
import { LinkedBook } from "../workflows/impairment/linked-book.ts";
import { expectDrawn, ImpairmentRoom } from "./support/impairment-room.ts";
import { Keyboard } from "./support/keyboard.ts";
import { Sheet } from "./support/sheet.ts";
import { type Visit, visit } from "./support/visit.ts";

const years = ["2026", "2027", "2028", "2029", "2030"];
const forecast = [
  ["营业收入", 9000, 9500, 9800, 10000, 10100],
  ["营业成本", 6000, 6300, 6500, 6600, 6650],
  ["折旧和摊销", 500, 500, 500, 500, 500],
  ["资本性支出", 400, 400, 400, 400, 400],
] as const;
const data = [["账面价值", 12000], ["年度", ...years.map((year) => `${year}年度`)], ...forecast, ["折现率", 0.02, 0.082], ["公允价值", 9000], ["处置费用", 120], ["营运资金", 800], ["上年预测", 3000], ["实际", 2900]];

/** The same test without the pane: what it has to show. */
function expected(carrying: number) {
  const book = new LinkedBook();
  const unit = book.unit("资产组 1");
  book.figure(unit, "carrying", carrying).total("carrying-total", carrying).figure(unit, "years", years).figure(unit, "rate-parts", [0.02, 0.082]).figure(unit, "base-working-capital", 800);
  for (const [index, kind] of (["revenue", "cost", "depreciation", "maintenance-capex"] as const).entries()) book.row(unit, kind, String(forecast[index]?.[0]), forecast[index]?.slice(1) ?? []);
  book.figure(unit, "fair-value", 9000).figure(unit, "disposal-costs", 120);
  expect(book.test.links[itemSlot(unit, "row", "i2")]).toBeDefined();
  return book.evaluated(unit);
}

const money = (value: Decimal | undefined) => (value ? numberText(value, 2) : "—");

let visitor: Visit;
let keys: Keyboard;
const room = () => visitor.page.locator("#headroom-room-impairment");
const heading = (name: string) => room().getByRole("heading", { name, level: 3, exact: true });

/** Links a field by typing the address of its cells. */
async function link(name: string | RegExp, address: string): Promise<void> {
  await keys.fill(name, address);
  await keys.press("Enter");
  await expect.poll(() => room().locator(`input[value$="!${address}"]`).count()).toBeGreaterThan(0);
}

async function next(step: string): Promise<void> {
  await keys.enter(`Next: ${step}`);
  await heading(step).waitFor();
  await expect.poll(() => keys.focused()).toBe(step);
}

const drawing = () => new ImpairmentRoom(visitor.page, "en-US");

/** Every bar of the bridge begins where the one before it ended, or at zero where it is a result, and is as long as its value. */
async function expectBridge(carrying: number): Promise<void> {
  const bars = waterfall(expected(carrying).bridge);
  const most = Math.max(...bars.map(({ start, end }) => Decimal.max(start.abs(), end.abs()).toNumber()));
  for (const [index, { bars: [bar], points: [point] }] of (await drawing().drawnRows("bridge")).entries()) {
    const ends = [bars[index]?.start.toNumber() ?? Number.NaN, bars[index]?.end.toNumber() ?? Number.NaN];
    expectDrawn(bar?.[0] ?? point, Math.min(...ends), most);
    expectDrawn(bar?.[1] ?? point, Math.max(...ends), most);
  }
}

/** F6 until the grid has the keyboard. */
async function toGrid(): Promise<void> {
  await expect
    .poll(async () => {
      await keys.press("F6");
      return visitor.page.evaluate(() => document.querySelector("#grid")?.contains(document.activeElement) ?? false);
    })
    .toBe(true);
}

/** From wherever it is to the top of the pane. */
async function toPane(): Promise<void> {
  await toGrid();
  await keys.press("F6");
}

/** Goes down the second column of a sheet of the workpaper to a label, and to the figure beside it. */
async function figureBeside(label: string): Promise<string> {
  const said = () => new Sheet(visitor.page).saidNow();
  await keys.press("Control+Home", "ArrowRight");
  for (let row = 0; row < 40 && !(await said()).includes(label); row++) {
    const before = await said();
    await keys.press("ArrowDown");
    await expect.poll(said).not.toBe(before);
  }
  await keys.press("ArrowRight", "ArrowRight", "ArrowRight");
  await expect.poll(said).toMatch(/^E\d+/);
  return said();
}

beforeAll(async () => {
  visitor = await visit({ locale: "en-US" });
  await visitor.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await visitor.page.goto(visitor.address);
  await new Sheet(visitor.page).ready();
  keys = new Keyboard(visitor.page);
});

afterAll(async () => {
  await visitor.end();
});

describe("an impairment test from an empty workbook, by keyboard alone", () => {
  it("begins with data that are pasted into the sheet", async () => {
    const text = data.map((row) => row.join("\t")).join("\n");
    await visitor.page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
    await toGrid();
    await keys.press("Control+Home", "Control+v");
    await expect.poll(() => new Sheet(visitor.page).saidNow()).toContain("账面价值");
  });

  it("starts a test in the pane and frames it", async () => {
    await keys.press("F6");
    for (let press = 0; press < 8 && (await keys.focused()) !== "Impairment"; press++) await keys.press("ArrowRight");
    await room().getByRole("heading", { name: "New test" }).waitFor();
    await keys.fill("Name of the test", "Mill 2025");
    await keys.fill("Test date", "2025-12-31");
    await keys.press("Enter");
    await heading("Frame").waitFor();
    await keys.fill("Preparer", "Li");
    await keys.fill("Reviewer", "Wang");
    await next("Indicators");
  });

  it("answers the seven indicators", async () => {
    for (let indicator = 0; indicator < 7; indicator++) {
      await keys.tabTo("Yes");
      await keys.press(indicator === 5 ? "Space" : "ArrowRight");
      if (indicator === 5) await keys.fill("Evidence", "Utilisation fell to 60%");
    }
    await expect.poll(() => room().getByText("Nothing to do in this step.").count()).toBe(1);
    await next("Units and carrying amounts");
  });

  it("adds a unit, links its carrying amount and ties it to the total", async () => {
    await keys.enter("Add a unit");
    await expect.poll(() => keys.focused()).toMatch(/^Name of the unit/);
    await visitor.page.keyboard.insertText("资产组 1");
    await keys.fill("Why its cash inflows", "Sells concentrate at market prices");
    await link(/^Carrying amount\*?$/, "B1");
    await link("Total of the carrying amounts", "B1");
    await next("Methods");
    await next("Cash-flow forecast");
  });

  it("links the forecast: years typed, rows from a selected table", async () => {
    await link("Forecast years", "B2:F2");
    await keys.press("F6", "F6");
    // Below the pasted block, and up again to the first row of the forecast.
    await keys.press("ArrowDown", ...Array<string>(10).fill("ArrowUp"), ...Array<string>(3).fill("Shift+ArrowDown"), ...Array<string>(5).fill("Shift+ArrowRight"), "F6");
    await keys.enter("Add rows from selection A3:F6");
    await expect.poll(() => room().getByRole("listitem", { name: "资本性支出" }).count()).toBe(1);
    await keys.fill("Years that rest on an approved budget", "5");
    await link("Working capital at the test date", "B10");
    await next("Discount rate");
    await link("Components of the discount rate", "B7:C7");
    await expect.poll(() => room().getByRole("row", { name: /Pre-tax rate/ }).textContent()).toContain("10.20%");
    await next("Fair value less costs");
    await link(/^Fair value\*?$/, "B8");
    await link("Costs of disposal", "B9");
  });

  it("shows the result the evaluation has, and its bridge drawn to the same figures", async () => {
    await next("Result");
    const { assessment, loss, headroom, bridge } = expected(12000);
    expect(loss?.gt(0)).toBe(true);
    const row = (name: string) => room().getByRole("row", { name }).first();
    await expect.poll(() => row("Recoverable amount").textContent()).toContain(money(assessment?.recoverable));
    await expect.poll(() => row("Impairment loss").textContent()).toContain(money(loss));
    await expect.poll(() => row("Headroom").textContent()).toContain(money(headroom));
    expect((await drawing().drawnRows("bridge")).map(({ figure }) => figure)).toEqual(bridge.map(({ value }) => money(value)));
    await expectBridge(12000);
  });

  it("goes on to allocation and sensitivity, whose chart and map show the figures of the evaluation", async () => {
    await next("Allocation");
    await next("Sensitivity");
    const evaluated = expected(12000);
    const tornado = await room().locator('[data-chart="tornado"] tbody tr').evaluateAll((rows) => rows.map((each) => [each.getAttribute("data-lever"), each.querySelector('[data-end="low"]')?.textContent, each.querySelector('[data-end="high"]')?.textContent]));
    const figure = (value: unknown) => (value instanceof Decimal ? money(value) : "—");
    expect(tornado.map(([lever]) => lever)).toEqual(evaluated.tornado().map(({ lever }) => lever));
    for (const [index, { low, high }] of evaluated.tornado().entries()) {
      expect(tornado[index]?.[1]).toContain(figure(low));
      expect(tornado[index]?.[2]).toContain(figure(high));
    }
    const cells = await room().locator('[data-chart="map"] tbody tr').evaluateAll((rows) => rows.map((each) => [...each.querySelectorAll("td")].map((cell) => cell.textContent)));
    expect(cells).toEqual(evaluated.headroomMap()?.cells.map((row) => row.map(figure)));
  });

  it("holds last year's forecast against what came, and reviews every paragraph", async () => {
    await next("Back-test");
    await link("Last forecast, low end", "B11");
    await link("What came", "B12");
    await expect.poll(() => room().locator('[data-chart="back-test"] [data-position="below"]').count()).toBe(1);
    await next("Clause review");
    await expect.poll(() => room().getByText("CAS 8, art. 13").count()).toBeGreaterThan(0);
    await next("Workpaper");
  });

  it("writes the workpaper and says the conclusion from its cells", async () => {
    await keys.enter("Write workpaper");
    await room().getByText("The workpaper is up to date.").waitFor();
    const { loss } = expected(12000);
    await expect.poll(() => room().locator('[data-conclusion="en-US"]').textContent()).toContain(money(loss));
    await expect.poll(() => room().locator('[data-conclusion="zh-CN"]').textContent()).toContain("资产组 1");
  });

  it("changes an input cell, and the conclusion, the workpaper and the chart follow", async () => {
    const { loss, assessment, headroom, bridge } = expected(12500);
    const shownBefore = await room().locator('[data-conclusion="en-US"]').textContent();
    expect(shownBefore).toContain(money(expected(12000).loss));
    await toPane();
    await keys.enter(/^3 Units/);
    await heading("Units and carrying amounts").waitFor();
    await keys.enter(/^Go to: Carrying amount$/);
    await toGrid();
    await expect.poll(() => new Sheet(visitor.page).saidNow()).toMatch(/^B1, 12,?000/);
    await visitor.page.keyboard.type("12500", { delay: 15 });
    await keys.press("Enter");
    await expect.poll(() => room().getByText("12,500").count()).toBeGreaterThan(0);

    await toPane();
    await keys.enter(/^13 Workpaper/);
    await heading("Workpaper").waitFor();
    await expect.poll(() => room().locator('[data-conclusion="en-US"]').textContent()).toContain(money(loss));
    await expect.poll(() => room().locator('[data-conclusion="zh-CN"]').textContent()).toContain(money(assessment?.carrying));
    await expect.poll(() => room().getByText("An input or setting has changed since the workpaper was written").count()).toBe(1);

    await keys.enter(/^Result 2025$/);
    await toGrid();
    await expect.poll(async () => (await figureBeside("Impairment loss, computed")).replaceAll(",", "")).toContain(String(loss));

    await toPane();
    await keys.enter(/^8 Result/);
    await heading("Result").waitFor();
    await expect.poll(() => room().getByRole("row", { name: "Headroom" }).first().textContent()).toContain(money(headroom));
    await expect.poll(async () => (await drawing().drawnRows("bridge")).map(({ figure }) => figure)).toEqual(bridge.map(({ value }) => money(value)));
    await expectBridge(12500);
    await toPane();
    await keys.enter(/^13 Workpaper/);
    await keys.enter("Update workpaper");
    await room().getByText("The workpaper is up to date.").waitFor();
    await expect.poll(() => room().locator("[data-disclosure]").textContent()).toContain(money(loss));
  });
});
