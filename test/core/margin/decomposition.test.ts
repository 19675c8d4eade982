import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal, sum } from "../../../src/core/decimal.ts";
import { afterShocks, inputBreakEven, passThroughPrice, priceBreakEven } from "../../../src/core/margin/break-even.ts";
import { marginBridge } from "../../../src/core/margin/bridge.ts";
import { chainEffects, chainProducts } from "../../../src/core/margin/chain-substitution.ts";
import { grossMargin, marginContributions, marginDifference, type Sales } from "../../../src/core/margin/gross-margin.ts";
import { priceVolumeMix, type PricedProduct } from "../../../src/core/margin/price-volume-mix.ts";
import { correlation } from "../../../src/core/margin/spread.ts";
import { priceCostEffects, unitCostEffects } from "../../../src/core/margin/unit-margin.ts";

const d = (value: number | string) => new Decimal(value);
const number = (minimum: number, maximum: number, decimals = 2) => {
  const scale = 10 ** decimals;
  return fc.integer({ min: minimum * scale, max: maximum * scale }).map((n) => d(n).div(scale));
};
const sales = fc.record({ revenue: number(1, 900_000), cost: number(0, 900_000) });
/** Now and then a product that was not sold. */
const perhaps = fc.oneof({ weight: 4, arbitrary: sales }, { weight: 1, arbitrary: fc.constant<Sales>({ revenue: d(0), cost: d(0) }) });
const twoPeriods = fc
  .array(fc.tuple(perhaps, perhaps), { minLength: 1, maxLength: 8 })
  .filter((products) => products.some(([prior]) => !prior.revenue.isZero()) && products.some(([, current]) => !current.revenue.isZero()));
const quantity = fc.oneof({ weight: 5, arbitrary: number(1, 9_999, 3) }, { weight: 1, arbitrary: fc.constant(d(0)) });
const priced = fc
  .record({ quantity0: quantity, price0: number(0, 999, 4), cost0: number(0, 999, 4), quantity1: quantity, price1: number(0, 999, 4), cost1: number(0, 999, 4) })
  .filter(({ quantity0, quantity1 }) => !quantity0.isZero() || !quantity1.isZero());
const products = fc.array(priced, { minLength: 1, maxLength: 10 });
// A quotient is known to 50 digits; differences of such quotients to a few less.
const near = (a: Decimal, b: Decimal) => a.minus(b).abs().lte(a.abs().plus(1).times("1e-40"));

describe("the bridge of the total margin", () => {
  it("adds exactly: effects to each product, products to the change of the margin", () => {
    fc.assert(
      fc.property(twoPeriods, fc.constantFrom("prior" as const, "current" as const), (periods, base) => {
        const [prior, current] = [periods.map(([sold]) => sold), periods.map(([, sold]) => sold)];
        const bridge = marginBridge(prior, current, base);
        for (const { rate, mix, total } of bridge) expect(rate.plus(mix).eq(total)).toBe(true);
        const all = sum(bridge.map(({ total }) => total));
        expect(sum(bridge.map(({ rate }) => rate)).plus(sum(bridge.map(({ mix }) => mix))).eq(all)).toBe(true);
        expect(near(all, sum(marginContributions(current)).minus(sum(marginContributions(prior))))).toBe(true);
      }),
    );
  });

  it("gives every product the margin effect of its formula, by prior or by current weights", () => {
    const prior = [{ revenue: d(100), cost: d(80) }, { revenue: d(300), cost: d(150) }];
    const current = [{ revenue: d(200), cost: d(150) }, { revenue: d(300), cost: d(180) }];
    const rows = (base: "prior" | "current") => marginBridge(prior, current, base).map(({ rate, mix }) => [rate.toNumber(), mix.toNumber()]);
    expect(rows("prior")).toEqual([[0.02, 0.03], [-0.06, -0.075]]);
    expect(rows("current")).toEqual([[0.0125, 0.0375], [-0.075, -0.06]]);
  });

  it("counts a product sold in one period only as mix", () => {
    const [kept, added] = marginBridge([{ revenue: d(100), cost: d(80) }, { revenue: d(0), cost: d(0) }], [{ revenue: d(100), cost: d(80) }, { revenue: d(100), cost: d(40) }], "prior");
    expect([kept?.rate.toNumber(), added?.rate.toNumber(), added?.mix.toNumber()]).toEqual([0, 0, 0.3]);
  });

  it("does not depend on the order of the products", () => {
    fc.assert(
      fc.property(twoPeriods, (periods) => {
        const of = (given: typeof periods) => marginBridge(given.map(([sold]) => sold), given.map(([, sold]) => sold), "prior").map(({ mix }) => mix.toString());
        expect(of([...periods].reverse())).toEqual(of(periods).reverse());
      }),
    );
  });
});

