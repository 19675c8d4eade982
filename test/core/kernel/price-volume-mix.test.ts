import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal, sum } from "../../../src/core/decimal.ts";
import { priceVolumeMixRows, type ProductColumns } from "../../../src/core/kernel/price-volume-mix.ts";
import { priceVolumeMix, type PricedProduct, type ProfitChange } from "../../../src/core/margin/price-volume-mix.ts";

const quantity = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 1, max: 99_999_999 }) }, { weight: 1, arbitrary: fc.constant(0) });
const money = fc.integer({ min: -999_999, max: 9_999_999 });
const row = fc.record({ quantity0: quantity, price0: money, cost0: money, quantity1: quantity, price1: money, cost1: money });
const keys = ["quantity0", "price0", "cost0", "quantity1", "price1", "cost1"] as const;
type Row = Readonly<Record<(typeof keys)[number], number>>;
const scale = (key: string) => (key.startsWith("quantity") ? 1000 : 10_000);

const shaped = <T>(figure: (key: (typeof keys)[number]) => T) => ({
  quantity0: figure("quantity0"),
  price0: figure("price0"),
  cost0: figure("cost0"),
  quantity1: figure("quantity1"),
  price1: figure("price1"),
  cost1: figure("cost1"),
});
const columnsOf = (rows: readonly Row[]): ProductColumns => shaped((key) => Float64Array.from(rows, (given) => given[key]));
const productsOf = (rows: readonly Row[]): PricedProduct[] => rows.map((given) => shaped((key) => new Decimal(given[key]).div(scale(key))));
const unit = 1000 * 10_000;

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

describe("the totals of price, volume and mix over many products", () => {
  it("are those of the plain computation: to the last digit where nothing is divided, to 40 digits where a share is", () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }).filter((rows) => rows.some(({ quantity0, quantity1 }) => quantity0 > 0 && quantity1 > 0)), (rows) => {
        const totals = priceVolumeMixRows(columnsOf(rows), unit)?.totals;
        if (!totals) throw new Error("these figures fit");
        const changes = priceVolumeMix(productsOf(rows));
        const twin = (key: keyof ProfitChange) => sum(changes.map((change) => change[key]));
        for (const key of ["price", "unitCost", "added", "dropped", "total"] as const) expect(totals[key].toString()).toBe(twin(key).toString());
        for (const key of ["volume", "mix"] as const) {
          expect(totals[key].minus(twin(key)).abs().lte(twin(key).abs().plus(1).times("1e-30"))).toBe(true);
        }
        expect(sum([totals.volume, totals.mix, totals.price, totals.unitCost, totals.added, totals.dropped]).minus(totals.total).abs().lte("1e-35")).toBe(true);
      }),
    );
  });

  it("keeps every cent where doubles lose it", () => {
    // A hundred thousand lots of 33.333 at margins of 0.0001: doubles drift, whole numbers do not.
    const rows = Array.from({ length: 100_000 }, (): Row => ({ quantity0: 33_333, quantity1: 33_334, price0: 100_001, price1: 100_002, cost0: 100_000, cost1: 100_000 }));
    const totals = priceVolumeMixRows(columnsOf(rows), unit)?.totals;
    expect(totals && [totals.volume, totals.mix, totals.price].map(String)).toEqual(["0.01", "0", "333.34"]);
  });
});

describe("price, volume and mix of many products, row by row", () => {
  it("gives the double nearest to every exact figure", () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }).filter((rows) => rows.some(({ quantity0, quantity1 }) => quantity0 > 0 && quantity1 > 0)), (rows) => {
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
    const one: Row = { quantity0: 1, quantity1: 2, price0: 3, price1: 2, cost0: 0, cost1: 0 };
    expect(priceVolumeMixRows(columnsOf([one]), 1)).toBeDefined();
    for (const large of [{ quantity1: 2 ** 40, price0: 2 ** 20 }, { quantity0: 2 ** 40, price0: 2 ** 20 }, { quantity1: 2 ** 40, price1: 2 ** 20 }, { quantity0: 0, quantity1: 2 ** 40, price1: 2 ** 20 }]) {
      expect(priceVolumeMixRows(columnsOf([one, { ...one, ...large }]), 1)).toBeUndefined();
    }
  });

  it("leaves it to the decimals to refuse prior quantities that add to zero, unless no product was sold in both periods", () => {
    const back: Row = { quantity0: -5, quantity1: 4, price0: 30, price1: 31, cost0: 20, cost1: 22 };
    const sold: Row = { ...back, quantity0: 5 };
    const fresh: Row = { ...back, quantity0: 0 };
    expect(priceVolumeMixRows(columnsOf([back, sold]), 1)).toBeUndefined();
    expect(priceVolumeMixRows(columnsOf([fresh, fresh]), 1)?.totals).toMatchObject({ added: new Decimal(72), total: new Decimal(72), volume: new Decimal(0), mix: new Decimal(0) });
  });
});
