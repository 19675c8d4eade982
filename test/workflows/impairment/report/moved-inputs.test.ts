import { describe, expect, it } from "vitest";
import type { CellValue } from "../../../../src/workbook/port.ts";
import { readConclusion } from "../../../../src/workflows/impairment/report/conclusion.ts";
import { itemSlot, type Slot, type UnitSlot, unitSlot } from "../../../../src/workflows/impairment/slot.ts";
import { LinkedBook, unitInUse } from "../linked-book.ts";
import { disagreements } from "./expected-figures.ts";
import { randomBook } from "./random-book.ts";
import { type Figures, known, linkedIn, WrittenBook } from "./written-book.ts";

async function writtenOf(linked: LinkedBook): Promise<WrittenBook> {
  const book = new WrittenBook();
  book.of(await linkedIn(book, linked));
  await book.write();
  return book;
}

/** The workpaper after other figures were typed into a linked block. */
async function afterTyping(book: WrittenBook, slot: Slot, cells: readonly CellValue[]): Promise<Figures> {
  const { sheet, row, column, columns } = await book.blockOf(slot);
  const across = columns > 1 || cells.length === 1;
  await book.host.workbook.write({ blocks: [{ sheet, row, column, cells: across ? [cells.map((value) => ({ value }))] : cells.map((value) => [{ value }]) }] });
  await book.host.engine.calculated();
  return book.figures();
}

/** A unit whose recoverable amount is one cell of fair value, with nothing else to it. */
function idleUnit(book: LinkedBook, carrying: readonly number[], fairValue: number) {
  const unit = book.unit(`资产组 ${book.test.units.length + 1}`, { use: "idle" });
  book.figure(unit, "carrying", carrying).figure(unit, "fair-value", fairValue);
  return unit;
}

describe("figures reported elsewhere", () => {
  it("break in the workpaper where they break in the evaluation, at the very tolerance too", async () => {
    const linked = new LinkedBook();
    const unit = idleUnit(linked, [100], 40);
    linked.figure(unit, "reported-carrying", 100.01);
    const book = await writtenOf(linked);
    expect((await book.paper()).evaluation.units[0]?.reported[0]?.tie.status).toBe("BREAK");
    expect((await book.figures()).check("result", "u1.carrying")).toBe(0.01);
  });

  it("give the loss that is recognised only as long as they tie, whichever way the inputs move", async () => {
    const linked = new LinkedBook();
    const unit = idleUnit(linked, [100], 40);
    linked.figure(unit, "reported-loss", 60.01);
    const book = await writtenOf(linked);
    const said = async (slot: UnitSlot, value: number) => {
      const figures = await afterTyping(book, unitSlot(unit, slot), [value]);
      const { evaluation } = await book.paper();
      expect(disagreements(figures, evaluation)).toEqual([]);
      return [figures.value("result", "u1.recognised"), figures.check("result", "u1.recognised"), evaluation.units[0]?.reported[0]?.tie.status];
    };
    expect(await said("carrying", 100)).toEqual([60.01, 0, "TAIL"]);
    expect(await said("carrying", 101)).toEqual([61, -0.99, "BREAK"]);
    expect(await said("carrying", 100.01)).toEqual([60.01, 0, "OK"]);
    // No loss has no tail from two printed figures.
    expect(await said("fair-value", 100.01)).toEqual([0, 60.01, "BREAK"]);
    expect(await said("reported-loss", 0.01)).toEqual([0, 0.01, "BREAK"]);
    expect(await said("fair-value", 100.02)).toEqual([0, 0.01, "BREAK"]);
  });

  it("are followed once they tie, though they did not when the workpaper was written", async () => {
    const linked = new LinkedBook();
    const unit = idleUnit(linked, [100], 100);
    linked.figure(unit, "reported-loss", 60.01);
    const book = await writtenOf(linked);
    expect((await book.figures()).value("result", "u1.recognised")).toBe(0);
    const figures = await afterTyping(book, unitSlot(unit, "fair-value"), [40]);
    expect([figures.value("result", "u1.recognised"), figures.check("result", "u1.recognised")]).toEqual([60.01, 0]);
    expect(disagreements(figures, (await book.paper()).evaluation)).toEqual([]);
  });
});

describe("the total of the units", () => {
  it("may miss the printed one by the tails of as many cells as are added, as in the evaluation", async () => {
    const linked = new LinkedBook();
    idleUnit(linked, [10, 20, 30], 60);
    linked.total("carrying-total", 60.01);
    const book = await writtenOf(linked);
    const check = async (total: number) => {
      const figures = await afterTyping(book, "carrying-total", [total]);
      const [tie] = (await book.paper()).evaluation.findings.flatMap(({ facts }) => (facts.code === "units-tie" ? [facts.status] : []));
      return [figures.check("units", "total-tie"), tie];
    };
    expect(await check(60.01)).toEqual([0, "TAIL"]);
    expect(await check(60.02)).toEqual([0.02, "BREAK"]);
    expect(await check(59.99)).toEqual([0, "TAIL"]);
  });
});

