import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Decimal, sum } from "../../../src/core/decimal.ts";
import { movedFigures, testEffects, testsNow } from "../../../src/workflows/impairment/test-effect.ts";
import { saveTests } from "../../../src/workflows/impairment/saved-tests.ts";
import { unitSlot, itemSlot } from "../../../src/workflows/impairment/slot.ts";
import { HeadlessWorkbook } from "../../support/engine.ts";
import { LinkedBook, there, unitInUse } from "./linked-book.ts";

/** A unit with revenue and costs, a perpetuity, and balances at both ends. */
function forecastUnit(book: LinkedBook) {
  const unit = book.unit("钼业务资产组");
  book.figure(unit, "carrying", [900]).figure(unit, "years", ["2026", "2027"]);
  const revenue = book.row(unit, "revenue", "营业收入", [200, 220]);
  const cost = book.row(unit, "cost", "营业成本", [100, 110]);
  book.play({ type: "forecast-changed", unit, forecast: { budgetYears: 2, perpetuity: true } });
  book.figure(unit, "growth", [0]).figure(unit, "rate-parts", [0.06, 0.04]).figure(unit, "base-working-capital", [20]).figure(unit, "recovery", [12.1]);
  return { unit, revenue, cost };
}

const texts = (causes: readonly { readonly kinds: readonly string[]; readonly row?: { readonly name: string }; readonly amount: Decimal }[]) =>
  causes.map(({ kinds, row, amount }) => [row?.name ?? kinds.join("+"), amount.toDecimalPlaces(6).toString()]);

