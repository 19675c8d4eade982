import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal, sum } from "../../../src/core/decimal.ts";
import { priceVolumeMixTotals, type ProductColumns } from "../../../src/core/kernel/price-volume-mix.ts";
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
const columnsOf = (rows: readonly Row[]): ProductColumns => shaped((key) => Float64Array.from(rows, (given) => given[key] / scale(key)));
const productsOf = (rows: readonly Row[]): PricedProduct[] => rows.map((given) => shaped((key) => new Decimal(given[key]).div(scale(key))));
const digits = { quantity: 3, price: 4 };

describe("the totals of price, volume and mix over many products", () => {
  it("are those of the plain computation: to the last digit where nothing is divided, to 40 digits where a share is", () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }).filter((rows) => rows.some(({ quantity0, quantity1 }) => quantity0 > 0 && quantity1 > 0)), (rows) => {
        const totals = priceVolumeMixTotals(columnsOf(rows), digits);
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
    const totals = priceVolumeMixTotals(columnsOf(rows), digits);
    expect(totals && [totals.volume, totals.mix, totals.price].map(String)).toEqual(["0.01", "0", "333.34"]);
  });

  it("says when a figure has more decimals than it was told, or a product does not fit", () => {
    const one: Row = { quantity0: 1000, quantity1: 1000, price0: 10_000, price1: 10_000, cost0: 5000, cost1: 5000 };
    const columns = columnsOf([one]);
    expect(priceVolumeMixTotals({ ...columns, price1: Float64Array.of(1.00001) }, digits)).toBeUndefined();
    expect(priceVolumeMixTotals({ ...columns, quantity1: Float64Array.of(1e12), price1: Float64Array.of(1e9) }, digits)).toBeUndefined();
  });
});