describe("amounts rounded to tens", () => {
  it.each([11, 12])("have a workpaper without an error in any check: test %i", async (seed) => {
    const book = await writtenOf(randomBook(seed, { digits: -1, valueDigits: -1 }));
    const figures = await book.figures();
    expect(disagreements(figures, (await book.paper()).evaluation)).toEqual([]);
    expect(figures.checks().filter(([, value]) => typeof value !== "number")).toEqual([]);
  });
});

describe("a figure that is no number any more", () => {
  it("turns a check beside every linked line that the result is made from", async () => {
    const linked = randomBook(2);
    const [first, , third] = linked.test.units.map(({ id }) => id);
    if (!first || !third) throw new Error("no such units");
    linked.figure(third, "obsolescence", 0.1).figure(third, "newness-weights", [0.3, 0.7]);
    const book = await writtenOf(linked);
    const before = new Map((await book.figures()).checks());
    const slots: readonly Slot[] = [unitSlot(first, "asset-floors"), unitSlot(first, "asset-carrying"), unitSlot(first, "back-actual"), unitSlot(third, "newness-weights"), unitSlot(third, "asset-carrying"), unitSlot(third, "surveyed")];
    for (const slot of slots) {
      const range = await book.blockOf(slot);
      const [[cell] = []] = await book.host.workbook.read({ ...range, rows: 1, columns: 1 });
      const figures = await afterTyping(book, slot, ["12.5 万"]);
      const sheet = slot.endsWith("back-actual") ? "back-test/" : /weights|surveyed/.test(slot) ? "fair-value/" : "allocation/";
      const turned = figures.checks().filter(([mark, value]) => value !== before.get(mark) && mark.startsWith(sheet));
      expect([slot, turned.some(([, value]) => Number(value) < 0)]).toEqual([slot, true]);
      await afterTyping(book, slot, [known(cell).value]);
    }
  });
});

describe("an amount that is zero when the workpaper is written", () => {
  it("is in every check of a found value, so that the checks turn once it is not zero", async () => {
    const linked = new LinkedBook();
    const unit = unitInUse(linked, "资产组 1", 8000);
    linked.play({ type: "rate-changed", unit, rate: { source: "given", basis: "post-tax" } }).figure(unit, "rate", 0.08).figure(unit, "taxes", [100, 110, 120, 130, 140]);
    linked.figure(unit, "base-working-capital", 0).figure(unit, "recovery", 0);
    const book = await writtenOf(linked);
    const before = await book.figures();
    const keys = before.keys("sensitivity").filter((key) => key.startsWith("u1.tornado-"));
    expect([before.check("value-in-use", "u1.rate"), ...keys.map((key) => before.check("sensitivity", key))]).toEqual([0, ...keys.map(() => 0)]);
    const recovered = await afterTyping(book, unitSlot(unit, "recovery"), [500]);
    expect(disagreements(recovered, (await book.paper()).evaluation).filter((line) => line.startsWith("result/"))).toEqual([]);
    expect([recovered.check("value-in-use", "u1.rate"), ...keys.map((key) => recovered.check("sensitivity", key))]).not.toContain(0);
    await afterTyping(book, unitSlot(unit, "recovery"), [0]);
    const deducted = await afterTyping(book, unitSlot(unit, "base-working-capital"), [500]);
    expect([deducted.check("value-in-use", "u1.rate"), ...keys.map((key) => deducted.check("sensitivity", key))]).toEqual([0, ...keys.map(() => -500)]);
  });
});

describe("an input for which there is no value", () => {
  it("gives none in the workpaper either: a growth that reaches the rate after tax has no perpetuity", async () => {
    const linked = new LinkedBook();
    const unit = unitInUse(linked, "资产组 1", 30000);
    linked.play({ type: "rate-changed", unit, rate: { source: "given", basis: "post-tax" } }).figure(unit, "rate", 0.08).figure(unit, "taxes", [100, 110, 120, 130, 140]);
    linked.play({ type: "forecast-changed", unit, forecast: { perpetuity: true } }).figure(unit, "growth", 0.01);
    const book = await writtenOf(linked);
    expect(typeof (await book.figures()).value("result", "u1.value-in-use")).toBe("number");
    const figures = await afterTyping(book, unitSlot(unit, "growth"), [0.09]);
    expect((await book.paper()).evaluation.units[0]?.valueInUse).toBeUndefined();
    expect([figures.value("result", "u1.value-in-use"), figures.value("result", "u1.loss"), figures.value("result", "total-loss")]).toEqual(["#N/A", "#N/A", "#N/A"]);
  });

  it("turns the check beside it where it lies outside what it can be", async () => {
    const linked = new LinkedBook();
    const unit = idleUnit(linked, [100], 40);
    linked.figure(unit, "goodwill", 10).figure(unit, "ownership", 0.8);
    const book = await writtenOf(linked);
    const check = async (slot: "ownership" | "goodwill", value: number) => (await afterTyping(book, unitSlot(unit, slot), [value])).check("units", `u1.${slot}`);
    expect([await check("ownership", 1.2), await check("ownership", 1), await check("goodwill", -1), await check("goodwill", 1)]).toEqual([-1, 0, -1, 0]);
  });

  it("turns the check of assets tested one by one where something comes to belong to the unit as a whole", async () => {
    const linked = new LinkedBook();
    const unit = linked.unit("资产组 1", { use: "idle", allocation: "asset-by-asset" });
    linked.figure(unit, "carrying", [60, 40]).figure(unit, "asset-carrying", [60, 40]).figure(unit, "fair-value", [50, 50]).figure(unit, "goodwill", 0);
    const book = await writtenOf(linked);
    expect((await book.figures()).check("allocation", "u1.loss")).toBe(0);
    expect((await afterTyping(book, unitSlot(unit, "goodwill"), [5])).check("allocation", "u1.loss")).toBe(5);
  });
});