describe("what new figures do to an impairment test", () => {
  it("splits a value in use by row of the forecast, growth, rate, balances and rounding, one after the other", () => {
    const book = new LinkedBook();
    const { unit, revenue, cost } = forecastUnit(book);
    const was = book.evaluated(unit);
    // 100/1.1 + 110/1.21 + 110/0.1/1.21 = 1,090.909091; − 20 + 12.1/1.21.
    expect(was.valueInUse?.reported.toString()).toBe("1080.91");
    book.type(itemSlot(unit, "row", revenue), [[200, 231]]).type(itemSlot(unit, "row", cost), [[100, 132]]);
    book.type(unitSlot(unit, "growth"), [[0.05]]).type(unitSlot(unit, "rate-parts"), [[0.06, 0.05]]).type(unitSlot(unit, "base-working-capital"), [[30]]).type(unitSlot(unit, "recovery"), [[24.2]]);
    const moved = movedFigures(was, book.evaluated(unit));
    expect(moved.map(({ figure }) => figure)).toEqual(["value-in-use", "recoverable"]);
    const [value] = moved;
    // 11/1.21 × 11 of more revenue, −22/1.21 × 11 of more costs; then 99 × 1.05/0.05 for 990 at 1.21; 1,780.909091 − 1,466.397208; 12.1/1.11²; the roundings of both values.
    expect(texts(there(value).causes)).toEqual([
      ["营业收入", "100"],
      ["营业成本", "-200"],
      ["growth", "900"],
      ["rate", "-314.511883"],
      ["working-capital", "-10"],
      ["recovery", "9.820631"],
      ["rounding", "0.001251"],
    ]);
  });

  it("changes growth and rate together where the new growth is not below the old rate", () => {
    const book = new LinkedBook();
    const { unit } = forecastUnit(book);
    const was = book.evaluated(unit);
    book.type(unitSlot(unit, "growth"), [[0.1]]).type(unitSlot(unit, "rate-parts"), [[0.06, 0.06]]);
    const [value] = movedFigures(was, book.evaluated(unit));
    expect(there(value).causes.map(({ kinds }) => kinds)).toEqual([["growth", "rate"], ["rounding"]]);
  });

  it("takes the flows of a longer forecast as one cause, and a valuer's figure as its own", () => {
    const book = new LinkedBook();
    const unit = unitInUse(book);
    const was = book.evaluated(unit);
    const row = there(book.unitOf(unit).forecast.rows[0]);
    book.type(itemSlot(unit, "row", row.id), [[3150, 3420, 3380, 3310, 3260, 3200]]).type(unitSlot(unit, "years"), [["1", "2", "3", "4", "5", "6"]]);
    expect(there(movedFigures(was, book.evaluated(unit))[0]).causes.map(({ kinds, row: of }) => [kinds, of])).toEqual([[["flows"], undefined], [["rounding"], undefined]]);
    const given = new LinkedBook();
    const other = given.unit("矿山");
    given.play({ type: "forecast-changed", unit: other, forecast: { basis: "given" } });
    given.figure(other, "value-in-use", [22330]);
    const then = given.evaluated(other);
    given.type(unitSlot(other, "value-in-use"), [[21870.45]]);
    expect(there(movedFigures(then, given.evaluated(other))[0]).causes.map(({ kinds, amount }) => [kinds, amount.toString()])).toEqual([[["given"], "-459.55"]]);
  });

  it("says that a figure cannot be computed any more, without a split", () => {
    const book = new LinkedBook();
    const unit = unitInUse(book);
    const was = book.evaluated(unit);
    book.type(unitSlot(unit, "rate-parts"), [["#REF!", 0.02]]);
    const [value] = movedFigures(was, book.evaluated(unit));
    expect(value).toMatchObject({ figure: "value-in-use", after: undefined, causes: [] });
  });

  it("adds exactly, whatever has changed, and says nothing where nothing has", () => {
    const amounts = fc.array(fc.integer({ min: -500_000, max: 500_000 }).map((cents) => cents / 100), { minLength: 1, maxLength: 6 });
    const rate = fc.integer({ min: 1, max: 4000 }).map((basis) => basis / 10_000);
    const side = fc.record({ revenue: amounts, cost: amounts, growth: rate, rate, capital: rate, recovery: rate });
    fc.assert(
      fc.property(side, side, fc.boolean(), (one, other, perpetuity) => {
        const evaluations = [one, other, other].map((figures) => {
          const book = new LinkedBook();
          const unit = book.unit("资产组 1");
          book.row(unit, "revenue", "收入", figures.revenue);
          book.row(unit, "cost", "成本", figures.revenue.map((_, year) => figures.cost[year] ?? 0));
          book.play({ type: "forecast-changed", unit, forecast: { perpetuity } });
          book.figure(unit, "growth", [figures.growth]).figure(unit, "rate-parts", [figures.rate, 0.01]).figure(unit, "base-working-capital", [figures.capital]).figure(unit, "recovery", [figures.recovery]);
          return book.evaluated(unit);
        });
        const [was, is, same] = [there(evaluations[0]), there(evaluations[1]), there(evaluations[2])];
        expect(movedFigures(is, same)).toEqual([]);
        for (const { before, after, causes } of movedFigures(was, is)) {
          if (before && after && causes.length > 0) expect(sum(causes.map(({ amount }) => amount)).toString()).toBe(after.minus(before).toString());
        }
        const moved = was.valueInUse && is.valueInUse && !was.valueInUse.reported.eq(is.valueInUse.reported);
        expect(movedFigures(was, is).some(({ causes }) => causes.length > 0)).toBe(moved === true);
      }),
      { numRuns: 200 },
    );
  });

  it("reads the saved tests of a workbook before and after, and tells which units have moved", async () => {
    const host = new HeadlessWorkbook();
    const { workbook } = host;
    await host.enter({ A1: 22330, A2: 18000 });
    const book = new LinkedBook();
    const units = ["甲", "乙"].map((name) => book.unit(name));
    for (const [row, unit] of units.entries()) {
      const pin = await workbook.pin({ sheet: "Sheet1", row, column: 0, rows: 1, columns: 1 });
      book.play({ type: "forecast-changed", unit, forecast: { basis: "given" } }, { type: "linked", slot: unitSlot(unit, "value-in-use"), link: { pin, source: "", note: "" } });
    }
    await saveTests(workbook, book.state);
    const before = await testsNow(workbook);
    expect(await testEffects(workbook, before)).toEqual([]);
    await host.enter({ A1: 21870.45 });
    expect((await testEffects(workbook, before)).map(({ unit, figures }) => [unit.name, figures.map(({ figure, before: was, after }) => [figure, was?.toString(), after?.toString()])])).toEqual([
      ["甲", [["value-in-use", "22330", "21870.45"]]],
    ]);
  });
});
