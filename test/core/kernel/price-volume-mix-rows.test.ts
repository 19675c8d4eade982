import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal, sum } from "../../../src/core/decimal.ts";
import type { ProductColumns } from "../../../src/core/kernel/price-volume-mix.ts";
import { priceVolumeMixRows } from "../../../src/core/kernel/price-volume-mix-rows.ts";
import type { ProfitChange } from "../../../src/core/margin/price-volume-mix.ts";

const quantity = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 1, max: 99_999_999 }) }, { weight: 1, arbitrary: fc.constant(0) });
const money = fc.integer({ min: -999_999, max: 9_999_999 });
const row = fc.record({ quantity0: quantity, price0: money, cost0: money, quantity1: quantity, price1: money, cost1: money });
type Row = Readonly<Record<keyof ProductColumns, number>>;

const columnsOf = (rows: readonly Row[]): ProductColumns => ({
  quantity0: Float64Array.from(rows, (given) => given.quantity0),
  price0: Float64Array.from(rows, (given) => given.price0),
  cost0: Float64Array.from(rows, (given) => given.cost0),
  quantity1: Float64Array.from(rows, (given) => given.quantity1),
  price1: Float64Array.from(rows, (given) => given.price1),
  cost1: Float64Array.from(rows, (given) => given.cost1),
});
/** Volume and mix of a product by the formula, in decimals of 50 digits, each rounded once. */
function twin(rows: readonly Row[], index: number, unit: number): Pick<ProfitChange, "volume" | "mix"> {
  const d = (value: number) => new Decimal(value);
  const continuing = rows.filter(({ quantity0, quantity1 }) => quantity0 !== 0 && quantity1 !== 0);
  const Q0 = sum(continuing.map((given) => d(given.quantity0)));
  const Q1 = sum(continuing.map((given) => d(given.quantity1)));
  const { quantity0, quantity1, price0, cost0 } = rows[index] as Row;
  const u0 = d(price0).minus(cost0);
  const volume = Q1.minus(Q0).times(quantity0).times(u0).div(Q0.times(unit));
  return { volume, mix: d(quantity1).times(Q0).minus(Q1.times(quantity0)).times(u0).div(Q0.times(unit)) };
}

describe("price, volume and mix of many products, row by row", () => {
  it("gives the double nearest to every exact figure", () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }).filter((rows) => rows.some(({ quantity0, quantity1 }) => quantity0 > 0 && quantity1 > 0)), (rows) => {
        const unit = 1e7;
        const found = priceVolumeMixRows(columnsOf(rows), unit);
        if (!found) throw new Error("these figures fit");
        rows.forEach(({ quantity0, quantity1, price0, price1, cost0, cost1 }, index) => {
          const exact = (value: bigint) => new Decimal(value.toString()).div(unit).toNumber() + 0; // no minus zero
          const [q0, q1, p0, p1, c0, c1] = [quantity0, quantity1, price0, price1, cost0, cost1].map(BigInt) as [bigint, bigint, bigint, bigint, bigint, bigint];
          expect(found.rows.total[index]).toBe(exact(q1 * (p1 - c1) - q0 * (p0 - c0)));
          if (quantity0 === 0 || quantity1 === 0) return;
          expect(found.rows.price[index]).toBe(exact(q1 * (p1 - p0)));
          expect(found.rows.unitCost[index]).toBe(exact(q1 * (c0 - c1)));
          const { volume, mix } = twin(rows, index, unit);
          expect(found.rows.volume[index]).toBe(volume.toNumber() + 0);
          expect(found.rows.mix[index]).toBe(mix.toNumber() + 0);
        });
      }),
      { numRuns: 300 },
    );
  });

  it("finds no mix at all where every quantity grows alike, and nothing but mix where the total stays", () => {
    const product = (quantity0: number, quantity1: number): Row => ({ quantity0, quantity1, price0: 30, price1: 30, cost0: 20, cost1: 20 });
    const alike = priceVolumeMixRows(columnsOf([product(3, 6), product(7, 14)]), 1);
    expect([...(alike?.rows.mix ?? [])]).toEqual([0, 0]);
    const moved = priceVolumeMixRows(columnsOf([product(3, 7), product(7, 3)]), 1);
    expect([...(moved?.rows.volume ?? [])]).toEqual([0, 0]);
    expect([...(moved?.rows.mix ?? [])]).toEqual([40, -40]);
  });

  it("says when products do not fit", () => {
    expect(priceVolumeMixRows(columnsOf([{ quantity0: 1, quantity1: 2 ** 40, price0: 2 ** 20, price1: 2, cost0: 0, cost1: 0 }]), 1)).toBeUndefined();
  });
});