describe("an allocation overtyped in the workpaper", () => {
  it("is a difference that keeps the conclusion from being copied", async () => {
    const linked = new LinkedBook();
    const unit = idleUnit(linked, [60, 40], 50);
    const book = await writtenOf(linked);
    expect((await readConclusion(book.host.workbook, await book.paper())).kind).toBe("agrees");
    const standing = await book.host.workbook.sheets();
    const sheet = known(standing.find(({ name }) => name.startsWith("减值损失分摊"))).name;
    const marks = await book.host.values("A1:A60", sheet);
    const row = marks.findIndex(([mark]) => mark === `${unit}.loss`) + 1;
    await book.host.enter({ [`I${row}`]: 31 }, sheet);
    const conclusion = await readConclusion(book.host.workbook, await book.paper());
    expect(conclusion.kind === "differs" && conclusion.differences).toMatchObject([{ figure: `${unit}.loss`, paper: "31", evaluated: "30" }]);
  });
});

describe("a workpaper whose inputs move after it was written", () => {
  const results = /^(result|allocation|units|fair-value)\//;

  it.each([41, 43])("says what a new evaluation says, figure by figure: test %i", async (seed) => {
    const linked = randomBook(seed);
    const book = await writtenOf(linked);
    let state = seed;
    const below = (bound: number) => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) % bound;
    const { test } = await book.paper();
    const slots = (Object.keys(test.links) as Slot[]).filter((slot) => !/labels|\/years|\/back-/.test(slot));
    for (let step = 0; step < 6; step += 1) {
      const slot = known(slots[below(slots.length)]);
      const range = await book.blockOf(slot);
      const [[cell] = []] = await book.host.workbook.read({ ...range, rows: 1, columns: 1 });
      const now = cell?.value;
      const factor = known([0, 0.5, 0.9, 1.01, 1.5][below(5)]);
      const value = typeof now === "number" ? Math.round(now * factor * 1e4) / 1e4 || (Math.abs(now) < 1 ? 0.01 : 0) : 1;
      const figures = await afterTyping(book, slot, [value]);
      const { evaluation } = await book.paper();
      if (evaluation.units.some(({ loss }) => loss === undefined)) {
        // What the evaluation refuses is no quiet figure here: an error, or a check that has turned.
        const turned = evaluation.units.filter(({ unit, loss }) => loss === undefined && typeof figures.value("result", `${unit.id}.loss`) === "number" && figures.checks().every(([, check]) => check === 0));
        expect([step, slot, value, turned.map(({ unit }) => unit.id)]).toEqual([step, slot, value, []]);
        await afterTyping(book, slot, [now ?? null]);
        continue;
      }
      expect([step, slot, now, value, disagreements(figures, evaluation).filter((line) => results.test(line))]).toEqual([step, slot, now, value, []]);
    }
  }, 120_000);
});

describe("a recovery at the end beside a perpetuity, at a rate found from flows after tax", () => {
  it("is in both values, so that the result rests on no found rate", async () => {
    const linked = new LinkedBook();
    const unit = unitInUse(linked, "资产组 1", 30000);
    linked.play({ type: "rate-changed", unit, rate: { source: "given", basis: "post-tax" } }).figure(unit, "rate", 0.08).figure(unit, "taxes", [100, 110, 120, 130, 140]);
    linked.play({ type: "forecast-changed", unit, forecast: { perpetuity: true, timing: "mid" } }).figure(unit, "growth", 0.01).figure(unit, "recovery", 900);
    linked.figure(unit, "fair-value", 20000);
    const book = await writtenOf(linked);
    const written = await book.figures();
    expect(disagreements(written, (await book.paper()).evaluation)).toEqual([]);
    expect(Math.abs(Number(written.check("value-in-use", "u1.rate")))).toBe(0);
    const figures = await afterTyping(book, itemSlot(unit, "row", known(linked.unitOf(unit).forecast.rows[0]).id), [2000]);
    expect(disagreements(figures, (await book.paper()).evaluation).filter((line) => line.startsWith("result/"))).toEqual([]);
  });
});
