import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal } from "../../../src/core/decimal.ts";
import { LinkedBook, there } from "./linked-book.ts";

const cents = (most: number) => fc.integer({ min: 0, max: most * 100 }).map((value) => value / 100);
const flows = fc.array(cents(5000), { minLength: 5, maxLength: 5 });
const yuan = 10_000;

/** One unit in use, with all amounts in a unit of money. */
function test(net: readonly number[], carrying: number, scale: number) {
  const book = new LinkedBook(scale === 1 ? {} : { scale: "one" });
  const unit = book.unit("资产组 1");
  const amounts = (values: readonly number[]) => values.map((value) => new Decimal(value).times(scale).toNumber());
  book.figure(unit, "carrying", amounts([carrying])).figure(unit, "rate-parts", [0.02, 0.082]).figure(unit, "years", ["1", "2", "3", "4", "5"]);
  book.row(unit, "net-flow", "现金净流量", amounts(net));
  book.figure(unit, "base-working-capital", amounts([120])).figure(unit, "recovery", amounts([148]));
  return book.evaluated(unit);
}

describe("the laws of an impairment test", () => {
  it("money in yuan or in ten thousand yuan: the value is the same, and so is every critical rate", () => {
    fc.assert(
      fc.property(flows, cents(20_000), (net, carrying) => {
        const [large, small] = [test(net, carrying, 1), test(net, carrying, yuan)];
        expect(small.valueInUse?.unrounded.eq(there(large.valueInUse).unrounded.times(yuan))).toBe(true);
        const critical = (found: typeof large) => found.breakEvens().map(({ lever, found: rate }) => `${lever} ${rate instanceof Decimal ? rate.toPrecision(40) : rate.issue.code}`);
        expect(critical(small)).toEqual(critical(large));
      }),
      { numRuns: 60 },
    );
  });

  it("a higher rate never makes a value of positive flows higher, and the headroom map falls with it", () => {
    fc.assert(
      fc.property(flows, (net) => {
        const map = there(test(net, 1000, 1).headroomMap());
        for (let column = 0; column < map.columns.length; column += 1) {
          const values = map.cells.map((row) => row[column] as Decimal);
          expect(values.every((value, row) => row === 0 || value.lte(there(values[row - 1])))).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("an allocation adds to the loss to the cent, and leaves no asset below its floor", () => {
    const asset = fc.tuple(cents(1000), fc.double({ min: 0, max: 1, noNaN: true })).map(([carrying, share]) => [carrying, Math.floor(carrying * share * 100) / 100] as const);
    fc.assert(
      fc.property(fc.array(asset, { minLength: 1, maxLength: 6 }), cents(3000), cents(300), (assets, value, goodwill) => {
        const book = new LinkedBook();
        const unit = book.unit("资产组 1", { measures: "fair-value", measuresReason: "停产" });
        const carrying = assets.map(([amount]) => amount);
        book.figure(unit, "carrying", carrying).figure(unit, "asset-carrying", carrying).figure(unit, "asset-floors", assets.map(([, floor]) => floor)).figure(unit, "goodwill", goodwill).figure(unit, "ownership", 1).figure(unit, "fair-value", value);
        const { loss, allocation } = book.evaluated(unit);
        if (allocation?.mode !== "pro-rata" || !loss) throw new Error("no allocation");
        const { goodwill: ofGoodwill, assets: parts, unplaced } = allocation.result;
        expect([ofGoodwill, ...parts, unplaced].reduce((total, part) => total.plus(part.loss), new Decimal(0)).eq(loss)).toBe(true);
        for (const part of parts) expect(part.carrying.minus(part.loss).gte(part.floor)).toBe(true);
        if (unplaced.loss.gt(0)) for (const part of parts) expect(part.carrying.minus(part.loss).eq(part.floor)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it("the total loss is that of the units one by one, in whatever order they stand", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cents(900), cents(900)), { minLength: 1, maxLength: 5 }), fc.integer({ min: -4, max: 4 }), (pairs, by) => {
        const book = new LinkedBook();
        const units = pairs.map(([carrying, value], index) => {
          const unit = book.unit(`资产组 ${index}`, { use: "idle" });
          book.figure(unit, "carrying", carrying).figure(unit, "fair-value", value);
          return unit;
        });
        const expected = pairs.reduce((total, [carrying, value]) => total.plus(Decimal.max(0, new Decimal(carrying).minus(value))), new Decimal(0));
        expect(book.evaluation.totals.loss?.eq(expected)).toBe(true);
        book.play({ type: "unit-moved", unit: there(units[0]), by });
        expect(book.evaluation.totals.loss?.eq(expected)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