describe("price, volume and mix", () => {
  it("adds exactly to the change of every product's gross profit, new and dropped ones apart", () => {
    fc.assert(
      fc.property(products, (given) => {
        priceVolumeMix(given).forEach(({ volume, mix, price, unitCost, added, dropped, total }, index) => {
          expect(sum([volume, mix, price, unitCost, added, dropped]).eq(total)).toBe(true);
          const { quantity0, price0, cost0, quantity1, price1, cost1 } = given[index] as PricedProduct;
          const [before, after] = [quantity0.times(price0.minus(cost0)), quantity1.times(price1.minus(cost1))];
          expect(near(total, after.minus(before))).toBe(true);
          if (quantity0.isZero()) expect(near(added, after)).toBe(true);
          if (quantity1.isZero()) expect(near(dropped, before.negated())).toBe(true);
        });
      }),
    );
  });

  it("is all volume when every quantity grows alike, and all mix when only the shares move", () => {
    const product = (quantity0: number, quantity1: number): PricedProduct => ({ quantity0: d(quantity0), quantity1: d(quantity1), price0: d(10), price1: d(10), cost0: d(6), cost1: d(6) });
    const figures = (changes: ReturnType<typeof priceVolumeMix>) => changes.map(({ volume, mix, price, unitCost }) => [volume, mix, price, unitCost].map(Number));
    expect(figures(priceVolumeMix([product(100, 150), product(50, 75)]))).toEqual([[200, 0, 0, 0], [100, 0, 0, 0]]);
    expect(figures(priceVolumeMix([product(100, 80), product(50, 70)]))).toEqual([[0, -80, 0, 0], [0, 80, 0, 0]]);
  });

  it("sums the mix to nothing where all products earn the same", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(number(1, 999), number(1, 999)), { minLength: 1, maxLength: 6 }), (quantities) => {
        const given = quantities.map(([quantity0, quantity1]) => ({ quantity0, quantity1, price0: d(9), price1: d(9), cost0: d(5), cost1: d(5) }));
        expect(near(sum(priceVolumeMix(given).map(({ mix }) => mix)), d(0))).toBe(true);
      }),
    );
  });
});

describe("chain substitution", () => {
  const factors = fc.array(fc.tuple(number(1, 9_999), number(1, 9_999)), { minLength: 1, maxLength: 6 });

  it("adds exactly to the change of the product", () => {
    fc.assert(
      fc.property(factors, (given) => {
        const [prior, current] = [given.map(([f]) => f), given.map(([, f]) => f)];
        const products = chainProducts(prior, current);
        const change = (products.at(-1) ?? d(0)).minus(products[0] ?? d(0));
        expect(near(sum(chainEffects(prior, current)), change)).toBe(true);
      }),
    );
  });

  it("values each factor at the current level of those before it and the prior level of those after it", () => {
    expect(chainEffects([d(100), d(2), d(5)], [d(120), d("1.8"), d(6)]).map(Number)).toEqual([200, -120, 216]);
  });

  it("gives other effects in another order, and the same total", () => {
    expect(chainEffects([d(100), d(5)], [d(120), d(7)]).map(Number)).toEqual([100, 240]);
    expect(chainEffects([d(5), d(100)], [d(7), d(120)]).map(Number)).toEqual([200, 140]);
  });
});

describe("the margin of a unit", () => {
  it("splits exactly into price and cost", () => {
    fc.assert(
      fc.property(number(1, 9_999), number(0, 9_999), number(1, 9_999), number(0, 9_999), (price0, cost0, price1, cost1) => {
        const { price, cost } = priceCostEffects({ price: price0, cost: cost0 }, { price: price1, cost: cost1 });
        expect(near(price.plus(cost), marginDifference({ revenue: price1, cost: cost1 }, { revenue: price0, cost: cost0 }))).toBe(true);
      }),
    );
  });

  it("splits the unit cost of an input exactly into quantity and price", () => {
    fc.assert(
      fc.property(number(0, 9_999, 4), number(0, 9_999), number(0, 9_999, 4), number(0, 9_999), (q0, p0, q1, p1) => {
        const { quantity, price, total } = unitCostEffects({ quantity: q0, price: p0 }, { quantity: q1, price: p1 });
        expect(quantity.plus(price).eq(total)).toBe(true);
      }),
    );
  });
});

describe("break-even and pass-through", () => {
  const period = fc.record({ revenue: number(1, 900_000), cost: number(1, 900_000), inputCost: number(1, 900_000) });
  const target = fc.integer({ min: -50, max: 90 }).map((percent) => d(percent).div(100));

  it("put back, the shock gives the target margin", () => {
    fc.assert(
      fc.property(period, target, (given, margin) => {
        expect(near(afterShocks(given, d(0), inputBreakEven(given, margin)).margin(), margin)).toBe(true);
        expect(near(afterShocks(given, priceBreakEven(given, margin), d(0)).margin(), margin)).toBe(true);
      }),
    );
  });

  it("keeps the margin, or the profit, when the price follows", () => {
    fc.assert(
      fc.property(period, target, (given, shock) => {
        const keeping = afterShocks(given, passThroughPrice(given, shock, "profit"), shock);
        expect(near(keeping.profit, given.revenue.minus(given.cost))).toBe(true);
        const price = passThroughPrice(given, shock, "margin");
        fc.pre(!price.eq(-1));
        expect(near(afterShocks(given, price, shock).margin(), grossMargin(given))).toBe(true);
      }),
    );
  });
});

describe("correlation", () => {
  it("is 1 for a series that follows another on a line, −1 for its mirror", () => {
    const x = [1, 2, 4, 7].map(d);
    expect(correlation(x.map((value) => [value, value.times(3).plus(2)] as const)).toNumber()).toBe(1);
    expect(correlation(x.map((value) => [value, value.times(-3)] as const)).toNumber()).toBe(-1);
  });

  it("agrees with a computation by hand", () => {
    // Deviations −1, 0, 1 and −1/3, −4/3, 5/3: Σxy = 2, Σx² = 2, Σy² = 14/3.
    expect(correlation([[d(1), d(2)], [d(2), d(1)], [d(3), d(4)]]).toDecimalPlaces(15).toNumber()).toBe(d(2).div(d(2).times(14).div(3).sqrt()).toDecimalPlaces(15).toNumber());
  });
});
