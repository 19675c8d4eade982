import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal } from "../../../src/core/decimal.ts";
import { costChange, grossProfitChange, marginChange, shocked, type TradingPeriod } from "../../../src/core/margin/sensitivity.ts";

const d = (value: number | string) => new Decimal(value);
const cents = (minimum: number, maximum: number) => fc.integer({ min: minimum * 100, max: maximum * 100 }).map((n) => d(n).div(100));
const profitable = fc
  .record({ cost: cents(1, 900_000), profit: cents(1, 900_000), share: fc.integer({ min: 0, max: 1000 }) })
  .map(({ cost, profit, share }): TradingPeriod => ({ cost, revenue: cost.plus(profit), inputCost: cost.times(share).div(1000) }));
const shocks = fc.integer({ min: -90, max: 300 }).map((percent) => d(percent).div(100));
const margin = ({ revenue, cost }: Pick<TradingPeriod, "revenue" | "cost">) => revenue.minus(cost).div(revenue);

describe("the sensitivity of a margin to the price of an input", () => {
  it("is nil for a shock of zero, whatever is passed through", () => {
    fc.assert(
      fc.property(profitable, shocks, (period, passThrough) => {
        expect(costChange(period, d(0), 1).toNumber()).toBe(0);
        expect(grossProfitChange(period, d(0), passThrough, 1).abs().toNumber()).toBe(0);
        expect(marginChange(period, d(0), passThrough, 1).abs().toNumber()).toBe(0);
      }),
    );
  });

  it("is the difference of the margins after and before, within the last digits of 50", () => {
    fc.assert(
      fc.property(profitable, shocks, fc.constantFrom(d(0), d("0.3"), d(1)), (period, shock, passThrough) => {
        const after = shocked(period, shock, passThrough);
        fc.pre(!after.revenue.isZero());
        const direct = margin(after).minus(margin(period));
        // Two quotients lose up to one unit of the 50th digit each, which cancellation lifts.
        expect(marginChange(period, shock, passThrough, 1).minus(direct).abs().lte("1e-40")).toBe(true);
      }),
    );
  });

  it("leaves the gross profit as it was when all of the change is passed through, but not the margin", () => {
    const period = { revenue: d(100), cost: d(80), inputCost: d(40) };
    expect(grossProfitChange(period, d("0.1"), d(1), 1).abs().toNumber()).toBe(0);
    // 20 ÷ 104 − 20 ÷ 100, on one denominator.
    expect(marginChange(period, d("0.1"), d(1), 1).eq(d(-80).div(10_400))).toBe(true);
  });

  it("changes no share or point when the unit of currency changes", () => {
    fc.assert(
      fc.property(profitable, shocks, (period, shock) => {
        const inYuan = { revenue: period.revenue.times(10_000), cost: period.cost.times(10_000), inputCost: period.inputCost.times(10_000) };
        expect(costChange(inYuan, shock, 1).eq(costChange(period, shock, 1))).toBe(true);
        expect(grossProfitChange(inYuan, shock, d(0), 1).eq(grossProfitChange(period, shock, d(0), 1))).toBe(true);
        expect(marginChange(inYuan, shock, d(0), 1).eq(marginChange(period, shock, d(0), 1))).toBe(true);
      }),
    );
  });
});
